"""Text becomes a page: lines, their labels, spans, bylines, mentions."""

from loader.split.explain import ExplainedLine, explain
from loader.split.page import split

__all__ = ["ExplainedLine", "explain", "split"]
