"""One load: what the workers bring is stored, remembered and linked."""

import os
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from loader import __version__, link
from loader.corrections import Corrections, path_beside, read_corrections
from loader.errors import StoreError
from loader.load import again
from loader.load.plan import LoadOptions, Outcome, Plan, Task
from loader.load.report import LoadReport
from loader.load.workers import split_all
from loader.store import archive, files
from loader.store.files import Known
from loader.store.writer import Writer

_BATCH = 500  # seeds stored at once: one transaction of a load into an existing archive


def load(
    paths: Sequence[str],
    db: Path,
    options: LoadOptions,
    *,
    progress: Callable[[int], None] = lambda _: None,
    waiting: Callable[[], None] = lambda: None,
) -> LoadReport:
    """Load files and folders into the archive at ``db``, which is made if it is not there.

    ``progress`` is told how many sources are done, ``waiting`` is called when another load holds
    the archive. Raises BusyError, SchemaError and StoreError; what cannot be read is listed in
    the report instead.
    """
    try:
        with archive.one_load_at_a_time(db, wait=options.wait, waiting=waiting):
            if not db.exists():
                archive.create_empty(db)
            fresh = _is_empty(db)
            opened = archive.fresh if fresh else archive.in_place
            with opened(db) as connection, _stop_at_an_edge() as stopping:
                corrections = read_corrections(path_beside(db))
                run = _Load(connection, options, corrections, progress, fresh=fresh)
                return run.all(paths, stopping)
    except (sqlite3.OperationalError, OSError) as error:
        raise StoreError(_store_message(db, error)) from error


def now() -> str:
    """Return the time in UTC, ISO 8601; that of SOURCE_DATE_EPOCH where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.now(UTC) if epoch is None else datetime.fromtimestamp(int(epoch), UTC)
    return moment.isoformat(timespec="seconds")


class _Load:
    """One run over an open archive; a fresh one is a single transaction of the caller's."""

    def __init__(
        self,
        db: sqlite3.Connection,
        options: LoadOptions,
        corrections: Corrections,
        progress: Callable[[int], None],
        *,
        fresh: bool,
    ) -> None:
        self.db = db
        self.options = options
        self.corrections = corrections
        self.progress = progress
        self.fresh = fresh
        self.report = LoadReport()
        self.writer = Writer(db)
        self.load_id: int | None = None
        self.keeps_times = "SOURCE_DATE_EPOCH" not in os.environ  # a reproducible archive has none

    def all(self, paths: Sequence[str], stopping: threading.Event) -> LoadReport:
        """Load all paths, or as many as there are until ``stopping`` is set."""
        plan = Plan(self.db, self.options, self.report, fresh=self.fresh)
        jobs = self.options.jobs or max(1, min(4, (os.cpu_count() or 2) - 1))
        outcomes = split_all(plan.tasks(paths), jobs, self.options.max_bytes, self.corrections)
        done = 0
        while batch := list(islice(outcomes, _BATCH)):
            self._store(batch)
            done += len(batch)
            self.progress(done)
            if stopping.is_set():
                self.report.stopped = True
                break
        self._correct()
        self._finish()
        return self.report

    def _correct(self) -> None:
        """Bring the seeds up to date whose corrections changed since they were loaded."""
        if self.fresh:
            again.remember(self.db, self.corrections)
        elif not again.is_up_to_date(self.db, self.corrections):
            with self._transaction():
                self.report.corrected = again.split_again(self.db, self.writer, self.corrections)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Commit what the block does, all of it or nothing; a fresh archive commits at its end."""
        if self.fresh:
            yield
            return
        self.db.execute("BEGIN IMMEDIATE")
        yield
        self.db.execute("COMMIT")

    def _store(self, batch: Sequence[Outcome]) -> None:
        """Store what a batch brings: rows, files, links, counts, in one transaction."""
        counts = self.report.counts
        rejects = [(outcome.task.path, outcome.reason) for outcome in batch if outcome.reason]
        self.report.rejects += rejects
        counts.rejected += len(rejects)
        read = [outcome for outcome in batch if outcome.reason is None]
        counts.unchanged += sum(one.rows is None and one.records is None for one in read)
        news = [one for one in read if one.rows is not None or self._has_new_time(one)]
        if news:
            with self._transaction():
                self._put(news)
                files.count_load(self.db, self._started(), counts, None)

    def _has_new_time(self, outcome: Outcome) -> bool:
        """Tell whether an unchanged file's time must be noted, to spare reading it again."""
        task = outcome.task
        known = files.known_file(self.db, task.path)
        if known is None:
            return outcome.records is not None
        return self._file(outcome, known.seed_id) != known and known.mtime_ns is not None

    def _put(self, outcomes: Sequence[Outcome]) -> None:
        """Add the seeds that are new, remember the files, remove what was edited away."""
        rows = {str(one.rows.seed[1]): one.rows for one in reversed(outcomes) if one.rows}
        ids = {sha256: seed for sha256 in rows if (seed := self.writer.seed_id(sha256))}
        unseen = {
            sha256: one.rows
            for one in outcomes
            if one.rows and (sha256 := str(one.rows.seed[1])) not in ids
        }
        added = self.writer.add(list(unseen.values()))
        ids |= dict(zip(unseen, added, strict=True))
        self._remember(outcomes, ids, set(added))
        if not self.fresh:
            link.connect(self.db, added)

    def _remember(self, outcomes: Sequence[Outcome], ids: dict[str, int], unseen: set[int]) -> None:
        """Note each path with its seed, and count what that was."""
        remembered: list[Known] = []
        left: list[int] = []
        for outcome in outcomes:
            task, rows = outcome.task, outcome.rows
            seed_id = ids[str(rows.seed[1])] if rows else task.seed_id
            if rows is not None:
                self._count(task, new=seed_id in unseen)
                unseen.discard(seed_id or 0)
                left += [] if task.seed_id is None else [task.seed_id]
            remembered.append(self._file(outcome, seed_id))
            if task.container is not None:
                number = int(task.path.rpartition("#")[2])
                times = (task.mtime_ns, task.inode) if self.keeps_times else (None, None)
                remembered.append(Known(task.container, None, None, None, *times, number))
        files.put_files(self.db, self._started(), remembered)
        self._remove_unused(left)

    def _count(self, task: Task, *, new: bool) -> None:
        """Count a source whose bytes are new at its path; keep the text that was there before.

        A record that only moved to another line of its collection is no revision.
        """
        counts = self.report.counts
        if task.seed_id is not None and (new or task.container is None):
            files.keep_revision(self.db, task.path, now())
            counts.revised += 1
        elif new:
            counts.added += 1
        else:
            counts.duplicates += 1

    def _file(self, outcome: Outcome, seed_id: int | None) -> Known:
        """Return what is to be remembered of a file, record or finished collection."""
        task = outcome.task
        if task.container is not None:
            return Known(task.path, seed_id, task.container, None, None, None, None)
        times = (task.mtime_ns, task.inode) if self.keeps_times else (None, None)
        return Known(task.path, seed_id, None, task.size, *times, outcome.records)

    def _remove_unused(self, seed_ids: Iterable[int]) -> None:
        gone = files.unused(self.db, seed_ids)
        if gone:
            link.forget(self.db, gone)
            self.writer.remove(gone)

    def _started(self) -> int:
        if self.load_id is None:
            self.load_id = files.start_load(self.db, now(), __version__)
        return self.load_id

    def _finish(self) -> None:
        """Settle what vanished, list the rejects, close the entry in ``loads``."""
        report = self.report
        if self.fresh:
            link.connect_all(self.db)
        report.rejects.sort()
        same = report.rejects == files.last_rejects(self.db)
        if self.load_id is None and not report.vanished and (same or not report.rejects):
            return
        with self._transaction():
            self._settle_vanished()
            if self.load_id is not None or not same:
                files.put_rejects(self.db, self._started(), report.rejects)
                files.count_load(self.db, self._started(), report.counts, now())

    def _settle_vanished(self) -> None:
        """Drop the paths whose text moved; where that was asked for, drop the others too."""
        report, gone, staying = self.report, list[int](), list[str]()
        for path in report.vanished:
            known = files.known_file(self.db, path)
            moved = self.load_id is not None and files.was_moved(self.db, self.load_id, path)
            if moved or (self.options.prune and not report.stopped):
                files.drop_file(self.db, path)
                report.renamed += moved
                report.pruned += not moved
                gone += [known.seed_id] if known and known.seed_id else []
            else:
                staying.append(path)
        report.vanished = staying
        if gone:
            self._started()
            self._remove_unused(gone)


@contextmanager
def _stop_at_an_edge() -> Iterator[threading.Event]:
    """Give an event that Ctrl-C sets; a second Ctrl-C interrupts at once."""
    stopping = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stopping
        return
    default = signal.getsignal(signal.SIGINT)

    def stop(*_: object) -> None:
        stopping.set()
        signal.signal(signal.SIGINT, default)

    signal.signal(signal.SIGINT, stop)
    try:
        yield stopping
    finally:
        signal.signal(signal.SIGINT, default)


def _is_empty(db: Path) -> bool:
    connection = archive.connect(db)
    try:
        return connection.execute("select 1 from loads").fetchone() is None
    finally:
        connection.close()


def _store_message(db: Path, error: sqlite3.OperationalError | OSError) -> str:
    what = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{db}: {what}; the archive is as it was; mend the cause and load again to go on"
