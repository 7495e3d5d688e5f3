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
            folded = ", ".join(f"index_text({column})" for column in columns)
            names = ", ".join(columns)
            table = index.removesuffix("_fts")
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
            db.execute(f"INSERT INTO {index} (rowid, {names}) SELECT id, {folded} FROM {table}")


def register_folding(db: sqlite3.Connection) -> None:
    """Give a connection ``index_text(text)``: a text as the index is fed it, NULL for NULL."""
    db.create_function("index_text", 1, lambda text: text and index_text(text), deterministic=True)


def columns_of(db: sqlite3.Connection, index: str) -> list[str]:
    """Return the columns of a search index."""
    return [row[1] for row in db.execute(f"PRAGMA table_info({index})")]
