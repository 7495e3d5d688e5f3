"""Which rows leave: a selection by words and facets, or the rows of a query in SQL."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from loader.errors import ExportError
from loader.export.record import ArticleRecord, read_articles
from loader.export.table import Row
from loader.store.query import match_expression

_ARTICLE_ROWS = """
select articles.key, articles.title, articles.standfirst, articles.label, articles.byline,
  articles.authors, articles.language, articles.published, seeds.publisher, articles.url,
  articles.words, articles.confidence, seeds.key as seed,
  (select min(path) from files where files.seed_id = seeds.id) as path, articles.body
from articles
join seeds on seeds.id = articles.seed_id
"""
_FRAGMENT_ROWS = """
select fragments.key, fragments.kind, fragments.label, fragments.words, fragments.truncated,
  fragments.confidence, seeds.key as seed,
  (select min(path) from files where files.seed_id = seeds.id) as path,
  host.key as printed_with, host.label as printed_with_label,
  whole.key as full_article, whole.label as full_article_label, fragments.text
from fragments
join seeds on seeds.id = fragments.seed_id
left join articles as host on host.id = fragments.article_id
left join articles as whole on whole.id = fragments.full_article_id
"""
_BYLINE_ROWS = """
select bylines.kind, articles.key as article, articles.label as article_label,
  (select group_concat(article_authors.name, '; ') from article_authors
   where article_authors.byline_id = bylines.id) as authors,
  bylines.confidence, seeds.key as seed,
  (select min(path) from files where files.seed_id = seeds.id) as path, bylines.text
from bylines
join seeds on seeds.id = bylines.seed_id
left join articles on articles.id = bylines.article_id
"""
_AUTHOR_ROWS = """
select authors.key, authors.name, authors.native_name, authors.sort_name, authors.kind,
  (select count(*) from article_authors
   where article_authors.author_id = authors.id) as articles
from authors
"""
_AUTHOR = """(
  select spellings.author_id from spellings join authors on authors.id = spellings.author_id
  where ? collate nocase in (spellings.name, spellings.native_name, spellings.key, authors.name,
    authors.native_name, authors.key))"""
# Conditions give ids: rows are then read in their order, and none is kept for sorting.
_WRITTEN_BY = f"{{table}}.id in (select {{link}} from article_authors where author_id in {_AUTHOR})"
_OF_SEED = """{table}.id in (
  select {table}.id from seeds join {table} on {table}.seed_id = seeds.id
  where seeds.{column} = ?)"""


class _Source(NamedTuple):
    """The rows of one kind: their table, its indexed columns, their query, its conditions."""

    table: str
    indexed: tuple[str, ...]
    rows: str
    conditions: Mapping[str, str]


_ARTICLES = _Source(
    "articles",
    ("title", "standfirst", "body", "authors"),
    _ARTICLE_ROWS,
    {
        "author": _WRITTEN_BY.format(table="articles", link="article_id"),
        "language": "articles.language = ?",
        "publisher": _OF_SEED.format(table="articles", column="publisher"),
        "year": "substr(articles.published, 1, 4) = ?",
    },
)
_FRAGMENTS = _Source(
    "fragments",
    ("text",),
    _FRAGMENT_ROWS,
    {
        "language": _OF_SEED.format(table="fragments", column="language"),
        "publisher": _OF_SEED.format(table="fragments", column="publisher"),
    },
)
_BYLINES = _Source(
    "bylines",
    ("text",),
    _BYLINE_ROWS,
    {
        "author": _WRITTEN_BY.format(table="bylines", link="byline_id"),
        "language": _OF_SEED.format(table="bylines", column="language"),
        "publisher": _OF_SEED.format(table="bylines", column="publisher"),
        "year": "substr(articles.published, 1, 4) = ?",
    },
)
_AUTHORS = _Source(
    "authors",
    ("name", "native_name"),
    _AUTHOR_ROWS,
    {"author": f"authors.id in {_AUTHOR}"},
)
_FRAGMENT_KINDS = ("teaser", "caption", "dateline", "notice")
_SOURCES = {
    "article": _ARTICLES,
    "fragment": _FRAGMENTS,
    **dict.fromkeys(_FRAGMENT_KINDS, _FRAGMENTS),
    "byline": _BYLINES,
    "author": _AUTHORS,
}
KINDS = tuple(_SOURCES)


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows of one kind (of ``KINDS``) that hold the words and have the facets that are given.

    ``search`` is in the archive's query language. ``author`` is a name in any script or spelling
    that the archive knows, or an author's key. ``year`` has four digits.
    """

    kind: str = "article"
    search: str | None = None
    author: str | None = None
    language: str | None = None
    publisher: str | None = None
    year: str | None = None

    def __str__(self) -> str:
        given = {name: value for name, value in asdict(self).items() if value and name != "kind"}
        facets = ", ".join(f"{name}: {value}" for name, value in given.items())
        return f"{self.kind}s" + (f", {facets}" if facets else "")


@dataclass(frozen=True, slots=True)
class Statement:
    """A query in SQL, with the values of its parameters by name; ``words`` say what it finds."""

    sql: str
    values: Mapping[str, Any]
    words: str = ""

    def __str__(self) -> str:
        return self.words or self.sql.strip()


def select_rows(
    db: sqlite3.Connection, chosen: Selection | Statement
) -> tuple[list[str], Iterator[Row]]:
    """Return the columns and the rows, which are read as they are asked for, by rising id.

    Raises:
        ExportError: there is no such kind or facet, or SQLite does not take the statement.
    """
    if isinstance(chosen, Statement):
        cursor = _execute(db, chosen.sql, chosen.values)
    else:
        source = _source(chosen)
        condition, values = _condition(chosen)
        cursor = db.execute(f"{source.rows} where {condition} order by {source.table}.id", values)
    return [column[0] for column in cursor.description], cursor


def select_articles(
    db: sqlite3.Connection, chosen: Selection | Statement
) -> Iterator[ArticleRecord]:
    """Return the articles chosen, which are read as they are asked for, by rising id.

    Raises:
        ExportError: what is chosen is no articles, or a statement does not say which: it needs
            a column ``key`` with their keys.
    """
    if isinstance(chosen, Selection):
        if chosen.kind != "article":
            raise ExportError(f"{chosen.kind}: only articles are cited; take csv, json or ndjson")
        return read_articles(db, *_condition(chosen))
    sql = f"select * from (\n{chosen.sql.strip().rstrip(';')}\n)"
    columns = [column[0] for column in _execute(db, f"{sql} limit 0", chosen.values).description]
    if "key" not in columns:  # SQLite would take the key of the query around it: every article
        raise ExportError("the query: no column says which articles; add articles.key to it")
    ids = f"select articles.id from articles where articles.key in (select key from ({sql}))"
    return read_articles(db, f"articles.id in ({ids})", chosen.values)


def _source(selection: Selection) -> _Source:
    source = _SOURCES.get(selection.kind)
    if source is None:
        raise ExportError(f"{selection.kind}: no such kind; take one of {', '.join(KINDS)}")
    return source


def _condition(selection: Selection) -> tuple[str, list[str]]:
    """Return what stands after ``where`` and the values of its question marks."""
    source = _source(selection)
    conditions, values = ["true"], []
    if selection.kind in _FRAGMENT_KINDS:
        conditions.append("fragments.kind = ?")
        values.append(selection.kind)
    if selection.search is not None:
        index = f"{source.table}_fts"
        conditions.append(f"{source.table}.id in (select rowid from {index} where {index} match ?)")
        values.append(match_expression(selection.search, source.indexed))
    for name in ("author", "language", "publisher", "year"):
        value = getattr(selection, name)
        if value is None:
            continue
        if name not in source.conditions:
            raise ExportError(f"{name}: of a {selection.kind} it is not known; leave it out")
        conditions.append(source.conditions[name])
        values.append(value)
    return " and ".join(conditions), values


_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)  # of the archive: no query mends it


def _execute(db: sqlite3.Connection, sql: str, values: Mapping[str, Any]) -> sqlite3.Cursor:
    try:
        cursor = db.execute(sql, values)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) in _DAMAGE:
            raise
        raise ExportError(f"the query: {error}; correct it") from error
    if cursor.description is None:
        raise ExportError("the query: it gives no rows; begin it with select")
    return cursor
