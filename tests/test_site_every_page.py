"""Every page that a visitor can open: of each table, row, query, and the archive's own."""

import html
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml

from loader.serve import SETTINGS
from tests.archives import execute, serve
from tests.test_site_metadata import ROOT, TABLES
from tests.test_site_pages import addresses

QUERIES = yaml.safe_load((ROOT / "metadata.yml").read_text())["databases"]["archive"]["queries"]
ASKED = "name=&first=the&second=a&distance=&kind=&load=&word=the&words_around="
WAYS: list[dict[str, Any]] = [{}, {"base_url": "/papers/"}, SETTINGS | {"suggest_facets": False}]


@pytest.fixture(
    scope="module", params=["sample", pytest.param("real", marks=pytest.mark.real)], ids=str
)
def db(request: pytest.FixtureRequest) -> Path:
    """An archive of the sample seeds, and one of the real ones."""
    path: Path = request.getfixturevalue(f"{request.param}_archive")
    return path


@pytest.fixture(params=WAYS, ids=["plain", "behind a prefix", "seed-archive serve"])
def served(request: pytest.FixtureRequest, db: Path) -> Any:
    """A Datasette on the archive, with the settings of one way to serve it."""
    return serve(db, settings=request.param)


async def page(served: Any, path: str) -> str:
    """Return a page, which must answer, have a title and say of no error."""
    response = await served.client.get(path)
    text: str = response.text
    assert response.status_code == 200, f"{path}: {text[:400]}"
    assert re.search(r"<title>\s*[^<\s]", text), path
    assert 'class="message-error' not in text, path
    return text


def below(served: Any, text: str, folder: str) -> list[str]:
    """Return a page's addresses below a folder, without the prefix that they all carry."""
    prefix = served.setting("base_url").rstrip("/")
    named = (address.partition("#")[0] for address in addresses(text))
    return [
        address.removeprefix(prefix)
        for address in named
        if address.startswith(f"{prefix}{folder}/") and "?" not in address
    ]


@pytest.mark.parametrize("table", TABLES)
async def test_every_table_and_its_first_row(served: Any, db: Path, table: str) -> None:
    text = await page(served, f"/archive/{table}")
    rows = below(served, text, f"/archive/{table}")
    assert bool(rows) == _has_row_pages(db, table)
    for row in rows[:1]:
        await page(served, row)


def _has_row_pages(db: Path, table: str) -> bool:
    """Say whether this is a table with rows; those of a view have no pages."""
    ((kind,),) = execute(db, "select type from sqlite_master where name = ?", table)
    return kind == "table" and bool(execute(db, f"select 1 from {table} limit 1"))


@pytest.mark.parametrize("query", QUERIES)
async def test_every_query(served: Any, query: str) -> None:
    text = html.unescape(await page(served, f"/archive/{query}?{ASKED}"))
    assert QUERIES[query]["title"] in text


@pytest.mark.parametrize("path", ["/", "/archive", "/-/search", "/-/search?q=the"])
async def test_every_page_above_the_tables(served: Any, path: str) -> None:
    await page(served, path)


@pytest.mark.parametrize(
    "path", ["home", "names", "search", "search?q=the", "concordance", "concordance?q=the"]
)
async def test_every_page_of_ours(served: Any, path: str) -> None:
    await page(served, f"/archive/-/{path}")


@pytest.mark.parametrize(
    ("table", "kind"), [("articles", "article"), ("seeds", "seed"), ("authors", "author")]
)
async def test_the_page_of_every_article_seed_and_author(
    served: Any, table: str, kind: str
) -> None:
    response = await served.client.get(f"/archive/{table}.json?_shape=array&_size=max&_col=key")
    keys = [row["key"] for row in response.json()]
    assert keys
    for key in keys:
        await page(served, f"/archive/-/{kind}/{quote(key)}")
