"""Rows leave: any selection or query, whole, in the forms of spreadsheets and of citations."""

from loader.export.formats import (
    FORMATS,
    Format,
    export,
    last_change,
    write_articles,
    write_manifest,
    write_rows,
)
from loader.export.record import ArticleRecord, Name, cite, read_articles
from loader.export.select import KINDS, Selection, Statement, select_articles, select_rows
from loader.export.tally import Tally

__all__ = [
    "FORMATS",
    "KINDS",
    "ArticleRecord",
    "Format",
    "Name",
    "Selection",
    "Statement",
    "Tally",
    "cite",
    "export",
    "last_change",
    "read_articles",
    "select_articles",
    "select_rows",
    "write_articles",
    "write_manifest",
    "write_rows",
]
