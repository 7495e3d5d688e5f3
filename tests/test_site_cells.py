"""Datasette's own table pages, with the archive's links in their cells."""

import html
from pathlib import Path

import pytest

from tests.archives import HOSTILE, execute, is_version_1, make_pages, serve
from tests.test_site_pages import addresses, plain


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_pages(tmp_path_factory.mktemp("cells") / "archive.db")


async def page(db: Path, path: str, **settings: str) -> str:
    response = await serve(db, settings=settings).client.get(path)
    assert response.status_code == 200
    text: str = response.text
    return text


@pytest.mark.parametrize(
    ("table", "kind"), [("articles", "article"), ("seeds", "seed"), ("authors", "author")]
)
async def test_tables_lead_to_pages(db: Path, table: str, kind: str) -> None:
    keys = [key for (key,) in execute(db, f"select key from {table}")]
    wanted = {f"/archive/-/{kind}/{key}" for key in keys}
    assert wanted <= set(addresses(await page(db, f"/archive/{table}")))
    prefixed = await page(db, f"/archive/{table}", base_url="/papers/")
    assert {f"/papers{address}" for address in wanted} <= set(addresses(prefixed))


async def test_long_texts_keep_to_a_line_in_tables_and_are_whole_in_rows(db: Path) -> None:
    ((body,),) = execute(db, "select body from articles where id = 1")
    table = plain(await page(db, "/archive/articles"))
    assert " ".join(body.split())[:60] in table
    assert f"{len(body):,} characters" in table
    assert body[-40:] not in table
    for prefix in ("/", "/papers/"):
        row = await page(db, "/archive/articles/1", base_url=prefix)
        assert body[-40:] in html.unescape(row)


async def test_views_and_queries_lead_to_rows(db: Path) -> None:
    assert "/archive/articles/2" in addresses(await page(db, "/archive/teaser_links"))
    assert "/archive/authors/1" in addresses(await page(db, "/archive/author_articles"))
    assert "/archive/articles/1" in addresses(
        await page(db, "/archive/author_over_time?name=marsh")
    )


async def test_foreign_keys_show_labels(db: Path) -> None:
    words = plain(await page(db, "/archive/article_authors"))
    assert "The ferry that carries nobody" in words
    assert "Pim Okafor" in words


async def test_hostile_text_is_inert_on_standard_pages(db: Path) -> None:
    for table in ("articles", "seeds", "fragments", "bylines", "authors", "bibliography"):
        text = await page(db, f"/archive/{table}")
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "javascript:alert(8)" not in addresses(text)
    row = await page(db, "/archive/articles/3")
    assert "<script>alert" not in row
    assert HOSTILE[:20] in html.unescape(row)


async def test_articles_are_faceted_by_author(db: Path) -> None:
    text = await page(db, "/archive/articles?_facet_array=author_names")
    assert "author_names__arraycontains=Odile+Marsh" in text.replace("%20", "+")


async def test_other_databases_keep_their_cells(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    execute(other, "create table articles (id integer primary key, key text, body text)")
    execute(other, "insert into articles values (1, 'k', ?)", "word " * 100)
    text = await page(other, "/other/articles")
    assert "characters" not in text
    assert "/-/article/" not in text


async def test_style_of_tables_answers(db: Path) -> None:
    css = [a for a in addresses(await page(db, "/archive/articles")) if a.endswith("tables.css")]
    assert len(css) == 1
    assert (await serve(db).client.get(css[0])).status_code == 200
    assert "tables.css" not in await page(db, "/")


async def test_menu_leads_to_the_pages(db: Path) -> None:
    found = addresses(await page(db, "/archive"))
    if not is_version_1():
        assert {"/archive/-/home", "/archive/-/search"} <= set(found)
    assert "/archive/-/home" in await page(db, "/")
