"""How much larger the archive is than its text, and what takes the room."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from measure import Bench, Figure

_SHOWN = 9  # parts; what is smaller is added up
# What SQLite stores is told by b-tree; an index is counted with its table.
_PARTS = """
select case
    when name like '%_fts_%' then 'search index of ' || substr(name, 1, instr(name, '_fts') - 1)
    when name in (select name from sqlite_schema where type = 'table') then 'table ' || name
    else 'indexes of ' || (select tbl_name from sqlite_schema where name = dbstat.name)
  end as part,
  sum(pgsize), sum(unused)
from dbstat
group by 1
order by 2 desc
"""


def figures(bench: Bench) -> Iterator[Figure]:
    """Compare the archive's file, and its parts, with the bytes of the files it was made from."""
    db = bench.scratch / "size.db"
    folder = bench.folder(bench.docs)
    db.unlink(missing_ok=True)
    bench.load([folder], db)
    text = sum(file.stat().st_size for file in folder.glob("*/*"))
    yield Figure("archive : its text, bytes", "≤ 1.9", [db.stat().st_size / text])
    parts = _parts(db)
    for part, size, unused in parts[:_SHOWN]:
        yield Figure(f"of it: {part}", "", [size / text], note=f"{unused / size:.0%} unused")
    yield Figure("of it: all the rest", "", [sum(size for _, size, _ in parts[_SHOWN:]) / text])


def _parts(db: Path) -> list[tuple[str, int, int]]:
    connection = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    try:
        return connection.execute(_PARTS).fetchall()
    finally:
        connection.close()
