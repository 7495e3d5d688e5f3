"""Seeds that are split again from the archive's own text, since their corrections changed."""

import json
import sqlite3
from collections.abc import Iterator

from loader import link
from loader.corrections import Corrections
from loader.load.workers import rows_of
from loader.model import Seed
from loader.read import parse_record
from loader.store.writer import Writer

STORED = "select seed, author, entry from corrections order by position"
STORE = "insert into corrections (seed, author, entry) values (?, ?, ?)"
BY_KEY = "select id from seeds where key = ?"
BY_NAME = "select distinct seed_id from bylines where instr(text, ?)"
SEED = "select sha256, media_type, encoding, bytes, text, record from seeds where id = ?"
MOVE = "update files set seed_id = ? where seed_id = ?"


def is_up_to_date(db: sqlite3.Connection, corrections: Corrections) -> bool:
    """Tell whether the archive's rows were made with these corrections."""
    return db.execute(STORED).fetchall() == corrections.entries()


def split_again(db: sqlite3.Connection, writer: Writer, corrections: Corrections) -> int:
    """Make the rows of every seed anew that a changed correction is about; return their number."""
    old, new = set(db.execute(STORED)), set(corrections.entries())
    seed_ids = sorted({seed_id for entry in old ^ new for seed_id in _affected(db, entry)})
    for seed_id in seed_ids:
        rows = rows_of(_stored_seed(db, seed_id), corrections)
        link.forget(db, [seed_id])
        writer.remove([seed_id])
        (new_id,) = writer.add([rows])
        db.execute(MOVE, (new_id, seed_id))
        link.connect(db, [new_id])
    remember(db, corrections)
    return len(seed_ids)


def remember(db: sqlite3.Connection, corrections: Corrections) -> None:
    """Note the corrections that the archive's rows were made with."""
    db.execute("delete from corrections")
    db.executemany(STORE, corrections.entries())


def _affected(db: sqlite3.Connection, entry: tuple[str | None, str | None, str]) -> Iterator[int]:
    seed, author, _ = entry
    query, value = (BY_KEY, seed) if seed is not None else (BY_NAME, author)
    for (seed_id,) in db.execute(query, (value,)):
        yield int(seed_id)


def _stored_seed(db: sqlite3.Connection, seed_id: int) -> Seed:
    """Return a seed as it was read."""
    sha256, media_type, encoding, size, text, record = db.execute(SEED, (seed_id,)).fetchone()
    if record is None:
        return Seed(sha256, media_type, encoding, size, text)
    return parse_record(sha256, json.dumps({**json.loads(record), "text": text}).encode())
