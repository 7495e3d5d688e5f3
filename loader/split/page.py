"""Lines and their labels become a page."""

from loader.model import Page, Span
from loader.split.lines import find_lines


def split(text: str) -> Page:
    """Return the page that a seed's text makes up; its spans tile the text.

    Raises nothing: any text that holds a line can be split.
    """
    lines = find_lines(text)
    spans = tuple(Span(line.start, line.end, "body", "stub", 0.5) for line in lines)
    return Page(spans, 1, (), (), None, (None,))
