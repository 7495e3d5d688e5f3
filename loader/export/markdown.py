"""Articles as one Markdown file to read."""

import re
from collections.abc import Iterable, Iterator

from loader.export.record import ArticleRecord, one_line
from loader.export.tally import Tally

# Text is never markup: entities where HTML could begin, a backslash before what Markdown reads.
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", **{char: f"\\{char}" for char in "\\`*_[]|~$"}}
_SPECIAL = re.compile(r"[&<>\\`*_\[\]|~$]")
# What a line can begin with that makes it a heading, a list or a rule.
_LINE_START = re.compile(r"^\d+(?=[.)])|^(?=[#+\-])")


def write_markdown(records: Iterable[ArticleRecord], tally: Tally) -> Iterator[str]:
    """Yield the articles one after the other, with a rule between them."""
    for record in tally.count(records):
        yield ("\n---\n\n" if tally.rows else "") + "\n".join(_blocks(record))
    if tally.stopped:
        yield f"\n---\n\n{_escape(tally.stopped)}\n"


def _blocks(record: ArticleRecord) -> Iterator[str]:
    yield f"# {_escape(record.heading)}\n"
    if record.standfirst:
        yield f"**{_escape(record.standfirst)}**\n"
    facts = [_escape(each.name) + _native(each.native) for each in record.authors]
    facts += [_escape(text) for text in (record.publisher, record.published) if text]
    if record.web_url:
        facts.append(f"<{record.web_url}>")
    yield " · ".join([*facts, f"`{record.key}`"]) + "\n"
    for line in record.paragraphs:
        yield ("## " if line in record.headings else "") + _escape(line) + "\n"


def _native(name: str | None) -> str:
    return f" ({_escape(name)})" if name else ""


def _escape(text: str) -> str:
    r"""Return text on one line that Markdown shows as it is.

    >>> _escape("1. <b>*no*</b>")
    '1\\. &lt;b&gt;\\*no\\*&lt;/b&gt;'
    """
    special = _SPECIAL.sub(lambda match: _ESCAPES[match[0]], one_line(text))
    return _LINE_START.sub(r"\g<0>\\", special)
