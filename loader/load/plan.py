"""What there is to read: what is on disk compared with what the archive knows."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from loader.errors import ReadError
from loader.load.report import LoadReport
from loader.read import Found, find_files, holds_documents, is_collection, read_lines
from loader.store import files
from loader.store.files import Known, KnownRow
from loader.store.rows import SeedRows

STDIN = "-"


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


_TELL = 1_000  # unchanged files between two words on progress


def count_files(paths: Sequence[str], ignore: Sequence[str] = ()) -> int | None:
    """Return how many files a load will meet; None where collections or pipes tell no number."""
    count = 0
    for found in find_files(roots(paths), ignore=ignore):
        if isinstance(found, Found) and (found.size is None or is_collection(found.path)):
            return None
        count += 1
    return count


class Task(NamedTuple):
    """A source to read.

    ``sha256`` and ``seed_id`` are those that the archive knows for the path. A record of a
    collection brings its ``line`` along; its time and number are those of its ``container``. The
    container of what comes through standard input is ``-``.
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

    ``fresh``: the archive knows nothing yet. Once ``stopping`` is set no more comes.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        options: LoadOptions,
        report: LoadReport,
        stopping: threading.Event,
        *,
        fresh: bool,
        progress: Callable[[int], None],
    ) -> None:
        self.progress = progress
        self.db = db
        self.options = options
        self.report = report
        self.stopping = stopping
        self.fresh = fresh

    def refuse_emptied(self, paths: Sequence[str]) -> None:
        """Raise ReadError for a folder that is empty though documents were loaded from it.

        So looks a source whose disk is not mounted: to prune would remove all that came from it.
        """
        for root in roots(paths):
            if _is_empty_folder(root) and next(self._known(root), None) is not None:
                raise ReadError(
                    root,
                    "empty, though documents were loaded from it, so nothing is pruned",
                    "mount its disk; if they are to go, leave some file in it and prune again",
                )

    def tasks(self, paths: Sequence[str]) -> Iterator[Task | Outcome]:
        """Yield the tasks of all paths; an Outcome is one that cannot even begin."""
        for root in roots(paths):
            in_folder = Path(root).is_dir()
            closed: str | None = None  # the folder that could not be read last
            found = find_files([root], ignore=self.options.ignore)
            for new, old in self._changed(found, self._known(root)):
                if self.stopping.is_set():
                    return
                if isinstance(new, Outcome):
                    yield new
                elif isinstance(new, ReadError):
                    yield Outcome(Task(new.where), reason=new.reason)
                    closed = new.where.removeprefix("./") if new.where[-1] == "/" else closed
                elif new is not None:
                    yield from self._compare(new, old and Known(*old), in_folder=in_folder)
                elif old is not None and (closed is None or not old[0].startswith(closed)):
                    self.report.vanished.append(old[0])

    def _changed(
        self, found: Iterable[Found | ReadError], known: Iterator[KnownRow]
    ) -> Iterator[tuple[Found | ReadError | Outcome | None, KnownRow | None]]:
        """Pair what is on disk with what is known, both sorted by path; count what is unchanged.

        A known file that has its old size, time and number need not be read; the lines of such a
        collection that stand rejected are outcomes.
        """
        counts, trusting = self.report.counts, not self.options.check_hash
        old = next(known, None)
        for new in found:
            # Comparing a slice takes half the time of telling path, size, time and number apart.
            if trusting and old is not None and new == old[:4] and old[2] is not None:
                if old[6] is None:
                    counts.unchanged += 1
                else:
                    counts.unchanged += files.count_records(self.db, old[0])
                    yield from ((one, None) for one in self._rejected(old[0], old[6]))
                old = next(known, None)
                if counts.unchanged % _TELL == 0:
                    self.progress(counts.total())
                    if self.stopping.is_set():
                        return
                continue
            path = new.where if isinstance(new, ReadError) else new.path
            while old is not None and old[0] < path:
                yield None, old
                old = next(known, None)
            if old is not None and old[0] == path:
                yield new, old
                old = next(known, None)
            else:
                yield new, None
        while old is not None:
            yield None, old
            old = next(known, None)

    def _compare(
        self, new: Found, old: Known | None, *, in_folder: bool
    ) -> Iterator[Task | Outcome]:
        """Yield what there is to read of a file that is new or changed."""
        if not is_collection(new.path):
            yield self._task(new.path, new, old)
        elif in_folder and old is None and not holds_documents(new.path):
            self.report.skipped.append(new.path)
        elif new.path == STDIN:
            yield from self._piped_records(new)
        else:
            yield from self._records(new, old)

    def _task(self, path: str, new: Found, old: Known | None) -> Task:
        if old is None:
            return Task(path, *new[1:4], container=STDIN if path == STDIN else None)
        return Task(path, *new[1:4], files.sha256_of(self.db, old.seed_id), old.seed_id)

    def _piped_records(self, new: Found) -> Iterator[Task | Outcome]:
        """Yield the records that come through standard input; none of them has a place."""
        for number, line in read_lines(new.path, max_bytes=self.options.max_bytes):
            if self.stopping.is_set():
                return
            task = Task(f"{new.path}#{number}", container=STDIN)
            if isinstance(line, ReadError):
                yield Outcome(task, reason=line.reason)
            else:
                yield task._replace(line=line)

    def _records(self, new: Found, old: Known | None) -> Iterator[Task | Outcome]:
        """Yield a collection's records, from where an earlier load of the same bytes stopped."""
        reached = start = self._start(new, old)
        if start:
            behind = files.records_after(self.db, new.path, start)
            self.report.counts.unchanged += files.count_records(self.db, new.path) - len(behind)
            yield from self._rejected(new.path, start)
        line: bytes | ReadError | None = None
        try:
            for number, line in read_lines(new.path, start=start, max_bytes=self.options.max_bytes):
                if self.stopping.is_set():
                    return
                self._note_blank(new.path, range(reached + 1, number))
                reached = number
                yield self._record(f"{new.path}#{number}", new, line)
        except ReadError as error:
            yield Outcome(Task(new.path), reason=error.reason)
            return
        if isinstance(line, ReadError):
            return  # broken off, perhaps: what lies behind is not gone, and to be read again
        gone = [] if self.fresh else files.records_after(self.db, new.path, reached)
        self.report.vanished += [path for path, _ in gone]
        if self.options.prune or not gone:
            yield Outcome(Task(*new[:4]), records=reached)

    def _rejected(self, path: str, last: int) -> Iterator[Outcome]:
        """Yield the lines of a collection, down to its ``last``, that an earlier load rejected."""
        for record, reason in self._standing.get(path, ()):
            if int(record.rpartition("#")[2]) <= last:
                yield Outcome(Task(record), reason=reason)

    @cached_property
    def _standing(self) -> dict[str, list[tuple[str, str]]]:
        return files.standing_rejects(self.db)

    def _record(self, path: str, new: Found, line: bytes | ReadError) -> Task | Outcome:
        if isinstance(line, ReadError):
            return Outcome(Task(path), reason=line.reason)
        known = None if self.fresh else files.known_file(self.db, path)
        return self._task(path, new, known)._replace(container=new.path, line=line)

    def _note_blank(self, path: str, numbers: Iterable[int]) -> None:
        """Note the records that were there once, on lines that are blank now."""
        if not self.fresh:
            blank = (f"{path}#{number}" for number in numbers)
            self.report.vanished += [
                record for record in blank if files.known_file(self.db, record) is not None
            ]

    def _start(self, new: Found, old: Known | None) -> int:
        """Return how many lines of a collection an unfinished load of these bytes has read."""
        if old is None or old.size is not None or new.inode is None:
            return 0
        return old.records or 0 if (old.mtime_ns, old.inode) == new[2:4] else 0

    def _known(self, root: str) -> Iterator[KnownRow]:
        if self.fresh:
            return iter(())
        if Path(root).is_dir():
            below = files.known_below(self.db, prefix(root))
            return below if root != "." else filter(_is_known_below_here, below)
        known = files.known_file(self.db, root)
        return iter(() if known is None else (known,))


def roots(paths: Sequence[str]) -> list[str]:
    """Return the given paths, normalised, once each, none inside another, in path order.

    >>> roots(["b.txt", "./a.txt", "b.txt"])
    ['a.txt', 'b.txt']
    """
    normal = {path if path == "-" else os.path.normpath(path) for path in paths}
    folders = {path for path in normal if Path(path).is_dir()}
    inside = {path for path in normal if any(_holds(folder, path) for folder in folders)}
    return sorted(normal - inside, key=lambda path: path + "/" if path in folders else path)


def _is_empty_folder(path: str) -> bool:
    with suppress(OSError), os.scandir(path) as entries:  # what cannot be read is rejected later
        return next(entries, None) is None
    return False


def _holds(folder: str, path: str) -> bool:
    if folder == "." and not _is_below_here(path):
        return False
    return path != folder and path.startswith(prefix(folder))


def _is_known_below_here(known: KnownRow) -> bool:
    return _is_below_here(known[0])


def _is_below_here(path: str) -> bool:
    return path not in {STDIN, ".."} and not path.startswith(("/", "../"))


def prefix(folder: str) -> str:
    """Return what the stored paths of a folder's files begin with.

    >>> prefix("."), prefix("texts"), prefix("/")
    ('', 'texts/', '/')
    """
    return "" if folder == "." else folder.rstrip("/") + "/"
