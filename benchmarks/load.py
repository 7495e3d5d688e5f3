"""Loading a folder into a new archive, beside the bare write of the same rows."""

from collections.abc import Iterator

import limit
from measure import Bench, Figure, Run, ratios


def figures(bench: Bench) -> Iterator[Figure]:
    """Load the folder and write its rows again, in turns."""
    folder, db = bench.folder(bench.docs), bench.scratch / "load.db"

    def load() -> Run:
        db.unlink(missing_ok=True)
        return bench.load([folder], db)

    runs = bench.interleaved(
        {
            f"load {bench.docs:,} files": load,
            "bare write of the same rows": lambda: limit.measured(
                limit.write, db, db.with_name("copy.db")
            ),
        }
    )
    ours, bare = runs.values()
    yield Figure(
        "load, CPU of the busiest process : bare write", "≤ 1.15", ratios(ours, bare, "cpu")
    )
    yield Figure("load, wall : bare write", "≤ 1.35", ratios(ours, bare))
    yield Figure("load, CPU of all processes : bare write", "", ratios(ours, bare, "work"))
    per_second = [bench.docs / one.wall for one in ours]
    yield Figure("load, documents a second", "", per_second, unit="/s")
