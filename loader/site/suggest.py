"""What to try when nothing was found: other spellings, fewer words."""

import difflib
import sqlite3
from dataclasses import replace

from loader.store.matches import find_matches
from loader.store.query import Query, Term

NEIGHBOURS = """
select term
from temp.article_words
where term >= :start and term < :stop and length(term) between :least and :most
order by doc desc
limit 2000
"""
HAS_WORD = "select 1 from articles_fts where articles_fts match ? limit 1"
A_HOLDER = """
select articles.body
from articles_fts join articles on articles.id = articles_fts.rowid
where articles_fts match ?
limit 1
"""
_SHORT = 3  # words below this are like too many others; so many letters begin a near word too
_TRIED = 5  # words that near ones are looked for
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHOWN = 3
_NEAR = 0.72  # likeness that difflib gives one wrong or swapped letter in a word of six


def open_vocabulary(db: sqlite3.Connection) -> None:
    """Give a connection the index's own list of words, ``temp.article_words``."""
    db.execute(
        "create virtual table if not exists temp.article_words "
        "using fts5vocab(main, 'articles_fts', 'row')"
    )


def near_spellings(db: sqlite3.Connection, query: Query) -> list[tuple[str, str]]:
    """Return, for words that no article has, words of the archive that are spelt alike."""
    open_vocabulary(db)
    pairs: list[tuple[str, str]] = []
    terms = [term for group in query.groups for term in group]
    words = [term.text.lower() for term in terms if not _has(db, term)]
    for word in [word for word in words if " " not in word and len(word) >= _SHORT][:_TRIED]:
        values = {
            "start": word[:_SHORT],
            "stop": word[:_SHORT] + "\U0010ffff",
            "least": len(word) - 3,
            "most": len(word) + 2,
        }
        stems = [stem for (stem,) in db.execute(NEIGHBOURS, values)]
        near = difflib.get_close_matches(word, stems, n=3, cutoff=_NEAR)
        near += [other for other in _other_beginnings(word) if _has(db, Term(other))]
        printed = dict.fromkeys(_as_printed(db, stem) for stem in near)
        pairs += [(word, found) for found in printed if found != word][:_SHOWN]
    return pairs


def _has(db: sqlite3.Connection, term: Term) -> bool:
    return db.execute(HAS_WORD, (term.expression,)).fetchone() is not None


def _other_beginnings(word: str) -> list[str]:
    """Return a word with one letter wrong, swapped, missing or too many among its first."""
    others: dict[str, None] = {}
    for place in range(_SHORT):
        before, here, after = word[:place], word[place], word[place + 1 :]
        others[before + after] = None
        others[before + after[:1] + here + after[1:]] = None
        for letter in _LETTERS:
            others[before + letter + after] = None
            others[before + letter + here + after] = None
    return [other for other in others if other != word]


def _as_printed(db: sqlite3.Connection, stem: str) -> str:
    """Return a stem of the index as some article prints it."""
    expression = Term(stem).expression
    row = db.execute(A_HOLDER, (expression,)).fetchone()
    if row is None:
        return stem
    body: str = row[0]
    ((ranges,),) = find_matches(["body"], [[body]], expression)
    return body[ranges[0][0] : ranges[0][1]].lower() if ranges else stem


def fewer_words(db: sqlite3.Connection, query: Query) -> list[str]:
    """Return what finds something when one of several words is left out."""
    shorter = []
    if query.excluded and db.execute(HAS_WORD, (_without_exclusions(query).expression,)).fetchone():
        shorter.append(" ".join(_typed(term) for group in query.groups for term in group[:1]))
    if len(query.groups) == 1:
        return shorter
    for place in range(len(query.groups)):
        rest = query.groups[:place] + query.groups[place + 1 :]
        if db.execute(HAS_WORD, (replace(query, groups=rest).expression,)).fetchone():
            shorter.append(" ".join(_typed(term) for group in rest for term in group[:1]))
    return shorter


def _without_exclusions(query: Query) -> Query:
    return replace(query, excluded=())


def _typed(term: Term) -> str:
    text = " ".join(term.text.split())
    quoted = f'"{text}"' if " " in text else text
    return quoted + ("*" if term.prefix else "")
