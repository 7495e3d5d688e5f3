import pytest

from loader.split.lines import find_lines
from loader.split.sketch import find_words, sketch_page

PARAGRAPH = (
    "The harbour council met on Tuesday and spoke for three hours about the price of rope, "
    "which has doubled since the fog set in, and about the ferry that nobody takes any more."
)


def plain(*parts: str) -> list[int]:
    """Return the indexes of the plain lines of a page."""
    page = sketch_page(find_lines("\n".join(parts)))
    assert all(
        marks == 0 for marks, is_plain in zip(page.marks, page.plain, strict=True) if is_plain
    )
    return [index for index, is_plain in enumerate(page.plain) if is_plain]


@pytest.mark.parametrize(
    ("count", "first", "last"),
    [
        pytest.param(7, 1, 0, id="short page: none"),
        pytest.param(20, 1, 13, id="the last six are looked at"),
        pytest.param(96, 1, 83, id="an eighth of a long page is looked at"),
    ],
)
def test_the_watched_end_grows_with_the_page(count: int, first: int, last: int) -> None:
    assert plain(*[PARAGRAPH] * count) == list(range(first, last + 1))


@pytest.mark.parametrize(
    ("pointer", "above", "kept"),
    [
        pytest.param("Read more", 30, list(range(1, 30)), id="in the last third"),
        pytest.param("Read more", 10, [*range(1, 10), *range(11, 37)], id="early"),
        pytest.param("The fog", 30, [*range(1, 30), *range(31, 37)], id="another short line"),
    ],
)
def test_nothing_is_plain_below_a_late_pointer(pointer: str, above: int, kept: list[int]) -> None:
    assert plain(*[PARAGRAPH] * above, pointer, *[PARAGRAPH] * (42 - above)) == kept


BRIEF = "The harbour council met on Tuesday and spoke for three hours of the price of all its rope."
NOTE = "Ida Moll is a lecturer in fog at the University of Tarn, where she has long taught."
LINES = {
    "P": PARAGRAPH,
    "L": " ".join([PARAGRAPH] * 3),
    "X": " ".join([PARAGRAPH] * 6),
    "B": BRIEF,
    "H": "The fog",
    "N": f"{NOTE} {PARAGRAPH}",
}


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        pytest.param("HPBPPPPPPPPP", [4, 5], id="paragraphs"),
        pytest.param("HPBHPPPPPPPP", [5], id="a heading above"),
        pytest.param("HPBPPHPPPPPP", [4], id="a heading below"),
        pytest.param("HPBHPHPPPPPP", [], id="headings on both sides"),
        pytest.param("HPBPPHHPPPPP", [], id="two short lines"),
        pytest.param("HPBPBHPPPPPP", [], id="a brief paragraph before a heading"),
    ],
)
def test_a_heading_parts_long_paragraphs_from_one_side_only(lines: str, kept: list[int]) -> None:
    assert [index for index in plain(*map(LINES.__getitem__, lines)) if index > 3] == kept


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        pytest.param("HPPPHHHHHH", [2], id="the second of two long paragraphs"),
        pytest.param("HPHPHHHHHH", [], id="a summary above a heading"),
        pytest.param("PPPHHHHHH", [1], id="the first may be a summary"),
        pytest.param("LPPHHHHHH", [0, 1], id="longer than any summary"),
        pytest.param("LHPHHHHHHH", [0], id="with a heading below"),
        pytest.param("LHHHHHHHH", [], id="nothing follows"),
        pytest.param("PBBHHHHHH", [], id="brief paragraphs"),
    ],
)
def test_the_first_lines_are_plain_where_the_text_has_begun(lines: str, kept: list[int]) -> None:
    assert plain(*map(LINES.__getitem__, lines)) == kept


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        pytest.param("PPPPPPPPPPX", [1, 2, 3, 4, 10], id="longer than any teaser"),
        pytest.param("PPPPPPPPPHX", [1, 2, 3, 4], id="below a heading"),
        pytest.param("PPPPPPPPPPL", [1, 2, 3, 4], id="as long as a teaser"),
        pytest.param("PPPPPPPNPPPPPPPPPP", list(range(1, 12)), id="a note in the upper half"),
        pytest.param("PPPPPPPPPPNPPPPPPP", list(range(1, 10)), id="a note in the lower half"),
    ],
)
def test_the_last_lines_are_plain_where_nothing_else_can_stand(lines: str, kept: list[int]) -> None:
    assert plain(*map(LINES.__getitem__, lines)) == kept


@pytest.mark.parametrize(
    ("text", "stems", "names"),
    [
        pytest.param("Fog came over Lund", [], ["Lund"], id="short words have no stem"),
        pytest.param("The Harbour’s pilots", ["harbou", "pilots"], ["Harbour’s"], id="six letters"),
        pytest.param("a\u00a0lighthouse\tTarn", ["lighth"], ["Tarn"], id="other spaces"),
    ],
)
def test_words_are_found_by_their_beginnings(text: str, stems: list[str], names: list[str]) -> None:
    assert find_words(["Fog", text], [False, False])[1] == (stems, names)


def test_pairs_of_characters_stand_for_the_words_of_wide_scripts() -> None:
    assert find_words(["霧港 a燈", "harbours"], [True, False]) == [
        (["霧港"], []),
        (["harbou"], []),
    ]


def test_a_page_of_one_cut_paragraph_has_no_words_to_compare() -> None:
    page = sketch_page(find_lines("fog and " * 20))
    assert (page.vocabulary, page.known_names, page.stems) == (set(), set(), {})
