"""The spellings of names: how many articles print each, and which can have to do with which."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection
from itertools import groupby
from operator import itemgetter

from loader.link.identity import Spelling
from loader.link.names import name_key, read_name

_SEEDS = "where articles.seed_id in (select value from json_each(?))"
_CREDITS = """
select article_authors.known_as, article_authors.native_name, article_authors.kind,
  articles.language, count(*)
from articles
cross join article_authors on article_authors.article_id = articles.id
{where}
group by 1, 2, 3, 4
"""
_SPELLING = """
select id, author_id
from spellings
where name = ? and native_name is ? and kind = ? and language is ?
"""
_ADD_SPELLING = """
insert into spellings (key, name, native_name, kind, language, latin, native, articles)
values (?, ?, ?, ?, ?, ?, ?, ?)
"""
_COUNT = "update spellings set articles = articles + ? where id = ?"
_UNPRINTED = "delete from spellings where id = ? and articles = 0"
_RELATED = """
select id, author_id, name, native_name, kind, language, articles, latin, native
from spellings
where {column} in (select value from json_each(?))
"""
_NAMES = "select name, native_name, kind, latin from spellings order by latin"
_ORGANISATIONS = """
select distinct article_authors.known_as, organisation
from article_authors
cross join affiliations
  on affiliations.article_id = article_authors.article_id
  and author_position = article_authors.position
where article_authors.known_as in (select value from json_each(?)) and organisation is not null
  and article_authors.article_id not in (
    select id from articles where seed_id in (select value from json_each(?))
  )
"""


def count(
    db: sqlite3.Connection, seeds: str | None, sign: int
) -> tuple[set[str], set[str], set[int]]:
    """Count the articles of seeds (None: all) in or out of the spellings.

    Returns the folded romanised and native names that they print, and the authors of spellings
    that nothing prints any more.
    """
    latins: set[str] = set()
    natives: set[str] = set()
    orphans: set[int] = set()
    query, bound = _CREDITS.format(where="" if seeds is None else _SEEDS), (seeds,) * bool(seeds)
    for *form, articles in db.execute(query, bound).fetchall():
        read = read_name(*form[:3])
        if read.base is not None:
            latins.add(read.base)
        if read.native is not None:
            natives.add(read.native)
        found = None if seeds is None else db.execute(_SPELLING, form).fetchone()
        if found is None:
            key = name_key(f"native {read.native}" if read.native else f"latin {read.full}")
            db.execute(_ADD_SPELLING, (key, *form, read.base, read.native, articles))
            continue
        db.execute(_COUNT, (sign * articles, found[0]))
        if sign < 0 and db.execute(_UNPRINTED, (found[0],)).rowcount:
            orphans.add(found[1])
    return latins, natives, orphans


def related(
    db: sqlite3.Connection, latins: Collection[str], natives: Collection[str]
) -> list[Spelling]:
    """Return the spellings that share a name with these, directly or through others."""
    found: dict[int, Spelling] = {}
    waiting = {"latin": set(latins), "native": set(natives)}
    asked: dict[str, set[str]] = {"latin": set(), "native": set()}
    while any(waiting.values()):
        for column, other in (("latin", "native"), ("native", "latin")):
            names = json.dumps(sorted(waiting[column]))
            asked[column] |= waiting[column]
            waiting[column] = set()
            for row in db.execute(_RELATED.format(column=column), (names,)):
                read = read_name(row[2], row[3], row[4])
                found[row[0]] = Spelling(
                    row[0], row[1], row[2], row[3], row[4], row[5], row[6], read
                )
                reached = row[8] if other == "native" else row[7]
                if reached is not None and reached not in asked[other]:
                    waiting[other].add(reached)
    return [found[row] for row in sorted(found)]


def ambiguous_names(db: sqlite3.Connection) -> set[str]:
    """Return the printed names whose organisations tell whether an initial parts two people."""
    names: set[str] = set()
    for latin, rows in groupby(db.execute(_NAMES), key=itemgetter(3)):
        if latin is not None:
            forms = [(row[0], read_name(*row[:3]).full) for row in rows]
            fulls = {full for _, full in forms}
            if latin in fulls and len(fulls) == 2:  # noqa: PLR2004 (without initial and with)
                names.update(name for name, _ in forms)
    return names


def organisations_of(
    db: sqlite3.Connection, names: Collection[str], forgotten: str
) -> dict[str, set[str]]:
    """Return the folded organisations that bios give for names, by the names' letters."""
    found: dict[str, set[str]] = defaultdict(set)
    if names:
        bound = (json.dumps(sorted(names)), forgotten)
        for name, organisation in db.execute(_ORGANISATIONS, bound):
            full = read_name(name, None, "person").full
            folded = read_name(organisation, None, "agency").full
            if full is not None and folded is not None:
                found[full].add(folded)
    return found
