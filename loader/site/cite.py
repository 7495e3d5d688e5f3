"""How to cite an article, in one line of plain text."""

import sqlite3
from collections.abc import Sequence


def plain_citation(article: sqlite3.Row, authors: Sequence[sqlite3.Row]) -> str:
    """Return who, what, where, when and the permanent key; what is not known is left out."""
    names = "; ".join(
        f"{author['printed']} ({native})" if (native := _native(author)) else author["printed"]
        for author in authors
    )
    title = f"“{article['title']}”" if article["title"] else f"[{article['label']}]"
    parts = [names, title, article["publisher"], article["published"], article["url"]]
    return ". ".join(part.rstrip(".") for part in parts if part) + f". Seed {article['key']}."


def _native(author: sqlite3.Row) -> str | None:
    native: str | None = author["printed_native"] or author["native_name"]
    return native
