"""Pages of a plain Datasette over an archive: our search; the standard table, row, facets."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote_plus

import corpus
from measure import Bench, Figure
from serving import percentiles

from loader.store.hits import BOUND

_GOAL_SEARCH, _GOAL_PAGE = "≤ 300 ms", "≤ 200 ms"

SEARCHES = {
    "rare word": corpus.RARE,
    "phrase": f'"{corpus.PHRASE}"',
    "word in 30 % of documents": corpus.COMMON,
    "two words in 30 % each": f"{corpus.COMMON} {corpus.ALSO_COMMON}",
    "two-letter prefix": f"{corpus.PREFIX}*",
}
RANKED = """
select rowid, bm25(articles_fts) as score
from articles_fts
where articles_fts match :words
order by {order}
limit {limit}
"""


def figures(bench: Bench) -> Iterator[Figure]:
    """Ask for every page; beside them, what the bounds of our search save."""
    db = bench.archive(bench.docs)
    found = list(percentiles(bench, db, _pages(db)))
    yield from found
    values = {figure.name: figure.values for figure in found}
    ours, standard = (values[f"{name} page, rare word, p95"] for name in ("search", "table"))
    if ours and standard:
        yield Figure(
            "search page : Datasette's table page with _search, rare word",
            "≤ 1",
            [a / b for a, b in zip(ours, standard, strict=True)],
        )
    with closing(sqlite3.connect(db)) as connection:
        yield from _bounds(connection, bench.rounds)


def _pages(db: Path) -> dict[str, tuple[str, str]]:
    """Return the path and the goal of every page, by name."""
    base = f"/{db.stem}"
    pages = {
        f"search page, {name}": (f"{base}/-/search?q={quote_plus(words)}", _GOAL_SEARCH)
        for name, words in SEARCHES.items()
    }
    return pages | {
        "table page": (f"{base}/articles", _GOAL_PAGE),
        "row page": (f"{base}/articles/17", _GOAL_PAGE),
        "facet page": (f"{base}/fragments?_facet=kind", _GOAL_PAGE),
        "table page, rare word": (f"{base}/articles?_search={corpus.RARE}", ""),
    }


def _bounds(db: sqlite3.Connection, rounds: int) -> Iterator[Figure]:
    """Rank all matches of a common word and of a prefix, and only the newest of them."""
    ways = {
        "all": RANKED.format(order="score", limit=20),
        f"the newest {BOUND:,}": RANKED.format(order="rowid desc", limit=BOUND),
    }
    asked = {"word in 30 % of documents": corpus.COMMON, "two-letter prefix": f"{corpus.PREFIX}*"}
    for name, words in asked.items():
        for way, sql in ways.items():
            taken = [_cpu(db, sql, words) for _ in range(rounds)]
            yield Figure(f"SQL, CPU: {way} ranked, {name}, FTS5 alone", "", taken, unit="ms")


def _cpu(db: sqlite3.Connection, sql: str, words: str) -> float:
    began = time.process_time()
    db.execute(sql, {"words": words}).fetchall()
    return (time.process_time() - began) * 1000
