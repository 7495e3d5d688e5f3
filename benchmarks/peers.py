"""The same files by other tools: sqlite-utils on its command line, and row by row."""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from measure import Bench, Figure, Run, ratios, run, script

_SQLITE_UTILS = [sys.executable, "-W", "ignore", "-m", "sqlite_utils"]
_FEWER = 10  # row by row takes minutes: a tenth of the documents will do


def figures(bench: Bench) -> Iterator[Figure]:
    """Load with ours and the others in turns, each into a new file."""
    folder, few = bench.folder(bench.docs), bench.folder(max(1, bench.docs // _FEWER))
    ours, theirs = bench.scratch / "ours.db", bench.scratch / "theirs.db"
    rows = bench.archive(max(1, bench.docs // _FEWER))

    def load(texts: Path) -> Run:
        ours.unlink(missing_ok=True)
        return bench.load([texts], ours)

    runs = bench.interleaved(
        {
            f"load {bench.docs:,} files ": lambda: load(folder),
            "sqlite-utils insert-files + enable-fts": lambda: _insert_files(folder, theirs),
            f"load {bench.docs // _FEWER:,} files": lambda: load(few),
            "sqlite-utils Table.insert, row by row, same documents": lambda: _row_by_row(
                rows, theirs
            ),
        }
    )
    fast, inserted, fewer, rowwise = runs.values()
    yield Figure(
        "sqlite-utils insert-files + enable-fts : load", "≥ 1", ratios(inserted, fast), note="wall"
    )
    yield Figure(
        f"sqlite-utils Table.insert per row : load, {max(1, bench.docs // _FEWER):,} documents",
        "≥ 8",
        ratios(rowwise, fewer),
        note="wall",
    )


def _insert_files(folder: Path, db: Path) -> Run:
    """Whole files into one table, then its index: two commands, their costs added."""
    db.unlink(missing_ok=True)
    columns = ["-c", "path:path", "-c", "content:content_text"]
    insert = [*_SQLITE_UTILS, "insert-files", str(db), "texts", str(folder), "--text", *columns]
    index = [*_SQLITE_UTILS, "enable-fts", str(db), "texts", "content", "--tokenize", "porter"]
    parts = [run([*insert, "--pk", "path"]), run(index)]
    return Run(*(sum(getattr(part, what) for part in parts) for what in ("wall", "cpu", "work")))


def _row_by_row(archive: Path, db: Path) -> Run:
    for old in db.parent.glob(f"{db.name}*"):
        old.unlink()
    return run(script("peers.py", archive, db))


def insert_row_by_row(archive: Path, db: Path) -> None:
    """Write an archive's articles, fragments, bylines and spans as a quick script would.

    The rows come ready made from a finished archive; the indexes are kept by triggers.
    """
    import sqlite_utils  # noqa: PLC0415 (only this process needs it)

    source = sqlite3.connect(f"file:{archive}?mode=ro", uri=True)
    source.row_factory = sqlite3.Row
    target = sqlite_utils.Database(db)
    indexed = {"articles": ["title", "standfirst", "body", "authors"]}
    indexed |= {"fragments": ["text"], "bylines": ["text"]}
    for table in ("seeds", "articles", "fragments", "bylines", "spans", "files"):
        target.execute(
            source.execute("select sql from sqlite_master where name = ?", (table,)).fetchone()[0]
        )
        if table in indexed:
            target.table(table).enable_fts(indexed[table], tokenize="porter", create_triggers=True)
        for row in source.execute(f"select * from {table}"):
            target.table(table).insert(dict(row))
    target.close()


if __name__ == "__main__":
    insert_row_by_row(*map(Path, sys.argv[1:]))
