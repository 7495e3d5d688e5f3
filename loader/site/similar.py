"""Articles like one another: by the rare words and the named people that they share."""

import math
import re
import sqlite3
from collections import defaultdict
from dataclasses import dataclass

from loader.store.fold import index_text

SHOWN = 5
LEAST_SHARED = 3  # two rare words in common are a coincidence
WORDS = 12  # rarest words of the article that are compared: more find no better neighbours
READ = 300  # different words that are looked up, in the order of the text
RARE = 300  # a word in more articles than this tells little, whatever the archive's size
COMMON = 0.05  # nor does one in more than this share of a small archive
_WORD = re.compile(r"[^\W\d_]{4,}")
_FIRST = 20_000  # characters read: long articles have shown their subject by then

BODY = "select body from articles where id = ?"
TOTAL = "select count(*) from articles"
HOLDERS = "select rowid from articles_fts where articles_fts match :word limit :most"
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
    (total,) = db.execute(TOTAL).fetchone()
    scores: dict[int, float] = defaultdict(float)
    shared: dict[int, list[str]] = defaultdict(list)
    for word, holders in _rare_words(db, article_id, total):
        for other in holders:
            scores[other] += math.log(total / len(holders) + 1)
            shared[other].append(word)
    for other, name in db.execute(SHARED_NAMES, {"id": article_id}):
        scores[other] += math.log(total + 1)
        shared[other].insert(0, name)
    best = sorted(scores, key=lambda other: (-scores[other], other))
    (group,) = db.execute(GROUP, (article_id,)).fetchone()
    found: list[Similar] = []
    for other in best[: SHOWN * 4]:
        key, label, authors, published, its_group = db.execute(LABEL, (other,)).fetchone()
        if its_group != group and len(shared[other]) >= LEAST_SHARED and len(found) < SHOWN:
            found.append(Similar(key, label, authors, published, tuple(shared[other][:6])))
    return found


def _rare_words(
    db: sqlite3.Connection, article_id: int, total: int
) -> list[tuple[str, tuple[int, ...]]]:
    """Return the article's words that few others have, each with its articles, rarest first.

    Of the forms of a word only the first is there: the index takes them for one.
    """
    (body,) = db.execute(BODY, (article_id,)).fetchone()
    words = dict.fromkeys(_WORD.findall(index_text(body[:_FIRST]).lower()))
    most = max(LEAST_SHARED, min(RARE, round(total * COMMON)))
    rare: dict[tuple[int, ...], str] = {}
    for word in list(words)[:READ]:
        rows = db.execute(HOLDERS, {"word": f'"{word}"', "most": most + 1})
        holders = tuple(number for (number,) in rows)
        if 1 < len(holders) <= most:
            rare.setdefault(holders, word)
    ordered = sorted(rare.items(), key=lambda item: (len(item[0]), item[1]))
    return [(word, holders) for holders, word in ordered[:WORDS]]
