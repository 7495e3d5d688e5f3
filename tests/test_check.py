"""Verification finds whatever is broken, names it and its mend."""

import os
import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from loader.cli import cli
from loader.corrections import AuthorCorrection, LineCorrection, add_corrections, path_beside
from loader.errors import SchemaError
from loader.store import archive, check, index
from tests.corpora import lines_of, load_into, page, pages, rows, write

TABLES = [
    statement.split()[2]
    for statement in archive.statements(archive.schema("schema"))
    if "CREATE TABLE" in statement
    for statement in [statement[statement.index("CREATE TABLE") :]]
]


NAMES = ("article", "fragment", "byline")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with rows in every table: edited, rejected, corrected, of two loads."""
    folder = tmp_path_factory.mktemp("check") / "texts"
    db = folder.parent / "a.db"
    shutil.copytree(Path(__file__).parent.parent / "seeds", folder)
    write(folder, pages(10) | {"bad.txt": b"\0\0"})
    load_into(db, folder)
    (folder / "00002.txt").write_text(page(77), "utf-8")
    write(folder, {"all.jsonl": lines_of(range(100, 104))})
    seed, text = rows(db, "select key, text from seeds order by id limit 1")[0]
    end = text.index("\n")
    (name,) = rows(
        db,
        """
        select article_authors.name
        from article_authors
        join bylines on bylines.id = byline_id
        where instr(text, article_authors.name)
        limit 1
        """,
    )[0]
    add_corrections(
        path_beside(db),
        [
            LineCorrection(seed, 0, end, text[:10], "standfirst", "2026-01-02"),
            AuthorCorrection(name, "T. Marrable", "2026-01-02"),
        ],
    )
    (folder / "bad.txt").write_bytes(b"")
    load_into(db, folder)
    return db


@pytest.fixture
def db(tmp_path: Path, whole: Path) -> Path:
    shutil.copy(path_beside(whole), path_beside(tmp_path / "a.db"))
    return Path(shutil.copy(whole, tmp_path / "a.db"))


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def change(db: Path, *statements: str) -> None:
    """Run statements on an archive as another program would; ``$seed`` is some seed's id."""
    chosen = {
        f"${name}": f"(select id from {name}s order by id limit 1 offset 6)" for name in NAMES
    }
    chosen["$seed"] = "(select seed_id from spans group by 1 having count(*) > 4 limit 1 offset 3)"
    connection = sqlite3.connect(db)
    for statement in statements:
        connection.execute(re.sub(r"\$\w+", lambda match: chosen[match[0]], statement))
    connection.commit()
    connection.close()


def found(db: Path) -> list[str]:
    """Return what verification says; that it is broken must be its exit code too."""
    problems = [str(problem) for problem in check.check_archive(db).problems]
    done = run("verify", "--db", db)
    told = done.stderr.splitlines()
    assert done.exit_code == (4 if told else 0)
    assert told[: len(problems)] == problems
    return told


def test_a_whole_archive_has_no_problem_and_stays_as_it_is(db: Path) -> None:
    before = db.read_bytes()
    assert found(db) == []
    assert db.read_bytes() == before
    assert sorted(path.name for path in db.parent.iterdir()) == ["a.corrections.yml", "a.db"]


def test_the_archive_of_these_tests_has_rows_in_every_table(whole: Path) -> None:
    assert len(TABLES) >= 18
    assert [table for table in TABLES if rows(whole, f"select 1 from {table}") == []] == []


@pytest.mark.parametrize("order", ["asc", "desc"])
@pytest.mark.parametrize("table", TABLES)
def test_a_lost_row_is_found(db: Path, table: str, order: str) -> None:
    columns = [row[1] for row in rows(db, f"PRAGMA table_info({table})") if row[5]] or ["rowid"]
    chosen = "records is null" if table == "files" else "1"
    names = ", ".join(columns)
    change(
        db,
        f"delete from {table} where ({names}) = (select {names} from {table} where {chosen} "
        f"order by {', '.join(f'{column} {order}' for column in columns)} limit 1)",
    )
    problems = found(db)
    assert problems
    assert any(table.removesuffix("s").split("_")[-1] in problem for problem in problems)


DAMAGE = {
    "text": (
        "update seeds set text = replace(text, 'a', 'b') where id = $seed",
        "its text is not what was loaded: the SHA-256 differs",
    ),
    "encoding": ("update seeds set encoding = 'klingon' where id = $seed", "cannot be encoded as"),
    "sha256": ("update seeds set sha256 = 'f' || sha256 where id = $seed", "its key is not"),
    "bytes": ("update seeds set bytes = bytes + 1 where id = $seed", "bytes, not"),
    "characters": ("update seeds set characters = 9 where id = $seed", "characters, not 9"),
    "record": (
        "update seeds set record = '{}' where id = (select max(id) from seeds)",
        "its text is not what was loaded",
    ),
    "span gap": (
        'update spans set "end" = "end" - 1 where seed_id = $seed and position = 1',
        "its spans leave a gap or overlap",
    ),
    "span overlap": (
        "update spans set start = start - 1 where seed_id = $seed and position = 2",
        "its spans leave a gap or overlap",
    ),
    "span kind": (
        "update spans set kind = 'notice' where seed_id = $seed and kind = 'body'",
        "is not what its spans hold",
    ),
    "title": ("update articles set title = 'Invented' where id = $article", "the title of article"),
    "body": ("update articles set body = 'x' || body where id = $article", "the body of article"),
    "authors": ("update articles set authors = 'Nobody'", "are not those of its bylines"),
    "author_names": (
        "update articles set author_names = '[\"X\"]'",
        "are not those of its authors",
    ),
    "fragment": (
        "update fragments set text = 'x' || text where id = $fragment",
        "is not the slice",
    ),
    "byline": ("update bylines set text = 'x' || text where id = $byline", "is not the slice"),
    "wrong article": (
        """
        update fragments
        set full_article_id = (select min(id) from articles where id <> full_article_id)
        where full_article_id > 0
        """,
        "does not begin with its words",
    ),
    "wrong author": (
        "update article_authors set author_id = (select id from authors where id <> author_id)",
        "is not the one whom the spellings name so",
    ),
    "wrong affiliation": (
        "update affiliations set author_id = (select id from authors where id <> author_id)",
        "its author is not the one",
    ),
    "print": (
        "update article_prints set print = print + 1 where article_id = $article",
        "its prints are not those of its words",
    ),
    "print of a teaser": (
        """
        update teaser_prints
        set print = print + 1
        where fragment_id = (select max(fragment_id) from teaser_prints)
        """,
        "its prints are not those of its words",
    ),
    "print of nobody": (
        "insert into article_prints (print, article_id) values (7, 99999)",
        "they hold prints of no article or teaser",
    ),
    "foreign row": (
        "update bylines set article_id = 99999 where id = $byline",
        "articles does not have",
    ),
}


@pytest.mark.parametrize(("statement", "expected"), DAMAGE.values(), ids=list(DAMAGE))
def test_damage_is_found(db: Path, statement: str, expected: str) -> None:
    change(db, statement)
    problems = found(db)
    assert any(expected in problem for problem in problems), problems


INDEX_DAMAGE = {
    "unsegmented": "insert into {0}_fts ({0}_fts) values ('rebuild')",
    "emptied": "insert into {0}_fts ({0}_fts) values ('delete-all')",
    "stale": "update {0} set {1} = {1} || ' zzz' where id = (select max(id) from {0})",
}


@pytest.mark.parametrize("kind", INDEX_DAMAGE)
@pytest.mark.parametrize(
    ("table", "column"),
    [("articles", "body"), ("fragments", "text"), ("bylines", "text"), ("authors", "name")],
)
def test_a_wrong_index_is_found_and_mended(db: Path, kind: str, table: str, column: str) -> None:
    if kind == "unsegmented":  # so that there is something to segment
        load_into(db, write(db.parent / "han", {"han.txt": f"{HAN}\nBy 朱安娜\n".encode()}))
        connection = sqlite3.connect(db)
        index.register_folding(connection)
        text = f"{column} || ' 許文濤'"
        connection.execute(f"update {table} set {column} = {text} where id = 1")
        connection.commit()
        connection.close()
        assert run("reindex", "--db", db).exit_code == 0
        assert not any(f"{table}_fts" in problem for problem in found(db))
    change(db, INDEX_DAMAGE[kind].format(table, column))
    mends = [problem for problem in found(db) if problem.startswith(f"{table}_fts: ")]
    assert len(mends) == 1
    assert mends[0].endswith("; run: seed-archive reindex")
    assert run("reindex", "--db", db).exit_code == 0
    assert not any("_fts" in problem for problem in found(db))


HAN = "朱立倫說，渡輪從北方的島嶼回來了，港口的燈還亮著，沒有人問為什麼。"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.98])
def test_a_truncated_file_is_found(db: Path, share: float) -> None:
    os.truncate(db, int(db.stat().st_size * share))
    assert found(db)


def test_a_flipped_byte_in_the_file_is_found(db: Path) -> None:
    whole = db.read_bytes()
    (text,) = rows(db, "select text from seeds order by id desc limit 1 offset 9")[0]
    piece = text[:400].encode()[200:240]
    places = [match.start() for match in re.finditer(re.escape(piece), whole)]
    assert len(places) > 1  # the text of the seed, the body of its article
    for place in places:
        db.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert found(db)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("PRAGMA application_id=7", "not a seed archive"),
        ("PRAGMA user_version=99", "schema 99, this program writes"),
    ],
)
def test_another_kind_of_file_is_no_whole_archive(db: Path, statement: str, expected: str) -> None:
    change(db, statement)
    (problem,) = found(db)
    assert expected in problem


def test_no_file_is_no_verdict(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="no such archive"):
        check.check_archive(tmp_path / "none.db")


def test_an_archive_that_is_being_written_is_checked_in_a_copy(db: Path) -> None:
    writer = sqlite3.connect(db, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert found(db) == []
    writer.execute("ROLLBACK")
    writer.close()
    change(db, INDEX_DAMAGE["emptied"].format("bylines"))
    writer = sqlite3.connect(db, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert [problem.split(":")[0] for problem in found(db)] == ["bylines_fts"]
    writer.close()


@pytest.mark.usefixtures("db")
def test_an_archive_that_cannot_be_written_is_checked(tmp_path: Path) -> None:
    folder = tmp_path / "mount"
    folder.mkdir()
    mount = ["mount", "--bind", tmp_path, folder]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a file system needs root")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        assert found(folder / "a.db") == []
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_a_large_archive_is_checked_by_two_processes(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = check.check_archive(db)
    monkeypatch.setattr(check, "_FEW", 10)
    monkeypatch.setattr(check, "_PART", 3)
    reached: list[int] = []
    assert check.check_archive(db, progress=reached.append) == alone
    assert alone.problems == []
    (last,) = rows(db, "select max(id) - min(id) + 1 from seeds")[0]
    assert sorted(reached) == [*range(3, last, 3), last]
    for statement in (
        "update seeds set characters = 9 where id % 5 = 0",
        DAMAGE["wrong article"][0],
        DAMAGE["print of a teaser"][0],
        INDEX_DAMAGE["emptied"].format("bylines"),
    ):
        change(db, statement)
    together = found(db)
    monkeypatch.setattr(check, "_FEW", 1_000)
    assert together == found(db)
    assert {problem.split(":")[0].split()[0] for problem in together} == {
        "seed",
        "fragment",
        "bylines_fts",
    }
