"""Printed pairs of names are found. The people are invented, but for a few known ones."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.split.mentions import find_mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday Lin Hsiao-ming (林小明) sailed.", [("Lin Hsiao-ming", "林小明")]),
        ("President Lin Hsiao-ming (林小明) sailed.", [("Lin Hsiao-ming", "林小明")]),
        ("Vice Premier Chen Da-wen （陳大文） spoke.", [("Chen Da-wen", "陳大文")]),
        ("Deputy Minister of Foreign Affairs Paul Wang (王保羅)", [("Paul Wang", "王保羅")]),
        ("Harbour Party (HP) Chairman Eric Lin (林立倫) held", [("Eric Lin", "林立倫")]),
        ("Special Envoy of President Su Da (蘇大)", [("Su Da", "蘇大")]),
        ("Lin Da (林大) and Wang Er (王二)", [("Lin Da", "林大"), ("Wang Er", "王二")]),
        ("the late Ouyang Hsiu-mei (歐陽秀美), who", [("Ouyang Hsiu-mei", "歐陽秀美")]),
        ("Haruka Mizuno (水野春香) wrote", [("Haruka Mizuno", "水野春香")]),
        ("Kim Ha-neul (김하늘) wrote", [("Kim Ha-neul", "김하늘")]),
        ("Anna Lind (Анна Линд) wrote", [("Anna Lind", "Анна Линд")]),
        ("林小明（Lin Hsiao-ming）說", [("Lin Hsiao-ming", "林小明")]),
        ("總統林小明（Lin Hsiao-ming）說", [("Lin Hsiao-ming", "林小明")]),
        ("Democratic Harbour Party (民主黨) won", []),
        ("the Grand Harbour Temple (大港寺)", []),
        ("Hong Kong (香港)", []),
        ("Keelung (基隆)", []),
        ("Sun Moon Lake (日月潭)", []),
        ("He met him (林小明) there", []),
        ("In 2019 (二零一九) it was", []),
        ("(林小明)", []),
        ("Jo Reyes (Lund) wrote", []),
        ("A heading\nEric Lin (林立倫)", [("Eric Lin", "林立倫")]),
        ("New Taipei Mayor\nEric Lin (林立倫, the mayor)", [("Eric Lin", "林立倫")]),
    ],
)
def test_pair(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_mentions(text)
    assert [(one.latin, one.native) for one in found] == expected
    for one in found:
        enclosed = text[one.start : one.end]
        assert one.latin in enclosed
        assert one.native in enclosed


@given(st.text(alphabet="AB ab(（)）林小明Lin.-\n,", max_size=60))
def test_places_hold_whatever_the_text(text: str) -> None:
    for one in find_mentions(text):
        enclosed = text[one.start : one.end]
        assert one.latin in enclosed
        assert one.native in enclosed


@pytest.mark.parametrize(
    "text",
    ["(" * 100_000 + "林", "（林" * 50_000, "Lin " * 100_000 + "(林小明)", "é" * 5_000_000 + "(林"],
    ids=["brackets", "half pairs", "capitals", "one line"],
)
def test_time_grows_with_length_only(text: str) -> None:
    started = time.process_time()
    find_mentions(text)
    assert time.process_time() - started < 2


@pytest.mark.real
def test_real_seeds_print_ten_pairs(real_seeds: Path) -> None:
    texts = [path.read_bytes().decode() for path in sorted(real_seeds.glob("*.txt"))]
    found = [one for text in texts for one in find_mentions(text)]
    assert [len(one.native) for one in found] == [3, 3, 3, 3, 3, 2, 3, 3, 3, 3]
    assert ("Francois Wu", "吳志中") in [(one.latin, one.native) for one in found]
