"""Decisions of a person that every load applies: a readable file beside the archive.

``archive.db`` has its corrections in ``archive.corrections.yml``, an archive of another name in
``archive.sqlite.corrections.yml``, a list of entries such as::

    - seed: 968961eecf6fbb66
      start: 4210
      end: 4811
      text: Fog closed the northern
      kind: teaser
      made: '2026-11-22'
    - author: J. Moll
      known_as: Ida Moll
      made: '2026-11-22'

A line entry is anchored by the seed's key, its offsets (code points, half-open) and the words that
stand there; an author entry by the printed name, in one seed where it names one.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, get_args

from loader.errors import ArchiveError
from loader.model import Kind

_ENDING = ".corrections.yml"
_HEAD = "# Corrections to {}: every load applies them. Written by: seed-archive correct\n"


@dataclass(frozen=True, slots=True)
class LineCorrection:
    """The lines from ``start`` to ``end`` of a seed are of this kind; ``text`` is their opening."""

    seed: str
    start: int
    end: int
    text: str
    kind: Kind
    made: str

    def fits(self, text: str) -> bool:
        """Tell whether the words that were corrected still stand at their place."""
        return text.startswith(self.text, self.start) and self.end <= len(text)

    def touches(self, other: "Correction") -> bool:
        """Tell whether another correction is about some of the same words."""
        if not isinstance(other, LineCorrection) or other.seed != self.seed:
            return False
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class AuthorCorrection:
    """A printed name is no author (``known_as`` None), or is the author known by another name.

    ``seed`` limits it to one source: so two people of one name are told apart.
    """

    author: str
    known_as: str | None
    made: str
    seed: str | None = None

    def touches(self, other: "Correction") -> bool:
        """Tell whether another correction is about the same name in the same seeds."""
        if not isinstance(other, AuthorCorrection):
            return False
        return (self.author, self.seed) == (other.author, other.seed)


Correction = LineCorrection | AuthorCorrection


@dataclass(frozen=True, slots=True)
class Corrections:
    """All corrections of an archive, in the order in which they were made; later ones win."""

    lines: tuple[LineCorrection, ...] = ()
    authors: tuple[AuthorCorrection, ...] = ()

    def entries(self) -> list[tuple[str | None, str | None, str]]:
        """Return each correction as its seed, its author and itself in JSON, to be compared."""
        return [
            (one.seed, getattr(one, "author", None), json.dumps(asdict(one), ensure_ascii=False))
            for one in self._all()
        ]

    def hold(self, new: Correction) -> bool:
        """Tell whether this was said already, and nothing else of the same words since."""
        said = [one for one in self._all() if new.touches(one)]
        return bool(said) and replace(said[-1], made=new.made) == new

    def _all(self) -> list[Correction]:
        return [*self.lines, *self.authors]

    def kinds(self, seed: str, text: str) -> tuple[tuple[int, int, Kind], ...]:
        """Return the ranges of a seed that a person decided, with their kinds."""
        return tuple(
            (line.start, line.end, line.kind)
            for line in self.lines
            if line.seed == seed and line.fits(text)
        )

    def author(self, name: str, seed: str) -> AuthorCorrection | None:
        """Return what a person decided last about a printed name; for this seed comes first."""
        fitting = [one for one in self.authors if one.author == name and one.seed in {None, seed}]
        return max(reversed(fitting), key=lambda one: one.seed is not None, default=None)


NO_CORRECTIONS = Corrections()


def path_beside(db: Path) -> Path:
    """Return where an archive's corrections lie; no two archives of a folder share a file.

    Raises ArchiveError where a file that is there could be meant for either of two archives.
    """
    own = db.with_name(db.name.removesuffix(".db") + _ENDING)
    short, twin = db.with_name(db.stem + _ENDING), db.with_name(f"{db.name}.db")
    if db.suffix != ".db" and twin.exists():
        what = f"{own} is for {twin.name}, which lies beside it; rename one of the two archives"
        raise ArchiveError(f"{db}: {what}")
    if short.exists() and not own.exists() and not db.with_suffix(".db").exists():
        what = f"the corrections of {db.name} are kept in {own.name}"
        raise ArchiveError(f"{short}: {what}; give the file this name, or move it away")
    return own


def read_corrections(path: Path) -> Corrections:
    """Read a file of corrections; none where there is no file.

    Raises ArchiveError where the file or an entry cannot be understood.
    """
    if not path.exists():
        return Corrections()
    import yaml  # noqa: PLC0415 (a tenth of a start, and most archives have no corrections)

    try:
        entries = yaml.safe_load(path.read_text("utf-8")) or []
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ArchiveError(f"{path}: {error}; correct the file, or move it away") from error
    if not isinstance(entries, list):
        raise ArchiveError(f"{path}: not a list of corrections; correct the file, or move it away")
    read = [_entry(path, number, entry) for number, entry in enumerate(entries, 1)]
    return Corrections(
        tuple(one for one in read if isinstance(one, LineCorrection)),
        tuple(one for one in read if isinstance(one, AuthorCorrection)),
    )


def add_corrections(path: Path, new: Iterable[Correction]) -> None:
    """Append corrections to a file, which is made if it is not there.

    Raises ArchiveError where the file cannot be understood or written.
    """
    import yaml  # noqa: PLC0415 (see ``read_corrections``)

    read_corrections(path)
    head = _HEAD.format(path.name.removesuffix(_ENDING))
    old = path.read_text("utf-8") if path.exists() else head
    entries = [
        {name: value for name, value in asdict(one).items() if (name, value) != ("seed", None)}
        for one in new
    ]
    text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=100)
    building = path.with_name(path.name + ".building")
    try:
        building.write_text(old.rstrip("\n") + "\n" + text, "utf-8")
        building.replace(path)
    except OSError as error:
        raise ArchiveError(f"{path}: {error.strerror}; make its folder writable") from error


def _entry(path: Path, number: int, entry: Any) -> Correction:
    shape = AuthorCorrection if isinstance(entry, dict) and "author" in entry else LineCorrection
    try:
        read = shape(**entry)
    except TypeError as error:
        raise ArchiveError(f"{path}: entry {number}: {error}; correct the entry") from error
    if isinstance(read, LineCorrection) and read.kind not in get_args(Kind):
        kinds = ", ".join(get_args(Kind))
        raise ArchiveError(f"{path}: entry {number}: no kind {read.kind!r}; one of {kinds}")
    for name, value in asdict(read).items():
        number_wanted = name in {"start", "end"}
        if not isinstance(value, int if number_wanted else str | None):
            wanted = "a number" if number_wanted else "text"
            raise ArchiveError(f"{path}: entry {number}: {name} is not {wanted}; correct the entry")
    return read
