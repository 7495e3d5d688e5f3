"""Authors: one row for each person or agency, whatever the spelling or script.

The spellings and how many articles print each are kept; authors are worked out from them anew
wherever a spelling that can have to do with them came or went.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

from loader.link.identity import Author, Spelling, ambiguous, identities, make_author
from loader.link.spellings import ambiguous_names, count, organisations_of, related
from loader.store.fold import index_text

_BATCH = 500
_json = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make one for each article
_UNSETTLED = "select latin, native from spellings where author_id is null order by id limit ?"
_AUTHORS = """
select id, key, name, native_name, sort_name, kind
from authors
where id in (select value from json_each(?))
"""
_ADD_AUTHOR = "insert into authors (key, name, native_name, sort_name, kind) values (?, ?, ?, ?, ?)"
_PUT_AUTHOR = "update authors set name = ?, native_name = ?, sort_name = ?, kind = ? where id = ?"
_CUT_AUTHOR = "delete from authors where id = ?"
_INDEX = "insert into authors_fts (rowid, name, native_name) values (?, ?, ?)"
_UNINDEX = (
    "insert into authors_fts (authors_fts, rowid, name, native_name) values ('delete', ?, ?, ?)"
)
_PUT_SPELLING = "update spellings set author_id = ? where id = ?"
_CREDITED = """
select article_id
from article_authors
where known_as = ? and native_name is ? and kind = ?
"""
_CREDIT = """
update article_authors
set author_id = ?
where known_as = ? and native_name is ? and kind = ? and author_id is not ?
"""
_CREDIT_NEW = """
update article_authors
set author_id = (
  select author_id
  from spellings
  where spellings.name = article_authors.known_as
    and spellings.native_name is article_authors.native_name
    and spellings.kind = article_authors.kind
)
{where}
"""
_AFFILIATE = """
update affiliations
set author_id = (
  select author_id
  from article_authors
  where article_authors.article_id = affiliations.article_id
    and article_authors.position = author_position
)
{where}
"""
_OF_ARTICLES = "where article_id in (select value from json_each(?))"
_WRITTEN = """
select article_id
from article_authors
where author_id in (select value from json_each(?))
"""
_ARTICLES = "select id from articles where seed_id in (select value from json_each(?))"
_BYLINES = """
select article_id, authors.name, author_names
from article_authors
cross join authors on authors.id = author_id
cross join articles on articles.id = article_id
{where}
order by article_id, article_authors.position
"""
_PUT_NAMES = "update articles set author_names = ? where id = ?"
_LOOSEN = "update {table} set author_id = null where article_id in (select value from json_each(?))"


class _Changes:
    """What settling changed: spellings that went to another author, authors with a new name."""

    def __init__(self) -> None:
        self.moved: list[Spelling] = []
        self.authors: dict[int, int] = {}  # by spelling
        self.renamed: set[int] = set()
        self.gone: list[tuple[Any, ...]] = []


def connect(db: sqlite3.Connection, seeds: str) -> None:
    """Find the authors of new seeds (a JSON array of ids), and what changes by them elsewhere."""
    changes = _settle(db, *count(db, seeds, 1), forgotten="[]")
    touched = _articles(db, seeds) | _move(db, changes)
    where, ids = _OF_ARTICLES, str(sorted(touched))
    db.execute(_CREDIT_NEW.format(where=where), (ids,))
    db.execute(_AFFILIATE.format(where=where), (ids,))
    _cut_authors(db, changes.gone)
    _put_names(db, where, (ids,))


def forget(db: sqlite3.Connection, seeds: str) -> None:
    """Take back what seeds say of authors; their own rows name none any more."""
    changes = _settle(db, *count(db, seeds, -1), forgotten=seeds)
    touched = _move(db, changes)
    ids = str(sorted(touched))
    db.execute(_AFFILIATE.format(where=_OF_ARTICLES), (ids,))
    own = str(sorted(_articles(db, seeds)))
    for table in ("article_authors", "affiliations"):
        db.execute(_LOOSEN.format(table=table), (own,))
    _cut_authors(db, changes.gone)
    _put_names(db, _OF_ARTICLES, (ids,))


def connect_all(db: sqlite3.Connection) -> None:
    """Find the authors of all articles of an archive that has none yet."""
    count(db, None, 1)
    organisations = organisations_of(db, ambiguous_names(db), "[]")
    while batch := db.execute(_UNSETTLED, (_BATCH,)).fetchall():
        latins = {latin for latin, _ in batch if latin is not None}
        natives = {native for _, native in batch if native is not None}
        _settle(db, latins, natives, set(), forgotten="[]", organisations=organisations)
    db.execute(_CREDIT_NEW.format(where=""))
    db.execute(_AFFILIATE.format(where=""))
    _put_names(db, "", ())


def _settle(
    db: sqlite3.Connection,
    latins: Collection[str],
    natives: Collection[str],
    orphans: set[int],
    *,
    forgotten: str,
    organisations: dict[str, set[str]] | None = None,
) -> _Changes:
    """Work out the authors of all spellings that have to do with some names."""
    spellings = related(db, latins, natives)
    if organisations is None:
        names = {one.name for one in spellings if one.read.full in ambiguous(spellings)}
        organisations = organisations_of(db, names, forgotten)
    grouped: dict[str, list[Spelling]] = defaultdict(list)
    identity = identities(spellings, organisations)
    for one in spellings:
        grouped[identity[one.id]].append(one)
    old = orphans | {one.author for one in spellings if one.author is not None}
    rows = {row[1]: row for row in db.execute(_AUTHORS, (str(sorted(old)),))}
    changes = _Changes()
    for name, group in grouped.items():
        author = make_author(name, group)
        row = _put_author(db, author, rows.pop(author.key, None), changes)
        for one in group:
            if one.author != row:
                changes.moved.append(one)
                changes.authors[one.id] = row
    changes.gone = list(rows.values())
    db.executemany(_PUT_SPELLING, [(changes.authors[one.id], one.id) for one in changes.moved])
    return changes


def _put_author(
    db: sqlite3.Connection, author: Author, old: tuple[Any, ...] | None, changes: _Changes
) -> int:
    """Store an author and what the search index holds of him; return the row's id."""
    content = (author.name, author.native_name, author.sort_name, author.kind)
    if old is None:
        row = db.execute(_ADD_AUTHOR, (author.key, *content)).lastrowid
        if row is None:
            raise sqlite3.DatabaseError("authors: a row was added without an id")
        db.execute(_INDEX, (row, *_indexed(content)))
        return row
    if old[2:] != content:
        db.execute(_PUT_AUTHOR, (*content, old[0]))
        if old[2:4] != content[:2]:
            db.execute(_UNINDEX, (old[0], *_indexed(old[2:])))
            db.execute(_INDEX, (old[0], *_indexed(content)))
            changes.renamed.add(old[0])
    return int(old[0])


def _cut_authors(db: sqlite3.Connection, rows: Iterable[tuple[Any, ...]]) -> None:
    for row in rows:
        db.execute(_UNINDEX, (row[0], *_indexed(row[2:])))
        db.execute(_CUT_AUTHOR, (row[0],))


def _indexed(content: tuple[Any, ...]) -> tuple[str, str]:
    return index_text(content[0]), index_text(content[1] or "")


def _move(db: sqlite3.Connection, changes: _Changes) -> set[int]:
    """Credit articles to the authors whose spellings they print; return those that changed."""
    touched: set[int] = set()
    for one in changes.moved:
        printed, author = (one.name, one.native_name, one.kind), changes.authors[one.id]
        touched.update(row[0] for row in db.execute(_CREDITED, printed))
        db.execute(_CREDIT, (author, *printed, author))
    written = db.execute(_WRITTEN, (str(sorted(changes.renamed)),))
    return touched | {row[0] for row in written}


def _articles(db: sqlite3.Connection, seeds: str) -> set[int]:
    return {row[0] for row in db.execute(_ARTICLES, (seeds,))}


def _put_names(db: sqlite3.Connection, where: str, bound: tuple[str, ...]) -> None:
    """Keep ``articles.author_names`` in step with ``authors.name``."""
    rows = db.execute(_BYLINES.format(where=where), bound)
    changed: list[tuple[str, int]] = []
    for article, group in groupby(rows, key=itemgetter(0)):
        authors = list(group)
        names = _json([author[1] for author in authors])
        if names != authors[0][2]:
            changed.append((names, article))
    db.executemany(_PUT_NAMES, changed)
