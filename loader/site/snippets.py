"""The words around a hit, with the hit marked: pieces that a template escapes and marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from loader.store.matches import Range

WIDTH = 260
"""Code points of a snippet: about three lines."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is either part of a hit or not."""

    text: str
    hit: bool = False


def marked(text: str, ranges: Sequence[Range]) -> list[Piece]:
    """Return a text in pieces, its hits apart from the rest."""
    pieces: list[Piece] = []
    place = 0
    for start, end in ranges:
        pieces += [Piece(text[place:start]), Piece(text[start:end], hit=True)]
        place = end
    pieces.append(Piece(text[place:]))
    return [piece for piece in pieces if piece.text]


def snippet(text: str, ranges: Sequence[Range]) -> list[Piece]:
    """Return the stretch of a text with most hits, marked, cut between words where it can be."""
    start, end = _window(text, ranges)
    inside = [(a - start, b - start) for a, b in ranges if start <= a and b <= end]
    pieces = marked(text[start:end], inside)
    before = [Piece("… ")] if start else []
    after = [Piece(" …")] if end < len(text) else []
    return [*before, *pieces, *after]


def _window(text: str, ranges: Sequence[Range]) -> Range:
    first = _densest(ranges)
    start = max(0, first - WIDTH // 4)
    if start:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + WIDTH)
    if end < len(text):
        space = text.rfind(" ", start + WIDTH // 2, end)
        end = space if space >= 0 else end
    return start, end


def _densest(ranges: Sequence[Range]) -> int:
    """Return the start of the hit that most others follow closely."""
    best, most = 0, 0
    for place, (start, _) in enumerate(ranges):
        near = sum(1 for other, _ in ranges[place : place + 50] if other < start + WIDTH // 2)
        if near > most:
            best, most = start, near
    return best
