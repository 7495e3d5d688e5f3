"""A split shown line by line, for a terminal or a program."""

import json
from collections.abc import Iterator
from textwrap import shorten

from loader.read import read_file
from loader.split import split
from loader.split.lines import Line, find_lines

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


def explained(path: str) -> list[dict[str, object]]:
    """Return each line of a page that holds something: number, kind, confidence, rule, text.

    Raises ReadError where the path cannot become a seed.
    """
    text = read_file(path).text
    spans = iter(split(text).spans)
    span = next(spans)
    found: list[dict[str, object]] = []
    for line in find_lines(text):
        while span.end <= line.start:
            span = next(spans)
        found.append(_explained(line, span.kind, span.confidence, span.rule))
    return found


def _explained(line: Line, kind: str, confidence: float, rule: str) -> dict[str, object]:
    return {
        "line": line.number,
        "kind": kind,
        "confidence": confidence,
        "rule": rule,
        "text": line.text,
    }


def as_json(path: str) -> str:
    """Return the explained lines as a JSON array."""
    return json.dumps(explained(path), ensure_ascii=False, indent=1)


def lines(path: str, *, width: int, colour: bool) -> Iterator[str]:
    """Yield the explained lines, cut to ``width`` columns."""
    for line in explained(path):
        text = shorten(str(line["text"]), max(20, width - 24), placeholder=" …")
        kind = f"{line['kind']:<10}"
        if colour:
            kind = f"\x1b[{_COLOURS[str(line['kind'])]}m{kind}\x1b[0m"
        yield f"{line['line']:>5} {kind} {line['confidence']:.2f}  {text}"
        yield f"{'':>23}{line['rule']}"
