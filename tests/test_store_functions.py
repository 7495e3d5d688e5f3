"""The query language in SQL."""

import json
import sqlite3
from collections.abc import Iterator

import pytest
import sqlite_utils

from loader.store import functions, sqlite_utils_plugin
from loader.store.fold import index_text
from loader.store.functions import register_functions


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        """
        create virtual table articles_fts using fts5(title, body);
        create virtual table fragments_fts using fts5(text);
        """
    )
    row = ("Harbour fees", index_text("林望潮 spoke of the title harbour."))
    connection.execute("insert into articles_fts values (?, ?)", row)
    connection.execute("insert into fragments_fts values (?)", ("the title: harbour works",))
    register_functions(connection)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("sql", "text", "found"),
    [
        ("select count(*) from articles_fts where articles_fts match escape_fts(?)", "望潮", 1),
        ("select count(*) from [articles_fts] where [articles_fts] match escape_fts(?)", "a:b", 0),
        ("select count(*) from articles_fts where articles_fts match escape_fts(?)", "title:f*", 1),
        ("select count(*) from articles_fts where articles_fts match escape_fts(?)", "title:l", 0),
        (
            "select count(*) from fragments_fts where fragments_fts match search_query(?)",
            "title:harbour",
            1,
        ),
        ("select count(*) from articles_fts where title match escape_fts(?)", "harb*", 1),
        ("select count(*) from articles_fts where articles_fts match escape_fts(?)", "", 0),
        ("select count(*) from articles_fts where articles_fts match escape_fts(?)", None, 0),
        ("select count(*) from articles_fts where articles_fts match escape_fts(?)", b"fees", 0),
        ("select count(*) from articles_fts where articles_fts match escape_fts(?)", 7, 0),
        ("select count(*) from articles_fts(search_query(?))", "title:fees", 0),
    ],
)
def test_one_language(db: sqlite3.Connection, sql: str, text: object, found: int) -> None:
    assert db.execute(sql, (text,)).fetchone() == (found,)


def test_statement_with_two_indexes_takes_only_shared_columns(db: sqlite3.Connection) -> None:
    sql = """
    select (select count(*) from articles_fts where articles_fts match escape_fts(:q)),
           (select count(*) from fragments_fts where fragments_fts match escape_fts(:q))
    """
    assert db.execute(sql, {"q": "title:harbour"}).fetchone() == (1, 1)


@pytest.mark.parametrize(
    ("distance", "found"), [(5, 1), ("5", 1), (0, 0), ("", 1), (None, 1), ("x", 1)]
)
def test_near_query(db: sqlite3.Connection, distance: object, found: int) -> None:
    sql = "select count(*) from articles_fts where articles_fts match near_query(?, ?, ?)"
    assert db.execute(sql, ("望潮", "title", distance)).fetchone() == (found,)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (1, ["dear ", "Harbour", " master"]),
        ("", ["my dear ", "Harbour", " master of all"]),
        (None, ["my dear ", "Harbour", " master of all"]),
    ],
)
def test_keyword_lines(db: sqlite3.Connection, words: object, line: list[str]) -> None:
    sql = "select keyword_lines('my dear Harbour master of all', 'harbour', ?)"
    (lines,) = db.execute(sql, (words,)).fetchone()
    start = "my dear Harbour".index("Harbour")
    assert json.loads(lines) == [
        dict(zip(("left", "match", "right", "start"), [*line, start], strict=True))
    ]


def test_functions_stand_after_statements_that_were_not_noted(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[str] = []
    monkeypatch.setattr(functions, "_note", noted.append)
    ranked = "select bm25(articles_fts) from articles_fts where articles_fts match 'harbour'"
    with functions.untraced(db):
        assert len(db.execute(ranked).fetchall()) == 1
    assert noted == []
    assert db.execute("select search_query('harb*')").fetchone() == ('("harb"*)',)
    db.execute(ranked).fetchall()
    assert len(noted) > 2


def test_sqlite_utils_has_the_functions() -> None:
    db = sqlite_utils.Database(memory=True)
    sqlite_utils_plugin.prepare_connection(db.conn)
    assert list(db.query("select search_query('harb*') as q")) == [{"q": '("harb"*)'}]
