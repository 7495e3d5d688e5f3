"""Where a query's words stand in a text: what FTS5's highlight() gets wrong for Han and folds.

highlight() and snippet() tokenize the stored text again, without the folding that the index was
fed with. So the few texts that a page shows are folded and indexed once more in memory, marked
there, and the marks carried back to the text as it is stored.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from loader.store.fold import fold_with_offsets, is_segmented

TOKENIZER = "porter unicode61 remove_diacritics 2"
_OPEN, _CLOSE = "\x02", "\x03"
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}]")
_WORD = re.compile(r"\S+")

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class KeywordLine:
    """An occurrence with the words around it; ``start`` is its place in the text."""

    left: str
    match: str
    right: str
    start: int


def find_matches(
    columns: Sequence[str], rows: Sequence[Sequence[str | None]], expression: str
) -> list[list[list[Range]]]:
    """Return, for each row and column, the ranges of its text that an FTS5 expression matches.

    Rows hold one text for each of ``columns``; a row that does not match has no ranges.
    """
    with closing(sqlite3.connect(":memory:")) as db:
        names = ", ".join(columns)
        db.execute(f'create virtual table t using fts5({names}, tokenize="{TOKENIZER}")')
        places = ", ".join("?" * (len(columns) + 1))
        folded = [[fold_with_offsets(_unmarked(text)) for text in row] for row in rows]
        db.executemany(
            f"insert into t(rowid, {names}) values ({places})",
            ((row, *(cell.text for cell in cells)) for row, cells in enumerate(folded)),
        )
        marked = ", ".join(
            f"highlight(t, {place}, '{_OPEN}', '{_CLOSE}')" for place in range(len(columns))
        )
        sql = f"select rowid, {marked} from t where t match ?"
        found = {row: cells for row, *cells in db.execute(sql, (expression,))}
    return [
        [
            [(cell.starts[start], cell.ends[end - 1]) for start, end in _ranges(text)]
            for cell, text in zip(cells, found.get(row, [""] * len(columns)), strict=True)
        ]
        for row, cells in enumerate(folded)
    ]


def keyword_lines(texts: Sequence[str], expression: str, words: int) -> list[list[KeywordLine]]:
    """Return, for each text, a line for each place that an expression matches, in order.

    ``words`` is the number of words shown on each side; each Han, kana or hangul character is one.
    """
    found = find_matches(["text"], [[text] for text in texts], expression)
    return [
        [
            KeywordLine(
                left=text[_back(text, start, words) : start],
                match=text[start:end],
                right=text[end : _forth(text, end, words)],
                start=start,
            )
            for start, end in ranges
        ]
        for text, (ranges,) in zip(texts, found, strict=True)
    ]


def _unmarked(text: str | None) -> str:
    return _MARKS.sub(" ", text or "")


def _ranges(marked: str) -> Iterator[Range]:
    """Return the ranges between marks, counted in the text without them."""
    places = [mark.start() - number for number, mark in enumerate(_MARKS.finditer(marked))]
    return zip(places[::2], places[1::2], strict=True)


def _forth(text: str, start: int, words: int) -> int:
    """Return where the ``words``-th word after ``start`` ends."""
    end = start
    for word in _words(text, start, start + _room(words)):
        if words <= 0:
            break
        end, words = word[1], words - 1
    return end


def _back(text: str, end: int, words: int) -> int:
    """Return where the ``words``-th word before ``end`` begins."""
    before = list(_words(text, max(0, end - _room(words)), end))
    kept = before[-words:] if words > 0 else []
    return kept[0][0] if kept else end


def _room(words: int) -> int:
    """Return a number of characters that is ample for so many words; texts may have no spaces."""
    return 40 * words + 80


def _words(text: str, start: int, end: int) -> Iterator[Range]:
    for match in _WORD.finditer(text, start, end):
        if is_segmented(match.group()):
            yield from ((place, place + 1) for place in range(match.start(), match.end()))
        else:
            yield match.span()
