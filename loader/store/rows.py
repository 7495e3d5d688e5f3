"""A seed and its page become rows: plain tuples, the only thing that crosses processes.

Rows of one seed refer to each other by index (0 for its first article, fragment or byline, -1 for
none); the writer puts the archive's ids in their place. Everything that can be worked out without
the archive is worked out here, since many processes can do it at once and only one can write.
Long texts cross as UTF-8: as strings each process on the way would decode and encode them again.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from loader.corrections import NO_CORRECTIONS, Corrections
from loader.model import ARTICLE_KINDS, FRAGMENT_KINDS, Byline, Credit, Page, Seed, Span
from loader.store.fold import count_words, index_text
from loader.store.prints import article_prints, first_print, pack, teaser_key
from loader.store.records import row_counts

Row = tuple[Any, ...]
NONE = -1
_DIFFERENT = 2
LABEL_WIDTH = 80
_SENTENCE_END = re.compile(r"[.!?。！？．।][\"'”’»)\]）」』]*$")
_TAIL = 20  # characters that hold the end of a sentence and all that may close it
_json = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make one for each page
_MANY_WORDS = 12  # a shorter teaser without a full stop is a headline, not a cut sentence
_WIDE_SPACES = [chr(code) for code in range(128, 0x3001) if chr(code).isspace()]
_IN_WORD = bytes(not chr(code).isspace() for code in range(128)) + b"\1" * 128  # of UTF-8
# The column that a line's words stand in.
_COLUMNS = {kind: kind for kind in ("title", "standfirst", "body", "byline")} | {"heading": "body"}


class SeedRows(NamedTuple):
    """All rows of one seed, in the order of the columns in ``writer.py``.

    The lists ending in ``_index`` hold what the search index is fed, row by row, those ending in
    ``_prints`` what the passes across documents ask for: the packed prints of articles, the first
    print of fragments (None: no teaser, or one without letters). Texts of seeds and bodies of
    articles are in UTF-8.
    """

    seed: Row
    articles: list[Row]
    articles_index: list[Row]
    articles_prints: list[bytes]
    fragments: list[Row]
    fragments_index: list[str]
    fragments_prints: list[int | None]
    bylines: list[Row]
    bylines_index: list[str]
    credits: list[Row]
    affiliations: list[Row]
    mentions: list[Row]
    spans: list[Row]

    @property
    def sha256(self) -> str:
        """The SHA-256 of the seed's bytes."""
        return str(self.seed[1])

    @property
    def characters(self) -> int:
        """The length of the seed's text."""
        return int(self.seed[5])


def make_rows(seed: Seed, page: Page, corrections: Corrections = NO_CORRECTIONS) -> SeedRows:
    """Return the rows of a seed that was split into ``page``, its authors as corrected."""
    text = seed.text
    fragments = [span for span in page.spans if span.kind in FRAGMENT_KINDS]
    named, affiliations = _credit_rows(page, seed.key, corrections)
    made = [_article_rows(seed, page, index, named) for index in range(page.articles)]
    articles = [row for row, _, _ in made]
    texts = [text[span.start : span.end].strip() for span in fragments]
    fed = [index_text(own) for own in texts]
    fragment_rows = [
        _fragment_row(seed.key, *own, place)
        for place, own in enumerate(zip(fragments, texts, strict=True), 1)
    ]
    byline_rows = _byline_rows(text, page)
    mentions = _mention_rows(page, fragments)
    spans = _span_rows(page.spans)
    counts = row_counts(articles, fragment_rows, byline_rows, named, affiliations, mentions, spans)
    return SeedRows(
        seed=_seed_row(seed, page, counts),
        articles=articles,
        articles_index=[fed for _, fed, _ in made],
        articles_prints=[prints for _, _, prints in made],
        fragments=fragment_rows,
        fragments_index=fed,
        fragments_prints=[
            first_print(row[-1]) if row[3] == "teaser" else None for row in fragment_rows
        ],
        bylines=byline_rows,
        bylines_index=[index_text(str(row[-1])) for row in byline_rows],
        credits=named,
        affiliations=affiliations,
        mentions=mentions,
        spans=spans,
    )


def opening(text: str, width: int = LABEL_WIDTH) -> str:
    """Return the opening words of a text: at most ``width`` code points, on one line.

    >>> opening("  A short   text ")
    'A short text'
    >>> opening("one two three", 8)
    'one two…'
    """
    words = " ".join(text[: width + width // 4].split())
    if len(words) <= width < len(text):  # white space may take more room than words
        words = " ".join(text[: 4 * width].split())
    if len(words) <= width:
        return words
    cut = words[:width]
    return (cut[: cut.rfind(" ")] if " " in cut[width // 2 :] else cut).rstrip(" ,;:—–-") + "…"


def count_spaced(text: str, utf8: bytes) -> int:
    """Return ``len(text.split())`` of a text, also given in UTF-8, in half the time.

    With each byte a 1 within a word and a 0 between words, a word begins and ends where
    neighbours differ; the end of the text counts as such a place, its beginning is added.
    """
    if not text.isascii() and any(space in text for space in _WIDE_SPACES):
        return len(text.split())
    ones = int.from_bytes(utf8.translate(_IN_WORD), "little")
    return ((ones ^ ones >> 8).bit_count() + (ones & 1)) // 2


def is_truncated(text: str, words: int) -> bool:
    """Tell whether a teaser of so many words stops in the middle of a sentence.

    >>> [is_truncated(text, 3) for text in ("It was late.", "And then…", "Fog closes port")]
    [False, True, False]
    """
    if text.endswith(("…", "...")):
        return True
    return words >= _MANY_WORDS and not _SENTENCE_END.search(text[-_TAIL:])


def _seed_row(seed: Seed, page: Page, counts: str) -> Row:
    return (
        seed.key,
        seed.sha256,
        seed.media_type,
        seed.encoding,
        seed.size,
        len(seed.text),
        seed.language or page.language,
        seed.url,
        seed.publisher,
        seed.published,
        seed.title,
        seed.title or opening(seed.text),
        counts,
        seed.record,
        seed.text.encode(),
    )


def _article_rows(
    seed: Seed, page: Page, index: int, named: Sequence[Row]
) -> tuple[Row, Row, bytes]:
    """Return an article's row, what the index is fed of it, and its packed prints."""
    own = [span for span in page.spans if span.article == index]
    parts = [span for span in own if span.kind in ARTICLE_KINDS]
    cut = _cut(seed.text, own)
    title, standfirst, body = cut.get("title"), cut.get("standfirst"), cut.get("body", "")
    names = [str(credit[3]) for credit in named if credit[0] == index]
    authors = "; ".join(names) or None
    fed = index_text(body)
    utf8 = body.encode()
    start = parts[0].start
    row = (
        f"{seed.key}-{start}",
        index + 1,
        title,
        standfirst,
        title or seed.title or opening(body or seed.text[start : parts[-1].end]),
        cut.get("byline"),
        authors,
        _json(names),
        seed.language or page.language,
        page.published[index] or seed.published,
        seed.url,
        count_spaced(body, utf8) if fed is body else count_words(body),
        start,
        parts[-1].end,
        min(span.confidence for span in parts),
        utf8,
    )
    short = [value and index_text(value) for value in (title, standfirst, authors)]
    indexed = (*short[:2], utf8 if fed is body else fed.encode(), short[2])
    return row, indexed, pack(article_prints(title, standfirst, body))


def _cut(text: str, spans: Iterable[Span]) -> dict[str, str]:
    """Return the spans' slices of a text by column, as they stand, outer white space removed."""
    pieces: dict[str, list[str]] = {}
    for span in spans:
        if span.kind in _COLUMNS:
            pieces.setdefault(_COLUMNS[span.kind], []).append(text[span.start : span.end])
    return {column: "".join(slices).strip() for column, slices in pieces.items()}


def _fragment_row(key: str, span: Span, own: str, position: int) -> Row:
    words = count_words(own)
    return (
        NONE if span.article is None else span.article,
        f"{key}-{span.start}",
        position,
        span.kind,
        opening(own),
        words,
        int(span.kind == "teaser" and is_truncated(own, words)),
        span.start,
        span.end,
        span.confidence,
        teaser_key(own) if span.kind == "teaser" else None,
        own,
    )


def _byline_rows(text: str, page: Page) -> list[Row]:
    spans = [span for span in page.spans if span.kind == "byline"]
    return [
        (
            NONE if span.article is None else span.article,
            place,
            byline.kind,
            byline.start,
            byline.end,
            byline.confidence,
            text[byline.start : byline.end],
        )
        for place, (span, byline) in enumerate(zip(spans, page.bylines, strict=True), 1)
    ]


def _credit_rows(page: Page, seed: str, corrections: Corrections) -> tuple[list[Row], list[Row]]:
    """Return the authors, each of an article once, and what is said of them."""
    named: list[_Named] = []
    affiliations: list[Row] = []
    for index, article, byline in placed_bylines(page):
        for credit in byline.credits:
            known_as = _known_as(credit, seed, corrections)
            if known_as is None:
                continue
            place = _place(named, _Named(article, index, known_as, credit))
            affiliations.extend(
                (index, article, place, said.role, said.organisation, said.start, said.end)
                for said in credit.affiliations
            )
    counts: dict[int, int] = {}
    rows: list[Row] = []
    for one in named:
        counts[one.article] = counts.get(one.article, 0) + 1
        rows.append(one.row(counts[one.article]))
    return rows, affiliations


@dataclass(slots=True)
class _Named:
    """An author of an article as first named; the native name may come from a later byline."""

    article: int
    byline: int
    known_as: str
    credit: Credit

    def row(self, position: int) -> Row:
        credit = self.credit
        return (
            self.article,
            self.byline,
            position,
            credit.name,
            credit.native_name,
            credit.kind,
            self.known_as,
            credit.start,
            credit.end,
        )


def _place(named: list[_Named], new: _Named) -> int:
    """Return an author's position in the article; a new one is added.

    One name is one author, unless two native names are printed beside it.
    """
    position = 0
    for one in named:
        if one.article != new.article:
            continue
        position += 1
        natives = {one.credit.native_name, new.credit.native_name} - {None}
        if len(natives) < _DIFFERENT and _folded(one.known_as) == _folded(new.known_as):
            if one.credit.native_name is None and natives:
                one.credit = replace(one.credit, native_name=new.credit.native_name)
            return position
    named.append(new)
    return position + 1


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _known_as(credit: Credit, seed: str, corrections: Corrections) -> str | None:
    """Return the name that tells who is credited; None where a person said that it is nobody."""
    known = corrections.author(credit.name, seed) if corrections.authors else None
    return credit.name if known is None else known.known_as


def placed_bylines(page: Page) -> Iterable[tuple[int, int, Byline]]:
    """Yield the bylines that were printed with an article, their own number and its first."""
    spans = [span for span in page.spans if span.kind == "byline"]
    for index, (span, byline) in enumerate(zip(spans, page.bylines, strict=True)):
        if span.article is not None:
            yield index, span.article, byline


def _mention_rows(page: Page, fragments: Sequence[Span]) -> list[Row]:
    if not page.mentions:
        return []
    places = {span.start: index for index, span in enumerate(fragments)}
    rows: list[Row] = []
    for mention in page.mentions:
        span = next(span for span in reversed(page.spans) if span.start <= mention.start)
        own = span.article if span.kind in ARTICLE_KINDS else None
        rows.append(
            (
                NONE if own is None else own,
                places.get(span.start, NONE),
                mention.start,
                mention.end,
                mention.latin,
                mention.native,
            )
        )
    return rows


def _span_rows(spans: Sequence[Span]) -> list[Row]:
    rows: list[Row] = []
    fragment = byline = 0
    for position, span in enumerate(spans, 1):
        is_fragment, is_byline = span.kind in FRAGMENT_KINDS, span.kind == "byline"
        rows.append(
            (
                NONE if span.article is None else span.article,
                fragment if is_fragment else NONE,
                byline if is_byline else NONE,
                position,
                span.kind,
                span.start,
                span.end,
                span.rule,
                span.confidence,
            )
        )
        fragment += is_fragment
        byline += is_byline
    return rows
