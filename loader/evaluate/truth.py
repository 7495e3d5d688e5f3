"""Labelled documents: what a truth folder says about each line and each author."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from loader.errors import ReadError
from loader.model import KINDS, Kind
from loader.read import read_file

TruthKind = Kind | Literal["other"]
Labelled = tuple[TruthKind, str]  # a line and what it is


@dataclass(frozen=True, slots=True)
class TruthAuthor:
    """An author as printed; ``roles`` and ``organisations`` belong to the name."""

    name: str
    native: str | None
    roles: tuple[str, ...]
    organisations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    r"""One labelled document.

    ``kinds`` maps the number of a physical line (counted from 1 as ``text.split("\n")`` does) to
    its kind; blank lines are absent. ``other`` marks a second article or what fits no kind.
    ``authors`` is None where the truth does not speak of authors.
    """

    name: str
    text: str
    language: str | None
    kinds: dict[int, TruthKind]
    authors: tuple[TruthAuthor, ...] | None

    @property
    def publisher(self) -> str:
        """The site that the file name tells, else the file name: documents to hold out together."""
        stem = self.name.rsplit("/", 1)[-1].removesuffix(".txt")
        number, _, rest = stem.partition("_")
        return rest.split("_")[0] if number.isdigit() and rest else stem


def read_truth(folders: Iterable[Path]) -> list[Document]:
    """Return the documents of every ``truth.jsonl`` in or under the folders, in path order.

    Raises:
        ReadError: a folder holds no truth, or a truth line does not fit its file.

    """
    documents: list[Document] = []
    for folder in folders:
        indexes = sorted(folder.rglob("truth.jsonl"))
        if not indexes:
            raise ReadError(
                str(folder), "no truth.jsonl in it", "name a folder of labelled documents"
            )
        for index in indexes:
            documents.extend(_read_index(index))
    return documents


def _read_index(index: Path) -> Iterator[Document]:
    for number, line in enumerate(index.read_text("utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield _read_document(index.parent, json.loads(line))
            except (KeyError, TypeError, ValueError, ReadError) as error:
                raise ReadError(
                    f"{index}: line {number}", str(error), "correct the truth"
                ) from error


def _read_document(folder: Path, record: dict[str, Any]) -> Document:
    text = read_file(str(folder / record["file"])).text
    authors = record.get("authors")
    return Document(
        name=f"{folder.name}/{record['file']}",
        text=text,
        language=record.get("language"),
        kinds=_line_kinds(text, record["runs"]),
        authors=None if authors is None else tuple(_read_author(author) for author in authors),
    )


def _read_author(author: dict[str, Any]) -> TruthAuthor:
    return TruthAuthor(
        name=author["name"],
        native=author.get("native"),
        roles=tuple(author.get("roles") or ()),
        organisations=tuple(author.get("organisations") or ()),
    )


def _line_kinds(text: str, runs: list[list[Any]]) -> dict[int, TruthKind]:
    lines = text.split("\n")
    last_line = len(lines)
    kinds: dict[int, TruthKind] = {}
    for kind, first, last in runs:
        if kind not in KINDS and kind != "other":
            raise ValueError(f"no such kind: {kind}")
        if not 1 <= first <= last <= last_line:
            raise ValueError(f"no such lines: {first} to {last}")
        for number in range(first, last + 1):
            if lines[number - 1].strip():
                kinds[number] = cast("TruthKind", kind)
    return kinds
