"""Memory of a load, over all its processes, as the documents grow twentyfold."""

from collections.abc import Iterator

from measure import Bench, Figure, Run, ratios


def figures(bench: Bench) -> Iterator[Figure]:
    """Load half the documents, then twenty times as many."""
    few, many = bench.docs // 2, bench.docs * 10
    folders = bench.folder(few), bench.folder(many)
    peaks: list[Run] = []
    for folder in folders:
        db = bench.scratch / "memory.db"
        db.unlink(missing_ok=True)
        peaks.append(bench.load([folder], db))
    small, large = peaks
    name = f"load, peak memory of {many:,} documents"
    yield Figure(f"{name} : {few:,}", "≤ 1.15", ratios([large], [small], "memory"))
    yield Figure(name, "≤ 400 MB", [large.memory / 1e6], unit="MB", note="all processes")
