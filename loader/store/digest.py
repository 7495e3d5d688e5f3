"""The digest: one number for the content of an archive, whatever its ids and times.

Each seed with its rows is hashed by itself and the hashes are added up, so that neither the order
of loading nor that of the tables matters. Files, revisions, loads and rejects do not count: they
tell how the content came, not what it is.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Self

from loader.store.records import AUTHORS, Row, SeedRecord, records

_MODULUS = 1 << 256


class Digest:
    """A sum of hashes; ``str()`` is its hexadecimal form."""

    def __init__(self) -> None:
        self._sum = 0

    def __str__(self) -> str:
        return f"{self._sum:064x}"

    def __iadd__(self, other: "Digest") -> Self:
        self._sum = (self._sum + other._sum) % _MODULUS
        return self

    def add(self, record: SeedRecord) -> None:
        """Count a seed in."""
        articles = {row[0]: row[1] for row in record.articles}
        fragments = {row[0]: row[3] for row in record.fragments}
        bylines = {row[0]: row[2] for row in record.bylines}
        row = (
            record.seed[1:13],
            [row[1:-1] for row in record.articles],
            [(articles.get(row[1]), *row[3:-1]) for row in record.fragments],
            [(articles.get(row[1]), *row[2:-1]) for row in record.bylines],
            record.credits,
            record.affiliations,
            [(*row[:4], articles.get(row[4]), fragments.get(row[5])) for row in record.mentions],
            [
                (*row[:6], articles.get(row[6]), fragments.get(row[7]), bylines.get(row[8]))
                for row in record.spans
            ],
        )
        texts = chain(record.articles, record.fragments, record.bylines)
        self._hash(row, [str(row[-1]) for row in texts])

    def add_authors(self, rows: Iterable[Row]) -> None:
        """Count the authors in."""
        for row in rows:
            self._hash(row)

    def _hash(self, row: Row, texts: Sequence[str] = ()) -> None:
        """Count a row in, and long texts as they are: ``repr`` takes ten times as long."""
        counted = "\0".join((repr(row), *texts)).encode("utf-8", "surrogatepass")
        self._sum = (self._sum + int.from_bytes(hashlib.sha256(counted).digest())) % _MODULUS


def digest(db: sqlite3.Connection) -> str:
    """Return the digest of an archive's content."""
    total = Digest()
    for record in records(db):
        total.add(record)
    total.add_authors(db.execute(AUTHORS))
    return str(total)
