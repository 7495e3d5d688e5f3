"""The help texts in the documents are those that the commands print."""

import subprocess
import sys

from loader.cli import cli
from tests.conftest import ROOT


def test_generated_documents_are_fresh() -> None:
    command = [sys.executable, "docs/generate.py", "--check"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, env={"PYTHONPATH": "."}
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_command_is_documented() -> None:
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert [name for name in cli.commands if f"## {name}\n" not in text] == []


def test_every_command_has_an_example() -> None:
    assert [
        name for name, command in cli.commands.items() if "Examples:" not in (command.help or "")
    ] == []
