"""Bytes become text and, by the recorded encoding, the same bytes again."""

import codecs
import io
import re
from collections.abc import Iterator

from loader.errors import ReadError

# Encodings that begin with a byte order mark. Python's "utf-16" and "utf-32" write the mark of
# the machine they run on, so each order has a name of its own here. The text is without the mark.
# UTF-32 stands first: its little-endian mark begins with that of UTF-16.
_MARKED: dict[str, tuple[bytes, str]] = {
    "utf-8-sig": (codecs.BOM_UTF8, "utf-8"),
    "utf-32-le-sig": (codecs.BOM_UTF32_LE, "utf-32-le"),
    "utf-32-be-sig": (codecs.BOM_UTF32_BE, "utf-32-be"),
    "utf-16-le-sig": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-16-be-sig": (codecs.BOM_UTF16_BE, "utf-16-be"),
}

# Formats whose files can pass for text but are none a reader would want split.
_FORMATS: dict[bytes, str] = {
    b"%PDF-": "a PDF document",
    b"{\\rtf": "an RTF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x1f\x8b": "compressed (gzip)",
    b"\x28\xb5\x2f\xfd": "compressed (zstd)",
    b"SQLite format 3\x00": "an SQLite database",
}
_FORMAT_STARTS = tuple(_FORMATS)

# C0 controls except tab, line feed, vertical tab, form feed, carriage return and escape; delete.
_CONTROLS = bytes(c for c in range(0x20) if c not in b"\t\n\v\f\r\x1b") + b"\x7f"
# Random bytes below 0x80 are one fifth such controls; printed text has none.
_CONTROL_SHARE = 0.05

# What the guess may look at: lines with bytes above 0x7F, so many bytes of them in all.
_SAMPLE = 16_384
_SAMPLE_LINE = 4_096

# Letters and marks of Western European pages above 0x7F. Left out on purpose are those cp1252
# characters that betray another code page read as this one: Czech and Croatian (š ž), Polish
# (³ ¹), Turkish and Baltic (ð þ ý), Romanian (º).
_WESTERN = frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØŒÙÚÛÜŸßàáâãäåæçèéêëìíîïñòóôõöøœùúûüÿ¡¿«»‹›‘’‚“”„–—…•·€£§©®™°½\xa0\xad"
)
# Western words hold few accented letters side by side; other scripts misread hold nothing else.
_FOREIGN_RUN = re.compile(r"[^\W\d_a-zA-Z]{3}")


def encode_text(text: str, encoding: str) -> bytes:
    r"""Return the bytes that a text was read from, by its recorded encoding.

    Raises:
        UnicodeEncodeError: the text cannot be written in this encoding, so it was not read so.
        LookupError: there is no such encoding.

    >>> encode_text("é", "utf-16-le-sig")
    b'\xff\xfe\xe9\x00'
    """
    marked = _MARKED.get(encoding)
    if marked is None:
        return text.encode(encoding)
    mark, codec = marked
    return mark + text.encode(codec)


def decode_text(raw: bytes, where: str) -> tuple[str, str]:
    """Return the text that the bytes spell, and the encoding that gives them back.

    Strict UTF-8 is tried first, then byte order marks, then UTF-16 without one, then the best
    guess that decodes every byte and encodes to the same bytes again.

    Raises:
        ReadError: no text, no encoding that fits, NUL characters or other signs of binary data.
    """
    if raw.startswith(_FORMAT_STARTS):
        raise _format_error(raw, where)
    try:
        text, encoding = raw.decode(), "utf-8"
    except UnicodeDecodeError as error:
        text, encoding = _decode_otherwise(raw, error.start, where)
    else:
        if text[:1] == "\ufeff":
            text, encoding = text[1:], "utf-8-sig"
        elif b"\0" in raw:
            text, encoding = _decode_unmarked(raw) or (text, encoding)
    check_text(text, raw if encoding == "utf-8" else text.encode(), where)
    return text, encoding


def check_text(text: str, raw: bytes, where: str) -> None:
    """Refuse a text without words or with signs of binary data; ``raw`` is the text in UTF-8.

    Raises:
        ReadError: the text is empty, white space only, or holds NUL or many controls.
    """
    if not text:
        raise ReadError(where, "empty", "add its text or remove it")
    if text.isspace():
        raise ReadError(where, "nothing but white space", "add its text or remove it")
    if b"\0" in raw:
        place = text.index("\0")
        raise ReadError(
            where, f"character {place} is NUL, so this is no text", "remove it or ignore it"
        )
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if controls > _CONTROL_SHARE * len(text):
        raise ReadError(
            where,
            f"{controls} of {len(text)} characters are control characters, so this is binary data",
            "remove it or ignore it",
        )


def _format_error(raw: bytes, where: str) -> ReadError:
    name = next(name for start, name in _FORMATS.items() if raw.startswith(start))
    return ReadError(where, f"this is {name}", "save its text as a text file")


def _decode_otherwise(raw: bytes, place: int, where: str) -> tuple[str, str]:
    """Decode bytes that are not UTF-8 at ``place``."""
    for encoding, (mark, codec) in _MARKED.items():
        if raw.startswith(mark):
            return _decode_marked(raw, encoding, codec, len(mark), where)
    found = _decode_unmarked(raw)
    if found:
        return found
    if b"\0" in raw:
        raise ReadError(
            where,
            f"byte {raw.index(0)} is NUL and byte {place} is not UTF-8, so this is binary data",
            "remove it or ignore it",
        )
    for encoding in _guess_encodings(raw):
        text = _decode_exactly(raw, encoding)
        if text is not None:
            return text, encoding
    raise ReadError(
        where,
        f"byte {place} is not UTF-8, and no other encoding fits",
        "convert it to UTF-8, or ignore it if it is no text",
    )


def _decode_marked(raw: bytes, encoding: str, codec: str, size: int, where: str) -> tuple[str, str]:
    try:
        return raw[size:].decode(codec), encoding
    except UnicodeDecodeError as error:
        name = codec.upper()
        raise ReadError(
            where,
            f"the byte order mark says {name}, but byte {size + error.start} is not",
            "convert it to UTF-8",
        ) from error


def _decode_unmarked(raw: bytes) -> tuple[str, str] | None:
    """Decode UTF-16 without a mark: every other byte of a text in Latin letters is 0."""
    if len(raw) % 2:
        return None
    half = len(raw) // 2
    even, odd = raw[::2].count(0), raw[1::2].count(0)
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if 2 * zeros > half and others == 0:
            text = _decode_exactly(raw, encoding)
            if text is not None:
                return text, encoding
    return None


def _decode_exactly(raw: bytes, encoding: str) -> str | None:
    """Decode strictly; None unless the text encodes to the same bytes."""
    try:
        text = raw.decode(encoding)
        return text if text.encode(encoding) == raw else None
    except UnicodeError:
        return None


def _guess_encodings(raw: bytes) -> Iterator[str]:
    """Yield Python names of encodings that the bytes may be in, best first."""
    # Imported here because it takes as long as reading a hundred files in UTF-8.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    sample = _sample(raw)
    matches = from_bytes(sample)
    best = matches.best()
    # On short texts in Latin letters the guess falls on rare code pages (measured with version
    # 3.5: "Naïve café" gives cp1006). Hungarian is as plausible in both and is told by its words.
    if _looks_western(sample) and (best is None or best.language != "Hungarian"):
        yield "cp1252"
    for match in matches:
        yield codecs.lookup(match.encoding).name


def _looks_western(sample: bytes) -> bool:
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    marks = {char for char in text if not char.isascii()}
    return marks <= _WESTERN and not _FOREIGN_RUN.search(text)


def _sample(raw: bytes) -> bytes:
    """Return lines that hold bytes above 0x7F, cut where no character can be cut in two."""
    sample = bytearray()
    lines = io.BytesIO(raw)
    whole = True  # the piece begins where a line begins
    while len(sample) < _SAMPLE and (piece := lines.readline(_SAMPLE_LINE)):
        ends = piece.endswith(b"\n")
        if not piece.isascii():
            sample += piece if ends or not whole else _cut(piece)
        whole = ends
    return bytes(sample) or raw[:_SAMPLE]


def _cut(piece: bytes) -> bytes:
    """Return a line's beginning up to its last space, which no encoding uses within characters."""
    head, space, _ = piece.rpartition(b" ")
    return head + space if space else piece
