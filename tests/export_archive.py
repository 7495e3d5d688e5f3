"""A small archive made by hand, for the tests of exports: every author and place is invented."""

import json
import sqlite3

from loader.store.archive import create
from loader.store.fold import index_text

ACCENTS = "\u0301" * 50
HOSTILE = (
    '<script>alert(1)</script> "><img src=x onerror=alert(1)> [x](javascript:alert(1)) '
    f"=cmd|' /C calc'!A0 @import \\input{{x}} }} {{ % $ # & _ ~ ^ \u202egnp.exe\u2028e{ACCENTS}"
)

SEEDS = [
    # key, publisher, language, heading, body
    (
        "a" * 16,
        "The Sill Courier",
        "en",
        "Tides",
        "Tides\nThe harbour rose.\r\nIt fell, 5 % of it.",
    ),
    ("b" * 16, None, "zh", None, "港務局長王大明說，新碼頭明年完工。\n居民歡迎。"),
    ("c" * 16, None, None, None, HOSTILE + "\n# no heading\n- no list\n1. no number"),
]
ARTICLES = [
    # title, standfirst, label, authors, published, url
    ("Tide & Tax", "What it costs.", "Tide & Tax", "Eric Vale; Sill Press Agency", "2026-03-01"),
    (None, None, "港務局長王大明說…", "Wang Daming", "2026-03"),
    (HOSTILE, HOSTILE, "hostile", None, None),
]
URLS = ["https://courier.example/tide?a=1&b=2", None, "javascript:alert(1)"]
AUTHORS = [
    ("Eric Vale", None, "Vale, Eric", "person"),
    ("Sill Press Agency", None, "Sill Press Agency", "agency"),
    ("Wang Daming", "王大明", "Wang Daming", "person"),
]
CREDITS = [(1, 2, 2), (1, 1, 1), (2, 1, 3)]


def make_archive(path=":memory:"):
    db = sqlite3.connect(path, isolation_level=None)
    create(db)
    insert(db, "loads", id=1, started="2026-04-05T06:07:08+00:00", version="0", added=3,
           unchanged=0, revised=0, duplicates=0, rejected=0)  # fmt: skip
    for number, seed in enumerate(SEEDS, start=1):
        _add_seed(db, number, seed)
    for number, (name, native, sort_name, kind) in enumerate(AUTHORS, start=1):
        insert(db, "authors", id=number, key=f"author-{number}", name=name, native_name=native,
               sort_name=sort_name, kind=kind)  # fmt: skip
        insert(db, "authors_fts", rowid=number, name=index_text(name),
               native_name=index_text(native or ""))  # fmt: skip
        insert(db, "spellings", author_id=number, key=f"spelling-{number}", name=name,
               native_name=native, kind=kind, articles=1)  # fmt: skip
    insert(db, "spellings", author_id=1, key="spelling-4", name="Erik Vale", kind="person",
           articles=0)  # fmt: skip
    for article, position, author in CREDITS:
        name, _, _, kind = AUTHORS[author - 1]
        insert(db, "article_authors", article_id=article, position=position, author_id=author,
               byline_id=article, name=name, known_as=name, kind=kind, start=0, end=1)  # fmt: skip
    return db


def add_articles(db, count):
    """Add articles that differ in their number only, all printed in the first seed."""
    row = db.execute("select * from articles where id = 1")
    columns = [column[0] for column in row.description]
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    first = dict(zip(columns, row.fetchone(), strict=True))
    db.execute("begin")
    db.executemany(
        f"insert into articles ({names}) values ({marks})",
        (
            tuple((first | {"id": number, "key": f"{number:016}-0"}).values())
            for number in range(1_000, 1_000 + count)
        ),
    )
    db.execute("commit")


def insert(db, table, **values):
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    db.execute(f"insert into {table} ({names}) values ({marks})", list(values.values()))


def _add_seed(db, number, seed):
    key, publisher, language, heading, body = seed
    title, standfirst, label, authors, published = ARTICLES[number - 1]
    byline = f"By {authors}" if authors else "By nobody"
    insert(db, "seeds", id=number, key=key, sha256=key * 4, media_type="text/plain",
           encoding="utf-8", bytes=1, characters=len(body), language=language, publisher=publisher,
           published=published, label=label, row_counts="", text=body)  # fmt: skip
    insert(db, "files", path=f"seeds/{number}.txt", seed_id=number, load_id=1)
    insert(db, "articles", id=number, key=f"{key}-0", seed_id=number, position=1, title=title,
           standfirst=standfirst, label=label, byline=byline, authors=authors,
           author_names=json.dumps(authors.split("; ") if authors else []), language=language,
           published=published, url=URLS[number - 1], words=9, start=0, end=len(body),
           confidence=0.9, body=body)  # fmt: skip
    insert(db, "articles_fts", rowid=number, title=index_text(title or ""),
           standfirst=index_text(standfirst or ""), body=index_text(body),
           authors=index_text(authors or ""))  # fmt: skip
    for position, kind in enumerate(["teaser", "caption"], start=1):
        text = f"A {kind} of number {number}"
        row = 2 * number + position - 2
        insert(db, "fragments", id=row, key=f"{key}-{row}", seed_id=number, article_id=number,
               position=position, kind=kind, label=text, words=5, truncated=0, start=row, end=row,
               confidence=0.5, full_article_id=1 if row == 3 else None, text=text)  # fmt: skip
        insert(db, "fragments_fts", rowid=row, text=index_text(text))
    insert(db, "bylines", id=number, seed_id=number, article_id=number, position=1, kind="by-line",
           start=0, end=1, confidence=1.0, text=byline)  # fmt: skip
    insert(db, "bylines_fts", rowid=number, text=index_text(byline))
    end = len(heading) + 1 if heading else 1
    insert(db, "spans", seed_id=number, position=1, kind="heading" if heading else "body", start=0,
           end=end, rule="by hand", confidence=1.0, article_id=number)  # fmt: skip
