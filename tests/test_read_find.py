"""Which files count, in which order, and what is said of those that cannot be read."""

import os
import socket
from pathlib import Path

import pytest

from loader.errors import ReadError
from loader.read import Found, find_files


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def put(*paths):
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("Some words.\n")


def found(*paths, ignore=()):
    return [
        str(each) if isinstance(each, ReadError) else each.path
        for each in find_files(paths, ignore=ignore)
    ]


def test_a_folder_yields_its_files_in_the_order_of_their_paths():
    put("seeds/b.txt", "seeds/a/z.txt", "seeds/a.txt", "seeds/a b/c.txt", "seeds/ü.txt", "seeds/Z")
    assert found("seeds") == sorted(found("seeds"))
    assert found("seeds") == [
        "seeds/Z",
        "seeds/a b/c.txt",
        "seeds/a.txt",
        "seeds/a/z.txt",
        "seeds/b.txt",
        "seeds/ü.txt",
    ]


def test_a_found_file_carries_what_a_later_load_compares():
    put("seeds/a.txt")
    status = Path("seeds/a.txt").stat()
    assert list(find_files(["seeds"])) == [
        Found("seeds/a.txt", status.st_size, status.st_mtime_ns, status.st_ino)
    ]


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        (["seeds/"], ["seeds/a.txt"]),
        (["./seeds"], ["seeds/a.txt"]),
        (["seeds/./a.txt"], ["seeds/a.txt"]),
        (["."], ["seeds/a.txt"]),
        (["seeds", "seeds"], ["seeds/a.txt"]),
        (["seeds", "seeds/a.txt"], ["seeds/a.txt"]),
        ([".", "seeds/"], ["seeds/a.txt"]),
        (["-"], ["-"]),
        ([], []),
    ],
    ids=["slash", "dot", "dot-inside", "here", "twice", "file-too", "within", "stdin", "nothing"],
)
def test_paths_are_stored_in_one_form_and_once(given, stored):
    put("seeds/a.txt")
    assert found(*given) == stored


@pytest.mark.parametrize(
    "name",
    [
        ".hidden",
        ".git/config",
        "a.txt~",
        "a.tmp",
        "a.part",
        "archive.db",
        "archive.db-journal",
        "archive.db.lock",
        "archive.corrections.yml",
        "archive.sqlite",
        "archive.sqlite-wal",
        "archive.sqlite3-journal",
        "archive.sqlite.corrections.yml",
        "metadata.yml",
    ],
)
def test_files_that_are_no_documents_are_passed_over_unless_named(name):
    put("seeds/a.txt", f"seeds/{name}")
    assert found("seeds") == ["seeds/a.txt"]
    assert found(f"seeds/{name}") == [f"seeds/{name}"]


def test_other_names_count_whatever_their_ending():
    put("seeds/README", "seeds/a.bin", "seeds/a.jsonl.gz", "seeds/a.md", "seeds/page.html")
    assert len(found("seeds")) == 5


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("*.md", ["a.txt", "drafts/c.txt", "old/drafts/d.txt"]),
        ("drafts", ["a.txt", "b.md"]),
        ("drafts/", ["a.txt", "b.md"]),
        ("/drafts", ["a.txt", "b.md", "old/drafts/d.txt"]),
        ("old/*", ["a.txt", "b.md", "drafts/c.txt"]),
        ("old/drafts", ["a.txt", "b.md", "drafts/c.txt"]),
        ("[a-c].*", ["old/drafts/d.txt"]),
    ],
)
def test_patterns_leave_files_out(pattern, left):
    put("seeds/a.txt", "seeds/b.md", "seeds/drafts/c.txt", "seeds/old/drafts/d.txt")
    expected = [f"seeds/{path}" for path in left]
    assert found("seeds", ignore=[pattern]) == expected
    Path("seeds/.seedignore").write_text(f"# left out\n\n{pattern}\n")
    assert found("seeds") == expected


def test_a_named_file_can_be_ignored_by_option():
    put("seeds/a.txt", "seeds/b.md")
    assert found("seeds/a.txt", "seeds/b.md", ignore=["*.md"]) == ["seeds/a.txt"]


def test_a_missing_path_is_one_error_and_the_rest_is_found():
    put("a.txt")
    assert found("missing", "a.txt") == [
        "missing: no such file or folder; check the path",
        "a.txt",
    ]


def test_symbolic_links_are_survived():
    put("elsewhere/x.txt", "seeds/a.txt", "seeds/real/r.txt")
    Path("seeds/circle").symlink_to("circle")
    Path("seeds/file.txt").symlink_to("../elsewhere/x.txt")
    Path("seeds/folder").symlink_to("../elsewhere")
    Path("seeds/folder2").symlink_to("../elsewhere")
    Path("seeds/loop").symlink_to(".")
    Path("seeds/nowhere").symlink_to("nothing-here")
    Path("seeds/real/up").symlink_to("..")
    assert found("seeds") == [
        "seeds/a.txt",
        "seeds/circle: the symbolic link leads back to itself; remove the link",
        "seeds/file.txt",
        "seeds/folder/x.txt",
        "seeds/loop: the symbolic link leads back to seeds/; remove the link",
        "seeds/nowhere: no such file or folder; check the path",
        "seeds/real/r.txt",
        "seeds/real/up: the symbolic link leads back to seeds/; remove the link",
    ]


def test_what_is_no_file_is_an_error():
    put("seeds/a.txt")
    os.mkfifo("seeds/pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("seeds/socket")
        assert found("seeds") == [
            "seeds/a.txt",
            "seeds/pipe: neither a file nor a folder; remove it or ignore it",
            "seeds/socket: neither a file nor a folder; remove it or ignore it",
        ]
    assert list(find_files(["seeds/pipe"])) == [Found("seeds/pipe", None, None, None)]


def test_folders_count_whatever_their_name():
    put("seeds/building/a.txt", "seeds/old.db/b.txt", "seeds/tmp", "seeds/tmp2/~c.txt")
    assert found("seeds") == [
        "seeds/building/a.txt",
        "seeds/old.db/b.txt",
        "seeds/tmp",
        "seeds/tmp2/~c.txt",
    ]


def test_a_name_that_is_not_utf8_is_an_error():
    put("seeds/a.txt")
    Path(os.fsdecode(b"seeds/caf\xe9.txt")).write_text("Some words.")
    assert found("seeds") == [
        "seeds/a.txt",
        "seeds/caf\\xe9.txt: its name is not UTF-8; rename it",
    ]


def test_a_folder_that_cannot_be_listed_is_an_error(monkeypatch):
    put("seeds/a.txt", "seeds/shut/b.txt", "seeds/z.txt")
    scandir = os.scandir

    def refuse(path):
        if path == "seeds/shut/":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert found("seeds") == [
        "seeds/a.txt",
        "seeds/shut/: permission denied; allow reading it",
        "seeds/z.txt",
    ]


def test_an_unreadable_list_of_patterns_is_said_and_the_files_are_found():
    put("seeds/a.txt")
    Path("seeds/.seedignore").write_bytes(b"\xff")
    assert found("seeds") == ["seeds/.seedignore: not UTF-8; convert it", "seeds/a.txt"]


def test_a_very_deep_folder_needs_no_recursion():
    start = Path.cwd()
    for _ in range(1200):
        Path("d").mkdir()
        os.chdir("d")
    put("a.txt")
    os.chdir(start)
    assert found(".") == ["d/" * 1200 + "a.txt"]
    for _ in range(1200):
        os.chdir("d")
    Path("a.txt").unlink()
    for _ in range(1200):
        os.chdir("..")
        Path("d").rmdir()
