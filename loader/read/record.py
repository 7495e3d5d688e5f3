"""A collection, one JSON object a line, becomes a seed for each line."""

import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import BinaryIO, NoReturn, cast

from loader.errors import ReadError
from loader.model import Seed
from loader.read.decode import check_text
from loader.read.file import MAX_BYTES, printable, too_large, unreadable
from loader.read.stream import GZIP, ZSTD, find_damage, open_stream, peek

# A record's fields beside "text"; others are ignored.
FIELDS = ("date", "language", "publisher", "title", "url")

_NAME = re.compile(r"\.(?:jsonl|ndjson)(?:\.gz|\.zst)?\Z")
_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?", re.ASCII | re.DOTALL)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.ASCII | re.DOTALL | re.IGNORECASE)
_REMEDY = "correct the line"


def is_collection(path: str) -> bool:
    """Say whether a path is read record by record: by its name, or for ``-`` by how it begins.

    Collections end in ``.jsonl`` or ``.ndjson``, or one of these and ``.gz`` or ``.zst``.
    """
    if path != "-":
        return _NAME.search(path) is not None
    start = peek(cast("BinaryIO", sys.stdin.buffer), 64)
    return _OBJECT.match(start) is not None or start.startswith((GZIP, ZSTD))


def read_records(
    path: str, *, start: int = 0, max_bytes: int = MAX_BYTES
) -> Iterator[tuple[int, Seed | ReadError]]:
    """Yield each record of a collection as its line's number, from 1, and its seed or error.

    The first ``start`` lines are passed over, so a reading that stopped at a line goes on there.
    Blank lines are no records.

    Raises:
        ReadError: the collection cannot be opened.
    """
    for number, line in read_lines(path, start=start, max_bytes=max_bytes):
        if isinstance(line, ReadError):
            yield number, line
            continue
        try:
            yield number, parse_record(f"{path}#{number}", line)
        except ReadError as error:
            yield number, error


def read_lines(
    path: str, *, start: int = 0, max_bytes: int = MAX_BYTES
) -> Iterator[tuple[int, bytes | ReadError]]:
    """Yield the lines that ``read_records`` parses, so that others may parse them.

    A line over ``max_bytes`` is an error and passed over. Where compressed data is broken the
    last thing that comes is an error.

    Raises:
        ReadError: the collection cannot be opened.
    """
    try:
        stream = open_stream(path)
    except OSError as error:
        raise unreadable(printable(path), error) from error
    number = 0
    try:
        while line := stream.readline(max_bytes + 1):
            number += 1
            if len(line) > max_bytes and not line.endswith(b"\n"):
                _skip_line(stream)
                if number > start:
                    yield number, too_large(f"{path}#{number}", max_bytes)
            elif number > start and not line.isspace():
                yield number, line
    except find_damage() as error:
        what = f"cannot be read on ({str(error).lower().rstrip('.')})"
        yield number + 1, ReadError(f"{path}#{number + 1}", what, "fetch the file again")
    finally:
        if path != "-":
            stream.close()


def parse_record(where: str, line: bytes) -> Seed:
    """Return the seed that a line of a collection holds; see ``Seed`` for its SHA-256.

    Fields that are null count as absent. A title, language, url or publisher that is no text, a
    language that is no two-letter code and a date that is no ISO date stay in ``record`` alone.

    Raises:
        ReadError: the line is no JSON object, or it has no text that can be stored.

    >>> seed = parse_record("a.jsonl#1", b'{"text": "Some words.", "date": "2026-03-01T09:00Z"}')
    >>> seed.published, seed.record
    ('2026-03-01', '{"date":"2026-03-01T09:00Z"}')
    """
    fields = _parse_object(where, line)
    text = fields.get("text")
    if not isinstance(text, str):
        what = 'no field "text"' if text is None else 'the field "text" is no text'
        raise ReadError(where, what, _REMEDY)
    known = {name: fields[name] for name in FIELDS if fields.get(name) is not None}
    record = json.dumps(known, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        raw = text.encode()
        whole = record.encode() + b"\n" + raw
    except UnicodeEncodeError as error:
        raise ReadError(where, "half of a surrogate pair (\\ud800 to \\udfff)", _REMEDY) from error
    check_text(text, raw, where)
    texts = {name: _stripped(known.get(name)) for name in FIELDS}
    return Seed(
        sha256(whole).hexdigest(),
        "application/json",
        "utf-8",
        len(whole),
        text,
        record=record,
        title=texts["title"],
        language=_language(texts["language"]),
        url=texts["url"],
        publisher=texts["publisher"],
        published=_iso_date(texts["date"]),
    )


def _skip_line(stream: BinaryIO) -> None:
    while (piece := stream.readline(1 << 20)) and not piece.endswith(b"\n"):
        pass


def _refuse_constant(name: str) -> NoReturn:
    message = f"{name} is no JSON"
    raise ValueError(message)


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)


def _parse_object(where: str, line: bytes) -> dict[str, object]:
    try:
        parsed = _DECODER.decode(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ReadError(where, f"byte {error.start} is not UTF-8", _REMEDY) from error
    except json.JSONDecodeError as error:
        what = f"no JSON (column {error.colno}: {error.msg.lower()})"
        raise ReadError(where, what, _REMEDY) from error
    except (ValueError, RecursionError) as error:
        raise ReadError(where, f"no JSON that can be read ({error})", _REMEDY) from error
    if not isinstance(parsed, dict):
        raise ReadError(where, "no JSON object", _REMEDY)
    return parsed


def _stripped(field: object) -> str | None:
    """Return a field that is text without outer white space; None when nothing is left."""
    if not isinstance(field, str) or "\0" in field:
        return None
    return field.strip() or None


def _language(field: str | None) -> str | None:
    match = _LANGUAGE.fullmatch(field or "")
    return match[1].lower() if match else None


def _iso_date(field: str | None) -> str | None:
    """Return the date of an ISO date and time, or an ISO date's leading part; else None.

    >>> _iso_date("2026-03"), _iso_date("2026-02-30"), _iso_date("1 March 2026")
    ('2026-03', None, None)
    """
    match = _DATE.fullmatch(field or "")
    if not match:
        return None
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)


def holds_documents(path: str) -> bool:
    """Say whether a collection's first record has a text; what cannot be read passes as one."""
    try:
        _, line = next(read_lines(path), (0, b""))
        return isinstance(line, ReadError) or "text" in _parse_object(path, line)
    except ReadError:
        return True
