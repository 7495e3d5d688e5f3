"""Corrections as truth: what a person decided, to measure the splitter against."""

import sqlite3
from bisect import bisect_left

from loader.corrections import Corrections, LineCorrection
from loader.evaluate.truth import Document, TruthKind
from loader.split.lines import find_lines
from loader.store.corrected import find_seed


def corrected_documents(db: sqlite3.Connection, corrections: Corrections) -> list[Document]:
    """Return a document for each seed with corrected lines; its truth speaks of those lines only.

    Corrections that no longer fit are passed over.
    """
    documents: list[Document] = []
    for key in dict.fromkeys(line.seed for line in corrections.lines):
        found = find_seed(db, key)
        kinds: dict[int, TruthKind] = {}
        if found is not None:
            for line in corrections.lines:
                if line.seed == key and line.fits(found[1]):
                    kinds |= dict.fromkeys(_numbers(found[1], line), line.kind)
        if found is not None and kinds:
            documents.append(Document(key, found[1], None, kinds, None))
    return documents


def _numbers(text: str, line: LineCorrection) -> list[int]:
    """Return the numbers of the physical lines, counted by line feeds, that a correction covers."""
    feeds = [place for place, character in enumerate(text) if character == "\n"]
    starts = (
        cell.start + len(text[cell.start : cell.end]) - len(text[cell.start : cell.end].lstrip())
        for cell in find_lines(text)
        if line.start <= cell.start < line.end
    )
    return [bisect_left(feeds, start) + 1 for start in starts]
