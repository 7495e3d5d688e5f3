"""Proof that what connects documents is what their words give: prints, links, authors."""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from loader.store.prints import article_prints, teaser_prints
from loader.store.problem import RELOAD, Problem
from loader.store.records import Article, Fragment, SeedRecord

ARTICLE_PRINTS = """
select article_id, count(*), sum(print)
from article_prints
group by article_id
order by article_id
"""
TEASER_PRINTS = """
select fragment_id, count(*), sum(print)
from teaser_prints
group by fragment_id
order by fragment_id
"""
SHARED_PRINT = """
select 1
from articles
cross join article_prints on article_id = articles.id
where key = ? and print in (select value from json_each(?))
"""


class LinkCheck:
    """Checks seed after seed, by rising ids."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._articles = _Sums(db.execute(ARTICLE_PRINTS))
        self._teasers = _Sums(db.execute(TEASER_PRINTS))

    def check(self, record: SeedRecord) -> Iterator[Problem]:
        """Yield the articles and teasers of a seed whose prints or links are wrong."""
        for article in map(Article._make, record.articles):
            prints = article_prints(article.title, article.standfirst, article.body)
            if self._articles.of(article.id) != _sum(prints):
                yield _problem(f"article {article.key}", "its prints are not those of its words")
        for fragment in map(Fragment._make, record.fragments):
            if fragment.kind == "teaser":
                yield from self._check_teaser(fragment)

    def _check_teaser(self, teaser: Fragment) -> Iterator[Problem]:
        prints = teaser_prints(teaser.text)
        # The first is always there, the others only where it does not lead to the article.
        if self._teasers.of(teaser.id) not in {_sum(prints[:1]), _sum(prints)}:
            yield _problem(f"fragment {teaser.key}", "its prints are not those of its words")
        if teaser.full is not None and not self._shares(teaser.full, prints):
            what = f"article {teaser.full} does not begin with its words"
            yield _problem(f"fragment {teaser.key}", what)

    def _shares(self, article: str, prints: tuple[int, ...]) -> bool:
        shared = self._db.execute(SHARED_PRINT, (article, json.dumps(prints)))
        return shared.fetchone() is not None


class _Sums:
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


def _sum(prints: Iterable[int]) -> tuple[int, int]:
    distinct = set(prints)
    return len(distinct), sum(distinct)


def _problem(where: str, what: str) -> Problem:
    return Problem(where, what, RELOAD)
