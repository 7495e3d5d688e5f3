from random import Random

import pytest

from loader.split.lines import find_lines
from loader.split.sketch import sketch_page

SYLLABLES = [consonant + vowel for consonant in "bdfghklmnprstvz" for vowel in "aeiou"]
NOTE = "Ida Moll is a lecturer in fog at the University of Tarn, where she has long taught."


def unlike(place: int, characters: int) -> str:
    """Return a paragraph of words that no other place has."""
    random = Random(place)  # noqa: S311  (nothing is secret)
    words = ["".join(random.choices(SYLLABLES, k=3)) for _ in range(characters // 7)]
    return " ".join(words).capitalize() + "."


def write(letters: str) -> list[str]:
    """Return a page's lines: paragraphs, brief and long ones, headings and notes."""
    lengths = {"P": 180, "L": 540, "X": 1080, "B": 91, "N": 180}
    return [
        "The fog"
        if letter == "H"
        else f"{NOTE} " * (letter == "N") + unlike(place, lengths[letter])
        for place, letter in enumerate(letters)
    ]


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
    assert plain(*write("P" * count)) == list(range(first, last + 1))


@pytest.mark.parametrize(
    ("pointer", "above", "kept"),
    [
        pytest.param("Read more", 30, list(range(1, 30)), id="in the last third"),
        pytest.param("Read more", 10, [*range(1, 10), *range(11, 37)], id="early"),
        pytest.param("The fog", 30, [*range(1, 30), *range(31, 37)], id="another short line"),
    ],
)
def test_nothing_is_plain_below_a_late_pointer(pointer: str, above: int, kept: list[int]) -> None:
    lines = write("P" * 42)
    assert plain(*lines[:above], pointer, *lines[above:]) == kept


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
    assert [index for index in plain(*write(lines)) if index > 3] == kept


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
    assert plain(*write(lines)) == kept


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
    assert plain(*write(lines)) == kept


ARTICLE = (
    (
        "The pilots of Tarn harbour measured every channel again last winter, because the charts "
        "that the council printed had shown nothing but sandbanks that drifted away long before."
    ),
    (
        "Seven fishing vessels grounded within one season, and insurers demanded soundings before "
        "they would sign another contract with the owners who sail from the eastern quays."
    ),
    (
        "Margit Osei, who steers the survey launch, describes mornings when the lighthouse "
        "vanished and only the bell buoys told the crews whereabouts the dredged passage began."
    ),
    (
        "Council engineers answered that money for surveys had been promised twice by ministers "
        "and withdrawn twice, and that nobody had warned them how fast currents carve the estuary."
    ),
    (
        "Merchants meanwhile shipped their timber through Lund, whose wharves charge double, and "
        "complained that customers abroad cancelled orders which arrived weeks late."
    ),
    (
        "Older residents remember the storms that buried the southern breakwater, and several keep "
        "photographs of children walking across what had been deep water the evening before."
    ),
    (
        "Whether the launch sails again depends upon volunteers, since the budget that councillors "
        "approved covers diesel for barely eleven days and no wages for any of the sailors."
    ),
)
SAME = (
    "Until then the pilots will keep to their own charts, which show the sandbanks where soundings "
    "found them, and the council will print channels that no vessels in the harbour can follow."
)
OTHER = (
    "Bakeries across the capital have raised the price of rye bread for the third time since "
    "spring, and millers blame a harvest that rotted during weeks of rain in the upper valleys."
)


@pytest.mark.parametrize(
    ("ending", "kept"),
    [
        pytest.param([SAME], [1], id="it speaks of the same"),
        pytest.param([OTHER], [], id="it speaks of something else"),
        pytest.param([SAME, OTHER, SAME], [1, 3], id="between them"),
        pytest.param(["The fog", SAME], [], id="below a short line"),
        pytest.param([NOTE, SAME], [], id="below a note on the author"),
        pytest.param([f"By Ida Moll. {SAME}"], [], id="it begins as a byline"),
        pytest.param(["(Reuters) " + SAME], [], id="it begins with a bracket"),
    ],
)
def test_a_late_paragraph_on_the_same_subject_is_plain(ending: list[str], kept: list[int]) -> None:
    found = plain(*ARTICLE, *ARTICLE, *ending)
    last = 2 * len(ARTICLE) - 1
    assert [index - last for index in found if index > last] == kept


def test_a_late_paragraph_of_few_words_is_plain_where_the_article_has_them_all() -> None:
    assert plain(*[ARTICLE[0]] * 9) == list(range(1, 9))
