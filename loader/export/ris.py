"""Articles as RIS, for reference managers."""

from collections.abc import Iterable, Iterator

from loader.export.record import ArticleRecord, Name, one_line
from loader.export.tally import Tally


def write_ris(records: Iterable[ArticleRecord], tally: Tally) -> Iterator[str]:
    """Yield a reference for each article: a newspaper's where the publisher is known."""
    for record in tally.count(records):
        yield _reference(_tags(record))
    if tally.stopped:
        yield _reference([("TY", "GEN"), ("TI", f"[{tally.stopped}]")])


def _reference(tags: Iterable[tuple[str, str]]) -> str:
    lines = [f"{tag}  - {one_line(text)}\r\n" for tag, text in tags]
    return "".join(lines) + "ER  - \r\n\r\n"


def _tags(record: ArticleRecord) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS" if record.publisher else "GEN"
    yield "ID", record.key
    yield "TI", record.heading
    for name in record.authors:
        yield "AU", _author(name)
    if record.publisher:
        yield "T2", record.publisher
    if record.date_parts:
        year, *rest = (record.published or "").split("-")
        yield "PY", year
        yield "DA", "/".join([year, *rest, "", ""][:3]) + "/"
    if record.web_url:
        yield "UR", record.web_url
    if record.language:
        yield "LA", record.language
    if record.standfirst:
        yield "AB", record.standfirst
    for native in record.native_names:
        yield "N1", native


def _author(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.family and name.given else name.name
