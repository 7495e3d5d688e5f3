"""One load: plan, split, take in, finish; stopped at an edge, and every failure one message."""

import gc
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from loader.corrections import Corrections, path_beside, read_corrections
from loader.load import again
from loader.load.indexer import Indexer
from loader.load.intake import Intake
from loader.load.plan import LoadOptions, Outcome, Plan
from loader.load.portions import portions
from loader.load.report import LoadReport
from loader.load.workers import split_all
from loader.store import archive, corrected
from loader.store.trouble import store_error

# One transaction of a load into an existing archive: so many sources, or so many characters.
_BATCH, _BATCH_CHARACTERS = 500, 16 << 20
# A fresh archive is one transaction: with small batches the writer soon looks after the workers
# and the indexer again, so that neither waits for it.
_FRESH_BATCH = 250

# Splitting costs some three times what storing does: more processes would wait for the writer.
# On two cores they take turns, at no cost but 33 MB.
_JOBS = 3


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
    the archive. Where ``db`` is a link, the file that it leads to is the archive; corrections lie
    beside the link. Raises BusyError, SchemaError and StoreError, and ReadError for a folder that
    must not be pruned; what cannot be read is listed in the report instead.
    """
    written = path_beside(db)
    db = db.resolve() if db.is_symlink() else db
    try:
        with archive.one_load_at_a_time(db, wait=options.wait, waiting=waiting):
            if not db.exists():
                archive.create_empty(db)
            fresh = archive.is_empty(db)
            opened = archive.fresh if fresh else archive.in_place
            with opened(db) as connection, _stop_at_an_edge() as stopping, _no_collection():
                corrections = read_corrections(written)
                with closing(_Run(connection, options, corrections, stopping, fresh=fresh)) as run:
                    return run.load(paths, progress)
    except (sqlite3.Error, OSError) as error:
        told = store_error(db, error)
        if told is None:
            raise
        raise told from error


class _Run:
    """One load over an open archive."""

    def __init__(
        self,
        db: sqlite3.Connection,
        options: LoadOptions,
        corrections: Corrections,
        stopping: threading.Event,
        *,
        fresh: bool,
    ) -> None:
        self.db = db
        self.options = options
        self.corrections = corrections
        self.stopping = stopping
        self.fresh = fresh
        self.report = LoadReport()
        self.indexer = Indexer(db) if fresh else None
        feed = None if self.indexer is None else self.indexer.feed
        self.intake = Intake(db, self.report, feed, fresh=fresh)

    def load(self, paths: Sequence[str], progress: Callable[[int], None]) -> LoadReport:
        """Load all paths, or as many as there are until ``stopping`` is set."""
        plan = Plan(
            self.db,
            self.options,
            self.report,
            self.stopping,
            fresh=self.fresh,
            progress=progress,
        )
        if self.options.prune:
            plan.refuse_emptied(paths)
        tasks = plan.tasks(paths)
        jobs = self.options.jobs or _JOBS
        with closing(split_all(tasks, jobs, self.options.max_bytes, self.corrections)) as outcomes:
            size = _FRESH_BATCH if self.fresh else _BATCH
            for batch in portions(outcomes, size, _BATCH_CHARACTERS, _characters):
                self.intake.take(batch)
                progress(self.report.counts.total())
        if self.indexer is not None:
            self.indexer.end()
            archive.tune_for_sorting(self.db)
        self.report.stopped = self.stopping.is_set()
        self._correct()
        self.intake.finish(prune=self.options.prune and not self.report.stopped)
        if self.indexer is not None:
            self.indexer.finish()
        return self.report

    def close(self) -> None:
        """End what runs beside."""
        if self.indexer is not None:
            self.indexer.close()

    def _correct(self) -> None:
        """Bring the seeds up to date whose corrections changed since they were loaded."""
        if self.fresh:
            corrected.store(self.db, self.corrections)
        elif not again.is_up_to_date(self.db, self.corrections):
            with archive.transaction(self.db):
                writer = self.intake.writer
                self.report.corrected = again.split_again(self.db, writer, self.corrections)


def _characters(outcome: Outcome) -> int:
    return 0 if outcome.rows is None else outcome.rows.characters


@contextmanager
def _no_collection() -> Iterator[None]:
    """Search for no cycles of garbage: rows hold none, and looking through them costs a tenth."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


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
