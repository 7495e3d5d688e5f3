"""Labelled documents taken apart: what pages are composed of."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from loader.evaluate.pages import WIDE
from loader.evaluate.truth import Document, Labelled
from loader.split.shape import is_wide

_LEAST = 4  # paragraphs of an article that can be a source
_OPENING = 80  # characters of the shortest paragraph that an article begins with
_NOTE = 40  # characters that a note on an author has at least
_HEADLINES = range(30, 111)  # characters of a line of another article that is its headline


@dataclass(frozen=True, slots=True)
class Opening:
    """How another article begins: its first paragraphs, in one line, and its title."""

    opening: str
    language: str | None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """What one labelled document gives: its article in order, and its loose pieces.

    ``above`` and ``below`` are the lines outside the article's text, ``whole`` those from its
    first paragraph to its last, with whatever the site printed between.
    """

    name: str
    language: str | None
    printed: bool
    article: tuple[Labelled, ...]
    opening: str
    title: str | None
    bios: tuple[str, ...]
    above: tuple[Labelled, ...]
    whole: tuple[Labelled, ...]
    below: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Store:
    """The parts that pages are composed of, and by language openings written for the project."""

    parts: tuple[Parts, ...]
    titled: tuple[Parts, ...]
    headlines: tuple[str, ...]
    invented: dict[str, tuple[Opening, ...]] = field(default_factory=dict)

    def openings(self, language: str | None) -> list[Parts]:
        """Return the parts whose openings can stand on a page of this language."""
        wide = language in WIDE
        return [part for part in self.parts if (part.language in WIDE) == wide]


def gather(documents: Sequence[Document]) -> Store:
    """Take labelled documents apart."""
    parts, headlines = [], []
    for document in documents:
        lines = document.text.split("\n")
        labelled = [(kind, lines[n - 1].strip()) for n, kind in document.kinds.items()]
        article = _article(labelled)
        body = [text for kind, text in article if kind == "body"]
        if len(body) >= _LEAST:
            places = [n for n, (kind, _) in enumerate(labelled) if kind in ("body", "heading")]
            first, behind = places[0], places[-1] + 1
            parts.append(
                Parts(
                    name=document.name,
                    language=document.language,
                    printed=is_printed(document),
                    article=tuple(article),
                    opening=_opening(body),
                    title=next((text for kind, text in article if kind == "title"), None),
                    bios=tuple(t for kind, t in labelled if kind == "byline" and len(t) > _NOTE),
                    above=tuple(labelled[:first]),
                    whole=tuple(labelled[first:behind]),
                    below=tuple(labelled[behind:]),
                )
            )
        headlines += [text for kind, text in labelled if kind == "title"]
        headlines += [
            text
            for kind, text in labelled
            if kind == "teaser" and len(text) in _HEADLINES and text[-1] not in ".…:"
        ]
    titled = [part for part in parts if part.title]
    return Store(tuple(parts), tuple(titled or parts), tuple(headlines))


def is_printed(document: Document) -> bool:
    """Tell whether a document was a page of a site: it holds more kinds than composed ones."""
    return len(set(document.kinds.values()) - {"body", "byline", "teaser"}) > 0


def _article(labelled: list[Labelled]) -> list[Labelled]:
    """Return the article's lines with the captions that stand inside it."""
    kept = ("title", "standfirst", "heading", "body", "caption")
    places = [place for place, (kind, _) in enumerate(labelled) if kind in kept[:4]]
    if not places:
        return []
    return [item for item in labelled[places[0] : places[-1] + 1] if item[0] in kept]


def _opening(body: list[str]) -> str:
    """Return the first paragraphs in one line, as much as the longest teaser needs."""
    first = next((n for n, text in enumerate(body) if len(text) > _OPENING), 0)
    joiner = "" if is_wide(body[first]) else " "
    return joiner.join(body[first : first + 8])[:2500]
