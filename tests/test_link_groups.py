"""Articles that are the same one again."""

import pytest

from loader import link
from loader.link import lookup
from loader.store.rows import SeedRows
from loader.store.writer import Writer
from tests.link_pages import empty_archive, ids_of, prose, seed_rows

PARAGRAPHS = [" ".join(prose(place, 70)) for place in range(10)]


def article(*paragraphs: str, note: str = "") -> SeedRows:
    notes = [("notice", note)] if note else []
    return seed_rows([*(("body", text) for text in paragraphs), *notes])


def groups_of(*rows: SeedRows) -> list[set[int]]:
    """The groups, each as the places of its seeds; its head must be the one with the lowest key."""
    db = empty_archive()
    Writer(db).add(rows)
    link.connect_all(db)
    found: dict[int, set[int]] = {}
    for row, head in db.execute("select id, group_id from articles where group_id is not null"):
        found.setdefault(head, set()).add(row)
    for head, members in found.items():
        keys = {
            row: db.execute("select key from articles where id = ?", (row,)).fetchone()
            for row in members
        }
        assert keys[head] == min(keys.values())
    return list(found.values())


SETS = [
    ("whole, other notices", [article(*PARAGRAPHS), article(*PARAGRAPHS, note="Share")], [{1, 2}]),
    ("a paragraph more", [article(*PARAGRAPHS), article(*PARAGRAPHS[:9])], [{1, 2}]),
    (
        "edited words in every paragraph",
        [article(*PARAGRAPHS), article(*(text.replace(" ", " x ", 1) for text in PARAGRAPHS))],
        [{1, 2}],
    ),
    (
        "paragraphs drawn together",
        [article(*PARAGRAPHS), article(" ".join(PARAGRAPHS))],
        [{1, 2}],
    ),
    (
        "the same first paragraph",
        [article(*PARAGRAPHS[:5]), article(PARAGRAPHS[0], *PARAGRAPHS[5:])],
        [],
    ),
    ("an opening of it", [article(*PARAGRAPHS), article(*PARAGRAPHS[:3])], []),
    ("nothing", [article(*PARAGRAPHS[:5]), article(*PARAGRAPHS[5:])], []),
    (
        "through another",
        [article(*PARAGRAPHS[:5]), article(*PARAGRAPHS[:8]), article(*PARAGRAPHS, note="Share")],
        [{1, 2, 3}],
    ),
]


@pytest.mark.parametrize(("rows", "expected"), [row[1:] for row in SETS], ids=[r[0] for r in SETS])
def test_groups(rows: list[SeedRows], expected: list[set[int]]) -> None:
    assert groups_of(*rows) == expected


def test_a_group_falls_apart_when_what_joined_it_goes() -> None:
    rows = [article(*PARAGRAPHS[:4]), article(*PARAGRAPHS[:7]), article(*PARAGRAPHS)]
    db = empty_archive()
    link.connect(db, Writer(db).add(rows))
    assert db.execute(
        "select count(distinct group_id), count(group_id) from articles"
    ).fetchone() == (1, 3)
    link.forget(db, ids_of(db, rows[1:2]))
    assert db.execute("select group_id from articles").fetchall() == [(None,)] * 3


def test_prints_of_too_many_articles_group_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookup, "COMMON", 2)
    copies = [article(*PARAGRAPHS, note=f"Share {place}") for place in range(3)]
    assert groups_of(*copies[:2]) == [{1, 2}]
    assert groups_of(*copies) == []
