"""What there is to read: what is on disk compared with what the archive knows."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from loader.errors import ReadError
from loader.load.report import LoadReport
from loader.read import Found, find_files, holds_documents, is_collection, read_lines
from loader.store import files
from loader.store.files import Known
from loader.store.rows import SeedRows


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How to load.

    ``jobs``: processes that split, 0 for as many as pay. ``check_hash``: read known files instead
    of trusting their size and time. ``wait``: seconds to wait for another load.
    """

    jobs: int = 0
    max_bytes: int = 64 << 20
    ignore: tuple[str, ...] = ()
    check_hash: bool = False
    prune: bool = False
    wait: float = 60.0


class Task(NamedTuple):
    """A source to read.

    ``sha256`` and ``seed_id`` are those that the archive knows for the path. A record of a
    collection brings its ``line`` along; its time and number are those of its ``container``.
    """

    path: str
    size: int | None = None
    mtime_ns: int | None = None
    inode: int | None = None
    sha256: str | None = None
    seed_id: int | None = None
    container: str | None = None
    line: bytes | None = None


class Outcome(NamedTuple):
    """A task that is done: its rows, or the reason for having none, or neither when unchanged.

    ``records`` ends a collection: the number of its last line.
    """

    task: Task
    rows: SeedRows | None = None
    reason: str | None = None
    records: int | None = None


class Plan:
    """Yields what is new or changed, in path order; counts and skips what is not.

    ``fresh``: the archive knows nothing yet.
    """

    def __init__(
        self, db: sqlite3.Connection, options: LoadOptions, report: LoadReport, *, fresh: bool
    ) -> None:
        self.db = db
        self.options = options
        self.report = report
        self.fresh = fresh

    def tasks(self, paths: Sequence[str]) -> Iterator[Task | Outcome]:
        """Yield the tasks of all paths; an Outcome is one that cannot even begin."""
        for root in roots(paths):
            in_folder = Path(root).is_dir()
            for new, old in merged(
                find_files([root], ignore=self.options.ignore), self._known(root)
            ):
                if isinstance(new, ReadError):
                    yield Outcome(Task(new.where), reason=new.reason)
                elif new is None:
                    self.report.vanished += [old.path] if old is not None else []
                elif old is not None and self._looks_unchanged(new, old):
                    self.report.counts.unchanged += old.records or 1
                elif is_collection(new.path):
                    yield from self._records(new, old, in_folder=in_folder)
                else:
                    yield self._task(new.path, new, old)

    def _task(self, path: str, new: Found, old: Known | None) -> Task:
        if old is None:
            return Task(path, *new[1:4])
        return Task(path, *new[1:4], files.sha256_of(self.db, old.seed_id), old.seed_id)

    def _records(
        self, new: Found, old: Known | None, *, in_folder: bool
    ) -> Iterator[Task | Outcome]:
        """Yield a collection's records, from where an earlier load of the same bytes stopped."""
        if in_folder and not holds_documents(new.path):
            self.report.skipped.append(new.path)
            return
        unfinished = old is not None and old.size is None and old[4:6] == new[2:4] and new.inode
        number = start = (old.records or 0) if old is not None and unfinished else 0
        self.report.counts.unchanged += start
        try:
            for number, line in read_lines(new.path, start=start, max_bytes=self.options.max_bytes):
                path = f"{new.path}#{number}"
                if isinstance(line, ReadError):
                    yield Outcome(Task(path), reason=line.reason)
                    continue
                known = None if self.fresh else files.known_file(self.db, path)
                yield self._task(path, new, known)._replace(container=new.path, line=line)
        except ReadError as error:
            yield Outcome(Task(new.path), reason=error.reason)
            return
        self.report.vanished += files.records_after(self.db, new.path, number)
        yield Outcome(Task(*new[:4]), records=number)

    def _known(self, root: str) -> Iterator[Known]:
        if self.fresh:
            return iter(())
        if Path(root).is_dir():
            return files.known_below(self.db, prefix(root))
        known = files.known_file(self.db, root)
        return iter(() if known is None else (known,))

    def _looks_unchanged(self, new: Found, old: Known) -> bool:
        if self.options.check_hash or old.mtime_ns is None:
            return False
        return new[1:4] == old[3:6]


def merged(
    found: Iterable[Found | ReadError], known: Iterator[Known]
) -> Iterator[tuple[Found | ReadError | None, Known | None]]:
    """Pair what is on disk with what is known; both come sorted by path."""
    old = next(known, None)
    for new in found:
        path = new.where if isinstance(new, ReadError) else new.path
        while old is not None and old.path < path:
            yield None, old
            old = next(known, None)
        if old is not None and old.path == path:
            yield new, old
            old = next(known, None)
        else:
            yield new, None
    while old is not None:
        yield None, old
        old = next(known, None)


def roots(paths: Sequence[str]) -> list[str]:
    """Return the given paths, normalised, once each, none inside another, in path order.

    >>> roots(["b.txt", "./a.txt", "b.txt"])
    ['a.txt', 'b.txt']
    """
    normal = {path if path == "-" else os.path.normpath(path) for path in paths}
    folders = {path for path in normal if Path(path).is_dir()}
    inside = {path for path in normal if any(_holds(folder, path) for folder in folders)}
    return sorted(normal - inside, key=lambda path: path + "/" if path in folders else path)


def _holds(folder: str, path: str) -> bool:
    if folder == "." and (Path(path).is_absolute() or path.startswith("..")):
        return False
    return path != folder and path.startswith(prefix(folder))


def prefix(folder: str) -> str:
    """Return what the stored paths of a folder's files begin with.

    >>> prefix("."), prefix("texts"), prefix("/")
    ('', 'texts/', '/')
    """
    return "" if folder == "." else folder.rstrip("/") + "/"
