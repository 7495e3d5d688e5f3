"""The archive's front page: what it is, how much it holds, where to begin.

Every number comes from an index or a small table: a million wide rows are not read for it.
"""

import sqlite3
from collections import Counter
from typing import Any

from datasette.utils.asgi import Response

from loader.site.plot import Bar, bars, by_month, by_year
from loader.site.served import Archive

FEW_YEARS = 2
"""So few bars by year would say little."""

COUNTS = """
select (select count(*) from seeds) as seeds, (select count(*) from articles) as articles,
  (select count(*) from fragments where kind = 'teaser') as teasers,
  (select count(*) from authors) as authors, (select count(*) from names) as names
"""
DATES = """
select (select min(published) from articles), (select max(published) from articles)
"""
LOADS = "select min(started) as first, max(started) as latest, count(*) as loads from loads"
NEWEST = """
select articles.key, articles.label, articles.authors, articles.published, seeds.publisher
from articles join seeds on seeds.id = articles.seed_id
order by articles.published desc, articles.id desc
limit 10
"""
FREQUENT = """
select authors.key, authors.name, authors.native_name, sum(spellings.articles) as articles
from spellings join authors on authors.id = spellings.author_id
group by authors.id
order by articles desc, authors.sort_name
limit 12
"""
MONTHS = """
select substr(published, 1, 7), sum(number)
from (
  select published, count(*) as number
  from articles
  where published is not null
  group by published
)
group by 1
"""
BY_LOAD = """
select substr(started, 1, 10),
  sum(
    (select count(*) from files where load_id = loads.id)
    - (select count(*) from files where seed_id is null and +load_id = loads.id)
  ) as number
from loads
group by 1
having number > 0
order by 1
"""


async def view(datasette: Any, request: Any) -> Response:
    """Answer /<database>/-/home."""
    archive = await Archive.open(datasette, request)
    context = await archive.read(read_home)
    return await archive.page("home.html", {"here": "home", **context})


def read_home(db: sqlite3.Connection) -> dict[str, Any]:
    """Return all that the front page shows."""
    title, drawn = _over_time(db)
    return {
        "counts": db.execute(COUNTS).fetchone(),
        "dates": db.execute(DATES).fetchone(),
        "loads": db.execute(LOADS).fetchone(),
        "newest": db.execute(NEWEST).fetchall(),
        "frequent": db.execute(FREQUENT).fetchall(),
        "plot_title": title,
        "bars": drawn,
    }


def _over_time(db: sqlite3.Connection) -> tuple[str, list[Bar]]:
    """Return the articles by year, those of few years by month, undated ones by load."""
    dated: list[tuple[str, int]] = db.execute(MONTHS).fetchall()
    in_year: Counter[str] = Counter()
    for month, number in dated:
        in_year[month[:4]] += number
    years = by_year([*in_year.items()])
    if 0 < len(years) <= FEW_YEARS:
        months = by_month(dated)
        if sum(number for _, number in months) == sum(number for _, number in years):
            return "Articles by month", bars(months)
    if years:
        return "Articles by year", bars(years)
    return "Files by day of loading", bars([(day, number) for day, number in db.execute(BY_LOAD)])
