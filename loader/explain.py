"""A split shown line by line, for a terminal or a program."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from textwrap import wrap
from unicodedata import east_asian_width

from loader.read import read_file
from loader.split import ExplainedLine, explain

_COLOURS = {
    "title": "1;36",
    "standfirst": "36",
    "heading": "1",
    "body": "0",
    "byline": "32",
    "caption": "35",
    "dateline": "34",
    "teaser": "33",
    "notice": "31",
}
_INDENT = 21  # columns before the text: number, kind, confidence
_UNSURE = 0.7  # below this the reasons are shown even for body


def as_json(path: str) -> str:
    """Return the explained lines of a page as a JSON array.

    Raises ReadError where the path cannot become a seed.
    """
    lines = [asdict(line) for line in explain(read_file(path).text)]
    return json.dumps(lines, ensure_ascii=False, indent=1)


def lines(path: str, *, width: int, colour: bool) -> Iterator[str]:
    """Yield the explained lines of a page, none wider than ``width`` columns.

    Under each line stands what decided it; plain paragraphs are left without.
    Raises ReadError where the path cannot become a seed.
    """
    for line in explain(read_file(path).text):
        kind = f"{line.kind:<10}"
        if colour:
            kind = f"\x1b[{_COLOURS[line.kind]}m{kind}\x1b[0m"
        head = f"{line.number:>4} {kind} {line.confidence:.2f}"
        yield f"{head}  {_cut(line.text, width - _INDENT)}"
        for reason in _reasons(line, width - _INDENT - 2):
            yield f"\x1b[2m{reason}\x1b[0m" if colour else reason


def _reasons(line: ExplainedLine, width: int) -> list[str]:
    if line.kind == "body" and line.confidence >= _UNSURE:
        return []
    because = "; ".join(name for name, _ in line.reasons)
    said = f"{line.rule}: {because}" if because else line.rule
    return [" " * (_INDENT + 2) + part for part in wrap(said, max(20, width))]


def _cut(text: str, columns: int) -> str:
    """Return the beginning of a text that fits into so many columns; wide characters take two."""
    taken = 0
    for place, character in enumerate(text):
        taken += 2 if east_asian_width(character) in "WF" else 1
        if taken > columns:
            return text[: max(0, place - 1)].rstrip() + "…"
    return text
