import json
from pathlib import Path

import pytest

from loader.errors import ArchiveError
from loader.evaluate.gate import check_floors, raise_floors
from loader.evaluate.score import Judged, Score, score


def make_score(*pairs: tuple[str, str]) -> Score:
    return score([Judged("a", None, pairs, (), None)])


GOOD = make_score(("body", "body"), ("teaser", "teaser"))
BAD = make_score(("body", "body"), ("teaser", "body"))


def test_floors_rise_and_hold(tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    raise_floors(baseline, "made", BAD)
    assert check_floors(baseline, "made", GOOD) == []
    raise_floors(baseline, "made", GOOD)
    raise_floors(baseline, "made", BAD)
    assert [str(fall) for fall in check_floors(baseline, "made", BAD)] == [
        "made article_f1: 0.667 is below its floor 1.000",
        "made fragment_f1: 0.000 is below its floor 1.000",
        "made line_accuracy: 0.500 is below its floor 1.000",
    ]


def test_floors_fall_only_for_a_reason(tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    raise_floors(baseline, "made", GOOD)
    with pytest.raises(ArchiveError, match="only for a reason"):
        raise_floors(baseline, "made", BAD, lower=True, reason=" ")
    raise_floors(baseline, "made", BAD, lower=True, reason="stricter truth")
    assert check_floors(baseline, "made", BAD) == []
    lowered = json.loads(baseline.read_text())["lowered"]
    assert {
        "figure": "made fragment_f1",
        "from": 1.0,
        "to": 0.0,
        "reason": "stricter truth",
    } in lowered
