"""Seeds that are split again from the archive's own text, since their corrections changed."""

import json
import sqlite3
from collections.abc import Iterable

from loader import link
from loader.corrections import Corrections
from loader.load.workers import rows_of
from loader.model import Seed
from loader.read import parse_record
from loader.store import corrected, files
from loader.store.corrected import Entry, Source
from loader.store.writer import Writer


def is_up_to_date(db: sqlite3.Connection, corrections: Corrections) -> bool:
    """Tell whether the archive's rows were made with these corrections."""
    return corrected.stored(db) == corrections.entries()


def split_again(db: sqlite3.Connection, writer: Writer, corrections: Corrections) -> int:
    """Make the rows of every seed anew that a changed correction is about; return their number."""
    old, new = _by_subject(corrected.stored(db)), _by_subject(corrections.entries())
    changed = [subject for subject in old | new if old.get(subject) != new.get(subject)]
    seed_ids = sorted({seed for subject in changed for seed in corrected.seeds_of(db, *subject)})
    for seed_id in seed_ids:
        rows = rows_of(_seed(corrected.source(db, seed_id)), corrections)
        link.forget(db, [seed_id])
        writer.remove([seed_id])
        (new_id,) = writer.add([rows])
        files.move_files(db, seed_id, new_id)
        link.connect(db, [new_id])
    corrected.store(db, corrections)
    return len(seed_ids)


def _by_subject(entries: Iterable[Entry]) -> dict[tuple[str | None, str | None], list[str]]:
    """Return what was said of each seed and author, in its order: the last word counts."""
    said: dict[tuple[str | None, str | None], list[str]] = {}
    for seed, author, entry in entries:
        said.setdefault((seed, author), []).append(entry)
    return said


def _seed(source: Source) -> Seed:
    """Return a seed as it was read."""
    if source.record is None:
        return Seed(*source[:5])
    record = {**json.loads(source.record), "text": source.text}
    return parse_record(source.sha256, json.dumps(record).encode())
