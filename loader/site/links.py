"""From Datasette's own pages to the archive's."""

from typing import Any

from loader.site.archives import archive_names


def menu(datasette: Any) -> list[dict[str, str]]:
    """Return the menu's links: none where no archive is served."""
    return [
        {
            "href": datasette.urls.path(f"{datasette.urls.database(name)}/-/search"),
            "label": "Search",
        }
        for name in archive_names(datasette)[:1]
    ]


def cell(datasette: Any, database: str, table: str | None, column: str, value: Any) -> Any:
    """Return what a table's cell shows instead of its value, or None for the value."""
