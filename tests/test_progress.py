"""Progress on a terminal: one line, whatever its width, and nothing elsewhere."""

import io

import pytest

from loader import progress
from loader.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stderr: io.StringIO, columns: int) -> str:
    """Return what is written of two steps, two seconds apart."""
    moments = iter((0.0, 2.0, 4.0))
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(moments))
    monkeypatch.setattr("sys.stderr", stderr)
    monkeypatch.setenv("COLUMNS", str(columns))
    with Progress("sources", 9000) as told:
        told.reach(3000)
        told.reach(6000)
    return stderr.getvalue()


def test_one_line_is_written_over(monkeypatch: pytest.MonkeyPatch) -> None:
    first = "3,000 sources, 1,500 a second, 0:04 left"
    second = "6,000 sources, 1,500 a second, 0:02 left"
    lines = shown(monkeypatch, Terminal(), 80).split("\r")
    assert lines == ["", first, second, " " * len(second), ""]


def test_a_narrow_terminal_shows_what_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shown(monkeypatch, Terminal(), 20).split("\r")
    assert lines == ["", "3,000 sources, 1,50", "6,000 sources, 1,50", " " * 19, ""]


def test_nothing_is_written_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO(), 80) == ""
