"""Ranked, narrowed, counted: what a query finds in the archive's four indexes.

bm25 costs 2 to 3 µs a match, so a word in a third of all documents would cost seconds in a large
archive. Ranks and facets are therefore taken among the newest matches only (``BOUND``), and the
page says so; counts of matches are exact, they cost a thirtieth.
"""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
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
BY_RANK = "select id, score, null from ({hits}) as hits order by score, id limit :enough"
BY_DATE = """
select id, score, (
  select published from articles where articles.id = {article}) as published
from ({hits}) as hits
order by published is null, published {direction}, id {direction}
limit :enough
"""
OWN_ARTICLE = {
    "article": "hits.id",
    "fragment": "(select article_id from fragments where fragments.id = hits.id)",
    "byline": "(select article_id from bylines where bylines.id = hits.id)",
    "author": "null",
}
HOST = {
    "article": "join articles on articles.id = hits.id",
    "fragment": "join fragments on fragments.id = hits.id "
    "left join articles on articles.id = fragments.article_id",
    "byline": "join bylines on bylines.id = hits.id "
    "left join articles on articles.id = bylines.article_id",
}
FACETS = """
with hits as materialized ({hits})
select articles.language, substr(articles.published, 1, 4), seeds.publisher, count(*)
from hits {host} left join seeds on seeds.id = articles.seed_id
group by 1, 2, 3
"""
AUTHOR_FACET = """
with hits as materialized ({hits})
select authors.key, authors.name, count(*) as articles
from hits
join article_authors on article_authors.article_id = hits.id
join authors on authors.id = article_authors.author_id
group by authors.id
order by articles desc, authors.sort_name
limit 10
"""
COUNTS = {
    "article": "select count(*) from articles_fts where articles_fts match :match",
    "byline": "select count(*) from bylines_fts where bylines_fts match :match",
    "author": "select count(*) from authors_fts where authors_fts match :match",
}
COUNT_HITS = "select count(*) from ({hits})"
KINDS_OF_FRAGMENTS = """
with hits as materialized ({hits})
select fragments.kind, count(*)
from hits join fragments on fragments.id = hits.id
group by fragments.kind
"""
AUTHOR_ID = "select id from authors where key = ?"

SOURCES = {
    "article": (ARTICLE_HITS_NARROWED, "articles_fts", ("title", "standfirst", "body", "authors")),
    "fragment": (FRAGMENT_HITS, "fragments_fts", ("text",)),
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
    given = parameters(db, narrowing)
    ordered: list[tuple[Any, ...]] = []
    for source in narrowing.sources():
        values = {**given, "match": expressions[source], "enough": offset + size}
        sql = _ordered_sql(source, _hits_sql(source, narrowing), order)
        ordered += [(_sort_key(row, order), source, row[0]) for row in db.execute(sql, values)]
    ordered.sort()
    found.hits = [(source, row) for _, source, row in ordered[offset : offset + size]]
    _count(db, found, expressions, narrowing, given)
    _facet(db, found, expressions, narrowing, given)
    return found


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


def _hits_sql(source: str, narrowing: Narrowing) -> str:
    if source == "article" and narrowing.is_wide:
        return ARTICLE_HITS
    return SOURCES[source][0]


def _ordered_sql(source: str, hits: str, order: str) -> str:
    if order == "rank":
        return BY_RANK.format(hits=hits)
    direction = "desc" if order == "newest" else "asc"
    return BY_DATE.format(hits=hits, article=OWN_ARTICLE[source], direction=direction)


def _sort_key(row: tuple[Any, ...], order: str) -> tuple[Any, ...]:
    """Return a key that merges the lists of several indexes into one order."""
    number, score, published = row[0], row[1], row[2]
    if order == "rank":
        return (score, number)
    digits = [ord(char) for char in published or ""]
    if order == "newest":
        return (not digits, [-digit for digit in digits], -number)
    return (not digits, digits, number)


def _count(
    db: sqlite3.Connection,
    found: Found,
    expressions: Mapping[str, str],
    narrowing: Narrowing,
    given: Mapping[str, Any],
) -> None:
    """Count matches by kind: exactly where nothing is narrowed, else up to the bound."""
    for source, sql in COUNTS.items():
        narrowed = COUNT_HITS.format(hits=SOURCES[source][0])
        values = {**given, "match": expressions[source]}
        (number,) = db.execute(sql if narrowing.is_wide else narrowed, values).fetchone()
        found.counts[source] = number
        found.bounded |= number >= BOUND and source in narrowing.sources()
    values = {**given, "match": expressions["fragment"], "kind": None}
    rows = db.execute(KINDS_OF_FRAGMENTS.format(hits=FRAGMENT_HITS), values).fetchall()
    found.counts.update(dict(map(tuple, rows)))
    found.bounded |= sum(number for _, number in rows) >= BOUND


def _facet(
    db: sqlite3.Connection,
    found: Found,
    expressions: Mapping[str, str],
    narrowing: Narrowing,
    given: Mapping[str, Any],
) -> None:
    for source in narrowing.sources():
        if source not in HOST:
            continue
        hits, values = _hits_sql(source, narrowing), {**given, "match": expressions[source]}
        sql = FACETS.format(hits=hits, host=HOST[source])
        for language, year, publisher, number in db.execute(sql, values):
            found.languages.update({language: number} if language else {})
            found.years.update({year: number} if year else {})
            found.publishers.update({publisher: number} if publisher else {})
        if source == "article":
            rows = db.execute(AUTHOR_FACET.format(hits=hits), values)
            found.authors = [(key, name, number) for key, name, number in rows]
