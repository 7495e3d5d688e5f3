"""Proof that an archive is whole: every invariant, every row, in one pass.

Each check yields problems: where, what, and the mend. Nothing is changed.
"""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from itertools import islice
from pathlib import Path

from loader.errors import SchemaError
from loader.store.archive import connect, store_error
from loader.store.check_index import check_indexes
from loader.store.check_ledger import check_ledgers
from loader.store.check_link import LinkCheck
from loader.store.check_seed import check_seed
from loader.store.digest import Digest
from loader.store.problem import RELOAD, Checked, Problem
from loader.store.records import AUTHORS, records

_MOST = 1_000  # problems that are told; a file that is broken all over has millions
_FEW = 1_000  # seeds; below this, starting a process costs more than it saves
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR)


def check_archive(path: Path, *, progress: Callable[[int], None] = lambda _: None) -> Checked:
    """Check every invariant of an archive; ``progress`` is told how many seeds are done.

    A file that is no archive or that SQLite cannot read is a problem too. Raises SchemaError
    where there is no file, StoreError where it cannot be read for reasons outside it.
    """
    checked = Checked()
    try:
        with closing(connect(path)) as db, _beside(db, path) as indexes:
            checked.problems += islice(_check_rows(db, checked, progress), _MOST)
            checked.problems += indexes()
    except SchemaError as error:
        if not path.exists():
            raise
        checked.problems.append(Problem(str(path), str(error), RELOAD))
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in _DAMAGE:
            raise store_error(path, error) or error from error
        checked.problems.append(Problem(str(path), f"it is damaged ({error})", RELOAD))
    return checked


@contextmanager
def _beside(db: sqlite3.Connection, path: Path) -> Iterator[Callable[[], list[Problem]]]:
    """Give what gives the broken indexes; another process finds them meanwhile if that pays."""
    (few,) = db.execute("select count(*) < ? from (select 1 from seeds limit ?)", (_FEW, _FEW))
    if few[0]:
        yield partial(check_indexes, path)
    else:
        with ProcessPoolExecutor(1) as pool:
            yield pool.submit(check_indexes, path).result


def _check_rows(
    db: sqlite3.Connection, checked: Checked, progress: Callable[[int], None]
) -> Iterator[Problem]:
    """Yield what is broken in the tables; count the seeds and work out the digest meanwhile."""
    db.execute("BEGIN")  # all is read as it was at one moment
    yield from _check_file(db)
    total = Digest()
    links = LinkCheck(db)
    for record in records(db):
        yield from check_seed(record)
        yield from links.check(record)
        total.add(record)
        checked.seeds += 1
        progress(checked.seeds)
    total.add_authors(db.execute(AUTHORS))
    yield from check_ledgers(db)
    checked.digest = str(total)


def _check_file(db: sqlite3.Connection) -> Iterator[Problem]:
    """Check pages, b-trees and foreign keys."""
    for (message,) in db.execute("PRAGMA quick_check(20)"):
        if message != "ok":
            yield Problem("archive", message, RELOAD)
    for table, rowid, parent, _ in db.execute("PRAGMA foreign_key_check"):
        where = f"{table} {rowid}" if rowid is not None else table
        yield Problem(where, f"points to a row that {parent} does not have", RELOAD)
