"""Articles as BibTeX, RIS, CSL-JSON, Atom, Markdown and plain text, read back by other programs."""

# ruff: noqa: S314 - the XML that is parsed is that of this module
import json
import re
import sqlite3
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.export import (
    FORMATS,
    ArticleRecord,
    Name,
    Selection,
    Tally,
    cite,
    export,
    select_articles,
    write_articles,
)
from loader.export.record import one_line
from tests.export_archive import HOSTILE, SEEDS, make_archive

A, B, C = (f"{seed[0]}-0" for seed in SEEDS)
ATOM = "{http://www.w3.org/2005/Atom}"
CITING = [name for name, each in FORMATS.items() if each.articles]


@pytest.fixture(scope="module")
def db():
    return make_archive()


def written(db, format_name, tally=None):
    return "".join(export(db, Selection(), format_name, tally or Tally()))


def test_bibtex_as_written(db):
    text = written(db, "bibtex")
    first, second, third, _ = text.split("\n\n")
    assert first == (
        f"@article{{seed-{A},\n"
        "  author = {Vale, Eric and {Sill Press Agency}},\n"
        "  title = {Tide \\& Tax},\n"
        "  journal = {The Sill Courier},\n"
        "  date = {2026-03-01},\n"
        "  year = {2026},\n"
        "  month = {3},\n"
        "  url = {https://courier.example/tide?a=1&b=2},\n"
        "  language = {en},\n"
        "  abstract = {What it costs.},\n"
        "}"
    )
    assert second == (
        f"@misc{{seed-{B},\n"
        "  author = {{Wang Daming}},\n"
        "  title = {[港務局長王大明說…]},\n"
        "  date = {2026-03},\n"
        "  year = {2026},\n"
        "  month = {3},\n"
        "  language = {zh},\n"
        "  note = {Wang Daming: 王大明},\n"
        "}"
    )
    assert "javascript:alert(1)}," not in third
    assert third.count("{") == third.count("}")
    assert "@import \\textbackslash{}input\\textbraceleft{}x\\textbraceright{}" in third


def test_bibtex_is_read_back(db):
    bibtexparser = pytest.importorskip("bibtexparser")
    library = bibtexparser.parse_string(written(db, "bibtex"))
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == [f"seed-{key}" for key in (A, B, C)]
    assert [entry.entry_type for entry in library.entries] == ["article", "misc", "misc"]
    assert library.entries[1].fields_dict["title"].value == "[港務局長王大明說…]"


def test_ris_as_written(db):
    text = written(db, "ris")
    first, second, _, rest = text.split("\r\n\r\n")
    assert rest == ""
    assert first.split("\r\n") == [
        "TY  - NEWS",
        f"ID  - {A}",
        "TI  - Tide & Tax",
        "AU  - Vale, Eric",
        "AU  - Sill Press Agency",
        "T2  - The Sill Courier",
        "PY  - 2026",
        "DA  - 2026/03/01/",
        "UR  - https://courier.example/tide?a=1&b=2",
        "LA  - en",
        "AB  - What it costs.",
        "ER  - ",
    ]
    assert second.split("\r\n") == [
        "TY  - GEN",
        f"ID  - {B}",
        "TI  - [港務局長王大明說…]",
        "AU  - Wang Daming",
        "PY  - 2026",
        "DA  - 2026/03//",
        "LA  - zh",
        "N1  - Wang Daming: 王大明",
        "ER  - ",
    ]
    assert len(text.splitlines()) == text.count("\r\n")


def test_ris_is_read_back(db):
    rispy = pytest.importorskip("rispy")
    references = rispy.loads(written(db, "ris"))
    assert [each["id"] for each in references] == [A, B, C]
    assert references[0]["authors"] == ["Vale, Eric", "Sill Press Agency"]
    assert references[1]["notes"] == ["Wang Daming: 王大明"]
    assert "year" not in references[2]


def test_csl_json_as_written(db):
    first, second, third = json.loads(written(db, "csl-json"))
    assert first == {
        "id": A,
        "type": "article-newspaper",
        "title": "Tide & Tax",
        "author": [{"family": "Vale", "given": "Eric"}, {"literal": "Sill Press Agency"}],
        "issued": {"date-parts": [[2026, 3, 1]]},
        "container-title": "The Sill Courier",
        "URL": "https://courier.example/tide?a=1&b=2",
        "language": "en",
        "abstract": "What it costs.",
    }
    assert second == {
        "id": B,
        "type": "document",
        "title": "[港務局長王大明說…]",
        "author": [{"literal": "Wang Daming"}],
        "issued": {"date-parts": [[2026, 3]]},
        "language": "zh",
        "note": "Wang Daming: 王大明",
    }
    assert sorted(third) == ["abstract", "id", "title", "type"]


def test_atom_as_written(db):
    feed = ET.fromstring(written(db, "atom"))
    assert feed.findtext(f"{ATOM}updated") == "2026-04-05T06:07:08Z"
    first, second, third = feed.iter(f"{ATOM}entry")
    assert [(child.tag.removeprefix(ATOM), child.text) for child in first] == [
        ("id", f"urn:seed-archive:article:{A}"),
        ("title", "Tide & Tax"),
        ("updated", "2026-04-05T06:07:08Z"),
        ("published", "2026-03-01T00:00:00Z"),
        ("author", None),
        ("author", None),
        ("link", None),
        ("summary", "What it costs."),
        ("content", "<h2>Tides</h2>\n<p>The harbour rose.</p>\n<p>It fell, 5 % of it.</p>\n"),
    ]
    assert [name.text for name in second.iter(f"{ATOM}name")] == ["Wang Daming (王大明)"]
    assert second.find(f"{ATOM}published") is None
    assert [name.text for name in third.iter(f"{ATOM}name")] == ["[no author named]"]
    assert third.find(f"{ATOM}link") is None
    assert "&lt;script&gt;" in (third.findtext(f"{ATOM}content") or "")


def test_atom_is_read_back(db):
    feedparser = pytest.importorskip("feedparser")
    feed = feedparser.parse(written(db, "atom").encode())
    assert not feed.bozo
    assert [entry.id.rpartition(":")[2] for entry in feed.entries] == [A, B, C]
    assert feed.entries[1].content[0].value.startswith("<p>港務局長王大明說，")
    assert "<script" not in feed.entries[2].content[0].value


def test_markdown_as_written(db):
    text = written(db, "markdown")
    first, second, third = text.split("\n---\n\n")
    assert first == (
        "# Tide &amp; Tax\n\n**What it costs.**\n\n"
        "Eric Vale · Sill Press Agency · The Sill Courier · 2026-03-01 · "
        f"<https://courier.example/tide?a=1&b=2> · `{A}`\n\n"
        "## Tides\n\nThe harbour rose.\n\nIt fell, 5 % of it.\n"
    )
    assert second.startswith("# \\[港務局長王大明說…\\]\n\nWang Daming (王大明) · 2026-03 · `")
    assert third.endswith("\n\n\\# no heading\n\n\\- no list\n\n1\\. no number\n")


def test_markdown_shows_text_as_it_is(db):
    markdown_it = pytest.importorskip("markdown_it")
    page = ET.fromstring(f"<page>{markdown_it.MarkdownIt().render(written(db, 'markdown'))}</page>")
    assert {element.tag for element in page.iter()} == {
        *("page", "h1", "h2", "p", "strong", "a", "code", "hr")
    }
    assert [link.get("href") for link in page.iter("a")] == ["https://courier.example/tide?a=1&b=2"]
    headings = ["".join(heading.itertext()) for heading in page.iter("h1")]
    assert headings[:2] == ["Tide & Tax", "[港務局長王大明說…]"]
    assert headings[2] == HOSTILE.replace("\u2028", " ")


@pytest.mark.parametrize(
    ("number", "reference"),
    [
        (
            0,
            (
                "<Eric Vale>; <Sill Press Agency>. “<Tide & Tax>”. <The Sill Courier>, "
                f"<2026-03-01>. <https://courier.example/tide?a=1&b=2> <[{A}]>"
            ),
        ),
        (1, f"<Wang Daming> (<王大明>). <[港務局長王大明說…]>. <2026-03>. <[{B}]>"),
    ],
)
def test_a_reference_in_plain_text(db, number, reference):
    record = list(select_articles(db, Selection()))[number]
    assert cite(record, "<{}>".format) == reference
    assert cite(record) == reference.replace("<", "").replace(">", "")


def test_a_reference_has_one_full_stop_after_another(db):
    record = next(select_articles(db, Selection()))
    short = replace(record, authors=(Name("M. Moll Jr."),), publisher="Fog Inc.", published=None)
    assert cite(short, "<{}>".format).startswith("<M. Moll Jr>. “<Tide & Tax>”. <Fog Inc>. <https")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a b", "a b"),
        ("  a  b \n", "a b"),
        ("a \n b", "a b"),
        ("a  \r\n\tb", "a b"),
        ("a\u2028\u2029\x85\x0b\x0c\x1cb", "a b"),
        ("a\u00a0\u00a0b\u3000c\u202fd", "a\u00a0\u00a0b\u3000c\u202fd"),
        ("a\x00b\x9fc\ufffed", "a\ufffdb\ufffdc\ufffdd"),
    ],
)
def test_text_goes_on_one_line(text, line):
    assert one_line(text) == line


SAID = "incomplete: stopped at the limit of 1 rows"


@pytest.mark.parametrize(
    ("format_name", "end"),
    [
        ("bibtex", f"}}\n\n@comment{{{SAID}}}\n"),
        ("ris", f"TY  - GEN\r\nTI  - [{SAID}]\r\nER  - \r\n\r\n"),
        ("csl-json", f',\n{{"id": "incomplete", "type": "document", "title": "[{SAID}]"}}\n]\n'),
        ("markdown", f"\n---\n\n{SAID}\n"),
        ("atom", f"  </entry>\n  <subtitle>{SAID}</subtitle>\n</feed>\n"),
    ],
)
def test_the_end_says_what_lacks(db, format_name, end):
    tally = Tally(1)
    assert written(db, format_name, tally).endswith(end)
    assert (tally.rows, tally.stopped) == (1, SAID)


@pytest.mark.parametrize("format_name", CITING)
def test_an_error_in_the_middle_is_said(db, format_name):
    def failing():
        yield from list(select_articles(db, Selection()))[:2]
        raise sqlite3.DatabaseError("database disk image is malformed")

    tally = Tally()
    text = "".join(write_articles(failing(), format_name, tally))
    assert "incomplete: stopped after 2 rows by an error (database disk image" in text
    assert tally.rows == 2


@pytest.mark.parametrize("format_name", CITING)
def test_no_articles_are_a_whole_document(format_name):
    text = "".join(write_articles([], format_name, Tally()))
    if format_name == "csl-json":
        assert json.loads(text) == []
    elif format_name == "atom":
        assert len(ET.fromstring(text).findall(f"{ATOM}entry")) == 0
    else:
        assert text == ""


TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
FILLED = TEXT.filter(lambda text: bool(text.strip()))
RECORDS = st.builds(
    ArticleRecord,
    key=st.just(A),
    seed_key=st.just("a" * 16),
    title=st.none() | FILLED,
    label=FILLED,
    standfirst=st.none() | FILLED,
    published=st.sampled_from([None, "2026", "2026-03", "2026-03-01"]),
    language=st.sampled_from([None, "en"]),
    url=st.none() | TEXT | TEXT.map("https://paper.example/".__add__),
    publisher=st.none() | FILLED,
    words=st.integers(0),
    authors=st.lists(st.builds(Name, FILLED, st.none() | FILLED)).map(tuple),
    headings=st.just(frozenset()),
    loaded=st.none(),
    body=TEXT,
)


@given(record=RECORDS)
def test_any_article_is_one_entry_in_every_format(record):
    texts = {name: "".join(write_articles([record], name, Tally())) for name in CITING}
    assert len(json.loads(texts["csl-json"])) == 1
    assert len(ET.fromstring(texts["atom"]).findall(f"{ATOM}entry")) == 1
    lines = texts["ris"].split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-2])
    assert len(texts["ris"].splitlines()) == len(lines) - 1
    assert lines[-3:] == ["ER  - ", "", ""]
    assert texts["bibtex"].count("{") == texts["bibtex"].count("}")
    assert not re.search(r"<(?!https?://)", texts["markdown"])
