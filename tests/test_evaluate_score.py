import pytest

from loader.evaluate.report import evaluate_documents
from loader.evaluate.score import Tally, judge, line_kinds, score
from loader.evaluate.truth import Document, TruthAuthor
from loader.model import Byline, Credit, Page, Span

TEXT = "Fog\n\nThe fog came in.\nIt left.\nAda Roe is a pilot.\n"
KINDS = {1: "title", 3: "body", 4: "body", 5: "byline"}


def make_page(*kinds: str) -> Page:
    cells = [(0, 5), (5, 22), (22, 31), (31, len(TEXT))]
    spans = tuple(
        Span(start, end, kind, "test", 1.0) for (start, end), kind in zip(cells, kinds, strict=True)
    )
    bylines = tuple(
        Byline(s.start, s.end, "bio", 1.0, (Credit("Ada  ROE", None, "person", s.start, s.end),))
        for s in spans
        if s.kind == "byline"
    )
    return Page(spans, 1, bylines, (), None, (None,))


def make_document(**changed: object) -> Document:
    held = {
        "name": "made/1.txt",
        "text": TEXT,
        "language": "en",
        "kinds": KINDS,
        "authors": (TruthAuthor("Ada Roe", None, (), ()),),
    }
    return Document(**(held | changed))


def test_line_kinds_follow_the_first_printed_character() -> None:
    page = make_page("title", "body", "body", "byline")
    assert line_kinds(TEXT, page) == KINDS


def test_a_right_page_scores_full_marks() -> None:
    page = make_page("title", "body", "body", "byline")
    whole = evaluate_documents([make_document()], lambda _: page).score
    assert (whole.accuracy, whole.exact, whole.lost, whole.crashes) == (1.0, 1.0, 0.0, 0)
    assert whole.families["byline"] == Tally(1, 0, 0)
    assert whole.authors is not None
    assert (whole.authors.exact_sets, whole.authors.wrong_name) == (1.0, 0.0)


def test_a_lost_body_line_counts_per_thousand() -> None:
    page = make_page("title", "body", "teaser", "byline")
    whole = evaluate_documents([make_document()], lambda _: page).score
    assert whole.lost == 500.0
    assert whole.families["fragment"] == Tally(0, 1, 0)


def test_other_lines_count_neither_way() -> None:
    page = make_page("title", "body", "teaser", "byline")
    whole = evaluate_documents([make_document(kinds=KINDS | {4: "other"})], lambda _: page).score
    assert (whole.lines, whole.accuracy, whole.families["fragment"]) == (3, 1.0, Tally(0, 0, 0))


def test_a_crash_is_a_miss_of_every_line_and_author() -> None:
    def crash(text: str) -> Page:
        raise ValueError(text[:3])

    judged = judge(make_document(), crash)
    whole = score([judged])
    assert judged.error == "ValueError('Fog')"
    assert (whole.crashes, whole.accuracy, whole.lost) == (1, 0.0, 1000.0)
    assert whole.authors is not None
    assert whole.authors.names == Tally(0, 0, 1)


def test_truth_without_authors_scores_none() -> None:
    page = make_page("title", "body", "body", "byline")
    whole = evaluate_documents([make_document(authors=None)], lambda _: page).score
    assert whole.authors is None


def test_a_report_shows_the_wrong_lines_side_by_side() -> None:
    page = make_page("heading", "body", "body", "byline")
    report = evaluate_documents([make_document()], lambda _: page)
    assert "     1  title       heading     Fog" in report.render().splitlines()
    assert report.as_dict()["worst"] == [
        {
            "name": "made/1.txt",
            "error": None,
            "wrong": [{"line": 1, "truth": "title", "found": "heading"}],
        }
    ]


@pytest.mark.parametrize(
    ("tally", "rates"),
    [
        pytest.param(Tally(0, 0, 0), (1.0, 1.0, 1.0), id="nothing there, nothing found"),
        pytest.param(Tally(3, 1, 0), (0.75, 1.0, 6 / 7), id="one false alarm"),
        pytest.param(Tally(0, 2, 2), (0.0, 0.0, 0.0), id="all wrong"),
    ],
)
def test_tally_rates(tally: Tally, rates: tuple[float, float, float]) -> None:
    assert (tally.precision, tally.recall, tally.f1) == rates
