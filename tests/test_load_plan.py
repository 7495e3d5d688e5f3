"""What there is to read, before it is read."""

from pathlib import Path

import pytest

from loader.load import count_files
from loader.load.plan import prefix, roots


@pytest.mark.parametrize(
    ("names", "count"),
    [
        pytest.param(["a.txt", "b/c.txt", "b/d.md"], 3, id="files"),
        pytest.param(["a.txt", "b.jsonl"], None, id="a collection tells no number"),
        pytest.param([], 0, id="an empty folder"),
    ],
)
def test_files_are_counted(tmp_path: Path, names: list[str], count: int | None) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("{}", "utf-8")
    assert count_files([str(tmp_path)]) == count


def test_roots_lie_beside_one_another(tmp_path: Path) -> None:
    (tmp_path / "texts" / "old").mkdir(parents=True)
    texts = str(tmp_path / "texts")
    assert roots([f"{texts}/old", texts, f"{texts}/", f"{texts}.txt"]) == [f"{texts}.txt", texts]


@pytest.mark.parametrize(("folder", "begins"), [(".", ""), ("a/b", "a/b/"), ("/", "/")])
def test_what_stored_paths_begin_with(folder: str, begins: str) -> None:
    assert prefix(folder) == begins
