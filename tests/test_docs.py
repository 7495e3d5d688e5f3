"""The help texts in the documents are those that the commands print."""

import re
import subprocess
import sys

from loader.cli import cli
from loader.store.archive import schema
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


def test_every_table_is_documented() -> None:
    text = (ROOT / "docs" / "tables.md").read_text("utf-8")
    tables = re.findall(r"^CREATE TABLE (\w+)", schema("schema"), re.MULTILINE)
    assert re.findall(r"^### (\w+)$", text, re.MULTILINE) == tables


def test_every_command_has_an_example() -> None:
    assert [
        name for name, command in cli.commands.items() if "Examples:" not in (command.help or "")
    ] == []
