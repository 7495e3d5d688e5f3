"""The concordance: every place where a word stands, one line each, with its context."""

import sqlite3
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import Response

from loader.site.formats import formats
from loader.site.prefixes import Prefixes
from loader.site.served import Archive
from loader.store.fold import index_text
from loader.store.matches import KeywordLine, keyword_lines
from loader.store.query import parse_query

DOCUMENTS = 300
"""Texts that the page reads for lines, the newest that match: about 0.3 s for texts of 6 KB."""
EXPORTED = 10_000
"""Texts that an export reads for lines; the lines of so many fit in memory to be sorted."""
SHOWN = 500
WORDS = 8
MOST_WORDS = 50
ORDERS = {"right": "what follows", "left": "what precedes", "article": "article", "date": "date"}
READ = 300_000
"""Code points of a text that are read."""

ARTICLES = """
select 'article' as kind, articles.key, articles.label, articles.published,
  length(articles.body) > :read as cut, substr(articles.body, 1, :read) as text
from (
  select rowid as id
  from articles_fts
  where articles_fts match :match
  order by rowid desc
  limit :documents
) as found
join articles on articles.id = found.id
order by articles.id desc
"""
FRAGMENTS = """
select fragments.kind, articles.key, articles.label, articles.published,
  length(fragments.text) > :read as cut, substr(fragments.text, 1, :read) as text
from (
  select rowid as id
  from fragments_fts
  where fragments_fts match :match
  order by rowid desc
  limit :documents
) as found
join fragments on fragments.id = found.id
left join articles on articles.id = fragments.article_id
order by fragments.id desc
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
class Lines:
    """What a concordance finds; ``complete`` where all that matches was read. Notes on it."""

    lines: list[Line]
    complete: bool
    notes: tuple[str, ...]


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
            words=min(int(words[:4]), MOST_WORDS) if words[:4].isdecimal() else WORDS,
            order=order if order in ORDERS else "right",
            everything=arguments.get("in", "") != "articles",
        )


async def view(datasette: Any, request: Any) -> Response:
    """Answer /<database>/-/concordance."""
    archive = await Archive.open(datasette, request)
    asked = Asked.from_arguments(request.args)
    found = await archive.read(lambda db: find_lines(db, asked, DOCUMENTS))
    query = urlencode({name: request.args[name] for name in request.args})
    context = {
        "exports": formats(archive.links.page("concordance"), query, articles=False),
        "here": "concordance",
        "asked": asked,
        "orders": ORDERS,
        "lines": found.lines[:SHOWN],
        "direction": _direction(found.lines),
        "total": len(found.lines),
        "complete": found.complete,
        "documents": DOCUMENTS,
        "read": READ,
        "notes": found.notes,
    }
    return await archive.page("concordance.html", context)


def find_lines(db: sqlite3.Connection, asked: Asked, documents: int) -> Lines:
    """Return the lines of a concordance in order.

    ``documents`` is how many articles, and how many fragments, are read at most.
    """
    query = Prefixes(db).bounded(parse_query(asked.text))
    expression = query.expression
    values = {"match": expression, "documents": documents + 1, "read": READ}
    lines: list[Line] = []
    complete = not query.stands_in
    for sql in (ARTICLES, FRAGMENTS) if asked.everything else (ARTICLES,):
        texts = db.execute(sql, values).fetchall()
        complete = complete and len(texts) <= documents and not any(text["cut"] for text in texts)
        for batch in _batched(texts[:documents]):
            found = keyword_lines([text["text"] for text in batch], expression, asked.words)
            lines += (
                _line(text, line)
                for text, its_lines in zip(batch, found, strict=True)
                for line in its_lines
            )
    return Lines(sorted(lines, key=_sort_key(asked.order)), complete, query.notes)


def _direction(lines: list[Line]) -> str:
    """Return the direction in which most matches are read; what comes before them stands there.

    So the words next to a match stand beside it.
    """
    leftward = sum(map(_is_leftward, (line.match for line in lines)))
    return "rtl" if 2 * leftward > len(lines) else "ltr"


def _is_leftward(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)


def _batched(texts: list[sqlite3.Row]) -> Iterator[list[sqlite3.Row]]:
    """Yield texts by the hundred: an index in memory is made for each batch."""
    yield from (texts[place : place + 100] for place in range(0, len(texts), 100))


def _line(text: sqlite3.Row, line: KeywordLine) -> Line:
    return Line(
        left=_one_line(line.left),
        match=_one_line(line.match),
        right=_one_line(line.right),
        kind=text["kind"],
        key=text["key"],
        label=text["label"],
        published=text["published"],
        start=line.start,
    )


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
