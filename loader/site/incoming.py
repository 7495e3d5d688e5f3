"""Requests before Datasette sees them: what it does not tell its plugins, what asks for nothing."""

from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette.utils import tilde_decode

from loader.site.archives import archive_names

_TABLE_DEPTH = 2  # /database/table; a row's address goes deeper
_path: ContextVar[str] = ContextVar("path", default="")

Application = Callable[[dict[str, Any], Any, Any], Awaitable[None]]


def asks_for_row() -> bool:
    """Say whether the request that is being answered is for one row.

    Datasette 0.65 does not tell ``render_cell`` whether it asks for a table or for a row.
    """
    return _path.get().count("/") >= _TABLE_DEPTH


def watch(datasette: Any) -> Callable[[Application], Application]:
    """Return a wrapper of the application that notes each address and drops idle arguments."""

    def wrap(app: Application) -> Application:
        async def noting(scope: dict[str, Any], receive: Any, send: Any) -> None:
            prefix = datasette.setting("base_url")
            path = str(scope.get("path", "")).removeprefix(prefix).strip("/")
            token = _path.set(path)
            try:
                await app(await _without_idle(datasette, path, scope), receive, send)
            finally:
                _path.reset(token)

        return noting

    return wrap


async def _without_idle(datasette: Any, path: str, scope: dict[str, Any]) -> dict[str, Any]:
    """Return a request without what asks for nothing, but costs.

    The filter form of every table sends ``_search=`` along: Datasette would look for no word and
    show no row. A ``_facet`` that the table has anyway it would count and show twice.
    """
    query = scope.get("query_string", b"")
    if b"_search" not in query and b"_facet" not in query:
        return scope
    database, _, table = map(tilde_decode, path.partition("/"))
    if database not in archive_names(datasette):
        return scope
    facets = await _standing_facets(datasette, database, table.partition(".")[0])
    given = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    kept = [(name, value) for name, value in given if not _is_idle(name, value, facets)]
    if len(kept) == len(given):
        return scope
    return {**scope, "query_string": urlencode(kept).encode("latin-1")}


def _is_idle(name: str, value: str, facets: list[Any]) -> bool:
    return (name == "_search" and not value.strip()) or (name == "_facet" and value in facets)


async def _standing_facets(datasette: Any, database: str, table: str) -> list[Any]:
    """Return the facets that a table shows without being asked, whoever said so."""
    if hasattr(datasette, "table_metadata"):  # 0.65
        about = datasette.table_metadata(database, table)
    else:
        about = await datasette.table_config(database, table)
    facets: list[Any] = about.get("facets") or []
    return facets
