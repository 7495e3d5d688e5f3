"""What an archive's database connections are given."""

import sqlite3
from pathlib import Path
from typing import Any

from loader.site.archives import is_archive
from loader.store.archive import recover
from loader.store.functions import register_functions

LEAST_LENGTH = 5_000_000
MOST_LENGTH = 100_000_000
"""Bounds of SQLITE_LIMIT_LENGTH, in bytes: one expression such as zeroblob(1000000000) would
otherwise cost 20 s and a gigabyte, which no time limit stops."""


def prepare(db: sqlite3.Connection, database: str, datasette: Any) -> None:
    """Register the functions, and bound the length of values by what the archive can hold.

    What a killed load left half written is undone first: this connection may not write.
    """
    path = datasette.databases[database].path if database in datasette.databases else None
    if path is None or not is_archive(path):
        return
    if datasette.databases[database].is_mutable:
        recover(Path(path))
    register_functions(db)
    size = Path(path).stat().st_size
    db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, min(max(size, LEAST_LENGTH), MOST_LENGTH))
