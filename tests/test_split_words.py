# ruff: noqa: E501  (one case, one line)

import pytest

from loader.split.marks import MARKS, Mark
from loader.split.words import BIT, PATTERNS, Pattern, find_marks


@pytest.mark.parametrize("mark", MARKS, ids=[mark.name for mark in MARKS])
def test_each_mark_is_found_in_its_example(mark: Mark) -> None:
    assert find_marks(mark.example) & BIT[mark.name]


@pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern.name for pattern in PATTERNS])
def test_each_pattern_is_found_in_its_example(pattern: Pattern) -> None:
    assert find_marks(pattern.example) & BIT[pattern.name]


@pytest.mark.parametrize("mark", [m for m in MARKS if m.pieces], ids=lambda mark: mark.name)
def test_each_piece_is_found_in_a_line_of_a_wide_script(mark: Mark) -> None:
    for piece in mark.pieces.split():
        assert find_marks(f"霧霧{piece}霧霧霧") & BIT[mark.name]


@pytest.mark.parametrize(
    ("line", "name", "held"),
    [
        pytest.param("Ida Moll and Jo Reyes are editors in Lund.", "name and bio verb", True, id="two"),
        pytest.param("Karl von Tessin, a retired pilot, is a poet.", "name and bio verb", True, id="aside"),
        pytest.param("The fog is a nuisance for pilots.", "name and bio verb", False, id="no name"),
        pytest.param("VON IDA MOLL", "by-line words", True, id="German in capitals"),
        pytest.param("作者：林望潮", "by-line words", True, id="Chinese"),
        pytest.param("By then the fog had gone.", "by-line words", False, id="by then"),
        pytest.param("Ida Moll saw the fog", "name alone", False, id="more than a name"),
        pytest.param("The fog (see page 3) stayed.", "picture credit at the end", False, id="aside at the end"),
    ],
)  # fmt: skip
def test_patterns_hold_where_they_should(line: str, name: str, *, held: bool) -> None:
    assert bool(find_marks(line) & BIT[name]) is held
