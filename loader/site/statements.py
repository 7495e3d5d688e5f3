"""The SQL of a search: what matches in each index, narrowed, counted, told apart.

An article is narrowed by what narrow indexes say of its id, so that no wide row is read for a match
that is left out, and the newest and the oldest year are found alike. Fragments and bylines are
narrowed by the rows of their articles and seeds, so only the newest matches, from ``:floor`` on.
"""

ARTICLE_HITS = """
select articles_fts.rowid as id, bm25(articles_fts, 8.0, 3.0, 1.0, 5.0) as score
from articles_fts
where articles_fts match :match
order by articles_fts.rowid desc
limit :bound
"""
ARTICLE_HITS_NARROWED = """
select articles_fts.rowid as id, bm25(articles_fts, 8.0, 3.0, 1.0, 5.0) as score
from articles_fts
where articles_fts match :match
  and (:language is null or exists (
    select 1 from articles indexed by articles_language
    where articles.language = :language and articles.id = articles_fts.rowid))
  and (:year is null or +articles_fts.rowid in (
    select id from articles
    where published >= :year and published < :year || ':' and substr(published, 1, 4) = :year))
  and (:publisher is null or +articles_fts.rowid in (
    select articles.id from seeds join articles on articles.seed_id = seeds.id
    where seeds.publisher = :publisher))
  and (:author is null or exists (
    select 1 from article_authors
    where article_authors.author_id = :author and article_authors.article_id = articles_fts.rowid))
order by articles_fts.rowid desc
limit :bound
"""
FRAGMENT_HITS = """
select fragments_fts.rowid as id, bm25(fragments_fts) * 0.6 as score
from fragments_fts
where fragments_fts match :match
order by fragments_fts.rowid desc
limit :bound
"""
FRAGMENT_HITS_NARROWED = """
select fragments.id, bm25(fragments_fts) * 0.6 as score
from fragments_fts
join fragments on fragments.id = fragments_fts.rowid
left join articles on articles.id = fragments.article_id
join seeds on seeds.id = fragments.seed_id
where fragments_fts match :match
  and fragments_fts.rowid >= :floor
  and (:kind is null or fragments.kind = :kind)
  and (:language is null or coalesce(articles.language, seeds.language) = :language)
  and (:year is null or substr(coalesce(articles.published, seeds.published), 1, 4) = :year)
  and (:publisher is null or seeds.publisher = :publisher)
  and :author is null
order by fragments_fts.rowid desc
limit :bound
"""
BYLINE_HITS = """
select bylines_fts.rowid as id, bm25(bylines_fts) * 0.5 as score
from bylines_fts
where bylines_fts match :match
order by bylines_fts.rowid desc
limit :bound
"""
BYLINE_HITS_NARROWED = """
select bylines.id, bm25(bylines_fts) * 0.5 as score
from bylines_fts
join bylines on bylines.id = bylines_fts.rowid
left join articles on articles.id = bylines.article_id
join seeds on seeds.id = bylines.seed_id
where bylines_fts match :match
  and bylines_fts.rowid >= :floor
  and (:language is null or coalesce(articles.language, seeds.language) = :language)
  and (:year is null or substr(coalesce(articles.published, seeds.published), 1, 4) = :year)
  and (:publisher is null or seeds.publisher = :publisher)
  and (:author is null or exists (
    select 1 from article_authors
    where article_authors.byline_id = bylines.id and article_authors.author_id = :author))
order by bylines_fts.rowid desc
limit :bound
"""
AUTHOR_HITS = """
select authors_fts.rowid as id, bm25(authors_fts) as score
from authors_fts
where authors_fts match :match
  and (:author is null or authors_fts.rowid = :author)
  and coalesce(:language, :year, :publisher) is null
order by authors_fts.rowid desc
limit :bound
"""
COUNTS = {
    "article": "select count(*) from articles_fts where articles_fts match :match",
    "byline": "select count(*) from bylines_fts where bylines_fts match :match",
    "author": "select count(*) from authors_fts where authors_fts match :match",
}
COUNT_HITS = "select count(*) from ({hits})"
FLOOR = """
select rowid from {index} where {index} match :match order by rowid desc limit 1 offset :offset
"""
KINDS_OF_FRAGMENTS = """
select fragments.kind, count(*)
from json_each(:ids) as hits join fragments on fragments.id = hits.value
group by fragments.kind
"""
HOSTS = {
    "article": "join articles on articles.id = hits.value",
    "fragment": "join fragments on fragments.id = hits.value "
    "left join articles on articles.id = fragments.article_id",
    "byline": "join bylines on bylines.id = hits.value "
    "left join articles on articles.id = bylines.article_id",
}
DATES = "select hits.value, articles.published from json_each(:ids) as hits {host}"
ARTICLE_FACETS = """
select articles.language, substr(articles.published, 1, 4), seeds.publisher, count(*)
from json_each(:ids) as hits
join articles on articles.id = hits.value
join seeds on seeds.id = articles.seed_id
group by 1, 2, 3
"""
FACETS_OF_OTHERS = """
select coalesce(articles.language, seeds.language),
  substr(coalesce(articles.published, seeds.published), 1, 4), seeds.publisher, count(*)
from json_each(:ids) as hits
join {table} as printed on printed.id = hits.value
left join articles on articles.id = printed.article_id
join seeds on seeds.id = printed.seed_id
group by 1, 2, 3
"""
AUTHOR_FACET = """
select authors.key, authors.name, count(*) as hits
from (
  select 'article', hits.value, author_id
  from json_each(:article) as hits join article_authors on article_id = hits.value
  union
  select 'byline', hits.value, author_id
  from json_each(:byline) as hits join article_authors on byline_id = hits.value
) as named
join authors on authors.id = named.author_id
group by authors.id
order by hits desc, authors.sort_name
limit 10
"""
AUTHOR_ID = "select id from authors where key = ?"
AUTHOR_NAME = "select name from authors where key = ?"

FACETS = {
    "article": ARTICLE_FACETS,
    "fragment": FACETS_OF_OTHERS.format(table="fragments"),
    "byline": FACETS_OF_OTHERS.format(table="bylines"),
}
WIDE = {"article": ARTICLE_HITS, "fragment": FRAGMENT_HITS, "byline": BYLINE_HITS}
SOURCES = {
    "article": (ARTICLE_HITS_NARROWED, "articles_fts", ("title", "standfirst", "body", "authors")),
    "fragment": (FRAGMENT_HITS_NARROWED, "fragments_fts", ("text",)),
    "byline": (BYLINE_HITS_NARROWED, "bylines_fts", ("text",)),
    "author": (AUTHOR_HITS, "authors_fts", ("name", "native_name")),
}
FRAGMENTS = ("teaser", "caption", "dateline", "notice")
KINDS = ("article", *FRAGMENTS, "byline", "author")
