"""Loading a folder again: nothing changed, then ten files; beside a bare look at every file."""

from collections.abc import Iterator
from pathlib import Path

import corpus
import limit
from measure import Bench, Figure, Run, ratios

CHANGED = 10


def figures(bench: Bench) -> Iterator[Figure]:
    """Reload five times the documents: a load that reads nothing is over soon."""
    docs = 5 * bench.docs
    folder, db = bench.folder(docs), bench.scratch / "reload.db"
    db.unlink(missing_ok=True)
    bench.load([folder], db)
    single = bench.scratch / "single.txt"
    single.write_text(corpus.document(0), encoding="utf-8")
    small = bench.scratch / "single.db"
    small.unlink(missing_ok=True)
    bench.load([single], small)
    edits = iter(range(1, 1 + bench.rounds))

    def changed() -> Run:
        _edit(folder, docs, next(edits))
        return bench.load([folder], db)

    runs = bench.interleaved(
        {
            "start-up: reload of one file": lambda: bench.load([single], small),
            f"scandir and stat of {docs:,} files": lambda: limit.measured(limit.scan, folder),
            "reload, nothing changed": lambda: bench.load([folder], db),
            f"reload, {CHANGED} files changed": changed,
        }
    )
    _edit(folder, docs, 0)
    start, look, same, edited = runs.values()
    apart = [
        Run(one.wall - first.wall, one.work - first.work)
        for one, first in zip(same, start, strict=True)
    ]
    name = f"reload of {docs:,} unchanged files, start-up apart : scandir + stat"
    yield Figure(name, "≤ 1.8", ratios(apart, look))
    # Other programs lengthen the wall time of half a second; they hardly touch the CPU's.
    yield Figure(f"{name}, CPU", "≤ 1.8", ratios(apart, look, "cpu"))
    yield Figure(f"reload with {CHANGED} files changed : unchanged", "≤ 1.5", ratios(edited, same))
    yield Figure(
        f"reload with {CHANGED} files changed : unchanged, CPU",
        "≤ 1.5",
        ratios(edited, same, "work"),
    )
    yield Figure("reload, memory", "", [one.memory / 1e6 for one in same], unit="MB")


def _edit(folder: Path, docs: int, times: int) -> None:
    """Put ten files, spread over the folder, into the state after so many edits."""
    for number in range(0, docs, max(1, docs // CHANGED)):
        text = corpus.document(number) + "A line was added.\n" * times
        (folder / corpus.name(number)).write_text(text, encoding="utf-8", newline="\n")
