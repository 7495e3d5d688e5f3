"""Teasers linked to the full article they were cut from, whichever was loaded first.

Candidates share a print with the teaser: first those whose opening begins as it does, and where
none of them holds all of its words those that share any print. The texts decide.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from loader.link import lookup
from loader.link.match import (
    OPENING,
    are_near,
    folded_words,
    matched_words,
    teaser_words,
    word_runs,
)
from loader.store.prints import is_headline, teaser_prints

_UNSURE = 30  # words; two different articles may agree in so few, and then none is named
_BATCH = 1000
_EXACT = 10  # words from which a cut text is told from a headline
_OPENING_OF = """
select key, title, standfirst, substr(body, 1, ?)
from articles
where id = ?
"""
_BODY_OF = "select body from articles where id = ?"
_TEASER = """
select article_id, words, text, full_article_id, matched
from fragments
where id = ?
"""
LINK = "update fragments set full_article_id = ?, matched = ? where id = ?"
_POINTING = """
select id
from fragments
where full_article_id in (
  select id from articles where seed_id in (select value from json_each(?))
)
"""
_LOOSEN = """
update fragments
set full_article_id = null, matched = null
where seed_id in (select value from json_each(?)) and full_article_id is not null
"""


@dataclass(frozen=True, slots=True)
class Teaser:
    """A teaser to link. ``article`` is the one it was printed with, ``words`` its length."""

    article: int | None
    words: int
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """What a teaser was cut from, or None; ``whole`` where all of its words were found."""

    article: int | None = None
    matched: int | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class _Opening:
    key: str
    title: list[str] | None
    tokens: list[str]
    words: list[str]


class Linker:
    """Judges teasers; keeps the openings that it read last."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._opening = lru_cache(maxsize=256)(self._read_opening)

    def link(self, teaser: Teaser, candidates: Iterable[int]) -> Link:
        """Return the link of a teaser to one of the candidates.

        The article that holds most of its words wins, among equals that with the lowest key;
        where few words agree and the equals are different articles, none.
        """
        words = teaser_words(teaser.text)
        found = [
            (matched, self._opening(article).key, article)
            for article in candidates
            if article != teaser.article and (matched := self._matched(teaser, words, article))
        ]
        if not found:
            return Link()
        most = max(matched for matched, _, _ in found)
        best, *others = (article for matched, _, article in sorted(found) if matched == most)
        if most < _UNSURE and not all(self._are_near(best, other) for other in others):
            return Link()
        return Link(best, most, whole=most >= len(words) - 1)

    def _matched(self, teaser: Teaser, words: list[str], article: int) -> int:
        opening = self._opening(article)
        if len(words) < _EXACT or opening.title == words:
            same = opening.title == words and is_headline(teaser.text)
            return len(words) if same else 0
        return _exact(teaser, opening.tokens) or matched_words(words, opening.words)

    def _read_opening(self, article: int) -> _Opening:
        key, title, standfirst, body = self._db.execute(_OPENING_OF, (OPENING, article)).fetchone()
        parts = [part for part in (title, standfirst, body) if part]
        return _Opening(
            key,
            None if title is None else folded_words(title),
            body.split(),
            folded_words("\n".join(parts)),
        )

    def _are_near(self, one: int, two: int) -> bool:
        bodies = [self._db.execute(_BODY_OF, (article,)).fetchone()[0] for article in (one, two)]
        return are_near(*map(word_runs, bodies))


def _exact(teaser: Teaser, opening: list[str]) -> int:
    """Return a teaser's words if an article begins with all of them; the last may be cut."""
    tokens = teaser.text.split()
    last = len(tokens) - 1
    if last + 1 != teaser.words or opening[:last] != tokens[:last] or len(opening) <= last:
        return 0
    if opening[last] == tokens[last]:
        return teaser.words
    return last if opening[last].startswith(tokens[last].rstrip(".…")) else 0


def connect(db: sqlite3.Connection, seeds: str, telling: Iterable[int]) -> None:
    """Link the teasers of new seeds, and those elsewhere that share ``telling`` prints."""
    touched = lookup.add_teasers(db, seeds)
    touched.update(lookup.teasers_sharing(db, telling))
    _settle(db, touched)


def forget(db: sqlite3.Connection, seeds: str, telling: Iterable[int]) -> None:
    """Link anew what pointed to articles of seeds whose prints are gone already."""
    lookup.cut_teasers(db, seeds)
    touched = {row[0] for row in db.execute(_POINTING, (seeds,))}
    touched.update(lookup.teasers_sharing(db, telling))
    db.execute(_LOOSEN, (seeds,))
    _settle(db, touched - _own(db, seeds))


def _own(db: sqlite3.Connection, seeds: str) -> set[int]:
    query = "select id from fragments where seed_id in (select value from json_each(?))"
    return {row[0] for row in db.execute(query, (seeds,))}


def _settle(db: sqlite3.Connection, touched: Iterable[int]) -> None:
    linker = Linker(db)
    for row in sorted(touched):
        article, words, text, *old = db.execute(_TEASER, (row,)).fetchone()
        teaser, prints = Teaser(article, words, text), teaser_prints(text)
        link = linker.link(teaser, lookup.articles_sharing(db, prints[:1]))
        lookup.keep_others(db, row, prints, keep=not link.whole)
        if not link.whole:
            link = linker.link(teaser, lookup.articles_sharing(db, prints))
        if [link.article, link.matched] != old:
            db.execute(LINK, (link.article, link.matched, row))


_COMMON = """
create temp table common_prints as
select print
from article_prints
group by print
having count(*) > ?
"""
_BY_HEAD = """
select teaser_prints.fragment_id, fragments.article_id, words, text, article_prints.article_id
from teaser_prints
cross join article_prints on article_prints.print = teaser_prints.print
cross join fragments on fragments.id = teaser_prints.fragment_id
where teaser_prints.print not in (select print from common_prints)
order by teaser_prints.print, teaser_prints.fragment_id
"""
_OPEN = """
select id, staged_teasers.prints
from staged_teasers
where id not in (select fragment_id from linked where whole)
"""
_SHARING = """
create temp table sharing as
select distinct teaser_prints.fragment_id, article_prints.article_id
from teaser_prints
cross join article_prints on article_prints.print = teaser_prints.print
where teaser_prints.print not in (select print from common_prints)
  and teaser_prints.fragment_id not in (select fragment_id from linked where whole)
order by 1, 2
"""
_BY_ANY = """
select fragment_id, fragments.article_id, words, text, sharing.article_id
from sharing
cross join fragments on fragments.id = fragment_id
order by sharing.rowid
"""
_LINKED = """
create temp table linked (
  fragment_id integer primary key, article_id integer, matched integer, whole integer
)
"""
_PUT = "insert or replace into linked values (?, ?, ?, ?)"
_LINK_ALL = """
update fragments
set full_article_id = linked.article_id, matched = linked.matched
from linked
where fragments.id = linked.fragment_id and linked.article_id is not null
"""


def connect_all(db: sqlite3.Connection) -> None:
    """Link all teasers of an archive whose prints are stored and staged."""
    db.execute(_COMMON, (lookup.COMMON,))
    db.execute(_LINKED)
    linker = Linker(db)
    _put(db, linker, _BY_HEAD)
    lookup.add_others(db, _OPEN)
    db.execute(_SHARING)
    _put(db, linker, _BY_ANY)
    db.execute(_LINK_ALL)
    for table in ("sharing", "linked", "common_prints"):
        db.execute(f"drop table {table}")


def _put(db: sqlite3.Connection, linker: Linker, query: str) -> None:
    """Link the teasers that a query yields beside their candidates, one row for each pair."""
    rows = groupby(db.execute(query), key=itemgetter(0, 1, 2, 3))
    while links := list(islice(_links(linker, rows), _BATCH)):
        db.executemany(_PUT, links)


def _links(
    linker: Linker, rows: Iterable[tuple[tuple[Any, ...], Iterable[tuple[Any, ...]]]]
) -> Iterator[tuple[int, int | None, int | None, bool]]:
    for (row, article, words, text), pairs in rows:
        link = linker.link(Teaser(article, words, text), [pair[4] for pair in pairs])
        yield row, link.article, link.matched, link.whole
