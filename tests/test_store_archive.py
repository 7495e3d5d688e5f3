"""The archive as a file: what connecting, recovering, replacing and failing do."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from loader.errors import SchemaError
from loader.store import archive
from tests.corpora import digest_of, load_into, pages, rows, write

# A writer that is killed when a part of its changes has reached the file already.
KILLED = """
import os, signal, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA cache_size=2")
db.execute("BEGIN IMMEDIATE")
db.execute("update seeds set text = text || text || text")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def db(tmp_path: Path) -> Path:
    load_into(tmp_path / "a.db", write(tmp_path / "texts", pages(20)))
    return tmp_path / "a.db"


def test_what_a_killed_writer_left_is_undone_for_readers(db: Path) -> None:
    before = digest_of(db)
    subprocess.run([sys.executable, "-c", KILLED, db], check=False)
    assert db.with_name("a.db-journal").read_bytes()[:8] != bytes(8), "the journal is not hot"
    reader = sqlite3.connect(f"file:{db}?mode=ro", uri=True)
    with pytest.raises(sqlite3.OperationalError):
        reader.execute("select count(*) from seeds").fetchone()
    reader.close()
    assert digest_of(db) == before
    assert not db.with_name("a.db-journal").exists()


def test_a_fresh_archive_takes_its_place_whole_or_not_at_all(db: Path) -> None:
    before = db.read_bytes()
    with pytest.raises(RuntimeError), archive.fresh(db):
        raise RuntimeError
    assert db.read_bytes() == before
    assert not db.with_name("a.db.building").exists()
    with archive.fresh(db):
        pass
    assert rows(db, "select count(*) from seeds") == [(0,)]
    assert archive.is_empty(db)


def test_a_transaction_is_whole_or_nothing(db: Path) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        with archive.transaction(connection):
            connection.execute("delete from files")
            connection.execute("select nothing")

    with archive.in_place(db) as connection:
        with pytest.raises(sqlite3.OperationalError):
            fail(connection)
        with archive.transaction(connection), archive.transaction(connection):
            connection.execute("delete from files where path like '%00001%'")
    assert rows(db, "select count(*) from files") == [(19,)]


def damaged(db: Path, kind: str) -> None:
    """Spoil what tells a file as an archive."""
    if kind == "folder":
        db.unlink()
        db.mkdir()
    elif kind == "text":
        db.write_text("no database " * 400)
    else:
        connection = sqlite3.connect(db)
        connection.execute(f"PRAGMA {kind}=99")
        connection.close()


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("folder", "(unable to open database file|disk I/O error); name another file"),
        ("text", "file is not a database; name another file"),
        ("application_id", "not a seed archive; name another file"),
        ("user_version", "schema 99, this program writes 1; load the sources again"),
    ],
)
def test_what_is_no_archive_is_refused(db: Path, kind: str, message: str) -> None:
    damaged(db, kind)
    for write_it in (False, True):
        with pytest.raises(SchemaError, match=message):
            archive.connect(db, write=write_it)
