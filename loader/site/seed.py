"""The anatomy of a seed: its whole text, and what decided each part of it."""

import sqlite3
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Any

from datasette.utils.asgi import NotFound, Response

from loader.model import KINDS
from loader.site.served import Archive
from loader.split.lines import find_lines

UNCERTAIN = 0.7
"""A span that is less sure than this is worth a look: one in five of the sample seeds' spans."""
SHOWN = 200_000
"""Code points of one span that the page shows; the seed's row has all of them."""

SEED = "select * from seeds where key = ?"
SPANS = """
select spans.*, fragments.matched, whole.key as full_key, whole.label as full_label,
  substr(whole.body, 1, 700) as full_opening
from spans
left join fragments on fragments.id = spans.fragment_id
left join articles as whole on whole.id = fragments.full_article_id
where spans.seed_id = ?
order by spans.position
"""
ARTICLES = "select key, label from articles where seed_id = ? order by position"
FILES = "select path from files where seed_id = ? order by path limit 20"


@dataclass(frozen=True, slots=True)
class Part:
    """A span with its text and the numbers of its first and last line, as ``explain`` has them.

    ``next_uncertain`` is the position to jump to, if there is one.
    """

    span: sqlite3.Row
    text: str
    first: int
    last: int
    left_out: int
    uncertain: bool
    next_uncertain: int | None


async def view(datasette: Any, request: Any) -> Response:
    """Answer /<database>/-/seed/<key>."""
    archive = await Archive.open(datasette, request)
    key = request.url_vars["key"]
    context = await archive.read(lambda db: read_seed(db, key))
    if context is None:
        raise NotFound(f"There is no seed {key} in this archive.")
    return await archive.page("seed.html", context)


def read_seed(db: sqlite3.Connection, key: str) -> dict[str, Any] | None:
    """Return all that a seed's page shows; None where there is no such seed."""
    seed = db.execute(SEED, (key,)).fetchone()
    if seed is None:
        return None
    spans = db.execute(SPANS, (seed["id"],)).fetchall()
    parts = _parts(seed["text"], spans)
    return {
        "seed": seed,
        "parts": parts,
        "uncertain": [part.span["position"] for part in parts if part.uncertain],
        "totals": _totals(spans),
        "articles": db.execute(ARTICLES, (seed["id"],)).fetchall(),
        "files": [path for (path,) in db.execute(FILES, (seed["id"],))],
    }


def _parts(text: str, spans: list[sqlite3.Row]) -> list[Part]:
    parts: list[Part] = []
    following: int | None = None
    lines = find_lines(text)
    starts = [line.start for line in lines]
    for span in reversed(spans):
        uncertain = span["confidence"] < UNCERTAIN
        printed = text[span["start"] : span["end"]]
        left_out = max(0, len(printed) - SHOWN)
        first = lines[bisect_right(starts, span["start"]) - 1].number
        last = lines[bisect_left(starts, span["end"]) - 1].number
        parts.append(Part(span, printed[:SHOWN], first, last, left_out, uncertain, following))
        if uncertain:
            following = span["position"]
    return parts[::-1]


def _totals(spans: list[sqlite3.Row]) -> list[tuple[str, int, int]]:
    """Return kind, number of spans and of characters, in the order of the kinds."""
    totals: list[tuple[str, int, int]] = []
    for kind in KINDS:
        sizes = [span["end"] - span["start"] for span in spans if span["kind"] == kind]
        if sizes:
            totals.append((kind, len(sizes), sum(sizes)))
    return totals
