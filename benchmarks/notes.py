"""Notes on writers: how well names, roles and organisations are read, by set and by language.

    python benchmarks/notes.py             # the table
    python benchmarks/notes.py --faults    # and every note that is not read as its truth says

The notes, ``tests/cases/notes.jsonl``, name people and houses that exist nowhere. Each is read as a
line that is known to be a byline, in a language that is known. With ``PYTHONPATH`` set to another
checkout, the code of that checkout is measured.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from measure import ROOT

from loader.model import Credit, Span
from loader.split.bylines import read_bylines

NOTES = ROOT / "tests" / "cases" / "notes.jsonl"
LANGUAGES = {
    "English": ("en",),
    "German": ("de",),
    "French": ("fr",),
    "Spanish": ("es",),
    "Italian, Portuguese, Dutch": ("it", "pt", "nl"),
    "Chinese, Japanese, Korean": ("zh", "ja", "ko"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a note states: the forms that are right; ``optional`` if it is no fault to leave it."""

    forms: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Author:
    """Whom a note names, in Latin letters or its own, and what it says they are and where."""

    name: Entry
    native: str | None
    roles: tuple[Entry, ...]
    organisations: tuple[Entry, ...]

    def is_credited_by(self, credit: Credit) -> bool:
        """Return whether a credit names this author, in both scripts where there are two."""
        return plain(credit.name) in self.name.forms and credit.native_name == self.native


@dataclass(frozen=True, slots=True)
class Note:
    """A line on its writers, or some, which of the sets it stands in, and the truth on it."""

    set: int
    language: str
    line: str
    authors: tuple[Author, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How many entries were found, which were missed, and what was found that is none."""

    right: int = 0
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.missed + other.missed, self.extra + other.extra)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find."""
        judged = 2 * self.right + len(self.missed) + len(self.extra)
        return 2 * self.right / judged if judged else 1.0


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of names, roles and organisations; those of a missed author are missed too."""

    names: Score = Score()
    roles: Score = Score()
    organisations: Score = Score()

    def __add__(self, other: "Scores") -> "Scores":
        return Scores(
            self.names + other.names,
            self.roles + other.roles,
            self.organisations + other.organisations,
        )

    @property
    def faults(self) -> Iterator[str]:
        """What was missed and what is wrong, a line each."""
        for what in ("names", "roles", "organisations"):
            score: Score = getattr(self, what)
            yield from (f"  missed of the {what}: {text}" for text in score.missed)
            yield from (f"  wrong among the {what}: {text}" for text in score.extra)


def plain(text: str) -> str:
    """Return a text as it is compared: case, "the", quotation marks and full stops aside."""
    folded = " ".join(text.split()).casefold().replace("’", "'")
    return folded.removeprefix("the ").strip("\"“”„«»'.")


def read_entry(text: str) -> Entry:
    """Return an entry of the truth: "?" before it means optional, "//" parts its printed forms."""
    forms = text.removeprefix("?").split("//")
    return Entry(tuple(map(plain, forms)), optional=text.startswith("?"))


def read_author(stated: dict[str, Any]) -> Author:
    """Return an author as a line of the file states it."""
    return Author(
        read_entry(stated["name"]),
        stated["native"],
        tuple(map(read_entry, stated["roles"])),
        tuple(map(read_entry, stated["organisations"])),
    )


def read_notes(path: Path = NOTES) -> list[Note]:
    """Return the notes of a file, in its order."""
    notes = []
    for line in path.read_text("utf-8").splitlines():
        stated = json.loads(line)
        authors = tuple(map(read_author, stated["authors"]))
        notes.append(Note(stated["set"], stated["language"], stated["line"], authors))
    return notes


def find_people(note: Note) -> list[Credit]:
    """Return the people that the splitter credits for a note; agencies are no writers.

    Each line of a note is a byline. Who is credited on several is one person.
    """
    spans, place = [], 0
    for line in note.line.splitlines(keepends=True):
        spans.append(Span(place, place + len(line.rstrip()), "byline", "known", 1.0))
        place += len(line)
    people: dict[tuple[str, str | None], Credit] = {}
    for byline in read_bylines(note.line, spans, note.language):
        for one in byline.credits:
            if one.kind == "person":
                key = (one.name, one.native_name)
                stated = people[key].affiliations if key in people else ()
                people[key] = replace(one, affiliations=(*stated, *one.affiliations))
    return list(people.values())


def compare(truth: Sequence[Entry], found: Iterable[str | None]) -> Score:
    """Compare a truth with what was found; an optional entry neither counts nor is missed.

    Every entry takes at most one of what was found, optional ones what the others leave.
    """
    left = list(dict.fromkeys(plain(text) for text in found if text))
    right, missed = 0, []
    for entry in sorted(truth, key=lambda one: one.optional):
        match = next((text for text in left if text in entry.forms), None)
        if match is not None:
            left.remove(match)
            right += not entry.optional
        elif not entry.optional:
            missed.append(entry.forms[0])
    return Score(right, tuple(missed), tuple(left))


def score_author(author: Author, credit: Credit | None) -> Scores:
    """Compare an author with the credit that names them, if there is one."""
    if credit is None and author.name.optional:
        return Scores()
    stated = credit.affiliations if credit else ()
    return Scores(
        names=compare([author.name], [credit.name] if credit else []),
        roles=compare(author.roles, [one.role for one in stated]),
        organisations=compare(author.organisations, [one.organisation for one in stated]),
    )


def score_note(note: Note) -> Scores:
    """Read a note and compare; a name that no author bears is extra, what it is said to be not."""
    left, scores = find_people(note), Scores()
    for author in note.authors:
        credit = next(filter(author.is_credited_by, left), None)
        if credit:
            left.remove(credit)
        scores += score_author(author, credit)
    return scores + Scores(names=Score(extra=tuple(credit.name for credit in left)))


def row(title: str, all_scores: Sequence[Scores]) -> str:
    """Return a line of the table."""
    total = sum(all_scores, Scores())
    figures = (total.names.f1, total.roles.f1, total.organisations.f1)
    shown = "".join(f"{figure:15.3f}" for figure in figures)
    return f"{title:28}{len(all_scores):5}{shown}{len(total.names.extra):13}"


def parts(scored: Sequence[tuple[Note, Scores]]) -> Iterator[tuple[str, list[Scores]]]:
    """Yield the sets, the languages and the whole, each with its title."""
    for number in sorted({note.set for note, _ in scored}):
        yield f"set {number}", [scores for note, scores in scored if note.set == number]
    for title, codes in LANGUAGES.items():
        yield title, [scores for note, scores in scored if note.language in codes]
    yield "all", [scores for _, scores in scored]


def main(arguments: Sequence[str]) -> None:
    """Print the table, and the faults where they are asked for."""
    scored = [(note, score_note(note)) for note in read_notes()]
    print(f"{'F1':28}notes{'names':>15}{'roles':>15}{'organisations':>15}{'wrong names':>13}")
    for title, all_scores in parts(scored):
        print(row(title, all_scores))
    if "--faults" in arguments:
        for note, scores in scored:
            if faults := list(scores.faults):
                print("", note.line, *faults, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
