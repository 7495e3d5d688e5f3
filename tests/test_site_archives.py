"""What is served is an archive, and whole."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.archives import make_archive, serve


def interrupted(db: Path, folder: Path) -> Path:
    """Return a copy of an archive as a killed writer leaves it: pages written, journal beside."""
    broken = folder / db.name
    connection = sqlite3.connect(db, isolation_level=None)
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("update seeds set label = 'half' || randomblob(3000)")
    connection.execute("update spans set rule = 'half written' || randomblob(3000)")
    for name in (db.name, f"{db.name}-journal"):
        shutil.copy(db.with_name(name), folder / name)
    connection.execute("ROLLBACK")
    connection.close()
    return broken


async def test_an_interrupted_load_is_undone_before_it_is_served(tmp_path: Path) -> None:
    (tmp_path / "whole").mkdir()
    (tmp_path / "broken").mkdir()
    broken = interrupted(make_archive(tmp_path / "whole"), tmp_path / "broken")
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(f"file:{broken}?mode=ro", uri=True).execute("select 1 from seeds")
    served = serve(broken)
    await served.invoke_startup()
    page = await served.client.get(f"/{broken.stem}/seeds.json?_shape=array")
    assert page.status_code == 200
    assert not any(row["label"].startswith("half") for row in page.json())
