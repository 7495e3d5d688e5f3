"""Corrections: those that the archive was made with, their seeds, and those that fit no more."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from loader.corrections import AuthorCorrection, Corrections
from loader.store.problem import Problem
from loader.store.rows import placed_bylines

BY_KEY = "select text from seeds where key = ?"
BY_PATH = """
select seeds.key, seeds.text from files join seeds on seeds.id = seed_id
where path = ? or seeds.key = ?
"""
STORED = "select seed, author, entry from corrections order by position"
STORE = "insert into corrections (seed, author, entry) values (?, ?, ?)"
ID_BY_KEY = "select id from seeds where key = ?"
IDS_BY_NAME = "select distinct seed_id from bylines where instr(text, ?)"
SOURCE = "select sha256, media_type, encoding, bytes, text, record from seeds where id = ?"
BY_NAME = """
select key, text
from seeds
where id in (select seed_id from bylines where instr(text, ?)) and ? in (key, '')
"""
IS_AUTHOR = """
select 1
from article_authors
join articles on articles.id = article_id
join seeds on seeds.id = articles.seed_id
where article_authors.name = ? and ? in (seeds.key, '')
limit 1
"""
MEND = "correct the entry, or delete it from the corrections file"


Entry = tuple[str | None, str | None, str]


class Source(NamedTuple):
    """What the archive holds of a seed's source; columns of ``seeds``."""

    sha256: str
    media_type: str
    encoding: str
    size: int
    text: str
    record: str | None


def stored(db: sqlite3.Connection) -> list[Entry]:
    """Return the corrections that the archive's rows were made with: seed, author, JSON."""
    return db.execute(STORED).fetchall()


def store(db: sqlite3.Connection, corrections: Corrections) -> None:
    """Note the corrections that the archive's rows were made with."""
    db.execute("delete from corrections")
    db.executemany(STORE, corrections.entries())


def seeds_of(db: sqlite3.Connection, seed: str | None, author: str | None) -> Iterator[int]:
    """Yield the ids of the seeds that corrections of a seed (its key) or author are about."""
    query, value = (ID_BY_KEY, seed) if seed is not None else (IDS_BY_NAME, author)
    for (seed_id,) in db.execute(query, (value,)):
        yield int(seed_id)


def source(db: sqlite3.Connection, seed_id: int) -> Source:
    """Return what is needed to split a seed again."""
    return Source(*db.execute(SOURCE, (seed_id,)).fetchone())


def find_seed(db: sqlite3.Connection, name: str) -> tuple[str, str] | None:
    """Return the key and the text of the seed with this key or path; None where there is none."""
    found: tuple[str, str] | None = db.execute(BY_PATH, (name, name)).fetchone()
    return found


def is_author(db: sqlite3.Connection, name: str, seed: str | None) -> bool:
    """Tell whether a byline, of the seed with this key or of any, prints this author's name."""
    return db.execute(IS_AUTHOR, (name, seed or "")).fetchone() is not None


def check_corrections(db: sqlite3.Connection, corrections: Corrections) -> Iterator[Problem]:
    """Yield the corrections whose words no longer stand at their place, or that name no author.

    That the archive was made with others is a problem too.
    """
    if corrections.entries() and corrections.entries() != stored(db):
        what = "the archive was made with others than the file beside it holds"
        yield Problem("corrections", what, "apply them: run seed-archive load")
    for line in corrections.lines:
        found = db.execute(BY_KEY, (line.seed,)).fetchone()
        where = f"correction of seed {line.seed}, {line.start} to {line.end}"
        if found is None:
            yield Problem(where, "the archive has no such seed", MEND)
        elif not line.fits(found[0]):
            yield Problem(where, f"{line.text!r} does not stand there", MEND)
    for author in corrections.authors:
        if not _is_named(db, author, corrections):
            where = f"correction of author {author.author}"
            where += f" in seed {author.seed}" if author.seed else ""
            yield Problem(where, "no byline names this author", MEND)


def _is_named(db: sqlite3.Connection, author: AuthorCorrection, corrections: Corrections) -> bool:
    """Tell whether an author would stand under this name but for the corrections of authors.

    Where none does, since a person said who it is or that it is nobody, bylines are read again.
    """
    if is_author(db, author.author, author.seed):
        return True
    from loader.split import split  # noqa: PLC0415 (half of a start, where nothing is corrected)

    return any(
        credit.name == author.author
        for key, text in db.execute(BY_NAME, (author.author, author.seed or ""))
        for _, _, byline in placed_bylines(split(text, corrections.kinds(key, text)))
        for credit in byline.credits
    )
