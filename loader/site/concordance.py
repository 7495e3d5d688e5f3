"""The concordance: every place where a word stands, one line each, with its context."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import Response

from loader.site.formats import formats
from loader.site.served import Archive
from loader.store.fold import index_text
from loader.store.matches import keyword_lines
from loader.store.query import parse_query

DOCUMENTS = 1_000
"""Texts that are read for lines: the newest that match; a page of them takes about a second."""
SHOWN = 500
WORDS = 8
MOST_WORDS = 50
ORDERS = {"right": "what follows", "left": "what precedes", "article": "article", "date": "date"}
READ = 300_000

TEXTS = """
select 'article' as kind, articles.key, articles.label, articles.published,
  substr(articles.body, 1, :read) as text, articles.id
from articles_fts join articles on articles.id = articles_fts.rowid
where articles_fts match :match
union all
select fragments.kind, articles.key, articles.label, articles.published,
  substr(fragments.text, 1, :read), fragments.id
from fragments_fts
join fragments on fragments.id = fragments_fts.rowid
left join articles on articles.id = fragments.article_id
where fragments_fts match :match and :everything
order by 6 desc, 1
limit :documents
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One place: the words around it, and the text that prints it."""

    left: str
    match: str
    right: str
    kind: str
    key: str | None
    label: str | None
    published: str | None
    start: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What a concordance's address asks for."""

    text: str
    words: int
    order: str
    everything: bool

    @classmethod
    def from_arguments(cls, arguments: Mapping[str, str]) -> "Asked":
        """Return what a query string asks for; what is no such value asks for the usual."""
        words, order = arguments.get("words", ""), arguments.get("sort", "")
        return cls(
            text=arguments.get("q", ""),
            words=min(int(words), MOST_WORDS) if words[:4].isdecimal() else WORDS,
            order=order if order in ORDERS else "right",
            everything=arguments.get("in", "") != "articles",
        )


async def view(datasette: Any, request: Any) -> Response:
    """Answer /<database>/-/concordance."""
    archive = await Archive.open(datasette, request)
    asked = Asked.from_arguments(request.args)
    lines, complete = await archive.read(lambda db: find_lines(db, asked))
    query = urlencode({name: request.args[name] for name in request.args})
    context = {
        "exports": formats(archive.links.page("concordance"), query, articles=False),
        "here": "concordance",
        "asked": asked,
        "orders": ORDERS,
        "lines": lines[:SHOWN],
        "total": len(lines),
        "complete": complete,
        "documents": DOCUMENTS,
        "notes": parse_query(asked.text).notes,
    }
    return await archive.page("concordance.html", context)


def find_lines(db: sqlite3.Connection, asked: Asked) -> tuple[list[Line], bool]:
    """Return the lines of a concordance in order, and whether every text that matches was read."""
    expression = parse_query(asked.text).expression
    values = {
        "match": expression,
        "everything": asked.everything,
        "documents": DOCUMENTS + 1,
        "read": READ,
    }
    texts = db.execute(TEXTS, values).fetchall()
    lines = [
        Line(
            _one_line(line.left),
            _one_line(line.match),
            _one_line(line.right),
            *(text["kind"], text["key"], text["label"], text["published"]),
            line.start,
        )
        for text in texts[:DOCUMENTS]
        for line in keyword_lines(text["text"], expression, asked.words)
    ]
    return sorted(lines, key=_sort_key(asked.order)), len(texts) <= DOCUMENTS


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _sort_key(order: str) -> Any:
    """Return the key of an order; each ends in the place, so that the order is stable."""

    def key(line: Line) -> tuple[Any, ...]:
        place = (line.label or "", line.key or "", line.kind, line.start)
        if order == "left":
            return (_words(line.left)[::-1], *place)
        if order == "right":
            return (_words(line.right), *place)
        if order == "date":
            return (line.published is None, line.published or "", *place)
        return place

    return key


def _words(context: str) -> list[str]:
    """Return a context's words as they sort: folded, without punctuation around them."""
    words = (word.strip(".,;:!?\"'“”‘’()[]«»—–-") for word in index_text(context).lower().split())
    return [word for word in words if word]
