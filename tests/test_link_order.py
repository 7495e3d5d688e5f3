"""What the passes store is a function of the set of seeds, whatever the order and the batches."""

import sqlite3
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loader import link
from loader.link import lookup
from loader.store import archive
from loader.store.rows import SeedRows
from loader.store.writer import Writer
from tests.link_pages import Who, empty_archive, ids_of, prose, rows_by_key, seed_rows

BOILERPLATE = prose(99, 14)
OPENINGS = [prose(1, 80), BOILERPLATE + prose(2, 60), BOILERPLATE + prose(3, 60), prose(4, 30)]
TITLES = [None, " ".join(prose(5, 5)), " ".join(prose(6, 2))]
PEOPLE = [
    Who("Robert Kovacs", None, "Tarn College"),
    Who("Robert A. Kovacs", None, "Tarn College"),
    Who("ROBERT KOVACS"),
    Who("Robert B. Kovacs", None, "Harrow House"),
    Who("Chen Wei", "陳偉"),
    Who("Chen Wei", "陳瑋"),
    Who("Chen Wei"),
    Who("Wei Chen", "陈伟"),
    Who("陳偉"),
    Who("Harbour Press", None, None, "agency"),
    Who("Harbour Press"),
]


@st.composite
def pages(draw: st.DrawFn) -> SeedRows:
    """A page with an article, a few authors and teasers, from so few parts that many meet."""
    body = list(draw(st.sampled_from(OPENINGS)))
    for place in draw(st.lists(st.integers(0, 29), max_size=2)):
        body[place] = "changed"
    parts = [("body", " ".join(body))]
    title = draw(st.sampled_from(TITLES))
    if title:
        parts.insert(0, ("title", title))
    parts += [("teaser", draw(teasers())) for _ in range(draw(st.integers(0, 2)))]
    people = draw(st.lists(st.sampled_from(PEOPLE), max_size=2))
    return seed_rows(parts, people, draw(st.sampled_from(["en", "hu", None])))


@st.composite
def teasers(draw: st.DrawFn) -> str:
    """A headline, or the opening of an article cut, with a kicker and edited words at times."""
    if draw(st.booleans()) and draw(st.booleans()):
        return str(TITLES[1])
    words = list(draw(st.sampled_from(OPENINGS)))[: draw(st.sampled_from([12, 14, 25, 50]))]
    for place in draw(st.lists(st.integers(0, 11), max_size=1)):
        words[place] = "edited"
    kicker = ["kicker", "here"] if draw(st.booleans()) else []
    return " ".join(kicker + words) + draw(st.sampled_from(["", "…", " tai"]))


def _stored(rows: list[SeedRows]) -> sqlite3.Connection:
    db = empty_archive()
    Writer(db).add(rows)
    link.connect_all(db)
    return db


@pytest.mark.parametrize("common", [1, 2, 100])
@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    seeds=st.lists(pages(), max_size=9, unique_by=lambda rows: rows.seed[1]),
    random=st.randoms(use_true_random=False),
)
def test_any_order_ends_in_the_rows_of_a_fresh_archive(
    common: int, seeds: list[SeedRows], random: Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lookup, "COMMON", common)
    fresh = rows_by_key(_stored(seeds))
    db, held = empty_archive(), []
    waiting = list(seeds)
    random.shuffle(waiting)
    removals = random.randrange(4)
    while waiting or removals:
        if held and removals and random.random() < 0.4:
            removals -= 1
            gone = random.sample(held, random.randint(1, len(held)))
            ids = ids_of(db, gone)
            link.forget(db, ids)
            Writer(db).remove(ids)
            held = [one for one in held if one not in gone]
            waiting += gone
        elif waiting:
            batch = waiting[: random.randint(1, 3)]
            waiting = waiting[len(batch) :]
            link.connect(db, Writer(db).add(batch))
            held += batch
        else:
            removals = 0
    assert rows_by_key(db) == fresh
    assert db.execute("pragma foreign_key_check").fetchall() == []


def test_a_fresh_archive_needs_no_index_of_its_own() -> None:
    seeds = [seed_rows([("body", " ".join(body))], [PEOPLE[0]]) for body in OPENINGS]
    bare = sqlite3.connect(":memory:", isolation_level=None)
    archive.create(bare)
    Writer(bare).add(seeds)
    link.connect_all(bare)
    assert rows_by_key(bare) == rows_by_key(_stored(seeds))


def test_prints_that_nobody_staged_are_worked_out() -> None:
    seeds = [
        seed_rows([("body", " ".join(body)), ("teaser", " ".join(other[:30]))])
        for body, other in zip(OPENINGS, OPENINGS[1:] + OPENINGS[:1], strict=True)
    ]
    db = empty_archive()
    ids = Writer(db).add(seeds)
    db.execute("delete from staged_articles")
    db.execute("delete from staged_teasers")
    link.connect(db, ids)
    assert rows_by_key(db) == rows_by_key(_stored(seeds))
