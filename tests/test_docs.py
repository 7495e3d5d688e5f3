"""The help texts in the documents are those that the commands print."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

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


def test_every_table_and_view_is_documented() -> None:
    text = (ROOT / "docs" / "tables.md").read_text("utf-8")
    sql = schema("schema") + schema("views")
    tables = re.findall(r"^CREATE (?:TABLE|VIEW) (\w+)", sql, re.MULTILINE)
    assert re.findall(r"^### (\w+)$", text, re.MULTILINE) == tables


def test_every_command_has_an_example() -> None:
    assert [
        name for name, command in cli.commands.items() if "Examples:" not in (command.help or "")
    ] == []


def shown_commands() -> list[str]:
    """Return the commands that README and the help texts show, as typed after ``seed-archive``."""
    shown = re.findall(
        r"^\$ seed-archive (.+)$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    for command in cli.commands.values():
        shown += re.findall(r"^  seed-archive (.+)$", command.help or "", re.MULTILINE)
    mended = [command.partition("  #")[0].partition(" >")[0].strip() for command in shown]
    elsewhere = ("--help", "serve", "load", "correct")
    return [command for command in dict.fromkeys(mended) if not command.startswith(elsewhere)] + [
        command for command in dict.fromkeys(mended) if command.startswith("correct")
    ]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the documents take for granted: the sample loaded, and what examples name."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copy(ROOT / "seeds" / "02-the-pilots-chair.txt", folder / "page.txt")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for words in (["load"], ["load", "seeds", "--db", "mine.db"]):
            assert CliRunner().invoke(cli, words).exit_code == 0
        correct = ["correct", "seeds/06-deichgeld.txt", "--lines", "1", "--as", "title"]
        assert CliRunner().invoke(cli, correct).exit_code == 0
    return folder


@pytest.mark.parametrize("command", shown_commands())
def test_what_the_documents_show_works_on_the_sample(
    command: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    done = CliRunner().invoke(cli, shlex.split(command))
    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) > 1 if command.startswith("export") else lines not in ([], ["[]"])
    assert "said before" not in done.stdout


def test_every_query_of_the_readme_finds_something(desk: Path) -> None:
    table = (ROOT / "README.md").read_text("utf-8").partition("| you type ")[2].partition("\n\n")[0]
    queries = re.findall(r"^\| `(.+?)` \|", table, re.MULTILINE)
    assert len(queries) == 7
    found = {
        query: CliRunner()
        .invoke(cli, ["search", "--db", str(desk / "mine.db"), "--", query])
        .stdout
        for query in queries
    }
    assert [query for query, hits in found.items() if not hits] == []
