"""Open a collection for reading, plain or compressed."""

import gzip
import io
import sys
import zlib
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import BinaryIO, cast

from loader.errors import ReadError

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"

# Python has zstd since 3.14; the extra "zst" installs the same module for earlier versions.
_ZSTD_MODULES = ("compression.zstd", "backports.zstd")


def open_stream(path: str) -> BinaryIO:
    """Open a collection; ``-`` is standard input. What is compressed is unpacked as it is read.

    Raises:
        OSError: the file cannot be opened.
        ReadError: it is compressed with zstd, and this Python cannot unpack that.
    """
    if path == "-":
        stream = cast("BinaryIO", sys.stdin.buffer)
        start = peek(stream, 4)
    else:
        stream = Path(path).open("rb")  # noqa: SIM115 - the caller closes it
        start = GZIP if path.endswith(".gz") else ZSTD if path.endswith(".zst") else b""
    if start.startswith(GZIP):
        return cast("BinaryIO", gzip.open(stream))
    if start == ZSTD:
        return cast("BinaryIO", _import_zstd(path).open(stream))
    return stream


def peek(stream: BinaryIO, size: int) -> bytes:
    """Return up to ``size`` bytes from the beginning of a stream without taking them from it."""
    if isinstance(stream, io.BufferedReader):
        return stream.peek(size)[:size]
    start = stream.read(size)
    stream.seek(0)
    return start


def find_damage() -> tuple[type[Exception], ...]:
    """Return what reading raises where compressed data is broken or cut off."""
    loaded = (sys.modules.get(name) for name in _ZSTD_MODULES)
    return OSError, EOFError, zlib.error, *(module.ZstdError for module in loaded if module)


def _import_zstd(where: str) -> ModuleType:
    for name in _ZSTD_MODULES:
        try:
            return import_module(name)
        except ImportError:
            continue
    raise ReadError(
        where,
        "compressed with zstd, which this Python cannot unpack",
        "install it with: pip install backports-zstd",
    )
