"""Seeds that are split again from the archive's own text, since their corrections changed."""

import json
import sqlite3

from loader import link
from loader.corrections import Corrections
from loader.load.workers import rows_of
from loader.model import Seed
from loader.read import parse_record
from loader.store import corrected, files
from loader.store.corrected import Source
from loader.store.writer import Writer


def is_up_to_date(db: sqlite3.Connection, corrections: Corrections) -> bool:
    """Tell whether the archive's rows were made with these corrections."""
    return corrected.stored(db) == corrections.entries()


def split_again(db: sqlite3.Connection, writer: Writer, corrections: Corrections) -> int:
    """Make the rows of every seed anew that a changed correction is about; return their number."""
    changed = set(corrected.stored(db)) ^ set(corrections.entries())
    seed_ids = sorted({seed for entry in changed for seed in corrected.seeds_of(db, entry)})
    for seed_id in seed_ids:
        rows = rows_of(_seed(corrected.source(db, seed_id)), corrections)
        link.forget(db, [seed_id])
        writer.remove([seed_id])
        (new_id,) = writer.add([rows])
        files.move_files(db, seed_id, new_id)
        link.connect(db, [new_id])
    corrected.store(db, corrections)
    return len(seed_ids)


def _seed(source: Source) -> Seed:
    """Return a seed as it was read."""
    if source.record is None:
        return Seed(*source[:5])
    record = {**json.loads(source.record), "text": source.text}
    return parse_record(source.sha256, json.dumps(record).encode())
