"""The commands as a user meets them: what they print, where, and how they end."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from loader.cli import cli

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


def test_usage_errors_end_with_2(tmp_path: Path) -> None:
    assert run("load", tmp_path / "nowhere").exit_code == 2
    assert run("frobnicate").exit_code == 2


def test_verify_prints_the_digest(db: Path) -> None:
    done, as_json = run("verify", "--db", db), run("verify", "--db", db, "--json")
    report = json.loads(as_json.stdout)
    assert (done.exit_code, report["whole"], report["seeds"]) == (0, True, 1)
    assert done.stdout.startswith(report["digest"] + "  ")


def test_search_finds_and_says_when_it_does_not(db: Path) -> None:
    found, nothing = run("search", "ferry", "--db", db), run("search", "tariffs", "--db", db)
    assert (found.exit_code, nothing.exit_code) == (0, 0)
    assert "Fog closes the port" in found.stdout
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
