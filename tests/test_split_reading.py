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
        ("Ida Moll", "is a name alone"),
        ("Lin Wang-chao", "is a name alone"),
        ("Orm SKOVBY", "is a name alone"),
        ("Orm Skovby", "may be a name alone"),
        ("—Orm Skovby", "is a name behind a dash"),
        ("Farid al-Nouri (林望潮)", "is a name alone"),
        ("Lin Wang-chao (林望潮) is chief engineer of the river trust.", "reads as a bio"),
        ("Ida Moll ist Redakteurin und lebt in Lund.", "reads as a bio"),
        ("Additional reporting by Bo Carr", "credits other work"),
        ("The Keeper’s Ladder", "is capitalised words alone"),
        ("Ida Moll, lecturer in Tarn", "reads as a by-line"),
        ("Das Gespräch führte Ida Moll.", "reads as a by-line"),
        ("Mitarbeit: Bo Carr", "credits other work"),
        ("Traduit de l’anglais par Léa Brun", "credits other work"),
        ("［水野春香，ミナト通信］", "reads as a by-line"),
        ("Contact Bo Carr at bo@quay.example or 555-0142.", "says how to reach the writer"),
        ("Q: Were you afraid?", "begins with a speaker's letter"),
        ("問：您怕過嗎？", "begins with a speaker's letter"),
        ("بقلم سامي الخطيب", "reads as a by-line"),
        ("כתב: רון תרני", "reads as a by-line"),
        ("लेखक: सुनील तारनी", "reads as a by-line"),
        ("Του Νίκου Ταρνά", "reads as a by-line"),
        ("المصدر: وكالة المرفأ", "names an agency"),
        ("ترجمة: سامي الخطيب", "credits other work"),
        ("بقلم: هيئة التحرير", "credits nobody"),
        ("سامي الخطيب", ""),
        ("Rope: what the council forgot", ""),
        (PROSE, ""),
    ],
)
def test_a_line_alone_says_whom_it_credits(text: str, reading: str) -> None:
    assert READINGS[read_line(text, find_marks(text))[0]] == reading


def test_a_name_alone_counts_only_outside_the_main_text() -> None:
    lines = ["Ida Moll", *[PROSE] * 6, "Bo Carr", *[PROSE] * 6]
    page = sketch_page(find_lines("\n".join(lines)))
    named = [READINGS[reading] for reading in read_lines(page)[0]]
    assert named[0] == "is a name alone"
    assert set(named[1:]) == {""}


@pytest.mark.parametrize(
    ("lines", "echoes"),
    [
        (["By Ida Moll", PROSE, "Ida Moll is a pilot in Lund."], [1, 0, 1]),
        (["By IDA MOLL", PROSE, "Write to Ida Moll with your questions"], [0, 0, 2]),
        (["Ida Moll is a pilot in Lund.", "Moll grew up in Tarn.", "She rows."], [0, 3, 3]),
        (["Ida Moll", PROSE, "Ida Moll said that the fog would stay."], [0, 0, 0]),
    ],
    ids=["agreed", "held", "taken up", "nobody credited"],
)
def test_lines_echo_whom_others_credit(lines: list[str], echoes: list[int]) -> None:
    assert read_lines(sketch_page(find_lines("\n".join(lines))))[1] == echoes


def test_words_that_the_article_prints_in_small_letters_are_no_name() -> None:
    told = "The harbour council met, and the lantern of the harbour was lit before the vote."
    lines = ["Harbour Lantern", *[told] * 6]
    page = sketch_page(find_lines("\n".join(lines)))
    assert READINGS[read_lines(page)[0][0]] == "is capitalised words alone"
