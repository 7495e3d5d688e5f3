"""Whatever comes in, reading, splitting and asking neither crash nor hang nor break a promise."""

import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loader.errors import ReadError
from loader.read import encode_text, parse_record
from loader.read.decode import decode_text
from loader.split import split
from loader.store import check
from loader.store.query import match_expression, near_expression
from tests.corpora import load_into, page, rows, write

bounded = settings(max_examples=150, deadline=5_000, suppress_health_check=[HealthCheck.too_slow])
# Pieces of which pages are made, in no order that makes sense.
PIECES = (
    "By Ilse Daröy\n",
    "Ilse Daröy is a columnist at the Ellsund Courier.",
    "\n",
    "\r\n",
    "\r",
    "\u2028",
    " ",
    "\t",
    "\u00a0",
    "…",
    "Photo: ",
    "(許文濤)",
    "朱立倫",
    "3 March 2025\n",
    "Read more",
    "e\u0301",
    "\u202e",
    "\x1b[31m",
    "<script>",
    "& ",
    "a" * 300,
    page(3),
    page(4)[:400],
    "; ",
    "\ud7ff",
    "\U0001f6a2",
)
texts = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)


@bounded
@given(
    raw=st.one_of(st.binary(max_size=400), texts.map(lambda text: text.encode("utf-8", "replace")))
)
def test_bytes_become_text_and_the_same_bytes_or_a_reason(raw: bytes) -> None:
    try:
        text, encoding = decode_text(raw, "some.txt")
    except ReadError:
        return
    assert encode_text(text, encoding) == raw


@bounded
@given(
    line=st.one_of(
        st.binary(max_size=200), texts.map(lambda text: json.dumps({"text": text}).encode())
    )
)
def test_a_line_becomes_a_record_or_a_reason(line: bytes) -> None:
    try:
        seed = parse_record("some.jsonl#1", line)
    except ReadError:
        return
    assert encode_text(seed.text, seed.encoding) == seed.text.encode()


@bounded
@given(text=texts)
def test_a_split_tiles_any_text(text: str) -> None:
    spans = split(text).spans
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert [span.start for span in spans[1:]] == [span.end for span in spans[:-1]]
    assert all(span.start < span.end for span in spans)


@settings(max_examples=25, deadline=20_000)
@given(pages=st.lists(texts, min_size=1, max_size=8))
def test_any_pages_make_an_archive_that_is_whole(
    tmp_path_factory: pytest.TempPathFactory, pages: list[str]
) -> None:
    home = tmp_path_factory.mktemp("fuzz")
    files = {f"{number}.txt": text.encode() for number, text in enumerate(pages)}
    report = load_into(home / "a.db", write(home / "texts", files))
    assert not [reason for _, reason in report.rejects if "please report" in reason]
    assert check.check_archive(home / "a.db").problems == []


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    """An index to ask."""
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table found using fts5(title, body)")
    return db


@bounded
@given(
    asked=st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from([*'"()*^:-+{}', "OR", "AND", "NOT", "NEAR(", "title:", "朱", " ", "é"])
        ).map("".join),
    )
)
def test_any_question_is_a_question(index: sqlite3.Connection, asked: str) -> None:
    for expression in (match_expression(asked, ["title"]), near_expression(asked, asked, 3)):
        if expression:
            index.execute("select 1 from found where found match ?", (expression,)).fetchall()


def test_a_long_line_takes_no_long_time(tmp_path: Path) -> None:
    """50 MB on one line, as a broken export writes it."""
    (tmp_path / "long.txt").write_bytes(b"a word and " * 4_600_000)
    load_into(tmp_path / "a.db", tmp_path / "long.txt")
    assert rows(tmp_path / "a.db", "select characters from seeds") == [(50_600_000,)]
