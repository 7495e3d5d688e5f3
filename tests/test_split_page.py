from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.evaluate import evaluate
from loader.model import Kind, Page
from loader.split import split

SHARED = Path(__file__).resolve().parents[2] / "shared"
TEXTS = st.text(st.sampled_from("ab. A“”…\n\r\t,By1\u2028\x1c")) | st.text()


@given(TEXTS)
def test_spans_tile_any_text(text: str) -> None:
    page = split(text)
    assert "".join(text[span.start : span.end] for span in page.spans) == text
    assert [span.start for span in page.spans[1:]] == [span.end for span in page.spans[:-1]]
    assert all(span.start < span.end for span in page.spans)


@given(TEXTS)
def test_one_byline_is_read_for_each_byline_span(text: str) -> None:
    page = split(text)
    spans = [span for span in page.spans if span.kind == "byline"]
    assert len(page.bylines) == len(spans)
    for span, byline in zip(spans, page.bylines, strict=True):
        assert text[byline.start : byline.end] == text[span.start : span.end].strip()
    assert len(page.published) == page.articles


@given(TEXTS)
def test_confidence_is_a_chance_and_rules_are_named(text: str) -> None:
    assert all(0 <= span.confidence <= 1 and span.rule for span in split(text).spans)


@pytest.mark.parametrize("text", ["", " ", "\n\r\n \t"], ids=["empty", "space", "blank lines"])
def test_a_page_without_a_line_has_no_article(text: str) -> None:
    page = split(text)
    assert (page.articles, page.bylines, page.published) == (0, (), ())
    assert [span.kind for span in page.spans] == ["notice"] * bool(text)


@pytest.mark.real
@pytest.mark.skipif(not SHARED.is_dir(), reason="no labelled documents beside the checkout")
def test_every_line_of_the_real_seeds_is_right() -> None:
    found = evaluate([SHARED / "seeds"])
    assert [document.name for document in found.documents if document.wrong or document.error] == []


@pytest.mark.parametrize(
    "text",
    [
        "Page 76 about fog. Senior as ever stood on the quay that night and waited.",
        "Page 138 about fog. “Soon”, Chen stood on the quay that night and waited.",
        "Fog closes the port\n\nBy Ida Moll\n\nThe ferries stopped at noon, and nobody minded.",
    ],
)
def test_a_page_with_a_sentence_has_an_article(text: str) -> None:
    page = split(text)
    assert page.articles == 1
    assert "body" in {span.kind for span in page.spans}


def test_a_gap_of_any_width_is_crossed_once() -> None:
    text = "one two three four five" + " " * 300_000 + "six"
    assert split(text).spans[-1].end == len(text)


PARAGRAPHS = [
    f"The {place} council met in the old hall on Monday and spoke for an hour about rope and salt."
    for place in ("Tarn", "Lund", "Vale", "Quay", "Oslo", "Riga")
]
BODY: list[Kind] = ["body", "body", "body"]


@pytest.mark.parametrize(
    ("between", "articles"),
    [
        (["title"], 2),
        (["byline"], 2),
        (["byline", "title", "byline", "dateline", "caption"], 2),
        (["teaser"], 1),
        (["teaser", "caption", "notice"], 1),
        (["heading"], 1),
    ],
    ids=["title", "bio", "bio and head", "teaser", "scraps", "heading"],
)
def test_a_further_article_begins_at_a_title_or_behind_a_bio(
    between: list[Kind], articles: int
) -> None:
    kinds = [*BODY, *between, *BODY]
    texts = [*PARAGRAPHS[:3], *[f"Line {n} between" for n in range(len(between))], *PARAGRAPHS[3:]]
    assert split_as(kinds, texts).articles == articles


def test_a_second_title_without_a_text_begins_no_article() -> None:
    kinds: list[Kind] = ["title", *BODY, "title", "body"]
    texts = ["Rope", *PARAGRAPHS[:3], "The harbour by post", "Every week, free."]
    assert split_as(kinds, texts).articles == 1


def split_as(kinds: list[Kind], texts: list[str]) -> Page:
    """Return the page of the texts, one a line, each decided to be of its kind."""
    starts = [sum(len(text) + 1 for text in texts[:place]) for place in range(len(texts))]
    decided = [(start, start + 1, kind) for start, kind in zip(starts, kinds, strict=True)]
    return split("\n".join(texts), decided)
