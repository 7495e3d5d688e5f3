"""The evaluation of a whole truth folder, as figures and as a page of text."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from loader.evaluate.score import Judged, Score, Splitter, judge, score
from loader.evaluate.truth import Document, read_truth
from loader.split import split as split_text

_SHOWN = 60  # characters of a wrong line that a report prints


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures over all documents, by language, and the documents themselves."""

    score: Score
    languages: dict[str, Score]
    documents: tuple[Judged, ...]

    def worst(self, count: int) -> list[Judged]:
        """Return the documents with an error or most wrong lines, worst first."""
        bad = [d for d in self.documents if d.wrong or d.error]
        return sorted(bad, key=lambda d: (d.error is None, -len(d.wrong), d.name))[:count]

    def as_dict(self, *, worst: int = 20) -> dict[str, Any]:
        """Return everything ``render`` prints, as JSON can hold it."""
        return {
            "all": self.score.as_dict(),
            "languages": {name: part.as_dict() for name, part in self.languages.items()},
            "worst": [
                {
                    "name": document.name,
                    "error": document.error,
                    "wrong": [
                        {"line": line.number, "truth": line.truth, "found": line.found}
                        for line in document.wrong
                    ],
                }
                for document in self.worst(worst)
            ],
        }

    def render(self, *, worst: int = 5, lines: int = 8) -> str:
        """Return the figures and the worst documents, their wrong lines side by side."""
        parts = [*_figures(self.score), ""]
        if len(self.languages) > 1:
            parts += [
                "by language      docs  lines  accuracy  fragment F1  byline F1  body lost/1000"
            ]
            parts += [_language_row(name, part) for name, part in self.languages.items()]
            parts += [""]
        for document in self.worst(worst):
            parts += _worst_rows(document, lines)
        return "\n".join(parts).rstrip() + "\n"


def evaluate(folders: Iterable[Path], split: Splitter = split_text) -> Evaluation:
    """Split every labelled document in the folders and return the figures.

    Raises:
        ReadError: a folder holds no truth, or a truth line does not fit its file.

    """
    return evaluate_documents(read_truth(folders), split)


def evaluate_documents(documents: Iterable[Document], split: Splitter = split_text) -> Evaluation:
    """Split labelled documents and return the figures."""
    judged = tuple(judge(document, split) for document in documents)
    groups: dict[str, list[Judged]] = defaultdict(list)
    for document in judged:
        groups[document.language or "unknown"].append(document)
    languages = {name: score(groups[name]) for name in sorted(groups)}
    return Evaluation(score(judged), languages, judged)


def _figures(whole: Score) -> list[str]:
    rows = [
        f"documents        {whole.documents:6}   exactly right {whole.exact:8.4f}",
        f"lines            {whole.lines:6}   accuracy      {whole.accuracy:8.4f}",
        f"crashes          {whole.crashes:6}   body lines lost per 1,000 {whole.lost:.2f}",
        "",
        "                 precision  recall      F1   lines",
    ]
    for name, tally in (whole.families | whole.kinds).items():
        if tally.hits + tally.extra + tally.missed:
            label = name if name in whole.families else f"  {name}"
            rows.append(
                f"{label:16}     {tally.precision:.3f}   {tally.recall:.3f}   {tally.f1:.3f}"
                f"  {tally.hits + tally.missed:6}"
            )
    return rows + _author_rows(whole)


def _author_rows(whole: Score) -> list[str]:
    if whole.authors is None:
        return []
    authors = whole.authors
    rows = ["", f"authors ({authors.documents} documents)"]
    for name in ("names", "roles", "organisations"):
        tally = getattr(authors, name)
        rows.append(
            f"{name:16}     {tally.precision:.3f}   {tally.recall:.3f}   {tally.f1:.3f}"
            f"  {tally.hits + tally.missed:6}"
        )
    rows.append(
        f"exact author set {authors.exact_sets:9.3f}   documents with a wrong name"
        f" {authors.wrong_name:.3f}"
    )
    return rows


def _language_row(name: str, part: Score) -> str:
    fragment, byline = part.families["fragment"], part.families["byline"]
    return (
        f"{name:16} {part.documents:4} {part.lines:6}  {part.accuracy:8.4f}"
        f"  {fragment.f1:11.3f}  {byline.f1:9.3f}  {part.lost:14.2f}"
    )


def _worst_rows(document: Judged, lines: int) -> list[str]:
    if document.error is not None:
        return [f"{document.name}: {document.error}"]
    count = len(document.wrong)
    rows = [f"{document.name}: {count} wrong line{'s' * (count != 1)}", "  line  truth       found"]
    for line in document.wrong[:lines]:
        shown = line.text if len(line.text) <= _SHOWN else line.text[: _SHOWN - 1] + "…"
        rows.append(f"{line.number:6}  {line.truth:10}  {line.found:10}  {shown}")
    if len(document.wrong) > lines:
        rows.append(f"        … and {len(document.wrong) - lines} more")
    return rows
