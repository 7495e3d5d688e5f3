"""Composed pages: labelled lines put together in code, by other laws than any folder holds.

Paragraphs, bios, captions, notices and headlines come from labelled documents, read where they
lie; notes, by-lines and site furniture also from ``notes``, ``signatures`` and ``phrases``. The
same seed gives the same pages.
"""

# ruff: noqa: PLR2004, S311  (chances stand where they are drawn; nothing is secret)

from collections.abc import Sequence
from random import Random

from loader.evaluate import notes, phrases, signatures
from loader.evaluate.cuts import LAWS, Cut, Law
from loader.evaluate.fill import Fill
from loader.evaluate.heads import (
    dress_middle,
    looks_like_heading,
    make_head,
    make_items,
    make_tail,
    pick_language,
)
from loader.evaluate.listings import make_listing, make_menu
from loader.evaluate.parts import Parts, Store
from loader.evaluate.teasers import make_headline, make_teasers
from loader.evaluate.truth import Document, Labelled, TruthKind
from loader.split.features import PIECES
from loader.split.shape import ENDINGS, TRAILING, find_end, is_wide

_FURNISHED = 0.4  # share of pages that wear another page's furniture
_ITEMISED = 0.12  # share of pages with a list inside the text
_SIGNED_LAST = 0.05  # share of pages whose last lines tell of the writer
_LISTED = 0.12  # share of pages with a menu or a long list of other articles
_DRESSED = 0.25  # share of the others with a head as papers print it
_SHORT = 6  # lines of a short article, which mostly has a headline
_HEADLINE = 31  # characters of a short one


def compose(store: Store, *, seed: int, count: int, laws: Sequence[Law] = LAWS) -> list[Document]:
    """Return ``count`` labelled pages, their teasers cut by one of the laws a page."""
    rng = Random(seed)
    return [
        _compose_page(rng, store, rng.choice(list(laws)), f"composed-{seed}/{number}.txt")
        for number in range(count)
    ]


def _compose_page(rng: Random, store: Store, law: Law, name: str) -> Document:
    fill = Fill(rng)
    if rng.random() < _FURNISHED:
        part = rng.choice([part for part in store.parts if part.above or part.below])
        page = _furnished_page(rng, store, part, fill)
    else:
        part = rng.choice(store.titled if rng.random() < 0.35 else store.parts)
        page = _bare_or_dressed(rng, store, part, law, fill)
    if rng.random() < _LISTED:
        page = _with_lists(rng, store, part, page, fill)
    if rng.random() < _SIGNED_LAST:
        page += [("byline", fill(line)) for line in rng.choice(signatures.BELOW)]
    return lay_out(rng, page, name, part.language)


def _with_lists(
    rng: Random, store: Store, part: Parts, page: list[Labelled], fill: Fill
) -> list[Labelled]:
    """Return a page with a menu above or below it, or a long list of other articles."""
    openings = store.openings(part.language)
    others = [other.opening for other in openings if other.name != part.name]
    cut = Cut(rng, rng.choice(LAWS))

    def some() -> list[Labelled]:
        if rng.random() < 0.5 and others:
            return make_listing(rng, part.language, others, fill, cut)
        return make_menu(rng, part.language, fill)

    above = some() if rng.random() < 0.5 else []
    below = some() if rng.random() < 0.7 else []
    if below and rng.random() < 0.5:
        below += make_menu(rng, part.language, fill)
    return above + page + below


def _bare_or_dressed(
    rng: Random, store: Store, part: Parts, law: Law, fill: Fill
) -> list[Labelled]:
    middle = _middle(rng, part)
    if rng.random() < _DRESSED:
        return _dressed_page(rng, store, part, middle, law, fill)
    page = _head(rng, part, fill)
    named = any(kind == "title" for kind, _ in page)
    if not named and rng.random() < (0.6 if len(middle) <= _SHORT else 0.08):
        page.insert(0, ("title", make_headline(rng, store, part)))
    teasers = make_teasers(rng, store, part, law, fill)
    page += _itemised(rng, _agreeing(page, middle, teasers), fill)
    bio = rng.random() < 0.6
    if rng.random() < 0.15:
        page.append(("notice", fill(rng.choice(phrases.NOTICES))))
    if bio:
        page += _bios(rng, store, fill)
    if rng.random() < 0.25:
        for _ in range(rng.choice((1, 1, 2, 3))):
            page.append(("notice", fill(rng.choice(phrases.NOTICES))))
    page += teasers
    if rng.random() < 0.25:
        for _ in range(rng.choice((1, 1, 2, 4))):
            page.append(("notice", fill(rng.choice(phrases.NOTICES))))
    return page


def _agreeing(
    head: list[Labelled], middle: list[Labelled], teasers: list[Labelled]
) -> list[Labelled]:
    """Return an article's lines, without headings if the page begins with text and ends in pieces.

    Labelled pages of that form call headings body.
    """
    titled = any(kind == "title" for kind, _ in head)
    if titled or sum(_is_piece(text) for _, text in teasers) < PIECES:
        return middle
    return [item for item in middle if item[0] != "heading"]


def _is_piece(text: str) -> bool:
    """Tell whether a line is unfinished, and long enough for a headline."""
    return len(text) >= _HEADLINE and ENDINGS[find_end(text)] >= TRAILING


def _dressed_page(  # noqa: PLR0917
    rng: Random,
    store: Store,
    part: Parts,
    middle: list[Labelled],
    law: Law,
    fill: Fill,
) -> list[Labelled]:
    """Return a page with a full head, dressed paragraphs, notes on the writers and teasers."""
    language = pick_language(rng, part.language, wide=is_wide(part.opening))
    summary = next((text for kind, text in part.above if kind == "standfirst"), None)
    if not part.printed:
        middle = [item for item in middle if not looks_like_heading(*item)]
    page = make_head(rng, language, part.title, summary, fill)
    page += _itemised(rng, dress_middle(rng, language, middle, fill), fill)
    page += make_tail(rng, language, fill)
    page += make_teasers(rng, store, part, law, fill)
    if rng.random() < 0.15:
        page.append(("notice", fill(rng.choice(phrases.NOTICES))))
    return page


def _furnished_page(rng: Random, store: Store, part: Parts, fill: Fill) -> list[Labelled]:
    """Return one page's article between the furniture of two others."""
    others = [other for other in store.openings(part.language) if other.above or other.below]
    same = [other for other in others if other.language == part.language] or others
    top, bottom = rng.choice(same), rng.choice(same)
    titles = ("title", "standfirst")
    own = [item for item in part.above if item[0] in titles]
    page: list[Labelled] = []
    if rng.random() < 0.5:
        page += part.above
    else:
        furniture = [item for item in top.above if item[0] not in titles]
        place = rng.randint(0, len(own))
        page += [*own[:place], *furniture[:40], *own[place:]]
    inner = list(part.whole)
    if rng.random() < 0.5:
        inner = [item for item in inner if item[0] in ("body", "heading", "caption")]
    inner = _itemised(rng, inner, fill)
    page += inner[: rng.randint(2, 8) if rng.random() < 0.1 else rng.randint(12, 80)]
    while page and page[-1][0] == "heading":
        page.pop()
    if rng.random() < 0.3:
        page += _bios(rng, store, fill)
    page += bottom.below[: rng.randint(3, 60)]
    return [(kind, text) for kind, text in page if kind != "other"]


def _head(rng: Random, part: Parts, fill: Fill) -> list[Labelled]:
    """Return what stands above the first paragraph, in one of the usual orders."""
    head = [item for item in part.article[:3] if item[0] in ("title", "standfirst")]
    if rng.random() < 0.25:
        head = []
    extra: list[Labelled] = []
    if rng.random() < 0.14:
        extra.append(("byline", fill(rng.choice(signatures.BY_LINES))))
    elif rng.random() < 0.25:
        extra += [("byline", fill(line)) for line in rng.choice(signatures.ABOVE)]
    if rng.random() < 0.06:
        extra.append(("byline", fill(rng.choice(notes.NOTES[:40]))))
    if rng.random() < 0.12:
        extra.append(("dateline", rng.choice(phrases.DATELINES)))
    rng.shuffle(extra)
    return head + extra


def _middle(rng: Random, part: Parts) -> list[Labelled]:
    start = next((n for n, item in enumerate(part.article) if item[0] == "body"), 0)
    rest = list(part.article[start:])
    longest = rng.randint(1, 5) if rng.random() < 0.15 else rng.randint(5, 40)
    if len(rest) > longest:
        first = rng.choice((0, 0, rng.randint(0, len(rest) - longest)))
        rest = rest[first : first + longest]
    while rest and rest[-1][0] != "body":
        rest.pop()
    return rest


def _itemised(rng: Random, middle: list[Labelled], fill: Fill) -> list[Labelled]:
    """Return an article's lines, some with a list between them."""
    paragraphs = [text for kind, text in middle if kind == "body"]
    if len(paragraphs) < 2 or rng.random() >= _ITEMISED:
        return middle
    place = rng.randint(1, len(middle))
    return [*middle[:place], *make_items(rng, rng.choice(paragraphs), fill), *middle[place:]]


def _bios(rng: Random, store: Store, fill: Fill) -> list[Labelled]:
    known = [bio for part in store.parts for bio in part.bios]
    draw = rng.random()
    if draw < 0.15:
        return [("byline", fill(line)) for line in rng.choice(notes.NOTE_GROUPS)]
    if draw < 0.55:
        blocks = rng.choice((1, 1, 1, 2))
        signed = [line for _ in range(blocks) for line in rng.choice(signatures.BELOW)]
        return [("byline", fill(line)) for line in signed]
    bios: list[Labelled] = []
    for _ in range(rng.choice((1, 1, 1, 1, 1, 2, 3))):
        wording = (
            rng.choice(known) if known and rng.random() < 0.3 else fill(rng.choice(notes.NOTES))
        )
        bios.append(("byline", wording))
    return bios


def lay_out(rng: Random, page: list[Labelled], name: str, language: str | None) -> Document:
    """Return labelled lines as a document, with blank lines between them or without."""
    gap = rng.choice((1, 1, 1, 2))
    lines: list[str] = []
    kinds: dict[int, TruthKind] = {}
    for kind, text in page:
        if lines:
            lines += [""] * (gap - 1)
        lines.append(text)
        kinds[len(lines)] = kind
    return Document(name, "\n".join(lines) + "\n", language, kinds, None)
