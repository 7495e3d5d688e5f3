"""A file, or standard input, becomes one seed."""

import errno
import os
import sys
from hashlib import sha256

from loader.errors import ReadError
from loader.model import Seed
from loader.read.decode import decode_text

MAX_BYTES = 64 * 1024 * 1024  # a printed page has some thousands; a decade of one author 10 MB
_PIECE = 65_536  # most files arrive in one piece; malloc takes larger ones from the system

_REMEDIES: dict[int | None, tuple[str, str]] = {
    errno.ENOENT: ("no such file or folder", "check the path"),
    errno.ENOTDIR: ("no such file or folder", "check the path"),
    errno.EACCES: ("permission denied", "allow reading it"),
    errno.EPERM: ("permission denied", "allow reading it"),
    errno.ELOOP: ("the symbolic link leads back to itself", "remove the link"),
    errno.EISDIR: ("this is a folder", "name a file"),
    errno.ENAMETOOLONG: ("the path is too long", "shorten it"),
}


def read_file(path: str, *, max_bytes: int = MAX_BYTES) -> Seed:
    """Return the seed that a file holds; ``-`` is standard input.

    The text is untouched: ``encode_text(seed.text, seed.encoding)`` is the file's bytes.

    Raises:
        ReadError: the file cannot be read, is larger than ``max_bytes``, or is no text.
    """
    try:
        raw = _read_input(max_bytes) if path == "-" else _read_bytes(path, max_bytes)
    except OSError as error:
        raise unreadable(printable(path), error) from error
    if len(raw) > max_bytes:
        raise too_large(path, max_bytes)
    text, encoding = decode_text(raw, path)
    return Seed(sha256(raw).hexdigest(), "text/plain", encoding, len(raw), text)


def printable(path: str) -> str:
    """Return a path with what no terminal or database can store written as escapes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def unreadable(where: str, error: OSError) -> ReadError:
    """Say what the operating system refused, and what to do."""
    fallback = ((error.strerror or str(error)).lower(), "check the disk or remove it")
    what, remedy = _REMEDIES.get(error.errno, fallback)
    return ReadError(where, what, remedy)


def too_large(where: str, max_bytes: int) -> ReadError:
    """Say that an input is over the limit, in bytes."""
    return ReadError(
        where, f"larger than {max_bytes} bytes", "split it, or raise the limit with --max-bytes"
    )


def _read_bytes(path: str, max_bytes: int) -> bytes:
    """Return the file's bytes; more than ``max_bytes`` of them when it is larger."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        raw = os.read(file, _PIECE)
        piece = os.read(file, _PIECE)
        if not piece:
            return raw
        pieces = [raw, piece]
        size = len(raw) + len(piece)
        while size <= max_bytes and (piece := os.read(file, 16 * _PIECE)):
            pieces.append(piece)
            size += len(piece)
        return b"".join(pieces)
    finally:
        os.close(file)


def _read_input(max_bytes: int) -> bytes:
    return sys.stdin.buffer.read(max_bytes + 1)
