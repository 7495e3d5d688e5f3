import json
from pathlib import Path

import pytest

from loader.evaluate import evaluate
from loader.evaluate.gate import check_floors

SHARED = Path(__file__).resolve().parents[2] / "shared"
BASELINE = Path(__file__).parent / "eval_baseline.json"
PAGES = Path(__file__).parent / "cases" / "pages"


@pytest.mark.real
@pytest.mark.skipif(not SHARED.is_dir(), reason="no labelled documents beside the checkout")
@pytest.mark.parametrize("folder", ["seeds", "corpus/real", "corpus/composed"])
def test_no_figure_falls_below_its_floor(folder: str) -> None:
    score = evaluate([SHARED / folder]).score
    assert [str(fall) for fall in check_floors(BASELINE, folder, score)] == []


@pytest.mark.parametrize("folder", ["comment", "languages", "sites", "later"])
def test_no_figure_falls_on_pages_of_another_hand(folder: str) -> None:
    assert f"pages/{folder}" in json.loads(BASELINE.read_text("utf-8"))["floors"]
    score = evaluate([PAGES / folder]).score
    assert score.documents == len(list((PAGES / folder).glob("*.txt")))
    assert [str(fall) for fall in check_floors(BASELINE, f"pages/{folder}", score)] == []
