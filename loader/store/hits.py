"""Ranked search over the archive's four indexes, for the command line."""

import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import NamedTuple

from loader.store.matches import find_matches
from loader.store.query import parse_query

BOUND = 10_000
"""Newest matches of an index that are ranked: bm25 costs 2 to 3 µs each, in any archive."""
_SPAN = 160  # characters of a snippet


class _Index(NamedTuple):
    """An index that is asked: its table, columns and their weights, and what is told of a row."""

    table: str
    columns: tuple[str, ...]
    weights: str
    told: str
    join: str = ""


_HOST = "left join articles on articles.id = article_id"
_INDEXES = {
    "article": _Index(
        "articles",
        ("title", "standfirst", "body", "authors"),
        "5.0, 2.0, 1.0, 4.0",
        "articles.key, articles.label, articles.authors, articles.body, articles.id, null, null",
    ),
    "fragment": _Index(
        "fragments",
        ("text",),
        "1.0",
        """fragments.key, fragments.kind, null, fragments.text, articles.id, articles.label,
        (select label from articles as whole where whole.id = full_article_id)""",
        _HOST,
    ),
    "byline": _Index(
        "bylines",
        ("text",),
        "1.0",
        "null, bylines.kind, null, bylines.text, articles.id, articles.label, null",
        _HOST,
    ),
    "author": _Index(
        "authors",
        ("name", "native_name"),
        "1.0, 1.0",
        "authors.key, authors.name, authors.native_name, authors.name, null, null, null",
    ),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that matches.

    ``printed_with`` is the article that a fragment or byline stood with, ``in_that_article`` says
    whether its own words match too, ``full_article`` is what a teaser was cut from.
    """

    kind: str
    key: str | None
    label: str
    authors: str | None
    snippet: str
    printed_with: str | None
    in_that_article: bool
    full_article: str | None

    def as_dict(self) -> dict[str, object]:
        """Return the hit for a program to read."""
        return asdict(self)

    def lines(self) -> str:
        """Return the hit for a person to read."""
        head = f"{self.kind}: {self.label}"
        if self.kind == "fragment":
            only = "" if self.in_that_article else "only "
            head = f"{only}in a {self.label}, printed with: {self.printed_with or 'no article'}"
        elif self.kind == "byline":
            head = f"byline of: {self.printed_with or 'no article'}"
        authors = f" ({self.authors})" if self.authors else ""
        key = f"  [{self.key}]" if self.key else ""
        whole = f"\n  full article: {self.full_article}" if self.full_article else ""
        return f"{head}{authors}{key}{whole}\n  {self.snippet}"


def search(
    db: sqlite3.Connection, text: str, *, kind: str | None = None, limit: int = 20
) -> list[Hit]:
    """Return the best hits for what a person typed: articles, fragments, bylines, authors.

    Of each kind the newest ``BOUND`` matches are ranked.
    """
    found: list[Hit] = []
    for name in [kind] if kind else list(_INDEXES):
        found += _search(db, text, name, limit - len(found))
    return found


def _search(db: sqlite3.Connection, text: str, kind: str, limit: int) -> list[Hit]:
    index = _INDEXES[kind]
    expression = parse_query(text, index.columns).expression
    statement = f"""
        with best as (
          select id, score
          from (
            select rowid as id, bm25({index.table}_fts, {index.weights}) as score
            from {index.table}_fts
            where {index.table}_fts match ?
            order by rowid desc
            limit {BOUND}
          )
          order by score, id
          limit ?
        )
        select {index.told} from best
        join {index.table} on {index.table}.id = best.id {index.join}
        order by best.score, best.id
    """
    rows = db.execute(statement, (expression, max(0, limit))).fetchall()
    snippets = _snippets([row[3] for row in rows], parse_query(text).expression)
    return [
        Hit(kind, row[0], row[1], row[2], snippet, row[5], _is_in(db, text, row[4]), row[6])
        for row, snippet in zip(rows, snippets, strict=True)
    ]


def _is_in(db: sqlite3.Connection, text: str, article: int | None) -> bool:
    """Tell whether an article's own words match."""
    expression = parse_query(text, _INDEXES["article"].columns).expression
    asked = "select 1 from articles_fts where articles_fts match ? and rowid = ?"
    return article is not None and db.execute(asked, (expression, article)).fetchone() is not None


def _snippets(texts: Sequence[str], expression: str) -> list[str]:
    """Return the surroundings of the first match in each text, on one line."""
    found = find_matches(["text"], [[text] for text in texts], expression)
    return [
        _snippet(text, ranges[0][0] if ranges else 0)
        for text, (ranges,) in zip(texts, found, strict=True)
    ]


def _snippet(text: str, at: int) -> str:
    start = max(0, at - _SPAN // 2)
    piece = " ".join(text[start : start + _SPAN].split())
    return ("…" if start else "") + piece + ("…" if start + _SPAN < len(text) else "")
