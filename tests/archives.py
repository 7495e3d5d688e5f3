"""Archives and servers for the tests of the site. All people, papers and places are invented."""

import hashlib
import importlib.util
import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.plugins import pm

import loader.site
from loader import link
from loader.load import LoadOptions, load
from loader.model import Affiliation, Byline, Credit, Kind, Mention, Page, Seed, Span
from loader.store import archive
from loader.store.rows import make_rows
from loader.store.writer import Writer

HOSTILE = (
    "<script>alert('x')</script> \"><img src=x onerror=alert(2)> [a](javascript:alert(3)) "
    "=cmd|'/C calc'!A0 \u202eright to left\u202c a" + 50 * "\u0301"
)
PARAGRAPH = (
    "The harbour council of Lantern Bay met on Tuesday and spoke for three hours about the dues "
    "that a ship owes when it only waits for the tide, and nobody at the long table agreed."
)
SEEDS = {
    "01-dues.txt": "\n".join(  # noqa: FLY002 (lines of a page)
        [
            "Who pays for the tide",
            PARAGRAPH,
            (
                "Sanctions on the night ferry were lifted in the quiet\u202fharbour, said Odile, "
                "who keeps the ledger of the pilots and has seen four such winters come and go."
            ),
            "The long wait",
            (
                "Lin Wangchao (林望潮) wrote to the paper that a toll is a tax with a lantern, "
                "and that the council knew as much when it asked for another reading of the bill."
            ),
            "Odile Marsh is a ledger keeper at the Pilots' Guild of Lantern Bay.",
        ]
    ),
    "02-script.txt": "\n".join(
        [
            "<script>alert('title')</script> & other signs",
            "<script>alert(1)</script> " + PARAGRAPH,
            '"><img src=x onerror=alert(2)> ' + PARAGRAPH,
            "[click](javascript:alert(3)) =cmd|' /C calc'!A0 \u202e" + PARAGRAPH,
        ]
    ),
    "03-han.txt": "\n".join(["廣東麵館", "他說林望潮先生今天沒有來。" * 12, PARAGRAPH]),
}


def make_archive(folder: Path, seeds: dict[str, str] = SEEDS, name: str = "archive.db") -> Path:
    """Load texts into an archive in ``folder`` and return its path."""
    texts = folder / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    for file, text in seeds.items():
        (texts / file).write_text(text, encoding="utf-8")
    db = folder / name
    load([str(texts)], db, LoadOptions(jobs=1))
    return db


def serve(*paths: Path, **options: Any) -> Datasette:
    """Return a Datasette on archives, with the plugin whether it is installed or not."""
    if not any(plugin is loader.site for plugin in pm.get_plugins()):
        pm.register(loader.site, name="seed-archive")
    return Datasette([str(path) for path in paths], **options)


def is_version_1() -> bool:
    """Say whether this is Datasette 1.0 or an alpha of it."""
    return importlib.util.find_spec("datasette.resources") is not None


def execute(path: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Return the rows of a query on an archive."""
    with sqlite3.connect(path) as db:
        return db.execute(sql, values).fetchall()


Printed = tuple[Kind, str]
"""A line of a page, and what it is: the split that a test needs, whatever the splitter thinks."""


def page_seed(lines: Sequence[Printed], **record: str) -> tuple[Seed, Page]:
    """Return a seed split as ``lines`` say, with one article or, without any body, none.

    A byline "Name (Native), role, organisation" names an author; "Name (Native)" elsewhere with
    Han characters in the parentheses is a mention.
    """
    text = "".join(f"{line}\n" for _, line in lines)
    spans, bylines, place = [], [], 0
    articles = any(kind == "body" for kind, _ in lines)
    article = 0 if articles else None
    for kind, line in lines:
        end = place + len(line) + 1
        spans.append(
            Span(place, end, kind, f"said to be {kind}", 0.6 if "?" in line else 0.9, article)
        )
        if kind == "byline":
            bylines.append(_byline(line, place))
        place = end
    mentions = tuple(
        Mention(found[1], found[2], *found.span()) for found in re.finditer(NAMED, text)
    )
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    published = record.get("published")
    seed = Seed(sha256, "text/plain", "utf-8", len(text.encode()), text, None, **record)  # type: ignore[arg-type]
    return seed, Page(
        tuple(spans),
        int(articles),
        tuple(bylines),
        mentions,
        record.get("language"),
        (published,) * articles,
    )


NAMED = re.compile(r"([A-Z]\w+(?: [A-Z][\w-]+)+) \(([\u4e00-\u9fff]+)\)")
_BYLINE = re.compile(r"(?P<name>[^(,]+?)(?: \((?P<native>.+)\))?, (?P<role>.+?), (?P<org>.+)")


def _byline(line: str, place: int) -> Byline:
    found = _BYLINE.fullmatch(line)
    assert found is not None, line
    start = place + found.start("role")
    said = Affiliation(found["role"], found["org"], start, place + len(line))
    end = place + len(found["name"])
    credit = Credit(found["name"], found["native"], "person", place, end, (said,))
    return Byline(place, place + len(line), "bio", 0.9, (credit,))


TEASER = (
    "The ferry that carries nobody leaves at six, and the purser counts the lamps aloud as if "
    "each of them had paid, which the company has denied in two letters and a song about"
)
PAGES: list[tuple[list[Printed], dict[str, str]]] = [
    (
        [
            ("title", "Who pays for the tide"),
            ("standfirst", "A toll is a tax with a lantern on it."),
            ("body", PARAGRAPH),
            ("caption", "The pilots' table, photographed at low water."),
            ("heading", "The long wait"),
            (
                "body",
                "Sanctions on the quiet\u202fharbour were lifted, said Lin Wangchao (林望潮).",
            ),
            ("byline", "Odile Marsh (馬歐德), ledger keeper, Pilots' Guild"),
            ("teaser", TEASER),
            ("teaser", "Only here is the kelp orchard mentioned, by Tomas Reed, who"),
            ("notice", "Subscribe to the Lantern Bay Courier?"),
        ],
        {"publisher": "Lantern Bay Courier", "published": "2021-03-04", "language": "en"},
    ),
    (
        [
            ("title", "The ferry that carries nobody"),
            ("body", TEASER + " lighthouses. " + PARAGRAPH),
            ("body", "他說林望潮先生今天沒有來。"),
            ("byline", "Odile Marsh, harbour poet, Lantern Bay Library"),
            ("byline", "Pim Okafor, purser, Night Ferry Company"),
        ],
        {
            "publisher": "The Strait Mail",
            "published": "2023-11-20",
            "language": "en",
            "url": "https://strait-mail.example/ferry",
        },
    ),
    (
        [
            ("title", HOSTILE),
            ("body", f"{HOSTILE} {PARAGRAPH}"),
            ("teaser", f"{HOSTILE} and so on"),
            ("byline", "<b>Eve</b> (<i>x</i>), <script>alert(7)</script>, =cmd|'/C calc'!A0"),
        ],
        {"url": "javascript:alert(8)", "publisher": "<u>Press</u>"},
    ),
]


def make_pages(path: Path, pages: Sequence[tuple[list[Printed], dict[str, str]]] = PAGES) -> Path:
    """Make an archive of pages that are split already, connect them, and return its path."""
    with archive.fresh(path) as db:
        writer = Writer(db)
        seeds = [page_seed(lines, **record) for lines, record in pages]
        ids = writer.add([make_rows(seed, page) for seed, page in seeds])
        link.connect_all(db)
    assert len(ids) == len(pages)
    return path
