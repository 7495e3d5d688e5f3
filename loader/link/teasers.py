"""Teasers linked to the full article they were cut from, whichever was loaded first.

Candidates share a print with the teaser: first those whose opening begins as it does, and where
none of them holds all of its words those that share any print. The texts decide.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby, islice
from operator import itemgetter

from loader.link import lookup
from loader.link.match import (
    OPENING,
    Body,
    covered_words,
    folded_words,
    matched_words,
    may_match,
    short_runs,
    teaser_words,
)
from loader.store.fold import is_segmented
from loader.store.prints import is_headline, teaser_prints

_UNSURE = 30  # words; different articles may begin with so few that are the same
_MARGIN = 3  # words by which one of them must then be ahead
_LATE = 40  # words of a body before those that a teaser begins with
_BATCH = 1000
_EXACT = 10  # words from which a cut text is told from a headline
_OPENING_OF = """
select key, title, standfirst, substr(body, 1, ?)
from articles
where id = ?
"""
_BODY_OF = "select body from articles where id = ?"
_TEASER = """
select article_id, words, text, full_article_id, matched
from fragments
where id = ?
"""
LINK = "update fragments set full_article_id = ?, matched = ? where id = ?"
_POINTING = """
select id
from fragments
where full_article_id in (
  select id from articles where seed_id in (select value from json_each(?))
)
"""
_LOOSEN = """
update fragments
set full_article_id = null, matched = null
where seed_id in (select value from json_each(?)) and full_article_id is not null
"""


@dataclass(frozen=True, slots=True)
class Teaser:
    """A teaser to link. ``article`` is the one it was printed with, ``words`` its length."""

    article: int | None
    words: int
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """What a teaser was cut from, or None; ``whole`` where all of its words were found."""

    article: int | None = None
    matched: int | None = None
    whole: bool = False


class _Opening:
    """An article's opening; what only an edited teaser needs is worked out when it comes."""

    def __init__(self, key: str, title: str | None, standfirst: str | None, body: str) -> None:
        self.key = key
        self.flat = (body.replace("\n\n", " ") if "\n\n" in body else body).replace("\n", " ")
        self._title, self._standfirst, self._body = title, standfirst, body

    @cached_property
    def before(self) -> int:
        """How many words stand before those of the body."""
        return len(folded_words(f"{self._title or ''}\n{self._standfirst or ''}"))

    @cached_property
    def title(self) -> list[str] | None:
        """The title's words as they are compared."""
        return None if self._title is None else folded_words(self._title)

    @cached_property
    def words(self) -> list[str]:
        """All words as they are compared."""
        return folded_words(f"{self._title or ''}\n{self._standfirst or ''}\n{self._body}")

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """The short runs of words that the opening holds."""
        return frozenset(short_runs(self.words))


class Linker:
    """Judges teasers; keeps the openings that it read last."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.opening = lru_cache(maxsize=256)(self._read_opening)

    def link(self, teaser: Teaser, candidates: Iterable[int]) -> Link:
        """Return the link of a teaser to one of the candidates.

        The article that holds most of its words wins, among equals that with the lowest key.
        Where few words agree and a different article holds nearly as many, none does.
        """
        others = [article for article in candidates if article != teaser.article]
        words = teaser_words(teaser.text)
        found = [
            (matched, self.opening(article).key, article)
            for article in others
            if (matched := self._matched(teaser, words, article))
        ]
        if not found:
            return Link()
        most = max(matched for matched, _, _ in found)
        best = min(entry for entry in found if entry[0] == most)[2]
        if most < _UNSURE and any(
            article != best and self._rivals(words, most, best, article) for article in others
        ):
            return Link()
        return Link(best, most, whole=most >= len(words) - 1)

    def _rivals(self, words: list[str], most: int, best: int, other: int) -> bool:
        """Tell whether a different article begins with nearly the same words as the best."""
        covered = covered_words(words, self.opening(other).runs)
        return covered > most - _MARGIN and not self._are_near(best, other)

    def _matched(self, teaser: Teaser, words: list[str], article: int) -> int:
        opening = self.opening(article)
        if matched := _exact(teaser.words, teaser.text, opening.flat):
            return matched
        if opening.title == words and is_headline(teaser.text):
            return len(words)
        if len(words) < _EXACT or not may_match(words, covered_words(words, opening.runs)):
            return 0
        return matched_words(words, opening.words[: opening.before + len(words) + _LATE])

    def _read_opening(self, article: int) -> _Opening:
        return _Opening(*self._db.execute(_OPENING_OF, (OPENING, article)).fetchone())

    def _are_near(self, one: int, two: int) -> bool:
        bodies = [self._db.execute(_BODY_OF, (article,)).fetchone()[0] for article in (one, two)]
        return Body(bodies[0]).is_near(Body(bodies[1]))


def _exact(words: int, text: str, opening: str) -> int:
    """Return how many words of a teaser an article begins with, 0 if not all.

    The last word may be cut; white space must be the same but for line breaks.
    """
    cut = text.rstrip(" .…")
    if words < _EXACT or not opening.startswith(cut):
        return 0
    end = len(cut)
    apart = is_segmented(text[end - 1])  # a word of its own, whatever stands beside it
    if " " in text[end:] or (apart and end < len(text)):  # the ellipsis was counted as a word
        words -= 1
    if not apart and text[end - 1].isalnum() and opening[end : end + 1].isalnum():
        words -= 1
    return words


def connect(db: sqlite3.Connection, seeds: str, telling: Iterable[int]) -> None:
    """Link the teasers of new seeds, and those elsewhere that share ``telling`` prints."""
    _settle(db, {*lookup.add_teasers(db, seeds), *lookup.teasers_sharing(db, telling)})


def forget(db: sqlite3.Connection, seeds: str, telling: Iterable[int]) -> None:
    """Link anew what pointed to articles of seeds whose prints are gone already."""
    lookup.cut_teasers(db, seeds)
    touched = {row[0] for row in db.execute(_POINTING, (seeds,))}
    touched.update(lookup.teasers_sharing(db, telling))
    db.execute(_LOOSEN, (seeds,))
    _settle(db, touched - _own(db, seeds))


def _own(db: sqlite3.Connection, seeds: str) -> set[int]:
    query = "select id from fragments where seed_id in (select value from json_each(?))"
    return {row[0] for row in db.execute(query, (seeds,))}


def _settle(db: sqlite3.Connection, touched: Iterable[int]) -> None:
    """Link teasers anew."""
    linker = Linker(db)
    for row in sorted(touched):
        article, words, text, *old = db.execute(_TEASER, (row,)).fetchone()
        teaser = Teaser(article, words, text)
        prints = teaser_prints(text)
        link = linker.link(teaser, lookup.articles_sharing(db, prints[:1]))
        lookup.keep_others(db, row, prints, keep=not link.whole)
        if not link.whole:
            link = linker.link(teaser, lookup.articles_sharing(db, prints))
        if [link.article, link.matched] != old:
            db.execute(LINK, (link.article, link.matched, row))


_HEADS = """
create temp table heads as
select min(article_prints.article_id) as article_id, teaser_prints.fragment_id,
  teaser_prints.print, count(*) as articles
from teaser_prints
cross join article_prints on article_prints.print = teaser_prints.print
where teaser_prints.print not in (select print from shared_prints where articles > ?)
group by teaser_prints.print, teaser_prints.fragment_id
order by 1, 2
"""
_BY_HEAD = """
select fragment_id, fragments.article_id, words, text, heads.article_id, print, articles
from heads
cross join fragments on fragments.id = fragment_id
order by heads.rowid
"""
_OPEN = """
select id, text
from staged_teasers
cross join fragments using (id)
where id not in (select fragment_id from linked where whole)
"""
_SHARING = """
create temp table sharing as
select distinct teaser_prints.fragment_id, article_prints.article_id
from teaser_prints
cross join article_prints on article_prints.print = teaser_prints.print
where teaser_prints.print not in (select print from shared_prints where articles > ?)
  and teaser_prints.fragment_id not in (select fragment_id from linked where whole)
order by 1, 2
"""
_BY_ANY = """
select fragment_id, fragments.article_id, words, text, sharing.article_id
from sharing
cross join fragments on fragments.id = fragment_id
order by sharing.rowid
"""
_LINKED = """
create temp table linked (
  fragment_id integer primary key, article_id integer, matched integer, whole integer
)
"""
_PUT = "insert or replace into linked values (?, ?, ?, ?)"
_LINK_ALL = """
update fragments
set full_article_id = linked.article_id, matched = linked.matched
from linked
where fragments.id = linked.fragment_id and linked.article_id is not null
"""


def connect_all(db: sqlite3.Connection) -> None:
    """Link all teasers of an archive whose prints are stored and staged."""
    linker = Linker(db)
    db.execute(_LINKED)
    db.execute(_HEADS, (lookup.COMMON,))
    _put(db, _links_by_head(db, linker))
    lookup.add_others(db, _OPEN)
    db.execute(_SHARING, (lookup.COMMON,))
    _put(db, _links_by_any(db, linker))
    db.execute(_LINK_ALL)
    for table in ("heads", "sharing", "linked"):
        db.execute(f"drop table {table}")


def _put(db: sqlite3.Connection, links: Iterator[tuple[int, int | None, int | None, bool]]) -> None:
    while batch := list(islice(links, _BATCH)):
        db.executemany(_PUT, batch)


def _links_by_head(
    db: sqlite3.Connection, linker: Linker
) -> Iterator[tuple[int, int | None, int | None, bool]]:
    """Judge teasers by their first words alone, in the order of the articles' rows."""
    for row, printed_with, words, text, article, own, articles in db.execute(_BY_HEAD):
        if articles == 1 and article != printed_with:  # by far the most, so without ceremony
            matched = _exact(words, text, linker.opening(article).flat)
            if matched:
                yield row, article, matched, True
                continue
        found = (article,) if articles == 1 else lookup.articles_sharing(db, (own,))
        link = linker.link(Teaser(printed_with, words, text), found)
        yield row, link.article, link.matched, link.whole


def _links_by_any(
    db: sqlite3.Connection, linker: Linker
) -> Iterator[tuple[int, int | None, int | None, bool]]:
    """Judge the teasers that are left by all of their prints."""
    for row, pairs in groupby(db.execute(_BY_ANY), key=itemgetter(slice(0, 4))):
        link = linker.link(Teaser(*row[1:]), [pair[4] for pair in pairs])
        yield row[0], link.article, link.matched, link.whole
