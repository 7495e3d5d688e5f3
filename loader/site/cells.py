"""Cells of Datasette's own table pages: they lead to the archive's pages, long texts keep short."""

from typing import Any

from markupsafe import Markup

from loader.site.archives import is_archive
from loader.site.incoming import asks_for_row
from loader.site.links import Links

PAGES = {"articles": "article", "bibliography": "article", "seeds": "seed", "authors": "author"}
"""Tables and views whose ``key`` names one of our pages."""
NAMES = ("key", "label", "name")
"""Their columns that lead to it."""
ROWS = {
    "article_id": "articles",
    "full_article_id": "articles",
    "printed_with_id": "articles",
    "fragment_id": "fragments",
    "author_id": "authors",
    "seed_id": "seeds",
}
"""Columns of views and queries that hold the id of a row; tables have foreign keys for that."""
LINE = 80
LONG = {"body", "text", "teaser", "record", "byline", "standfirst"}


def cell(
    datasette: Any, database: str, table: str | None, *, column: str, row: Any, value: Any
) -> Markup | None:
    """Return what a cell shows instead of its value, None for the value itself."""
    if database not in datasette.databases or value in (None, ""):
        return None
    if not is_archive(datasette.databases[database].path):
        return None
    links = Links(datasette, database)
    if table in PAGES and column in NAMES and "key" in row.keys():  # noqa: SIM118 (a row is no dict)
        return _link(links.page(f"{PAGES[table]}/{row['key']}"), value)
    if column in ROWS and isinstance(value, int):
        return _link(links.row(ROWS[column], value), value)
    if column in LONG and isinstance(value, str) and not asks_for_row():
        return _line(value)
    return None


def _link(address: str, value: object) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, value)


def _line(text: str) -> Markup | None:
    """Return the beginning of a long text, whose length is said; a short one stays."""
    if len(text) <= LINE:
        return None
    beginning = " ".join(text[: LINE * 2].split())[:LINE]
    return Markup("{}… <small>{:,} characters</small>").format(beginning, len(text))
