"""Articles that are the same one again, whole or nearly, share a group; none is hidden.

Two articles are near when they share prints and half of their words in runs. A group is all
articles that are near each other, directly or through others; the one with the lowest key stands
for it, so that a group does not depend on the order of loading.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache

from loader.link import lookup
from loader.link.match import Body
from loader.store.prints import article_prints

_SHARED = 2  # prints; one alone is often a common phrase
_ARTICLE = "select title, standfirst, body from articles where id = ?"
_BODY = "select body from articles where id = ?"
_MEMBERS = """
select id
from articles
where group_id in (select group_id from articles where id in (select value from json_each(?)))
"""
_GROUPED_WITH = """
select id
from articles
where group_id in (
  select group_id from articles where seed_id in (select value from json_each(?))
) and seed_id not in (select value from json_each(?))
"""
_LOOSEN = """
update articles
set group_id = null
where seed_id in (select value from json_each(?)) and group_id is not null
"""
_LOWEST = (
    "select id from articles where id in (select value from json_each(?)) order by key limit 1"
)
_PUT = "update articles set group_id = ? where id = ? and group_id is not ?"
_PAIRS = """
select one.article_id, two.article_id
from shared_prints
cross join article_prints as one on one.print = shared_prints.print
cross join article_prints as two
  on two.print = shared_prints.print and two.article_id > one.article_id
where articles <= ?
group by 1, 2
having count(*) >= ?
"""


def connect(db: sqlite3.Connection, articles: Iterable[int], turned: Iterable[int]) -> None:
    """Group new articles, and anew those with prints that became common by them."""
    touched = {*articles, *lookup.articles_with(db, turned)}
    _regroup(db, touched | _members(db, touched))


def forget(db: sqlite3.Connection, seeds: str, turned: Iterable[int]) -> None:
    """Group anew what was grouped with articles of seeds whose prints are gone already."""
    touched = {row[0] for row in db.execute(_GROUPED_WITH, (seeds, seeds))}
    touched.update(lookup.articles_with(db, turned))
    db.execute(_LOOSEN, (seeds,))
    _regroup(db, touched | _members(db, touched))


def connect_all(db: sqlite3.Connection) -> None:
    """Group all articles of an archive whose prints are stored."""
    bodies = _Bodies(db)
    groups = _Groups()
    for one, two in db.execute(_PAIRS, (lookup.COMMON, _SHARED)):
        if groups.head(one) != groups.head(two) and bodies.are_near(one, two):
            groups.join(one, two)
    for group in groups.all():
        _put(db, group)


def _members(db: sqlite3.Connection, articles: set[int]) -> set[int]:
    ids = str(sorted(articles))
    return {row[0] for row in db.execute(_MEMBERS, (ids,))}


def _regroup(db: sqlite3.Connection, touched: set[int]) -> None:
    """Find the groups of articles from scratch; ``touched`` holds old groups whole."""
    bodies = _Bodies(db)
    left = set(touched)
    while left:
        group = _reach(db, bodies, left.pop())
        left -= group
        _put(db, group)


def _reach(db: sqlite3.Connection, bodies: "_Bodies", article: int) -> set[int]:
    """Return all articles that are near one, directly or through others."""
    group, waiting = {article}, [article]
    while waiting:
        one = waiting.pop()
        sharing = lookup.articles_sharing(
            db, article_prints(*db.execute(_ARTICLE, (one,)).fetchone())
        )
        for two, shared in sharing.items():
            if shared >= _SHARED and two not in group and bodies.are_near(one, two):
                group.add(two)
                waiting.append(two)
    return group


def _put(db: sqlite3.Connection, group: set[int]) -> None:
    head = None
    if len(group) > 1:
        head = db.execute(_LOWEST, (str(sorted(group)),)).fetchone()[0]
    db.executemany(_PUT, [(head, article, head) for article in sorted(group)])


class _Bodies:
    """Articles compared; the last few are kept."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._body = lru_cache(maxsize=lookup.COMMON)(self._read_body)

    def are_near(self, one: int, two: int) -> bool:
        """Tell whether two articles are the same, whole or nearly."""
        return self._body(one).is_near(self._body(two))

    def _read_body(self, article: int) -> Body:
        return Body(self._db.execute(_BODY, (article,)).fetchone()[0])


class _Groups:
    """Articles joined pair by pair (a union-find)."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def head(self, article: int) -> int:
        """Return the article that stands for the group of one, itself where it has none."""
        above = self._above.get(article, article)
        while above != article:
            self._above[article] = above = self._above.get(above, above)
            article, above = above, self._above.get(above, above)
        return article

    def join(self, one: int, two: int) -> None:
        """Make one group of the groups of two articles."""
        self._above[self.head(two)] = self.head(one)
        self._above.setdefault(self.head(one), self.head(one))

    def all(self) -> Iterator[set[int]]:
        """Yield the groups of more than one article."""
        groups: dict[int, set[int]] = {}
        for article in self._above:
            groups.setdefault(self.head(article), set()).add(article)
        yield from groups.values()
