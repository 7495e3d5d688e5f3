"""Articles as CSL-JSON, the input of citation processors."""

from collections.abc import Iterable, Iterator

from loader.export.record import ArticleRecord, Name, one_line
from loader.export.table import encode_json
from loader.export.tally import Tally


def write_csl(records: Iterable[ArticleRecord], tally: Tally) -> Iterator[str]:
    """Yield an array with one item a line."""
    before = "[\n"
    for item in _items(records, tally):
        yield before + encode_json(item)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _items(records: Iterable[ArticleRecord], tally: Tally) -> Iterator[dict[str, object]]:
    for record in tally.count(records):
        yield _item(record)
    if tally.stopped:
        yield {"id": "incomplete", "type": "document", "title": f"[{tally.stopped}]"}


def _item(record: ArticleRecord) -> dict[str, object]:
    """Return an article's item; names and dates that are not known are left out."""
    item: dict[str, object] = {
        "id": record.key,
        "type": "article-newspaper" if record.publisher else "document",
        "title": record.heading,
    }
    if record.authors:
        item["author"] = [_author(name) for name in record.authors]
    if record.date_parts:
        item["issued"] = {"date-parts": [record.date_parts]}
    optional = {
        "container-title": record.publisher,
        "URL": record.web_url,
        "language": record.language,
        "abstract": record.standfirst,
        "note": "; ".join(record.native_names),
    }
    return item | {name: one_line(text) for name, text in optional.items() if text}


def _author(name: Name) -> dict[str, str]:
    if name.family and name.given:
        return {"family": name.family, "given": name.given}
    return {"literal": name.name}
