"""What the commands share: the group, exit codes, options, examples in the help."""

import errno
import inspect
import io
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from loader import __version__
from loader.errors import ArchiveError
from loader.terminal import visible

# In the order of use, as --help lists them.
ORDER = (
    *("load", "serve", "search", "export", "explain", "correct"),
    *("verify", "stats", "reindex", "evaluate"),
)
DONE, FAILED, USAGE, REJECTED, BROKEN = 0, 1, 2, 3, 4


class Commands(click.Group):
    """A group whose commands end with one line and exit code 1 where an error of use ends them."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that ``ctx`` names."""
        try:
            return super().invoke(ctx)
        except ArchiveError as error:
            raise click.ClickException(visible(str(error))) from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # who read had enough: click ends in silence
                raise
            where = error.filename or "the output"
            raise click.ClickException(
                visible(f"{where}: {error.strerror}; make room, or choose another place")
            ) from error

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's)
        """Return the commands in the order of use, not of the alphabet."""
        return sorted(self.commands, key=ORDER.index)


db_option = click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("archive.db"),
    show_default=True,
    help="The archive.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")


def write(pieces: Iterable[str]) -> None:
    """Write data to stdout as it is, in UTF-8 whatever the terminal's encoding."""
    stdout = sys.stdout.buffer
    for piece in pieces:
        stdout.write(piece.encode())
    stdout.flush()


def write_json(value: object) -> None:
    """Write a value to stdout as a line of JSON."""
    write([json.dumps(value, ensure_ascii=False), "\n"])


def say(text: str, *, err: bool = False) -> None:
    """Print words for a person: a text among them cannot play with the terminal."""
    click.echo(visible(text), err=err)


def examples(*lines: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Append examples to a command's help, as they stand."""

    def attach(command: Callable[..., Any]) -> Callable[..., Any]:
        shown = "\n".join(f"  {line}" for line in lines)
        said = inspect.cleandoc(command.__doc__ or "")
        command.__doc__ = f"{said}\n\n\b\nExamples:\n{shown}"
        return command

    return attach


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="seed-archive")
def cli() -> None:
    """Split saved commentary into articles, fragments and bylines: one searchable archive.

    \b
    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some inputs were rejected,
    4 verification failed.
    """  # noqa: D301 (click's mark for lines to be left alone)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal may lack letters of a text
