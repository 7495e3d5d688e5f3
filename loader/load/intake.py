"""What the workers bring enters the archive: seeds, paths, revisions, rejects, counts."""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from loader import __version__, link
from loader.load.plan import STDIN, Outcome
from loader.load.report import LoadReport
from loader.store import archive, files
from loader.store.files import Known, Left
from loader.store.rows import SeedRows
from loader.store.writer import Feed, Writer

_STAYS = "; what was loaded from it before stays"


def now() -> str:
    """Return the time in UTC, ISO 8601; that of SOURCE_DATE_EPOCH where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.now(UTC) if epoch is None else datetime.fromtimestamp(int(epoch), UTC)
    return moment.isoformat(timespec="seconds")


class Intake:
    """Takes outcomes into an open archive, each batch in one transaction.

    ``fresh``: the archive was empty. All of it is then one transaction of the caller's, and its
    documents are linked at the end. ``feed`` takes what the search indexes are to be fed.
    """

    def __init__(
        self, db: sqlite3.Connection, report: LoadReport, feed: Feed | None, *, fresh: bool
    ) -> None:
        self.db = db
        self.report = report
        self.fresh = fresh
        self.writer = Writer(db, feed)
        self._load_id: int | None = None
        self._unlisted: list[tuple[str, str]] = []  # rejects that are not written yet
        self._met_again: Counter[int] = Counter()  # known seeds found at new paths
        # A reproducible archive remembers no times; its files are read again by every load.
        self._keeps_times = "SOURCE_DATE_EPOCH" not in os.environ

    def take(self, batch: Sequence[Outcome]) -> None:
        """Store what a batch brings: seeds, paths, links and rejects; all of it or nothing."""
        read = []
        for outcome in batch:
            if outcome.reason is None:
                read.append(outcome)
            else:
                self._reject(outcome.task.path, outcome.reason)
        news = [outcome for outcome in read if self._is_news(outcome)]
        records = sum(one.records is None for one in read)
        self.report.counts.unchanged += records - sum(one.rows is not None for one in news)
        if news:
            with archive.transaction(self.db):
                self._store(news)
                self._write_down(finished=None)

    def finish(self, *, prune: bool) -> None:
        """Settle what vanished, list the rejects, close the entry in ``loads``.

        ``prune`` removes what came from paths that are gone.
        """
        if self.fresh:
            link.connect_all(self.db)
        self.report.rejects.sort()
        rejected_anew = files.are_new_rejects(self.db, self._unlisted)
        if self._load_id is None and not self.report.vanished and not rejected_anew:
            return
        with archive.transaction(self.db):
            self._settle_vanished(prune=prune)
            if self._load_id is not None or rejected_anew:
                self._write_down(finished=now())

    def _reject(self, path: str, reason: str) -> None:
        """List what cannot be read; what was loaded from the path before stays."""
        known = None if self.fresh else files.known_file(self.db, path)
        if known is not None and not reason.endswith(_STAYS):
            reason += _STAYS
        self.report.rejects.append((path, reason))
        self.report.counts.rejected += 1
        self._unlisted.append((path, reason))

    def _is_news(self, outcome: Outcome) -> bool:
        """Tell whether an outcome changes what the archive holds or remembers.

        Of a file that is as it was, a new time is worth remembering: it spares reading it again.
        """
        if outcome.rows is not None and outcome.task.container != STDIN:
            return True
        known = files.known_file(self.db, outcome.task.path)
        if known is None:
            return outcome.rows is not None or outcome.records is not None
        has_times = known.mtime_ns is not None or known.size is None
        return has_times and self._known(outcome, known.seed_id) != known

    def _store(self, news: Sequence[Outcome]) -> None:
        """Add the seeds that are new, remember the paths, remove what was edited away."""
        ids, added = self._add_seeds(news)
        left = {
            one.task.path: files.leave(self.db, one.task.path)
            for one in news
            if one.rows is not None and one.task.seed_id is not None
        }
        files.put_files(self.db, self._load(), self._remembered(news, ids))
        unused = files.unused(self.db, (one.seed_id for one in left.values()))
        self._count(news, ids, set(added), set(unused))
        self._keep_revisions(news, left, set(unused))
        self._remove(unused)
        if not self.fresh:
            link.connect(self.db, added)

    def _add_seeds(self, news: Iterable[Outcome]) -> tuple[dict[str, int], list[int]]:
        """Store the seeds that are new; return the ids of all by SHA-256, and the new ones."""
        ids: dict[str, int] = {}
        unseen: dict[str, SeedRows] = {}
        for rows in (one.rows for one in news if one.rows is not None):
            known = self.writer.seed_id(rows.sha256)
            if known is None:
                unseen.setdefault(rows.sha256, rows)
            else:
                ids[rows.sha256] = known
        added = self.writer.add(list(unseen.values()))
        return ids | dict(zip(unseen, added, strict=True)), added

    def _remembered(self, news: Iterable[Outcome], ids: dict[str, int]) -> Iterable[Known]:
        """Return what to remember of each path, and of a collection how far it is read."""
        known: dict[str, Known] = {}
        for one in news:
            task = one.task
            seed_id = task.seed_id if one.rows is None else ids[one.rows.sha256]
            known[task.path] = self._known(one, seed_id)
            if task.container not in {None, STDIN}:
                number = int(task.path.rpartition("#")[2])
                read = Outcome(task._replace(path=task.container, container=None, size=None))
                known[str(task.container)] = self._known(read._replace(records=number), None)
        return known.values()

    def _known(self, outcome: Outcome, seed_id: int | None) -> Known:
        """Return what is to be remembered of a file, a record, or a collection."""
        task = outcome.task
        if task.container is not None:
            return Known(task.path, None, None, None, seed_id, task.container, None)
        times = (task.mtime_ns, task.inode) if self._keeps_times else (None, None)
        return Known(task.path, task.size, *times, seed_id, None, outcome.records)

    def _count(
        self, news: Iterable[Outcome], ids: dict[str, int], unseen: set[int], unused: set[int]
    ) -> None:
        """Count each source that was read anew.

        A record whose earlier text is still there only moved to another line: no revision.
        """
        counts = self.report.counts
        for one in news:
            if one.rows is None:
                continue
            seed_id, earlier = ids[one.rows.sha256], one.task.seed_id
            if earlier is not None and (one.task.container is None or earlier in unused):
                counts.revised += 1
            elif seed_id in unseen:
                counts.added += 1
            elif self.fresh or files.is_shared(self.db, seed_id):
                counts.duplicates += 1
                self._met_again[seed_id] += not self.fresh
            else:
                counts.unchanged += 1
            unseen.discard(seed_id)

    def _keep_revisions(
        self, news: Iterable[Outcome], left: dict[str, Left], unused: set[int]
    ) -> None:
        """Keep the texts that were there before, of records only those that are nowhere now."""
        records = {one.task.path for one in news if one.task.container is not None}
        for path, earlier in left.items():
            if path not in records or earlier.seed_id in unused:
                files.keep_revision(self.db, path, earlier, now())

    def _remove(self, unused: Sequence[int]) -> None:
        if unused:
            link.forget(self.db, unused)
            self.writer.remove(unused)

    def _load(self) -> int:
        """Return the id of this load's entry in ``loads``."""
        if self._load_id is None:
            self._load_id = files.start_load(self.db, now(), __version__)
        return self._load_id

    def _write_down(self, *, finished: str | None) -> None:
        """Write the rejects and the counts so far into this load's entry."""
        files.put_rejects(self.db, self._load(), self._unlisted)
        self._unlisted.clear()
        files.count_load(self.db, self._load(), self.report.counts, finished)

    def _settle_vanished(self, *, prune: bool) -> None:
        """Drop the paths whose text moved; where that was asked for, drop the others too."""
        staying: list[str] = []
        for path in self.report.vanished:
            known = files.known_file(self.db, path)
            if known is not None and known.records is not None:
                gone = self._settle_collection(path, prune=prune)
            else:
                gone = self._settle(path, known and known.seed_id, prune=prune)
            staying += [] if gone else [path]
        self.report.vanished = staying

    def _settle_collection(self, path: str, *, prune: bool) -> bool:
        """Settle a collection that is gone with its records; tell whether none of them stays."""
        gone = [
            self._settle(record, seed_id, prune=prune)
            for record, seed_id in files.records_after(self.db, path, 0)
        ]
        if all(gone) and (gone or prune):
            files.drop_file(self.db, path)
            return True
        return False

    def _settle(self, path: str, seed_id: int | None, *, prune: bool) -> bool:
        """Drop a path that is gone, if its text was met at a new path or on demand."""
        moved = seed_id is not None and self._met_again[seed_id] > 0
        if not (moved or prune):
            return False
        self._load()
        files.drop_file(self.db, path)
        if moved and seed_id is not None:
            self._met_again[seed_id] -= 1
            self.report.renamed += 1
            self.report.counts.duplicates -= 1
        else:
            self.report.pruned += 1
            self._remove(files.unused(self.db, [seed_id] if seed_id is not None else []))
        return True
