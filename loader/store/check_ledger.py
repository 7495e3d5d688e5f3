"""Proof that no row is lost of what tells where content came from and what belongs together."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from loader.store.problem import RELOAD, Problem

AGAIN = "load the folder again"


class Ledger(NamedTuple):
    """A query for what is broken; its first column says where, its second completes ``what``."""

    query: str
    where: str
    what: str
    mend: str = RELOAD


LEDGERS = (
    Ledger(
        "select path, seed_id from files "
        "where seed_id > 0 and seed_id not in (select id from seeds)",
        "file {}",
        "its row {} of seeds is lost",
    ),
    Ledger(
        "select path, load_id from files where load_id not in (select id from loads)",
        "file {}",
        "its row {} of loads is lost",
    ),
    Ledger(
        "select distinct container, '' from files as record "
        "where container <> '-' and not exists (select 1 from files where path = record.container)",
        "file {}",
        "its row of files is lost",
        AGAIN,
    ),
    Ledger(
        "select key, '' from seeds where id not in (select seed_id from files where seed_id > 0)",
        "seed {}",
        "its row of files is lost",
        AGAIN,
    ),
    Ledger(
        "select 'revisions', revised - kept from (select sum(revised) as revised from loads), "
        "(select count(*) as kept from revisions) where revised <> kept",
        "{}",
        "rows are lost: {}",
    ),
    Ledger(
        "select 'loads', max(id) - count(*) as lost from loads having lost <> 0",
        "{}",
        "rows are lost: {}",
    ),
    Ledger(
        "select id, rejected - (select count(*) from rejects where load_id = loads.id) as lost "
        "from loads where lost <> 0",
        "load {}",
        "rows of rejects are lost: {}",
    ),
    Ledger(
        "select 'corrections', max(position) - count(*) as lost from corrections having lost <> 0",
        "{}",
        "rows are lost: {}",
        AGAIN,
    ),
    Ledger(
        # Whether the prints are those of the words is proven with the seeds.
        "select fragments.key, articles.key from fragments "
        "left join articles on articles.id = full_article_id "
        "where full_article_id is not null and fragments.id not in ("
        "select fragment_id from teaser_prints "
        "cross join fragments as cut on cut.id = fragment_id "
        "cross join article_prints on article_prints.print = teaser_prints.print "
        "and article_prints.article_id = cut.full_article_id)",
        "fragment {}",
        "article {} does not begin with its words",
    ),
    Ledger(
        "select articles.key, known_as from article_authors "
        "join articles on articles.id = article_id "
        "left join spellings on spellings.name = known_as "
        "and spellings.native_name is article_authors.native_name "
        "and spellings.kind = article_authors.kind "
        "where article_authors.author_id is null "
        "or spellings.author_id is not article_authors.author_id",
        "article {}",
        "its author {} is not the one whom the spellings name so",
    ),
    Ledger(
        "select affiliations.id, organisation from affiliations "
        "left join article_authors on article_authors.article_id = affiliations.article_id "
        "and article_authors.position = author_position "
        "where affiliations.author_id is not article_authors.author_id",
        "affiliation {}",
        "its author is not the one whose {} the byline names",
    ),
    Ledger(
        "select key, name from authors "
        "where id not in (select author_id from article_authors where author_id > 0)",
        "author {}",
        "{} has written nothing",
    ),
)


def check_ledgers(db: sqlite3.Connection) -> Iterator[Problem]:
    """Yield what is lost of files, loads, revisions, rejects, corrections, links and authors."""
    for ledger in LEDGERS:
        for where, what in db.execute(ledger.query):
            yield Problem(ledger.where.format(where), ledger.what.format(what), ledger.mend)
