import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.split.tokens import find_tokens

LETTERS = (
    r"[\w\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0dff"
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d]++"
)
PLAIN_WORD = re.compile(rf"{LETTERS}(?:['’-]{LETTERS})*+")


@pytest.mark.parametrize(
    ("line", "words", "signs"),
    [
        pytest.param("The fog came.", ["the", "fog", "came"], "", id="no sign that tells"),
        pytest.param("Moll’s “fog”: 9", ["moll’s", "fog", "9"], "’“”:9", id="signs in order"),
        pytest.param("pilots’ co-op - 'old'", ["pilots", "co-op", "old"], "’--''", id="joints"),
        pytest.param("ŠKODA ÜBER Œuvre", ["škoda", "über", "œuvre"], "", id="accents"),
        pytest.param("Łódź: fog", ["łódź", "fog"], "Łódź: fog", id="letters of other scripts"),
        pytest.param("लेखिका", ["लेखिका"], "लेखिका", id="vowels that are signs"),
        pytest.param("أيضًا", ["أيضًا"], "أيضًا", id="vowels above letters"),
        pytest.param("सुना है।", ["सुना", "है"], "सुना है।", id="a full stop of India"),
        pytest.param("می\u200cنویسد", ["می\u200cنویسد"], "می\u200cنویسد", id="a joiner"),
        pytest.param("\u0958लम", ["\u0915\u093cलम"], "\u0958लम", id="composed or not"),
        pytest.param("", [], "", id="nothing"),
    ],
)
def test_lines_give_words_and_signs(line: str, words: list[str], signs: str) -> None:
    assert find_tokens(line)[:2] == (words, signs)


@given(st.text(st.sampled_from("aÀœŠ_9 .-'’“\u00a0\x85łИ霧İीל\u0301") | st.characters()))
def test_words_are_the_same_in_bytes_and_in_text(line: str) -> None:
    assert find_tokens(line)[0] == PLAIN_WORD.findall(unicodedata.normalize("NFC", line.lower()))
