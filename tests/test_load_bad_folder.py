"""One bad file never stops a load: each is listed with its reason, the rest loads."""

import os
from pathlib import Path

from click.testing import CliRunner

from loader.cli import cli
from tests.corpora import page, rows, write

GOOD = {
    "plain.txt": page(1).encode(),
    "latin-1.txt": "Die Brücke über den Kanal ist gesperrt, weil sie brüchig ist.\n".encode(
        "cp1252"
    ),
    "utf-16.txt": "The ferry (渡輪) came back at noon, and nobody minded.\n".encode("utf-16"),
    "markup.txt": b"<script>alert(1)</script>\nThe <b>lamp</b> stayed lit &amp; warm.\n",
    "one-line.txt": b"x" * 5_000_000,
}
BAD = {
    "binary.bin": bytes(range(256)) * 20,
    "empty.txt": b"",
    "nul.txt": b"A word, and then \0 nothing.",
    "picture.pdf": b"%PDF-1.7 and so on",
    "too-large.txt": b"y" * 6_000_000,
}


def test_bad_files_are_listed_and_the_rest_loads(tmp_path: Path) -> None:
    folder, db = write(tmp_path / "texts", GOOD | BAD), tmp_path / "a.db"
    (folder / "loop").symlink_to(folder)
    (folder / "nowhere.txt").symlink_to(folder / "not-there.txt")
    os.mkfifo(folder / "pipe.txt")
    bad = [*BAD, "loop", "nowhere.txt", "pipe.txt"]
    if os.geteuid():  # root may read everything
        (folder / "secret.txt").write_bytes(GOOD["plain.txt"])
        (folder / "secret.txt").chmod(0)
        bad.append("secret.txt")
    command = ["load", str(folder), "--db", str(db), "--max-bytes", "5500000"]
    done = CliRunner().invoke(cli, command)
    assert done.exit_code == 3
    listed = [line.split(": ")[0] for line in done.stderr.splitlines()]
    assert listed == sorted(f"{folder}/{name}" for name in bad)
    assert [path for (path,) in rows(db, "select path from rejects order by path")] == listed
    assert [
        reason for (reason,) in rows(db, "select reason from rejects") if "; " not in reason
    ] == []
    loaded = [path for (path,) in rows(db, "select path from files order by path")]
    assert loaded == sorted(f"{folder}/{name}" for name in GOOD)
    assert CliRunner().invoke(cli, ["verify", "--db", str(db)]).exit_code == 0
    again = CliRunner().invoke(cli, command)
    assert (again.exit_code, again.stderr) == (3, done.stderr)
    assert rows(db, "select count(*) from loads") == [(1,)]
