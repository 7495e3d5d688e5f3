"""Trouble outside the program, such as a full disk, told with its remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from loader.errors import StoreError

# SQLite's primary result codes for trouble that lies outside the program, with what to do.
_OUTSIDE = {
    sqlite3.SQLITE_FULL: "free some room on the disk and load again to go on",
    sqlite3.SQLITE_IOERR: "look after the disk and load again to go on",
    sqlite3.SQLITE_READONLY: "allow writing it and its folder, or name another file with --db",
    sqlite3.SQLITE_CANTOPEN: "allow writing its folder, or name another file with --db",
    sqlite3.SQLITE_PERM: "allow writing it, or name another file with --db",
    sqlite3.SQLITE_BUSY: "end the program that holds it and load again to go on",
    sqlite3.SQLITE_NOMEM: "end other programs and load again to go on",
    sqlite3.SQLITE_CORRUPT: "it is damaged: load its sources again into a new archive",
    sqlite3.SQLITE_NOTADB: "it is damaged: load its sources again into a new archive",
}


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn what SQLite meets outside the program into a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        found = remedy(error)
        if found is None:
            raise
        raise StoreError(f"{path}: {error}; {found}") from error


def store_error(path: Path, error: sqlite3.Error | OSError) -> StoreError | None:
    """Return what went wrong outside the program as an error for people; None for a mistake in it.

    Whatever it is, transactions are whole: the archive holds what was stored until then.
    """
    if isinstance(error, OSError):
        what, mend = error.strerror or str(error), "mend the cause and load again to go on"
    else:
        found = remedy(error)
        if found is None:
            return None
        what, mend = str(error), found
    return StoreError(f"{path}: {what}; nothing is stored by halves; {mend}")


def remedy(error: sqlite3.Error) -> str | None:
    """Return what to do about trouble that SQLite met; None for a mistake in the program."""
    return _OUTSIDE.get(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF)
