"""The one writer: rows become the archive's tables and search index."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence

from loader.store.fold import index_text
from loader.store.prints import STAGES
from loader.store.rows import Row, SeedRows

_INSERT = {
    "seeds": (
        "id, key, sha256, media_type, encoding, bytes, characters, language, url, publisher, "
        "published, title, label, row_counts, record, text"
    ),
    "articles": (
        "id, seed_id, key, position, title, standfirst, label, byline, authors, author_names, "
        'language, published, url, words, start, "end", confidence, body'
    ),
    "fragments": (
        "id, seed_id, article_id, key, position, kind, label, words, truncated, start, "
        '"end", confidence, text_key, text'
    ),
    "bylines": 'id, seed_id, article_id, position, kind, start, "end", confidence, text',
    "article_authors": (
        'article_id, byline_id, position, name, native_name, kind, known_as, start, "end"'
    ),
    "affiliations": (
        'id, byline_id, article_id, author_position, role, organisation, start, "end"'
    ),
    "spans": (
        'seed_id, article_id, fragment_id, byline_id, position, kind, start, "end", rule, '
        "confidence"
    ),
    "articles_fts": "rowid, title, standfirst, body, authors",
    "fragments_fts": "rowid, text",
    "bylines_fts": "rowid, text",
    "staged_articles": "id, prints",
    "staged_teasers": "id, print",
}
_UTF8 = {"seeds": "text", "articles": "body", "articles_fts": "body"}  # columns that come so


def _insert(table: str, columns: str) -> str:
    values = [
        "cast(? as text)" if column == _UTF8.get(table) else "?" for column in columns.split(", ")
    ]
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join(values)})"


INSERT = {table: _insert(table, columns) for table, columns in _INSERT.items()}
FED = ("articles_fts", "fragments_fts", "bylines_fts")
"""The indexes that are fed with the rows of seeds."""
Feed = Callable[[dict[str, list[Row]]], None]
INSERT_NAME = "INSERT OR IGNORE INTO names (latin, native) VALUES (?, ?)"
INSERT_MENTION = """
insert into mentions (seed_id, article_id, fragment_id, start, "end", name_id)
values (?, ?, ?, ?, ?, (select id from names where latin = ? and native = ?))
"""
SEED_ID = "select id from seeds where key = ? and sha256 = ?"

# What a seed's rows are deleted by, children first; the index needs the old text of each row.
_INDEXED = {
    "articles_fts": (
        "select id, title, standfirst, body, authors from articles where seed_id = ?",
        """
        INSERT INTO articles_fts (articles_fts, rowid, title, standfirst, body, authors)
        VALUES ('delete', ?, ?, ?, ?, ?)
        """,
    ),
    "fragments_fts": (
        "select id, text from fragments where seed_id = ?",
        "INSERT INTO fragments_fts (fragments_fts, rowid, text) VALUES ('delete', ?, ?)",
    ),
    "bylines_fts": (
        "select id, text from bylines where seed_id = ?",
        "INSERT INTO bylines_fts (bylines_fts, rowid, text) VALUES ('delete', ?, ?)",
    ),
}
_DELETE = (
    "delete from spans where seed_id = ?",
    "delete from mentions where seed_id = ?",
    "delete from affiliations where byline_id in (select id from bylines where seed_id = ?)",
    "delete from article_authors where article_id in (select id from articles where seed_id = ?)",
    "delete from bylines where seed_id = ?",
    "delete from fragments where seed_id = ?",
    "delete from articles where seed_id = ?",
    "delete from seeds where id = ?",
)
DELETE_NAMES = "delete from names where id not in (select name_id from mentions)"


class Writer:
    """Adds and removes seeds inside the caller's transaction.

    Ids go on from the highest of each table, so they follow the order of ``add``. What the search
    indexes are to be fed goes to ``feed`` where one is given.
    """

    def __init__(self, db: sqlite3.Connection, feed: Feed | None = None) -> None:
        self.db = db
        self._feed = feed
        for statement in STAGES:
            db.execute(statement)
        self._next = {
            table: db.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0]
            for table in ("seeds", "articles", "fragments", "bylines", "affiliations")
        }

    def seed_id(self, sha256: str) -> int | None:
        """Return the id of the seed with these bytes, None where the archive has none."""
        found = self.db.execute(SEED_ID, (sha256[:16], sha256)).fetchone()
        return None if found is None else int(found[0])

    def add(self, batch: Sequence[SeedRows]) -> list[int]:
        """Insert the rows of seeds that the archive does not hold; return the seeds' ids."""
        rows: dict[str, list[Row]] = {table: [] for table in (*INSERT, "names", "mentions")}
        ids = [self._place(seed, rows) for seed in batch]
        if self._feed is not None:
            self._feed({index: rows.pop(index) for index in FED})
        for table, statement in INSERT.items():
            if table in rows:
                self.db.executemany(statement, rows[table])
        self.db.executemany(INSERT_NAME, rows["names"])
        self.db.executemany(INSERT_MENTION, rows["mentions"])
        return ids

    def remove(self, seed_ids: Iterable[int]) -> None:
        """Delete seeds with all their rows and index entries."""
        for seed_id in seed_ids:
            for select, delete in _INDEXED.values():
                old = [
                    (row[0], *(index_text(value or "") for value in row[1:]))
                    for row in self.db.execute(select, (seed_id,))
                ]
                self.db.executemany(delete, old)
            for statement in _DELETE:
                self.db.execute(statement, (seed_id,))
        self.db.execute(DELETE_NAMES)

    def _place(self, new: SeedRows, rows: dict[str, list[Row]]) -> int:
        """Gather one seed's rows with the archive's ids in them; return the seed's id."""
        # A last None stands for the index -1; the zips below stop before it.
        (seed,) = self._take("seeds", 1)
        articles = [*self._take("articles", len(new.articles)), None]
        fragments = [*self._take("fragments", len(new.fragments)), None]
        bylines = [*self._take("bylines", len(new.bylines)), None]
        said = self._take("affiliations", len(new.affiliations))
        rows["seeds"].append((seed, *new.seed))
        rows["articles"] += [(i, seed, *r) for i, r in zip(articles, new.articles, strict=False)]
        rows["articles_fts"] += [
            (i, *r) for i, r in zip(articles, new.articles_index, strict=False)
        ]
        rows["staged_articles"] += zip(articles, new.articles_prints, strict=False)
        rows["fragments"] += [
            (i, seed, articles[r[0]], *r[1:])
            for i, r in zip(fragments, new.fragments, strict=False)
        ]
        rows["fragments_fts"] += zip(fragments, new.fragments_index, strict=False)
        rows["staged_teasers"] += [
            (i, own)
            for i, own in zip(fragments, new.fragments_prints, strict=False)
            if own is not None
        ]
        rows["bylines"] += [
            (i, seed, articles[r[0]], *r[1:]) for i, r in zip(bylines, new.bylines, strict=False)
        ]
        rows["bylines_fts"] += zip(bylines, new.bylines_index, strict=False)
        rows["article_authors"] += [(articles[r[0]], bylines[r[1]], *r[2:]) for r in new.credits]
        rows["affiliations"] += [
            (i, bylines[r[0]], articles[r[1]], *r[2:])
            for i, r in zip(said, new.affiliations, strict=False)
        ]
        rows["spans"] += [
            (seed, articles[r[0]], fragments[r[1]], bylines[r[2]], *r[3:]) for r in new.spans
        ]
        rows["names"] += [r[4:] for r in new.mentions]
        rows["mentions"] += [(seed, articles[r[0]], fragments[r[1]], *r[2:]) for r in new.mentions]
        return seed

    def _take(self, table: str, count: int) -> range:
        """Return the next ids of a table."""
        first = self._next[table]
        self._next[table] = first + count
        return range(first, first + count)
