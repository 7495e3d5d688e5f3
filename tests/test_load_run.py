"""What must hold of any load: tiling, slices, lossless, the same whatever the way."""

import hashlib
import os
from pathlib import Path
from random import Random

import pytest

from loader.corrections import LineCorrection, add_corrections, path_beside
from loader.load import LoadReport
from loader.read import encode_text
from loader.store import check
from tests.corpora import digest_of, lines_of, load_into, pages, rows, write

ODD = {
    "bom.txt": b"\xef\xbb\xbfThe lamp stayed lit.\r\nNobody asked why.\r\n",
    "utf16.txt": "The pilot slept. Łódź, 林.\n".encode("utf-16"),
    "latin.txt": "Die Brücke über den Kanal ist gesperrt, weil sie brüchig ist.\n".encode("cp1252"),
    "odd.txt": "So\u00adft, e\u0301, \u2028, \u202e, 🛥, \u00a0 and \u3000.\n\n\n".encode(),
    "one-line.txt": b"x" * 100_000,
    "blank-first.txt": b"\n\n  \nA line at last.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "texts", {**pages(30), **ODD, "more/lines.jsonl": lines_of(range(5))})


@pytest.fixture
def db(tmp_path: Path, folder: Path) -> Path:
    load_into(tmp_path / "a.db", folder)
    return tmp_path / "a.db"


def test_a_load_counts_what_it_did(tmp_path: Path, folder: Path) -> None:
    report = load_into(tmp_path / "a.db", folder)
    # The five records are pages that stand in files too, but with other fields: other seeds.
    assert report.as_dict() == LoadReport().as_dict() | {"added": 41}
    assert rows(tmp_path / "a.db", "select added, finished is null from loads") == [(41, 0)]


def test_an_archive_among_its_texts_is_no_text(folder: Path) -> None:
    db = folder / "archive.db"
    first = load_into(db, folder)
    text = rows(db, "select key, text from seeds limit 1")[0]
    add_corrections(path_beside(db), [LineCorrection(text[0], 0, 5, text[1][:5], "notice", "2026")])
    again = load_into(db, folder)
    assert (first.counts.added, first.counts.rejected) == (41, 0)
    assert (again.counts.added, again.counts.rejected) == (0, 0)
    assert path_beside(db).exists()


def test_spans_tile_and_stored_texts_are_slices(db: Path) -> None:
    checked = check.check_archive(db)
    assert (checked.problems, checked.seeds) == ([], 41)
    # In the words of SQL, apart from the check's own code:
    assert (
        rows(
            db,
            """
        select key from seeds where text <> (
          select group_concat(substr(text, start + 1, "end" - start), '') from (
            select start, "end" from spans where seed_id = seeds.id order by position)
        )""",
        )
        == []
    )
    for table in ("fragments", "bylines"):
        parts = rows(db, f'select start, "end", {table}.text, seeds.text from {table} '
                     "join seeds on seeds.id = seed_id")  # fmt: skip
        assert [text for start, end, text, seed in parts if seed[start:end].strip() != text] == []


def test_every_file_comes_out_as_it_went_in(db: Path) -> None:
    stored = rows(
        db, "select path, encoding, text from files join seeds on seeds.id = seed_id "
        "where container is null"
    )  # fmt: skip
    assert len(stored) == 36
    for path, encoding, text in stored:
        assert encode_text(text, encoding) == Path(path).read_bytes()


def test_loading_twice_changes_nothing_and_says_so(db: Path, folder: Path) -> None:
    before = hashlib.sha256(db.read_bytes()).digest(), db.stat().st_mtime_ns, db.stat().st_ino
    report = load_into(db, folder)
    assert report.as_dict() == LoadReport().as_dict() | {"unchanged": 41}
    assert "Nothing new." in report.summary(db)
    assert load_into(db, folder, check_hash=True).counts.unchanged == 41
    after = hashlib.sha256(db.read_bytes()).digest(), db.stat().st_mtime_ns, db.stat().st_ino
    assert after == before


def test_nothing_is_left_beside_the_archive(db: Path) -> None:
    assert [path.name for path in db.parent.iterdir() if path.is_file()] == ["a.db"]


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("form", ["files", "lines"])
def test_jobs_make_no_difference(tmp_path: Path, jobs: int, form: str) -> None:
    some = pages(400) if form == "files" else {"all.jsonl": lines_of(range(400))}
    folder = write(tmp_path / "texts", some)
    load_into(tmp_path / "a.db", folder, jobs=jobs)
    load_into(tmp_path / "b.db", folder, jobs=1)
    assert digest_of(tmp_path / "a.db") == digest_of(tmp_path / "b.db")
    paths = "select path from files where seed_id is not null order by seed_id"
    assert len(rows(tmp_path / "a.db", paths)) == 400
    assert rows(tmp_path / "a.db", paths) == rows(tmp_path / "b.db", paths)


def test_the_order_of_loading_makes_no_difference(tmp_path: Path, folder: Path, db: Path) -> None:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    Random(1).shuffle(paths)  # noqa: S311 (no secrets here)
    one_by_one, at_once = tmp_path / "b.db", tmp_path / "c.db"
    for first in range(0, len(paths), 7):
        load_into(one_by_one, *paths[first : first + 7])
    load_into(at_once, *paths)
    assert digest_of(one_by_one) == digest_of(at_once) == digest_of(db)


def test_a_fresh_build_is_the_same_to_the_byte(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name, jobs in (("a.db", 1), ("b.db", 2)):
        load_into(tmp_path / name, folder, jobs=jobs)
        for path in folder.rglob("*.txt"):
            os.utime(path)
    assert (tmp_path / "a.db").read_bytes() == (tmp_path / "b.db").read_bytes()
    load_into(tmp_path / "a.db", folder)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert load_into(tmp_path / "a.db", folder).counts.unchanged == 41
    assert (tmp_path / "a.db").read_bytes() == (tmp_path / "b.db").read_bytes()
