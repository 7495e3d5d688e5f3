"""Authors across articles and spellings."""

import json
import sqlite3

import pytest

from loader import link
from loader.store.writer import Writer
from tests.link_pages import Who, empty_archive, ids_of, prose, seed_rows


def archive_of(*authors: Who | tuple[Who, str]) -> sqlite3.Connection:
    """An archive of one article for each author (and language of the page)."""
    db = empty_archive()
    rows = []
    for place, entry in enumerate(authors):
        who, language = entry if isinstance(entry, tuple) else (entry, "en")
        rows.append(seed_rows([("body", " ".join(prose(place, 60)))], [who], language))
    link.connect(db, Writer(db).add(rows))
    return db


def credited(db: sqlite3.Connection) -> list[str]:
    """The author of each article, by the name that the archive gives."""
    query = """
        select name || coalesce(' ' || native_name, '') from authors
        join (select author_id, article_id from article_authors) on author_id = id
        order by article_id"""
    return [name for (name,) in db.execute(query)]


LAI, WEI, WEI_TOO = "賴小望", "陳偉", "陳瑋"
CASES = [
    ("one spelling", [Who("Ida Moll"), Who("Ida Moll")], ["Ida Moll"] * 2),
    ("capitals give way", [Who("IDA MOLL"), Who("IDA MOLL"), Who("Ida Moll")], ["Ida Moll"] * 3),
    ("most frequent", [Who("Ida Möll"), Who("Ida Moll"), Who("Ida Moll")], ["Ida Moll"] * 3),
    ("tie", [Who("Ida Móll"), Who("Ida Moll")], ["Ida Moll"] * 2),
    (
        "one native name, several romanised",
        [Who("Lai Hsiao-wang", LAI), Who("Francis Lai", LAI), Who("Lai Hsiao-wang")],
        [f"Lai Hsiao-wang {LAI}"] * 3,
    ),
    ("native name alone", [Who(LAI), Who("Francis Lai", LAI)], [f"Francis Lai {LAI}"] * 2),
    (
        "two native names and one that may be either",
        [Who("Chen Wei", WEI), Who("Chen Wei", WEI_TOO), Who("Chen Wei")],
        [f"Chen Wei {WEI}", f"Chen Wei {WEI_TOO}", "Chen Wei"],
    ),
    (
        "family name first beside the same native name",
        [Who("Chen Wei", WEI), Who("Wei Chen", WEI), Who("Wei Chen")],
        [f"Wei Chen {WEI}"] * 3,
    ),
    ("order alone is no evidence", [Who("Chen Wei"), Who("Wei Chen")], ["Chen Wei", "Wei Chen"]),
    (
        "middle initial, same organisation",
        [Who("Bo A. Carr", None, "Tarn College"), Who("Bo Carr", None, "TARN College")],
        ["Bo A. Carr"] * 2,
    ),
    (
        "middle initial, no organisation",
        [Who("Bo A. Carr", None, "Tarn College"), Who("Bo Carr")],
        ["Bo A. Carr", "Bo Carr"],
    ),
    (
        "two middle initials",
        [
            Who("Bo A. Carr", None, "Tarn"),
            Who("Bo B. Carr", None, "Tarn"),
            Who("Bo Carr", None, "Tarn"),
        ],
        ["Bo A. Carr", "Bo B. Carr", "Bo Carr"],
    ),
    (
        "agency and person of one name",
        [Who("Vale", None, None, "agency"), Who("Vale")],
        ["Vale", "Vale"],
    ),
]


@pytest.mark.parametrize(("authors", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_who_is_one_author(authors: list[Who], expected: list[str]) -> None:
    db = archive_of(*authors)
    assert credited(db) == expected
    distinct = len(set(expected)) + (expected == ["Vale", "Vale"])
    assert db.execute("select count(*), count(distinct key) from authors").fetchone() == (
        distinct,
        distinct,
    )


def test_articles_and_affiliations_follow_the_name() -> None:
    db = archive_of(Who("IDA MOLL", None, "Tarn College"), Who("Ida Moll"))
    names = [json.loads(row[0]) for row in db.execute("select author_names from articles")]
    assert names == [["Ida Moll"], ["Ida Moll"]]
    said = (
        "select organisation, authors.name from affiliations join authors on author_id = authors.id"
    )
    assert db.execute(said).fetchall() == [("Tarn College", "Ida Moll")]


def test_a_cited_key_still_leads_to_the_author() -> None:
    db = archive_of(Who("Francis Lai"))
    (cited,) = db.execute("select key from authors").fetchone()
    more = seed_rows([("body", " ".join(prose(7, 60)))], [Who("Francis Lai", LAI)])
    link.connect(db, Writer(db).add([more]))
    found = """
        select name, native_name from authors
        where id in (select author_id from spellings where spellings.key = ?)"""
    assert db.execute(found, (cited,)).fetchall() == [("Francis Lai", LAI)]
    link.forget(db, ids_of(db, [more]))
    assert db.execute("select key from authors").fetchall() == [(cited,)]


def test_authors_are_found_by_both_names_and_only_while_they_write() -> None:
    db = archive_of(Who("Francis Lai", LAI))
    found = "select count(*) from authors_fts where authors_fts match ?"
    words = ["francis", "望"]
    assert [db.execute(found, (word,)).fetchone()[0] for word in words] == [1, 1]
    link.forget(db, [1])
    assert db.execute("select count(*) from authors").fetchone() == (0,)
    db.execute("create virtual table temp.terms using fts5vocab(main, authors_fts, row)")
    assert db.execute("select * from temp.terms").fetchall() == []
