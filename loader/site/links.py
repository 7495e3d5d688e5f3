"""Addresses: of the archive's own pages, and from Datasette's pages to them."""

from typing import Any
from urllib.parse import urlencode

from loader.site.archives import archive_names

STYLED = ("table", "row", "query", "database")
"""What Datasette calls its pages of tables, rows and queries."""


class Links:
    """The addresses of one archive's pages, with whatever prefix Datasette is served under."""

    def __init__(self, datasette: Any, database: str) -> None:
        self._urls = datasette.urls
        self.name = database
        self.database = str(datasette.urls.database(database))

    def page(self, path: str, **query: object) -> str:
        """Return the address of one of our pages; empty values are left out of the query."""
        given = {name: value for name, value in query.items() if value not in ("", None)}
        return f"{self.database}/-/{path}" + (f"?{urlencode(given, doseq=True)}" if given else "")

    def home(self) -> str:
        """Return the address of the archive's front page."""
        return self.page("home")

    def article(self, key: str) -> str:
        """Return the address of an article's page."""
        return self.page(f"article/{key}")

    def seed(self, key: str) -> str:
        """Return the address of the anatomy of a seed."""
        return self.page(f"seed/{key}")

    def author(self, key: str) -> str:
        """Return the address of an author's page."""
        return self.page(f"author/{key}")

    def table(self, name: str) -> str:
        """Return the address of a table on Datasette's own pages."""
        return str(self._urls.table(self.name, name))

    def row(self, table: str, key: object) -> str:
        """Return the address of a row on Datasette's own pages."""
        return str(self._urls.row(self.name, table, str(key)))

    def static(self, file: str) -> str:
        """Return the address of a file of the package."""
        return str(self._urls.static_plugins("seed_archive", file))


def menu(datasette: Any) -> list[dict[str, str]]:
    """Return the menu's links to the archives' front pages and searches."""
    names = archive_names(datasette)
    return [
        {"href": Links(datasette, name).page(path), "label": f"{label} {name}".strip()}
        for name in names
        for path, label in (("home", "Read"), ("search", "Search"))
    ]


def styles(datasette: Any, database: str | None, view_name: str) -> list[str]:
    """Return the style sheets of a page of Datasette's: one on an archive's tables and queries."""
    if view_name in STYLED and database in archive_names(datasette):
        return [Links(datasette, str(database)).static("tables.css")]
    return []
