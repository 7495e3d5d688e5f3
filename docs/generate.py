"""Write the help texts and table descriptions into README.md and docs/, between their markers.

``python docs/generate.py`` writes; with ``--check`` it only tells whether anything would change.
A block begins with ``<!-- help: load -->`` (or ``<!-- tables -->``) and ends with ``<!-- end -->``.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from loader.cli import cli
from loader.site.metadata import described_tables

ROOT = Path(__file__).parent.parent
FILES = ("README.md", "docs/cli.md", "docs/tables.md")
_BLOCK = re.compile(r"(<!-- (help|tables)(?:: ([\w-]*) ?)? ?-->\n).*?(<!-- end -->)", re.DOTALL)


def help_text(name: str) -> str:
    """Return what ``seed-archive NAME --help`` prints, 80 columns wide; of all for no name."""
    command = cli.commands[name] if name else cli
    words = f"seed-archive {name}".strip()
    context = click.Context(
        command,
        info_name=words,
        terminal_width=80,
        max_content_width=80,
        color=False,
        help_option_names=["-h", "--help"],
    )
    return f"```console\n$ {words} --help\n{command.get_help(context)}\n```\n"


def tables() -> Iterator[str]:
    """Yield the description of every table and view from the comments of the SQL files."""
    for name, (said, columns) in described_tables().items():
        yield f"\n### {name}\n\n{said}\n\n| column | meaning |\n|---|---|\n"
        for column, meaning in columns.items():
            yield f"| `{column}` | {meaning} |\n"


def generated(text: str) -> str:
    """Return a document with its blocks written anew."""

    def block(match: re.Match[str]) -> str:
        begin, what, name, end = match.groups()
        return begin + (help_text(name or "") if what == "help" else "".join(tables())) + end

    return _BLOCK.sub(block, text)


def main(*, check: bool) -> int:
    """Write all documents, or tell which are stale."""
    stale = 0
    for name in FILES:
        path = ROOT / name
        text = path.read_text("utf-8")
        new = generated(text)
        if new != text and check:
            sys.stderr.write(f"{name}: help texts are stale; write them with: make docs\n")
            stale = 1
        elif new != text:
            path.write_text(new, "utf-8")
    return stale


if __name__ == "__main__":
    raise SystemExit(main(check="--check" in sys.argv[1:]))
