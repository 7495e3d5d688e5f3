"""Trouble outside the program is told with its remedy; mistakes in it are not hidden."""

import sqlite3
from pathlib import Path

import pytest

from loader.errors import StoreError
from loader.store.trouble import store_error, telling


def error(statement: str) -> sqlite3.Error:
    """Return the error that a statement ends in."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.executescript(statement)
    except sqlite3.Error as raised:
        return raised
    finally:
        connection.close()
    raise AssertionError


def test_trouble_outside_is_told_from_mistakes() -> None:
    full = error("PRAGMA max_page_count=2; create table a (b); create table c (d)")
    told = store_error(Path("a.db"), full)
    assert isinstance(told, StoreError)
    assert str(told).startswith("a.db: database or disk is full; nothing is stored by halves; free")
    gone = store_error(Path("a.db"), FileNotFoundError(2, "No such file or directory"))
    assert str(gone).startswith("a.db: No such file or directory; nothing is stored by halves")
    assert store_error(Path("a.db"), error("select nothing")) is None
    assert store_error(Path("a.db"), sqlite3.ProgrammingError("misused")) is None


def test_reading_tells_trouble_and_raises_mistakes() -> None:
    full = error("PRAGMA max_page_count=2; create table a (b); create table c (d)")
    with (
        pytest.raises(StoreError, match="database or disk is full; free"),
        telling(Path("a.db")),
    ):
        raise full
    mistake = error("select nothing")
    with pytest.raises(sqlite3.OperationalError, match="nothing"), telling(Path("a.db")):
        raise mistake
