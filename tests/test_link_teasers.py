"""Teasers linked to the article they were cut from."""

import sqlite3
from collections.abc import Iterable
from random import Random

import pytest

from loader import link
from loader.link.teasers import Link, Linker, Teaser
from loader.store.rows import SeedRows
from loader.store.writer import Writer
from tests.link_pages import empty_archive, ids_of, prose, rows_by_key, seed_rows

ARTICLE = prose(1, 300)
TITLE = " ".join(prose(2, 6))
STANDFIRST = " ".join(prose(3, 20))
LATER = [*prose(1, 30), *prose(4, 200)]


def article(body: list[str], title: str | None = None, standfirst: str | None = None) -> SeedRows:
    parts = [("title", title)] if title else []
    parts += [("standfirst", standfirst)] if standfirst else []
    cut = len(body) // 3
    return seed_rows([*parts, ("body", " ".join(body[:cut])), ("body", " ".join(body[cut:]))])


def page(*teasers: str) -> SeedRows:
    """A page about something else that prints teasers."""
    return seed_rows([("body", " ".join(prose(9, 120))), *(("teaser", text) for text in teasers)])


def linked(*rows: SeedRows) -> list[tuple[int | None, int | None]]:
    """The article (by the place of its seed) and the matched words of each teaser."""
    db = empty_archive()
    Writer(db).add(rows)
    link.connect_all(db)
    query = "select full_article_id, matched from fragments where kind = 'teaser' order by id"
    return db.execute(query).fetchall()


def edited(words: list[str], places: list[int]) -> list[str]:
    return ["edited" if place in places else word for place, word in enumerate(words)]


CUTS = [
    ("twelve words", " ".join(ARTICLE[:12]), 12),
    ("a hundred and fifty words", " ".join(ARTICLE[:150]), 150),
    ("across a paragraph", " ".join(ARTICLE[:120]), 120),
    ("in a word", " ".join(ARTICLE[:40]) + " " + ARTICLE[40][:1], 40),
    ("ellipsis", " ".join(ARTICLE[:40]) + "…", 40),
    ("ellipsis apart", " ".join(ARTICLE[:40]) + " ...", 40),
    ("invitation", " ".join(ARTICLE[:40]) + "… Read more", 40),
    ("capitals", " ".join(ARTICLE[:40]).upper(), 40),
    ("kicker", "Harbour news " + " ".join(ARTICLE[:40]), 40),
    ("headline of the article", TITLE + "\n" + " ".join(ARTICLE[:40]), 46),
    ("headline of its own", " ".join([*prose(5, 9), *ARTICLE[:40]]), 40),
    ("four edited words", " ".join(edited(ARTICLE[:40], [3, 11, 20, 33])), 36),
    ("edited and kicker", "Kicker " + " ".join(edited(ARTICLE[:60], [0, 9, 25, 40])), 56),
    ("standfirst", STANDFIRST, 20),
    ("headline alone", TITLE, 6),
    ("nine words", " ".join(ARTICLE[:9]), None),
    ("from the middle", " ".join(ARTICLE[230:280]), None),
    ("quoted in another's words", " ".join([*prose(6, 20), *ARTICLE[:8], *prose(7, 20)]), None),
    ("begins alike", " ".join([*ARTICLE[:20], *prose(8, 30)]), None),
    ("begins alike, ends alone", " ".join([*ARTICLE[:18], "then", "other", "words"]), None),
]


@pytest.mark.parametrize(("text", "matched"), [cut[1:] for cut in CUTS], ids=[c[0] for c in CUTS])
@pytest.mark.parametrize("article_first", [True, False])
def test_cuts(text: str, matched: int | None, *, article_first: bool) -> None:
    rows = [article(ARTICLE, TITLE, STANDFIRST), page(text)]
    place = 1 if article_first else 2
    expected = [(place if matched else None, matched)]
    assert linked(*(rows if article_first else reversed(rows))) == expected


def test_numbers_tell_reports_apart() -> None:
    report = [*ARTICLE[:20], "17,452", *ARTICLE[20:60]]
    assert linked(article(report), page(" ".join([*ARTICLE[:20], "16,001", *ARTICLE[20:40]]))) == [
        (None, None)
    ]


def test_most_words_win_among_articles_that_begin_alike() -> None:
    teasers = [" ".join(ARTICLE[:60]), " ".join(LATER[:60])]
    assert linked(article(ARTICLE), article(LATER), page(*teasers)) == [(1, 60), (2, 60)]


def test_too_few_words_for_one_of_two_articles_name_none() -> None:
    assert linked(article(ARTICLE), article(LATER), page(" ".join(ARTICLE[:28]))) == [(None, None)]


def test_same_headline_over_different_articles_names_none() -> None:
    rows = [article(prose(11, 90), TITLE), article(prose(12, 90), TITLE), page(TITLE)]
    assert linked(*rows) == [(None, None)]


def test_lowest_key_wins_among_copies() -> None:
    copies = [article(ARTICLE, title) for title in (None, TITLE)]
    keys = [rows.articles[0][0] for rows in copies]
    first = 1 if min(keys) == keys[0] else 2
    assert linked(*copies, page(" ".join(ARTICLE[:50]))) == [(first, 50)]


def test_a_teaser_is_no_piece_of_the_article_it_is_printed_with() -> None:
    own = seed_rows([("body", " ".join(ARTICLE)), ("teaser", " ".join(ARTICLE[:30]))])
    assert linked(own) == [(None, None)]
    copy = article(ARTICLE, TITLE)
    assert linked(own, copy) == [(2, 30)]


def test_characters_are_words_where_nothing_stands_between_them() -> None:
    random = Random(3)  # noqa: S311 (words, not secrets)
    text = "".join(chr(random.randrange(0x4E00, 0x9FA0)) for _ in range(200))
    assert linked(article([text]), page(text[:60] + "…")) == [(1, 60)]


def test_a_first_sentence_of_very_many_articles_costs_no_more_than_it_tells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judged: list[int] = []
    judge = Linker.link

    def watched(self: Linker, teaser: Teaser, candidates: Iterable[int]) -> Link:
        found = list(candidates)
        judged.extend(found)
        return judge(self, teaser, found)

    monkeypatch.setattr(Linker, "link", watched)
    same = prose(20, 60)
    articles = [article([*same, *prose(100 + place, 60)]) for place in range(130)]
    assert linked(*articles, page(" ".join(same[:40]))) == [(None, None)]
    assert judged == []


def test_forgetting_the_article_frees_the_teaser() -> None:
    rows = [article(ARTICLE), page(" ".join(ARTICLE[:40]))]
    db: sqlite3.Connection = empty_archive()
    link.connect(db, Writer(db).add(rows))
    alone = empty_archive()
    link.connect(alone, Writer(alone).add(rows[1:]))
    gone = ids_of(db, rows[:1])
    link.forget(db, gone)
    Writer(db).remove(gone)
    assert rows_by_key(db) == rows_by_key(alone)
