"""Proof that the prints, by which documents are connected, are those of their words."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from loader.store.prints import article_prints, first_print, teaser_prints
from loader.store.problem import RELOAD, Problem
from loader.store.records import SeedRecord, article_of, fragment_of, records

# Without a sign: Python gives -1 and -2 the same hash.
_ARTICLE_ROWS = "select article_id, print + 2147483648 from article_prints"
_TEASER_ROWS = "select fragment_id, print + 2147483648 from teaser_prints"
_SIGN = 1 << 31
_WITH_OTHERS = """
select id, text
from fragments
where id in (select fragment_id from teaser_prints group by fragment_id having count(*) > 1)
"""
_BY_ROW = """
select {column}, count(*), sum(print)
from {table}
group by {column}
order by {column}
"""


@dataclass(slots=True)
class PrintSums:
    """Sums of hashes of prints with their rows: of all of articles, of the first of teasers.

    Whatever the order, the sums of the words' prints are those of the stored rows where each is
    there, once, and with its own article or teaser.
    """

    articles: int = 0
    teasers: int = 0

    def __iadd__(self, other: "PrintSums") -> Self:
        self.articles += other.articles
        self.teasers += other.teasers
        return self


def add_prints(record: SeedRecord, sums: PrintSums) -> None:
    """Add what the prints of a seed's words are to ``sums``."""
    for article in map(article_of, record.articles):
        prints = article_prints(article.title, article.standfirst, article.body)
        sums.articles += _sum(article.id, prints)
    for teaser in map(fragment_of, record.fragments):
        first = first_print(teaser.text) if teaser.kind == "teaser" else None
        if first is not None:
            sums.teasers += hash((teaser.id, first + _SIGN))


def stored_prints(db: sqlite3.Connection) -> PrintSums:
    """Return the sums of the stored prints."""
    stored = PrintSums(
        sum(map(hash, db.execute(_ARTICLE_ROWS))), sum(map(hash, db.execute(_TEASER_ROWS)))
    )
    # The first print of a teaser is always there, the others only where the first does not lead
    # to its article.
    for row, text in db.execute(_WITH_OTHERS):
        stored.teasers -= _sum(row, teaser_prints(text)[1:])
    return stored


def check_prints(db: sqlite3.Connection, stored: PrintSums, words: PrintSums) -> Iterator[Problem]:
    """Compare the sums of the stored prints with those of all words; yield whose are wrong.

    Which they are is looked for only where a sum differs.
    """
    if stored == words:
        return
    found = False
    for problem in _wrong_prints(db):
        found = True
        yield problem
    if not found:
        yield _problem("article_prints, teaser_prints", "they hold prints of no article or teaser")


def _wrong_prints(db: sqlite3.Connection) -> Iterator[Problem]:
    articles = _ByRow(db.execute(_BY_ROW.format(column="article_id", table="article_prints")))
    teasers = _ByRow(db.execute(_BY_ROW.format(column="fragment_id", table="teaser_prints")))
    what = "its prints are not those of its words"
    for record in records(db):
        for article in map(article_of, record.articles):
            prints = article_prints(article.title, article.standfirst, article.body)
            if articles.of(article.id) != (len(prints), sum(prints)):
                yield _problem(f"article {article.key}", what)
        for teaser in map(fragment_of, record.fragments):
            if teaser.kind == "teaser":
                prints = teaser_prints(teaser.text)
                if teasers.of(teaser.id) not in {
                    (len(some), sum(some)) for some in (prints[:1], prints)
                }:
                    yield _problem(f"fragment {teaser.key}", what)


class _ByRow:
    """Numbers and sums of prints by rising id."""

    def __init__(self, rows: Iterator[tuple[int, int, int]]) -> None:
        self._rows = rows
        self._row = next(rows, None)

    def of(self, row: int) -> tuple[int, int]:
        """Return number and sum of an id's prints, 0 and 0 where it has none."""
        while self._row is not None and self._row[0] < row:
            self._row = next(self._rows, None)
        if self._row is None or self._row[0] != row:
            return 0, 0
        return self._row[1:]


def _sum(row: int, prints: Iterable[int]) -> int:
    return sum([hash((row, own + _SIGN)) for own in prints])


def _problem(where: str, what: str) -> Problem:
    return Problem(where, what, RELOAD)
