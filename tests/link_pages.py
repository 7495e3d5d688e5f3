"""Seeds built from parts for the tests of loader.link: what the splitter would have found."""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from loader.model import Affiliation, Byline, Credit, Page, Seed, Span
from loader.store import archive
from loader.store.rows import SeedRows, make_rows

VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"


@dataclass(frozen=True, slots=True)
class Who:
    """A credited author as a byline prints it."""

    name: str
    native: str | None = None
    organisation: str | None = None
    kind: str = "person"

    def line(self) -> str:
        native = f" ({self.native})" if self.native else ""
        return f"{self.name}{native}" + (f", {self.organisation}" if self.organisation else "")


def seed_rows(
    parts: Sequence[tuple[str, str]], authors: Sequence[Who] = (), language: str | None = "en"
) -> SeedRows:
    """Return the rows of a page of one article: (kind, text) parts in order, then its bylines."""
    lines = [*parts, *(("byline", who.line()) for who in authors)]
    text = "".join(f"{line}\n" for _, line in lines)
    spans, bylines, start = [], [], 0
    people = iter(authors)
    for kind, line in lines:
        end = start + len(line) + 1
        spans.append(Span(start, end, kind, "made", 1.0))
        if kind == "byline":
            bylines.append(_byline(next(people), start, end - 1))
        start = end
    seed = Seed(hashlib.sha256(text.encode()).hexdigest(), "text/plain", "utf-8", len(text), text)
    return make_rows(seed, Page(tuple(spans), 1, tuple(bylines), (), language, (None,)))


def _byline(who: Who, start: int, end: int) -> Byline:
    said = (Affiliation(None, who.organisation, start, end),) if who.organisation else ()
    credit = Credit(who.name, who.native, who.kind, start, start + len(who.name), said)
    return Byline(start, end, "bio", 1.0, (credit,))


def prose(seed: int, count: int) -> list[str]:
    """Return words of an invented language: for one seed always the same, fewer or more."""
    random = Random(seed)  # noqa: S311 (words, not secrets)
    words = []
    for _ in range(count):
        syllables = random.choice((1, 2, 2, 3, 3))
        words.append(
            "".join(random.choice(CONSONANTS) + random.choice(VOWELS) for _ in range(syllables))
        )
    return words


def empty_archive() -> sqlite3.Connection:
    """Return an archive without rows in memory that refuses broken references."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    archive.create(db)
    for statement in archive.statements(archive.schema("indexes")):
        db.execute(statement)
    db.execute("PRAGMA foreign_keys=ON")
    return db


ROWS = {
    "articles": """
        select a.key, a.author_names, head.key from articles a
        left join articles head on head.id = a.group_id""",
    "fragments": """
        select f.key, a.key, matched from fragments f
        left join articles a on a.id = full_article_id""",
    "authors": "select key, name, native_name, sort_name, kind from authors",
    "spellings": """
        select s.key, a.key, s.name, s.native_name, s.kind, language, latin, native, articles
        from spellings s left join authors a on a.id = author_id""",
    "credits": """
        select articles.key, c.position, authors.key from article_authors c
        join articles on articles.id = article_id left join authors on authors.id = author_id""",
    "affiliations": """
        select articles.key, author_position, organisation, authors.key from affiliations
        join articles on articles.id = article_id left join authors on authors.id = author_id""",
    "article prints": """
        select print, key from article_prints left join articles on articles.id = article_id""",
    "teaser prints": """
        select print, key from teaser_prints left join fragments on fragments.id = fragment_id""",
    "index": "select term, key, col, offset from temp.vocab left join authors on authors.id = doc",
}


def rows_by_key(db: sqlite3.Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that the passes store, without ids."""
    db.execute(
        "create virtual table if not exists temp.vocab using fts5vocab(main, authors_fts, instance)"
    )
    return {name: sorted(db.execute(query), key=repr) for name, query in ROWS.items()}


def ids_of(db: sqlite3.Connection, rows: Iterable[SeedRows]) -> list[int]:
    """Return the ids of seeds."""
    query = "select id from seeds where sha256 = ?"
    return [db.execute(query, (one.seed[1],)).fetchone()[0] for one in rows]
