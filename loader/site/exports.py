"""Searches, lists and queries as files: complete, in every form, from every page."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from datasette.utils.asgi import NotFound, Response

from loader.errors import ExportError
from loader.export import Statement, Tally, export, write_manifest, write_rows
from loader.site import concordance
from loader.site.aliases import known_names, with_other_names
from loader.site.archives import is_archive
from loader.site.concordance import Asked as AskedLines
from loader.site.concordance import Line, find_lines
from loader.site.find import parameters
from loader.site.formats import NAMES, SUFFIXES
from loader.site.search import Asked
from loader.site.served import Archive
from loader.site.statements import FRAGMENTS, SOURCES
from loader.site.streams import StreamedExport
from loader.store.digest import digest
from loader.store.query import parse_query

ROWS_ONLY = ("csv", "json", "ndjson")

ARTICLE_ROWS = """
select articles.key, articles.title, articles.label, articles.standfirst, articles.authors,
  articles.published, seeds.publisher, articles.language, articles.url, articles.words,
  articles.confidence, seeds.key as seed, articles.body
from articles join seeds on seeds.id = articles.seed_id
where articles.id in (select id from ({hits}))
order by articles.id
"""
FRAGMENT_ROWS = """
select fragments.key, fragments.kind, fragments.words, fragments.truncated,
  host.key as printed_with, host.label as printed_with_label, whole.key as full_article,
  whole.label as full_article_label, seeds.key as seed, fragments.text
from fragments
join seeds on seeds.id = fragments.seed_id
left join articles as host on host.id = fragments.article_id
left join articles as whole on whole.id = fragments.full_article_id
where fragments.id in (select id from ({hits}))
order by fragments.id
"""
BYLINE_ROWS = """
select bylines.kind, articles.key as article, articles.label as article_label,
  seeds.key as seed, bylines.text
from bylines
join seeds on seeds.id = bylines.seed_id
left join articles on articles.id = bylines.article_id
where bylines.id in (select id from ({hits}))
order by bylines.id
"""
AUTHOR_ROWS = """
select authors.key, authors.name, authors.native_name, authors.sort_name, authors.kind,
  (select count(*) from article_authors where author_id = authors.id) as articles
from authors
where authors.id in (select id from ({hits}))
order by authors.id
"""
ROWS = {
    "article": ARTICLE_ROWS,
    "fragment": FRAGMENT_ROWS,
    "byline": BYLINE_ROWS,
    "author": AUTHOR_ROWS,
}
ONE_ARTICLE = "select key from articles where key = :key"
_LIMIT = re.compile(r"\s+limit \d+(?:\s+offset \d+)?\s*$")


async def search_view(datasette: Any, request: Any) -> Response:
    """Answer /<database>/-/search.<suffix>: all hits of one kind, articles unless it says which."""
    archive = await Archive.open(datasette, request)
    suffix = request.url_vars["suffix"]
    asked = Asked.from_arguments(request.args)
    statement = await archive.read(lambda db: _search_statement(db, archive.db.path, asked))
    kind = asked.narrowing.kind or "article"
    if kind != "article" and suffix not in ROWS_ONLY:
        raise NotFound(f"Only articles leave as {NAMES[suffix]}.")
    return _streamed(archive.db.path, statement, suffix, f"search-{kind}", request)


async def article_view(datasette: Any, request: Any) -> Response:
    """Answer /<database>/-/article/<key>.<suffix>."""
    archive = await Archive.open(datasette, request)
    suffix, values = request.url_vars["suffix"], {"key": request.url_vars["key"]}
    if await archive.read(lambda db: db.execute(ONE_ARTICLE, values).fetchone()) is None:
        raise NotFound(f"There is no article {values['key']} in this archive.")
    statement = Statement(ONE_ARTICLE, values, values["key"])
    return _streamed(archive.db.path, statement, suffix, values["key"], request)


async def concordance_view(datasette: Any, request: Any) -> Response:
    """Answer /<database>/-/concordance.<suffix>: every line, in the order of the page."""
    archive = await Archive.open(datasette, request)
    asked = AskedLines.from_arguments(request.args)
    suffix = request.url_vars["suffix"]
    if suffix not in ROWS_ONLY:
        raise NotFound("A concordance leaves as CSV, JSON or newline JSON.")

    def write(db: sqlite3.Connection, tally: Tally) -> Iterator[str]:
        db.row_factory = sqlite3.Row
        found = find_lines(db, asked, concordance.EXPORTED)
        columns = [column.name for column in fields(Line)]
        rows = ([getattr(line, column) for column in columns] for line in found.lines)

        def counted() -> Iterator[list[Any]]:
            yield from rows
            if not found.complete:
                tally.stopped = (
                    "incomplete: only the newest texts were read, and of long ones the beginning"
                )

        return write_rows(columns, counted(), SUFFIXES[suffix], tally, **_options(request.args))

    return StreamedExport(archive.db.path, write, SUFFIXES[suffix], "concordance")


def renderers(datasette: Any) -> list[dict[str, Any]]:
    """Return the further forms of Datasette's own table and query pages."""
    extensions = {"csv_complete": "csv", "json_complete": "json"}
    extensions |= {suffix: suffix for suffix in SUFFIXES if suffix not in ("csv", "json")}
    return [
        {
            "extension": extension,
            "render": _renderer(suffix),
            "can_render": _can_render(datasette, suffix),
        }
        for extension, suffix in extensions.items()
    ]


def _can_render(datasette: Any, suffix: str) -> Any:
    def can_render(columns: list[str], database: str, table: str | None, view_name: str) -> bool:
        if database not in datasette.databases or view_name == "row":
            return False
        if not is_archive(datasette.databases[database].path):
            return False
        cited = "key" in columns and table in (None, "articles", "bibliography")
        return bool(columns) and (suffix in ROWS_ONLY or cited)

    return can_render


def _renderer(suffix: str) -> Any:
    async def render(
        datasette: Any, database: str, table: str | None, sql: str, request: Any
    ) -> Response | None:
        if "pks" in request.url_vars or not is_archive(datasette.databases[database].path):
            return None
        values: Mapping[str, Any] = {name: request.args[name] for name in request.args}
        if table:
            sql, values = await _table_query(datasette, database, table, request)
        name = table or "query"
        selected = _without_limit(sql) if table else sql
        statement = Statement(selected, _named(sql, values), f"{database}: {name}")
        return _streamed(datasette.databases[database].path, statement, suffix, name, request)

    return render


async def _table_query(
    datasette: Any, database: str, table: str, request: Any
) -> tuple[str, Mapping[str, Any]]:
    """Return the SQL of a filtered table page and its values, as Datasette itself makes them."""
    asked = [
        (name, value)
        for name in request.args
        if name not in ("_next", "_size", "_shape", "_labels")
        for value in request.args.getlist(name)
    ]
    asked += [("_extra", "query"), ("_shape", "objects"), ("_size", "1"), ("_nofacet", "1")]
    address = datasette.urls.table(database, table, format="json")
    response = await datasette.client.get(address, params=asked, cookies=request.cookies)
    if response.status_code != 200:  # noqa: PLR2004 (OK)
        raise NotFound("This selection has no rows to export.")
    query = response.json()["query"]
    return query["sql"], query["params"]


def _without_limit(sql: str) -> str:
    return _LIMIT.sub("", sql)


def _named(sql: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of the parameters that a statement names; '' for those not given."""
    names = re.findall(r":(\w+)", sql)
    return {name: values.get(name, "") for name in names}


def _search_statement(db: sqlite3.Connection, path: str, asked: Asked) -> Statement:
    kind = asked.narrowing.kind or "article"
    source = "fragment" if kind in FRAGMENTS else kind
    hits, _, columns = SOURCES[source]
    known = {} if asked.exact else known_names(db, path)
    values = {
        **parameters(db, asked.narrowing),
        "match": with_other_names(parse_query(asked.text, columns), known),
        "bound": -1,
    }
    return Statement(ROWS[source].format(hits=hits), values, f"Search for {asked.text}")


def _streamed(path: str, statement: Statement, suffix: str, name: str, request: Any) -> Response:
    """Return an export; or, where ``_manifest=1`` asks for it, what that export is."""
    arguments = request.args
    format_name, limit = SUFFIXES[suffix], arguments.get("_limit", "")[:9]

    def write(db: sqlite3.Connection, tally: Tally) -> Iterator[str]:
        try:
            yield from export(db, statement, format_name, tally, **_options(arguments))
        except ExportError as error:
            yield f"{error}\n"

    def describe(db: sqlite3.Connection, tally: Tally) -> Iterator[str]:
        yield from ("" for _ in write(db, tally))
        asked = Statement(f"{request.path}?{request.query_string}", {})
        yield write_manifest(asked, format_name, tally, digest(db))

    most = int(limit) if limit.isdecimal() else None
    if arguments.get("_manifest") == "1":
        return StreamedExport(path, describe, "json", f"{name}-manifest", most)
    return StreamedExport(path, write, format_name, name, most)


def _options(arguments: Mapping[str, str]) -> dict[str, bool]:
    """Return the options of CSV: a mark for spreadsheets, and formulas left as they are."""
    return {"bom": arguments.get("_bom") == "1", "formulas": arguments.get("_formulas") == "1"}
