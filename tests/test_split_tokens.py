import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.split.tokens import find_tokens

PLAIN_WORD = re.compile(r"\w++(?:['’-]\w++)*+")


@pytest.mark.parametrize(
    ("line", "words", "signs"),
    [
        pytest.param("The fog came.", ["the", "fog", "came"], "", id="no sign that tells"),
        pytest.param("Moll’s “fog”: 9", ["moll’s", "fog", "9"], "’“”:9", id="signs in order"),
        pytest.param("pilots’ co-op - 'old'", ["pilots", "co-op", "old"], "’--''", id="joints"),
        pytest.param("ŠKODA ÜBER Œuvre", ["škoda", "über", "œuvre"], "", id="accents"),
        pytest.param("Łódź: fog", ["łódź", "fog"], "Łódź: fog", id="letters of other scripts"),
        pytest.param("", [], "", id="nothing"),
    ],
)
def test_lines_give_words_and_signs(line: str, words: list[str], signs: str) -> None:
    assert find_tokens(line)[:2] == (words, signs)


@given(st.text(st.sampled_from("aÀœŠ_9 .-'’“\u00a0\x85łИ霧İ") | st.characters()))
def test_words_are_the_same_in_bytes_and_in_text(line: str) -> None:
    assert find_tokens(line)[0] == PLAIN_WORD.findall(line.lower())
