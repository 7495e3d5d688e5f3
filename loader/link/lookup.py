"""The tables of prints: which articles and teasers share some.

A print that more than ``COMMON`` articles share tells nothing (a publisher's first sentence, an
agency's date line) and counts for none of them, so that the work for one document is bounded.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from loader.store.prints import STAGES, article_prints, first_print, pack, teaser_prints, unpack

COMMON = 100
ADD_ARTICLE = "insert into article_prints (print, article_id) values (?, ?)"
ADD_TEASER = "insert or ignore into teaser_prints (print, fragment_id) values (?, ?)"
_CUT_ARTICLE = "delete from article_prints where print = ? and article_id = ?"
_CUT_TEASER = "delete from teaser_prints where print = ? and fragment_id = ?"
_ARTICLES = "select article_id from article_prints where print = ? limit ?"
_TEASERS = "select fragment_id from teaser_prints where print = ?"
_COUNT = "select count(*) from (select 1 from article_prints where print = ? limit ?)"
_STAGES = ("staged_articles", "staged_teasers")
_STAGED_ARTICLES_OF = """
select id, prints
from staged_articles
where id in (select id from articles where seed_id in (select value from json_each(?)))
"""
_STAGED_TEASERS_OF = """
select id, print
from staged_teasers
where id in (select id from fragments where seed_id in (select value from json_each(?)))
"""
_TEASER_TEXTS = """
select id, text
from fragments
where seed_id in (select value from json_each(?)) and +kind = 'teaser'
"""
_UNSTAGED_ARTICLES = """
select id, title, standfirst, body
from articles
where {scope} and id not in (select id from staged_articles)
"""
_UNSTAGED_TEASERS = """
select id, text
from fragments
where {scope} and +kind = 'teaser' and id not in (select id from staged_teasers)
"""
# the + keeps SQLite from reading all teasers of the archive by the index of the kinds
_SCOPE = "seed_id in (select value from json_each(?))"
_STAGE_ARTICLE = "insert into staged_articles values (?, ?)"
_STAGE_TEASER = "insert into staged_teasers values (?, ?)"
_STAGED_ARTICLES = "select id, prints from staged_articles"
_SORT_TEASERS = """
insert or ignore into teaser_prints select print, id from staged_teasers order by 1, 2
"""
_UNSTAGE = "delete from {stage}"
_SHARED = """
create temp table shared_prints as
select print, count(*) as articles
from article_prints
group by print
having count(*) > 1
"""
_GATHER = "insert into gathered values (?, ?)"
_SORT = "insert or ignore into {table} select print, id from gathered order by 1, 2"


def add_articles(db: sqlite3.Connection, seeds: str) -> dict[int, Sequence[int]]:
    """Store the prints of the articles of some seeds (a JSON array of ids); return them."""
    prints = _prints_of(db, seeds)
    db.executemany(ADD_ARTICLE, _pairs(prints))
    return prints


def cut_articles(db: sqlite3.Connection, seeds: str) -> dict[int, Sequence[int]]:
    """Delete the prints of the articles of some seeds; return them."""
    prints = _prints_of(db, seeds)
    db.executemany(_CUT_ARTICLE, _pairs(prints))
    return prints


def add_teasers(db: sqlite3.Connection, seeds: str) -> set[int]:
    """Store the first print of each teaser of some seeds; return the teasers."""
    _stage(db, _SCOPE, seeds)
    staged = db.execute(_STAGED_TEASERS_OF, (seeds,)).fetchall()
    db.executemany(ADD_TEASER, ((own, teaser) for teaser, own in staged))
    return {teaser for teaser, _ in staged}


def cut_teasers(db: sqlite3.Connection, seeds: str) -> None:
    """Delete the prints of the teasers of some seeds."""
    texts = db.execute(_TEASER_TEXTS, (seeds,)).fetchall()
    pairs = ((own, teaser) for teaser, text in texts for own in teaser_prints(text))
    db.executemany(_CUT_TEASER, pairs)


def keep_others(db: sqlite3.Connection, teaser: int, prints: Sequence[int], *, keep: bool) -> None:
    """Store all prints of a teaser, or its first alone."""
    db.executemany(ADD_TEASER if keep else _CUT_TEASER, ((own, teaser) for own in prints[1:]))


def articles_sharing(db: sqlite3.Connection, prints: Iterable[int]) -> Counter[int]:
    """Return the articles that share prints, with how many they share."""
    found: Counter[int] = Counter()
    for own in prints:
        sharing = db.execute(_ARTICLES, (own, COMMON + 1)).fetchall()
        if len(sharing) <= COMMON:
            found.update(article for (article,) in sharing)
    return found


def teasers_sharing(db: sqlite3.Connection, prints: Iterable[int]) -> Iterator[int]:
    """Yield the teasers that share prints, some more than once."""
    for own in prints:
        for (teaser,) in db.execute(_TEASERS, (own,)):
            yield teaser


def articles_with(db: sqlite3.Connection, prints: Iterable[int]) -> Iterator[int]:
    """Yield all articles that have prints, however common, some more than once."""
    for own in prints:
        for (article,) in db.execute(_ARTICLES, (own, -1)):
            yield article


def changed_prints(
    db: sqlite3.Connection, prints: Collection[Sequence[int]], sign: int
) -> tuple[list[int], list[int]]:
    """Say what it means that articles with these prints came (``sign`` 1) or went (-1).

    Returns the prints that told something before or tell something now, and those of them that
    became common or ceased to be.
    """
    telling, turned = [], []
    for own, change in Counter(own for some in prints for own in some).items():
        now = db.execute(_COUNT, (own, COMMON + change + 1)).fetchone()[0]
        before = now - sign * change
        if min(now, before) <= COMMON:
            telling.append(own)
            if max(now, before) > COMMON:
                turned.append(own)
    return telling, turned


def _prints_of(db: sqlite3.Connection, seeds: str) -> dict[int, Sequence[int]]:
    _stage(db, _SCOPE, seeds)
    return {row: unpack(packed) for row, packed in db.execute(_STAGED_ARTICLES_OF, (seeds,))}


def _pairs(prints: dict[int, Sequence[int]]) -> Iterator[tuple[int, int]]:
    return ((own, row) for row, some in prints.items() for own in some)


def fill(db: sqlite3.Connection) -> None:
    """Store the prints of all articles, and the first of all teasers, of a fresh archive.

    Sorted first: a table filled in its own order takes a third of the time and two of the room.
    """
    _stage(db)
    articles = db.execute(_STAGED_ARTICLES)
    _sort_into(db, "article_prints", ((own, row) for row, some in articles for own in unpack(some)))
    db.execute(_SHARED)
    db.execute(_SORT_TEASERS)


def add_others(db: sqlite3.Connection, query: str) -> None:
    """Store all prints of the teasers that a query yields with their texts."""
    texts = db.execute(query)
    pairs = ((own, teaser) for teaser, text in texts for own in teaser_prints(text))
    _sort_into(db, "teaser_prints", pairs)


def unstage(db: sqlite3.Connection) -> None:
    """Empty the stages: their rows are stored, or about to be deleted."""
    for stage in _STAGES:
        db.execute(_UNSTAGE.format(stage=stage))


def _stage(db: sqlite3.Connection, scope: str = "true", *bound: str) -> None:
    """Work out the prints of the rows for which the writer has staged none."""
    for statement in STAGES:
        db.execute(statement)
    articles = db.execute(_UNSTAGED_ARTICLES.format(scope=scope), bound)
    db.executemany(_STAGE_ARTICLE, ((row[0], pack(article_prints(*row[1:]))) for row in articles))
    teasers = db.execute(_UNSTAGED_TEASERS.format(scope=scope), bound)
    firsts = ((row, first_print(text)) for row, text in teasers)
    db.executemany(_STAGE_TEASER, (first for first in firsts if first[1] is not None))


def _sort_into(db: sqlite3.Connection, table: str, rows: Iterable[tuple[int, int]]) -> None:
    db.execute("create temp table gathered (print integer, id integer)")
    db.executemany(_GATHER, rows)
    db.execute(_SORT.format(table=table))
    db.execute("drop table gathered")
