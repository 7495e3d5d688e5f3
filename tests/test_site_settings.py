"""Datasette's settings suit archives, and stay as the user or another database wants them."""

import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.archives import is_version_1, make_archive, serve


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_archive(tmp_path_factory.mktemp("settings"))


async def suggests(datasette: Any) -> bool:
    await datasette.invoke_startup()
    suggested: bool = datasette.setting("suggest_facets")
    return suggested


async def test_archives_suggest_no_facets(db: Path) -> None:
    datasette = serve(db)
    assert not await suggests(datasette)
    page = await datasette.client.get("/archive/articles")
    assert "Suggested facets" not in page.text


async def test_another_database_keeps_its_suggestions(db: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as made:
        made.execute("create table ships (flag text)")
    assert await suggests(serve(db, other))
    assert await suggests(serve(other))


@pytest.mark.parametrize("word", ["suggest_facets", "settings.suggest_facets"])
async def test_what_the_command_line_names_is_left(
    db: Path, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["datasette", "serve", "x.db", "--setting", word, "on"])
    assert await suggests(serve(db))


async def test_what_a_folder_of_configuration_names_is_left(db: Path, tmp_path: Path) -> None:
    name, settings = ("datasette.json", {"settings": {"suggest_facets": True}})
    if not is_version_1():
        name, settings = ("settings.json", settings["settings"])
    (tmp_path / name).write_text(json.dumps(settings))
    assert await suggests(serve(db, config_dir=tmp_path))
