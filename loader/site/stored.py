"""Metadata for Datasette 1.0, which keeps it in tables of its own: written at its start."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from loader.site.metadata import served_metadata

CONFIGURATION = frozenset(
    {"label_column", "sort", "sort_desc", "size", "facets", "sortable_columns", "hidden"}
)
"""Keys of a table that 1.0 reads from its configuration, not from its metadata."""


def describe_archives(datasette: Any) -> Callable[[], Awaitable[None]] | None:
    """Return the work to do at the start of Datasette 1.0; None on 0.65, which asks a hook.

    What the user gave with ``-m`` or ``-c`` is there before and is left as it is.
    """
    if not hasattr(datasette, "set_resource_metadata"):
        return None

    async def describe() -> None:
        site = served_metadata(datasette)
        databases = site.pop("databases")
        have = await datasette.get_instance_metadata()
        for key in site.keys() - have.keys():
            await datasette.set_instance_metadata(key, site[key])
        for name, database in databases.items():
            await _describe_database(datasette, name, database)

    return describe


async def _describe_database(datasette: Any, name: str, database: dict[str, Any]) -> None:
    tables, queries = database.pop("tables"), database.pop("queries")
    have = await datasette.get_database_metadata(name)
    for key in database.keys() - have.keys():
        await datasette.set_database_metadata(name, key, database[key])
    for table, about in tables.items():
        await _describe_table(datasette, name, table, about)
    for query, about in queries.items():
        if await datasette.get_query(name, query) is None:
            await datasette.add_query(
                name,
                query,
                about["sql"],
                title=about["title"],
                description=about["description"],
                parameters=about.get("params"),
                is_trusted=True,
            )


async def _describe_table(datasette: Any, name: str, table: str, about: dict[str, Any]) -> None:
    _configure(datasette, name, table, about)
    have = await datasette.get_resource_metadata(name, table)
    for key in about.keys() - have.keys() - CONFIGURATION - {"columns"}:
        value = about[key]
        text = value if isinstance(value, str) else json.dumps(value)
        await datasette.set_resource_metadata(name, table, key, text)
    for column, description in about["columns"].items():
        if not await datasette.get_column_metadata(name, table, column):
            await datasette.set_column_metadata(name, table, column, "description", description)


def _configure(datasette: Any, name: str, table: str, about: dict[str, Any]) -> None:
    """Set a table's sort, size, facets; a user's sort in either direction stands."""
    configuration = datasette.config
    for step in ("databases", name, "tables", table):
        configuration = configuration.setdefault(step, {})
    taken = set(configuration)
    if taken & {"sort", "sort_desc"}:
        taken |= {"sort", "sort_desc"}
    configuration |= {key: about[key] for key in CONFIGURATION & about.keys() - taken}
