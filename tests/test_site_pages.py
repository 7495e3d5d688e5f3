"""The archive's own pages, on either version of Datasette."""

import html
import re
from pathlib import Path
from typing import Any

import pytest

from tests.archives import HOSTILE, execute, make_archive, make_pages, serve


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_pages(tmp_path_factory.mktemp("pages") / "archive.db")


@pytest.fixture(scope="module")
def keys(db: Path) -> dict[str, list[str]]:
    orders = {"articles": "id", "seeds": "id", "authors": "name != 'Odile Marsh', id"}
    return {
        table: [key for (key,) in execute(db, f"select key from {table} order by {order}")]
        for table, order in orders.items()
    }


async def text_of(db: Path, path: str, **arguments: str) -> str:
    """Return a page of ours as text, having checked what holds for each."""
    response = await serve(db).client.get(f"/archive/-/{path}", params=arguments)
    assert response.status_code == 200, response.text
    assert "default-src 'none'" in response.headers["content-security-policy"]
    page: str = response.text
    assert re.search(r"<title>[^<]+ · archive</title>", page), page[:400]
    assert "<script" not in page
    assert " style=" not in page
    assert not re.search(r"\son\w+=", re.sub(r"&\w+;[^<]*", "", page))
    assert "javascript:" not in "".join(re.findall(r'href="[^"]*"', page))
    return page


def plain(page: str) -> str:
    """Return the words of a page, without tags, on one line."""
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    return re.sub(r" (?=[.,:;?])", "", words)


def addresses(page: str) -> list[str]:
    return [html.unescape(found) for found in re.findall(r'(?:href|action|src)="([^"]*)"', page)]


async def test_article_reads_as_an_article(db: Path, keys: dict[str, list[str]]) -> None:
    page = await text_of(db, f"article/{keys['articles'][0]}")
    words = plain(page)
    assert '<h1 dir="auto">Who pays for the tide</h1>' in page
    assert '<h2 dir="auto">The long wait</h2>' in page
    assert f'href="/archive/-/author/{keys["authors"][0]}"' in page
    assert "馬歐德" in words
    assert "2021-03-04 Lantern Bay Courier" in words
    assert "Its full article: The ferry that carries nobody" in words
    assert "Its full article is not in the archive" in words
    assert '<blockquote class="teaser"><p dir="auto">' in page  # the note below has its own
    assert "By the same author The ferry that carries nobody 2023-11-20" in words
    (citation,) = re.findall(r'<p class="citation">(.*?)</p>', page)
    assert citation == (  # Arabic turns round nothing that stands beside it
        "<bdi>Odile Marsh</bdi> (<bdi>馬歐德</bdi>). "
        "“<bdi>Who pays for the tide</bdi>”. <bdi>Lantern Bay Courier</bdi>, "
        f"<bdi>2021-03-04</bdi>. <bdi>[{keys['articles'][0]}]</bdi>"
    )
    assert f'href="/archive/-/seed/{keys["seeds"][0]}"' in page


async def test_full_article_names_the_page_that_teased_it(
    db: Path, keys: dict[str, list[str]]
) -> None:
    page = await text_of(db, f"article/{keys['articles'][1]}")
    assert "Teased on the page of Who pays for the tide" in plain(page)
    assert 'href="https://strait-mail.example/ferry" rel="noreferrer external"' in page


async def test_anatomy_shows_every_character(db: Path, keys: dict[str, list[str]]) -> None:
    for key in keys["seeds"]:
        page = await text_of(db, f"seed/{key}")
        ((text,),) = execute(db, "select text from seeds where key = ?", key)
        parts = re.findall(r'<div class="text" dir="auto">(.*?)</div>', page, re.DOTALL)
        assert html.unescape("".join(parts)) == text


async def test_anatomy_says_why(db: Path, keys: dict[str, list[str]]) -> None:
    words = plain(await text_of(db, f"seed/{keys['seeds'][0]}"))
    assert "teaser said to be teaser line 8 0.90" in words
    assert "notice said to be notice line 10 0.60 uncertain" in words
    assert f"seed-archive correct {keys['seeds'][0]} --lines FIRST-LAST --as KIND" in words
    assert "1 uncertain: go to the first. What is wrong" in words
    assert "Cut from The ferry that carries nobody" in words


async def test_author_page(db: Path, keys: dict[str, list[str]]) -> None:
    page = await text_of(db, f"author/{keys['authors'][0]}")
    words = plain(page)
    assert "Odile Marsh 馬歐德 Person 2 articles" in words
    assert '<p class="note">2021-03-04 · <bdi>Lantern Bay Courier</bdi> · ' in page
    assert "ledger keeper, Pilots' Guild 2021-03-04" in words
    assert "harbour poet, Lantern Bay Library 2023-11-20" in words
    assert "Wrote with Pim Okafor 1×" in words
    assert "2022: 0" in words


async def test_home_counts_and_leads_on(db: Path) -> None:
    page = await text_of(db, "home")
    words = plain(page)
    assert "3 seeds 3 articles 3 teasers 3 authors" in words
    assert "Articles from 2021-03-04 to 2023-11-20" in words
    assert re.search(r'<p class="note"><bdi>[^<]+</bdi> · 20', page)  # a name turns no date round
    assert words.index("The ferry that carries nobody") < words.index("Who pays for the tide")
    assert "/archive/-/search" in addresses(page)


@pytest.mark.parametrize("asked", ["", "wangchao", "望潮", "WANG"])
async def test_names_page(db: Path, asked: str) -> None:
    words = plain(await text_of(db, "names", q=asked))
    assert "Lin Wangchao 林望潮 1 0 1" in words


async def test_no_such_name(db: Path) -> None:
    assert "No text of this archive" in await text_of(db, "names", q="Nobody")


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        ({"q": "望潮", "words": "2"}, ["(林 望潮 ).", "說林 望潮 先生"]),
        ({"q": '"quiet harbour"', "words": "1"}, ["the quiet harbour were"]),
        ({"q": "purser", "words": "2"}, ["and the purser counts the"] * 2),
        ({"q": "purser", "words": "2", "in": "articles"}, ["and the purser counts the"]),
    ],
)
async def test_concordance(db: Path, arguments: dict[str, str], lines: list[str]) -> None:
    page = await text_of(db, "concordance", **arguments)
    rows = re.findall(r"<tr><td class=\"left\".*?</td><td .*?</td><td .*?</td>", page)
    found = [" ".join(plain(row.replace("</td>", " ")).split()) for row in rows]
    assert sorted(found) == sorted(lines)


async def test_concordance_of_a_text_from_right_to_left(tmp_path: Path) -> None:
    """What comes before a match stands on the side from which it is read."""
    text = "قال القبطان إن الضباب أطول هذا العام من كل عام مضى. Fog, says the pilot.\n"
    db = make_archive(tmp_path, {"fog.txt": text})
    for asked, direction in (("الضباب", "rtl"), ("fog", "ltr")):
        page = await text_of(db, "concordance", q=asked)
        assert page.count('<td class="left" dir="auto">') == 1
        assert f'<table class="lines" dir="{direction}">' in page


@pytest.mark.parametrize("sort", ["left", "right", "article", "date"])
async def test_concordance_orders(db: Path, sort: str) -> None:
    page = await text_of(db, "concordance", q="the", sort=sort)
    assert f'value="{sort}" selected' in page


@pytest.mark.parametrize(
    "path",
    ["article/no-such-0", "seed/nothing", "author/nobody"],
    ids=["article", "seed", "author"],
)
async def test_what_is_not_there_is_404(db: Path, path: str) -> None:
    assert (await serve(db).client.get(f"/archive/-/{path}")).status_code == 404


async def test_other_database_has_no_pages(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    execute(other, "create table articles (id integer primary key)")
    for path in ("/other/-/home", "/none/-/home"):
        assert (await serve(other).client.get(path)).status_code == 404


async def test_hostile_text_is_inert(db: Path, keys: dict[str, list[str]]) -> None:
    paths = [
        f"article/{keys['articles'][2]}",
        f"seed/{keys['seeds'][2]}",
        f"author/{keys['authors'][-1]}",
        "home",
    ]
    for path in paths:
        page = await text_of(db, path)
        assert "<img" not in page
        assert "<u>" not in page
    page = await text_of(db, "search", q=HOSTILE)
    assert "<img" not in page
    assert "<img" not in await text_of(db, "concordance", q="onerror")


async def test_behind_a_prefix_every_address_has_it(db: Path, keys: dict[str, list[str]]) -> None:
    datasette = serve(db, settings={"base_url": "/papers/"})
    paths = ["home", "search?q=harbour", "names", "concordance?q=the"]
    paths += [f"{kind}/{keys[kind + 's'][0]}" for kind in ("article", "seed", "author")]
    for path in paths:
        response = await datasette.client.get(f"/archive/-/{path}")
        assert response.status_code == 200
        outside = [a for a in addresses(response.text) if not a.startswith(("/papers/", "#"))]
        assert outside in ([], ["https://strait-mail.example/ferry"])


async def test_every_address_of_a_page_answers(db: Path, keys: dict[str, list[str]]) -> None:
    datasette: Any = serve(db)
    pages = ["home", "search?q=ferry", "names", "concordance?q=ferry"]
    pages += [f"article/{key}" for key in keys["articles"]]
    pages += [f"seed/{keys['seeds'][0]}", f"author/{keys['authors'][0]}"]
    seen: set[str] = set()
    for path in pages:
        page = (await datasette.client.get(f"/archive/-/{path}")).text
        seen |= {a.partition("#")[0] for a in addresses(page) if a.startswith("/")}
    statuses = {path: (await datasette.client.get(path)).status_code for path in sorted(seen)}
    assert {path: status for path, status in statuses.items() if status != 200} == {}


async def test_tables_that_may_not_be_seen_hide_the_pages(db: Path) -> None:
    rules = {"databases": {"archive": {"tables": {"seeds": {"allow": False}}}}}
    response = await serve(db, metadata=rules).client.get("/archive/-/home")
    assert response.status_code == 403
