import pytest

from loader.split.lines import find_lines
from loader.split.sketch import find_words, sketch_page


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
