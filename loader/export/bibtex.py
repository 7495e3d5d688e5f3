"""Articles as BibTeX, for LaTeX and reference managers."""

from collections.abc import Iterable, Iterator

from loader.export.record import ArticleRecord, Name, one_line
from loader.export.tally import Tally

# Braces count for BibTeX even behind a backslash, hence the long names.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "$&#%_"},
    }
)


def write_bibtex(records: Iterable[ArticleRecord], tally: Tally) -> Iterator[str]:
    """Yield an entry for each article: ``@article`` where the publisher is known, else ``@misc``.

    The entry's key is the article's permanent key after ``seed-``.
    """
    for record in tally.count(records):
        kind = "article" if record.publisher else "misc"
        fields = "".join(f"  {name} = {{{text}}},\n" for name, text in _fields(record))
        yield f"@{kind}{{seed-{record.key},\n{fields}}}\n\n"
    if tally.stopped:
        yield f"@comment{{{_escape(tally.stopped)}}}\n"


def _fields(record: ArticleRecord) -> Iterator[tuple[str, str]]:
    if record.authors:
        yield "author", " and ".join(map(_author, record.authors))
    yield "title", _escape(record.heading)
    if record.publisher:
        yield "journal", _escape(record.publisher)
    if record.published:
        yield "date", record.published
        yield from zip(("year", "month"), map(str, record.date_parts), strict=False)
    if record.web_url:
        yield "url", record.web_url
    if record.language:
        yield "language", _escape(record.language)
    if record.standfirst:
        yield "abstract", _escape(record.standfirst)
    if record.native_names:
        yield "note", _escape("; ".join(record.native_names))


def _author(name: Name) -> str:
    """Return a name as BibTeX divides it, or in braces so that it does not."""
    if name.family and name.given:
        return f"{_escape(name.family)}, {_escape(name.given)}"
    return f"{{{_escape(name.name)}}}"


def _escape(text: str) -> str:
    return one_line(text).translate(_ESCAPES)
