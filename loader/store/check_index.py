"""Proof that the search indexes hold exactly what their tables give, folded and segmented."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from loader.store.archive import INDEXES, SCHEMA_VERSION, connect
from loader.store.index import columns_of, folded_sql, register_folding
from loader.store.problem import REINDEX, Problem

_NOT_NOW = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
)


def check_indexes(db: sqlite3.Connection) -> list[Problem]:
    """Return the indexes of a ``changeable`` archive that do not agree with their tables.

    FTS5 compares an index with its content table; here the table is replaced by a view of the
    same name that folds as the loader does.
    """
    register_folding(db)
    return [problem for index in INDEXES for problem in _check_index(db, index)]


def _check_index(db: sqlite3.Connection, index: str) -> Iterator[Problem]:
    table = index.removesuffix("_fts")
    _put_view(db, table, columns_of(db, index))
    try:
        db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield Problem(index, f"does not agree with {table} ({error})", REINDEX)


def _put_view(db: sqlite3.Connection, table: str, columns: Sequence[str]) -> None:
    folded = ", ".join(f"{folded_sql(column)} AS {column}" for column in columns)
    db.execute("PRAGMA legacy_alter_table=ON")  # leaves the other tables' references alone
    db.execute(f"ALTER TABLE {table} RENAME TO {table}_unfolded")
    db.execute(f"CREATE VIEW {table} AS SELECT id, {folded} FROM {table}_unfolded")


@contextmanager
def changeable(path: Path) -> Iterator[tuple[sqlite3.Connection, bool]]:
    """Open an archive in a transaction that is rolled back at the end: nobody writes meanwhile.

    Where it must not be changed, or a load is changing it, a copy is opened instead, in a
    temporary file of SQLite's, and the second value is False.
    """
    with closing(connect(path, write=True)) as db:
        if _can_change(db):
            try:
                yield db, True
            finally:
                db.rollback()
            return
    with closing(sqlite3.connect("", isolation_level=None)) as copy:
        with closing(connect(path)) as db:
            db.backup(copy)
        copy.execute("BEGIN")
        yield copy, False


def _can_change(db: sqlite3.Connection) -> bool:
    """Begin a transaction that can write; tell whether there is one now."""
    db.execute("PRAGMA busy_timeout=0")
    try:
        db.execute("BEGIN IMMEDIATE")
        db.execute(f"PRAGMA user_version={SCHEMA_VERSION}")  # a write, to the same value
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _NOT_NOW:
            raise
        db.rollback()
        return False
    return True
