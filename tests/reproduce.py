"""Build archive.db again from seeds/ and compare it with the one that stands.

The content's digest must be equal everywhere, the bytes wherever SQLite has the same version.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
EPOCH = "1767225600"  # 2026-01-01T00:00:00Z, as the Makefile has it


def verified(db: Path) -> str:
    """Return the digest of an archive that passes verification."""
    command = [sys.executable, "-m", "loader", "verify", "--db", str(db)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[0]


def sqlite_version(db: Path) -> int:
    """Return the version of the SQLite that wrote a database last: its header's last field."""
    return int.from_bytes(db.read_bytes()[96:100], "big")


def main() -> int:
    """Rebuild and compare; 0 when equal."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "seeds", folder / "seeds")
        environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "loader", "load", "seeds"]
        subprocess.run(command, check=True, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
        old, new = ROOT / "archive.db", folder / "archive.db"
        if verified(old) != verified(new):
            sys.stderr.write("archive.db: not what seeds/ gives; build it with: make archive\n")
            return 1
        version = tuple(map(int, sqlite3.sqlite_version.split(".")))
        here = version[0] * 1_000_000 + version[1] * 1_000 + version[2]
        if sqlite_version(old) == here and old.read_bytes() != new.read_bytes():
            sys.stderr.write("archive.db: same content, other bytes; build it with: make archive\n")
            return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
