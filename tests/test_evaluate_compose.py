from random import Random

import pytest

from loader.evaluate.bare import compose_bare
from loader.evaluate.compose import compose
from loader.evaluate.crossval import Guess
from loader.evaluate.cuts import LAWS, Law
from loader.evaluate.learn import find_states, show_some, write_weights
from loader.evaluate.parts import gather
from loader.evaluate.train import calibration, render_figures, render_reliability
from loader.evaluate.truth import Document
from loader.split.decide import parse_weights
from loader.split.features import PLAIN, find_keys
from loader.split.lines import find_lines
from loader.split.sketch import sketch_page
from loader.split.unfold import unfold

SENTENCE = "The council of {place} met on day {day} and spoke at length about rope and fog. "


def make_document(place: str) -> Document:
    lines = [f"{place} Speaks of Rope"]
    lines += [SENTENCE.format(place=place, day=day) * 3 for day in range(12)]
    kinds = {1: "title"} | dict.fromkeys(range(2, 14), "body")
    return Document(f"made/{place}.txt", "\n".join(lines), "en", kinds, None)


STORE = gather([make_document(place) for place in ("Tarn", "Lund", "Vale", "Quay")])


@pytest.mark.parametrize("law", LAWS)
def test_a_composed_page_labels_every_line(law: Law) -> None:
    for page in compose(STORE, seed=3, count=20, laws=[law]):
        lines = page.text.split("\n")
        assert [n for n, line in enumerate(lines, 1) if line.strip()] == sorted(page.kinds)


def test_the_same_seed_gives_the_same_pages() -> None:
    assert compose(STORE, seed=1, count=5) == compose(STORE, seed=1, count=5)
    assert compose(STORE, seed=1, count=5) != compose(STORE, seed=2, count=5)


def test_teasers_come_from_other_articles_than_the_page() -> None:
    for page in compose(STORE, seed=4, count=30, laws=["words"]):
        lines = page.text.split("\n")
        texts = [lines[n - 1] for n, kind in page.kinds.items() if kind == "body"]
        place = next(text.split()[3] for text in texts if text.startswith("The council of "))
        openings = [lines[n - 1] for n, kind in page.kinds.items() if kind == "teaser"]
        assert not [text for text in openings if text.startswith(f"The council of {place} ")]


@pytest.mark.parametrize("law", LAWS)
def test_a_bare_page_holds_nothing_of_a_site(law: Law) -> None:
    bare = [make_document(place) for place in ("Tarn", "Lund")]
    for document in bare:
        document.kinds[1] = "body"
    pages = compose_bare(gather(bare), seed=5, count=20, laws=[law])
    assert {kind for page in pages for kind in page.kinds.values()} <= {"body", "teaser", "notice"}
    assert all(page.kinds[1] == "body" for page in pages)
    assert any("teaser" in page.kinds.values() for page in pages)


def test_pages_of_sites_are_no_bare_pages() -> None:
    assert compose_bare(STORE, seed=1, count=5, laws=LAWS) == []


def test_no_heading_stands_between_bare_text_and_pieces_of_other_articles() -> None:
    document = make_document("Tarn")
    document.kinds[5] = "heading"
    others = [make_document(place) for place in ("Lund", "Vale", "Quay")]
    pages = compose(gather([document, *others]), seed=7, count=600, laws=["ellipsis"])
    kinds = [list(page.kinds.values()) for page in pages]
    assert any("heading" in page for page in kinds)
    bare = [
        page for page in kinds if page[0] == "body" and set(page) <= {"body", "heading", "teaser"}
    ]
    ended = [page for page in bare if page[-2:] == ["teaser", "teaser"]]
    assert ended
    assert not any("heading" in page for page in ended)


def test_states_tell_the_phase_of_the_page() -> None:
    kinds = ["dateline", "title", "body", "teaser", "heading", "body", "byline", "notice"]
    assert find_states(kinds) == [
        "above dateline", "title", "body", "inside teaser", "heading", "body", "below byline",
        "below notice",
    ]  # fmt: skip


def test_lessons_hide_some_of_the_evidence() -> None:
    keys = find_keys(sketch_page(find_lines("By Ida Moll\n")))[0]
    unfolded = {key: unfold(key) for key in keys}
    names = [name for key in keys for name in unfolded[key]]
    shown = [show_some(keys, unfolded, Random(lesson)) for lesson in range(200)]  # noqa: S311
    assert all(set(some) <= set(names) for some in shown)
    assert 0.65 < sum(map(len, shown)) / (200 * len(names)) < 0.8
    assert show_some(PLAIN, {PLAIN[0]: ["plain"]}, Random(1)) == ["plain"]  # noqa: S311


def test_weights_are_read_as_written() -> None:
    held = {
        "calibration": [[0.0, 0.1], [1.0, 0.9]],
        "steps": {"body": {"body": 1.5}},
        "features": {"ends with a letter": {"below teaser": 0.25}},
    }
    weights = parse_weights(write_weights(held))
    assert weights.calibration == ((0.0, 0.1), (1.0, 0.9))
    assert max(weights.features["ends with a letter"]) == 0.25
    assert weights.steps[3][3] == 1.5


def test_calibration_rises_and_meets_the_share_that_was_right() -> None:
    guesses = [
        Guess("made", "a", number, "body", "body" if number % 4 else "teaser", chance)
        for chance in (0.6, 0.9)
        for number in range(1, 401)
    ]
    points = calibration(guesses)
    assert points[0][0] == 0.0
    assert points[-1] == (1.0, 0.75)
    assert "0.750" in render_reliability(guesses, points)
    assert "made" in render_figures(guesses)
