"""The search indexes filled from their tables, folded and segmented."""

import sqlite3

from loader.store.archive import INDEXES, transaction
from loader.store.fold import index_text


def refill(db: sqlite3.Connection) -> None:
    """Empty the search indexes and fill them again, in one transaction."""
    register_folding(db)
    with transaction(db):
        for index in INDEXES:
            columns = columns_of(db, index)
            folded = ", ".join(map(folded_sql, columns))
            names = ", ".join(columns)
            table = index.removesuffix("_fts")
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
            db.execute(f"INSERT INTO {index} (rowid, {names}) SELECT id, {folded} FROM {table}")


def register_folding(db: sqlite3.Connection) -> None:
    """Give a connection what ``folded_sql`` asks for."""
    db.create_function("folding", 1, _folding, deterministic=True)


def folded_sql(column: str) -> str:
    """Return the SQL for a column's text as the index is fed it, NULL for NULL.

    Most texts are fed as they are, and handing one back to SQLite takes as long as folding it.
    """
    return f"coalesce(folding({column}), {column})"


def _folding(text: str | None) -> str | None:
    """Return a text as the index is fed it, None where that changes nothing."""
    folded = text and index_text(text)
    return None if folded is text else folded


def columns_of(db: sqlite3.Connection, index: str) -> list[str]:
    """Return the columns of a search index."""
    return [row[1] for row in db.execute(f"PRAGMA table_info({index})")]
