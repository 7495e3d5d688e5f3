"""How much larger the archive is than its text."""

from collections.abc import Iterator

from measure import Bench, Figure


def figures(bench: Bench) -> Iterator[Figure]:
    """Compare the archive's file with the bytes of the files it was made from."""
    db = bench.scratch / "size.db"
    folder = bench.folder(bench.docs)
    db.unlink(missing_ok=True)
    bench.load([folder], db)
    text = sum(file.stat().st_size for file in folder.glob("*/*"))
    yield Figure("archive : its text, bytes", "≤ 1.9", [db.stat().st_size / text])
