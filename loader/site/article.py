"""An article's page: it reads as an article."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from datasette.utils.asgi import NotFound, Response
from markupsafe import Markup, escape

from loader.export import cite, read_articles
from loader.site.served import Archive
from loader.site.similar import similar_articles

WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: Brysbaert 2019, doi:10.1016/j.jml.2019.104047."""

FORMATS = (
    ("bib", "BibTeX"),
    ("ris", "RIS"),
    ("csl", "CSL-JSON"),
    ("md", "Markdown"),
)
ARTICLE = """
select articles.*, seeds.key as seed_key, seeds.label as seed_label, seeds.publisher,
  seeds.text
from articles join seeds on seeds.id = articles.seed_id
where articles.key = ?
"""
SPANS = """
select kind, start, "end", fragment_id
from spans
where article_id = ? and seed_id = ?
order by position
"""
AUTHORS = """
select article_authors.name as printed, article_authors.native_name as printed_native,
  authors.key, authors.name, authors.native_name,
  (select group_concat(coalesce(role || ', ' || organisation, role, organisation), '; ')
   from affiliations
   where affiliations.article_id = article_authors.article_id
     and affiliations.author_position = article_authors.position) as affiliation
from article_authors left join authors on authors.id = article_authors.author_id
where article_authors.article_id = ?
order by article_authors.position
"""
PRINTED_WITH = """
select fragments.kind, fragments.text, fragments.truncated, fragments.matched,
  whole.key as full_key, whole.label as full_label
from fragments left join articles as whole on whole.id = fragments.full_article_id
where fragments.article_id = ? and fragments.kind in ('teaser', 'notice')
order by fragments.position
"""
BY_SAME_AUTHORS = """
select distinct articles.key, articles.label, articles.published, article_authors.name
from article_authors join articles on articles.id = article_authors.article_id
where article_authors.author_id in (select author_id from article_authors where article_id = :id)
  and articles.id != :id
  and articles.group_id is not (select coalesce(group_id, -1) from articles where id = :id)
order by articles.published desc, articles.id desc
limit 6
"""
SAME_AGAIN = """
select articles.key, articles.label, articles.published, seeds.label as seed_label
from articles join seeds on seeds.id = articles.seed_id
where articles.group_id = (select group_id from articles where id = :id) and articles.id != :id
order by articles.id
limit 20
"""
TEASED_BY = """
select articles.key, articles.label
from fragments join articles on articles.id = fragments.article_id
where fragments.full_article_id = ?
order by fragments.id
limit 20
"""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or byline, as it is printed."""

    kind: str
    text: str


async def view(datasette: Any, request: Any) -> Response:
    """Answer /<database>/-/article/<key>."""
    archive = await Archive.open(datasette, request)
    key = request.url_vars["key"]
    context = await archive.read(lambda db: read_article(db, key))
    if context is None:
        raise NotFound(f"There is no article {key} in this archive.")
    formats = [(f"{archive.links.article(key)}.{suffix}", name) for suffix, name in FORMATS]
    return await archive.page("article.html", {**context, "formats": formats})


def read_article(db: sqlite3.Connection, key: str) -> dict[str, Any] | None:
    """Return all that an article's page shows; None where there is no such article."""
    article = db.execute(ARTICLE, (key,)).fetchone()
    if article is None:
        return None
    spans = db.execute(SPANS, (article["id"], article["seed_id"])).fetchall()
    authors = db.execute(AUTHORS, (article["id"],)).fetchall()
    own = {"id": article["id"]}
    return {
        "article": article,
        "blocks": list(_blocks(article["text"], spans)),
        "authors": authors,
        "minutes": max(1, round(article["words"] / WORDS_A_MINUTE)),
        "printed_with": db.execute(PRINTED_WITH, (article["id"],)).fetchall(),
        "by_same_authors": db.execute(BY_SAME_AUTHORS, own).fetchall(),
        "same_again": db.execute(SAME_AGAIN, own).fetchall(),
        "teased_by": db.execute(TEASED_BY, (article["id"],)).fetchall(),
        "similar": similar_articles(db, article["id"]),
        # Each value is escaped; what stands between them is punctuation.
        "citation": Markup(cite(next(read_articles(db, "articles.id = :id", own)), _apart)),  # noqa: S704
        "address": web_address(article["url"]),
    }


def web_address(url: str | None) -> str | None:
    """Return an address that a page may link to; a seed can print any other scheme."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def _apart(value: str) -> str:
    """Return a value that turns round nothing beside it: a date, behind Arabic, its parts."""
    return f"<bdi>{escape(value)}</bdi>"


def _blocks(text: str, spans: Sequence[sqlite3.Row]) -> Iterator[Block]:
    """Yield what stands between headline and end; a body span may hold several paragraphs."""
    for span in spans:
        if span["kind"] in ("title", "teaser", "notice"):
            continue
        printed = text[span["start"] : span["end"]]
        for line in filter(None, map(str.strip, printed.splitlines())):
            yield Block(span["kind"], line)
