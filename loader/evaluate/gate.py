"""Floors under the figures: a change that makes the splitter worse must say so.

The baseline file holds, for each set of labelled documents, the lowest value that each figure
may have, and the reasons for which a floor was ever lowered.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loader.errors import ArchiveError
from loader.evaluate.score import Score

_SLACK = 0.0005  # figures are pinned to three decimals; a rounding step is no loss


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure below its floor."""

    figure: str
    floor: float
    value: float

    def __str__(self) -> str:
        """Say which figure fell, from where to where."""
        return f"{self.figure}: {self.value:.3f} is below its floor {self.floor:.3f}"


def figures(score: Score) -> dict[str, float]:
    """Return the pinned figures of a score, all so that higher is better.

    ``body_kept`` is the share of the truth's body lines that stay in the article family.
    """
    pinned = {
        "line_accuracy": score.accuracy,
        "documents_exact": score.exact,
        "body_kept": 1 - score.lost / 1000,
        "fragment_f1": score.families["fragment"].f1,
        "byline_f1": score.families["byline"].f1,
        "article_f1": score.families["article"].f1,
    }
    if score.authors is not None:
        pinned |= {
            "author_sets_exact": score.authors.exact_sets,
            "documents_without_a_wrong_name": 1 - score.authors.wrong_name,
            "roles_f1": score.authors.roles.f1,
            "organisations_f1": score.authors.organisations.f1,
        }
    return {name: round(value, 3) for name, value in pinned.items()}


def check_floors(baseline: Path, name: str, score: Score) -> list[Fall]:
    """Return the figures of the set ``name`` that lie below their floors."""
    floors = _read(baseline)["floors"].get(name, {})
    values = figures(score)
    return [
        Fall(f"{name} {figure}", floor, values.get(figure, 0.0))
        for figure, floor in sorted(floors.items())
        if values.get(figure, 0.0) < floor - _SLACK
    ]


def raise_floors(
    baseline: Path, name: str, score: Score, *, lower: bool = False, reason: str = ""
) -> None:
    """Write the figures as the floors of the set ``name``: each rises, none falls.

    With ``lower`` a floor also falls, and ``reason`` is kept in the file.

    Raises:
        ArchiveError: ``lower`` without a reason.

    """
    if lower and not reason.strip():
        raise ArchiveError(f"{baseline}: floors fall only for a reason; say it with the flag")
    held = _read(baseline)
    floors = held["floors"].setdefault(name, {})
    for figure, value in figures(score).items():
        floor = floors.get(figure, value)
        if lower and value < floor:
            held["lowered"].append(
                {"figure": f"{name} {figure}", "from": floor, "to": value, "reason": reason.strip()}
            )
        floors[figure] = value if lower else max(floor, value)
    baseline.write_text(json.dumps(held, indent=2, sort_keys=True) + "\n", "utf-8")


def _read(baseline: Path) -> dict[str, Any]:
    if not baseline.exists():
        return {"floors": {}, "lowered": []}
    held: dict[str, Any] = json.loads(baseline.read_text("utf-8"))
    return held
