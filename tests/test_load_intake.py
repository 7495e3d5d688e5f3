"""Loading again: new, edited, renamed, vanished, doubled, touched; files and collections."""

import os
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loader.errors import ReadError
from loader.load import LoadReport
from loader.load.portions import portions
from loader.store import check
from tests.corpora import (
    compressed,
    digest_of,
    fresh_digest,
    later,
    lines_of,
    load_into,
    page,
    pages,
    rows,
    write,
)

PATHS = "select path from files where seed_id is not null order by path"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "texts", pages(12))


@pytest.fixture
def db(tmp_path: Path, folder: Path) -> Path:
    load_into(tmp_path / "a.db", folder)
    return tmp_path / "a.db"


def said(report: LoadReport) -> dict[str, object]:
    """Return what a load says that it did, without what it did not."""
    return {name: value for name, value in report.as_dict().items() if value}


def assert_whole(db: Path, folder: Path) -> None:
    """Assert that an archive verifies and holds what a fresh one of the folder holds."""
    assert check.check_archive(db).problems == []
    assert digest_of(db) == fresh_digest(folder, db.with_name("fresh.db"))


def test_a_new_file_is_added(db: Path, folder: Path) -> None:
    write(folder, pages(1, first=50))
    assert said(load_into(db, folder)) == {"added": 1, "unchanged": 12}
    assert_whole(db, folder)


def test_an_edited_file_keeps_its_earlier_text(db: Path, folder: Path) -> None:
    path = folder / "00003.txt"
    earlier, text = path.read_bytes().decode(), page(99)
    path.write_bytes(text.encode())
    assert said(load_into(db, folder)) == {"revised": 1, "unchanged": 11}
    assert rows(db, "select path, text from revisions") == [(str(path), earlier)]
    assert_whole(db, folder)
    path.write_bytes(earlier.encode())
    assert said(load_into(db, folder)) == {"revised": 1, "unchanged": 11}
    assert rows(db, "select text from revisions order by rowid") == [(earlier,), (text,)]
    assert_whole(db, folder)


def test_a_renamed_file_keeps_its_seed(db: Path, folder: Path) -> None:
    (key,) = rows(db, "select key from seeds join files on seeds.id = seed_id limit 1 offset 4")[0]
    (folder / "00004.txt").rename(folder / "zz.txt")
    assert said(load_into(db, folder)) == {"renamed": 1, "unchanged": 11}
    assert rows(
        db, "select path from files join seeds on seeds.id = seed_id where key = ?", key
    ) == [(str(folder / "zz.txt"),)]
    assert rows(db, "select duplicates from loads order by id desc limit 1") == [(0,)]
    assert_whole(db, folder)


def test_a_renamed_folder_keeps_its_seeds(db: Path, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "up").mkdir()
    folder.rename(tmp_path / "up" / "texts")
    folder.mkdir()
    (tmp_path / "up" / "texts").rename(folder / "inner")
    assert said(load_into(db, folder)) == {"renamed": 12}
    assert_whole(db, folder)


def test_a_file_renamed_over_another_is_its_edit(db: Path, folder: Path) -> None:
    (folder / "00004.txt").rename(folder / "00005.txt")
    assert said(load_into(db, folder, prune=True)) == {"revised": 1, "unchanged": 10, "pruned": 1}
    assert_whole(db, folder)


def test_a_vanished_file_is_reported_until_it_is_pruned(db: Path, folder: Path) -> None:
    gone = folder / "00007.txt"
    gone.unlink()
    before = db.read_bytes()
    for _ in range(2):
        report = load_into(db, folder)
        assert said(report) == {"unchanged": 11, "vanished": [str(gone)]}
        assert "1  no longer there; --prune removes what came from them" in report.summary(db)
    assert db.read_bytes() == before
    assert said(load_into(db, folder, prune=True)) == {"unchanged": 11, "pruned": 1}
    assert len(rows(db, PATHS)) == 11
    assert_whole(db, folder)


def test_an_empty_folder_that_held_documents_is_not_pruned(db: Path, folder: Path) -> None:
    before = db.read_bytes()
    folder.rename(folder.with_name("mounted"))
    folder.mkdir()
    other = write(folder.with_name("other"), pages(1, first=60))
    with pytest.raises(ReadError, match="texts: empty, though documents were loaded from it"):
        load_into(db, other, folder, prune=True)
    assert db.read_bytes() == before
    assert len(load_into(db, folder).vanished) == 12
    folder.rmdir()
    folder.with_name("mounted").rename(folder)
    assert said(load_into(db, other, folder, prune=True)) == {"added": 1, "unchanged": 12}


def test_a_file_that_turned_bad_keeps_what_was_loaded_from_it(db: Path, folder: Path) -> None:
    bad = folder / "00003.txt"
    whole, before = bad.read_bytes(), digest_of(db)
    bad.write_bytes(b"\0\0\0\0")
    for options in ({}, {"prune": True}):
        report = load_into(db, folder, **options)
        ((path, reason),) = report.rejects
        assert path == str(bad)
        assert reason.endswith("; what was loaded from it before stays")
        assert digest_of(db) == before
    bad.write_bytes(whole)
    assert said(load_into(db, folder)) == {"unchanged": 12}
    assert_whole(db, folder)


def test_an_archive_behind_a_link_stays_behind_it(tmp_path: Path, folder: Path) -> None:
    target, link = tmp_path / "disk" / "a.db", tmp_path / "a.db"
    target.parent.mkdir()
    link.symlink_to(target)
    for added in ({"added": 12}, {"unchanged": 12}):
        assert said(load_into(link, folder)) == added
        assert link.is_symlink()
        assert [path.name for path in target.parent.iterdir()] == ["a.db"]
    assert digest_of(link) == fresh_digest(folder, tmp_path / "b.db")


def test_a_doubled_file_shares_its_seed(db: Path, folder: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "00002.txt").read_bytes())
    assert said(load_into(db, folder)) == {"duplicates": 1, "unchanged": 12}
    (folder / "00002.txt").unlink()
    assert said(load_into(db, folder, prune=True)) == {"pruned": 1, "unchanged": 12}
    assert rows(db, "select count(*) from seeds") == [(12,)]
    assert_whole(db, folder)


def test_a_touched_file_is_read_once(db: Path, folder: Path) -> None:
    later(folder / "00001.txt")
    assert said(load_into(db, folder)) == {"unchanged": 12}
    before = db.read_bytes()
    assert said(load_into(db, folder)) == {"unchanged": 12}
    assert db.read_bytes() == before


def test_only_a_hash_notices_what_size_and_time_hide(db: Path, folder: Path) -> None:
    path = folder / "00001.txt"
    status = path.stat()
    path.write_bytes(path.read_bytes().replace(b"e", b"o"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert said(load_into(db, folder)) == {"unchanged": 12}
    assert said(load_into(db, folder, check_hash=True)) == {"unchanged": 11, "revised": 1}
    assert_whole(db, folder)


def test_a_file_that_turns_bad_keeps_what_it_had(db: Path, folder: Path) -> None:
    path = folder / "00001.txt"
    path.write_bytes(b"")
    for _ in range(2):
        report = load_into(db, folder)
        assert [path for path, _ in report.rejects] == [str(path)]
        assert report.counts.unchanged == 11
    assert len(rows(db, PATHS)) == 12
    assert rows(db, "select load_id, path from rejects") == [(2, str(path))]


def test_a_reject_is_written_once(tmp_path: Path, folder: Path) -> None:
    db = tmp_path / "a.db"
    bad, other = write(tmp_path / "bad", {"empty.txt": b""}), folder
    for path, loads in ((bad, 1), (other, 2), (bad, 2), (other, 2), (bad, 2)):
        load_into(db, path)
        assert rows(db, "select count(*) from loads") == [(loads,)]
    (bad / "empty.txt").write_bytes(b"\0\0")
    load_into(db, bad)
    assert rows(db, "select load_id from rejects") == [(1,), (3,)]


def test_a_folder_that_cannot_be_read_has_lost_nothing(
    db: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "inner", pages(3, first=80))
    load_into(db, folder)
    scandir = os.scandir

    def fail(path: str) -> object:
        if path.rstrip("/").endswith("inner"):
            raise OSError(5, "Input/output error")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", fail)
    report = load_into(db, folder, prune=True)
    assert (report.vanished, report.pruned, len(report.rejects)) == ([], 0, 1)
    assert len(rows(db, PATHS)) == 15


def test_the_folder_here_has_nothing_of_other_folders(
    tmp_path: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    assert said(load_into(db, ".", prune=True)) == {}
    assert len(rows(db, PATHS)) == 12


def broken_after(count: int) -> object:
    """Return a stand-in for ``portions`` that fails after some."""

    def broken(*given: Any) -> Iterator[list[Any]]:
        for number, portion in enumerate(portions(*given)):
            if number == count:
                raise RuntimeError
            yield portion

    return broken


# What a collection of 20 records becomes, and what a load says of it.
CHANGES = {
    "appended": (lines_of(range(25)), {"added": 5, "unchanged": 20}),
    "edited": (
        lines_of([*range(7), 77, *range(8, 20)]),
        {"revised": 1, "unchanged": 19},
    ),
    "inserted": (lines_of([77, *range(20)]), {"added": 1, "unchanged": 20}),
    "doubled": (lines_of([*range(20), 3]), {"duplicates": 1, "unchanged": 20}),
    "blank line": (
        b"\n".join([*lines_of(range(9)).split(b"\n"), lines_of(range(9, 20))]),
        {"unchanged": 19, "renamed": 1},
    ),
    "shortened": (lines_of(range(18)), {"unchanged": 18, "pruned": 2}),
    "line removed": (
        lines_of([*range(5), *range(6, 20)]),
        {"unchanged": 17, "revised": 1, "renamed": 1},
    ),
    "line blanked": (
        lines_of(range(5)) + b"\n" + lines_of(range(6, 20)),
        {"unchanged": 19, "pruned": 1},
    ),
    "emptied": (b"\n", {"pruned": 20}),
}


@pytest.mark.parametrize("name", ["all.jsonl", "all.jsonl.gz"])
class TestCollections:
    """Collections, plain and compressed: a record is found again by its line."""

    @pytest.fixture
    def path(self, tmp_path: Path, name: str) -> Path:
        path = tmp_path / "lines" / name
        path.parent.mkdir()
        return path

    @pytest.fixture
    def lines(self, tmp_path: Path, path: Path) -> Path:
        """An archive of a collection of 20 records."""
        self.put(path, lines_of(range(20)))
        load_into(tmp_path / "l.db", path.parent)
        return tmp_path / "l.db"

    def put(self, path: Path, raw: bytes) -> None:
        path.write_bytes(compressed(raw) if path.suffix == ".gz" else raw)
        later(path)

    @pytest.mark.parametrize(("raw", "expected"), CHANGES.values(), ids=list(CHANGES))
    def test_changed(
        self, lines: Path, path: Path, raw: bytes, expected: dict[str, object]
    ) -> None:
        self.put(path, raw)
        assert said(load_into(lines, path.parent, prune=True)) == expected
        assert_whole(lines, path.parent)
        again = said(load_into(lines, path.parent))
        assert set(again) <= {"unchanged"}

    def test_every_load_tells_the_rejected_lines(self, tmp_path: Path, path: Path) -> None:
        self.put(path, lines_of(range(9)) + b'\n{"text": 4}\nno json\n' + lines_of(range(9, 20)))
        db = tmp_path / "l.db"
        first, again = (load_into(db, path.parent) for _ in range(2))
        assert (first.counts.added, len(first.rejects)) == (20, 2)
        assert said(again) == {"unchanged": 20, "rejected": 2, "rejects": said(first)["rejects"]}
        assert rows(db, "select count(*) from loads") == [(1,)]
        assert load_into(db, path.parent, ignore=(path.name,)).rejects == []

    def test_a_line_that_a_later_load_takes_stands_rejected_no_more(
        self, tmp_path: Path, path: Path
    ) -> None:
        self.put(path, lines_of(range(3)) + b'{"text": "Fog."}\n')
        db, limit = tmp_path / "l.db", {"max_bytes": 100}
        for options, rejected in ((limit, 3), ({}, 3), ({"check_hash": True}, 0), ({}, 0)):
            assert load_into(db, path.parent, **options).counts.rejected == rejected

    def test_a_shortened_one_is_pruned_later(self, lines: Path, path: Path) -> None:
        self.put(path, lines_of(range(18)))
        gone = [f"{path}#19", f"{path}#20"]
        for _ in range(2):
            assert said(load_into(lines, path.parent)) == {"unchanged": 18, "vanished": gone}
        assert said(load_into(lines, path.parent, prune=True)) == {"unchanged": 18, "pruned": 2}
        assert_whole(lines, path.parent)

    def test_a_vanished_one_takes_its_records_along(self, lines: Path, path: Path) -> None:
        path.rename(path.parent.with_name(path.name))
        (path.parent / ".keep").touch()
        assert said(load_into(lines, path.parent)) == {"vanished": [str(path)]}
        assert said(load_into(lines, path.parent, prune=True)) == {"pruned": 20}
        assert rows(lines, "select * from files") == rows(lines, "select * from seeds") == []
        assert_whole(lines, path.parent)

    def test_a_renamed_one_keeps_its_seeds(self, lines: Path, path: Path) -> None:
        path.rename(path.with_name(f"new-{path.name}"))
        assert said(load_into(lines, path.parent)) == {"renamed": 20}
        assert_whole(lines, path.parent)

    def test_an_interrupted_load_goes_on_where_it_stopped(
        self, tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("loader.load.run._BATCH", 4)
        db = tmp_path / "l.db"
        load_into(db, write(tmp_path / "other", pages(1, first=90)))
        self.put(path, lines_of(range(9)) + b"{}\n" + lines_of(range(9, 20)))
        monkeypatch.setattr("loader.load.run.portions", broken_after(3))
        with pytest.raises(RuntimeError):
            load_into(db, path.parent)
        monkeypatch.setattr("loader.load.run.portions", portions)
        assert rows(db, "select records, size from files where records > 0") == [(12, None)]
        assert rows(db, "select path from rejects") == [(f"{path}#10",)]
        for expected in ({"unchanged": 11, "added": 9}, {"unchanged": 20}):
            report = load_into(db, path.parent)
            assert said(report).items() >= expected.items()
            assert [where for where, _ in report.rejects] == [f"{path}#10"]
        assert check.check_archive(db).problems == []


def test_what_a_broken_collection_held_is_not_gone(tmp_path: Path) -> None:
    path = tmp_path / "lines" / "all.jsonl.gz"
    path.parent.mkdir()
    path.write_bytes(compressed(lines_of(range(200))))
    db = tmp_path / "a.db"
    load_into(db, path.parent)
    path.write_bytes(path.read_bytes()[:-4000])
    report = load_into(db, path.parent, prune=True)
    assert (report.vanished, report.pruned, len(report.rejects)) == ([], 0, 1)
    assert len(rows(db, PATHS)) == 200


def test_lines_that_are_no_documents_are_skipped_in_a_folder(tmp_path: Path) -> None:
    folder = write(tmp_path / "texts", {"log.jsonl": b'{"level": "info"}\n'})
    assert said(load_into(tmp_path / "a.db", folder)) == {"skipped": [f"{folder}/log.jsonl"]}


edits = st.lists(
    st.tuples(
        st.sampled_from(["put", "put", "put", "copy", "move", "drop", "lines"]),
        st.integers(0, 5),
        st.integers(0, 11),
    ),
    max_size=6,
)


def apply(folder: Path, edit: tuple[str, int, int]) -> None:
    """Change a folder as people do."""
    what, name, number = edit
    path, other = folder / f"{name}.txt", folder / f"{number % 6}.txt"
    if what == "put":
        path.write_text(page(number), "utf-8")
    elif what == "lines":
        order = random.Random(number).sample(range(8), number % 8)  # noqa: S311
        (folder / f"{name % 2}.jsonl").write_bytes(lines_of(order) or b"\n")
    elif path.exists():
        if what == "copy":
            other.write_bytes(path.read_bytes())
        elif what == "move":
            path.rename(other)
        else:
            path.unlink()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(edits, min_size=2, max_size=4))
def test_any_history_ends_in_what_a_fresh_load_gives(
    tmp_path_factory: pytest.TempPathFactory, steps: list[list[tuple[str, int, int]]]
) -> None:
    home = tmp_path_factory.mktemp("history")
    db, folder = home / "a.db", write(home / "texts", pages(2))
    for step in steps:
        for edit in step:
            apply(folder, edit)
        load_into(db, folder, prune=True, check_hash=True)
    assert_whole(db, folder)
    connection = sqlite3.connect(db)
    lost = connection.execute(
        "select path from files where seed_id not in (select id from seeds)"
    ).fetchall()
    connection.close()
    assert lost == []


a_line = st.one_of(st.sampled_from([b"\n", b"{}\n", b"no json\n"]), st.integers(0, 5))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(versions=st.lists(st.lists(a_line, min_size=1, max_size=4), min_size=1, max_size=4))
def test_a_trusted_collection_is_told_as_one_that_is_read(
    tmp_path_factory: pytest.TempPathFactory, versions: list[list[bytes | int]]
) -> None:
    """A load that trusts size and time tells the rejects that reading the collection would."""
    home = tmp_path_factory.mktemp("lines")
    db, path = home / "a.db", home / "all.jsonl"
    for lines in versions:
        path.write_bytes(
            b"".join(one if isinstance(one, bytes) else lines_of([one]) for one in lines)
        )
        later(path)
        changed = load_into(db, path, prune=True)
        trusting = load_into(db, path)
        reading = load_into(db, path, check_hash=True)
        assert changed.rejects == trusting.rejects == reading.rejects
    assert check.check_archive(db).problems == []
