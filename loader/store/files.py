"""What the archive remembers of the files it was loaded from, and of its loads."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

_PAGE = 2_000
KNOWN_PAGE = """
select path, size, mtime_ns, inode, seed_id, container, records
from files
where path > ? and path < ? and container is null
order by path
limit ?
"""
KNOWN_PATH = """
select path, size, mtime_ns, inode, seed_id, container, records
from files
where path = ?
"""
PUT = """
insert into files (path, size, mtime_ns, inode, seed_id, container, records, load_id)
values (?, ?, ?, ?, ?, ?, ?, ?)
on conflict (path) do update set
  seed_id = excluded.seed_id, container = excluded.container, size = excluded.size,
  mtime_ns = excluded.mtime_ns, inode = excluded.inode, records = excluded.records,
  load_id = case
    when seed_id is not excluded.seed_id then excluded.load_id
    -- A collection has no seed; it is read anew, not further, where its bytes may be others.
    when seed_id is null
      and (coalesce(size, excluded.size), mtime_ns, inode)
        is not (excluded.size, excluded.mtime_ns, excluded.inode)
      then excluded.load_id
    else load_id
  end
"""
LEFT = """
select files.seed_id, loads.started
from files
join loads on loads.id = files.load_id
where path = ?
"""
REVISION = """
insert into revisions (path, sha256, loaded, replaced, text)
select ?, sha256, ?, ?, text from seeds where id = ?
"""
UNUSED = "select ? where not exists (select 1 from files where seed_id = ?)"
SHA256 = "select sha256 from seeds where id = ?"
SHARED = "select count(*) from (select 1 from files where seed_id = ? limit 2)"
REJECTS = "select path, reason from rejects"
# Of the loads since a collection was read from its beginning, what the last one said of each line;
# a record that was stored after that stands no longer rejected.
STANDING = """
select collection.path, rejects.path, reason, max(rejects.load_id)
from rejects
join files as collection on collection.path = rtrim(rtrim(rejects.path, '0123456789'), '#')
left join files as record on record.path = rejects.path
where collection.records is not null and rejects.load_id >= collection.load_id
  and (record.load_id is null or record.load_id < rejects.load_id)
group by rejects.path
"""
RECORDS_AFTER = """
select path, seed_id
from files
where container = ? and cast(substr(path, length(container) + 2) as integer) > ?
"""
COUNT_RECORDS = "select count(*) from files where container = ?"


class Known(NamedTuple):
    """A path that was loaded, as in the table ``files``; it begins with what is found of a file."""

    path: str
    size: int | None
    mtime_ns: int | None
    inode: int | None
    seed_id: int | None
    container: str | None
    records: int | None


KnownRow = tuple[str, int | None, int | None, int | None, int | None, str | None, int | None]
"""A row that ``Known`` is made of: a reload meets millions, and looks at few of them closely."""


class Left(NamedTuple):
    """The seed that a path had, and when it was loaded."""

    seed_id: int
    loaded: str


@dataclass(slots=True)
class Counts:
    """What a load did, as the table ``loads`` counts it."""

    added: int = 0
    unchanged: int = 0
    revised: int = 0
    duplicates: int = 0
    rejected: int = 0

    def total(self) -> int:
        """Return how many sources were met."""
        return self.added + self.unchanged + self.revised + self.duplicates + self.rejected


def known_below(db: sqlite3.Connection, folder: str) -> Iterator[KnownRow]:
    """Return the files of a folder (its path with a closing ``/``, or "" for all), by path.

    Reads a page at a time, so that rows may be written meanwhile.
    """
    return chain.from_iterable(_pages_below(db, folder))


def _pages_below(db: sqlite3.Connection, folder: str) -> Iterator[list[KnownRow]]:
    last, stop = folder, folder[:-1] + "0" if folder else "\U0010ffff"  # "0" follows "/"
    while page := db.execute(KNOWN_PAGE, (last, stop, _PAGE)).fetchall():
        yield page
        last = page[-1][0]


def records_after(
    db: sqlite3.Connection, container: str, number: int
) -> list[tuple[str, int | None]]:
    """Return a collection's records that lie after a line: their paths and seeds."""
    return db.execute(RECORDS_AFTER, (container, number)).fetchall()


def count_records(db: sqlite3.Connection, container: str) -> int:
    """Return how many records of a collection were loaded."""
    return int(db.execute(COUNT_RECORDS, (container,)).fetchone()[0])


def known_file(db: sqlite3.Connection, path: str) -> Known | None:
    """Return what is remembered of one path, None where it was never loaded."""
    row = db.execute(KNOWN_PATH, (path,)).fetchone()
    return None if row is None else Known(*row)


def put_files(db: sqlite3.Connection, load_id: int, files: Iterable[Known]) -> None:
    """Remember files as they were read."""
    db.executemany(PUT, [(*file, load_id) for file in files])


def leave(db: sqlite3.Connection, path: str) -> Left:
    """Return the seed that a known path has and is about to lose; ask before ``put_files``."""
    return Left(*db.execute(LEFT, (path,)).fetchone())


def keep_revision(db: sqlite3.Connection, path: str, left: Left, now: str) -> None:
    """Keep the text that a path had before it was edited."""
    db.execute(REVISION, (path, left.loaded, now, left.seed_id))


def move_files(db: sqlite3.Connection, old: int, new: int) -> None:
    """Give the paths of a seed another seed."""
    db.execute("update files set seed_id = ? where seed_id = ?", (new, old))


def drop_file(db: sqlite3.Connection, path: str) -> None:
    """Forget a path; the seed stays."""
    db.execute("delete from files where path = ?", (path,))


def unused(db: sqlite3.Connection, seed_ids: Iterable[int]) -> list[int]:
    """Return those of the seeds that no path holds any more."""
    return [
        seed_id
        for seed_id in dict.fromkeys(seed_ids)
        if db.execute(UNUSED, (seed_id, seed_id)).fetchone()
    ]


def sha256_of(db: sqlite3.Connection, seed_id: int | None) -> str | None:
    """Return the SHA-256 of a seed's bytes, None for no seed."""
    row = db.execute(SHA256, (seed_id,)).fetchone()
    return None if row is None else str(row[0])


def is_shared(db: sqlite3.Connection, seed_id: int) -> bool:
    """Tell whether more than one path has a seed."""
    return int(db.execute(SHARED, (seed_id,)).fetchone()[0]) > 1


def start_load(db: sqlite3.Connection, now: str, version: str) -> int:
    """Open an entry in ``loads``; return its id."""
    cursor = db.execute(
        "insert into loads (started, version, added, unchanged, revised, duplicates, rejected) "
        "values (?, ?, 0, 0, 0, 0, 0)",
        (now, version),
    )
    return int(cursor.lastrowid or 0)


def count_load(db: sqlite3.Connection, load_id: int, counts: Counts, finished: str | None) -> None:
    """Write down what a load has done so far, and when it ended."""
    db.execute(
        "update loads set added = ?, unchanged = ?, revised = ?, duplicates = ?, rejected = ?, "
        "finished = ? where id = ?",
        (
            counts.added,
            counts.unchanged,
            counts.revised,
            counts.duplicates,
            counts.rejected,
            finished,
            load_id,
        ),
    )


def put_rejects(db: sqlite3.Connection, load_id: int, rejects: Sequence[tuple[str, str]]) -> None:
    """List the inputs that a load could not read, with their reasons."""
    db.executemany(
        "insert or replace into rejects (load_id, path, reason) values (?, ?, ?)",
        [(load_id, *reject) for reject in rejects],
    )


def are_new_rejects(db: sqlite3.Connection, rejects: Iterable[tuple[str, str]]) -> bool:
    """Tell whether one of these rejects, path and reason, was in no load before."""
    new = set(rejects)
    return bool(new) and not new.issubset(db.execute(REJECTS))


def standing_rejects(db: sqlite3.Connection) -> dict[str, list[tuple[str, str]]]:
    """Return the lines of collections that could not be read, path and reason, by collection."""
    standing: dict[str, list[tuple[str, str]]] = {}
    for collection, path, reason, _ in db.execute(STANDING):
        standing.setdefault(collection, []).append((path, reason))
    return standing
