"""Lines and their labels become a page."""

import re
from collections.abc import Sequence
from itertools import pairwise

from loader.model import ARTICLE_KINDS, KINDS, Kind, Page, Span
from loader.split.bylines import read_bylines
from loader.split.dates import read_date
from loader.split.label import Label, label_lines
from loader.split.language import find_language
from loader.split.lines import Line, find_lines
from loader.split.mentions import find_mentions

_PARAGRAPH = 80  # characters of the shortest line that passes for a finished paragraph
_ABOUT_TEXT = frozenset({"title", "standfirst", "heading", "byline"})
_TITLE: frozenset[Kind] = frozenset({"title"})
_NO_TEXT = frozenset(KINDS) - frozenset(ARTICLE_KINDS)
_SENTENCE = re.compile(r"(?:\S++\s++){5}.*[.!?…][\"'”’»)\]]*$|.{15,}[。！？][」』”）]*$", re.DOTALL)
_SECOND_ARTICLE = 3  # finished paragraphs after a bio or a boundary that make a further article


def split(text: str, decided: Sequence[tuple[int, int, Kind]] = ()) -> Page:
    """Return the page that a seed's text makes up; its spans tile the text.

    Lines that begin within a range of ``decided`` (start, end, kind) are of that kind: a person
    said so, and the last one to say so is right.
    Text that holds nothing but white space is one notice span, and '' has no span. Raises
    nothing.
    """
    lines = find_lines(text)
    if not lines:
        blank = Span(0, len(text), "notice", "blank page", 1.0, None)
        return Page((blank,) if text else (), 0, (), (), None, ())
    labels = _corrected(lines, _with_text(lines, label_lines(lines)), decided)
    owners = _owners(lines, labels)
    spans = _make_spans(lines, labels, owners)
    articles = max((owner for owner in owners if owner is not None), default=-1) + 1
    language = find_language(text)
    return Page(
        spans=spans,
        articles=articles,
        bylines=read_bylines(text, spans, language),
        mentions=find_mentions(text),
        language=language,
        published=_dates(text, spans, articles),
    )


def _dates(text: str, spans: tuple[Span, ...], articles: int) -> tuple[str | None, ...]:
    """Return for each article the first date that a dateline printed with it tells."""
    dates: list[str | None] = [None] * articles
    for span in spans:
        if span.kind == "dateline" and span.article is not None and dates[span.article] is None:
            dates[span.article] = read_date(text[span.start : span.end])
    return tuple(dates)


def _with_text(lines: list[Line], labels: list[Label]) -> list[Label]:
    """Call a page's longest sentence its text where nothing else is.

    What surrounds an article (its summary, headings, bylines) cannot be all that a page holds.
    """
    if any(label.kind == "body" for label in labels):
        return labels
    sentences = [
        place
        for place, (line, label) in enumerate(zip(lines, labels, strict=True))
        if label.kind in _ABOUT_TEXT and _SENTENCE.match(line.text)
    ]
    if not sentences:
        return labels
    longest = max(sentences, key=lambda place: len(lines[place].text))
    only = Label("body", "the only text of the page", labels[longest].confidence)
    return [*labels[:longest], only, *labels[longest + 1 :]]


def _corrected(
    lines: list[Line], labels: list[Label], decided: Sequence[tuple[int, int, Kind]]
) -> list[Label]:
    for start, end, kind in decided:
        labels = [
            Label(kind, "decided by a person", 1.0) if start <= line.start < end else label
            for line, label in zip(lines, labels, strict=True)
        ]
    return labels


def _owners(lines: list[Line], labels: list[Label]) -> list[int | None]:
    """Return for each line the index of the article that it belongs to or stands by.

    A further article begins at a second title with at least three finished paragraphs of its own,
    or where, after the end of one (a byline behind its body), as many follow one another. Teasers
    end none: they are printed between the paragraphs of an article as well.
    """
    kinds = [label.kind for label in labels]
    if not any(kind in ARTICLE_KINDS for kind in kinds):
        return [None] * len(kinds)
    owners: list[int | None] = []
    article = paragraphs = 0
    ended = False
    for index, kind in enumerate(kinds):
        if paragraphs and (kind == "title" or (ended and kind in ARTICLE_KINDS)):
            ends = _TITLE if kind == "title" else _NO_TEXT
            if _goes_on(lines[index:], kinds[index:], ends):
                article, paragraphs, ended = article + 1, 0, False
        paragraphs += kind == "body"
        ended = ended or (kind == "byline" and paragraphs >= _SECOND_ARTICLE)
        owners.append(article)
    return owners


def _goes_on(lines: list[Line], kinds: list[Kind], ends: frozenset[Kind]) -> bool:
    """Tell whether three finished paragraphs follow the first line, before a line of ``ends``."""
    finished = 0
    for place, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if place and kind in ends:
            break
        finished += kind == "body" and not line.text[-1].isalnum() and len(line.text) >= _PARAGRAPH
        if finished >= _SECOND_ARTICLE:
            return True
    return False


def _make_spans(
    lines: list[Line], labels: list[Label], owners: list[int | None]
) -> tuple[Span, ...]:
    """Return the spans: neighbouring body lines of one article, rule and confidence share one."""
    cuts = [0]
    for index, (before, after) in enumerate(pairwise(labels), 1):
        joined = before.kind == "body" and before == after and owners[index - 1] == owners[index]
        if not joined:
            cuts.append(index)
    spans = []
    for first, behind in pairwise([*cuts, len(lines)]):
        label, start, end = labels[first], lines[first].start, lines[behind - 1].end
        spans.append(Span(start, end, label.kind, label.rule, label.confidence, owners[first]))
    return tuple(spans)
