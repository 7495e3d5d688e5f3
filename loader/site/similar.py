"""Articles like one another: by the rare words and the named people that they share."""

import math
import re
import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass

from loader.store.fold import index_text
from loader.store.matches import TOKENIZER

SHOWN = 5
LEAST_SHARED = 3  # two rare words in common are a coincidence
WORDS = 12  # rarest words of the article that are compared: more find no better neighbours
COMMON = 0.05  # a word in more than this share of all articles tells nothing
_WORD = re.compile(r"[^\W\d_]{4,}")
_FIRST = 20_000  # characters read: long articles have shown their subject by then

BODY = "select body from articles where id = ?"
TOTAL = "select count(*) from articles"
FREQUENCY = "select doc from temp.article_words where term = ?"
HOLDERS = "select rowid from articles_fts where articles_fts match ? limit 2000"
SHARED_NAMES = """
select distinct mentions.article_id, names.latin
from mentions join names on names.id = mentions.name_id
where mentions.name_id in (select name_id from mentions where article_id = :id)
  and mentions.article_id is not null
limit 2000
"""
GROUP = "select coalesce(group_id, id) from articles where id = ?"
LABEL = "select key, label, authors, published, coalesce(group_id, id) from articles where id = ?"


@dataclass(frozen=True, slots=True)
class Similar:
    """An article that shares words or people with another, and which."""

    key: str
    label: str
    authors: str | None
    published: str | None
    shared: tuple[str, ...]


def similar_articles(db: sqlite3.Connection, article_id: int) -> list[Similar]:
    """Return the articles most like one, best first; those that are the same again are left out."""
    scores: dict[int, float] = defaultdict(float)
    shared: dict[int, list[str]] = defaultdict(list)
    for word, weight in _rare_words(db, article_id):
        for (other,) in db.execute(HOLDERS, (f'"{word}"',)):
            scores[other] += weight
            shared[other].append(word)
    for other, name in db.execute(SHARED_NAMES, {"id": article_id}):
        scores[other] += math.log(db.execute(TOTAL).fetchone()[0] + 1)
        shared[other].insert(0, name)
    best = sorted(scores, key=lambda other: (-scores[other], other))
    (group,) = db.execute(GROUP, (article_id,)).fetchone()
    found: list[Similar] = []
    for other in best[: SHOWN * 4]:
        key, label, authors, published, its_group = db.execute(LABEL, (other,)).fetchone()
        if its_group != group and len(shared[other]) >= LEAST_SHARED and len(found) < SHOWN:
            found.append(Similar(key, label, authors, published, tuple(shared[other][:6])))
    return found


def _rare_words(db: sqlite3.Connection, article_id: int) -> list[tuple[str, float]]:
    """Return the article's words that few others have, with their weight, heaviest first."""
    (body,) = db.execute(BODY, (article_id,)).fetchone()
    words = set(_WORD.findall(index_text(body[:_FIRST]).lower()))
    (total,) = db.execute(TOTAL).fetchone()
    open_vocabulary(db)
    weights: dict[str, float] = {}
    for stem, word in _stems(words).items():
        row = db.execute(FREQUENCY, (stem,)).fetchone()
        if row and 1 < row[0] <= max(3, total * COMMON):
            weights[word] = math.log(total / row[0] + 1)
    return sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:WORDS]


def open_vocabulary(db: sqlite3.Connection) -> None:
    """Give a connection the index's own list of words, ``temp.article_words``."""
    db.execute(
        "create virtual table if not exists temp.article_words "
        "using fts5vocab(main, 'articles_fts', 'row')"
    )


def _stems(words: set[str]) -> dict[str, str]:
    """Return, for each stem that the index's tokenizer makes of some words, the first of them."""
    ordered = sorted(words)
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute(f'create virtual table t using fts5(word, tokenize="{TOKENIZER}")')
        memory.executemany("insert into t(rowid, word) values (?, ?)", enumerate(ordered))
        memory.execute("create virtual table v using fts5vocab(t, 'instance')")
        found = memory.execute("select term, min(doc) from v group by term")
        return {stem: ordered[row] for stem, row in found}
