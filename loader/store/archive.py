"""The archive as a file: made, opened, locked, put in its place."""

import fcntl
import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from importlib import resources
from pathlib import Path
from urllib.parse import quote

from loader.errors import BusyError, SchemaError, StoreError
from loader.store.trouble import remedy, telling

APPLICATION_ID = 0x53454544  # "SEED": what `file` and `PRAGMA application_id` show
SCHEMA_VERSION = 1
INDEXES = ("articles_fts", "fragments_fts", "bylines_fts", "authors_fts")
BUILDING_HASH_BYTES = {"articles_fts": 32 << 20, "fragments_fts": 8 << 20}
"""What FTS5 gathers in memory while a large index is filled: half the cost of its default."""
_DEFAULT_HASH_BYTES = dict.fromkeys(BUILDING_HASH_BYTES, 1 << 20)


def schema(name: str) -> str:
    """Return one of the package's SQL files: ``schema``, ``indexes`` or ``views``."""
    return resources.files("loader.store").joinpath(f"{name}.sql").read_text("utf-8")


def create(db: sqlite3.Connection) -> None:
    """Make the archive's tables and views in an empty database."""
    for statement in statements(schema("schema") + schema("views")):
        db.execute(statement)
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    db.execute(f"PRAGMA user_version={SCHEMA_VERSION}")


def connect(path: Path, *, write: bool = False) -> sqlite3.Connection:
    """Open an archive; transactions are the caller's.

    Where a load was killed while it wrote, what it left half done is undone first. Raises
    SchemaError where there is no archive of this version at ``path``.
    """
    if not path.exists():
        raise SchemaError(f"{path}: no such archive; make one with: seed-archive load --db {path}")
    try:
        recover(path)
        db = _open(path, "rw" if write else "ro")
    except sqlite3.OperationalError as error:
        raise SchemaError(f"{path}: {error}; name another file with --db") from error
    try:
        _check_version(db, path)
    except SchemaError:
        db.close()
        raise
    return db


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open an archive to read it.

    Raises what ``connect`` raises, and StoreError where the archive turns out to be damaged.
    """
    with closing(connect(path)) as db, telling(path):
        yield db


def recover(path: Path) -> None:
    """Undo what a killed load left half written: its journal is still beside the archive.

    SQLite does so by itself when it reads, but not through a connection that must not write.
    """
    journal = path.with_name(path.name + "-journal")
    with suppress(OSError, sqlite3.DatabaseError):  # what cannot be written may still be readable
        if journal.stat().st_size:
            db = _open(path, "rw")
            try:
                db.execute("PRAGMA user_version").fetchone()
            finally:
                db.close()


def _open(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{quote(str(path))}?mode={mode}", uri=True, isolation_level=None)


def _check_version(db: sqlite3.Connection, path: Path) -> None:
    try:
        (application,) = db.execute("PRAGMA application_id").fetchone()
        (version,) = db.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError as error:
        foreign = error.sqlite_errorcode == sqlite3.SQLITE_NOTADB
        mend = None if foreign else remedy(error)
        raise SchemaError(f"{path}: {error}; {mend or 'name another file with --db'}") from error
    if application != APPLICATION_ID:
        raise SchemaError(f"{path}: not a seed archive; name another file with --db")
    if version != SCHEMA_VERSION:
        raise SchemaError(
            f"{path}: schema {version}, this program writes {SCHEMA_VERSION}; "
            "load the sources again into a new archive"
        )


@contextmanager
def in_place(path: Path) -> Iterator[sqlite3.Connection]:
    """Open an archive for a load into it: durable transactions, seen at once by its readers."""
    db = connect(path, write=True)
    try:
        db.executescript(
            "PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA busy_timeout=60000"
        )
        yield db
    finally:
        if db.in_transaction:
            db.rollback()
        db.close()


@contextmanager
def fresh(path: Path) -> Iterator[sqlite3.Connection]:
    """Build a new archive beside ``path`` and move it into place when the block ends.

    Nothing is journalled: until it is moved the file is nobody's, and a broken one is deleted.
    """
    building = path.with_name(path.name + ".building")
    building.unlink(missing_ok=True)
    db = sqlite3.connect(building, isolation_level=None)
    try:
        tune_for_building(db)
        create(db)
        set_hash_size(db, BUILDING_HASH_BYTES)
        db.execute("BEGIN")
        yield db
        for statement in statements(schema("indexes")):
            db.execute(statement)
        set_hash_size(db, _DEFAULT_HASH_BYTES)
        db.execute("COMMIT")
        db.close()
        _replace(building, path)
    except BaseException:
        db.close()
        building.unlink(missing_ok=True)
        raise


def tune_for_building(db: sqlite3.Connection, *, cache: int = 16 << 20) -> None:
    """Set a new file up to be written once: nothing is journalled, nobody else looks at it.

    ``cache`` is in bytes; it holds the pages that are written out of order.
    """
    db.executescript(
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;"
        f"PRAGMA cache_size=-{cache >> 10}"
    )


def tune_for_sorting(db: sqlite3.Connection) -> None:
    """Take less memory for pages when all rows are written: to sort takes as much once more."""
    db.execute("PRAGMA cache_size=-4096")


def create_empty(path: Path) -> None:
    """Put an archive without rows at ``path``, whole from its first instant."""
    with fresh(path):
        pass


def is_empty(path: Path) -> bool:
    """Tell whether nothing was ever loaded into an archive."""
    db = connect(path)
    try:
        return db.execute("select 1 from loads").fetchone() is None
    finally:
        db.close()


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Commit what the block does, all of it or nothing; inside another, that one decides."""
    if db.in_transaction:
        yield
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def statements(script: str) -> Iterator[str]:
    """Cut an SQL script into its statements."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def set_hash_size(db: sqlite3.Connection, sizes: Mapping[str, int]) -> None:
    """Set how many bytes of new entries FTS5 gathers for an index before it writes them."""
    for index, size in sizes.items():
        db.execute(f"INSERT INTO {index}({index}, rank) VALUES ('hashsize', ?)", (size,))


def _replace(building: Path, path: Path) -> None:
    with building.open("rb") as file:
        os.fsync(file.fileno())
    building.replace(path)
    with suppress(OSError):  # some file systems cannot sync a folder
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


@contextmanager
def one_load_at_a_time(path: Path, *, wait: float, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the archive's load lock, a file ``PATH.lock`` that is there only while a load runs.

    ``waiting`` is called once if another load holds it. Raises BusyError after ``wait`` seconds,
    StoreError where the folder cannot be written.
    """
    lock = path.with_name(path.name + ".lock")
    deadline = time.monotonic() + wait
    told = False
    while (held := _try_lock(lock)) is None:
        if time.monotonic() >= deadline:
            raise BusyError(
                f"{path}: another load has been writing for the last {wait:g} s; "
                "wait for it to end, or give more time with --wait"
            )
        if not told:
            waiting()
            told = True
        time.sleep(0.1)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
        os.close(held)


def _try_lock(lock: Path) -> int | None:
    """Return the locked file's descriptor, or None while another process holds it."""
    try:
        held = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise StoreError(
            f"{lock.parent}: {error.strerror}; choose a folder that can be written with --db"
        ) from error
    with suppress(OSError):
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if lock.exists() and os.path.samestat(os.fstat(held), lock.stat()):
            return held
    os.close(held)
    return None
