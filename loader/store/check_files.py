"""The archive compared with the files on disk that it was loaded from."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from loader.errors import ReadError
from loader.read import parse_record, read_file, read_lines
from loader.store.files import count_records
from loader.store.problem import Problem

MEND = "load it again"
_NO_LIMIT = 1 << 62  # bytes; what was loaded was within the limit of its load
FILES = """
select path, sha256
from files
left join seeds on seeds.id = seed_id
where container is null and path <> '-'
order by path
"""
RECORD = """
select sha256
from files
join seeds on seeds.id = seed_id
where path = ?
"""


def check_files(
    db: sqlite3.Connection, *, progress: Callable[[int], None] = lambda _: None
) -> Iterator[Problem]:
    """Yield the files that are gone or hold something else than was loaded.

    Reads every file. What came through standard input has none. ``progress`` is told how many
    files are done.
    """
    for done, (path, sha256) in enumerate(db.execute(FILES), 1):
        if not Path(path).exists():
            yield Problem(path, "no longer there", "run: seed-archive load --prune")
        elif sha256 is None:
            yield from _check_collection(db, path)
        elif _sha256(path) != sha256:
            yield Problem(path, "not what was loaded", MEND)
        progress(done)


def _sha256(path: str) -> str | None:
    try:
        return read_file(path, max_bytes=_NO_LIMIT).sha256
    except ReadError:
        return None


def _check_collection(db: sqlite3.Connection, path: str) -> Iterator[Problem]:
    """Yield the records of a collection that are others now, new or gone."""
    met = 0
    try:
        for number, line in read_lines(path, max_bytes=_NO_LIMIT):
            where = f"{path}#{number}"
            known = db.execute(RECORD, (where,)).fetchone()
            met += known is not None
            if known is None and _record_sha256(where, line) is not None:
                yield Problem(where, "not in the archive", MEND)
            elif known is not None and _record_sha256(where, line) != known[0]:
                yield Problem(where, "not what was loaded", MEND)
    except ReadError as error:
        yield Problem(path, error.reason, MEND)
        return
    count = count_records(db, path)
    if met < count:
        yield Problem(path, f"has lost {count - met} of its records", MEND)


def _record_sha256(where: str, line: bytes | ReadError) -> str | None:
    try:
        return None if isinstance(line, ReadError) else parse_record(where, line).sha256
    except ReadError:
        return None
