"""What a person says of a page becomes corrections, written down and applied."""

from datetime import UTC, datetime
from pathlib import Path

from loader.corrections import (
    AuthorCorrection,
    Correction,
    LineCorrection,
    add_corrections,
    path_beside,
    read_corrections,
)
from loader.errors import ArchiveError
from loader.load import LoadOptions, load
from loader.model import Kind
from loader.split.lines import find_lines
from loader.store import archive
from loader.store.corrected import find_seed, is_author


def correct_lines(db: Path, name: str, first: int, last: int, kind: Kind) -> int:
    """Say that the lines ``first`` to ``last`` of a seed are of a kind; return seeds split again.

    ``name`` is the seed's key or path; lines are numbered as ``explain`` does. Raises ArchiveError
    where there is no such seed or line.
    """
    key, text = _seed(db, name)
    cells = [cell for cell in find_lines(text) if first <= cell.number <= last]
    if not cells:
        raise ArchiveError(f"{name}: nothing on lines {first}-{last}; see: seed-archive explain")
    start, end = cells[0].start, cells[-1].end
    opening = text[start : start + 40]
    return _apply(db, LineCorrection(key, start, end, opening, kind, _today()))


def correct_author(db: Path, author: str, known_as: str | None, seed: str | None) -> int:
    """Say whom a printed name means, None for nobody; return the number of seeds split again.

    ``seed``, a key or path, limits it to one source. Raises ArchiveError where there is no such
    seed, or where no byline names this author and no correction did before.
    """
    key = None if seed is None else _seed(db, seed)[0]
    new = AuthorCorrection(author, known_as, _today(), key)
    known = any(one.author == author for one in read_corrections(path_beside(db)).authors)
    with archive.reading(db) as connection:
        if not known and not is_author(connection, author, key):
            where = "of this archive" if key is None else f"of {seed}"
            raise ArchiveError(
                f"{author}: no byline {where} names this author; give the name as the byline "
                "prints it, see: the table spellings"
            )
    return _apply(db, new)


def _apply(db: Path, new: Correction) -> int:
    """Write a correction down, unless it was said before, and bring the archive up to date."""
    path = path_beside(db)
    if not read_corrections(path).hold(new):
        add_corrections(path, [new])
    return load((), db, LoadOptions()).corrected


def _seed(db: Path, name: str) -> tuple[str, str]:
    with archive.reading(db) as connection:
        found = find_seed(connection, name)
    if found is None:
        raise ArchiveError(f"{name}: no seed of {db} has this key or path; see: the table files")
    return found


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
