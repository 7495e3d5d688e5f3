"""Figures: how far the splitter's lines and authors agree with labelled documents.

Lines are the physical lines that the truth numbers. A line's kind is that of the span which
holds its first printed character. Lines labelled ``other`` are left out of every figure: they
are neither a hit nor a miss, whatever the splitter calls them. A document on which the splitter
raises counts with every line missed and no author found.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from loader.evaluate.truth import Document, TruthKind
from loader.model import ARTICLE_KINDS, FRAGMENT_KINDS, KINDS, Page

FAMILIES: dict[str, frozenset[str]] = {
    "article": frozenset(ARTICLE_KINDS),
    "byline": frozenset({"byline"}),
    "fragment": frozenset(FRAGMENT_KINDS),
}
Splitter = Callable[[str], Page]


@dataclass(frozen=True, slots=True)
class Tally:
    """Hits, false alarms and misses of one class."""

    hits: int
    extra: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 when nothing was found."""
        return self.hits / (self.hits + self.extra) if self.hits + self.extra else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1 when nothing is there."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        whole = 2 * self.hits + self.extra + self.missed
        return 2 * self.hits / whole if whole else 1.0

    def as_dict(self) -> dict[str, float]:
        """Return the three rates and the count that the truth holds."""
        rates = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {key: round(rate, 4) for key, rate in rates.items()} | {
            "in_truth": self.hits + self.missed
        }


@dataclass(frozen=True, slots=True)
class WrongLine:
    """A line that the splitter and the truth call by different kinds."""

    number: int
    truth: TruthKind
    found: str
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One document after splitting. ``error`` is the exception's text when the splitter raised."""

    name: str
    language: str | None
    pairs: tuple[tuple[TruthKind, str], ...]
    wrong: tuple[WrongLine, ...]
    authors: tuple[Tally, Tally, Tally] | None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class AuthorScore:
    """Figures on authors over the documents whose truth names them (perhaps none)."""

    documents: int
    names: Tally
    roles: Tally
    organisations: Tally
    exact_sets: float
    wrong_name: float

    def as_dict(self) -> dict[str, Any]:
        """Return the figures under plain names."""
        return {
            "documents": self.documents,
            "names": self.names.as_dict(),
            "roles": self.roles.as_dict(),
            "organisations": self.organisations.as_dict(),
            "exact_sets": round(self.exact_sets, 4),
            "documents_with_a_wrong_name": round(self.wrong_name, 4),
        }


@dataclass(frozen=True, slots=True)
class Score:
    """All figures over a set of documents. ``lost`` is body lines lost per 1,000."""

    documents: int
    lines: int
    crashes: int
    accuracy: float
    exact: float
    lost: float
    kinds: dict[str, Tally]
    families: dict[str, Tally]
    authors: AuthorScore | None

    def as_dict(self) -> dict[str, Any]:
        """Return the figures as JSON can hold them."""
        return {
            "documents": self.documents,
            "lines": self.lines,
            "crashes": self.crashes,
            "line_accuracy": round(self.accuracy, 4),
            "documents_exact": round(self.exact, 4),
            "body_lines_lost_per_1000": round(self.lost, 2),
            "kinds": {kind: tally.as_dict() for kind, tally in self.kinds.items()},
            "families": {family: tally.as_dict() for family, tally in self.families.items()},
            "authors": self.authors.as_dict() if self.authors else None,
        }


def judge(document: Document, split: Splitter) -> Judged:
    """Split one document and set its lines and authors beside the truth."""
    try:
        page = split(document.text)
    except Exception as error:  # noqa: BLE001  a crash of any sort is a miss, not an end
        return _crashed(document, repr(error))
    found = line_kinds(document.text, page)
    pairs: list[tuple[TruthKind, str]] = []
    wrong: list[WrongLine] = []
    lines = document.text.split("\n")
    for number, kind in document.kinds.items():
        if kind == "other":
            continue
        guess = found.get(number, "none")
        pairs.append((kind, guess))
        if guess != kind:
            wrong.append(WrongLine(number, kind, guess, lines[number - 1].strip()))
    authors = None if document.authors is None else _judge_authors(document, page)
    return Judged(document.name, document.language, tuple(pairs), tuple(wrong), authors)


def _crashed(document: Document, error: str) -> Judged:
    pairs = tuple((kind, "none") for kind in document.kinds.values() if kind != "other")
    authors = None
    if document.authors is not None:
        authors = (Tally(0, 0, len(document.authors)), Tally(0, 0, 0), Tally(0, 0, 0))
    return Judged(document.name, document.language, pairs, (), authors, error)


def line_kinds(text: str, page: Page) -> dict[int, str]:
    """Return the kind of each physical line that holds more than white space, by number."""
    kinds: dict[int, str] = {}
    spans = iter(page.spans)
    span = next(spans, None)
    offset = 0
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.lstrip()
        first = offset + len(line) - len(stripped)
        if stripped:
            while span is not None and span.end <= first:
                span = next(spans, None)
            if span is not None:
                kinds[number] = span.kind
        offset += len(line) + 1
    return kinds


def _judge_authors(document: Document, page: Page) -> tuple[Tally, Tally, Tally]:
    """Compare the persons credited to the page's first article; agencies are not judged here."""
    places = [span for span in page.spans if span.kind == "byline"]
    credits_ = [
        credit
        for span, byline in zip(places, page.bylines, strict=True)
        if span.article in (0, None)
        for credit in byline.credits
        if credit.kind == "person"
    ]
    truth = document.authors or ()
    places_held = [place for credit in credits_ for place in credit.affiliations]
    return (
        _tally((c.name for c in credits_), (a.name for a in truth)),
        _tally((p.role for p in places_held), (r for a in truth for r in a.roles)),
        _tally((p.organisation for p in places_held), (o for a in truth for o in a.organisations)),
    )


def _tally(found: Iterable[str | None], truth: Iterable[str | None]) -> Tally:
    """Compare two sets of names after folding case and white space."""
    mine = {" ".join(name.split()).casefold() for name in found if name}
    theirs = {" ".join(name.split()).casefold() for name in truth if name}
    return Tally(len(mine & theirs), len(mine - theirs), len(theirs - mine))


def score(judged: Iterable[Judged]) -> Score:
    """Sum the figures of judged documents."""
    documents = list(judged)
    pairs = [pair for document in documents for pair in document.pairs]
    body = [guess for kind, guess in pairs if kind == "body"]
    lost = sum(guess not in ARTICLE_KINDS for guess in body)
    right = sum(kind == guess for kind, guess in pairs)
    exact = sum(not document.wrong and document.error is None for document in documents)
    return Score(
        documents=len(documents),
        lines=len(pairs),
        crashes=sum(document.error is not None for document in documents),
        accuracy=right / len(pairs) if pairs else 1.0,
        exact=exact / len(documents) if documents else 1.0,
        lost=1000 * lost / len(body) if body else 0.0,
        kinds={kind: _class_tally(pairs, frozenset({kind})) for kind in KINDS},
        families={name: _class_tally(pairs, members) for name, members in FAMILIES.items()},
        authors=_score_authors([d.authors for d in documents if d.authors is not None]),
    )


def _class_tally(pairs: list[tuple[TruthKind, str]], members: frozenset[str]) -> Tally:
    counts = Counter((kind in members, guess in members) for kind, guess in pairs)
    return Tally(counts[True, True], counts[False, True], counts[True, False])


def _score_authors(judged: list[tuple[Tally, Tally, Tally]]) -> AuthorScore | None:
    if not judged:
        return None
    names, roles, organisations = (_add(column) for column in zip(*judged, strict=True))
    exact = sum(not tally.extra and not tally.missed for tally, _, _ in judged)
    wrong = sum(bool(tally.extra) for tally, _, _ in judged)
    return AuthorScore(
        documents=len(judged),
        names=names,
        roles=roles,
        organisations=organisations,
        exact_sets=exact / len(judged),
        wrong_name=wrong / len(judged),
    )


def _add(tallies: Iterable[Tally]) -> Tally:
    column = list(tallies)
    return Tally(
        sum(tally.hits for tally in column),
        sum(tally.extra for tally in column),
        sum(tally.missed for tally in column),
    )
