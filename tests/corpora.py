"""Invented documents in the shapes that sites print, and what tests do with them all the time."""

import contextlib
import gzip
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

from loader.load import LoadOptions, LoadReport, load
from loader.store import archive
from loader.store.digest import digest


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_WORDS = _words("""
harbour council ferry tariff winter lantern orchard railway minister ledger quarry bridge
island treaty market census engineer garden library signal border festival widow pension
granary mountain consul academy river customs strike barley timber pilot museum
""")
_SMALL = _words("the of and in to a for with on by from under after before")
_AUTHORS = (
    ("Mira Tolvanen", "senior fellow", "Institute for Lake Shipping"),
    ("Hsu Wen-tao (許文濤)", "professor", "Northern Harbour University"),
    ("Oskar Brandvik", "former harbour master", "Port of Ellsund"),
    ("Ilse Daröy", "columnist", "Ellsund Courier"),
)


def sentence(random: Random, words: int = 14) -> str:
    """Return an invented sentence."""
    chosen = [random.choice(_SMALL if place % 2 else _WORDS) for place in range(words)]
    return " ".join(chosen).capitalize() + "."


def paragraph(random: Random) -> str:
    """Return an invented paragraph of two to four sentences."""
    return " ".join(sentence(random) for _ in range(random.randint(2, 4)))


def page(seed: int) -> str:
    """Return the invented page of a number: an article, mostly with a bio line and teasers."""
    random = Random(seed)  # noqa: S311 (no secrets here)
    lines = _body(random)
    if random.random() < 0.6:
        lines.insert(0, sentence(random, 6)[:-1])
    if random.random() < 0.7:
        name, role, organisation = random.choice(_AUTHORS)
        lines.append(f"{name} is a {role} at {organisation}.")
    if seed and random.random() < 0.7:
        lines += [_teaser(random.randrange(seed)) for _ in range(random.randint(2, 3))]
    return ("\r\n" if random.random() < 0.1 else "\n").join(lines) + "\n"


def _teaser(seed: int) -> str:
    """Return the beginning of a page's body, cut as sites cut it: at a number of characters."""
    return " ".join(_body(Random(seed)))[:280].strip()  # noqa: S311 (no secrets here)


def _body(random: Random) -> list[str]:
    return [paragraph(random) for _ in range(random.randint(3, 5))]


def pages(count: int, first: int = 0) -> dict[str, bytes]:
    """Return files with invented pages, by name."""
    return {f"{seed:05}.txt": page(seed).encode() for seed in range(first, first + count)}


def write(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files into a folder."""
    for name, raw in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
    return folder


def lines_of(seeds: Iterable[int]) -> bytes:
    """Return a collection of invented pages, a record a line."""
    records = ({"text": page(seed), "title": f"Page {seed}", "date": "2025-04"} for seed in seeds)
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)


def compressed(raw: bytes) -> bytes:
    """Return a gzip file of bytes that is the same every time."""
    return gzip.compress(raw, mtime=0)


def load_into(db: Path, *paths: Path | str, **options: Any) -> LoadReport:
    """Load paths into an archive, in this process where nothing else is asked."""
    return load([str(path) for path in paths], db, LoadOptions(**{"jobs": 1, **options}))


@contextlib.contextmanager
def opened(db: Path) -> Iterator[Any]:
    """Open an archive for reading."""
    connection = archive.connect(db)
    try:
        yield connection
    finally:
        connection.close()


def digest_of(db: Path) -> str:
    """Return the digest of an archive's content."""
    with opened(db) as connection:
        return digest(connection)


def rows(db: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    """Return what a query gives."""
    with opened(db) as connection:
        return list(connection.execute(query, values))


def fresh_digest(folder: Path, aside: Path) -> str:
    """Return the digest of an archive made anew of a folder; ``aside`` is where it is built."""
    aside.unlink(missing_ok=True)
    load_into(aside, folder)
    return digest_of(aside)


def later(path: Path) -> None:
    """Move a file's time of change on by a second, as an edit would."""
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 10**9))
