"""Ranked search over the archive's four indexes."""

import re
import sqlite3
from dataclasses import asdict, dataclass

from loader.store.fold import fold_with_offsets
from loader.store.query import parse_query

_SPAN = 160  # characters of a snippet
_KINDS = {
    "article": (
        "articles",
        ("title", "standfirst", "body", "authors"),
        "5.0, 2.0, 1.0, 4.0",
        "articles.key, articles.label, articles.authors, articles.body, articles.label, ''",
        "",
    ),
    "fragment": (
        "fragments",
        ("text",),
        "1.0",
        """fragments.key, fragments.kind, null, fragments.text, coalesce(articles.label, ''),
        coalesce((select label from articles as whole where whole.id = full_article_id), '')""",
        "left join articles on articles.id = article_id",
    ),
    "byline": (
        "bylines",
        ("text",),
        "1.0",
        "bylines.kind, bylines.kind, null, bylines.text, coalesce(articles.label, ''), ''",
        "left join articles on articles.id = article_id",
    ),
    "author": (
        "authors",
        ("name", "native_name"),
        "1.0, 1.0",
        "authors.key, authors.name, authors.native_name, authors.name, '', ''",
        "",
    ),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that matches. ``printed_with`` is the article that a fragment or byline stood with."""

    kind: str
    key: str
    label: str
    authors: str | None
    snippet: str
    printed_with: str
    full_article: str

    def as_dict(self) -> dict[str, str | None]:
        """Return the hit for a program to read."""
        return asdict(self)

    def lines(self) -> str:
        """Return the hit for a person to read."""
        head = f"{self.kind}: {self.label}"
        if self.kind == "fragment":
            head = f"only in a {self.label}, printed with: {self.printed_with}"
            head += f"\n  full article: {self.full_article}" if self.full_article else ""
        elif self.kind == "byline":
            head = f"byline of: {self.printed_with}"
        authors = f" ({self.authors})" if self.authors else ""
        return f"{head}{authors}\n  {self.snippet}"


def search(
    db: sqlite3.Connection, text: str, *, kind: str | None = None, limit: int = 20
) -> list[Hit]:
    """Return the best hits for what a person typed: articles, fragments, bylines, authors."""
    found: list[Hit] = []
    for name in [kind] if kind else list(_KINDS):
        found += _search(db, text, name, limit - len(found))
    return found


def _search(db: sqlite3.Connection, text: str, kind: str, limit: int) -> list[Hit]:
    table, columns, weights, selected, join = _KINDS[kind]
    query = parse_query(text, columns)
    statement = f"""
        select {selected} from {table}_fts
        join {table} on {table}.id = {table}_fts.rowid {join}
        where {table}_fts match ? order by bm25({table}_fts, {weights}), {table}.id limit ?
    """
    words = [term.text for group in query.groups for term in group]
    return [
        Hit(kind, key, label, authors, _snippet(body, words), printed_with, full)
        for key, label, authors, body, printed_with, full in db.execute(
            statement, (query.expression, max(0, limit))
        )
    ]


def _snippet(text: str, words: list[str]) -> str:
    """Return the surroundings of the first word that is found as it stands, on one line."""
    folded = fold_with_offsets(text)
    stems = "|".join(re.escape(word.strip()[:6]) for word in words if word.strip())
    match = re.search(rf"\b(?:{stems})", folded.text, re.IGNORECASE) if stems else None
    at = folded.starts[match.start()] if match and folded.starts else 0
    start = max(0, at - _SPAN // 2)
    piece = " ".join(text[start : start + _SPAN].split())
    return ("…" if start else "") + piece + ("…" if start + _SPAN < len(text) else "")
