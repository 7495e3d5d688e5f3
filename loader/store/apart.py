"""The search index of a fresh archive, filled in a file of its own and moved in at the end.

Filling the index is most of the work of writing, and needs nothing of the tables: a second process
can do it. What it wrote is the same, page by page, as if it had been written into the archive.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from loader.store import archive
from loader.store.rows import Row
from loader.store.writer import FED, INSERT

# What FTS5 keeps an index in. The index's words stand in these tables alone, the texts in its
# content table, so that copying them is copying the index.
_SHADOWS = ("data", "idx", "docsize")
_CACHE = 8 << 20  # bytes; an index is written in order
_ATTACH = "ATTACH ? AS apart"


def place(db: sqlite3.Connection) -> Path:
    """Return the path for the index of a fresh archive that is open: beside its file."""
    building = Path(str(db.execute("PRAGMA database_list").fetchone()[2]))
    return building.with_suffix(".index.building")


def can_move_in(db: sqlite3.Connection) -> bool:
    """Tell whether this SQLite lets the tables behind an index be written; some builds do not."""
    with suppress(sqlite3.OperationalError):
        for table in _tables():
            db.execute(f"DELETE FROM {table} WHERE false")
        return True
    return False


def create(path: Path) -> sqlite3.Connection:
    """Make a file with empty indexes; all that is added to it is one transaction."""
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path, isolation_level=None)
    archive.tune_for_building(db, cache=_CACHE)
    for statement in archive.statements(archive.schema("schema")):
        if any(f"CREATE VIRTUAL TABLE {index} " in statement for index in FED):
            db.execute(statement)
    archive.set_hash_size(db, archive.BUILDING_HASH_BYTES)
    db.execute("BEGIN")
    return db


def add(db: sqlite3.Connection, rows: Mapping[str, Sequence[Row]]) -> None:
    """Feed each index with rows of its columns, ids rising."""
    for index, fed in rows.items():
        db.executemany(INSERT[index], fed)


def close(db: sqlite3.Connection) -> None:
    """Write what is still in memory, and close the file."""
    db.execute("COMMIT")
    db.close()


def move_in(db: sqlite3.Connection, path: Path) -> None:
    """Put the indexes of a closed file into the archive, whose own are empty."""
    db.execute(_ATTACH, (str(path),))
    for table in _tables():
        db.execute(f"DELETE FROM main.{table}")
        db.execute(f"INSERT INTO main.{table} SELECT * FROM apart.{table}")


def _tables() -> list[str]:
    return [f"{index}_{shadow}" for index in FED for shadow in _SHADOWS]
