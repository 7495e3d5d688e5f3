"""A person's decisions: written down, applied by every load, checked, used as truth."""

import hashlib
import json
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from loader.cli import cli
from loader.corrections import (
    AuthorCorrection,
    Corrections,
    LineCorrection,
    add_corrections,
    path_beside,
    read_corrections,
)
from loader.errors import ArchiveError

PAGE = """The night ferry is full again, and nobody on the council has asked why this should be so.
Three winters ago the same boat ran half empty between the islands, and the crew slept well.
The fares have not changed since, and neither has the weather, whatever the council believes.
By Ida Moll
"""


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


@pytest.fixture
def db(tmp_path: Path) -> Path:
    (tmp_path / "ferry.txt").write_text(PAGE, "utf-8")
    archive = tmp_path / "a.db"
    assert run("load", tmp_path / "ferry.txt", "--db", archive).exit_code == 0
    return archive


def spans(db: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(db)
    rows = connection.execute("select kind, rule from spans order by start").fetchall()
    connection.close()
    return rows


def test_a_corrected_line_stays_corrected(db: Path, tmp_path: Path) -> None:
    seed = tmp_path / "ferry.txt"
    done = run("correct", seed, "--lines", "3", "--as", "teaser", "--db", db)
    assert (done.exit_code, done.stdout) == (0, f"{db}: 1 seed split again\n")
    assert ("teaser", "decided by a person") in spans(db)
    assert run("verify", "--db", db).exit_code == 0
    again = tmp_path / "b.db"
    path_beside(again).write_text(path_beside(db).read_text("utf-8"), "utf-8")
    assert run("load", seed, "--db", again).exit_code == 0
    assert spans(again) == spans(db)
    assert (
        run("verify", "--db", again).stdout.split()[0]
        == run("verify", "--db", db).stdout.split()[0]
    )


def test_a_withdrawn_correction_is_undone(db: Path, tmp_path: Path) -> None:
    before = spans(db)
    run("correct", tmp_path / "ferry.txt", "--lines", "3", "--as", "caption", "--db", db)
    path_beside(db).unlink()
    assert "1  split again" in run("load", tmp_path / "ferry.txt", "--db", db).stdout
    assert spans(db) == before


def test_verify_reports_corrections_that_no_longer_fit(db: Path) -> None:
    add_corrections(
        path_beside(db),
        [
            LineCorrection("0123456789abcdef", 0, 9, "The fog", "teaser", "2026-03-01"),
            AuthorCorrection("Nobody Atall", None, "2026-03-01"),
        ],
    )
    done = run("verify", "--db", db)
    assert done.exit_code == 4
    assert (
        "correction of seed 0123456789abcdef, 0 to 9: the archive has no such seed" in done.stderr
    )
    assert "correction of author Nobody Atall: no byline names this author" in done.stderr


FITTING = {
    "a name": ([("Ida Moll", "I. Moll", False)], []),
    "no author": ([("Ida Moll", None, False)], []),
    "of this seed": ([("Ida Moll", "I. Moll", True)], []),
    "what a later one takes back": ([("Ida Moll", "I. Moll", False), ("Ida Moll", None, True)], []),
    "two names of one author": ([("Bo Quist", "Ida Moll", False)], []),
    "part of a name": ([("Ida", "Ida Moll", False)], ["Ida"]),
    "part of a name is no author": ([("Moll", None, True)], ["Moll in seed {}"]),
    "of another seed": ([("Jan Marl", None, True)], ["Jan Marl in seed {}"]),
}


@pytest.mark.parametrize(("said", "unfit"), FITTING.values(), ids=list(FITTING))
def test_verify_tells_names_from_what_bylines_print(
    db: Path, tmp_path: Path, said: list[tuple[str, str | None, bool]], unfit: list[str]
) -> None:
    seed, other = tmp_path / "ferry.txt", tmp_path / "other.txt"
    seed.write_text(PAGE.replace("Ida Moll", "Ida Moll and Bo Quist"), "utf-8")
    other.write_text(PAGE.replace("full", "late").replace("Ida Moll", "Jan Marl"), "utf-8")
    key = hashlib.sha256(seed.read_bytes()).hexdigest()[:16]
    entries = [
        AuthorCorrection(author, known_as, "2026-03-01", key if own else None)
        for author, known_as, own in said
    ]
    add_corrections(path_beside(db), entries)
    assert run("load", seed, other, "--db", db).exit_code == 0
    problems = [
        f"correction of author {name.format(key)}: no byline names this author; correct the entry, "
        "or delete it from the corrections file\n"
        for name in unfit
    ]
    done = run("verify", "--db", db)
    assert (done.exit_code, done.stderr) == (4 if unfit else 0, "".join(problems))


def test_evaluate_takes_corrections_as_truth(db: Path, tmp_path: Path) -> None:
    run("correct", tmp_path / "ferry.txt", "--lines", "2-3", "--as", "notice", "--db", db)
    report = json.loads(run("evaluate", "--corrections", db, "--json").stdout)
    assert [line["line"] for line in report["worst"][0]["wrong"]] == [2, 3]


def test_corrections_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "a.corrections.yml"
    line = LineCorrection("0123456789abcdef", 3, 9, '朱立倫: "yes"', "teaser", "2026-03-01")
    author = AuthorCorrection("J. Moll", "Ida Moll", "2026-03-01")
    add_corrections(path, [line])
    add_corrections(path, [author])
    assert read_corrections(path) == Corrections((line,), (author,))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {", "correct the file"),
        ("just words", "not a list"),
        ("- seed: a", "entry 1"),
        ("- {seed: a, start: x, end: 1, text: b, kind: body, made: c}", "start is not a number"),
        ("- {seed: a, start: 0, end: 1, text: b, kind: poem, made: c}", "no kind 'poem'"),
    ],
)
def test_a_broken_file_is_one_message(db: Path, text: str, message: str) -> None:
    path_beside(db).write_text(text, "utf-8")
    with pytest.raises(ArchiveError, match=message):
        read_corrections(path_beside(db))
    assert run("verify", "--db", db).exit_code == 1


@pytest.mark.parametrize(
    "words",
    [
        ("x", "--lines", "1-2"),
        ("--author", "A"),
        ("--author", "A", "--known-as", "B", "--not-an-author"),
        ("--lines", "1", "--as", "body"),
    ],
)
def test_half_a_correction_is_a_usage_error(db: Path, words: tuple[str, ...]) -> None:
    assert run("correct", *words, "--db", db).exit_code == 2


def authors(db: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(db)
    rows = connection.execute(
        "select articles.authors, authors.name from articles "
        "join article_authors on article_authors.article_id = articles.id "
        "join authors on authors.id = author_id order by articles.key, article_authors.position"
    ).fetchall()
    connection.close()
    return rows


def test_authors_are_renamed_merged_and_told_apart(db: Path, tmp_path: Path) -> None:
    assert authors(db) == [("Ida Moll", "Ida Moll")]
    other = tmp_path / "other.txt"
    other.write_text(PAGE.replace("full again", "late again").replace("Ida", "I. M."), "utf-8")
    run("load", other, "--db", db)
    assert {name for _, name in authors(db)} == {"Ida Moll", "I. M. Moll"}
    run("correct", "--author", "I. M. Moll", "--known-as", "Ida Moll", "--db", db)
    assert sorted(authors(db)) == [("I. M. Moll", "Ida Moll"), ("Ida Moll", "Ida Moll")]
    run("correct", other, "--author", "I. M. Moll", "--known-as", "Ida Moll (pilot)", "--db", db)
    assert {name for _, name in authors(db)} == {"Ida Moll", "Ida Moll (pilot)"}
    run("correct", "--author", "Ida Moll", "--not-an-author", "--db", db)
    assert authors(db) == [("I. M. Moll", "Ida Moll (pilot)")]
    assert run("verify", "--db", db).exit_code == 0


def test_the_last_word_on_an_author_counts(db: Path) -> None:
    for name in ("Ida Mole", "Ida Moll (pilot)"):
        run("correct", "--author", "Ida Moll", "--known-as", name, "--db", db)
    assert authors(db) == [("Ida Moll", "Ida Moll (pilot)")]


@pytest.mark.parametrize("name", ["Nobody Atall", "Ida", "Ida Moll\n"])
def test_a_name_that_no_byline_prints_is_refused(db: Path, name: str) -> None:
    done = run("correct", "--author", name, "--not-an-author", "--db", db)
    assert (done.exit_code, path_beside(db).exists()) == (1, False)
    assert f"{name}: no byline of this archive names this author; give the name" in done.stderr


def test_a_name_that_another_page_prints_is_refused(db: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(PAGE.replace("full", "late").replace("Ida Moll", "Bo Quist"), "utf-8")
    run("load", other, "--db", db)
    done = run("correct", other, "--author", "Ida Moll", "--not-an-author", "--db", db)
    assert (done.exit_code, "no byline of" in done.stderr) == (1, True)


def test_who_is_no_author_can_be_one_again(db: Path) -> None:
    run("correct", "--author", "Ida Moll", "--not-an-author", "--db", db)
    assert authors(db) == []
    run("correct", "--author", "Ida Moll", "--known-as", "Ida Moll", "--db", db)
    assert authors(db) == [("Ida Moll", "Ida Moll")]


def test_what_was_said_before_is_not_written_again(db: Path, tmp_path: Path) -> None:
    words = ("correct", tmp_path / "ferry.txt", "--lines", "3", "--db", db, "--as")
    run(*words, "teaser")
    assert run(*words, "teaser").stdout == f"{db}: that was said before\n"
    assert len(read_corrections(path_beside(db)).lines) == 1
    run(*words, "notice")
    assert run(*words, "teaser").stdout == f"{db}: 1 seed split again\n"
    assert [one.kind for one in read_corrections(path_beside(db)).lines] == [
        *("teaser", "notice", "teaser")
    ]
    assert [kind for kind, _ in spans(db) if kind in {"teaser", "notice"}] == ["teaser"]


def test_without_corrections_there_is_nothing_to_measure_by(db: Path) -> None:
    done = run("evaluate", "--corrections", db)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "no correction of lines to measure by; see: seed-archive correct" in done.stderr


def test_archives_of_one_folder_have_corrections_of_their_own(db: Path, tmp_path: Path) -> None:
    others = [tmp_path / name for name in ("a.sqlite", "a.b.db", "b.db", "b")]
    beside = [path_beside(path).name for path in (db, *others)]
    assert beside == [
        *("a.corrections.yml", "a.sqlite.corrections.yml", "a.b.corrections.yml"),
        *("b.corrections.yml", "b.corrections.yml"),
    ]
    seed, other = tmp_path / "ferry.txt", others[0]
    for archive in (db, other):
        run("load", seed, "--db", archive)
    run("correct", seed, "--lines", "3", "--as", "teaser", "--db", other)
    assert "1  unchanged\nNothing new" in run("load", seed, "--db", db).stdout
    assert [run("verify", "--db", archive).exit_code for archive in (db, other)] == [0, 0]
    assert not path_beside(db).exists()


@pytest.mark.usefixtures("db")
def test_archives_that_would_share_corrections_are_told_apart(tmp_path: Path) -> None:
    done = run("load", tmp_path / "ferry.txt", "--db", tmp_path / "a")
    assert (done.exit_code, (tmp_path / "a").exists()) == (1, False)
    assert "a.corrections.yml is for a.db, which lies beside it; rename one of" in done.stderr


def test_corrections_of_a_shorter_name_are_not_passed_over(db: Path, tmp_path: Path) -> None:
    run("correct", tmp_path / "ferry.txt", "--lines", "3", "--as", "teaser", "--db", db)
    other = db.rename(tmp_path / "a.sqlite")
    done = run("load", tmp_path / "ferry.txt", "--db", other)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "the corrections of a.sqlite are kept in a.sqlite.corrections.yml; give" in done.stderr
    path_beside(db).rename(tmp_path / "a.sqlite.corrections.yml")
    assert "Nothing new" in run("load", tmp_path / "ferry.txt", "--db", other).stdout
