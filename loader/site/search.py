"""The search page: one box over everything that the archive holds."""

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from datasette.utils.asgi import Response

from loader.site import suggest
from loader.site.aliases import Known, known_names, other_names, with_other_names
from loader.site.find import VISITED, Found, Narrowing, best_authors, find
from loader.site.formats import formats
from loader.site.hits import read_hits
from loader.site.prefixes import Prefixes
from loader.site.served import Archive
from loader.site.statements import AUTHOR_NAME, FRAGMENTS, KINDS, SOURCES
from loader.store.hits import BOUND
from loader.store.query import Query, parse_query

SIZE = 20
LAST_PAGE = BOUND // SIZE
ORDERS = {"rank": "Best match", "newest": "Newest first", "oldest": "Oldest first"}
PLURALS = {
    "article": "Articles",
    "teaser": "Teasers",
    "caption": "Captions",
    "dateline": "Datelines",
    "notice": "Notices",
    "byline": "Bylines",
    "author": "Authors",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a search's address asks for. ``exact`` leaves other forms of names out."""

    text: str
    narrowing: Narrowing
    order: str
    page: int
    exact: bool

    @classmethod
    def from_arguments(cls, arguments: Mapping[str, str]) -> "Asked":
        """Return what a query string asks for; what is no such value asks for the usual."""
        given = {name: arguments.get(name) or None for name in Narrowing.__slots__}
        if given["kind"] not in KINDS:
            given["kind"] = None
        order, page = arguments.get("sort", ""), arguments.get("page", "")
        return cls(
            text=arguments.get("q", ""),
            narrowing=Narrowing(**given),
            order=order if order in ORDERS else "rank",
            page=min(max(1, int(page[:9])), LAST_PAGE) if page[:9].isdecimal() else 1,
            exact=arguments.get("exact") == "1",
        )

    def query_string(self, **changes: object) -> dict[str, object]:
        """Return this search as a query string with changes; a change goes to the first page."""
        narrowing = {name: getattr(self.narrowing, name) for name in Narrowing.__slots__}
        usual = {
            "q": self.text,
            **narrowing,
            "sort": self.order if self.order != "rank" else None,
            "exact": 1 if self.exact else None,
        }
        return {**usual, **changes}


async def view(datasette: Any, request: Any) -> Response:
    """Answer /<database>/-/search."""
    archive = await Archive.open(datasette, request)
    asked = Asked.from_arguments(request.args)
    context: dict[str, Any] = {"here": "search", "asked": asked, "orders": ORDERS}
    if asked.text.strip():
        context |= await archive.read(lambda db: search(db, archive.db.path, asked))

    def address(**changes: object) -> str:
        return archive.links.page("search", **asked.query_string(**changes))

    context |= {"address": address, **_exports(archive, asked, context)}
    return await archive.page("search.html", context)


def _exports(archive: Archive, asked: Asked, context: Mapping[str, Any]) -> dict[str, Any]:
    """Return the addresses of the hits as files; of articles where no kind is chosen."""
    kind = asked.narrowing.kind or "article"
    if not context.get("found") or not context["found"].counts[kind]:
        return {}
    query = urlencode({k: v for k, v in asked.query_string(sort=None).items() if v})
    address = archive.links.page("search")
    return {
        "exported": PLURALS[kind],
        "exports": formats(address, query, articles=kind == "article"),
    }


def search(db: sqlite3.Connection, path: str, asked: Asked) -> dict[str, Any]:
    """Return all that a page of results shows."""
    known: Known = {} if asked.exact else known_names(db, path)
    prefixes = Prefixes(db)
    queries = {
        name: prefixes.bounded(parse_query(asked.text, columns))
        for name, (_, _, columns) in SOURCES.items()
    }
    expressions = {name: with_other_names(query, known) for name, query in queries.items()}
    offset = (asked.page - 1) * SIZE
    found = find(
        db,
        expressions,
        asked.narrowing,
        order=asked.order,
        offset=offset,
        size=SIZE,
        exact=not any(query.stands_in for query in queries.values()),
    )
    total = sum(found.counts[kind] for kind in _listed(asked.narrowing.kind))
    return {
        "found": found,
        "hits": read_hits(db, found.hits, expressions),
        "notes": _notes(queries),
        "also": other_names(queries["article"], known),
        "total": total,
        "bound": BOUND,
        "visited": VISITED,
        "pages": min(LAST_PAGE, -(-total // SIZE)),
        "tabs": [(kind, PLURALS[kind], found.counts[kind]) for kind in KINDS],
        "authors": _authors(db, expressions, asked),
        "only_in": _only_in(found),
        "author_name": _author_name(db, asked.narrowing.author),
        **_help(db, asked.text, queries["article"], found),
    }


def _listed(kind: str | None) -> tuple[str, ...]:
    """Return the kinds of which hits are listed."""
    return (kind,) if kind else ("article", *FRAGMENTS, "byline")


def _notes(queries: Mapping[str, Query]) -> list[str]:
    """Return what no index took as typed: a field that one of them has is a field."""
    others = [set(query.notes) for query in queries.values()]
    return [note for note in queries["article"].notes if all(note in notes for notes in others)]


def _authors(
    db: sqlite3.Connection, expressions: Mapping[str, str], asked: Asked
) -> list[sqlite3.Row]:
    """Return the authors to name above the first page of results."""
    if asked.narrowing != Narrowing() or asked.page > 1:
        return []
    best = best_authors(db, expressions["author"], 5)
    return [hit.row for hit in read_hits(db, best, expressions)]


def _author_name(db: sqlite3.Connection, key: str | None) -> str | None:
    """Return the name of the author whom a search is narrowed to; the key where there is none."""
    row = db.execute(AUTHOR_NAME, (key,)).fetchone()
    return row[0] if row else key


def _only_in(found: Found) -> str | None:
    """Say where all hits are when no article has any."""
    kinds = [kind for kind in (*FRAGMENTS, "byline") if found.counts[kind]]
    if found.counts["article"] or not kinds:
        return None
    if kinds == ["teaser"] and found.counts["teaser"] == 1:
        return "one teaser"
    return " and ".join(PLURALS[kind].lower() for kind in kinds)


def _respelt(text: str, typed: str, word: str) -> str:
    """Return what was typed with one word spelt otherwise.

    >>> _respelt("fog OR Harbuor", "harbuor", "harbour")
    'fog OR harbour'
    """
    return re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", word, text, flags=re.IGNORECASE)


def _help(db: sqlite3.Connection, text: str, query: Query, found: Found) -> dict[str, Any]:
    if sum(found.counts.values()):
        return {}
    near = suggest.near_spellings(db, query)
    return {
        "spellings": [(_respelt(text, typed, word), word) for typed, word in near],
        "shorter": suggest.fewer_words(db, query),
    }
