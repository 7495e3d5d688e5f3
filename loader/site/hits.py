"""Hits become what a page lists: label, snippet, and where it was printed."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loader.site.snippets import Piece, marked, snippet
from loader.site.statements import SOURCES
from loader.store.matches import find_matches

READ = 300_000
"""Code points of a text that are searched for the hit to show; longer texts are books."""

ARTICLES = """
select articles.id, articles.key, articles.label, articles.authors, articles.published,
  seeds.publisher, articles.title, articles.standfirst, substr(articles.body, 1, :read) as body
from articles join seeds on seeds.id = articles.seed_id
where articles.id in (select value from json_each(:ids))
"""
FRAGMENTS = """
select fragments.id, fragments.key, fragments.kind, substr(fragments.text, 1, :read) as text,
  fragments.start, seeds.key as seed_key, host.key as host_key, host.label as host_label,
  host.published, whole.key as full_key, whole.label as full_label
from fragments
join seeds on seeds.id = fragments.seed_id
left join articles as host on host.id = fragments.article_id
left join articles as whole on whole.id = fragments.full_article_id
where fragments.id in (select value from json_each(:ids))
"""
BYLINES = """
select bylines.id, bylines.kind, substr(bylines.text, 1, :read) as text, seeds.key as seed_key,
  host.key as host_key, host.label as host_label, host.published
from bylines
join seeds on seeds.id = bylines.seed_id
left join articles as host on host.id = bylines.article_id
where bylines.id in (select value from json_each(:ids))
"""
AUTHORS = """
select authors.id, authors.key, authors.name, authors.native_name, authors.kind,
  (select count(*) from article_authors where author_id = authors.id) as articles
from authors
where authors.id in (select value from json_each(:ids))
"""
DETAILS = {"article": ARTICLES, "fragment": FRAGMENTS, "byline": BYLINES, "author": AUTHORS}


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that matched, with its label and the words around the match, marked."""

    source: str
    row: sqlite3.Row
    label: list[Piece]
    snippet: list[Piece]


def read_hits(
    db: sqlite3.Connection, hits: Sequence[tuple[str, int]], expressions: Mapping[str, str]
) -> list[Hit]:
    """Return the hits of a page with what it shows of them, in the order given."""
    read: dict[tuple[str, int], Hit] = {}
    for source in dict.fromkeys(source for source, _ in hits):
        ids = [number for name, number in hits if name == source]
        values = {"ids": f"[{','.join(map(str, ids))}]", "read": READ}
        rows = db.execute(DETAILS[source], values).fetchall()
        texts = [_texts(source, row) for row in rows]
        columns = SOURCES[source][2]
        found = find_matches(columns, texts, expressions[source])
        for row, text, ranges in zip(rows, texts, found, strict=True):
            shown = dict(zip(columns, zip(text, ranges, strict=True), strict=True))
            read[source, row["id"]] = _hit(source, row, shown)
    return [read[hit] for hit in hits if hit in read]


def _texts(source: str, row: sqlite3.Row) -> list[str]:
    return [row[column] or "" for column in SOURCES[source][2]]


def _hit(
    source: str, row: sqlite3.Row, shown: Mapping[str, tuple[str, list[tuple[int, int]]]]
) -> Hit:
    if source == "author":
        return Hit(source, row, marked(*shown["name"]), [])
    if source in ("fragment", "byline"):
        return Hit(source, row, [], snippet(*shown["text"]))
    label = marked(*shown["title"]) if row["title"] else [Piece(row["label"])]
    place = "standfirst" if shown["standfirst"][1] and not shown["body"][1] else "body"
    return Hit(source, row, label, snippet(*shown[place]))
