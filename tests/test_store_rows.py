"""A seed and its page become rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.model import Affiliation, Byline, Credit, Page, Seed, Span
from loader.store.fold import count_words
from loader.store.rows import count_spaced, is_truncated, make_rows, opening

TEXT = "By Wen Lan\nThe tide came in.\nWen Lan (溫嵐) is a pilot."


def credit(native: str | None, start: int, *said: Affiliation) -> Credit:
    return Credit("Wen Lan", native, "person", start, start + 7, said)


def page(*bylines: Byline) -> Page:
    return Page(
        spans=(
            Span(0, 11, "byline", "by", 0.9),
            Span(11, 29, "body", "body", 0.8),
            Span(29, len(TEXT), "byline", "bio", 0.9),
        ),
        articles=1,
        bylines=bylines,
        mentions=(),
        language="en",
        published=(None,),
    )


@pytest.mark.parametrize(
    ("natives", "expected"),
    [
        pytest.param((None, "溫嵐"), [("Wen Lan", "溫嵐")], id="native name in a later byline"),
        pytest.param(("溫嵐", None), [("Wen Lan", "溫嵐")], id="native name in the first byline"),
        pytest.param(("文蘭", "溫嵐"), [("Wen Lan", "文蘭"), ("Wen Lan", "溫嵐")], id="two people"),
    ],
)
def test_one_name_is_one_author_unless_two_native_names_are_printed(
    natives: tuple[str | None, str | None], expected: list[tuple[str, str]]
) -> None:
    said = Affiliation("pilot", None, 49, 54)
    rows = make_rows(
        Seed("0" * 64, "text/plain", "utf-8", 60, TEXT),
        page(
            Byline(0, 10, "by-line", 0.9, (credit(natives[0], 3),)),
            Byline(29, len(TEXT), "bio", 0.9, (credit(natives[1], 29, said),)),
        ),
    )
    assert [(row[3], row[4]) for row in rows.credits] == expected
    assert [row[2:5] for row in rows.affiliations] == [(len(expected), "pilot", None)]
    assert rows.articles[0][6] == "; ".join(name for name, _ in expected)
    assert rows.articles[0][15] == b"The tide came in."


@given(st.text(st.sampled_from("ab,é朱’ \n\t\x1c\x85\xa0\u2003\u2028\u3000\u200b")))
def test_words_are_counted_as_they_are_split(text: str) -> None:
    assert count_spaced(text, text.encode()) == len(text.split())


def test_an_opening_ends_at_a_word() -> None:
    assert opening("word " * 40).endswith("word…")
    assert len(opening("字" * 200)) == 81


def test_an_opening_of_wide_gaps_is_as_long_as_another() -> None:
    assert opening("word" + " " * 100 + "again") == "word again"


@pytest.mark.parametrize(
    ("text", "cut"),
    [("He left.", False), ("He said: “Go.”", False), ("and so it" * 12, True), ("Fog…", True)],
)
def test_truncated(text: str, cut: bool) -> None:  # noqa: FBT001
    assert is_truncated(text, count_words(text)) is cut
