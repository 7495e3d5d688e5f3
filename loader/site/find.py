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

BOUND = 10_000

ARTICLE_HITS = """
select articles_fts.rowid as id, bm25(articles_fts, 8.0, 3.0, 1.0, 5.0) as score
from articles_fts
where articles_fts match :match
order by articles_fts.rowid desc
limit :bound
"""
ARTICLE_HITS_NARROWED = """
select articles.id, bm25(articles_fts, 8.0, 3.0, 1.0, 5.0) as score
from articles_fts
join articles on articles.id = articles_fts.rowid
join seeds on seeds.id = articles.seed_id
where articles_fts match :match
  and (:language is null or articles.language = :language)
  and (:year is null or substr(articles.published, 1, 4) = :year)
  and (:publisher is null or seeds.publisher = :publisher)
  and (:author is null or exists (
    select 1 from article_authors
    where article_authors.article_id = articles.id and article_authors.author_id = :author))
order by articles_fts.rowid desc
limit :bound
"""
FRAGMENT_HITS = """
select fragments_fts.rowid as id, bm25(fragments_fts) * 0.6 as score
from fragments_fts
where fragments_fts match :match
order by fragments_fts.rowid desc
limit :bound
"""
FRAGMENT_HITS_NARROWED = """
select fragments.id, bm25(fragments_fts) * 0.6 as score
from fragments_fts
join fragments on fragments.id = fragments_fts.rowid
left join articles on articles.id = fragments.article_id
join seeds on seeds.id = fragments.seed_id
where fragments_fts match :match
  and (:kind is null or fragments.kind = :kind)
  and (:language is null or coalesce(articles.language, seeds.language) = :language)
  and (:year is null or substr(coalesce(articles.published, seeds.published), 1, 4) = :year)
  and (:publisher is null or seeds.publisher = :publisher)
  and :author is null
order by fragments_fts.rowid desc
limit :bound
"""
BYLINE_HITS = """
select bylines.id, bm25(bylines_fts) * 0.5 as score
from bylines_fts
join bylines on bylines.id = bylines_fts.rowid
left join articles on articles.id = bylines.article_id
join seeds on seeds.id = bylines.seed_id
where bylines_fts match :match
  and (:language is null or articles.language = :language)
  and (:year is null or substr(articles.published, 1, 4) = :year)
  and (:publisher is null or seeds.publisher = :publisher)
  and (:author is null or exists (
    select 1 from article_authors
    where article_authors.byline_id = bylines.id and article_authors.author_id = :author))
order by bylines_fts.rowid desc
limit :bound
"""
AUTHOR_HITS = """
select authors_fts.rowid as id, bm25(authors_fts) as score
from authors_fts
where authors_fts match :match
  and (:author is null or authors_fts.rowid = :author)
  and coalesce(:language, :year, :publisher) is null
order by authors_fts.rowid desc
limit :bound
"""
COUNTS = {
    "article": "select count(*) from articles_fts where articles_fts match :match",
    "byline": "select count(*) from bylines_fts where bylines_fts match :match",
    "author": "select count(*) from authors_fts where authors_fts match :match",
}
COUNT_HITS = "select count(*) from ({hits})"
KINDS_OF_FRAGMENTS = """
select fragments.kind, count(*)
from json_each(:ids) as hits join fragments on fragments.id = hits.value
group by fragments.kind
"""
HOSTS = {
    "article": "join articles on articles.id = hits.value",
    "fragment": "join fragments on fragments.id = hits.value "
    "left join articles on articles.id = fragments.article_id",
    "byline": "join bylines on bylines.id = hits.value "
    "left join articles on articles.id = bylines.article_id",
}
DATES = "select hits.value, articles.published from json_each(:ids) as hits {host}"
FACETS = """
select articles.language, substr(articles.published, 1, 4), seeds.publisher, count(*)
from json_each(:ids) as hits {host} left join seeds on seeds.id = articles.seed_id
group by 1, 2, 3
"""
AUTHOR_FACET = """
select authors.key, authors.name, count(*) as articles
from json_each(:ids) as hits
join article_authors on article_authors.article_id = hits.value
join authors on authors.id = article_authors.author_id
group by authors.id
order by articles desc, authors.sort_name
limit 10
"""
AUTHOR_ID = "select id from authors where key = ?"

SOURCES = {
    "article": (ARTICLE_HITS_NARROWED, "articles_fts", ("title", "standfirst", "body", "authors")),
    "fragment": (FRAGMENT_HITS_NARROWED, "fragments_fts", ("text",)),
    "byline": (BYLINE_HITS, "bylines_fts", ("text",)),
    "author": (AUTHOR_HITS, "authors_fts", ("name", "native_name")),
}
FRAGMENTS = ("teaser", "caption", "dateline", "notice")
KINDS = ("article", *FRAGMENTS, "byline", "author")


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

    ``counts`` is by kind. ``bounded`` says that ranks and facets are among the newest matches.
    """

    hits: list[tuple[str, int]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    publishers: Counter[str] = field(default_factory=Counter)
    authors: list[tuple[str, str, int]] = field(default_factory=list)
    bounded: bool = False


@dataclass(frozen=True, slots=True)
class _Question:
    expressions: Mapping[str, str]
    narrowing: Narrowing
    given: Mapping[str, Any]

    def values(self, source: str) -> dict[str, Any]:
        """Return the values for a statement on one index."""
        return {**self.given, "match": self.expressions[source]}


def find(
    db: sqlite3.Connection,
    expressions: Mapping[str, str],
    narrowing: Narrowing,
    *,
    order: str,
    offset: int,
    size: int,
) -> Found:
    """Return a page of hits; ``expressions`` holds the FTS5 expression for each source.

    ``order`` is ``rank``, ``newest`` or ``oldest``; hits without a date come last.
    """
    found = Found()
    question = _Question(expressions, narrowing, parameters(db, narrowing))
    listed = {source: _hits(db, source, question) for source in narrowing.sources()}
    keyed = [
        (key, source, number)
        for source, hits in listed.items()
        for key, number in _keys(db, source, hits, order)
    ]
    best = heapq.nsmallest(offset + size, keyed)
    found.hits = [(source, number) for _, source, number in best[offset:]]
    found.bounded = any(len(hits) >= BOUND for hits in listed.values())
    _count(db, found, listed, question)
    for source, hits in listed.items():
        _facet(db, found, source, hits)
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
    }


def _hits(db: sqlite3.Connection, source: str, question: _Question) -> list[tuple[int, float]]:
    """Return (id, score) of the newest matches, as many as the bound."""
    narrowing = question.narrowing
    if source == "article" and narrowing.is_wide:
        sql = ARTICLE_HITS
    elif source == "fragment" and narrowing.is_wide and narrowing.kind is None:
        sql = FRAGMENT_HITS
    else:
        sql = SOURCES[source][0]
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
) -> None:
    """Count matches by kind: exactly where nothing is narrowed, else up to the bound."""
    for source, sql in COUNTS.items():
        if len(listed.get(source, ())) in range(1, BOUND):
            found.counts[source] = len(listed[source])
            continue
        wide = question.narrowing.is_wide
        counting = sql if wide else COUNT_HITS.format(hits=SOURCES[source][0])
        (found.counts[source],) = db.execute(counting, question.values(source)).fetchone()
    fragments = (
        listed["fragment"] if question.narrowing.kind is None else _of_any_kind(db, question)
    )
    kinds = db.execute(KINDS_OF_FRAGMENTS, {"ids": _json(fragments)})
    found.counts.update(dict(map(tuple, kinds)))


def _of_any_kind(db: sqlite3.Connection, question: _Question) -> list[tuple[int, float]]:
    """Return the fragments to count by kind where another kind is listed."""
    values = {**question.given, "kind": None}
    narrowing = replace(question.narrowing, kind=None)
    return _hits(db, "fragment", _Question(question.expressions, narrowing, values))


def _facet(
    db: sqlite3.Connection, found: Found, source: str, hits: list[tuple[int, float]]
) -> None:
    if source not in HOSTS:
        return
    ids = {"ids": _json(hits)}
    for language, year, publisher, number in db.execute(FACETS.format(host=HOSTS[source]), ids):
        found.languages.update({language: number} if language else {})
        found.years.update({year: number} if year else {})
        found.publishers.update({publisher: number} if publisher else {})
    if source == "article":
        found.authors = [tuple(row) for row in db.execute(AUTHOR_FACET, ids)]
