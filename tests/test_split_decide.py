import json
import time
from itertools import pairwise, product
from math import exp
from random import Random

import pytest

from loader.model import KINDS
from loader.split.decide import STATES, Decider, parse_weights, read_weights
from loader.split.explain import explain
from loader.split.features import PLAIN, find_keys
from loader.split.label import RULES, calibrate, label_lines
from loader.split.lines import find_lines
from loader.split.sketch import sketch_page
from loader.split.unfold import unfold
from loader.split.words import BIT

PARAGRAPH = (
    "The harbour council met on Tuesday and spoke for three hours about the price of rope, "
    "which has doubled since the fog set in, and about the ferry that nobody takes any more. "
)
CUT = "A pilot who had never seen the lighthouse from the sea was asked last week to paint it and"


def make_page(*tail: str) -> str:
    body = [f"{PARAGRAPH}The meeting of week {number} ended late." for number in range(14)]
    return "\n".join([*body, *tail]) + "\n"


def kinds(text: str) -> list[str]:
    return [label.kind for label in label_lines(find_lines(text))]


def test_a_bio_and_cut_teasers_end_an_article() -> None:
    bio = "Ida Moll is a senior fellow at the Institute for Tidal Security in Lund."
    teasers = [f"{start} {CUT}" for start in ("Once", "Again", "Today", "Now")]
    assert kinds(make_page(bio, *teasers)) == ["body"] * 14 + ["byline"] + ["teaser"] * 4


def test_an_article_that_just_ends_loses_nothing() -> None:
    assert set(kinds(make_page())) == {"body"}


def test_inner_paragraphs_are_plain() -> None:
    keys = find_keys(sketch_page(find_lines(make_page())))
    assert keys.count(PLAIN) >= 2
    assert unfold(PLAIN[0]) == ["finished paragraph among such paragraphs"]


def test_weights_name_known_states_and_features_in_plain_words() -> None:
    weights = read_weights()
    assert len(weights.steps) == len(STATES)
    assert all(len(row) == len(STATES) for row in weights.features.values())
    assert weights.calibration[0][0] == 0.0
    assert weights.calibration[-1][0] == 1.0


def test_a_strong_weight_decides() -> None:
    name = "no mark"
    held = {
        "calibration": [[0, 0], [1, 1]],
        "steps": {},
        "features": {f"{size}, {name}": {"below notice": 9.0} for size in ("tiny", "short")},
    }
    decider = Decider(parse_weights(json.dumps(held)))
    keys = find_keys(sketch_page(find_lines("Fog\nRope\n")))
    assert [(c.kind, round(c.chance, 2)) for c in decider.decide(keys)] == [("notice", 1.0)] * 2


@pytest.mark.parametrize(
    ("weight", "kind"),
    [pytest.param(4.5, "body", id="five of six"), pytest.param(5.0, "teaser", id="seven of eight")],
)
def test_an_articles_line_is_given_up_for_good_evidence_only(weight: float, kind: str) -> None:
    row = {"below teaser": weight, "body": 3.0}
    held = {"calibration": [], "steps": {}, "features": {"tiny, no mark": row}}
    keys = find_keys(sketch_page(find_lines("Fog\n")))
    assert Decider(parse_weights(json.dumps(held))).decide(keys)[0].kind == kind


@pytest.mark.parametrize(
    ("line", "name", "state", "weight", "kind"),
    [
        pytest.param("By Ida Moll", "reads as a by-line", "below byline", 3.0, "byline", id="read"),
        pytest.param(
            "Ida Moll is a poet.", "reads as a bio", "below byline", 3.0, "body", id="a bio first"
        ),
        pytest.param("Fog", "tiny, no mark", "below byline", 3.0, "body", id="as likely, unread"),
        pytest.param("Fog", "tiny, no mark", "below byline", 5.0, "byline", id="likelier, unread"),
        pytest.param("Fog", "tiny, no mark", "heading", 3.5, "heading", id="headline first"),
        pytest.param("Fog.", "tiny, no mark", "heading", 5.0, "body", id="bare page"),
        pytest.param("Fog.", "tiny, no mark", "heading", 5.5, "heading", id="bare page, surer"),
    ],
)
def test_what_names_people_or_parts_a_text_needs_chances_of_its_own(
    line: str, name: str, state: str, weight: float, kind: str
) -> None:
    held = {"calibration": [], "steps": {}, "features": {name: {state: weight, "body": 3.0}}}
    keys = find_keys(sketch_page(find_lines(line)))
    assert Decider(parse_weights(json.dumps(held))).decide(keys)[0].kind == kind


def test_chances_are_those_of_all_ways_through_the_page() -> None:
    rng = Random(3)  # noqa: S311  (always the same)
    steps = {
        state: {other: round(rng.uniform(-3, 5), 2) for other in STATES if rng.random() < 0.7}
        for state in STATES
    }
    rows = {
        f"{size}, no mark": {state: round(rng.uniform(0, 3), 2) for state in STATES}
        for size in ("tiny", "short", "middling")
    }
    held = {"calibration": [], "steps": steps, "features": rows}
    decider = Decider(parse_weights(json.dumps(held)))
    keys = find_keys(sketch_page(find_lines("Fog\nA rope came back to them\nRope\n")))
    weights = [decider.weigh(key) for key in keys]
    chances = [dict.fromkeys(KINDS, 0.0) for _ in keys]
    for way in product(range(len(STATES)), repeat=len(keys)):
        sums = [row[state] / 100 for row, state in zip(weights, way, strict=True)]
        leaps = [steps[STATES[one]].get(STATES[two], 0.0) for one, two in pairwise(way)]
        chance = exp(sum(sums) - sum(max(row) / 100 for row in weights) + sum(leaps))
        for line, state in enumerate(way):
            chances[line][STATES[state].split()[-1]] += chance
    whole = sum(chances[0].values())
    found = [(choice.chance, choice.kind) for choice in decider.decide(keys)]
    assert [chance for chance, _ in found] == pytest.approx(
        [chances[line][kind] / whole for line, (_, kind) in enumerate(found)], abs=1e-6
    )


def test_texts_longer_than_any_page_are_judged_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = find_lines(make_page("Ida Moll is a lecturer at Tarn College.") * 4)
    parts = [label_lines(lines[start : start + 10]) for start in range(0, len(lines), 10)]
    in_parts = [label for part in parts for label in part]
    assert label_lines(lines) != in_parts
    monkeypatch.setattr("loader.split.label._TOGETHER", 10)
    assert label_lines(lines) == in_parts


def test_confidence_rises_with_the_chance() -> None:
    steps = [calibrate(chance / 50) for chance in range(51)]
    assert steps == sorted(steps)


def test_explanations_tell_every_line_with_its_reasons() -> None:
    text = make_page("Ida Moll is a lecturer at Tarn College.")
    told = explain(text)
    assert [line.kind for line in told] == kinds(text)
    assert told[-1].rule == "bio: name and verb"
    assert 1 <= len(told[-1].reasons) <= 3
    assert all(weight > 0 for _, weight in told[-1].reasons)
    assert explain(" \n") == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.kind} {rule.name}")
def test_rules_name_marks_that_exist(rule: object) -> None:
    assert all(mark in BIT for mark in rule.marks)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("fog " * 500_000, id="one long line"),
        pytest.param("Fog came\n" * 40_000, id="many short lines"),
        pytest.param(".,;:!?(" * 100_000, id="punctuation"),
        pytest.param("A. B. " * 150_000, id="initials"),
        pytest.param(f"{PARAGRAPH}\n" * 10_000, id="many paragraphs"),
        pytest.param("霧" * 300_000, id="wide script"),
    ],
)
def test_time_grows_with_the_text_alone(text: str) -> None:
    begun = time.process_time()
    label_lines(find_lines(text))
    assert time.process_time() - begun < 20
