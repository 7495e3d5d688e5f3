"""Every other page of a plain Datasette over an archive: ours, and those of its queries."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote_plus

import corpus
from measure import Bench, Figure
from serving import percentiles

from loader.site.metadata import site_metadata

_GOAL = "≤ 1,000 ms"  # Datasette ends a query after a second
KEYS = {
    "article": "select key from articles where id = (select max(id) / 2 from articles)",
    "author": """
    select key from authors where id = (
      select author_id from spellings group by author_id order by sum(articles) desc limit 1)
    """,
    "seed": "select key from seeds where id = (select max(id) / 2 from seeds)",
}
COMMON_WORD = "the"
GIVEN = {
    "name": "",
    "first": COMMON_WORD,
    "second": "of",
    "distance": "5",
    "kind": "title",
    "load": "",
    "word": corpus.COMMON,
    "words_around": "8",
}


def figures(bench: Bench) -> Iterator[Figure]:
    """Ask for every page that shows an archive whole, or something common in it."""
    db = bench.archive(bench.docs)
    yield from percentiles(bench, db, _pages(db))


def _pages(db: Path) -> dict[str, tuple[str, str]]:
    """Return the path and the goal of every page, by name."""
    base = f"/{db.stem}"
    with closing(sqlite3.connect(db)) as connection:
        keys = {kind: connection.execute(sql).fetchone() for kind, sql in KEYS.items()}
    paths = {f"{kind} page": f"{base}/-/{kind}/{key[0]}" for kind, key in keys.items() if key}
    paths |= {
        "home page": f"{base}/-/home",
        "names page": f"{base}/-/names",
        "concordance, rare word": f"{base}/-/concordance?q={corpus.RARE}",
        "concordance, common word": f"{base}/-/concordance?q={corpus.COMMON}",
        "search, word in every document": f"{base}/-/search?q={COMMON_WORD}",
        "search, that word in a year": f"{base}/-/search?q={COMMON_WORD}&year=1999",
        "search, that word in a language": f"{base}/-/search?q={COMMON_WORD}&language=en",
        "search, nothing found": f"{base}/-/search?q={corpus.RARE[1:]}",
        "search-all": f"/-/search?q={corpus.RARE}",
        "database page": base,
        "instance page": "/",
        "table of fragments": f"{base}/fragments",
        "table of spans": f"{base}/spans",
        "view of teasers": f"{base}/teaser_links",
        "articles by words": f"{base}/articles?_sort_desc=words",
    }
    for name, query in site_metadata()["databases"]["archive"]["queries"].items():
        given = [f"{word}={quote_plus(GIVEN[word])}" for word in query.get("params", [])]
        paths[f"query {name}"] = f"{base}/{name}?{'&'.join(given)}"
    return {name: (path, _GOAL) for name, path in paths.items()}
