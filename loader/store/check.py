"""Proof that an archive is whole: every invariant, every row, in one pass.

Each check yields problems: where, what, and the mend. Nothing is changed.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path

from loader.errors import SchemaError, StoreError
from loader.store.archive import connect
from loader.store.check_index import changeable, check_indexes
from loader.store.check_ledger import check_ledgers
from loader.store.check_prints import PrintSums, add_prints, check_prints, stored_prints
from loader.store.check_seed import check_seed
from loader.store.digest import Digest
from loader.store.problem import RELOAD, Checked, Problem
from loader.store.records import AUTHORS, records
from loader.store.trouble import store_error

_MOST = 1_000  # problems that are told; a file that is broken all over has millions
_FEW = 1_000  # seeds; below this, starting a process costs more than it saves
_PART = 500  # ids of seeds checked at once: two processes end within a tenth of a second
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR)


def check_archive(path: Path, *, progress: Callable[[int], None] = lambda _: None) -> Checked:
    """Check every invariant of an archive; ``progress`` is told how many seeds are done.

    A file that is no archive or that SQLite cannot read is a problem too. Raises SchemaError
    where there is no file, StoreError where it cannot be read for reasons outside it.
    """
    checked = Checked()
    try:
        with (
            _second_process(path) as pool,
            closing(connect(path)) as db,
            changeable(path) as (scratch, is_held),
        ):
            db.execute("BEGIN")  # all is read as it was at one moment
            seeds = _Seeds(db, path, pool if is_held else None, progress)
            indexes = check_indexes(scratch)
            checked.problems += islice(_check_rows(db, seeds, checked), _MOST)
            checked.problems += indexes
    except SchemaError as error:
        if not path.exists():
            raise
        what, _, remedy = str(error).removeprefix(f"{path}: ").rpartition("; ")
        checked.problems.append(Problem(str(path), what, remedy))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in _DAMAGE:
            raise store_error(path, error) or error from error
        checked.problems.append(Problem(str(path), f"it is damaged ({error})", RELOAD))
    except BrokenProcessPool as error:
        what = "the process that checks beside this one was ended from outside (out of memory?)"
        raise StoreError(f"{path}: {what}; verify again") from error
    return checked


@contextmanager
def _second_process(path: Path) -> Iterator[ProcessPoolExecutor | None]:
    """Give a process that checks seeds beside this one, None where that does not pay."""
    with closing(connect(path)) as db:
        (few,) = db.execute("select count(*) < ? from (select 1 from seeds limit ?)", (_FEW, _FEW))
    if few[0]:
        yield None
        return
    with ProcessPoolExecutor(1) as pool:
        pool.submit(os.getpid).result()  # so that it starts before there are locks to inherit
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)


def _check_rows(db: sqlite3.Connection, seeds: "_Seeds", checked: Checked) -> Iterator[Problem]:
    """Yield what is broken in the tables; count the seeds and work out the digest meanwhile."""
    yield from _check_file(db)
    # Before the seeds, so that what a second process can take stands last.
    ledgers, stored = list(islice(check_ledgers(db), _MOST)), stored_prints(db)
    digest, prints = Digest(), PrintSums()
    for part in seeds.check():
        yield from part.problems
        checked.seeds += part.seeds
        digest += part.digest
        prints += part.prints
    yield from check_prints(db, stored, prints)
    yield from ledgers
    digest.add_authors(db.execute(AUTHORS))
    checked.digest = str(digest)


def _check_file(db: sqlite3.Connection) -> Iterator[Problem]:
    """Check pages, b-trees and foreign keys."""
    for (message,) in db.execute("PRAGMA quick_check(20)"):
        if message != "ok":
            yield Problem("archive", message, RELOAD)
    for table, rowid, parent, _ in db.execute("PRAGMA foreign_key_check"):
        where = f"{table} {rowid}" if rowid is not None else table
        yield Problem(where, f"points to a row that {parent} does not have", RELOAD)


@dataclass(slots=True)
class _Part:
    """What was found in some seeds."""

    problems: list[Problem] = field(default_factory=list)
    seeds: int = 0
    digest: Digest = field(default_factory=Digest)
    prints: PrintSums = field(default_factory=PrintSums)


class _Seeds:
    """The seeds of an archive, in parts.

    A second process, where there is one, begins at once with the first part; this one, when it
    comes to them, takes the last, and so on until the two meet.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        path: Path,
        pool: ProcessPoolExecutor | None,
        progress: Callable[[int], None],
    ) -> None:
        self._db = db
        first, last = db.execute("select min(id), max(id) from seeds").fetchone()
        self._ids = range(first or 1, (last or 0) + 1)
        self._starts = self._ids[::_PART]
        self._progress = progress
        self._done = count(1)
        self._elsewhere = [pool.submit(_check_part_of, path, at) for at in self._starts if pool]
        for part in self._elsewhere:
            part.add_done_callback(self._tell)

    def check(self) -> Iterator[_Part]:
        """Yield what was found, in the order of the seeds."""
        if not self._elsewhere:
            for start in self._starts:
                yield _check_part(self._db, start)
                self._tell()
            return
        here: list[_Part] = []
        while self._elsewhere and self._elsewhere[-1].cancel():
            self._elsewhere.pop()
            here.append(_check_part(self._db, self._starts[len(self._elsewhere)]))
        for part in self._elsewhere:
            yield part.result()
        yield from reversed(here)

    def _tell(self, _: object = None) -> None:
        self._progress(min(next(self._done) * _PART, len(self._ids)))


def _check_part_of(path: Path, start: int) -> _Part:
    """Check some seeds in another process, while that of ``check_archive`` lets nobody write."""
    with closing(connect(path)) as db:
        db.execute("BEGIN")  # else every query would take its locks anew
        return _check_part(db, start)


def _check_part(db: sqlite3.Connection, start: int) -> _Part:
    part = _Part()
    for record in records(db, start, start + _PART - 1):
        part.problems += islice(check_seed(record), _MOST - len(part.problems))
        add_prints(record, part.prints)
        part.digest.add(record)
        part.seeds += 1
    return part
