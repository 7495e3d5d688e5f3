"""What a hostile page prints does nothing: in no page, in no export."""

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import bibtexparser
import feedparser
import pytest
import rispy

from loader.site.formats import SUFFIXES
from tests.archives import PAGES, PARAGRAPH, Printed, execute, make_pages, serve
from tests.test_site_metadata import QUERIES, TABLES

MARK = "harmful"
ACCENTS = 100_000 * "\u0301"
HOSTILE = (
    f"<script>{MARK}(1)</script> \"><img src=x onerror={MARK}(2)> ' onfocus={MARK}(3) "
    f"[a](javascript:{MARK}(4)) ![b](javascript:{MARK}(5)) </textarea></title>"
    f"<svg onload={MARK}(6)> "
    f"=cmd|'/C {MARK}'!A0 \u202eright to left \u2066 {{{{ 7 * 191 }}}} {{% raw %}}"
)
FORMULAS = ["=cmd|'/C calc'!A0", "+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(1+9)*cmd"]
LINES: list[Printed] = [
    ("title", HOSTILE),
    ("standfirst", f"{FORMULAS[0]} {HOSTILE}"),
    ("heading", f"# {HOSTILE}"),
    ("body", f"{HOSTILE} {PARAGRAPH} Wu Harm (吳害)"),
    ("body", f"Stacked a{ACCENTS} accents"),
    ("caption", HOSTILE),
    ("teaser", f"{HOSTILE} and so on"),
    ("notice", HOSTILE),
    ("byline", f"{MARK} <b>Eve</b> (<i>夏娃</i>), {HOSTILE.replace(',', '')}, @SUM(1)"),
]
RECORD = {
    "url": f"javascript:{MARK}(8)",
    "publisher": f"<u>{MARK}</u>",
    "language": "en",
    "published": "2024-02-02",
}
FORMULA_PAGES = [
    ([("title", formula), ("body", f"{formula} {PARAGRAPH}")], RECORD) for formula in FORMULAS
]
ALL = [*PAGES, (LINES, RECORD), *FORMULA_PAGES]
SEARCHES = [MARK, HOSTILE, f'"{MARK}', "qqqq" + HOSTILE[:40], "a" + ACCENTS[:1000]]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_pages(tmp_path_factory.mktemp("hostile") / "archive.db", ALL)  # type: ignore[arg-type]


class Harm(HTMLParser):
    """Notes in ``found`` whatever of a page's markup came from the hostile text."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        for name, value in attrs:
            runs = name.startswith("on") or name in {"href", "src", "action", "style"}
            if (runs and _does_harm(value or "", name)) or MARK in name:
                self.found.append(f"<{tag} {name}={value}>")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 (the parser's interface)
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in {"script", "style", "svg", "u", "i"} and MARK in data:
            self.found.append(f"<{self._inside}>{data}")


def _does_harm(value: str, attribute: str) -> bool:
    return (MARK in value and attribute.startswith("on")) or value.strip().lower().startswith(
        ("javascript:", "data:text", "x")
    )


def harm(page: str) -> list[str]:
    parser = Harm()
    parser.feed(page)
    parser.close()
    return parser.found


@pytest.mark.parametrize(
    "text",
    [HOSTILE, '<a href="javascript:harmful()">', "<script>harmful</script>", "<u>harmful</u>"],
)
def test_harm_is_seen(text: str) -> None:
    assert harm(text)


def addresses_of_all(db: Path) -> list[str]:
    """Return every page of the archive that shows any of its text."""
    kinds = {"articles": "article", "seeds": "seed", "authors": "author"}
    ours = [
        f"/archive/-/{kind}/{key}"
        for table, kind in kinds.items()
        for (key,) in execute(db, f"select key from {table}")
    ]
    tables = [f"/archive/{table}" for table in TABLES]
    faceted = [
        f"/archive/{table}?_facet={column}"
        for table, column in (("seeds", "publisher"), ("authors", "name"))
    ]
    rows = [
        f"/archive/{table}/{number}"
        for table in ("articles", "seeds", "fragments", "bylines", "authors", "names")
        for (number,) in execute(db, f"select id from {table}")
    ]
    values = f"name=&first={MARK}&second=cmd&distance=50&kind=&load=&word={MARK}&words_around="
    queries = [f"/archive/{query}?{values}" for query in QUERIES]
    return [*ours, "/archive/-/home", "/archive/-/names", *tables, *faceted, *rows, *queries, "/"]


async def test_no_page_holds_harm(db: Path) -> None:
    served = serve(db)
    found = {}
    for path in addresses_of_all(db):
        response = await served.client.get(path)
        assert response.status_code == 200, path
        found[path] = harm(response.text)
    assert {path: what for path, what in found.items() if what} == {}


@pytest.mark.parametrize(
    "path", ["/archive/-/search", "/archive/-/concordance", "/archive/-/names", "/-/search"]
)
async def test_what_is_typed_does_no_harm(db: Path, path: str) -> None:
    served = serve(db)
    for typed in SEARCHES:
        response = await served.client.get(path, params={"q": typed})
        assert response.status_code == 200
        assert harm(response.text) == [], typed
    for kind in ("article", "teaser", "caption", "notice", "byline", "author"):
        response = await served.client.get(path, params={"q": MARK, "kind": kind})
        assert harm(response.text) == [], kind


async def test_templates_in_a_text_are_text(db: Path) -> None:
    page = (await serve(db).client.get("/archive/-/search", params={"q": MARK})).text
    assert "1337" not in page


async def exported(db: Path, suffix: str) -> str:
    response = await serve(db).client.get(f"/archive/-/search.{suffix}", params={"q": "council"})
    assert response.status_code == 200
    assert response.headers["content-disposition"].startswith("attachment")
    assert response.headers["x-content-type-options"] == "nosniff"
    text: str = response.text
    return text


def read_csv(text: str) -> list[Any]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def read_markdown(text: str) -> list[Any]:
    return [line for line in text.splitlines() if line.startswith("# ")]


READERS: dict[str, Any] = {
    "csv": read_csv,
    "json": json.loads,
    "ndjson": lambda text: [json.loads(line) for line in text.splitlines()],
    "bib": lambda text: bibtexparser.parse_string(text).entries,
    "ris": rispy.loads,
    "csl": json.loads,
    "md": read_markdown,
    "atom": lambda text: feedparser.parse(text).entries,
}


@pytest.mark.parametrize("suffix", SUFFIXES)
async def test_every_form_is_read_back_whole(db: Path, suffix: str) -> None:
    """As many as there are, with the names of both authors and mentioned people as printed."""
    text = await exported(db, suffix)
    entries = READERS[suffix](text)
    assert len(entries) == len(ALL)
    names = ("林望潮", "吳害") if suffix in {"csv", "json", "ndjson"} else ("馬歐德", "夏娃")
    read = " ".join(str(entry) for entry in entries) if suffix != "md" else text
    assert [name for name in names if name not in read] == []


async def test_no_cell_begins_a_formula(db: Path) -> None:
    for path in ("/archive/-/search.csv?q=council", "/archive/articles.csv_complete"):
        text = (await serve(db).client.get(path)).text
        cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
        assert [cell for cell in cells if cell[:1] in set("=+@-\t\r")] == []
        assert all(any(formula in cell for cell in cells) for formula in FORMULAS)
    plain = (await serve(db).client.get("/archive/-/search.csv?q=council&_formulas=1")).text
    titles = {row["title"] for row in read_csv(plain)}
    assert set(FORMULAS) <= titles


@pytest.mark.parametrize("suffix", ["json", "ndjson", "csl"])
async def test_json_holds_the_text_as_it_is(db: Path, suffix: str) -> None:
    assert HOSTILE in {entry["title"] for entry in READERS[suffix](await exported(db, suffix))}


@pytest.mark.parametrize("suffix", ["bib", "ris", "csl", "atom", "md"])
async def test_no_citation_leads_to_a_script(db: Path, suffix: str) -> None:
    text = await exported(db, suffix)
    for sign in (
        f"UR  - javascript:{MARK}",
        f"url = {{javascript:{MARK}",
        f'"URL": "javascript:{MARK}',
        f'href="javascript:{MARK}',
        f"<javascript:{MARK}",
    ):
        assert sign not in text


async def test_markdown_is_no_markup(db: Path) -> None:
    text = await exported(db, "md")
    assert harm(text) == []
    assert "](javascript:" not in text.replace("\\](", "")
    assert "<script" not in text


async def test_atom_is_no_markup(db: Path) -> None:
    feed = ET.fromstring(await exported(db, "atom"))  # noqa: S314 (our own)
    atom = "{http://www.w3.org/2005/Atom}"
    for content in feed.iter(f"{atom}content"):
        assert harm(content.text or "") == []
    titles = [title.get("type", "text") for title in feed.iter(f"{atom}title")]
    assert set(titles) == {"text"}
