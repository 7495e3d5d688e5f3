"""Archives and servers for the tests of the site. All people, papers and places are invented."""

import importlib.util
import sqlite3
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.plugins import pm

import loader.site
from loader.load import LoadOptions, load

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
