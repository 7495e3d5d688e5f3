import pytest

from loader.split.lines import find_lines
from loader.split.reading import READINGS, read_line, read_lines
from loader.split.sketch import sketch_page
from loader.split.words import find_marks

PROSE = "The council met in the old hall and spoke for an hour about rope, salt and the fog."


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("By Ida Moll", "reads as a by-line"),
        ("Ida Moll", "reads as a by-line"),
        ("Lin Wang-chao", "reads as a by-line"),
        ("Lin Wang-chao (林望潮) is chief engineer of the river trust.", "reads as a bio"),
        ("Ida Moll ist Redakteurin und lebt in Lund.", "reads as a bio"),
        ("Additional reporting by Bo Carr", "credits other work"),
        ("The Keeper’s Ladder", "credits nobody"),
        ("Q: Were you afraid?", "begins with a speaker's letter"),
        ("問：您怕過嗎？", "begins with a speaker's letter"),
        ("Rope: what the council forgot", ""),
        (PROSE, ""),
    ],
)
def test_a_line_alone_says_whom_it_credits(text: str, reading: str) -> None:
    assert READINGS[read_line(text, find_marks(text))] == reading


def test_a_name_alone_counts_only_outside_the_main_text() -> None:
    lines = ["Ida Moll", *[PROSE] * 3, "Bo Carr", *[PROSE] * 6]
    page = sketch_page(find_lines("\n".join(lines)))
    named = [READINGS[reading] for reading in read_lines(page)]
    assert named[0] == "reads as a by-line"
    assert set(named[1:]) == {""}
