"""The forms of export, as addresses end in them."""

from loader.export import FORMATS

SUFFIXES = {
    "csv": "csv",
    "json": "json",
    "ndjson": "ndjson",
    "bib": "bibtex",
    "ris": "ris",
    "csl": "csl-json",
    "md": "markdown",
    "atom": "atom",
}
"""The ending of an address and the format that it asks for."""

NAMES = {
    "csv": "CSV",
    "json": "JSON",
    "ndjson": "newline JSON",
    "bib": "BibTeX",
    "ris": "RIS",
    "csl": "CSL-JSON",
    "md": "Markdown",
    "atom": "Atom",
}


def formats(address: str, query: str = "", *, articles: bool = True) -> list[tuple[str, str]]:
    """Return the address and the name of each form; ``query`` is the page's query string."""
    after = f"?{query}" if query else ""
    return [
        (f"{address}.{suffix}{after}", NAMES[suffix])
        for suffix, name in SUFFIXES.items()
        if articles or not FORMATS[name].articles
    ]
