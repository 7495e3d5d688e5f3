"""Proving an archive whole, beside hashing the files and reading the archive once."""

from collections.abc import Iterator
from pathlib import Path

from measure import ARCHIVER, Bench, Figure, Run, ratios, run


def figures(bench: Bench) -> Iterator[Figure]:
    """Verify, and run sha256sum and cat, in turns."""
    folder, db = bench.folder(bench.docs), bench.scratch / "verify.db"
    db.unlink(missing_ok=True)
    bench.load([folder], db)
    runs = bench.interleaved(
        {
            f"verify {bench.docs:,} documents": lambda: run([*ARCHIVER, "verify", "--db", str(db)]),
            "sha256sum of the files + cat of the archive": lambda: _bare(folder, db),
        }
    )
    ours, bare = runs.values()
    yield Figure("verify : sha256sum + one read of the archive", "≤ 6", ratios(ours, bare))
    shares = [one.cpu / one.work for one in ours]
    yield Figure("verify, share of the busier of its two processes", "", shares, unit="of 1")


def _bare(folder: Path, db: Path) -> Run:
    hashing = run(["sh", "-c", 'find "$0" -type f -print0 | xargs -0 sha256sum', str(folder)])
    reading = run(["cat", str(db)])
    return Run(hashing.wall + reading.wall, hashing.cpu + reading.cpu, hashing.work + reading.work)
