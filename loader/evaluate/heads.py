"""Heads, insides and tails of composed pages, as papers in several languages print them."""

# ruff: noqa: PLR2004  (chances stand where they are drawn)

from collections.abc import Callable
from random import Random

from loader.evaluate import headlines, phrases
from loader.evaluate.truth import TruthKind

Labelled = tuple[TruthKind, str]
Fill = Callable[[str], str]
_LATIN = ("en", "de", "fr", "es", "it")


def pick_language(rng: Random, language: str | None, *, wide: bool) -> str:
    """Return the language whose wordings suit a page: its own, if there are any, else English."""
    if wide:
        return "ja" if language == "ja" else "zh"
    if language in _LATIN:
        return language
    return "en" if rng.random() < 0.8 else rng.choice(_LATIN)


def make_head(
    rng: Random, language: str, title: str | None, standfirst: str | None, fill: Fill
) -> list[Labelled]:
    """Return a kicker, title, standfirst, by-line, dateline and caption, each by its chance."""

    def draw(table: dict[str, tuple[str, ...]]) -> str:
        return fill(rng.choice(table[language]))

    head: list[Labelled] = []
    own = title is not None and rng.random() < 0.4
    head.append(("title", title if own and title else draw(headlines.TITLES)))
    if standfirst and rng.random() < 0.5:
        head.append(("standfirst", standfirst))
    elif rng.random() < 0.3:
        head.append(("standfirst", draw(headlines.STANDFIRSTS)))
    signed: list[Labelled] = []
    if rng.random() < 0.6:
        signed.append(("byline", draw(headlines.BY_LINES)))
    if rng.random() < 0.35:
        signed.append(("dateline", draw(headlines.DATELINES)))
    rng.shuffle(signed)
    place = rng.choice((1, len(head), len(head)))
    head[place:place] = signed
    if rng.random() < 0.2:
        head.append(("caption", draw(headlines.CAPTIONS)))
    if rng.random() < 0.12:
        head.insert(0, ("dateline", rng.choice(phrases.KICKERS).strip(" :|：»》")))
    if rng.random() < 0.08:
        head.append(("notice", draw(headlines.INSIDE)))
    return head


def dress_middle(rng: Random, language: str, middle: list[Labelled], fill: Fill) -> list[Labelled]:
    """Return an article's paragraphs with headings, questions, notices or captions put between."""
    mode = rng.choice(("headings", "headings", "interview", "none", "none"))
    dressed: list[Labelled] = []
    for place, item in enumerate(middle):
        inner = 0 < place < len(middle)
        if mode == "headings" and inner and rng.random() < 0.2:
            dressed.append(("heading", rng.choice(headlines.HEADINGS[language])))
        if mode == "interview" and rng.random() < 0.5:
            dressed.append(("body", rng.choice(headlines.QUESTIONS[language])))
        if inner and rng.random() < 0.01:
            dressed.append(("notice", rng.choice(headlines.INSIDE[language])))
        if inner and rng.random() < 0.02:
            dressed.append(("caption", fill(rng.choice(headlines.CAPTIONS[language]))))
        dressed.append(item)
    return dressed


def make_tail(rng: Random, language: str, fill: Fill) -> list[Labelled]:
    """Return one or two lines on the writers, with or without a note of the paper."""
    tail: list[Labelled] = [
        ("byline", fill(rng.choice(headlines.TAILS[language])))
        for _ in range(rng.choice((0, 1, 1, 2)))
    ]
    if rng.random() < 0.35:
        tail.append(("notice", fill(rng.choice(headlines.NOTES[language]))))
    if rng.random() < 0.2:
        rng.shuffle(tail)
    return tail
