"""Which rows leave, with which columns, in which order."""

import pytest

from loader.errors import ExportError
from loader.export import KINDS, Name, Selection, Statement, select_articles, select_rows
from loader.store.archive import schema
from tests.export_archive import HOSTILE, SEEDS, make_archive

A, B, C = (f"{seed[0]}-0" for seed in SEEDS)


@pytest.fixture(scope="module")
def db():
    return make_archive()


def keys(db, chosen):
    columns, rows = select_rows(db, chosen)
    return [row[columns.index("key")] for row in rows]


@pytest.mark.parametrize(
    ("selection", "found"),
    [
        (Selection(), [A, B, C]),
        (Selection(search="harbour"), [A]),
        (Selection(search="王大明"), [B]),
        (Selection(search="大明"), [B]),
        (Selection(search='title:tide -"no such"'), [A]),
        (Selection(search="authors:vale"), [A]),
        (Selection(search=""), []),
        (Selection(search='"(:*'), []),
        (Selection(author="eric vale"), [A]),
        (Selection(author="王大明"), [B]),
        (Selection(author="author-3"), [B]),
        (Selection(author="spelling-3"), [B]),
        (Selection(author="Erik Vale"), [A]),
        (Selection(author="nobody"), []),
        (Selection(language="zh"), [B]),
        (Selection(publisher="The Sill Courier"), [A]),
        (Selection(year="2026"), [A, B]),
        (Selection(search="harbour", year="2025"), []),
    ],
    ids=str,
)
def test_articles_are_chosen_by_words_and_facets(db, selection, found):
    assert keys(db, selection) == found
    assert [record.key for record in select_articles(db, selection)] == found


@pytest.mark.parametrize(
    ("selection", "count"),
    [
        (Selection("fragment"), 6),
        (Selection("teaser"), 3),
        (Selection("caption", search="teaser"), 0),
        (Selection("fragment", search="teaser"), 3),
        (Selection("fragment", language="zh", publisher="no"), 0),
        (Selection("notice"), 0),
        (Selection("byline"), 3),
        (Selection("byline", search="wang", author="王大明", year="2026"), 1),
        (Selection("author"), 3),
        (Selection("author", search="大明"), 1),
        (Selection("author", author="erik vale"), 1),
    ],
    ids=str,
)
def test_other_kinds_are_chosen_too(db, selection, count):
    assert len(list(select_rows(db, selection)[1])) == count


def test_a_fragment_says_where_it_was_printed_and_what_it_was_cut_from(db):
    columns, rows = select_rows(db, Selection("teaser", search="2"))
    assert [dict(zip(columns, row, strict=True)) for row in rows] == [
        {
            "key": "b" * 16 + "-3",
            "kind": "teaser",
            "label": "A teaser of number 2",
            "words": 5,
            "truncated": 0,
            "confidence": 0.5,
            "seed": "b" * 16,
            "path": "seeds/2.txt",
            "printed_with": B,
            "printed_with_label": "港務局長王大明說…",
            "full_article": A,
            "full_article_label": "Tide & Tax",
            "text": "A teaser of number 2",
        }
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_rows_whose_wide_text_stands_last(db, kind):
    columns, _ = select_rows(db, Selection(kind))
    assert columns[-1] in {"body", "text", "articles"}
    assert len(set(columns)) == len(columns)


def test_a_record_holds_what_was_printed_and_no_more(db):
    first, second, third = select_articles(db, Selection())
    assert first.authors == (
        Name("Eric Vale", None, "Vale", "Eric"),
        Name("Sill Press Agency"),
    )
    assert (first.heading, first.date_parts) == ("Tide & Tax", [2026, 3, 1])
    assert first.web_url == "https://courier.example/tide?a=1&b=2"
    assert first.headings == {"Tides"}
    assert first.paragraphs == ["Tides", "The harbour rose.", "It fell, 5 % of it."]
    assert second.authors == (Name("Wang Daming", "王大明"),)
    assert (second.heading, second.date_parts) == ("[港務局長王大明說…]", [2026, 3])
    assert second.native_names == ["Wang Daming: 王大明"]
    assert (third.authors, third.date_parts, third.web_url) == ((), [], None)
    assert third.title == HOSTILE


@pytest.mark.parametrize(
    ("name", "sort_name", "divided"),
    [
        ("Eric Vale", "Vale, Eric", ("Vale", "Eric")),
        ("Emanuela de la Torre", "de la Torre, Emanuela", ("de la Torre", "Emanuela")),
        ("Karl P. Grube Jr.", "Grube Jr., Karl P.", ("Grube Jr.", "Karl P.")),
        ("Eric Vale", "Vale, E.", (None, None)),
        ("Eric Vale", "Eric Vale", (None, None)),
        ("Vale", "Vale", (None, None)),
        ("Zhu Xiaohong", "Xiaohong, Zhu", (None, None)),
        ("Kim Dong", "Dong, Kim", (None, None)),
        ("Nguyen Thanh", "Thanh, Nguyen", (None, None)),
        ("Takeda Harumi", "Harumi, Takeda", (None, None)),
        ("Harumi Takeda", "Takeda, Harumi", (None, None)),
    ],
)
def test_a_name_is_divided_only_where_its_order_is_sure(name, sort_name, divided):
    db = make_archive()
    db.execute("update authors set sort_name = ? where name = 'Eric Vale'", [sort_name])
    db.execute("update article_authors set name = ? where name = 'Eric Vale'", [name])
    assert next(select_articles(db, Selection())).authors[0] == Name(name, None, *divided)


def test_an_agency_is_never_divided():
    db = make_archive()
    db.execute("update authors set sort_name = 'Agency, Sill Press' where kind = 'agency'")
    assert next(select_articles(db, Selection())).authors[1] == Name("Sill Press Agency")


def test_a_statement_chooses_rows_and_articles(db):
    chosen = Statement("select key, 1 as one from articles where language = :code;", {"code": "zh"})
    assert select_rows(db, chosen)[0] == ["key", "one"]
    assert keys(db, chosen) == [B]
    assert [record.key for record in select_articles(db, chosen)] == [B]
    with_comment = Statement("with x as (select key from articles) select * from x -- all", {})
    assert len(list(select_articles(db, with_comment))) == 3


@pytest.mark.parametrize(
    ("choose", "message"),
    [
        (
            lambda db: select_rows(db, Selection("poem")),
            f"poem: no such kind; take one of {', '.join(KINDS)}",
        ),
        (
            lambda db: select_rows(db, Selection("teaser", author="x")),
            "author: of a teaser it is not known; leave it out",
        ),
        (
            lambda db: select_articles(db, Selection("teaser")),
            "teaser: only articles are cited; take csv, json or ndjson",
        ),
        (
            lambda db: select_rows(db, Statement("selct 1", {})),
            'the query: near "selct": syntax error; correct it',
        ),
        (
            lambda db: select_rows(db, Statement("pragma user_version = 7", {})),
            "the query: it gives no rows; begin it with select",
        ),
        (
            lambda db: select_articles(db, Statement("select id from articles", {})),
            "the query: no column says which articles; add articles.key to it",
        ),
        (
            lambda db: select_articles(db, Statement("select :missing as key", {})),
            "the query: You did not supply a value for binding parameter :missing.; correct it",
        ),
    ],
)
def test_what_cannot_be_chosen_is_said(db, choose, message):
    with pytest.raises(ExportError) as caught:
        choose(db)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "chosen",
    [
        *(Selection(kind) for kind in KINDS),
        *(Selection(kind, search="x") for kind in KINDS),
        Selection(author="x"),
        Selection(publisher="x"),
        Selection(language="en"),
        Selection("byline", author="x"),
        Selection("byline", publisher="x"),
        Selection("fragment", language="en"),
        Selection("teaser", publisher="x"),
    ],
    ids=str,
)
def test_no_rows_are_kept_for_sorting(chosen):
    db = make_archive()
    db.executescript(schema("indexes"))
    plans = []
    db.set_trace_callback(plans.append)
    select_rows(db, chosen)
    if chosen.kind == "article":
        select_articles(db, chosen)
    db.set_trace_callback(None)
    steps = [
        row[3]
        for sql in plans
        if "order by" in sql
        for row in db.execute(f"explain query plan {sql}")
    ]
    assert steps
    assert "USE TEMP B-TREE FOR ORDER BY" not in steps
