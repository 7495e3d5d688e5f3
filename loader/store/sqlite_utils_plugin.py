"""sqlite-utils plugin: the archive's SQL functions on its command line and in its library."""

import sqlite3

from sqlite_utils import hookimpl

from loader.store.functions import register_functions


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Register the functions on every connection that sqlite-utils opens."""
    register_functions(conn)
