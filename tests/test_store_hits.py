"""Hits for the terminal: the newest matches of a kind are ranked, whatever their number."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from loader.store import hits
from tests.archives import make_pages


@pytest.mark.parametrize(
    ("bound", "labels"),
    [(1, ["A ferry at noon"]), (2, ["Ferry", "A ferry at noon"])],
)
def test_the_newest_are_ranked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: int, labels: list[str]
) -> None:
    pages = [
        ([("title", title), ("body", "It sailed late, and nobody on the quay knew why.")], {})
        for title in ("Ferry", "A ferry at noon")
    ]
    monkeypatch.setattr(hits, "BOUND", bound)
    path = make_pages(tmp_path / "archive.db", pages)  # type: ignore[arg-type]
    with closing(sqlite3.connect(path)) as db:
        found = hits.search(db, "ferry", kind="article")
    assert [hit.label for hit in found] == labels
