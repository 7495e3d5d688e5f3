"""The archive read back seed by seed, in one pass over each table."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

Row = tuple[Any, ...]
Kind = TypeVar("Kind")
_HIGHEST = (1 << 63) - 1

SEEDS = """
select id, key, sha256, media_type, encoding, bytes, characters, language, url, publisher,
  published, title, label, row_counts, record, text
from seeds
where id between ? and ?
order by id
"""
ARTICLES = """
select seed_id, id, key, position, title, standfirst, label, byline, authors, author_names,
  language, published, url, words, start, "end", confidence,
  (select key from articles as head where head.id = articles.group_id), body
from articles
where seed_id between ? and ?
order by seed_id, id
"""
FRAGMENTS = """
select seed_id, id, article_id, full_article_id, key, position, kind, label, words, truncated,
  start, "end", confidence, matched,
  (select key from articles where articles.id = full_article_id), text
from fragments
where seed_id between ? and ?
order by seed_id, id
"""
BYLINES = """
select seed_id, id, article_id, position, kind, start, "end", confidence, text
from bylines
where seed_id between ? and ?
order by seed_id, id
"""
CREDITS = """
select bylines.seed_id, articles.position, authors.name, article_authors.position,
  bylines.position, authors.key, article_authors.name, article_authors.native_name,
  article_authors.kind, known_as, article_authors.start, article_authors."end"
from bylines
cross join article_authors on byline_id = bylines.id
join articles on articles.id = article_authors.article_id
left join authors on authors.id = author_id
where bylines.seed_id between ? and ?
order by bylines.seed_id, article_authors.article_id, article_authors.position
"""
AFFILIATIONS = """
select bylines.seed_id, bylines.position, author_position, authors.key, role, organisation,
  affiliations.start, affiliations."end"
from bylines
cross join affiliations on byline_id = bylines.id
left join authors on authors.id = author_id
where bylines.seed_id between ? and ?
order by bylines.seed_id, affiliations.id
"""
MENTIONS = """
select mentions.seed_id, start, "end", latin, native, article_id, fragment_id
from mentions
join names on names.id = name_id
where mentions.seed_id between ? and ?
order by seed_id, start
"""
SPANS = """
select seed_id, position, kind, start, "end", rule, confidence, article_id, fragment_id, byline_id
from spans
where seed_id between ? and ?
order by seed_id, position
"""


# The order of columns here is that of the queries above, without the seed's id.
class Source(NamedTuple):
    """A row of ``seeds``."""

    id: int
    key: str
    sha256: str
    media_type: str
    encoding: str
    size: int
    characters: int
    language: str | None
    url: str | None
    publisher: str | None
    published: str | None
    title: str | None
    label: str
    row_counts: str
    record: str | None
    text: str


class Article(NamedTuple):
    """A row of ``articles``; ``head`` is the key of the article that stands for its group."""

    id: int
    key: str
    position: int
    title: str | None
    standfirst: str | None
    label: str
    byline: str | None
    authors: str | None
    author_names: str
    language: str | None
    published: str | None
    url: str | None
    words: int
    start: int
    end: int
    confidence: float
    head: str | None
    body: str


class Fragment(NamedTuple):
    """A row of ``fragments``; ``full`` is the key of the article that it was cut from."""

    id: int
    article_id: int | None
    full_id: int | None
    key: str
    position: int
    kind: str
    label: str
    words: int
    truncated: int
    start: int
    end: int
    confidence: float
    matched: int | None
    full: str | None
    text: str


class Byline(NamedTuple):
    """A row of ``bylines``."""

    id: int
    article_id: int | None
    position: int
    kind: str
    start: int
    end: int
    confidence: float
    text: str


class Credit(NamedTuple):
    """A row of ``article_authors``; ``article`` and ``byline`` are places in the seed."""

    article: int
    author: str | None
    position: int
    byline: int
    key: str | None
    name: str
    native_name: str | None
    kind: str
    known_as: str
    start: int
    end: int


class Span(NamedTuple):
    """A row of ``spans``."""

    position: int
    kind: str
    start: int
    end: int
    rule: str
    confidence: float
    article_id: int | None
    fragment_id: int | None
    byline_id: int | None


def _maker(kind: Callable[..., Kind]) -> Callable[[Row], Kind]:
    """Return what makes a record of a row, in a third of the time that ``kind._make`` takes."""
    make: Any = tuple.__new__
    return partial(make, kind)


source_of, article_of, fragment_of = _maker(Source), _maker(Article), _maker(Fragment)
byline_of, credit_of, span_of = _maker(Byline), _maker(Credit), _maker(Span)

AUTHORS = "select key, name, native_name, sort_name, kind from authors"


class SeedRecord(NamedTuple):
    """A seed with the rows of its own; tuples in the order of the queries above, from ``id`` on."""

    seed: Row
    articles: list[Row]
    fragments: list[Row]
    bylines: list[Row]
    credits: list[Row]
    affiliations: list[Row]
    mentions: list[Row]
    spans: list[Row]

    @property
    def text(self) -> str:
        """The seed's text."""
        return str(self.seed[-1])

    def counts(self) -> str:
        """Return how many rows there are of each table, as ``seeds.row_counts`` spells it."""
        return row_counts(
            self.articles,
            self.fragments,
            self.bylines,
            self.credits,
            self.affiliations,
            self.mentions,
            self.spans,
        )


# The tables that ``seeds.row_counts`` counts, in its order.
COUNTED = (
    "articles",
    "fragments",
    "bylines",
    "article_authors",
    "affiliations",
    "mentions",
    "spans",
)


def row_counts(*tables: list[Row]) -> str:
    """Return the lengths of a seed's tables, in the order of ``SeedRecord``.

    >>> row_counts([()], [], [(), ()])
    '1 0 2'
    """
    return " ".join(map(str, map(len, tables)))


def records(db: sqlite3.Connection, first: int = 0, last: int = _HIGHEST) -> Iterator[SeedRecord]:
    """Yield the seeds with ids from ``first`` to ``last``, each with its rows, by id."""
    within = (first, last)
    children = [
        _BySeed(db.execute(query, within))
        for query in (ARTICLES, FRAGMENTS, BYLINES, CREDITS, AFFILIATIONS, MENTIONS, SPANS)
    ]
    for seed in db.execute(SEEDS, within):
        yield SeedRecord(seed, *(child.of(seed[0]) for child in children))


_WITHOUT_SEED = itemgetter(slice(1, None))


class _BySeed:
    """Rows that start with their seed's id, handed out seed by seed in rising order."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._groups = groupby(rows, key=itemgetter(0))
        self._seed = -1
        self._rows: list[Row] = []

    def of(self, seed: int) -> list[Row]:
        """Return the rows of a seed, without its id."""
        while self._seed < seed:
            group = next(self._groups, None)
            if group is None:
                return []
            self._seed, self._rows = group[0], list(map(_WITHOUT_SEED, group[1]))
        return self._rows if self._seed == seed else []
