"""Taking rows out: memory must not grow with their number."""

from collections.abc import Iterator
from pathlib import Path

from measure import ARCHIVER, Bench, Figure, Run, ratios, run


def figures(bench: Bench) -> Iterator[Figure]:
    """Export all articles of an archive, and of one five times as large, as CSV."""
    few, many = bench.archive(bench.docs), bench.archive(5 * bench.docs)
    runs = bench.interleaved(
        {
            f"export {bench.docs:,} articles": lambda: _export(few),
            f"export {5 * bench.docs:,} articles": lambda: _export(many),
        }
    )
    small, large = runs.values()
    name = f"export of {5 * bench.docs:,} rows"
    yield Figure(f"{name}, memory : {bench.docs:,} rows", "≤ 1.1", ratios(large, small, "memory"))
    rates = [5 * bench.docs / one.wall for one in large]
    yield Figure(f"{name}, rows a second", "", rates, unit="/s")


def _export(db: Path) -> Run:
    return run([*ARCHIVER, "export", "--db", str(db), "--format", "csv"])
