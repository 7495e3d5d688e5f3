"""Rows of any table or query leave as CSV, JSON or newline-delimited JSON."""

import base64
import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from loader.export.tally import Tally

Row = Sequence[Any]

# What makes a spreadsheet run a cell (OWASP, "CSV Injection"), with the full-width forms that
# East Asian editions of Excel take for the same.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?%?", re.ASCII)
_encode = json.JSONEncoder(ensure_ascii=False).encode
_BLOCK = 128  # rows in a piece of output: few enough to stay small, enough to be quick


def write_csv(
    columns: Sequence[str],
    rows: Iterable[Row],
    tally: Tally,
    *,
    bom: bool = False,
    formulas: bool = False,
) -> Iterator[str]:
    """Yield rows as CSV (RFC 4180). Text is quoted, numbers and what is missing are not.

    ``bom`` begins with the mark by which Excel knows UTF-8. Unless ``formulas`` is true, an
    apostrophe goes before text that a spreadsheet would run; numbers, negative ones too, stay.
    """
    cell = _cell if formulas else _inert_cell
    lines = [("\ufeff" if bom else "") + ",".join(map(cell, columns))]
    for row in tally.count(rows):
        lines.append(",".join(map(cell, row)) or '""')  # readers pass over a blank line
        if len(lines) == _BLOCK:
            yield "\r\n".join([*lines, ""])
            lines.clear()
    if tally.stopped:
        lines.append(_cell(tally.stopped))
    yield "\r\n".join([*lines, ""]) if lines else ""


def write_json(columns: Sequence[str], rows: Iterable[Row], tally: Tally) -> Iterator[str]:
    """Yield rows as a JSON array with one object a line; the last says so where rows lack."""
    before = "[\n"
    for item in _objects(columns, rows, tally):
        yield before + item
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def write_ndjson(columns: Sequence[str], rows: Iterable[Row], tally: Tally) -> Iterator[str]:
    """Yield rows as JSON objects, one a line; the last says so where rows lack."""
    for item in _objects(columns, rows, tally):
        yield item + "\n"


def _objects(columns: Sequence[str], rows: Iterable[Row], tally: Tally) -> Iterator[str]:
    names = _distinct(columns)
    for row in tally.count(rows):
        yield encode_json(dict(zip(names, map(_plain, row), strict=True)))
    if tally.stopped:
        yield encode_json({"incomplete": tally.stopped})


def encode_json(item: dict[str, Any]) -> str:
    """Return an object as JSON on what every program takes for one line."""
    text = _encode(item)
    for char in "\x85\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _distinct(columns: Sequence[str]) -> list[str]:
    """Return the column names with a number after those that came before.

    >>> _distinct(["key", "label", "key"])
    ['key', 'label', 'key_2']
    """
    names: list[str] = []
    for column in columns:
        name, number = column, 2
        while name in names:
            name, number = f"{column}_{number}", number + 1
        names.append(name)
    return names


def _plain(value: Any) -> Any:
    """Return a value that JSON and CSV can hold; bytes in Base64."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value


def _cell(value: Any) -> str:
    """Return a CSV cell: numbers bare, text quoted, nothing for None."""
    value = _plain(value)
    if isinstance(value, str):
        return '"' + value.replace('"', '""') + '"'
    return "" if value is None else str(value)


def _inert_cell(value: Any) -> str:
    r"""Return a CSV cell that no spreadsheet runs.

    >>> [_inert_cell(value) for value in ("=1+1", "-2.5", -2.5, "a=b")]
    ['"\'=1+1"', '"-2.5"', '-2.5', '"a=b"']
    """
    if isinstance(value, str) and _FORMULA.match(value) and not _NUMBER.fullmatch(value):
        value = "'" + value
    return _cell(value)
