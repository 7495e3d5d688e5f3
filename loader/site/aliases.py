"""Names that the archive knows in another script or spelling."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from loader.store.fold import index_text
from loader.store.query import Query, Term

SHOWN = 5
PAIRS = """
select latin, native from names
union
select name, native_name from spellings where native_name is not null
union
select authors.name, spellings.name
from spellings join authors on authors.id = spellings.author_id
where spellings.name != authors.name
union
select authors.native_name, spellings.name
from spellings join authors on authors.id = spellings.author_id
where authors.native_name is not null and spellings.name != authors.native_name
limit 100000
"""

Known = Mapping[str, frozenset[str]]


def known_names(db: sqlite3.Connection, path: str | Path) -> Known:
    """Return, for each name folded, its other forms; read again when the archive has changed."""
    stat = Path(path).stat()
    return _read(_Connection(db, (str(path), stat.st_mtime_ns, stat.st_size)))


class _Connection:
    """A connection that is equal to any other on the same state of the same file."""

    def __init__(self, db: sqlite3.Connection, state: tuple[str, int, int]) -> None:
        self.db = db
        self.state = state

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Connection) and self.state == other.state

    def __hash__(self) -> int:
        return hash(self.state)


@lru_cache(maxsize=8)
def _read(connection: _Connection) -> Known:
    others: dict[str, set[str]] = defaultdict(set)
    for one, other in connection.db.execute(PAIRS):
        others[_key(one)].add(other)
        others[_key(other)].add(one)
    return {key: frozenset(forms) for key, forms in others.items()}


def _key(name: str) -> str:
    return " ".join(index_text(name).lower().split())


def other_names(query: Query, known: Known) -> list[str]:
    """Return the other forms of the names in a query: of each term, and of all words together."""
    terms = [term for group in query.groups for term in group]
    asked = [_key(term.text) for term in terms]
    asked.append(" ".join(asked))
    found = {form for key in asked for form in known.get(key, ())}
    return sorted(form for form in found if _key(form) not in asked)[:SHOWN]


def with_other_names(query: Query, known: Known) -> str:
    """Return the FTS5 expression of a query in which a name stands for its other forms too."""
    groups = tuple(
        (*group, *(form for term in group for form in _forms(term, known)))
        for group in query.groups
    )
    expression = replace(query, groups=groups).expression
    whole = Term(" ".join(term.text for group in query.groups for term in group))
    forms = _forms(whole, known) if len(query.groups) > 1 and not query.excluded else []
    return " OR ".join([f"({expression})", *(form.expression for form in forms)])


def _forms(term: Term, known: Known) -> list[Term]:
    if term.prefix:
        return []
    forms = sorted(known.get(_key(term.text), ()))[:SHOWN]
    return [Term(index_text(form).strip(), term.column) for form in forms]
