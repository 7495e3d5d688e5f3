"""A process that fills the search index of a fresh archive while the writer stores the rows."""

import multiprocessing
import signal
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from loader.errors import StoreError
from loader.load.channel import Channel, channel
from loader.store import apart
from loader.store.rows import Row

Rows = Mapping[str, Sequence[Row]]
Failure = tuple[str, int]
"""The message of an error of SQLite, and its code."""


class Indexer:
    """Feeds the index of a fresh archive; in a process of its own from the second batch on."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._path = apart.place(db)
        self._first: Rows | None = None
        self._pipe: Channel | None = None
        self._ended = False
        self._direct = not apart.can_move_in(db)

    def feed(self, rows: Rows) -> None:
        """Add rows to the index, now or soon.

        Raises what SQLite raised in the process, and StoreError when it was ended from outside.
        """
        if self._direct:
            apart.add(self._db, rows)
        elif self._first is None and self._pipe is None:
            self._first = rows
        else:
            self._send(rows)

    def end(self) -> None:
        """Say that no more rows come: the process writes what it holds while the caller goes on."""
        if self._pipe is not None and not self._ended:
            self._tell(None)
            self._ended = True

    def finish(self) -> None:
        """Have the whole index in the archive; raises what ``feed`` raises."""
        self.end()
        if self._pipe is not None:
            self._raise_what_failed()
            apart.move_in(self._db, self._path)
        elif self._first is not None:
            apart.add(self._db, self._first)

    def close(self) -> None:
        """End the process, whatever it has done."""
        if self._pipe is not None:
            self._pipe.close()
        self._path.unlink(missing_ok=True)

    def _send(self, rows: Rows) -> None:
        if self._pipe is None:
            self._pipe = _start(self._path)
        if self._first is not None:
            first, self._first = self._first, None
            self._send(first)
        self._tell(rows)

    def _tell(self, message: Rows | None) -> None:
        try:
            if self._pipe is not None:
                self._pipe.send(message)
        except (BrokenPipeError, ConnectionResetError):
            self._raise_what_failed()

    def _raise_what_failed(self) -> None:
        """Wait for the last word of the process, and raise what it says."""
        failure: Failure | None = None
        try:
            failure = self._pipe.recv() if self._pipe is not None else None
        except (EOFError, OSError) as error:
            raise StoreError(
                "the process that fills the search index was ended from outside (out of memory?); "
                "load again to go on"
            ) from error
        if failure is not None:
            raised = sqlite3.OperationalError(failure[0])
            raised.sqlite_errorcode = failure[1]
            raise raised


def _start(path: Path) -> Channel:
    near, far = channel()
    multiprocessing.Process(target=_work, args=(far, near, path), daemon=True).start()
    far.close()
    return near


def _work(pipe: Channel, parents: Channel, path: Path) -> None:
    """Fill an index with what comes until None does; answer None, or what went wrong."""
    parents.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops at an edge
    failure: Failure | None = None
    try:
        db = apart.create(path)
        while (rows := _next(pipe)) is not None:
            apart.add(db, rows)
        apart.close(db)
    except sqlite3.Error as error:
        failure = str(error), getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    with suppress(BrokenPipeError, ConnectionResetError):
        pipe.send(failure)


def _next(pipe: Channel) -> Rows | None:
    """Return the next rows, None after the last and where the parent is gone."""
    rows: Rows | None = None
    with suppress(EOFError):
        rows = pipe.recv()
    return rows
