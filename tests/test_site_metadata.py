"""The archive as Datasette shows it with nothing else on the line, on either version."""

import html
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from loader.site import metadata
from loader.store import archive
from tests.archives import is_version_1, make_archive, serve

ROOT = Path(__file__).parents[1]
TABLES = [
    *("seeds", "files", "revisions", "articles", "fragments", "bylines", "authors"),
    *(
        "article_authors",
        "affiliations",
        "names",
        "mentions",
        "spans",
        "loads",
        "rejects",
        "corrections",
    ),
    "spellings",
    *("bibliography", "teaser_links", "author_articles"),
]
QUERIES = list(
    yaml.safe_load((ROOT / "metadata.yml").read_text())["databases"]["archive"]["queries"]
)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_archive(tmp_path_factory.mktemp("site"))


async def get(datasette: Any, path: str) -> Any:
    return await datasette.client.get(path)


def test_every_table_and_column_is_described() -> None:
    connection = sqlite3.connect(":memory:")
    archive.create(connection)
    about = metadata.site_metadata()["databases"]["archive"]["tables"]
    shown = "select name from sqlite_master where type in ('table', 'view')"
    names = [name for (name,) in connection.execute(shown) if "_fts" not in name]
    hidden = [name for name in names if about[name].get("hidden")]
    assert sorted(names) == sorted([*TABLES, *hidden])
    for name in names:
        columns = [row[1] for row in connection.execute(f"pragma table_info({name})")]
        assert about[name]["description"]
        assert sorted(about[name]["columns"]) == sorted(columns), name
        assert set(about[name].get("sortable_columns", [])) <= set(columns)
        assert set(about[name].get("facets", [])) <= set(columns)


def test_canned_queries_are_titled_and_described() -> None:
    queries = metadata.site_metadata()["databases"]["archive"]["queries"]
    assert len(queries) >= 8
    assert all(query["title"] and query["description"] for query in queries.values())


@pytest.mark.parametrize("path", ["/", "/archive", "/-/search?q=harbour", "/robots.txt"])
async def test_pages_answer(db: Path, path: str) -> None:
    assert (await get(serve(db), path)).status_code == 200


@pytest.mark.parametrize("table", TABLES)
async def test_tables_are_described(db: Path, table: str) -> None:
    response = await get(serve(db), f"/archive/{table}")
    assert response.status_code == 200
    about = metadata.site_metadata()["databases"]["archive"]["tables"][table]
    page = html.unescape(response.text)
    notes = ["Texts belong to their authors", "The seeds, as loaded", *about["columns"].values()]
    assert [note for note in [about["description"], *notes] if note not in page] == []


@pytest.mark.parametrize("query", QUERIES)
async def test_canned_queries_answer(db: Path, query: str) -> None:
    values = "name=&first=harbour&second=council&distance=&kind=&load=&word=林望&words_around="
    response = await get(serve(db), f"/archive/{query}?{values}")
    about = metadata.site_metadata()["databases"]["archive"]["queries"][query]
    assert response.status_code == 200
    assert about["title"].replace("'", "&#39;") in response.text
    assert about["description"].replace("'", "&#39;") in response.text
    assert "SQLite" not in response.text
    assert 'class="message-error' not in response.text


async def test_keyword_in_context_finds_han(db: Path) -> None:
    path = "/archive/keyword_in_context.json?word=望潮&words_around=2&_shape=array"
    rows = (await get(serve(db), path)).json()
    assert rows[0] | {"article_id": 1} == {
        "left": "(林",
        "match": "望潮",
        "right": ") wrote",
        "article": "Who pays for the tide",
        "published": None,
        "article_id": 1,
    }
    assert len(rows) == 13


@pytest.mark.parametrize(
    ("search", "ids"),
    [
        ("林", [1, 3]),
        ("望潮", [1, 3]),
        ("广东", [3]),
        ("sanction", [1]),
        ("status", []),
        ('"quiet harbour"', [1]),
        ("title:pays", [1]),
        ("harb* -ferry", [2, 3]),
        ("\"o'brien AND (", []),
        ("(", []),
        ('"', []),
        ("AND", [1, 2, 3]),
        ("", [1, 2, 3]),
        ("   ", [1, 2, 3]),
        ("x" * 10_000, []),
    ],
)
async def test_standard_search_box(db: Path, search: str, ids: list[int]) -> None:
    datasette = serve(db)
    page = await datasette.client.get("/archive/articles", params={"_search": search})
    assert page.status_code == 200
    response = await datasette.client.get(
        "/archive/articles.json", params={"_search": search, "_shape": "array"}
    )
    assert [row["id"] for row in response.json()] == ids


async def test_blank_search_beside_a_filter_is_none(db: Path) -> None:
    path = "/archive/articles.json?_search=&label__contains=%C3%A9+%26&id__lt=3&_shape=array"
    assert (await get(serve(db), path)).json() == []
    path = "/archive/articles.json?id__lt=3&_search=+&label__contains=tide&_shape=array"
    assert [row["id"] for row in (await get(serve(db), path)).json()] == [1]


async def test_field_of_another_index_is_no_error(db: Path) -> None:
    page = await get(serve(db), "/archive/fragments?_search=title:tide")
    assert page.status_code == 200


async def test_whatever_the_file_is_called(tmp_path: Path) -> None:
    datasette = serve(make_archive(tmp_path, name="my papers.db"))
    page = await datasette.client.get(datasette.urls.table("my papers", "articles"))
    assert "Complete pieces of writing" in page.text


async def test_other_databases_are_left_alone(tmp_path: Path, db: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("create table articles (id integer primary key, body text)")
    datasette = serve(other, db)
    assert "Complete pieces" not in (await get(datasette, "/other/articles")).text
    assert "Saved commentary" not in (await get(datasette, "/")).text
    assert "Saved commentary" in (await get(serve(db), "/")).text


async def test_front_page_has_one_search_box_and_leads_home(db: Path) -> None:
    page = (await get(serve(db), "/")).text
    assert page.count('type="search"') == 1
    assert 'action="/archive/-/search"' in page
    assert '<a href="/archive/-/home">' in page
    assert 'href="/-/search"' in page


async def test_front_page_described_by_the_user_keeps_its_box(db: Path) -> None:
    page = (await get(serve(db, metadata={"description": "Mine"}), "/")).text
    assert page.count('type="search"') == 1
    assert 'action="/-/search"' in page


async def test_users_metadata_wins(db: Path) -> None:
    mine = {
        "title": "My own papers",
        "databases": {
            "archive": {
                "tables": {
                    "authors": {"sort_desc": "name"},
                    "articles": {
                        "description": "Mine alone",
                        "columns": {"words": "How long"},
                        "size": 1,
                        "sort_desc": "words",
                    },
                }
            }
        },
    }
    datasette = serve(db, metadata=mine)
    assert "My own papers" in (await get(datasette, "/")).text
    page = (await get(datasette, "/archive/articles")).text
    assert "Mine alone" in page
    assert "How long" in page
    assert "sorted by words descending" in page
    assert "Complete pieces" not in page
    assert "Permanent name" in page
    assert (await get(datasette, "/archive/authors")).status_code == 200


async def test_given_as_file_says_the_same(db: Path) -> None:
    given = yaml.safe_load((ROOT / "metadata.yml").read_text())
    for path in ("/", "/archive", "/archive/articles", "/archive/least_certain?kind="):
        with_file = (await get(serve(db, metadata=given), path)).text
        assert drop_times(with_file) == drop_times((await get(serve(db), path)).text)


def drop_times(page: str) -> list[str]:
    return [line for line in page.splitlines() if "took" not in line and "ms" not in line]


async def test_shadow_tables_are_hidden(db: Path) -> None:
    response = await get(serve(db), "/archive.json")
    tables = response.json()["tables"]
    shown = [table["name"] for table in tables if not table["hidden"]]
    assert sorted(shown) == sorted(
        set(TABLES) - {"bibliography", "teaser_links", "author_articles"}
    )


async def test_one_expression_cannot_eat_the_machine(db: Path) -> None:
    path = "/archive/-/query.json" if is_version_1() else "/archive.json"
    sql = "select length(zeroblob(500000000))"
    response = await serve(db).client.get(path, params={"sql": sql})
    assert response.status_code == 400
    assert "too big" in response.text


async def test_load_beside_a_server_is_seen_at_once(tmp_path: Path) -> None:
    datasette = serve(make_archive(tmp_path))
    count = "/archive/seeds.json?_shape=array&_col=id&_search="
    before = (await get(datasette, count.replace("&_search=", ""))).json()
    make_archive(tmp_path, {"09-new.txt": "A new page\n" + 3 * "Words about a lighthouse. "})
    after = (await get(datasette, count.replace("&_search=", ""))).json()
    assert len(after) == len(before) + 1


def test_checkout_has_one_metadata_file() -> None:
    assert not metadata.PACKAGED.exists()
    assert metadata.metadata_text() == (ROOT / "metadata.yml").read_text()


def test_wheel_carries_the_same_metadata(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        assert packed.read("loader/site/metadata.yml") == (ROOT / "metadata.yml").read_bytes()


async def test_search_all_lists_every_index(db: Path) -> None:
    page = (await get(serve(db), "/-/search?q=harbour")).text
    listed = page.split("const searchable_tables = ")[-1]
    for table in ("articles", "fragments", "bylines", "authors"):
        assert table in listed


LARGE = ["articles", "fragments", "seeds", "spans", "files"]


@pytest.mark.parametrize("table", LARGE)
def test_facets_and_sorts_of_large_tables_have_an_index(table: str) -> None:
    connection = sqlite3.connect(":memory:")
    archive.create(connection)
    connection.executescript(archive.schema("indexes"))
    about = metadata.site_metadata()["databases"]["archive"]["tables"][table]
    for column in (*about.get("facets", []), *about["sortable_columns"]):
        plan = f"explain query plan select rowid from {table} order by {column}"
        if table in ("spans", "files"):
            plan = plan.replace("rowid", column)
        steps = [row[3] for row in connection.execute(plan)]
        assert not any("TEMP B-TREE" in step for step in steps), (column, steps)


@pytest.mark.parametrize("view", ["bibliography", "teaser_links", "author_articles"])
def test_a_count_of_a_view_reads_one_index(view: str) -> None:
    connection = sqlite3.connect(":memory:")
    archive.create(connection)
    connection.executescript(archive.schema("indexes"))
    plan = connection.execute(f"explain query plan select count(*) from {view}").fetchall()
    assert len(plan) == 1
    assert "COVERING INDEX" in plan[0][3]


async def test_a_facet_is_shown_once(db: Path) -> None:
    datasette = serve(db)
    standing = await get(datasette, "/archive/fragments.json?_extra=facet_results")
    asked = await get(datasette, "/archive/fragments.json?_extra=facet_results&_facet=kind")
    other = await get(datasette, "/archive/fragments.json?_extra=facet_results&_facet=truncated")
    shown = [
        set(response.json()["facet_results"].get("results", response.json()["facet_results"]))
        for response in (standing, asked, other)
    ]
    assert shown == [{"kind"}, {"kind"}, {"kind", "truncated"}]


async def test_temporary_tables_are_no_attached_database(tmp_path: Path) -> None:
    served = serve(make_archive(tmp_path), settings={"num_sql_threads": 1})
    assert "Did you mean" in (await served.client.get("/archive/-/search?q=harbuor")).text
    assert "cross-database" not in (await served.client.get("/archive")).text
