"""The nouns. Offsets are code points of ``Seed.text``, half-open: ``text[start:end]``.

A ``Seed`` is split into a ``Page``: spans that tile the text from 0 to its end, and the
articles, fragments, bylines and mentions that those spans make up.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

Kind = Literal[
    "title",
    "standfirst",
    "heading",
    "body",
    "byline",
    "caption",
    "dateline",
    "teaser",
    "notice",
]
BylineKind = Literal["by-line", "bio", "agency", "contact"]
AuthorKind = Literal["person", "agency"]

KINDS: tuple[Kind, ...] = get_args(Kind)
ARTICLE_KINDS: frozenset[Kind] = frozenset({"title", "standfirst", "heading", "body"})
FRAGMENT_KINDS: frozenset[Kind] = frozenset({"teaser", "caption", "dateline", "notice"})


@dataclass(frozen=True, slots=True)
class Seed:
    """One source document: its text, and what its file or record says about it.

    ``sha256`` is of the original bytes: the file's, or for a record of a collection those of
    ``record``, a line feed and ``text`` in UTF-8. ``record`` is that record's other fields as
    canonical JSON. ``published`` is an ISO date or the leading part of one.
    """

    sha256: str
    media_type: str
    encoding: str
    size: int
    text: str
    record: str | None = None
    title: str | None = None
    language: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None

    @property
    def key(self) -> str:
        """The seed's name everywhere: the first 16 hex digits of its SHA-256."""
        return self.sha256[:16]


class Span(NamedTuple):
    """A range of text with its kind, the rule that decided it and how sure that rule is.

    A tuple, because a page has dozens and a frozen dataclass takes three times as long to make.
    ``article`` is the index in ``Page.articles`` of the article that the span belongs to or was
    printed with; None on a page without an article.
    """

    start: int
    end: int
    kind: Kind
    rule: str
    confidence: float
    article: int | None = 0


@dataclass(frozen=True, slots=True)
class Affiliation:
    """What a bio says that a person is, as printed. ``start`` and ``end`` enclose the statement."""

    role: str | None
    organisation: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Credit:
    """A person or agency that a byline names as author. ``start`` and ``end`` enclose the name."""

    name: str
    native_name: str | None
    kind: AuthorKind
    start: int
    end: int
    affiliations: tuple[Affiliation, ...] = ()


@dataclass(frozen=True, slots=True)
class Byline:
    """A byline span read: its sort and whom it names. ``start`` and ``end`` are stripped."""

    start: int
    end: int
    kind: BylineKind
    confidence: float
    credits: tuple[Credit, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A printed pair of names, ``latin`` beside ``native``. ``start`` and ``end`` enclose both."""

    latin: str
    native: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """A split seed.

    ``spans`` tile the text. ``bylines`` hold one entry for each span of kind byline, in order.
    ``articles`` is the number of complete articles. ``language`` is a two-letter code, or None
    when unsure. ``published`` holds, per article, the ISO date its dateline prints, or None.
    """

    spans: tuple[Span, ...]
    articles: int
    bylines: tuple[Byline, ...]
    mentions: tuple[Mention, ...]
    language: str | None
    published: tuple[str | None, ...]
