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
_SHORT = 3  # words below this are like too many others
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
    for term in (term for group in query.groups for term in group):
        word = term.text.lower()
        if " " in word or len(word) < _SHORT or db.execute(HAS_WORD, (term.expression,)).fetchone():
            continue
        values = {
            "start": word[0],
            "stop": word[0] + "\U0010ffff",
            "least": len(word) - 3,
            "most": len(word) + 2,
        }
        stems = [stem for (stem,) in db.execute(NEIGHBOURS, values)]
        near = difflib.get_close_matches(word, stems, n=3, cutoff=_NEAR)
        pairs += [(word, found) for stem in near if (found := _as_printed(db, stem)) != word]
    return pairs


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
