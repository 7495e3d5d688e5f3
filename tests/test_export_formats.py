"""Every format holds every row, in the same memory however many they are."""

import csv
import io
import json
import tracemalloc

import pytest

from loader import __version__
from loader.errors import ExportError
from loader.export import (
    FORMATS,
    Selection,
    Statement,
    Tally,
    export,
    write_articles,
    write_manifest,
    write_rows,
)
from tests.export_archive import add_articles, make_archive

MANY = 20_000


@pytest.fixture(scope="module")
def db():
    db = make_archive()
    add_articles(db, MANY)
    return db


COUNTERS = {
    "csv": lambda text: len(list(csv.reader(io.StringIO(text, newline="")))) - 1,
    "json": lambda text: len(json.loads(text)),
    "ndjson": lambda text: text.count("\n"),
    "bibtex": lambda text: text.count("\n@") + 1,
    "ris": lambda text: text.count("\r\nER  - \r\n"),
    "csl-json": lambda text: len(json.loads(text)),
    "markdown": lambda text: text.count("\n---\n") + 1,
    "atom": lambda text: text.count("<entry"),
}


@pytest.mark.parametrize("format_name", FORMATS)
def test_no_row_is_lost(db, format_name):
    tally = Tally()
    text = "".join(export(db, Selection(), format_name, tally))
    assert COUNTERS[format_name](text) == tally.rows == MANY + 3
    assert tally.stopped is None


@pytest.mark.parametrize("format_name", FORMATS)
def test_memory_does_not_grow_with_the_rows(db, format_name):
    def peak(sql):
        tracemalloc.start()
        pieces = sum(1 for _ in export(db, Statement(sql, {}), format_name, Tally()))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return pieces, most

    few, small = peak("select key, body from articles where id < 1400")
    many, large = peak("select key, body from articles where id < 5000")
    assert many > few
    assert large < 1.3 * small + 50_000


def test_a_statement_of_articles_leaves_as_references(db):
    chosen = Statement("select key from articles where published = '2026-03'", {})
    assert "".join(export(db, chosen, "ris", Tally())).count("TY  - ") == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda db: export(db, Selection(), "docx", Tally()),
            f"docx: no such format; take one of {', '.join(FORMATS)}",
        ),
        (
            lambda db: export(db, Selection("author"), "ris", Tally()),
            "author: only articles are cited; take csv, json or ndjson",
        ),
        (
            lambda _: write_rows(["a"], [], "ris", Tally()),
            "ris: this is for articles; take csv, json or ndjson",
        ),
        (
            lambda _: write_articles([], "csv", Tally()),
            "csv: no such format for articles; take one of bibtex, ris, csl-json, markdown, atom",
        ),
    ],
)
def test_a_wrong_format_is_refused(db, call, message):
    with pytest.raises(ExportError) as caught:
        call(db)
    assert str(caught.value) == message


def test_the_manifest_says_what_the_export_is(db):
    tally = Tally(10)
    chosen = Selection(search="王大明", language="zh")
    list(export(db, chosen, "csv", tally))
    manifest = json.loads(write_manifest(chosen, "csv", tally, "f00d"))
    assert manifest.pop("exported").endswith("Z")
    assert manifest == {
        "query": "articles, search: 王大明, language: zh",
        "format": "csv",
        "rows": 1,
        "complete": True,
        "stopped": None,
        "archive_digest": "f00d",
        "version": __version__,
    }


def test_the_manifest_says_what_lacks(db):
    tally = Tally(10)
    chosen = Statement(" select 1 from articles ", {})
    list(export(db, chosen, "ndjson", tally))
    manifest = json.loads(write_manifest(chosen, "ndjson", tally, ""))
    assert (manifest["query"], manifest["rows"]) == ("select 1 from articles", 10)
    assert manifest["complete"] is False
    assert manifest["stopped"] == "incomplete: stopped at the limit of 10 rows"
