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
        pytest.param(8, 3, 2, id="short page: none"),
        pytest.param(20, 3, 14, id="the last five are looked at"),
        pytest.param(96, 3, 83, id="an eighth of a long page is looked at"),
    ],
)
def test_the_watched_end_grows_with_the_page(count: int, first: int, last: int) -> None:
    assert plain(*[PARAGRAPH] * count) == list(range(first, last + 1))


@pytest.mark.parametrize(
    ("pointer", "above", "kept"),
    [
        pytest.param("Read more", 30, list(range(3, 30)), id="in the last third"),
        pytest.param("Read more", 10, [*range(3, 10), *range(11, 38)], id="early"),
        pytest.param("The fog", 30, [*range(3, 30), *range(31, 38)], id="another short line"),
    ],
)
def test_nothing_is_plain_below_a_late_pointer(pointer: str, above: int, kept: list[int]) -> None:
    assert plain(*[PARAGRAPH] * above, pointer, *[PARAGRAPH] * (42 - above)) == kept


BRIEF = "The harbour council met on Tuesday and spoke for three hours of the price of all its rope."


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        pytest.param("PPPPPPPPPP", [3, 4], id="paragraphs"),
        pytest.param("PPPHPPPPPP", [4], id="a heading above"),
        pytest.param("PPPPHPPPPP", [3], id="a heading below"),
        pytest.param("PPHPHPPPPP", [], id="headings on both sides"),
        pytest.param("PPPPHHPPPP", [], id="two short lines"),
        pytest.param("PPPBHPPPPP", [], id="a brief paragraph before a heading"),
    ],
)
def test_a_heading_parts_long_paragraphs_from_one_side_only(lines: str, kept: list[int]) -> None:
    assert plain(*({"P": PARAGRAPH, "B": BRIEF, "H": "The fog"}[one] for one in lines)) == kept


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
