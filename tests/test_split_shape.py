import pytest

from loader.split import shape


@pytest.mark.parametrize(
    ("text", "end"),
    [
        pytest.param("The fog came.", shape.STOP, id="full stop"),
        pytest.param("霧が来た。", shape.STOP, id="ideographic stop"),
        pytest.param("कोहरा आया।", shape.STOP, id="danda"),
        pytest.param("Who came?", shape.ASK, id="question"),
        pytest.param("He said: “Go.”", shape.QUOTED, id="stop inside quotation"),
        pytest.param("Sie sagte: „Geh!“", shape.QUOTED, id="German quotation"),
        pytest.param("「行け。」", shape.QUOTED, id="corner brackets"),
        pytest.param("It stayed. [Note 3]", shape.QUOTED, id="note after the stop"),
        pytest.param("He called it “fog”", shape.QUOTE, id="quoted word"),
        pytest.param("The fog (2031)", shape.PAREN, id="bracket"),
        pytest.param("The fog came and…", shape.ELLIPSIS, id="ellipsis"),
        pytest.param("The fog came and ...", shape.ELLIPSIS, id="three stops"),
        pytest.param("The fog came and […]", shape.ELLIPSIS, id="bracketed ellipsis"),
        pytest.param("The fog came and... Read more", shape.ELLIPSIS, id="ellipsis and pointer"),
        pytest.param("The rules:", shape.COLON, id="colon"),
        pytest.param("The fog came,", shape.COMMA, id="comma"),
        pytest.param("In 2031", shape.DIGIT, id="digit"),
        pytest.param("The fog came and", shape.LETTER, id="letter"),
        pytest.param("100 %", shape.SIGN, id="sign"),
    ],
)
def test_find_end(text: str, end: int) -> None:
    assert shape.END_NAMES[shape.find_end(text)] == shape.END_NAMES[end]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        pytest.param("The fog", shape.UPPER, id="capital"),
        pytest.param("the fog", shape.LOWER, id="small letter"),
        pytest.param("3. The fog", shape.NUMBERED, id="numbered"),
        pytest.param("300 boats", shape.DIGITS, id="digits"),
        pytest.param("• The fog", shape.BULLET, id="bullet"),
        pytest.param("“The fog", shape.OPENING, id="quotation"),
        pytest.param("[The fog]", shape.SQUARE, id="square bracket"),
        pytest.param("霧が来た", shape.HAN, id="Han"),
        pytest.param("#fog", shape.OTHER, id="sign"),
    ],
)
def test_find_start(text: str, start: int) -> None:
    assert shape.START_NAMES[shape.find_start(text)] == shape.START_NAMES[start]


@pytest.mark.parametrize(
    ("text", "case"),
    [
        pytest.param("THE FOG", shape.CAPITALS, id="capitals"),
        pytest.param("the fog", shape.SMALL, id="small"),
        pytest.param("The Fog Comes Back", shape.TITLE, id="title case"),
        pytest.param("The fog comes back", shape.SENTENCE, id="sentence case"),
        pytest.param("霧が来た", shape.NO_CASE, id="no case"),
    ],
)
def test_find_case(text: str, case: int) -> None:
    assert shape.CASE_NAMES[shape.find_case(text)] == shape.CASE_NAMES[case]
