"""Text becomes a page: lines, their labels, spans, bylines, mentions."""

from loader.split.page import split

__all__ = ["split"]
