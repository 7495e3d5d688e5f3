"""The least that loading can cost: the rows of a finished archive, written again and nothing else.

    python benchmarks/limit.py write ARCHIVE COPY
    python benchmarks/limit.py scan FOLDER

``write`` holds the rows in memory, writes them by executemany with their search indexes beside
them and the other indexes last, syncs and renames; the clock runs while it writes. ``scan`` lists
a folder and asks for every file's size and time. Both print their seconds as JSON.
"""

import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from measure import ROOT, Run

from loader.store.fold import index_text

_CHUNK = 500  # seeds
_IN_MEMORY = 50_000  # seeds; more are read between the writes, with the clock stopped
_HASH_BYTES = 64 << 20

# How the rows of one table are found for a range of seeds; the tables that are not named here
# are small or hang on no seed and are written in one go at the end.
_BY_SEED = {
    "seeds": "id between ? and ?",
    "articles": "seed_id between ? and ?",
    "fragments": "seed_id between ? and ?",
    "bylines": "seed_id between ? and ?",
    "mentions": "seed_id between ? and ?",
    "spans": "seed_id between ? and ?",
    "files": "seed_id between ?1 and ?2 or (seed_id is null and ?1 = 1)",
    "article_authors": "byline_id in (select id from bylines where seed_id between ? and ?)",
    "affiliations": "byline_id in (select id from bylines where seed_id between ? and ?)",
}
_INDEXED = ("articles", "fragments", "bylines", "authors")

Rows = list[tuple[Any, ...]]
Batch = list[tuple[str, Rows]]


class Clock:
    """Seconds that passed, and that this process worked, inside its blocks."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0

    def __enter__(self) -> None:
        self._began = time.perf_counter(), time.process_time()

    def __exit__(self, *_: object) -> None:
        self.wall += time.perf_counter() - self._began[0]
        self.cpu += time.process_time() - self._began[1]


def write(archive: Path, copy: Path) -> Clock:
    """Write the rows of an archive into a new file; return the cost of writing alone."""
    source = sqlite3.connect(f"file:{archive}?mode=ro", uri=True)
    (seeds,) = source.execute("select count(*) from seeds").fetchone()
    batches = _batches(source)
    clock = Clock()
    building = copy.with_suffix(".new")
    building.unlink(missing_ok=True)
    ready = list(batches) if seeds <= _IN_MEMORY else batches
    with clock:
        db = _create(source, building)
    for batch in ready:
        with clock:
            for statement, rows in batch:
                db.executemany(statement, rows)
    with clock:
        _finish(source, db, building, copy)
    return clock


def _create(source: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None)
    (page_size,) = source.execute("pragma page_size").fetchone()
    db.executescript(
        f"pragma page_size={page_size}; pragma journal_mode=off; pragma synchronous=off;"
        "pragma locking_mode=exclusive; pragma cache_size=-65536; pragma temp_store=memory"
    )
    for (sql,) in _made(source, "table"):
        db.execute(sql)
    for table in _INDEXED:
        _set_hash_size(db, table, _HASH_BYTES)
    db.execute("begin")
    return db


def _finish(source: sqlite3.Connection, db: sqlite3.Connection, building: Path, copy: Path) -> None:
    for (sql,) in _made(source, "index"):
        db.execute(sql)
    for table in _INDEXED:
        _set_hash_size(db, table, 1 << 20)
    db.execute("commit")
    db.close()
    with building.open("rb") as file:
        os.fsync(file.fileno())
    building.rename(copy)


def _made(source: sqlite3.Connection, kind: str) -> Rows:
    """Return the statements that make an archive's tables or indexes, shadow tables apart."""
    return source.execute(
        "select sql from sqlite_master where type = ? and sql is not null "
        "and not (name glob '*_fts_*') and name not glob 'sqlite_*' order by rowid",
        (kind,),
    ).fetchall()


def _set_hash_size(db: sqlite3.Connection, table: str, size: int) -> None:
    db.execute(f"insert into {table}_fts ({table}_fts, rank) values ('hashsize', {size})")


def _batches(source: sqlite3.Connection) -> Iterator[Batch]:
    tables = [
        name
        for (name,) in source.execute(
            "select name from sqlite_master where type = 'table' and not (name glob '*_fts*') "
            "and name not glob 'sqlite_*'"
        )
    ]
    (last,) = source.execute("select coalesce(max(id), 0) from seeds").fetchone()
    for first in range(1, last + 1, _CHUNK):
        within = (first, first + _CHUNK - 1)
        yield [
            part
            for table in tables
            if table in _BY_SEED
            for part in _table(source, table, f"where {_BY_SEED[table]}", within)
        ]
    yield [
        part for table in tables if table not in _BY_SEED for part in _table(source, table, "", ())
    ]


def _table(
    source: sqlite3.Connection, table: str, where: str, bound: tuple[int, ...]
) -> Iterator[tuple[str, Rows]]:
    """Yield the statements and rows that write a part of a table and of its search index."""
    columns = [row[1] for row in source.execute(f"pragma table_info({table})")]
    found = source.execute(f"select * from {table} {where}", bound).fetchall()
    yield _insert(table, columns), found
    if table in _INDEXED:
        indexed = [row[1] for row in source.execute(f"pragma table_info({table}_fts)")]
        places = [columns.index(column) for column in indexed]
        fed = [
            (row[0], *(row[place] and index_text(row[place]) for place in places)) for row in found
        ]
        yield _insert(f"{table}_fts", ["rowid", *indexed]), fed


def _insert(table: str, columns: list[str]) -> str:
    quoted = ", ".join(f'"{column}"' for column in columns)
    return f"insert into {table} ({quoted}) values ({', '.join('?' * len(columns))})"


def scan(folder: Path) -> Clock:
    """Ask for size and time of every file in a folder; return what that cost."""
    clock = Clock()
    with clock:
        folders = [str(folder)]
        while folders:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.is_dir():
                        folders.append(entry.path)
                    else:
                        entry.stat()
    return clock


def measured(command: Callable[..., Clock], *paths: Path) -> Run:
    """Run one of the two in a process of its own; return what it says it cost."""
    import subprocess  # noqa: PLC0415 (the measured process has no use for it)

    from measure import script  # noqa: PLC0415

    said = subprocess.run(
        script("limit.py", command.__name__, *paths), capture_output=True, check=True, cwd=ROOT
    )
    return Run(**json.loads(said.stdout))


if __name__ == "__main__":
    paths = [Path(word) for word in sys.argv[2:]]
    spent = write(*paths) if sys.argv[1] == "write" else scan(*paths)
    print(json.dumps({"wall": spent.wall, "cpu": spent.cpu, "work": spent.cpu}))
