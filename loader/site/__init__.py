"""The Datasette plugin: hooks only; each module beside says what it is for.

Datasette 0.65 and 1.0 differ in how a plugin gives metadata: ``get_metadata`` is asked by the
first, ``startup`` writes it for the second. Each ignores what it does not know.
"""

# mypy: allow-untyped-decorators

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl

from loader.site import (
    cells,
    connection,
    exports,
    incoming,
    links,
    metadata,
    pages,
    settings,
    stored,
)


@hookimpl
def get_metadata(datasette: Any) -> dict[str, Any]:
    """Describe the archives that are served (0.65)."""
    return metadata.served_metadata(datasette)


@hookimpl
def startup(datasette: Any) -> Callable[[], Awaitable[None]] | None:
    """Suit the settings to archives, and describe those that are served (1.0)."""
    settings.suit(datasette)
    return stored.describe_archives(datasette)


@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection, database: str, datasette: Any) -> None:
    """Give an archive's connections its functions; last, to put ours in escape_fts's place."""
    connection.prepare(conn, database, datasette)


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    """Add the pages."""
    return pages.ROUTES


@hookimpl
def register_output_renderer(datasette: Any) -> list[dict[str, Any]]:
    """Give Datasette's table and query pages their complete exports."""
    return exports.renderers(datasette)


@hookimpl
def render_cell(  # noqa: PLR0917 (Datasette passes by name)
    row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any
) -> Any:
    """Lead from table cells to pages, and keep long texts to a line."""
    return cells.cell(datasette, database, table, column=column, row=row, value=value)


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Note what is asked for, and take a blank search for none."""
    return incoming.watch(datasette)


@hookimpl
def extra_css_urls(database: str | None, view_name: str, datasette: Any) -> list[str]:
    """Make room on the pages of tables and queries."""
    return links.styles(datasette, database, view_name)


@hookimpl(trylast=True)
def extra_template_vars(
    template: str | None, database: str | None, datasette: Any
) -> dict[str, Any]:
    """Give templates what they say besides; last, to put ours in datasette-search-all's place."""
    return metadata.template_variables(datasette, template, database)


@hookimpl
def menu_links(datasette: Any) -> list[dict[str, str]]:
    """Lead from every standard page to the archive's own pages."""
    return links.menu(datasette)
