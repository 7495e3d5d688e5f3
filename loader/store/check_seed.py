"""Proof that a seed is whole: its bytes, the tiling of its text, that its rows are slices of it."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loader.model import ARTICLE_KINDS, FRAGMENT_KINDS
from loader.read import encode_text
from loader.store.problem import RELOAD, Problem
from loader.store.records import (
    COUNTED,
    Article,
    SeedRecord,
    Source,
    Span,
    article_of,
    byline_of,
    credit_of,
    fragment_of,
    source_of,
    span_of,
)


def check_seed(record: SeedRecord) -> Iterator[Problem]:
    """Yield what is broken in one seed and its rows."""
    source = source_of(record.seed)
    spans = [span_of(row) for row in record.spans]
    for what in (
        *_wrong_source(source),
        *_wrong_spans(spans, source.characters),
        *_wrong_articles(record, spans),
        *_wrong_fragments(record, spans),
        *_wrong_bylines(record, spans),
        *_wrong_counts(record, source),
    ):
        yield Problem(f"seed {source.key}", what, RELOAD)


def _wrong_source(source: Source) -> Iterator[str]:
    try:
        raw = encode_text(source.text, source.encoding)
    except (UnicodeError, LookupError) as error:
        yield f"its text cannot be encoded as {source.encoding}: {error}"
        return
    if source.record is not None:
        raw = f"{source.record}\n".encode() + raw
    if hashlib.sha256(raw).hexdigest() != source.sha256:
        yield "its text is not what was loaded: the SHA-256 differs"
    if source.sha256[:16] != source.key:
        yield f"its key is not the beginning of its SHA-256 {source.sha256}"
    if len(raw) != source.size:
        yield f"has {len(raw)} bytes, not {source.size}"
    if len(source.text) != source.characters:
        yield f"has {len(source.text)} characters, not {source.characters}"


def _wrong_counts(record: SeedRecord, source: Source) -> Iterator[str]:
    for table, count, given in zip(
        COUNTED, record.counts().split(), source.row_counts.split(), strict=True
    ):
        if count != given:
            yield f"has {count} rows of {table} where it was given {given}"


def _wrong_spans(spans: Sequence[Span], length: int) -> Iterator[str]:
    if not spans:
        yield "has no spans"
        return
    if [span.position for span in spans] != list(range(1, len(spans) + 1)):
        yield "its spans are not numbered from 1 without a gap"
    for left, right in pairwise(spans):
        if left.end != right.start:
            yield f"between {left.end} and {right.start} its spans leave a gap or overlap"
    if spans[0].start != 0 or spans[-1].end != length:
        yield f"its spans cover {spans[0].start} to {spans[-1].end}, its text 0 to {length}"
    if any(span.start >= span.end for span in spans):
        yield "it has an empty span"


def _wrong_articles(record: SeedRecord, spans: Sequence[Span]) -> Iterator[str]:
    for article in map(article_of, record.articles):
        own = [span for span in spans if span.article_id == article.id]
        held = _held(record.text, own)
        for column, value in (
            ("title", article.title),
            ("standfirst", article.standfirst),
            ("byline", article.byline),
            ("body", article.body or None),
        ):
            if value != held[column]:
                yield f"the {column} of article {article.key} is not what its spans hold"
        parts = [span for span in own if span.kind in ARTICLE_KINDS]
        if not parts or (article.start, article.end) != (parts[0].start, parts[-1].end):
            yield f"article {article.key} does not lie where its spans do"
        yield from _wrong_authors(record, article)


def _wrong_authors(record: SeedRecord, article: Article) -> Iterator[str]:
    credited = [credit_of(row) for row in record.credits if row[0] == article.position]
    if (article.authors or "") != "; ".join(credit.name for credit in credited):
        yield f"the authors of article {article.key} are not those of its bylines"
    authors = [credit.author for credit in credited]
    if (authors or article.author_names != "[]") and json.loads(article.author_names) != authors:
        yield f"the author_names of article {article.key} are not those of its authors"


def _wrong_fragments(record: SeedRecord, spans: Sequence[Span]) -> Iterator[str]:
    placed = {span.fragment_id for span in spans if span.kind in FRAGMENT_KINDS}
    if len(placed) != len(record.fragments):
        yield f"has {len(record.fragments)} fragments for {len(placed)} spans"
    for fragment in map(fragment_of, record.fragments):
        if record.text[fragment.start : fragment.end].strip() != fragment.text:
            place = f"{fragment.start} to {fragment.end}"
            yield f"fragment {fragment.key} is not the slice {place} of its text"
        if fragment.id not in placed:
            yield f"fragment {fragment.key} has no span"


def _wrong_bylines(record: SeedRecord, spans: Sequence[Span]) -> Iterator[str]:
    placed = {span.byline_id for span in spans if span.kind == "byline"}
    if len(placed) != len(record.bylines):
        yield f"has {len(record.bylines)} bylines for {len(placed)} spans"
    for byline in map(byline_of, record.bylines):
        if record.text[byline.start : byline.end].strip() != byline.text:
            place = f"{byline.start} to {byline.end}"
            yield f"byline {byline.position} is not the slice {place} of its text"
        if byline.id not in placed:
            yield f"byline {byline.position} has no span"


def _held(text: str, spans: Sequence[Span]) -> dict[str, str | None]:
    """Return what an article's spans hold for those of its columns that are cut from the text."""
    pieces: dict[str, list[str]] = {"title": [], "standfirst": [], "byline": [], "body": []}
    for span in spans:
        column = "body" if span.kind == "heading" else span.kind
        if column in pieces:
            pieces[column].append(text[span.start : span.end])
    return {column: "".join(held).strip() or None for column, held in pieces.items()}
