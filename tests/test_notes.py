"""Notes on writers are read as well as docs/splitter.md says. All people and houses are invented.

How they are measured stands in benchmarks/notes.py.
"""

import importlib
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from loader.model import Affiliation, Credit
from tests.conftest import ROOT

# What was measured when this was written, rounded down: floors rise freely and never fall.
FLOORS = {"names": 0.98, "roles": 0.95, "organisations": 0.95}


@pytest.fixture(scope="module")
def notes() -> Iterator[ModuleType]:
    """The script that measures, which imports what stands beside it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        yield importlib.import_module("notes")


def test_notes_are_read_as_well_as_ever_and_no_name_is_wrong(notes: ModuleType) -> None:
    cases = notes.read_notes()
    total = sum(map(notes.score_note, cases), notes.Scores())
    assert (len(cases), {note.set for note in cases}) == (620, {1, 2, 3, 4, 5, 6})
    figures = {what: getattr(total, what).f1 for what in FLOORS}
    assert {what: figure for what, figure in figures.items() if figure < FLOORS[what]} == {}
    assert total.names.extra == ()


COMPARED = [
    pytest.param(["editor"], ["Editor"], (1, (), ()), id="case aside"),
    pytest.param(["The “Tide”"], ["Tide."], (1, (), ()), id="article and marks aside"),
    pytest.param(["editor", "poet"], ["editor"], (1, ("poet",), ()), id="missed"),
    pytest.param(["editor"], ["chief editor"], (0, ("editor",), ("chief editor",)), id="a part"),
    pytest.param([], ["editor", "editor"], (0, (), ("editor",)), id="wrong, told twice"),
    pytest.param(["?editor"], ["editor"], (0, (), ()), id="optional, found"),
    pytest.param(["?editor"], [], (0, (), ()), id="optional, left"),
    pytest.param(["?editor"], ["poet"], (0, (), ("poet",)), id="optional, another found"),
    pytest.param(["chair//co-chair"], ["co-chair"], (1, (), ()), id="second form"),
    pytest.param(["chair//co-chair"], ["chair", "co-chair"], (1, (), ("co-chair",)), id="one each"),
    pytest.param(
        ["?poet//editor", "editor"], ["editor"], (1, (), ()), id="optional takes the rest"
    ),
    pytest.param(["editor"], [None], (0, ("editor",), ()), id="nothing stated"),
]


@pytest.mark.parametrize(("truth", "found", "expected"), COMPARED)
def test_a_truth_is_compared_with_what_was_found(
    notes: ModuleType,
    truth: list[str],
    found: list[str | None],
    expected: tuple[int, tuple[str, ...], tuple[str, ...]],
) -> None:
    compared = notes.compare([notes.read_entry(text) for text in truth], found)
    assert (compared.right, compared.missed, compared.extra) == expected


def credit(name: str, native: str | None = None) -> Credit:
    return Credit(name, native, "person", 0, 1, (Affiliation("editor", "Tide", 0, 1),))


JO = {"name": "Jo Reyes", "native": "レイ", "roles": ["editor", "poet"], "organisations": ["Tide"]}
KAY = {"name": "?Kay Lund", "native": None, "roles": ["poet"], "organisations": ["Tide"]}

SCORED = [  # credits; right, missed and wrong of names, roles, organisations
    pytest.param([credit("Jo Reyes", "レイ")], ((1, 0, 0), (1, 1, 0), (1, 0, 0)), id="right"),
    pytest.param([credit("Jo Reyes")], ((0, 1, 1), (0, 2, 0), (0, 1, 0)), id="without its script"),
    pytest.param([credit("Ida Moll")], ((0, 1, 1), (0, 2, 0), (0, 1, 0)), id="another"),
    pytest.param([credit("Jo Reyes", "レイ")] * 2, ((1, 0, 1), (1, 1, 0), (1, 0, 0)), id="twice"),
    pytest.param([], ((0, 1, 0), (0, 2, 0), (0, 1, 0)), id="nobody"),
    pytest.param(
        [credit("Jo Reyes", "レイ"), credit("Kay Lund")],
        ((1, 0, 0), (1, 2, 1), (2, 0, 0)),
        id="an optional one, too",
    ),
]


@pytest.fixture
def note(notes: ModuleType) -> Any:
    """A note on one writer and one who may be left out."""
    return notes.Note(3, "en", "By Jo and Kay.", (notes.read_author(JO), notes.read_author(KAY)))


@pytest.mark.parametrize(("credited", "expected"), SCORED)
def test_a_note_is_scored_by_whom_it_credits(
    notes: ModuleType,
    note: Any,
    monkeypatch: pytest.MonkeyPatch,
    credited: list[Credit],
    expected: tuple[tuple[int, int, int], ...],
) -> None:
    monkeypatch.setattr(notes, "find_people", lambda _: credited)
    scores = notes.score_note(note)
    counts = [
        (one.right, len(one.missed), len(one.extra))
        for one in (scores.names, scores.roles, scores.organisations)
    ]
    assert tuple(counts) == expected


def test_the_table_counts_notes_and_faults_are_told_with_their_line(
    notes: ModuleType,
    note: Any,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(notes, "read_notes", lambda: [note])
    monkeypatch.setattr(notes, "find_people", lambda _: [credit("Jo Reyes", "レイ")])
    notes.main(["--faults"])
    table, faults = capsys.readouterr().out.split("\n\n")
    rows = {line[:28].strip(): line[28:].split() for line in table.splitlines()}
    assert rows["set 3"] == rows["English"] == rows["all"] == ["1", "1.000", "0.667", "1.000", "0"]
    assert rows["German"] == ["0", "1.000", "1.000", "1.000", "0"]
    assert faults == "By Jo and Kay.\n  missed of the roles: poet\n"
