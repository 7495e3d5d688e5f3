"""A split shown line by line, for a terminal or a program."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from textwrap import wrap
from unicodedata import east_asian_width

from loader.errors import ReadError
from loader.read import is_collection, read_file, read_records
from loader.split import ExplainedLine, explain
from loader.terminal import visible

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
_LEAST = 20  # columns for the text on a terminal that is too narrow
_UNSURE = 0.7  # below this the reasons are shown even for body


def as_json(path: str) -> str:
    """Return the explained lines of a page as a JSON array.

    Raises ReadError where the path cannot become a seed.
    """
    lines = [asdict(line) for line in explain(_text(path))]
    return json.dumps(lines, ensure_ascii=False, indent=1)


def lines(path: str, *, width: int, colour: bool) -> Iterator[str]:
    """Yield the explained lines of a page, none wider than ``width`` columns if these are 43.

    Under each line stands what decided it; plain paragraphs are left without.
    Raises ReadError where the path cannot become a seed.
    """
    for line in explain(_text(path)):
        kind = f"{line.kind:<10}"
        if colour:
            kind = f"\x1b[{_COLOURS[line.kind]}m{kind}\x1b[0m"
        head = f"{line.number:>4} {kind} {line.confidence:.2f}"
        yield f"{head}  {_cut(visible(line.text), max(_LEAST, width - _INDENT))}"
        for reason in _reasons(line, width - _INDENT - 2):
            yield f"\x1b[2m{reason}\x1b[0m" if colour else reason


def _text(path: str) -> str:
    """Return the text of a file, or of the record that ``file#line`` names.

    Raises ReadError where there is none.
    """
    container, mark, line = path.rpartition("#")
    if mark and line.isdecimal() and is_collection(container):
        number = int(line)
        found, seed = next(read_records(container, start=number - 1), (0, None))
        if isinstance(seed, ReadError) and found == number:
            raise seed
        if seed is None or isinstance(seed, ReadError) or found != number:
            raise ReadError(path, "no record on this line", "name another line")
        return seed.text
    if path != "-" and is_collection(path):
        raise ReadError(path, "a collection, one record a line", f"name one of them: {path}#1")
    return read_file(path).text


def _reasons(line: ExplainedLine, width: int) -> list[str]:
    if line.kind == "body" and line.confidence >= _UNSURE:
        return []
    because = "; ".join(name for name, _ in line.reasons)
    said = f"{line.rule}: {because}" if because else line.rule
    return [" " * (_INDENT + 2) + part for part in wrap(said, max(_LEAST, width))]


def _cut(text: str, columns: int) -> str:
    """Return the beginning of a text that fits into so many columns; wide characters take two."""
    taken = 0
    for place, character in enumerate(text):
        taken += 2 if east_asian_width(character) in "WF" else 1
        if taken > columns:
            return text[: max(0, place - 1)].rstrip() + "…"
    return text
