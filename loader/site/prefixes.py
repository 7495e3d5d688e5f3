"""What the beginning of a word stands for where too many words begin so.

FTS5 gathers every place of every word with that beginning before it tells the first, each time
that it is asked: 64 ms for ``wa*`` in 100,000 articles, growing with them, and a page asks three
times of each index. So a beginning whose words stand in more than ``PLACES`` places is searched as
the words that begin so in the newest articles, the most frequent first; the page names them.

An index of beginnings (FTS5's ``prefix``) would cost every load: for those of two letters half as
much index again, 8 % of an archive, and a sixth to a third more CPU to fill it.
"""

import re
import sqlite3
import unicodedata
from collections import Counter
from contextlib import closing
from dataclasses import replace
from functools import cached_property
from os.path import commonprefix

from loader.store.fold import index_text
from loader.store.matches import TOKENIZER
from loader.store.query import Query, Term

PLACES = 100_000
"""Places of its words up to which FTS5 is asked for all of them: 9 ms to count so many."""
SAMPLE = 200
"""Newest articles whose words are read, 0.1 ms each: of words in one of 50, 98 in 100 are there."""
WORDS = 24
"""Words that a beginning stands for at most; FTS5 counts the holders of each, to rank."""
ENOUGH = 2
"""Words of a beginning that an average article holds, after which it stands for no further one:
their holders are counted for each search, 24 ns each, so this bounds the cost in any archive."""

_READ = 10_000  # characters of an article
_MARKS = re.compile("[\u0300-\u036f]+")
_ACCENTED = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")
VOCABULARY = """
create virtual table if not exists temp.article_places using fts5vocab(main, articles_fts, instance)
"""
COUNTED = """
select count(*)
from (select 1 from temp.article_places where term >= :start and term < :stop limit :most)
"""
NEWEST = "select {columns} from articles order by id desc limit :sample"
COLUMNS = {
    "title": "title",
    "standfirst": "standfirst",
    "body": f"substr(body, 1, {_READ})",
    "authors": "authors",
}
STEM = """
create virtual table words using fts5(text, tokenize="{tokenizer}");
create virtual table stems using fts5vocab(words, instance);
"""


class Prefixes:
    """The beginnings of words in one search, each looked up once."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: dict[Term, tuple[str, ...]] = {}

    def bounded(self, query: Query) -> Query:
        """Return a query in which every beginning of too many words stands for a few."""
        groups = tuple(tuple(map(self._bounded, group)) for group in query.groups)
        excluded = tuple(map(self._bounded, query.excluded))
        notes = [_note(term) for group in (*groups, excluded) for term in group if term.words]
        return Query(groups, excluded, (*query.notes, *dict.fromkeys(notes)))

    def _bounded(self, term: Term) -> Term:
        if not term.prefix:
            return term
        if term not in self._known:
            beginning = _last_stem(term.text)
            wide = beginning is not None and self._is_wide(beginning)
            self._known[term] = self._words(term, beginning or "") if wide else ()
        return replace(term, words=self._known[term])

    def _is_wide(self, beginning: str) -> bool:
        self._db.execute(VOCABULARY)
        stop = beginning + "\U0010ffff"
        values = {"start": beginning, "stop": stop, "most": PLACES + 1}
        (places,) = self._db.execute(COUNTED, values).fetchone()
        return bool(places > PLACES)

    def _words(self, term: Term, beginning: str) -> tuple[str, ...]:
        """Return what a term stands for: its words, of which the last is one of the frequent."""
        before, _, last = term.text.rpartition(" ")
        starts = (_plain(last), beginning)
        begins = re.escape(commonprefix(starts))  # noqa: RUF071 (of words, not of paths)
        pattern = re.compile(rf"{begins}(?<![^\W_]{begins})[^\W_]*")
        texts = self._sample[term.column] if term.column in self._sample else self._sample[None]
        holders = Counter(word for text in texts for word in sorted(set(pattern.findall(text))))
        words: list[str] = []
        room = ENOUGH * len(texts)
        for word, number in holders.most_common():
            if len(words) == WORDS or room <= 0:
                break
            if word.startswith(starts):
                words.append(f"{before} {word}".strip())
                room -= number
        return tuple(words)

    @cached_property
    def _sample(self) -> dict[str | None, list[str]]:
        """The newest articles as plain letters: each column, and under None all of them."""
        sql = NEWEST.format(columns=", ".join(COLUMNS.values()))
        rows = self._db.execute(sql, {"sample": SAMPLE}).fetchall()
        plain = [[_plain(text or "") for text in row] for row in rows]
        sample: dict[str | None, list[str]] = {None: [" ".join(row) for row in plain]}
        for place, column in enumerate(COLUMNS):
            sample[column] = [row[place] for row in plain]
        return sample


def _plain(text: str) -> str:
    """Return a text as the index has it, but for stems: folded, small, without accents."""
    folded = index_text(text).lower()
    if folded.isascii() or not _ACCENTED.search(folded):
        return folded
    return _MARKS.sub("", unicodedata.normalize("NFKD", folded))


def _last_stem(text: str) -> str | None:
    """Return the last word of a text as the index cuts it; None where it has no word."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(STEM.format(tokenizer=TOKENIZER))
        db.execute("insert into words values (?)", (text,))
        row = db.execute("select term from stems order by offset desc limit 1").fetchone()
    return row[0] if row else None


def _note(term: Term) -> str:
    words = ", ".join(term.words)
    return (
        f"“{term.text}*” begins too many words to search for all: it stands for {words}, the most "
        f"frequent in the newest {SAMPLE} articles. More letters find the rest."
    )
