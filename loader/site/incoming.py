"""Requests before Datasette sees them: what it does not tell its plugins, and blank searches."""

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
    """Return a wrapper of the application that notes each address and drops blank searches."""

    def wrap(app: Application) -> Application:
        async def noting(scope: dict[str, Any], receive: Any, send: Any) -> None:
            prefix = datasette.setting("base_url")
            path = str(scope.get("path", "")).removeprefix(prefix).strip("/")
            token = _path.set(path)
            try:
                await app(_without_blank_searches(datasette, path, scope), receive, send)
            finally:
                _path.reset(token)

        return noting

    return wrap


def _without_blank_searches(datasette: Any, path: str, scope: dict[str, Any]) -> dict[str, Any]:
    """Return a request without ``_search=``, which the filter form of every table sends along.

    Datasette would look for no word and show no row.
    """
    query = scope.get("query_string", b"")
    if b"_search" not in query:
        return scope
    if tilde_decode(path.partition("/")[0]) not in archive_names(datasette):
        return scope
    given = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    kept = [(name, value) for name, value in given if value.strip() or name != "_search"]
    if len(kept) == len(given):
        return scope
    return {**scope, "query_string": urlencode(kept).encode("latin-1")}
