"""What an archive holds, in numbers."""

import sqlite3

_COUNTS = {
    "seeds": "select count(*) from seeds",
    "files": "select count(*) from files where container is not null or records is null",
    "articles": "select count(*) from articles",
    "teasers": "select count(*) from fragments where kind = 'teaser'",
    "teasers with their full article": "select count(full_article_id) from fragments",
    "captions": "select count(*) from fragments where kind = 'caption'",
    "datelines": "select count(*) from fragments where kind = 'dateline'",
    "notices": "select count(*) from fragments where kind = 'notice'",
    "bylines": "select count(*) from bylines",
    "authors": "select count(*) from authors",
    "name pairs": "select count(*) from names",
    "words in articles": "select coalesce(sum(words), 0) from articles",
    "characters": "select coalesce(sum(characters), 0) from seeds",
    "loads": "select count(*) from loads",
}


def count(db: sqlite3.Connection) -> dict[str, int]:
    """Return the number of everything in an archive, by name."""
    return {name: int(db.execute(query).fetchone()[0]) for name, query in _COUNTS.items()}
