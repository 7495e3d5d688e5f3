"""Corrections set beside the archive: the texts that they are about, and those that fit no more."""

import sqlite3
from collections.abc import Iterator

from loader.corrections import Corrections
from loader.store.check import Problem

BY_KEY = "select text from seeds where key = ?"
BY_PATH = """
select seeds.key, seeds.text from files join seeds on seeds.id = seed_id
where path = ? or seeds.key = ?
"""
BY_NAME = "select 1 from bylines where instr(text, ?) limit 1"
MEND = "correct the entry, or delete it from the corrections file"


def find_seed(db: sqlite3.Connection, name: str) -> tuple[str, str] | None:
    """Return the key and the text of the seed with this key or path; None where there is none."""
    found: tuple[str, str] | None = db.execute(BY_PATH, (name, name)).fetchone()
    return found


def check_corrections(db: sqlite3.Connection, corrections: Corrections) -> Iterator[Problem]:
    """Yield the corrections whose words no longer stand at their place, or whose author nowhere."""
    for line in corrections.lines:
        found = db.execute(BY_KEY, (line.seed,)).fetchone()
        where = f"correction of seed {line.seed}, {line.start} to {line.end}"
        if found is None:
            yield Problem(where, "the archive has no such seed", MEND)
        elif not line.fits(found[0]):
            yield Problem(where, f"{line.text!r} does not stand there", MEND)
    for author in corrections.authors:
        if db.execute(BY_NAME, (author.author,)).fetchone() is None:
            where = f"correction of author {author.author}"
            yield Problem(where, "no byline prints this name", MEND)
