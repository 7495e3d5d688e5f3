"""The beginning of too many words stands for the most frequent of them, and the page says so."""

import html
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from loader.site import prefixes
from loader.site.prefixes import Prefixes
from loader.store.query import parse_query
from tests.archives import make_pages, serve

ARTICLES = [
    (
        "The harbour",
        "The harbour was happy, and a Hárbinger waits; water waits for water.",
    ),
    ("Wages", "Water was low. Happiness was a harbour with 水 and no harbouring of wagons."),
    ("Waders", "Was it water? It was. The wader's harbour council."),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = [([("title", title), ("body", body)], {}) for title, body in ARTICLES]
    return make_pages(tmp_path_factory.mktemp("prefixes") / "archive.db", pages)  # type: ignore[arg-type]


@pytest.fixture
def db(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        yield connection


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("wa*", "was water wader waders wages wagons waits"),
        ("waits*", "waits"),
        ("harb*", "harbour harbouring harbinger"),
        ("title:wa*", "waders wages"),
        ("happy*", "happiness happy"),
        ("水*", "水"),
        ("zebra*", ""),
        ("water", ""),
    ],
)
def test_stands_for_words(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, text: str, words: str
) -> None:
    monkeypatch.setattr(prefixes, "PLACES", 0)
    monkeypatch.setattr(prefixes, "ENOUGH", 100)
    ((term,),) = Prefixes(db).bounded(parse_query(text, ["title", "body"])).groups
    assert term.words == tuple(words.split())


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ('"harbour co"*', '(("harbour council"))'),
        ("title:wag* OR tide", '(title : ("wages") OR "tide")'),
        ("harbour -wad*", '(("harbour")) NOT (("wader" OR "waders"))'),
    ],
)
def test_stands_where_the_term_stood(
    db: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, text: str, expression: str
) -> None:
    monkeypatch.setattr(prefixes, "PLACES", 0)
    query = Prefixes(db).bounded(parse_query(text, ["title", "body"]))
    assert query.expression == expression
    assert query.stands_in
    db.execute("select 1 from articles_fts where articles_fts match ?", (expression,)).fetchall()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("WORDS", 2, ("was", "water")),
        ("ENOUGH", 1.5, ("was", "water")),
        ("SAMPLE", 1, ("wader", "waders")),
    ],
)
def test_bounds(
    db: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: float,
    words: tuple[str, ...],
) -> None:
    monkeypatch.setattr(prefixes, "PLACES", 0)
    monkeypatch.setattr(prefixes, name, value)
    ((term,),) = Prefixes(db).bounded(parse_query("wa*")).groups
    assert term.words[:2] == words
    assert name == "SAMPLE" or len(term.words) == 2


def test_few_places_are_searched_as_typed(db: sqlite3.Connection) -> None:
    query = parse_query("wa* -harb*")
    assert Prefixes(db).bounded(query) == query
    assert not query.stands_in


async def test_the_page_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefixes, "PLACES", 0)
    monkeypatch.setattr(prefixes, "WORDS", 2)
    monkeypatch.setattr("loader.site.find.BOUND", 1)
    for page in ("search", "concordance"):
        response = await serve(path).client.get(f"/archive/-/{page}?q=wa*")
        assert "it stands for was, water, the most frequent" in html.unescape(response.text)
        assert "<mark>" in response.text or page == "concordance"
    response = await serve(path).client.get("/archive/-/search?q=wa*")
    assert "At least 1 found." in response.text
