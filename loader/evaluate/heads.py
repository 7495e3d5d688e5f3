"""Heads, insides and tails of composed pages, as papers in several languages print them."""

# ruff: noqa: PLR2004  (chances stand where they are drawn)

from random import Random

from loader.evaluate import headlines, phrases, signatures
from loader.evaluate.fill import Fill
from loader.evaluate.truth import Labelled
from loader.split.shape import ASK, LETTER, QUOTE, find_end

_HEADING = 80  # characters of the longest line that passes for a heading
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
        if rng.random() < 0.5:
            signed.append(("byline", draw(headlines.BY_LINES)))
        else:
            signed += [("byline", fill(line)) for line in rng.choice(signatures.ABOVE)]
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
    mode = rng.choice(("headings", "headings", "interview", "ranking", "none", "none"))
    if mode == "ranking":
        return _rank(rng, language, middle, fill)
    dressed: list[Labelled] = []
    for place, item in enumerate(middle):
        inner = 0 < place < len(middle)
        if mode == "headings" and inner and rng.random() < 0.2:
            dressed.append(("heading", rng.choice(headlines.HEADINGS[language])))
        if mode == "interview" and rng.random() < 0.5:
            dressed.append(("body", rng.choice(headlines.QUESTIONS[language])))
        if inner and rng.random() < 0.02:
            dressed += make_items(rng, item[1], fill)
        if inner and rng.random() < 0.01:
            dressed.append(("notice", rng.choice(headlines.INSIDE[language])))
        if inner and rng.random() < 0.02:
            dressed.append(("caption", fill(rng.choice(headlines.CAPTIONS[language]))))
        dressed.append(item)
    return dressed


def make_items(rng: Random, paragraph: str, fill: Fill) -> list[Labelled]:
    """Return a list inside a text: books, people, places, words or sentences of a paragraph.

    Some lists come in groups of a few entries, each below a line of its own, as prizes do.
    """
    sign = rng.choice(("", "", "", "- ", "• ", "* ", "– ", "{number}. ", "{number}) "))
    wording, group = rng.choice(_ITEMS), rng.choice(_GROUPS)
    number = rng.choice((3, 5, 8, 15, 30))
    texts = _texts(rng, wording, paragraph, number, fill)
    every = rng.choice((2, 4, 6)) if group else len(texts) + 1
    items: list[Labelled] = []
    for place, text in enumerate(texts):
        if group and place % every == 0:
            items.append(("body", fill(group)))
        if text:
            items.append(("body", sign.replace("{number}", str(place + 1)) + text))
    return items


def _texts(rng: Random, wording: str, paragraph: str, number: int, fill: Fill) -> list[str]:
    if wording == "sentences":
        return paragraph.split(". ")
    if wording == "words":
        words = paragraph.split()
        starts = [rng.randrange(max(1, len(words) - 4)) for _ in range(number)]
        return [
            " ".join(words[at : at + rng.randint(1, 4)]).strip(',.;:“”"').capitalize()
            for at in starts
        ]
    return [fill(wording) for _ in range(number)]


_GROUPS = ("", "", "", "{r} of the year", "Best {r}", "{p}", "{o}", "{d} boats:")
_ITEMS = (
    "sentences",
    "sentences",
    "words",
    "words",
    "words",
    "{n}, The Book of {p}",
    "{n}",
    "{o}",
    "{p}",
    "{n}, {r}",
    "{p}: {d} boats",
    "{o} ({p})",
    "{d} crowns for {o}",
    "{n}, “The Low Tide”",
    "{n} – winner",
    "{p} {d}, {p} {d}",
    "{p}: {n}, {r}",
)


def _rank(rng: Random, language: str, middle: list[Labelled], fill: Fill) -> list[Labelled]:
    """Return paragraphs as entries of a ranking: each below a heading, a short line below some."""
    make = rng.choice(_ENTRIES)
    note = rng.choice((*_ENTRY_NOTES, *[None] * len(_ENTRY_NOTES)))
    every = rng.choice((1, 1, 2, 3))
    ranked: list[Labelled] = []
    for place, item in enumerate(middle):
        if place and place % every == 0:
            number = str(place // every)
            heading = make.replace("{number}", number)
            ranked.append(("heading", fill(heading or rng.choice(headlines.HEADINGS[language]))))
        ranked.append(item)
        if note and place:
            ranked.append(("body", fill(note)))
    return ranked


_ENTRIES = (
    "",
    "{number}. {o}",
    "{number}. {n}",
    "{number}) {p}",
    "#{number} {o}",
    "{number}",
    "{number} votes:",
    "{o}",
    "{n}",
    "{p}, {p}",
    "{o} – best for small harbours",
    "Best for beginners: {o}",
    "What is {o}?",
    "How does {o} work?",
    "Step {number}: find {p}",
    "Platz {number}: {o}",
    "Chapter {number}",
)
_ENTRY_NOTES = (
    "Open daily until {d2} March. {o}, {p}",
    "Price: {d} crowns",
    "Pros: light, cheap, dry",
    "{p}; Wednesday, 9 p.m.",
    "Buy it here.",
    "— {n}",
)


def make_tail(rng: Random, language: str, fill: Fill) -> list[Labelled]:
    """Return one or two lines on the writers, with or without a note of the paper."""
    tail: list[Labelled] = []
    for _ in range(rng.choice((0, 1, 1, 2))):
        if rng.random() < 0.5:
            tail.append(("byline", fill(rng.choice(headlines.TAILS[language]))))
        else:
            tail += [("byline", fill(line)) for line in rng.choice(signatures.BELOW)]
    if rng.random() < 0.35:
        tail.append(("notice", fill(rng.choice(headlines.NOTES[language]))))
    if rng.random() < 0.2:
        tail.reverse()
    return tail


def looks_like_heading(kind: str, text: str) -> bool:
    """Tell whether a line called body is one that pages of sites call a heading or a title."""
    return kind == "body" and len(text) <= _HEADING and find_end(text) in (ASK, LETTER, QUOTE)
