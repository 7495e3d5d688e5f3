"""The splitter on every sample document: right, but for the differences that are listed.

The lists hold what is known to differ from the truth. A test fails when a difference comes and
when one goes, so that the lists stay true.
"""

import json
from pathlib import Path
from typing import Any

from loader.model import Byline, Page
from loader.split import split
from loader.split.lines import find_lines
from tests.test_sample_seeds import SEEDS, decode, each_seed, kinds_of

KNOWN: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).parent / "cases/sample_differences.json").read_text("utf-8")
)


def known(truth: dict[str, Any], part: str, otherwise: Any) -> Any:
    """Return what is known to be found instead of the truth in one part of a sample's page."""
    return KNOWN.get(truth["file"], {}).get(part, otherwise)


def found_kinds(text: str, page: Page) -> dict[int, str]:
    """Return the kind of the span that each line with text lies in, by physical number."""
    spans = [(span.start, span.kind) for span in page.spans]
    return {
        line.number: next(kind for start, kind in reversed(spans) if start <= line.start)
        for line in find_lines(text)
    }


def found_authors(bylines: tuple[Byline, ...]) -> list[dict[str, Any]]:
    """Return the people whom the bylines name, as the truth spells them, each once."""
    people: dict[str, dict[str, Any]] = {}
    for credit in [credit for byline in bylines for credit in byline.credits]:
        if credit.kind != "person":
            continue
        empty: dict[str, Any] = {
            "name": credit.name,
            "native": None,
            "roles": [],
            "organisations": [],
        }
        person = people.setdefault(credit.name, empty)
        person["native"] = person["native"] or credit.native_name
        for affiliation in credit.affiliations:
            add_once(person["roles"], affiliation.role)
            add_once(person["organisations"], affiliation.organisation)
    return list(people.values())


def add_once(known: list[str], printed: str | None) -> None:
    """Append what is printed unless it is known already."""
    if printed is not None and printed not in known:
        known.append(printed)


def found_agencies(bylines: tuple[Byline, ...]) -> list[str]:
    """Return the agencies that the bylines name."""
    named = [credit for byline in bylines for credit in byline.credits]
    return [credit.name for credit in named if credit.kind == "agency"]


def split_sample(truth: dict[str, Any]) -> tuple[str, Page]:
    text = decode((SEEDS / truth["file"]).read_bytes())
    return text, split(text)


@each_seed
def test_kinds(truth: dict[str, Any]) -> None:
    text, page = split_sample(truth)
    true, found = kinds_of(truth), found_kinds(text, page)
    assert found.keys() == true.keys()
    differing = [[n, true[n], found[n]] for n in true if found[n] != true[n]]
    assert differing == known(truth, "lines: number, truth, found", [])
    assert page.articles == known(truth, "articles found", truth["articles"])


@each_seed
def test_authors(truth: dict[str, Any]) -> None:
    _, page = split_sample(truth)
    assert found_authors(page.bylines) == known(truth, "authors found", truth["authors"])
    assert found_agencies(page.bylines) == truth["agencies"]


@each_seed
def test_mentions(truth: dict[str, Any]) -> None:
    _, page = split_sample(truth)
    bylines = [span for span in page.spans if span.kind == "byline"]
    outside = [
        [mention.latin, mention.native]
        for mention in page.mentions
        if not any(span.start <= mention.start < span.end for span in bylines)
    ]
    assert outside == known(truth, "mentions found", truth["mentions"])


@each_seed
def test_language_and_date(truth: dict[str, Any]) -> None:
    _, page = split_sample(truth)
    assert page.language == truth["language"]
    assert list(page.published) == truth["published"]
