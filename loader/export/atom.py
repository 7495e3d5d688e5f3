"""Articles as an Atom feed (RFC 4287)."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from html import escape

from loader.export.record import ArticleRecord, Name, one_line, printable
from loader.export.tally import Tally

_DAY = 3  # parts of a date that names a day
_NO_AUTHOR = Name("[no author named]")  # Atom wants one


def write_atom(
    records: Iterable[ArticleRecord], tally: Tally, *, title: str, updated: str | None = None
) -> Iterator[str]:
    """Yield a feed with an entry for each article.

    ``updated`` is when the archive last changed, UTC. An entry's ``updated`` is when the archive
    first held the article; ``published`` stands only where a day is known.
    """
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"  <id>urn:seed-archive:feed:{sha256(title.encode()).hexdigest()[:16]}</id>\n"
        f"  <title>{_text(title)}</title>\n"
        f"  <updated>{_instant(updated)}</updated>\n"
        "  <generator>seed-archive</generator>\n"
    )
    for record in tally.count(records):
        language = f' xml:lang="{_text(record.language)}"' if record.language else ""
        yield f"  <entry{language}>\n{''.join(_elements(record))}  </entry>\n"
    if tally.stopped:
        yield f"  <subtitle>{_text(tally.stopped)}</subtitle>\n"
    yield "</feed>\n"


def _elements(record: ArticleRecord) -> Iterator[str]:
    yield f"    <id>urn:seed-archive:article:{_text(record.key)}</id>\n"
    yield f"    <title>{_text(record.heading)}</title>\n"
    yield f"    <updated>{_instant(record.loaded)}</updated>\n"
    if len(record.date_parts) == _DAY:
        yield f"    <published>{_instant(record.published)}</published>\n"
    for name in record.authors or [_NO_AUTHOR]:
        native = f" ({name.native})" if name.native else ""
        yield f"    <author><name>{_text(name.name + native)}</name></author>\n"
    if record.web_url:
        yield f'    <link rel="alternate" href="{_text(record.web_url)}"/>\n'
    if record.standfirst:
        yield f"    <summary>{_text(record.standfirst)}</summary>\n"
    yield f'    <content type="html">{escape("".join(_paragraphs(record)))}</content>\n'


def _paragraphs(record: ArticleRecord) -> Iterator[str]:
    for line in record.paragraphs:
        tag = "h2" if line in record.headings else "p"
        yield f"<{tag}>{escape(printable(line))}</{tag}>\n"


def _text(text: str) -> str:
    return escape(one_line(text))


def _instant(moment: str | None) -> str:
    """Return a date or time of the archive as Atom spells it; 1970 where there is none."""
    parsed = datetime.fromisoformat(moment) if moment else datetime.fromtimestamp(0, UTC)
    if parsed.tzinfo is None:
        parsed = parsed.replace(tzinfo=UTC)
    return parsed.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
