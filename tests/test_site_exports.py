"""What leaves the site: complete, inert in spreadsheets, and honest about its end."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from loader import __version__
from loader.export import Statement, export
from loader.serve import SETTINGS
from loader.site import concordance
from loader.site.streams import StreamedExport
from loader.store import archive
from loader.store.digest import digest
from tests.archives import HOSTILE, execute, is_version_1, make_pages, serve

ROWS = 20_000


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_pages(tmp_path_factory.mktemp("exports") / "archive.db")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = make_pages(tmp_path_factory.mktemp("large") / "archive.db")
    sql = """
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
    insert into names(latin, native) select 'Lin ' || i, '林' || i from n
    """
    (have,) = execute(path, "select count(*) from names")[0]
    execute(path, sql, ROWS - have)
    mentions = """
    insert into mentions(seed_id, name_id, start, "end")
    select 1, id, 1000000 + id, 1000001 + id from names
    """
    execute(path, mentions)
    return path


async def get(db: Path, path: str, **arguments: str) -> Any:
    response = await serve(db).client.get(path, params=arguments)
    assert response.status_code == 200, response.text
    return response


def rows_of(response: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.text)))


ROWS_IN: dict[str, Callable[[Any], list[dict[str, str]]]] = {
    "csv_complete": rows_of,
    "json_complete": lambda response: response.json(),
    "ndjson": lambda response: [json.loads(line) for line in response.text.splitlines()],
}


@pytest.mark.parametrize("suffix", ["csv", "json", "ndjson", "bib", "ris", "csl", "md", "atom"])
async def test_search_leaves_in_every_form(db: Path, suffix: str) -> None:
    response = await get(db, f"/archive/-/search.{suffix}", q="望潮")
    assert "Who pays for the tide" in response.text
    assert "The ferry that carries nobody" in response.text
    assert "signs" not in response.text
    assert (
        f"search-article.{'csl.json' if suffix == 'csl' else suffix}"
        in (response.headers["content-disposition"])
    )


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/archive/-/search.atom?q=tide", "Search for tide"),
        ("/archive/articles.atom?_search=tide", "archive: articles"),
    ],
)
async def test_feed_is_titled_in_words(db: Path, path: str, title: str) -> None:
    assert f"<title>{title}</title>" in (await serve(db).client.get(path)).text


async def test_search_leaves_as_it_is_narrowed(db: Path) -> None:
    rows = rows_of(await get(db, "/archive/-/search.csv", q="council", year="2021"))
    assert [row["title"] for row in rows] == ["Who pays for the tide"]
    teasers = rows_of(await get(db, "/archive/-/search.csv", q="purser", kind="teaser"))
    assert [row["full_article_label"] for row in teasers] == ["The ferry that carries nobody"]
    authors = rows_of(await get(db, "/archive/-/search.csv", q="marsh", kind="author"))
    assert [row["native_name"] for row in authors] == ["馬歐德"]
    bylines = rows_of(await get(db, "/archive/-/search.csv", q="purser", kind="byline"))
    assert [row["article_label"] for row in bylines] == ["The ferry that carries nobody"]


async def test_other_form_of_a_name_leaves_too(db: Path) -> None:
    assert len(rows_of(await get(db, "/archive/-/search.csv", q="Lin Wangchao"))) == 2
    assert len(rows_of(await get(db, "/archive/-/search.csv", q="Lin Wangchao", exact="1"))) == 1


@pytest.mark.parametrize("query", ["", "(", '"', "qqqq"])
async def test_nothing_leaves_as_no_rows(db: Path, query: str) -> None:
    assert rows_of(await get(db, "/archive/-/search.csv", q=query)) == []


async def test_only_articles_are_cited(db: Path) -> None:
    response = await serve(db).client.get("/archive/-/search.bib?q=purser&kind=teaser")
    assert response.status_code == 404


@pytest.mark.parametrize(("suffix", "says"), [("bib", "@article"), ("ris", "TY  - NEWS")])
async def test_article_is_cited(db: Path, suffix: str, says: str) -> None:
    ((key,),) = execute(db, "select key from articles where id = 1")
    response = await get(db, f"/archive/-/article/{key}.{suffix}")
    assert says in response.text
    assert key in response.text


async def test_concordance_leaves(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = rows_of(await get(db, "/archive/-/concordance.csv", q="望潮", words="2"))
    assert [(row["left"], row["match"], row["right"]) for row in rows] == [
        ("(林", "望潮", ")."),
        ("說林", "望潮", "先生"),
    ]
    with monkeypatch.context() as reading:
        reading.setattr(concordance, "READ", 20)
        assert "incomplete" in (await get(db, "/archive/-/concordance.csv", q="tide")).text
        assert "Not all of them" in (await get(db, "/archive/-/concordance", q="nobody")).text
    monkeypatch.setattr(concordance, "EXPORTED", 1)
    cut = await get(db, "/archive/-/concordance.ndjson", q="望潮")
    assert "incomplete: only the newest texts were read" in cut.text.splitlines()[-1]


async def test_whole_table_leaves(large: Path) -> None:
    for extension in ("csv_complete", "ndjson"):
        text = (await get(large, f"/archive/names.{extension}")).text
        assert len(text.splitlines()) == ROWS + (extension != "ndjson")
    assert len((await get(large, "/archive/names.json_complete")).json()) == ROWS


async def test_filtered_table_leaves_whole(large: Path) -> None:
    filtered = {"id__gt": "1000", "latin__startswith": "Lin", "_sort_desc": "id"}
    rows = rows_of(await get(large, "/archive/names.csv_complete", **filtered))
    assert len(rows) == ROWS - 1000
    assert rows[0]["id"] == str(ROWS)


async def test_query_leaves_whole(large: Path) -> None:
    path = "/archive/-/query.ndjson" if is_version_1() else "/archive.ndjson"
    sql = "select id, native from names where id > :least order by id"
    lines = (await get(large, path, sql=sql, least="0")).text.splitlines()
    assert len(lines) == ROWS
    assert json.loads(lines[-1])["native"].startswith("林")


async def test_canned_query_leaves_whole(large: Path) -> None:
    path = "/archive/who_is_mentioned.csv_complete"
    rows = rows_of(await get(large, path, name="Wangchao"))
    assert [row["native"] for row in rows] == ["林望潮"]


@pytest.mark.parametrize("extension", ["csv_complete", "json_complete", "ndjson"])
@pytest.mark.parametrize("asked", ["canned", "sql"])
async def test_queries_of_many_rows_leave_whole(large: Path, asked: str, extension: str) -> None:
    path, arguments = query_of_all(asked, extension)
    response = await get(large, path, **arguments)
    assert response.headers["x-export-limit"] == "none"
    natives = {row["native"] for row in ROWS_IN[extension](response)}
    assert len(natives) == ROWS
    assert "林望潮" in natives


@pytest.mark.parametrize("asked", ["canned", "sql"])
async def test_datasettes_own_csv_is_whole_as_seed_archive_serves(large: Path, asked: str) -> None:
    path, arguments = query_of_all(asked, "csv")
    served = serve(large, settings=SETTINGS | {"suggest_facets": False})
    rows = rows_of(await served.client.get(path, params=arguments))
    assert len({row["native"] for row in rows}) == len(rows) == ROWS
    table = await served.client.get("/archive/names.csv?_stream=on")
    assert len(rows_of(table)) == ROWS


def query_of_all(asked: str, extension: str) -> tuple[str, dict[str, str]]:
    """Return the path of a query that finds every name, and its arguments."""
    if asked == "canned":
        return f"/archive/who_is_mentioned.{extension}", {"name": ""}
    path = f"/archive/-/query.{extension}" if is_version_1() else f"/archive.{extension}"
    return path, {"sql": "select id, native from names order by id"}


async def test_searched_table_leaves_in_every_form(db: Path) -> None:
    for extension in ("csv_complete", "json_complete", "ndjson", "bib", "ris", "csl", "md", "atom"):
        text = (await get(db, f"/archive/articles.{extension}", _search="tide -onerror")).text
        assert "Who pays for the tide" in text, extension


async def test_limit_is_said(large: Path) -> None:
    response = await get(large, "/archive/names.csv_complete", _limit="10")
    assert response.headers["x-export-limit"] == "10"
    assert response.text.splitlines()[-1] == '"incomplete: stopped at the limit of 10 rows"'
    whole = await get(large, "/archive/names.csv_complete")
    assert whole.headers["x-export-limit"] == "none"
    assert "incomplete" not in whole.text


async def test_manifest_says_what_an_export_is(db: Path) -> None:
    arguments = {"q": "council", "year": "2021", "_manifest": "1"}
    manifest = (await get(db, "/archive/-/search.csv", **arguments)).json()
    with archive.connect(db) as connection:
        expected = digest(connection)
    assert manifest.pop("exported")
    assert manifest == {
        "query": "/archive/-/search.csv?q=council&year=2021&_manifest=1",
        "format": "csv",
        "rows": 1,
        "complete": True,
        "stopped": None,
        "archive_digest": expected,
        "version": __version__,
    }


@pytest.mark.parametrize("number", ["123456789x", "-1", "x", "٣", "9" * 30])
async def test_odd_numbers_are_no_error(db: Path, number: str) -> None:
    for path in ("search.csv", "search", "names", "concordance", "concordance.csv"):
        arguments = {"q": "tide", "page": number, "words": number, "_limit": number}
        await get(db, f"/archive/-/{path}", **arguments)


async def test_spreadsheets_run_nothing(db: Path) -> None:
    path = "/archive/-/search.csv"
    inert = rows_of(await get(db, path, q="onerror", kind="byline"))
    assert all(not value.startswith(("=", "+", "@")) for row in inert for value in row.values())
    rows = rows_of(await get(db, "/archive/articles.csv_complete"))
    assert HOSTILE.strip() in {row["title"] for row in rows}


async def test_mark_for_spreadsheets(db: Path) -> None:
    response = await get(db, "/archive/-/search.csv", q="tide", _bom="1")
    assert response.content.startswith(b"\xef\xbb\xbf")


async def test_forms_are_offered_where_they_are(db: Path) -> None:
    articles = (await get(db, "/archive/articles")).text
    assert "/archive/articles.bib" in articles
    assert "/archive/articles.csv_complete" in articles
    fragments = (await get(db, "/archive/fragments")).text
    assert "fragments.ndjson" in fragments
    assert "fragments.bib" not in fragments
    search = (await get(db, "/archive/-/search", q="tide")).text
    assert "/archive/-/search.ris?q=tide" in search


async def test_export_of_an_endless_query_ends(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loader.site.streams.PATIENCE", 0.2)
    sql = (
        "with recursive n(i) as (select 1 union all select i + 1 from n) select i from n where i=1"
    )
    export_of = StreamedExport(
        str(db), lambda at, tally: export(at, Statement(sql, {}), "ndjson", tally), "ndjson", "n"
    )
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await export_of.asgi_send(send)
    body = b"".join(message.get("body", b"") for message in sent).decode()
    assert "incomplete: stopped after" in body.splitlines()[-1]
    assert "(interrupted)" in body.splitlines()[-1]
