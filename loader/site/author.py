"""An author's page: names, what pages said of them, what they wrote, and with whom."""

import sqlite3
from typing import Any

from datasette.utils.asgi import NotFound, Response

from loader.site.plot import bars, by_year
from loader.site.served import Archive

SHOWN = 500

AUTHOR = "select * from authors where key = ?"
OF_SPELLING = """
select authors.key
from spellings join authors on authors.id = spellings.author_id
where spellings.key = ?
"""
PRINTED_NAMES = """
select name, native_name, count(*) as articles
from article_authors
where author_id = ?
group by name, native_name
order by articles desc, name
"""
ARTICLES = """
select articles.key, articles.label, articles.published, articles.words, seeds.publisher,
  (select group_concat(coalesce(role || ', ' || organisation, role, organisation), '; ')
   from affiliations
   where affiliations.article_id = article_authors.article_id
     and affiliations.author_position = article_authors.position) as affiliation
from article_authors
join articles on articles.id = article_authors.article_id
join seeds on seeds.id = articles.seed_id
where article_authors.author_id = ?
order by articles.published is null, articles.published desc, articles.id desc
"""
WITH = """
select authors.key, authors.name, authors.native_name, count(*) as articles
from article_authors as own
join article_authors as other on other.article_id = own.article_id
join authors on authors.id = other.author_id
where own.author_id = :id and other.author_id != :id
group by authors.id
order by articles desc, authors.sort_name
limit 30
"""


async def view(datasette: Any, request: Any) -> Response:
    """Answer /<database>/-/author/<key>."""
    archive = await Archive.open(datasette, request)
    key = request.url_vars["key"]
    context = await archive.read(lambda db: read_author(db, key))
    if context is None:
        joined = await archive.read(lambda db: db.execute(OF_SPELLING, (key,)).fetchone())
        if joined is not None:
            return Response.redirect(archive.links.author(joined["key"]))
        raise NotFound(f"There is no author {key} in this archive.")
    return await archive.page("author.html", context)


def read_author(db: sqlite3.Connection, key: str) -> dict[str, Any] | None:
    """Return all that an author's page shows; None where there is no such author."""
    author = db.execute(AUTHOR, (key,)).fetchone()
    if author is None:
        return None
    articles = db.execute(ARTICLES, (author["id"],)).fetchall()
    years: dict[str, int] = {}
    for article in articles:
        year = (article["published"] or "")[:4]
        years[year] = years.get(year, 0) + 1
    return {
        "author": author,
        "printed_names": db.execute(PRINTED_NAMES, (author["id"],)).fetchall(),
        "articles": articles[:SHOWN],
        "total": len(articles),
        "affiliations": _affiliations(articles),
        "bars": bars(by_year(list(years.items()))),
        "undated": years.get("", 0),
        "others": db.execute(WITH, {"id": author["id"]}).fetchall(),
    }


def _affiliations(articles: list[sqlite3.Row]) -> list[tuple[str, list[sqlite3.Row]]]:
    """Return each affiliation as printed with the articles that print it."""
    found: dict[str, list[sqlite3.Row]] = {}
    for article in articles:
        if article["affiliation"]:
            found.setdefault(article["affiliation"], []).append(article)
    return list(found.items())
