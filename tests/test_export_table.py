"""Rows as CSV, JSON and newline-delimited JSON: whole, and inert in a spreadsheet."""

import csv
import io
import json
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.export.table import write_csv, write_json, write_ndjson
from loader.export.tally import Tally

COLUMNS = ["key", "words", "text"]
ROWS = [
    ("a-0", 5, "王大明, “said”\r\nhe"),
    ("b-0", None, 'a "quoted" word; more'),
    ("=c", -2.5, "\u2028\u2029\x85\x1b"),
]


def read_csv(text):
    return list(csv.reader(io.StringIO(text, newline="")))


def test_csv_is_read_back():
    tally = Tally()
    text = "".join(write_csv(COLUMNS, ROWS, tally))
    assert read_csv(text) == [
        COLUMNS,
        ["a-0", "5", "王大明, “said”\r\nhe"],
        ["b-0", "", 'a "quoted" word; more'],
        ["'=c", "-2.5", "\u2028\u2029\x85\x1b"],
    ]
    assert text.startswith('"key","words","text"\r\n"a-0",5,')
    assert (tally.rows, tally.stopped) == (3, None)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1+1", "'＝1+1"),
        ("-- said he", "'-- said he"),
        ("-5", "-5"),
        ("+1.5e-3", "+1.5e-3"),
        ("-12,5 %", "'-12,5 %"),
        ("-12.5%", "-12.5%"),
        (-5, "-5"),
        (-2.5, "-2.5"),
        ("a = b", "a = b"),
        ("", ""),
        (None, ""),
        (b"\x00\xff", "AP8="),
        (float("inf"), "inf"),
    ],
)
def test_a_spreadsheet_runs_no_cell(value, cell):
    assert read_csv("".join(write_csv(["=a"], [[value]], Tally()))) == [["'=a"], [cell]]


def test_formulas_and_the_byte_order_mark_are_a_choice():
    text = "".join(write_csv(["=a"], [["=b"]], Tally(), bom=True, formulas=True))
    assert text == '\ufeff"=a"\r\n"=b"\r\n'


@pytest.mark.parametrize("write", [write_json, write_ndjson])
def test_json_is_read_back(write):
    text = "".join(write(["a", "b", "a"], [*ROWS, (b"\x00\xff", float("inf"), None)], Tally()))
    objects = json.loads(text) if write is write_json else list(map(json.loads, text.splitlines()))
    assert objects == [
        *({"a": a, "b": b, "a_2": c} for a, b, c in ROWS),
        {"a": "AP8=", "b": "inf", "a_2": None},
    ]


def test_no_rows_are_an_empty_table():
    assert "".join(write_csv(["a"], [], Tally())) == '"a"\r\n'
    assert "".join(write_json(["a"], [], Tally())) == "[]\n"
    assert "".join(write_ndjson(["a"], [], Tally())) == ""


LIMIT = "incomplete: stopped at the limit of 2 rows"
FAILURE = "incomplete: stopped after 2 rows by an error (disk I/O error)"


def failing():
    yield from [(1,), (2,)]
    raise sqlite3.OperationalError("disk I/O error")


@pytest.mark.parametrize(
    ("rows", "limit", "said"),
    [([(1,), (2,), (3,)], 2, LIMIT), (failing(), None, FAILURE)],
    ids=["limit", "failure"],
)
@pytest.mark.parametrize("write", [write_csv, write_json, write_ndjson])
def test_the_last_line_says_what_lacks(write, rows, limit, said):
    tally = Tally(limit)
    rows = failing() if said == FAILURE else rows
    text = "".join(write(["a"], rows, tally))
    assert (tally.rows, tally.stopped) == (2, said)
    expected = {
        write_csv: f'"a"\r\n1\r\n2\r\n"{said}"\r\n',
        write_json: f'[\n{{"a": 1}},\n{{"a": 2}},\n{{"incomplete": "{said}"}}\n]\n',
        write_ndjson: f'{{"a": 1}}\n{{"a": 2}}\n{{"incomplete": "{said}"}}\n',
    }
    assert text == expected[write]


def test_a_limit_that_is_just_enough_is_no_loss():
    tally = Tally(3)
    assert len("".join(write_ndjson(["a", "b", "c"], ROWS, tally)).split("\n")) == 4
    assert (tally.rows, tally.stopped) == (3, None)


CELLS = st.none() | st.integers() | st.text(st.characters(codec="utf-8"))


@given(rows=st.lists(st.tuples(CELLS, CELLS)))
def test_any_rows_survive(rows):
    objects = [{"a": a, "b": b} for a, b in rows]
    assert json.loads("".join(write_json(["a", "b"], rows, Tally()))) == objects
    lines = "".join(write_ndjson(["a", "b"], rows, Tally())).split("\n")[:-1]
    assert list(map(json.loads, lines)) == objects
    text = "".join(write_csv(["a", "b"], rows, Tally(), formulas=True))
    assert read_csv(text)[1:] == [
        ["" if cell is None else str(cell) for cell in row] for row in rows
    ]
    inert = read_csv("".join(write_csv(["a", "b"], rows, Tally())))[1:]
    assert len(inert) == len(rows)
    assert not [cell for row in inert for cell in row if cell[:1] in {"=", "@", "\t", "\r"}]
