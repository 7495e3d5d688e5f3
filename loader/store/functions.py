"""The archive's SQL functions: one query language for pages, command line and SQL."""

import json
import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

from loader.store.matches import keyword_lines
from loader.store.query import match_expression, near_expression

_CALL = re.compile(r"(?:escape_fts|search_query)\s{0,9}\(", re.IGNORECASE)
_BEFORE = re.compile(r"""\b(\w+)[\]"'`]?\s{1,9}match\s{1,9}$""", re.IGNORECASE)
_READ, _LINES = 300_000, 1_000  # what one call may cost: no time limit stops it
_REACH = 100  # characters before a call that can hold the name of an index
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
    ``keyword_lines(text, query, words)``: each place that matches, with so many words on each
    side, as a JSON array of objects with ``left``, ``match``, ``right`` and ``start``; at most
    1,000, from the first 300,000 characters.
    """
    columns = _Columns(db)
    db.set_trace_callback(_note)
    for name in ("search_query", "escape_fts"):
        db.create_function(name, 1, columns.expression)
    db.create_function("near_query", 3, _near, deterministic=True)
    db.create_function("keyword_lines", 3, _keyword_lines, deterministic=True)


@contextmanager
def untraced(db: sqlite3.Connection) -> Iterator[None]:
    """Run statements that call none of the functions, without noting each for them.

    FTS5 runs a statement of its own for every match that it ranks; to note one costs 3 µs.
    """
    db.set_trace_callback(None)
    try:
        yield
    finally:
        db.set_trace_callback(_note)


class _Noted(threading.local):
    """The statement that a thread runs, if it calls one of the functions."""

    statement = ""


_noted = _Noted()


def _note(statement: str) -> None:
    """Keep a statement that calls the function; FTS5 runs others of its own meanwhile."""
    if _CALL.search(statement):
        _noted.statement = statement


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

    def expression(self, text: object) -> str:
        asked = _asked_indexes(_noted.statement)
        known = [self._indexes[name] for name in asked if name in self._indexes]
        shared = set.intersection(*map(set, known)) if known else set()
        return match_expression(_text(text), sorted(shared))


def _asked_indexes(statement: str) -> set[str]:
    """Return the names that stand before ``match search_query(…)``; the text may be long."""
    befores = (
        _BEFORE.search(statement[max(0, call.start() - _REACH) : call.start()])
        for call in _CALL.finditer(statement)
    )
    return {found[1].lower() for found in befores if found}


def _near(first: object, second: object, distance: object) -> str:
    return near_expression(_text(first), _text(second), _number(distance, 10))


def _keyword_lines(text: object, query: object, words: object) -> str:
    expression = match_expression(_text(query))
    (lines,) = keyword_lines([_text(text)[:_READ]], expression, _number(words, 8))
    return json.dumps([asdict(line) for line in lines[:_LINES]], ensure_ascii=False)


def _number(value: object, default: int) -> int:
    """Return a small whole number as typed in a form, else the default."""
    digits = _text(value).strip()[:3]
    return int(digits) if digits.isdecimal() else default


def _text(value: object) -> str:
    """Return an SQL value as text; NULL and a blob are no words."""
    return "" if value is None or isinstance(value, bytes) else str(value)
