"""Bylines are read: names, kinds, what people are. All people and places are invented."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.model import Byline, Kind, Span
from loader.split.byline_rules import CONTACTS, MARKERS, OTHERS, SOURCES, CreditRule
from loader.split.bylines import read_bylines
from loader.split.caseless_rules import CASELESS_OTHERS, CASELESS_RULES
from loader.split.lines import find_lines
from loader.split.native_rules import LONE, NATIVE_OTHERS, NATIVE_RULES, NativeRule
from loader.split.people import read_name

CASES = Path(__file__).parent / "cases" / "bylines.txt"


def read(text: str, language: str | None = "en") -> tuple[Byline, ...]:
    """Read a text all of whose lines are byline spans."""
    spans = [Span(line.start, line.end, "byline", "test", 1.0) for line in find_lines(text)]
    return read_bylines(text, spans, language)


def shown(bylines: tuple[Byline, ...]) -> list[str]:
    """Return the authors as the case file writes them, each once, in order."""
    people: dict[str, list[str]] = {}
    for byline in bylines:
        for credit in byline.credits:
            label = f"[{credit.name}]" if credit.kind == "agency" else credit.name
            if credit.native_name:
                label += f" / {credit.native_name}"
            stated = people.setdefault(label, [])
            for one in credit.affiliations:
                text = f"{one.role or '-'} at {one.organisation or '-'}"
                if text not in stated:
                    stated.append(text)
    return [
        f"{label}: {'; '.join(stated)}" if stated else label for label, stated in people.items()
    ]


def cases() -> list[tuple[str, str, str, list[str]]]:
    """Return the case file's blocks: language, name, text, expected authors."""
    blocks = CASES.read_text("utf-8").split("\n@ ")[1:]
    found = []
    for block in blocks:
        head, *lines = [line for line in block.strip().split("\n") if line]
        language, name = head.split()
        text = "\n".join(line for line in lines if not line.startswith("= "))
        found.append((language, name, text, [line[2:] for line in lines if line.startswith("= ")]))
    return found


@pytest.mark.parametrize(
    ("language", "name", "text", "expected"), cases(), ids=lambda value: str(value)[:24]
)
def test_wording(language: str, name: str, text: str, expected: list[str]) -> None:
    assert shown(read(text, language)) == expected, name


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("Jo Otieng’ is", 0, "Jo Otieng’"),
        ("‘Jo Young’ is", 1, "Jo Young"),
        ("Jo Young’s book", 0, "Jo Young"),
    ],
    ids=["last letter of a Luo name", "quotation mark", "possessive"],
)
def test_apostrophe_behind_a_name(text: str, start: int, expected: str) -> None:
    name = read_name(text, start, len(text))
    assert name is not None
    assert text[name.start : name.end] == expected


def test_short_name_in_a_bio_is_the_person_above() -> None:
    text = "By Jo Reyes\nReyes is an editor at the Salt Gazette."
    above, below = read(text)
    assert [credit.name for credit in above.credits] == ["Jo Reyes"]
    assert [credit.name for credit in below.credits] == ["Jo Reyes"]
    assert text[below.credits[0].start : below.credits[0].end] == "Reyes"
    assert (above.kind, below.kind) == ("by-line", "bio")


def test_two_articles_have_casts_of_their_own() -> None:
    text = "By Jo Reyes\nBy Max Reyes\nReyes is an editor."
    spans = [
        Span(line.start, line.end, "byline", "test", 1.0, article)
        for line, article in zip(find_lines(text), (0, 1, 1), strict=True)
    ]
    names = [
        [credit.name for credit in byline.credits] for byline in read_bylines(text, spans, "en")
    ]
    assert names == [["Jo Reyes"], ["Max Reyes"], ["Max Reyes"]]


@pytest.mark.parametrize(
    ("text", "before", "after", "expected"),
    [
        pytest.param("Jo Reyes", "body", "body", ["Jo Reyes"], id="known given name"),
        pytest.param("Kim BERGER", "body", "body", ["Kim BERGER"], id="surname in capitals"),
        pytest.param("Mthunzi Zuma", "title", "body", ["Mthunzi Zuma"], id="under the title"),
        pytest.param("Mthunzi Zuma", "body", "teaser", ["Mthunzi Zuma"], id="at the end"),
        pytest.param("Mthunzi Zuma", "body", "body", [], id="amid the body"),
        pytest.param("Trust Your Instinct", "title", "body", [], id="a heading"),
    ],
)
def test_bare_name_needs_support(text: str, before: Kind, after: Kind, expected: list[str]) -> None:
    lines = find_lines(f"Above\n{text}\nBelow")
    kinds: tuple[Kind, ...] = (before, "byline", after)
    spans = [
        Span(line.start, line.end, kind, "test", 1.0)
        for line, kind in zip(lines, kinds, strict=True)
    ]
    (byline,) = read_bylines(f"Above\n{text}\nBelow", spans, "en")
    assert [credit.name for credit in byline.credits] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("By Jo Reyes", "by-line"),
        ("Jo Reyes is an editor.", "bio"),
        ("AFP", "agency"),
        ("Write to Jo Reyes at jo@example.org", "contact"),
        ("Edited by Jo Reyes", "by-line"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert [byline.kind for byline in read(text)] == [kind]


@pytest.mark.parametrize("rule", [*MARKERS, *CONTACTS], ids=lambda rule: rule.name)
def test_marker_names_authors_in_its_own_example(rule: CreditRule) -> None:
    assert rule.pattern.match(rule.example)
    assert [
        credit.kind for byline in read(rule.example, rule.language) for credit in byline.credits
    ]


@pytest.mark.parametrize("rule", SOURCES, ids=lambda rule: rule.name)
def test_source_names_a_house_in_its_own_example(rule: CreditRule) -> None:
    assert [credit.kind for byline in read(rule.example) for credit in byline.credits] == ["agency"]


@pytest.mark.parametrize("rule", OTHERS, ids=lambda rule: rule.name)
def test_other_credits_name_no_author_in_their_own_example(rule: CreditRule) -> None:
    assert rule.pattern.match(rule.example)
    assert [byline.credits for byline in read(rule.example, rule.language)] == [()]


@given(
    st.text(
        alphabet="ABJo Reyes,. |()\n文／林小明是教授 and isat–—“”’بقلم: سامي وليد،לד", max_size=80
    )
)
def test_places_hold_whatever_the_text(text: str) -> None:
    spans = [Span(line.start, line.end, "byline", "test", 1.0) for line in find_lines(text)]
    bylines = read_bylines(text, spans, None)
    assert len(bylines) == len(spans)
    for span, byline in zip(spans, bylines, strict=True):
        assert text[byline.start : byline.end] == text[span.start : span.end].strip()
        for credit in byline.credits:
            assert byline.start <= credit.start < credit.end <= byline.end
            for one in credit.affiliations:
                statement = text[one.start : one.end]
                assert (one.role or "") in statement
                assert (one.organisation or "") in statement


@pytest.mark.parametrize(
    "text",
    [
        "By " + "Jo Reyes, " * 20_000,
        "Jo Reyes is " + "an editor and " * 20_000,
        "Jo Reyes is an editor at " + "Tarn of " * 20_000,
        "Jo " * 60_000,
        "文／" + "林小明、" * 20_000,
        "بقلم: " + "سامي " * 20_000,
        "كتب: " + "سامي الخطيب، " * 20_000,
        "بقلم: " + "د." * 60_000,
        "Του " + "Νίκου Ταρνά και " * 20_000,
        "(" * 60_000,
        "A. " * 60_000,
        "Jo Reyes, " + "a, " * 60_000,
        "By Jo Reyes, editor" + ", and Ida Moll, editor" * 20_000,
        "Jo Reyes is an editor at " + "A, " * 60_000,
        "Jo Reyes, editor, and " * 20_000 + "are",
        "Jo Reyes is an editor. " * 20_000,
        "Jo Reyes is one and " + "Bo Carr is one and " * 20_000,
    ],
    ids=lambda text: text[:16],
)
def test_time_grows_with_length_only(text: str) -> None:
    started = time.process_time()
    read(text)
    assert time.process_time() - started < 2


@pytest.mark.real
def test_real_seeds_are_exact(real_seeds: Path) -> None:
    folder = real_seeds
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        truth = json.loads(line)
        text = (folder / truth["file"]).read_bytes().decode()
        kinds = {n: kind for kind, a, b in truth["runs"] for n in range(a, b + 1)}
        spans = [Span(x.start, x.end, kinds[x.number], "truth", 1.0) for x in find_lines(text)]
        got = [credit for byline in read_bylines(text, spans, "en") for credit in byline.credits]
        assert [credit.name for credit in got] == [author["name"] for author in truth["authors"]]
        for credit, author in zip(got, truth["authors"], strict=True):
            roles = dict.fromkeys(one.role for one in credit.affiliations)
            houses = dict.fromkeys(one.organisation for one in credit.affiliations)
            assert (list(roles), list(houses)) == (author["roles"], author["organisations"])


@pytest.mark.parametrize("rule", [*NATIVE_RULES, LONE, *CASELESS_RULES], ids=lambda rule: rule.name)
def test_native_rule_credits_someone_in_its_own_example(rule: NativeRule) -> None:
    assert rule.pattern.match(rule.example)
    assert [
        credit.name for byline in read(rule.example, rule.language) for credit in byline.credits
    ]


@pytest.mark.parametrize("rule", [*NATIVE_OTHERS, *CASELESS_OTHERS], ids=lambda rule: rule.name)
def test_native_other_credits_no_one_in_its_own_example(rule: NativeRule) -> None:
    assert rule.pattern.match(rule.example)
    assert [byline.credits for byline in read(rule.example, rule.language)] == [()]
