"""Verification against the files on disk."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from loader.cli import cli
from loader.store.check_files import check_files
from tests.corpora import compressed, lines_of, load_into, opened, page, pages, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = pages(4) | {"all.jsonl": lines_of(range(5)), "more.jsonl.gz": compressed(lines_of([9]))}
    return write(tmp_path / "texts", files)


@pytest.fixture
def db(tmp_path: Path, folder: Path) -> Path:
    load_into(tmp_path / "a.db", folder)
    return tmp_path / "a.db"


def put(name: str, raw: bytes) -> Callable[[Path], object]:
    """Return what writes a file into a folder."""
    return lambda folder: (folder / name).write_bytes(raw)


CHANGES = {
    "nothing": (lambda _: None, []),
    "edited": (put("00001.txt", page(77).encode()), [("00001.txt", "not what was loaded")]),
    "no text any more": (put("00001.txt", b""), [("00001.txt", "not what was loaded")]),
    "gone": (lambda folder: (folder / "00002.txt").unlink(), [("00002.txt", "no longer there")]),
    "touched": (lambda folder: (folder / "00002.txt").touch(), []),
    "a new file": (put("new.txt", page(78).encode()), []),
    "record edited": (
        put("all.jsonl", lines_of([0, 1, 70, 3, 4])),
        [("all.jsonl#3", "not what was loaded")],
    ),
    "record added": (
        put("all.jsonl", lines_of(range(6))),
        [("all.jsonl#6", "not in the archive")],
    ),
    "records gone": (
        put("all.jsonl", lines_of(range(3))),
        [("all.jsonl", "has lost 2 of its records")],
    ),
    "collection gone": (
        lambda folder: (folder / "all.jsonl").unlink(),
        [("all.jsonl", "no longer there")],
    ),
}


@pytest.mark.parametrize(("change", "expected"), CHANGES.values(), ids=list(CHANGES))
def test_what_differs_on_disk_is_named(
    db: Path, folder: Path, change: Callable[[Path], object], expected: list[tuple[str, str]]
) -> None:
    change(folder)
    with opened(db) as connection:
        assert isinstance(connection, sqlite3.Connection)
        found = [(problem.where, problem.what) for problem in check_files(connection)]
    assert found == [(f"{folder}/{name}", what) for name, what in expected]


def test_the_command_compares_files_when_asked(db: Path, folder: Path) -> None:
    (folder / "00002.txt").unlink()
    plain = CliRunner().invoke(cli, ["verify", "--db", str(db)])
    asked = CliRunner().invoke(cli, ["verify", "--db", str(db), "--files"])
    assert (plain.exit_code, asked.exit_code) == (0, 4)
    said = f"{folder}/00002.txt: no longer there; run: seed-archive load --prune\n"
    assert asked.stderr == said
