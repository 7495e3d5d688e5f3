"""The search indexes filled from their tables, folded and segmented."""

import sqlite3

from loader.store.archive import INDEXES
from loader.store.fold import index_text


def refill(db: sqlite3.Connection) -> None:
    """Empty the search indexes and fill them again, in one transaction."""
    db.create_function("index_text", 1, lambda text: text and index_text(text), deterministic=True)
    db.execute("BEGIN IMMEDIATE")
    for index in INDEXES:
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({index})")]
        folded = ", ".join(f"index_text({column})" for column in columns)
        names = ", ".join(columns)
        table = index.removesuffix("_fts")
        db.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
        db.execute(f"INSERT INTO {index} (rowid, {names}) SELECT id, {folded} FROM {table}")
    db.execute("COMMIT")
