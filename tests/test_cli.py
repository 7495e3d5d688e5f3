"""The commands as a user meets them: what they print, where, and how they end."""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from loader.cli import cli
from loader.corrections import path_beside

PAGE = "Fog closes the port\n\nThe ferries stopped at noon. Nobody minded much.\n"


def run(*words: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words], input=given)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "fog.txt").write_text(PAGE, "utf-8")
    return texts


@pytest.fixture
def db(tmp_path: Path, folder: Path) -> Path:
    archive = tmp_path / "a.db"
    assert run("load", folder, "--db", archive).exit_code == 0
    return archive


def test_load_says_what_it_did(tmp_path: Path, folder: Path) -> None:
    db = tmp_path / "a.db"
    first, second = (run("load", folder, "--db", db) for _ in range(2))
    assert (first.exit_code, first.stdout, first.stderr) == (0, f"{db}:\n        1  new\n", "")
    assert second.stdout == f"{db}:\n        1  unchanged\nNothing new.\n"


def test_load_lists_rejects_on_stderr_and_ends_with_3(tmp_path: Path, folder: Path) -> None:
    (folder / "empty.txt").touch()
    done = run("load", folder, "--db", tmp_path / "a.db", "--json")
    assert done.exit_code == 3
    assert json.loads(done.stdout)["rejected"] == 1
    assert done.stderr.startswith(f"{folder}/empty.txt: ")


def test_load_says_that_a_folder_is_empty(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    done = run("load", tmp_path / "texts", "--db", tmp_path / "a.db")
    assert (done.exit_code, done.stdout) == (0, f"{tmp_path}/a.db:\nNo files there.\n")


def test_load_reads_standard_input(tmp_path: Path) -> None:
    done = run("load", "-", "--db", tmp_path / "a.db", given=PAGE)
    assert (done.exit_code, done.stdout.split()[1:]) == (0, ["1", "new"])


@pytest.mark.parametrize("command", ["verify", "stats", "search", "reindex", "serve"])
def test_a_missing_archive_is_one_message(tmp_path: Path, command: str) -> None:
    words = [command, "fog"] if command == "search" else [command]
    done = run(*words, "--db", tmp_path / "none.db")
    assert done.exit_code == 1
    assert "none.db: no such archive; make one with: seed-archive load" in done.stderr
    assert done.stdout == ""


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"no database at all, but long enough to look like one" * 20)
    done = run("stats", "--db", other)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "other.db" in done.stderr


def test_verify_of_something_else_says_so_once(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"no database at all, but long enough to look like one" * 20)
    done = run("verify", "--db", other)
    what = "file is not a database; name another file with --db"
    assert (done.exit_code, done.stderr) == (4, f"{other}: {what}\n")


def test_usage_errors_end_with_2(tmp_path: Path) -> None:
    assert run("load", tmp_path / "nowhere").exit_code == 2
    assert run("frobnicate").exit_code == 2


def test_verify_prints_the_digest(db: Path) -> None:
    done, as_json = run("verify", "--db", db), run("verify", "--db", db, "--json")
    report = json.loads(as_json.stdout)
    assert (done.exit_code, report["whole"], report["seeds"]) == (0, True, 1)
    assert done.stdout.startswith(report["digest"] + "  ")


def test_search_says_when_there_is_more(db: Path) -> None:
    (db.parent / "texts" / "more.txt").write_text(PAGE.replace("Fog", "Snow"), "utf-8")
    run("load", db.parent / "texts", "--db", db)
    cut, whole = (run("search", "ferries", "--db", db, "--limit", str(most)) for most in (1, 2))
    assert (cut.stdout.count("article: "), whole.stdout.count("article: ")) == (1, 2)
    assert cut.stderr == "There are more than these 1: see --limit and --kind.\n"
    assert whole.stderr == ""


def test_search_finds_and_says_when_it_does_not(db: Path) -> None:
    found, nothing = run("search", "ferry", "--db", db), run("search", "tariffs", "--db", db)
    assert (found.exit_code, nothing.exit_code) == (0, 0)
    assert re.match(r"article: Fog closes the port  \[[0-9a-f]{16}-0\]\n  ", found.stdout)
    assert nothing.stdout == ""
    assert "Nothing found" in nothing.stderr


@pytest.mark.parametrize("query", ["", "(", '"', "AND", "o'brien AND (", "*", "title:", "x" * 9999])
def test_no_query_is_an_error(db: Path, query: str) -> None:
    assert run("search", query, "--db", db).exit_code == 0


def test_stats_counts(db: Path) -> None:
    assert json.loads(run("stats", "--db", db, "--json").stdout)["articles"] == 1


def test_explain_shows_every_line(folder: Path) -> None:
    lines = json.loads(run("explain", folder / "fog.txt", "--json").stdout)
    assert [(line["number"], line["text"][:5]) for line in lines] == [(1, "Fog c"), (3, "The f")]
    printed = run("explain", folder / "fog.txt").stdout
    assert "\x1b" not in printed
    assert max(map(len, printed.splitlines())) <= 80


def test_export_is_complete_and_says_when_it_is_not(db: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.json"
    whole = run("export", "--db", db, "--format", "ndjson", "--manifest", manifest)
    assert [json.loads(line)["path"] for line in whole.stdout.splitlines()] == [
        str(db.parent / "texts" / "fog.txt")
    ]
    assert json.loads(manifest.read_text("utf-8"))["rows"] == 1
    cut = run("export", "--db", db, "--limit", "0")
    assert cut.exit_code == 1
    assert "incomplete: stopped at the limit of 0 rows" in cut.stdout.splitlines()[-1]


def test_export_of_a_query(db: Path) -> None:
    done = run("export", "--db", db, "--sql", "select 1 as one, '=1+1' as two")
    assert list(csv.reader(done.stdout.splitlines())) == [["one", "two"], ["1", "'=1+1"]]
    assert run("export", "--db", db, "--sql", "drop table seeds").exit_code == 1


@pytest.mark.real
def test_a_name_that_only_a_teaser_prints(real_archive: Path) -> None:
    done = run("search", "Maduro", "--db", real_archive)
    assert done.stdout.startswith("only in a teaser, printed with: ")
    hits = json.loads(run("search", "Maduro", "--db", real_archive, "--json").stdout)
    assert {(hit["kind"], hit["in_that_article"]) for hit in hits} == {("fragment", False)}
    assert all("Maduro" in hit["snippet"] for hit in hits)


@pytest.mark.real
@pytest.mark.parametrize(
    "query", ["朱", "立倫", "朱立倫", "朱立伦", "Eric Chu", '"status quo"', "sanction"]
)
def test_any_script_is_found(real_archive: Path, query: str) -> None:
    assert run("search", query, "--db", real_archive).stdout != ""


def test_json_lines_without_texts_are_passed_over_and_said(tmp_path: Path, folder: Path) -> None:
    (folder / "truth.jsonl").write_text('{"file": "fog.txt"}\n', "utf-8")
    done = run("load", folder, "--db", tmp_path / "a.db")
    assert done.exit_code == 0
    assert "1  passed over: JSON lines without a field text" in done.stdout


def test_exports_are_the_bytes_of_the_texts(tmp_path: Path) -> None:
    coloured = PAGE.replace("noon", "\x1b[31mnoon\x1b[0m\x07 朱")
    (tmp_path / "a.txt").write_text(coloured, "utf-8")
    run("load", tmp_path / "a.txt", "--db", tmp_path / "a.db")
    words = ["export", "--db", str(tmp_path / "a.db"), "--sql", "select text from seeds"]
    for terminal in ("utf-8", "latin-1"):
        done = CliRunner(charset=terminal).invoke(cli, [*words, "--format", "ndjson"])
        assert json.loads(done.stdout_bytes) == {"text": coloured}


def test_no_text_plays_with_the_terminal(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(PAGE.replace("at noon", "\x1b]0;owned\x07 \x9b31m at noon"), "utf-8")
    run("load", page, "--db", tmp_path / "a.db")
    for words in (["explain", page], ["search", "ferries", "--db", tmp_path / "a.db"]):
        done = CliRunner().invoke(cli, [str(word) for word in words], color=True)
        assert "␛]0;owned␇ �31m" in done.stdout
        assert not {"\x1b", "\x07", "\x9b"} & set(done.stdout)


def test_a_terminal_without_the_letters_is_no_error(folder: Path) -> None:
    (folder / "fog.txt").write_text(PAGE.replace("port", "port 朱立倫"), "utf-8")
    done = CliRunner(charset="latin-1").invoke(cli, ["explain", str(folder / "fog.txt")])
    assert (done.exit_code, "Fog closes the port \\u6731" in done.stdout) == (0, True)


def test_explain_shows_a_record_of_a_collection(tmp_path: Path) -> None:
    records = tmp_path / "a.jsonl"
    records.write_text('{"text": "One."}\n\n{"text": "Three."}\n{"text": 4}\n', "utf-8")
    shown = json.loads(run("explain", f"{records}#3", "--json").stdout)
    assert [line["text"] for line in shown] == ["Three."]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a.jsonl", "a.jsonl: a collection, one record a line; name one of them: "),
        ("a.jsonl#1", 'a.jsonl#1: the field "text" is no text; correct the line'),
        ("a.jsonl#2", "a.jsonl#2: no record on this line; name another line"),
        ("a.jsonl#9", "a.jsonl#9: no record on this line; name another line"),
        ("b.jsonl#1", "b.jsonl: no such file or folder; check the path"),
        ("a.txt#1", "a.txt#1: no such file or folder; check the path"),
    ],
)
def test_explain_says_what_is_no_page(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": 4}\n\n{"text": "Three."}\n', "utf-8")
    done = run("explain", tmp_path / name)
    assert (done.exit_code, message in done.stderr) == (1, True)


@pytest.mark.parametrize("more", [("--search", "fog"), ("--author", "A"), ("--year", "2026")])
def test_a_query_of_ones_own_is_not_narrowed(db: Path, more: tuple[str, str]) -> None:
    done = run("export", "--db", db, "--sql", "select 1", *more)
    assert (done.exit_code, "leave out --search" in done.stderr) == (2, True)


def test_an_empty_export_says_so(db: Path) -> None:
    done = run("export", "--db", db, "--author", "Nobody Atall")
    assert (done.exit_code, len(done.stdout.splitlines())) == (0, 1)
    assert done.stderr == f"{db}: no rows; nothing in it is what was asked for\n"


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("--port", "99999"), 2, "99999 is not in the range"),
        (("--host", "nowhere.invalid"), 1, "choose another with --host"),
    ],
)
def test_no_place_to_serve_at(db: Path, words: tuple[str, str], code: int, message: str) -> None:
    done = run("serve", "--db", db, *words)
    assert (done.exit_code, message in done.stderr) == (code, True)


@pytest.mark.parametrize(
    "words",
    [
        ("stats",),
        ("search", "fog"),
        ("export",),
        ("export", "--sql", "select * from spans"),
        ("reindex",),
        ("correct", "--author", "A", "--not-an-author"),
        ("evaluate", "--corrections"),
        ("load",),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("first", [100, 4096], ids=["schema", "rows"])
def test_a_damaged_archive_is_one_message(
    db: Path, words: tuple[str, ...], first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = bytearray(db.read_bytes())
    raw[first:] = b"\xff" * len(raw[first:])
    db.write_bytes(raw)
    monkeypatch.chdir(db.parent)
    said = "- {seed: a, start: 0, end: 1, text: b, kind: body, made: c}\n"
    path_beside(db).write_text(said + "- {author: A, known_as: B, made: c}\n", "utf-8")
    more = [str(db)] if words[0] == "evaluate" else [*["texts"] * (words[0] == "load"), "--db", db]
    done = run(*words, *more)
    assert (done.exit_code, isinstance(done.exception, SystemExit)) == (1, True)
    assert "it is damaged: load its sources again into a new archive" in done.stderr + done.stdout


def test_a_place_that_cannot_be_written_is_one_message(db: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "nowhere" / "m.json"
    done = run("export", "--db", db, "--manifest", manifest)
    assert (done.exit_code, isinstance(done.exception, SystemExit)) == (1, True)
    assert done.stderr.startswith(f"Error: {manifest}: No such file or directory; make room")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "words", [["export"], ["search", "fog"], ["stats", "--json"]], ids=" ".join
)
def test_a_full_disk_is_one_message(db: Path, words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "loader", *words, "--db", str(db)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    what = "Error: the output: No space left on device; make room, or choose another place\n"
    assert (done.returncode, done.stderr) == (1, what)
