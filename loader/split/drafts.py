"""A byline in the making: who has been credited so far, and with what."""

import re
from dataclasses import dataclass, field

from loader.model import Affiliation, BylineKind
from loader.split.affiliations import find_affiliations
from loader.split.cast import Cast, Person
from loader.split.people import Name

_OVER = re.compile(
    r"\s*(?:was|were|previously|formerly|had|served|war|fue|fut|foi|era|a été|ha sido|è stat[oa])"
    r"\s",
    re.IGNORECASE,
)
NOW = re.compile(
    r"\s(?:and|und|et|y|e|en)\s+(?=(?:(?:he|she|they|er|sie|il|elle)\s+)?(?:is|are|ist|est|es|è|é|"
    r"now|currently|heute|derzeit|aujourd[’']hui|actuellement|actualmente|atualmente|attualmente|"
    r"teaches|lectures|works|writes|leads|heads|directs|runs|edits|chairs|serves|advises|"
    r"lehrt|leitet|arbeitet|schreibt|forscht|enseigne|dirige|travaille|écrit|enseña|trabaja|escribe|"
    r"insegna|lavora|scrive|leciona|trabalha|escreve)\s)"
)
"""What leads from what people were to what they are: "was a pilot and is an editor at …"."""


@dataclass(slots=True)
class Found:
    """A credit being read: of ``person``, or of the agency printed there if that is None."""

    start: int
    end: int
    person: Person | None
    affiliations: list[Affiliation] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """A byline being read; ``start`` and ``end`` are its span without white space around it."""

    start: int
    end: int
    kind: BylineKind | None = None
    confidence: float = 0.5
    credits: list[Found] = field(default_factory=list)

    def settle(self, kind: BylineKind, confidence: float) -> None:
        """Record what a rule found; a bio outweighs a by-line, and the surest rule counts."""
        if self.kind is None or kind == "bio" or (kind == "by-line" and self.kind == "contact"):
            self.kind = kind
        self.confidence = max(self.confidence, confidence)

    def credit_agencies(self, bounds: list[tuple[int, int]], confidence: float) -> bool:
        """Credit the agencies printed at the bounds; False if there are none."""
        if bounds:
            self.credits.extend(Found(start, end, None) for start, end in bounds)
            self.settle("agency", confidence)
        return bool(bounds)


@dataclass(slots=True)
class Scene:
    """What the sentences of one byline are read with.

    ``subject`` are the people whom the last sentence was about, also across two bylines;
    ``named`` are the credits of all people of the article so far;
    ``unnamed`` is what the byline says of an author whom none has named so far;
    ``behind`` is the end of the last marker that a bio follows; ``naming_only`` says that nobody
    asks what the people are.
    """

    text: str
    language: str
    cast: Cast
    draft: Draft
    subject: list[Found]
    named: list[Found]
    unnamed: list[Affiliation] = field(default_factory=list)
    behind: int = 0
    naming_only: bool = False

    def add(self, names: list[Name]) -> list[Found]:
        """Credit people; return their credits, one for each name, old ones where known."""
        self.subject = [
            self.credit(self.cast.add(self.text[name.start : name.end], name.native), name)
            for name in names
        ]
        return self.subject

    def credit(self, person: Person, name: Name) -> Found:
        """Return the person's credit in this byline, a new one if there is none yet."""
        for known in self.draft.credits:
            if known.person is person:
                return known
        found = Found(name.start, name.end, person)
        self.draft.credits.append(found)
        self.named.append(found)
        return found

    def find_only(self) -> list[Found]:
        """Return the first credit of the article's one person; none if there are several."""
        return self.named[:1] if len(self.cast.people) == 1 else []

    def state(self, found: list[Found], start: int, end: int) -> None:
        """Give people the affiliations that ``text[start:end]`` states, unless it is about past."""
        if self.naming_only:
            return
        if _OVER.match(self.text, start, end):
            now = NOW.search(self.text, start, end)
            if now is None:
                return
            start = now.end()
        affiliations = find_affiliations(self.text, start, end, self.language)
        for one in found:
            one.affiliations.extend(affiliations)
