"""The forms in which rows leave, and the one way to each."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from loader import __version__
from loader.errors import ExportError
from loader.export.atom import write_atom
from loader.export.bibtex import write_bibtex
from loader.export.csl import write_csl
from loader.export.markdown import write_markdown
from loader.export.record import ArticleRecord
from loader.export.ris import write_ris
from loader.export.select import Selection, Statement, select_articles, select_rows
from loader.export.table import Row, write_csv, write_json, write_ndjson
from loader.export.tally import Tally


class Format(NamedTuple):
    """A form of export: its media type, its files' ending, and whether it holds articles only."""

    media_type: str
    ending: str
    articles: bool


FORMATS: dict[str, Format] = {
    "csv": Format("text/csv; charset=utf-8", "csv", articles=False),
    "json": Format("application/json", "json", articles=False),
    "ndjson": Format("application/x-ndjson", "ndjson", articles=False),
    "bibtex": Format("application/x-bibtex; charset=utf-8", "bib", articles=True),
    "ris": Format("application/x-research-info-systems; charset=utf-8", "ris", articles=True),
    "csl-json": Format("application/vnd.citationstyles.csl+json", "csl.json", articles=True),
    "markdown": Format("text/markdown; charset=utf-8", "md", articles=True),
    "atom": Format("application/atom+xml; charset=utf-8", "atom", articles=True),
}


def export(
    db: sqlite3.Connection,
    chosen: Selection | Statement,
    format_name: str,
    tally: Tally,
    *,
    bom: bool = False,
    formulas: bool = False,
) -> Iterator[str]:
    """Return the export of what is chosen, in pieces; memory stays the same however many come.

    ``tally`` counts the rows; where it stopped before the end, the last line says so. ``bom`` and
    ``formulas`` are for CSV: see ``write_csv``.

    Raises:
        ExportError: there is no such format, or what is chosen cannot leave in it.
    """
    if _format(format_name).articles:
        records = select_articles(db, chosen)
        return write_articles(
            records, format_name, tally, title=str(chosen), updated=last_change(db)
        )
    columns, rows = select_rows(db, chosen)
    return write_rows(columns, rows, format_name, tally, bom=bom, formulas=formulas)


def write_rows(
    columns: Sequence[str],
    rows: Iterable[Row],
    format_name: str,
    tally: Tally,
    *,
    bom: bool = False,
    formulas: bool = False,
) -> Iterator[str]:
    """Return rows of any table or query as ``csv``, ``json`` or ``ndjson``, in pieces.

    Raises:
        ExportError: the format is none of these.
    """
    if format_name == "csv":
        return write_csv(columns, rows, tally, bom=bom, formulas=formulas)
    if format_name == "json":
        return write_json(columns, rows, tally)
    if format_name == "ndjson":
        return write_ndjson(columns, rows, tally)
    raise ExportError(f"{format_name}: this is for articles; take csv, json or ndjson")


def write_articles(
    records: Iterable[ArticleRecord],
    format_name: str,
    tally: Tally,
    *,
    title: str = "Articles",
    updated: str | None = None,
) -> Iterator[str]:
    """Return articles as references or to read, in pieces.

    ``title`` and ``updated``, when the archive last changed, are for the head of an Atom feed.

    Raises:
        ExportError: the format is none for articles.
    """
    if format_name == "atom":
        return write_atom(records, tally, title=title, updated=updated)
    writers = {
        "bibtex": write_bibtex,
        "ris": write_ris,
        "csl-json": write_csl,
        "markdown": write_markdown,
    }
    if format_name not in writers:
        names = ", ".join([*writers, "atom"])
        raise ExportError(f"{format_name}: no such format for articles; take one of {names}")
    return writers[format_name](records, tally)


def last_change(db: sqlite3.Connection) -> str | None:
    """Return when the archive was last loaded into, UTC; None where nothing was."""
    (moment,) = db.execute("select max(started) from loads").fetchone()
    return moment if moment is None else str(moment)


def write_manifest(
    chosen: Selection | Statement, format_name: str, tally: Tally, digest: str
) -> str:
    """Return, once the export is read to its end, what it is: as JSON, to keep beside it."""
    fields = {
        "query": str(chosen),
        "format": format_name,
        "rows": tally.rows,
        "complete": tally.stopped is None,
        "stopped": tally.stopped,
        "archive_digest": digest,
        "version": __version__,
        "exported": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise ExportError(f"{name}: no such format; take one of {', '.join(FORMATS)}")
    return FORMATS[name]
