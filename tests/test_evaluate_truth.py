import json
from pathlib import Path

import pytest

from loader.errors import ReadError
from loader.evaluate.truth import Document, TruthAuthor, read_truth


def write_truth(folder: Path, record: dict[str, object]) -> None:
    folder.mkdir(parents=True)
    (folder / "1_harbour-news.txt").write_bytes(b"Fog\r\n\r\nIt came.\n")
    (folder / "truth.jsonl").write_text(json.dumps(record) + "\n\n")


def test_reads_folders_below_the_one_named(tmp_path: Path) -> None:
    author = {"name": "Ada Roe", "roles": ["pilot"]}
    write_truth(
        tmp_path / "a",
        {
            "file": "1_harbour-news.txt",
            "language": "en",
            "runs": [["title", 1, 1], ["body", 2, 3]],
            "authors": [author],
        },
    )
    assert read_truth([tmp_path]) == [
        Document(
            name="a/1_harbour-news.txt",
            text="Fog\r\n\r\nIt came.\n",
            language="en",
            kinds={1: "title", 3: "body"},
            authors=(TruthAuthor("Ada Roe", None, ("pilot",), ()),),
        )
    ]
    assert read_truth([tmp_path])[0].publisher == "harbour-news"


@pytest.mark.parametrize(
    "record",
    [
        pytest.param({"file": "none.txt", "runs": []}, id="no such file"),
        pytest.param({"runs": []}, id="no file named"),
        pytest.param({"file": "1_harbour-news.txt", "runs": [["poem", 1, 1]]}, id="unknown kind"),
        pytest.param({"file": "1_harbour-news.txt", "runs": [["body", 9, 9]]}, id="no such line"),
    ],
)
def test_a_truth_that_does_not_fit_is_refused(tmp_path: Path, record: dict[str, object]) -> None:
    write_truth(tmp_path / "a", record)
    with pytest.raises(ReadError, match="line 1"):
        read_truth([tmp_path])


def test_a_folder_without_truth_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"no truth\.jsonl"):
        read_truth([tmp_path])
