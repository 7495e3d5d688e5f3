"""The search index filled by a process of its own: the same index, and failures that are told."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from loader.errors import StoreError
from loader.load import indexer, run
from loader.store import archive, check
from tests.corpora import load_into, pages, write

SHADOWS = [
    f"{index}_{shadow}"
    for index in ("articles_fts", "fragments_fts", "bylines_fts")
    for shadow in ("data", "idx", "docsize", "config")
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "texts", pages(40))


@pytest.fixture
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "_FRESH_BATCH", 7)


def index_rows(db: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = archive.connect(db)
    rows = {table: connection.execute(f"select * from {table}").fetchall() for table in SHADOWS}
    connection.close()
    return rows


@pytest.mark.usefixtures("_small_batches")
def test_the_process_makes_the_index_that_the_writer_makes(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart, direct = tmp_path / "apart.db", tmp_path / "direct.db"
    load_into(apart, folder)
    monkeypatch.setattr("loader.store.apart.can_move_in", lambda _: False)
    load_into(direct, folder)
    assert index_rows(apart) == index_rows(direct)
    assert [path.name for path in tmp_path.iterdir() if "building" in path.name] == []


@pytest.mark.usefixtures("_small_batches")
def test_the_index_agrees_with_its_tables_and_takes_later_seeds(
    tmp_path: Path, folder: Path
) -> None:
    db = tmp_path / "archive.db"
    load_into(db, folder)
    later = write(tmp_path / "later", {"new.txt": b"A word like saltmarsh stands here.\n" * 3})
    load_into(db, later)
    connection = archive.connect(db)
    assert check.check_archive(db).problems == []
    found = "select count(*) from articles_fts where articles_fts match 'saltmarsh'"
    assert connection.execute(found).fetchone() == (1,)
    connection.close()


def fail(_: sqlite3.Connection, __: object) -> None:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    raise error


def die(_: sqlite3.Connection, __: object) -> None:
    os._exit(9)


FAILURES = [
    pytest.param(fail, "disk is full", id="no room"),
    pytest.param(die, "search index was ended from outside", id="ended from outside"),
]


@pytest.mark.usefixtures("_small_batches")
@pytest.mark.parametrize(("failure", "told"), FAILURES)
def test_what_befalls_the_process_is_told_and_the_archive_is_unharmed(
    tmp_path: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    failure: Callable[[sqlite3.Connection, object], None],
    told: str,
) -> None:
    db = tmp_path / "archive.db"
    with monkeypatch.context() as patched:
        patched.setattr(indexer.apart, "add", failure)
        with pytest.raises(StoreError, match=told):
            load_into(db, folder)
    assert [path.name for path in tmp_path.iterdir() if "building" in path.name] == []
    assert load_into(db, folder).counts.added == 40
