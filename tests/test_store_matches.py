"""Where a query's words stand in the text as it is stored."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.store import matches
from loader.store.matches import KeywordLine, find_matches, keyword_lines
from loader.store.query import match_expression


@pytest.mark.parametrize(
    ("text", "query", "matched"),
    [
        ("The councils met. A council sat.", "council", ["councils", "council"]),
        ("The quiet\u202fharbour sleeps.", '"quiet harbour"', ["quiet\u202fharbour"]),
        ("他說林望潮來了", "望潮", ["望潮"]),
        ("去廣東的船", "广东", ["廣東"]),
        ("A light\u00adhouse.", "lighthouse", ["light\u00adhouse"]),
        ("The oﬃce of Łucja", "office lucja", ["oﬃce", "Łucja"]),
        ("Ferries and ferry boats", "ferr*", ["Ferries", "ferry"]),
        ("か\u3099っこう", "がっこう", ["か\u3099っこう"]),
        ("a \x02b\x03 harbour", "harbour", ["harbour"]),
        ("nothing here", "harbour", []),
        ("", "harbour", []),
    ],
)
def test_matches(text: str, query: str, matched: list[str]) -> None:
    ((ranges,),) = find_matches(["text"], [[text]], match_expression(query))
    assert [text[start:end] for start, end in ranges] == matched


def test_columns_and_rows_stay_apart() -> None:
    rows = [["Harbour", None], ["Fees", "of the harbour"], ["Fees", "of the port"]]
    expression = match_expression("harbour", ["title", "body"])
    assert find_matches(["title", "body"], rows, expression) == [
        [[(0, 7)], []],
        [[], [(7, 14)]],
        [[], []],
    ]


@pytest.mark.parametrize(
    ("text", "query", "words", "lines"),
    [
        (
            "one two three harbour four five six",
            "harbour",
            2,
            [KeywordLine("two three ", "harbour", " four five", 14)],
        ),
        ("harbour", "harbour", 8, [KeywordLine("", "harbour", "", 0)]),
        ("a harbour b", "harbour", 0, [KeywordLine("", "harbour", "", 2)]),
        ("今天林望潮先生說", "望潮", 2, [KeywordLine("天林", "望潮", "先生", 3)]),
    ],
)
def test_keyword_lines(text: str, query: str, words: int, lines: list[KeywordLine]) -> None:
    assert keyword_lines([text, ""], match_expression(query), words) == [lines, []]


def test_a_text_without_spaces_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    words = matches._words

    def noting(text: str, start: int, end: int) -> Iterator[matches.Range]:
        read.append(end - start)
        return words(text, start, end)

    monkeypatch.setattr(matches, "_words", noting)
    (lines,) = keyword_lines(["港" * 5_000], match_expression("港"), 8)
    assert lines[2_000] == KeywordLine("港" * 8, "港", "港" * 8, 2_000)
    assert max(read) < 500


@given(st.text(max_size=60), st.text(max_size=20))
def test_ranges_lie_in_the_text(text: str, query: str) -> None:
    ((ranges,),) = find_matches(["text"], [[text]], match_expression(query))
    ends = [0, *(place for pair in ranges for place in pair), len(text)]
    assert ends == sorted(ends)
