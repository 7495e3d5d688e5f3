"""The benchmarks run, at a scale at which no figure means anything; no time is asserted."""

import importlib
import math
import sqlite3
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

DOCS = 20
BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
FIGURES = {
    "load": 4,
    "peers": 2,
    "reload": 5,
    "verify": 2,
    "export": 2,
    "memory": 2,
    "size": 11,
    "split": 1,
    "links": 2,
}


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the corpora that the benchmarks share."""
    return tmp_path_factory.mktemp("bench")


def bench(work: Path) -> Any:
    return module("measure").Bench(DOCS, 1, work)


def module(name: str) -> ModuleType:
    return importlib.import_module(name)


def test_a_document_is_the_same_whatever_the_scale_and_the_form(tmp_path: Path) -> None:
    corpus = module("corpus")
    corpus.write_folder(tmp_path / "texts", 3)
    corpus.write_jsonl(tmp_path / "texts.jsonl", 2)
    texts = [corpus.document(number) for number in range(3)]
    assert [
        (tmp_path / "texts" / corpus.name(number)).read_text("utf-8") for number in range(3)
    ] == texts
    lines = (tmp_path / "texts.jsonl").read_text("utf-8").splitlines()
    assert [line[10:16] for line in lines] == [text[:6] for text in texts[:2]]
    assert corpus.document(1_000_000) != corpus.document(999_999)


@pytest.mark.parametrize(("name", "count"), FIGURES.items())
def test_figures_have_a_value_for_each_round(name: str, count: int, work: Path) -> None:
    found = list(module(name).figures(bench(work)))
    assert [len(figure.values) for figure in found] == [1] * count
    assert all(math.isfinite(figure.median) for figure in found)


def test_search_asks_the_server_for_every_page(monkeypatch: pytest.MonkeyPatch, work: Path) -> None:
    monkeypatch.setattr(module("serving"), "_REQUESTS", 2)
    found = {figure.name: figure for figure in module("search").figures(bench(work))}
    assert {name for name, figure in found.items() if figure.values} >= {
        "table page, p95",
        "row page, p95",
        "facet page, p95",
    }


def test_every_other_page_is_asked_for_too(monkeypatch: pytest.MonkeyPatch, work: Path) -> None:
    monkeypatch.setattr(module("serving"), "_REQUESTS", 2)
    found = list(module("pages").figures(bench(work)))
    assert len(found) > 25
    assert [figure.name for figure in found if not figure.values] == []


def test_the_limit_writes_the_same_rows(work: Path) -> None:
    archive = bench(work).archive(DOCS)
    copy = work / "copy.db"
    module("limit").measured(module("limit").write, archive, copy)
    tables = ("seeds", "articles", "fragments", "bylines", "authors", "spans", "files")
    originals, copies = sqlite3.connect(archive), sqlite3.connect(copy)
    for table in tables:
        query = f"select * from {table} order by 1, 2"
        assert copies.execute(query).fetchall() == originals.execute(query).fetchall(), table
    found = "select rowid from articles_fts where articles_fts match 'the' order by rowid"
    assert copies.execute(found).fetchall() == originals.execute(found).fetchall()


FIGURE_LINES = [
    pytest.param("≤ 1.15", [1.2, 1.0, 1.1], "| f | ≤ 1.15 | 1.10 × | 1.00–1.20 | yes |", id="kept"),
    pytest.param("≤ 1.15", [1.2], "| f | ≤ 1.15 | 1.20 × | 1.20–1.20 | NO |", id="missed"),
    pytest.param("≥ 8", [9.0], "| f | ≥ 8 | 9.00 × | 9.00–9.00 | yes |", id="lower bound"),
    pytest.param("", [1234.5], "| f |  | 1,234 × | 1,234–1,234 |  |", id="no goal"),
    pytest.param("≤ 1", [], "| f | ≤ 1 | not measured |  | |", id="nothing measured"),
]


@pytest.mark.parametrize(("goal", "values", "line"), FIGURE_LINES)
def test_a_figure_is_a_row_of_the_table(goal: str, values: list[float], line: str) -> None:
    assert module("run").line(module("measure").Figure("f", goal, values)) == line


def test_the_report_names_machine_and_goals(work: Path) -> None:
    figure = module("measure").Figure("f", "≤ 1", [0.5])
    report = module("run").report(bench(work), {"load": [figure]})
    assert "| f | ≤ 1 | 0.50 × | 0.50–0.50 | yes |" in report
    assert f"SQLite {sqlite3.sqlite_version}" in report
