"""What people type, what it asks the index, and that nothing they type is an error."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.store.fold import index_text
from loader.store.query import NOTHING, match_expression, near_expression, parse_query

COLUMNS = ("title", "body")
PAGES = {
    1: ("The harbour council votes", "Sanctions on the night ferry were lifted. 林望潮 agreed."),
    2: ("A ferry for Lantern Bay", "The council's port fees; the harbour stays shut."),
    3: ("廣東麵館", "O'Brien AND the support of the port: quiet\u202fharbour."),
}


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(":memory:")
    db.execute(
        "create virtual table t using fts5(title, body, tokenize="
        "'porter unicode61 remove_diacritics 2')"
    )
    for page, (title, body) in PAGES.items():
        row = (page, index_text(title), index_text(body))
        db.execute("insert into t(rowid, title, body) values (?, ?, ?)", row)
    yield db
    db.close()


def ask(index: sqlite3.Connection, expression: str) -> list[int]:
    sql = "select rowid from t where t match ? order by rowid"
    return [row[0] for row in index.execute(sql, (expression,))]


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("harbour", [1, 2, 3]),
        ("harbour council", [1, 2]),
        ("sanction", [1]),
        ('"harbour council"', [1]),
        ("“harbour council”", [1]),
        ('"council harbour"', []),
        ("harb*", [1, 2, 3]),
        ('"night fer"*', [1]),
        ("harbour -council", [3]),
        ("harbour NOT council", [3]),
        ('harbour -"port fees"', [1, 3]),
        ("-council", [1, 2]),
        ("sanctions OR support", [1, 3]),
        ("sanctions OR support port", [3]),
        ("ferry AND fees", [2]),
        ("title:ferry", [2]),
        ("TITLE:ferry", [2]),
        ("harbour -title:harbour", [2, 3]),
        ('title:"lantern bay"', [2]),
        ("title:lant*", [2]),
        ("colour:harbour", []),
        ("望潮", [1]),
        ("望*", [1]),
        ("林*", [1]),
        ("潮望", []),
        ("广东", [3]),
        ("ＰＯＲＴ", [2, 3]),
        ('"quiet harbour"', [3]),
        ("o'brien", [3]),
        ("\"o'brien AND (", [3]),
        ("council's", [2]),
        ("AND", [3]),
        ("OR", []),
        ("(harbour", [1, 2, 3]),
        ("harbour)", [1, 2, 3]),
        ("harbour - council", [1, 2]),
        ("*ferry*", [1, 2]),
        ("", []),
        ("   ", []),
        ('"', []),
        ('""', []),
        ("*", []),
        ("-", []),
        ("^ : { } + , .", []),
        ("harbour OR", [1, 2, 3]),
        ("OR harbour", [1, 2, 3]),
        ("harbour\x00 -council\x00", [3]),
        ("NEAR(harbour)", []),
    ],
)
def test_finds(index: sqlite3.Connection, text: str, pages: list[int]) -> None:
    assert ask(index, match_expression(text, COLUMNS)) == pages


def test_without_columns_a_field_is_a_word(index: sqlite3.Connection) -> None:
    assert match_expression("title:ferry") == '("title ferry")'
    assert ask(index, match_expression("title:ferry")) == []


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("harbour", ()),
        ("https://harbour.example/a", ()),
        ("10:30", ()),
        ('"harbour', ("A quotation mark without its partner was left out.",)),
        ("(harbour", ("Parentheses have no meaning here and were left out.",)),
        ("colour:red", ("There is no field “colour”: it was searched for as a word.",)),
        (
            "-harbour",
            ("Words can only be left out of a search for others: these were searched for.",),
        ),
        (
            "harbour " * 200,
            ("Only the first 100 words, in 2,000 characters, were searched.",),
        ),
    ],
)
def test_says_what_it_did_not_take_as_typed(text: str, notes: tuple[str, ...]) -> None:
    assert parse_query(text, COLUMNS).notes == notes


@pytest.mark.parametrize(
    ("first", "second", "distance", "pages"),
    [
        ("harbour", "votes", 5, [1]),
        ("harbour", "votes", 0, []),
        ("night ferry", "望潮", 9, [1]),
        ("harbour", "", 5, []),
        ('"', "votes", 5, []),
        ("harbour", "votes", -3, []),
    ],
)
def test_near(
    index: sqlite3.Connection, first: str, second: str, distance: int, pages: list[int]
) -> None:
    assert ask(index, near_expression(first, second, distance)) == pages


PIECES = [
    *("harbour", "title:", "body:x", "林", "ﷺ", "OR", "AND", "NOT", "NEAR", " ", "\x00", "\ud800"),
    *"-\"“*()^+{}＂:;'",
]
TYPED = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.sampled_from(PIECES),
        max_size=60,
    ).map("".join),
)


@given(TYPED)
def test_whatever_is_typed_runs(text: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table t using fts5(title, body)")
    for columns in ((), COLUMNS):
        assert ask(db, match_expression(text, columns)) == []


@pytest.mark.parametrize(
    "text",
    ["harbour " * 1_250, "林" * 10_000, '("' * 5_000, "a OR " * 2_000, "-a " * 3_000, '"' * 10_001],
    ids=["words", "han", "quotes", "or", "not", "odd quotes"],
)
def test_ten_thousand_characters_of_noise(index: sqlite3.Connection, text: str) -> None:
    assert ask(index, match_expression(text, COLUMNS)) in ([], [1, 2, 3], [2])


def test_nothing_matches_no_row(index: sqlite3.Connection) -> None:
    assert ask(index, NOTHING) == []
