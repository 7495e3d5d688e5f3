"""Ranked, narrowed, counted: what a query finds in the archive's four indexes.

bm25 costs 2 to 3 µs a match, so a word in a third of all documents would cost seconds in a large
archive. Ranks and facets are therefore taken among the newest matches only (``BOUND``), and the
page says so; counts of matches are exact, they cost a thirtieth.
"""

import heapq
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from loader.site.statements import (
    AUTHOR_FACET,
    AUTHOR_HITS,
    AUTHOR_ID,
    COUNT_HITS,
    COUNTS,
    DATES,
    FACETS,
    FLOOR,
    FRAGMENTS,
    HOSTS,
    KINDS_OF_FRAGMENTS,
    SOURCES,
    WIDE,
)
from loader.store.hits import BOUND

VISITED = 100_000
"""Newest matches that are narrowed where each is looked up: 3 µs a fragment."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the reader narrowed a search to; None leaves it wide. ``author`` is a key."""

    kind: str | None = None
    language: str | None = None
    publisher: str | None = None
    year: str | None = None
    author: str | None = None

    @property
    def is_wide(self) -> bool:
        """Whether nothing but the kind is narrowed."""
        return not (self.language or self.publisher or self.year or self.author)

    def sources(self) -> list[str]:
        """Return the indexes to list from; authors stand apart unless asked for."""
        if self.kind is None:
            return ["article", "fragment", "byline"]
        return ["fragment" if self.kind in FRAGMENTS else self.kind]


@dataclass(slots=True)
class Found:
    """The hits of one page, as (source, id), and what there is besides.

    ``counts`` is by kind. ``bounded`` says that ranks and facets are among the newest matches,
    ``least`` that there may be more hits than were counted, ``visited`` that fragments or bylines
    were narrowed among the newest matches.
    """

    hits: list[tuple[str, int]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    publishers: Counter[str] = field(default_factory=Counter)
    authors: list[tuple[str, str, int]] = field(default_factory=list)
    bounded: bool = False
    least: bool = False
    visited: bool = False


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of the indexes. ``floors`` are the first rows that are narrowed."""

    expressions: Mapping[str, str]
    narrowing: Narrowing
    given: Mapping[str, Any]
    floors: Mapping[str, int] = field(default_factory=dict)

    def values(self, source: str) -> dict[str, Any]:
        """Return the values for a statement on one index."""
        floor = self.floors.get(source, 0)
        return {**self.given, "match": self.expressions[source], "floor": floor}


def find(
    db: sqlite3.Connection,
    expressions: Mapping[str, str],
    narrowing: Narrowing,
    *,
    order: str,
    offset: int,
    size: int,
    exact: bool = True,
) -> Found:
    """Return a page of hits; ``expressions`` holds the FTS5 expression for each source.

    ``order`` is ``rank``, ``newest`` or ``oldest``; hits without a date come last. ``exact`` asks
    to count all matches where nothing is narrowed; else they are counted up to the bound.
    """
    found = Found()
    floors = _floors(db, expressions, narrowing)
    question = _Question(expressions, narrowing, parameters(db, narrowing), floors)
    listed = {source: _hits(db, source, question) for source in narrowing.sources()}
    keyed = [
        (key, source, number)
        for source, hits in listed.items()
        for key, number in _keys(db, source, hits, order)
    ]
    best = heapq.nsmallest(offset + size, keyed)
    found.hits = [(source, number) for _, source, number in best[offset:]]
    found.bounded = any(len(hits) >= BOUND for hits in listed.values())
    found.visited = any(floors.values())
    _count(db, found, listed, question, exact=exact and narrowing.is_wide)
    for source, hits in listed.items():
        _facet(db, found, source, hits)
    named = {source: _json(listed.get(source, [])) for source in ("article", "byline")}
    found.authors = [tuple(row) for row in db.execute(AUTHOR_FACET, named)]
    return found


def best_authors(db: sqlite3.Connection, expression: str, limit: int) -> list[tuple[str, int]]:
    """Return the authors whose names match best, as hits."""
    given = {**parameters(db, Narrowing()), "match": expression}
    hits = sorted((score, number) for number, score in db.execute(AUTHOR_HITS, given))
    return [("author", number) for _, number in hits[:limit]]


def parameters(db: sqlite3.Connection, narrowing: Narrowing) -> dict[str, Any]:
    """Return the values that the statements of this module name."""
    author = None
    if narrowing.author:
        row = db.execute(AUTHOR_ID, (narrowing.author,)).fetchone()
        author = row[0] if row else -1
    return {
        "kind": narrowing.kind if narrowing.kind in FRAGMENTS else None,
        "language": narrowing.language,
        "publisher": narrowing.publisher,
        "year": narrowing.year,
        "author": author,
        "bound": BOUND,
        "floor": 0,
    }


def _floors(
    db: sqlite3.Connection, expressions: Mapping[str, str], narrowing: Narrowing
) -> dict[str, int]:
    """Return the first fragment and byline to look up where each match is; 0 for all."""
    if narrowing.is_wide and narrowing.kind not in FRAGMENTS:
        return {}
    floors = {}
    for source in ("fragment", "byline"):
        sql = FLOOR.format(index=SOURCES[source][1])
        row = db.execute(sql, {"match": expressions[source], "offset": VISITED - 1}).fetchone()
        floors[source] = row[0] if row else 0
    return floors


def _hits(db: sqlite3.Connection, source: str, question: _Question) -> list[tuple[int, float]]:
    """Return (id, score) of the newest matches, as many as the bound."""
    narrowing = question.narrowing
    wide = narrowing.is_wide and narrowing.kind not in FRAGMENTS
    sql = WIDE[source] if wide and source in WIDE else SOURCES[source][0]
    return [(row[0], row[1]) for row in db.execute(sql, question.values(source))]


def _keys(
    db: sqlite3.Connection, source: str, hits: list[tuple[int, float]], order: str
) -> Iterator[tuple[tuple[Any, ...], int]]:
    """Yield each hit with the key by which the hits of several indexes make one order."""
    if order == "rank" or source not in HOSTS:
        yield from (((score, number), number) for number, score in hits)
        return
    sign = -1 if order == "newest" else 1
    dates = db.execute(DATES.format(host=HOSTS[source]), {"ids": _json(hits)})
    for number, published in dates:
        digits = tuple(sign * ord(char) for char in published or "")
        yield (not digits, digits, sign * number), number


def _json(hits: list[tuple[int, float]]) -> str:
    return f"[{','.join(str(number) for number, _ in hits)}]"


def _count(
    db: sqlite3.Connection,
    found: Found,
    listed: Mapping[str, list[tuple[int, float]]],
    question: _Question,
    *,
    exact: bool,
) -> None:
    """Count matches by kind: all of them where that is asked, else up to the bound."""
    for source, sql in COUNTS.items():
        hits = listed.get(source)
        if hits is not None and (len(hits) < BOUND or not exact):
            found.counts[source] = len(hits)
            continue
        counting = sql if exact else COUNT_HITS.format(hits=SOURCES[source][0])
        (found.counts[source],) = db.execute(counting, question.values(source)).fetchone()
    found.least = not exact and any(count >= BOUND for count in found.counts.values())
    fragments = (
        listed["fragment"] if question.narrowing.kind is None else _of_any_kind(db, question)
    )
    kinds = db.execute(KINDS_OF_FRAGMENTS, {"ids": _json(fragments)})
    found.counts.update(dict(map(tuple, kinds)))


def _of_any_kind(db: sqlite3.Connection, question: _Question) -> list[tuple[int, float]]:
    """Return the fragments to count by kind where another kind is listed."""
    values = {**question.given, "kind": None}
    narrowing = replace(question.narrowing, kind=None)
    asked = _Question(question.expressions, narrowing, values, question.floors)
    return _hits(db, "fragment", asked)


def _facet(
    db: sqlite3.Connection, found: Found, source: str, hits: list[tuple[int, float]]
) -> None:
    if source not in FACETS:
        return
    for language, year, publisher, number in db.execute(FACETS[source], {"ids": _json(hits)}):
        found.languages.update({language: number} if language else {})
        found.years.update({year: number} if year else {})
        found.publishers.update({publisher: number} if publisher else {})
