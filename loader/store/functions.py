"""The archive's SQL functions: one query language for pages, command line and SQL."""

import re
import sqlite3

from loader.store.query import match_expression, near_expression

_CALL = re.compile(r"(?:escape_fts|search_query)\s*\(", re.IGNORECASE)
_ASKED = re.compile(rf"""[\["'`]?(\w+)[\]"'`]?\s+match\s+{_CALL.pattern}""", re.IGNORECASE)
INDEXES = """
select name
from sqlite_master
where type = 'table'
  and sql like 'create virtual table%using fts5%'
"""


def register_functions(db: sqlite3.Connection) -> None:
    """Give a connection the functions of the archive.

    ``search_query(text)``: the FTS5 expression for what a person typed; ``escape_fts`` is the
    same, under the name that Datasette's own pages use.
    ``near_query(first, second, distance)``: two words or phrases near each other.
    """
    columns = _Columns(db)
    db.set_trace_callback(columns.note)
    for name in ("search_query", "escape_fts"):
        db.create_function(name, 1, columns.expression)
    db.create_function("near_query", 3, _near, deterministic=True)


class _Columns:
    """Which columns ``name:word`` may use in the statement that runs on a connection.

    FTS5 refuses a column that the index does not have, and a function is not told what index
    its result is for: so the statement is read. Where one asks several indexes, only the columns
    that all of them have count.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._indexes = {
            name.lower(): [column[1] for column in db.execute(f"pragma table_info([{name}])")]
            for (name,) in db.execute(INDEXES).fetchall()
        }
        self._statement = ""

    def note(self, statement: str) -> None:
        """Keep a statement that calls the function; FTS5 runs others of its own meanwhile."""
        if _CALL.search(statement):
            self._statement = statement

    def expression(self, text: object) -> str:
        asked = {name.lower() for name in _ASKED.findall(self._statement)}
        known = [self._indexes[name] for name in asked if name in self._indexes]
        shared = set.intersection(*map(set, known)) if known else set()
        return match_expression(_text(text), sorted(shared))


def _near(first: object, second: object, distance: object) -> str:
    digits = _text(distance).strip()
    return near_expression(_text(first), _text(second), int(digits) if digits.isdecimal() else 10)


def _text(value: object) -> str:
    """Return an SQL value as text; NULL and a blob are no words."""
    return "" if value is None or isinstance(value, bytes) else str(value)
