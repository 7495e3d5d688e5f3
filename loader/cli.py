"""The command line: options, one call, print. Data goes to stdout, the rest to stderr."""

import inspect
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from loader import __version__
from loader.errors import ArchiveError
from loader.model import KINDS, Kind
from loader.progress import Progress

DONE, FAILED, USAGE, REJECTED, BROKEN = 0, 1, 2, 3, 4


class Commands(click.Group):
    """A group whose commands end with one line and exit code 1 where an ArchiveError ends them."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that ``ctx`` names."""
        try:
            return super().invoke(ctx)
        except ArchiveError as error:
            raise click.ClickException(str(error)) from error

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's)
        """Return the commands in the order of use, not of the alphabet."""
        return list(self.commands)


db_option = click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("archive.db"),
    show_default=True,
    help="The archive.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")


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


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, allow_dash=True))
@db_option
@click.option("--jobs", type=click.IntRange(0), default=0, help="Splitting processes; 0: enough.")
@click.option(
    "--ignore", multiple=True, metavar="PATTERN", help="Skip files that match; repeatable."
)
@click.option(
    "--max-bytes",
    type=click.IntRange(1),
    default=64 << 20,
    show_default=True,
    help="Reject larger files.",
)
@click.option(
    "--check",
    type=click.Choice(["stat", "hash"]),
    default="stat",
    show_default=True,
    help="Trust size and time of known files, or read them.",
)
@click.option("--prune", is_flag=True, help="Remove what came from files that are gone.")
@click.option(
    "--wait",
    type=float,
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="Wait so long for another load to end.",
)
@json_option
@click.pass_context
@examples(
    "seed-archive load                       # seeds/ into archive.db",
    "seed-archive load texts/ --db mine.db",
    "cat page.txt | seed-archive load -",
)
def load(
    ctx: click.Context,
    paths: tuple[str, ...],
    db: Path,
    *,
    as_json: bool,
    check: str,
    **options: Any,
) -> None:
    """Load files and folders (default: seeds/) into the archive.

    Loading again adds what is new, notes what was edited and leaves the rest alone. A file that
    cannot be read is listed with its reason; the others load.
    """
    from loader import load as loading

    chosen = loading.LoadOptions(check_hash=check == "hash", **options)
    with Progress("sources") as progress:
        report = loading.load(
            paths or ("seeds",),
            db,
            chosen,
            progress=progress.reach,
            waiting=lambda: click.echo(f"{db}: waiting for another load to end …", err=True),
        )
    for path, reason in report.rejects:
        click.echo(f"{path}: {reason}", err=True)
    click.echo(json.dumps(report.as_dict(), ensure_ascii=False) if as_json else report.summary(db))
    ctx.exit(REJECTED if report.rejects else DONE)


@cli.command(context_settings={"ignore_unknown_options": True})
@db_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", type=int, default=8001, show_default=True, help="Port to listen at.")
@click.argument("more", nargs=-1, type=click.UNPROCESSED, metavar="[DATASETTE OPTIONS]…")
@examples("seed-archive serve", "seed-archive serve --db mine.db --port 9000 --open")
def serve(db: Path, host: str, port: int, more: tuple[str, ...]) -> None:
    """Serve the archive in the browser, with settings for a local archive.

    Further options go to Datasette. Plain "datasette archive.db" serves the same pages.
    """
    from loader.serve import serve as run

    run(db, host, port, more)


@cli.command()
@db_option
@json_option
@click.pass_context
@examples("seed-archive verify", "seed-archive verify --db mine.db --json")
def verify(ctx: click.Context, db: Path, *, as_json: bool) -> None:
    """Prove that the archive is whole, and print the digest of its content.

    Every source gives the bytes that were loaded, its spans cover its text, every stored text is
    a slice of it, the search index agrees with the tables. Exit code 4 where something is broken.
    """
    from loader.corrections import path_beside, read_corrections
    from loader.store import archive, check
    from loader.store.corrected import check_corrections

    corrections = read_corrections(path_beside(db))
    connection = archive.connect(db, write=True)
    with Progress("seeds") as progress:
        checked = check.check_archive(connection, progress=progress.reach)
    checked.problems += check_corrections(connection, corrections)
    connection.close()
    for problem in checked.problems:
        click.echo(str(problem), err=True)
    if as_json:
        click.echo(json.dumps(checked.as_dict(), ensure_ascii=False))
    elif not checked.problems:
        click.echo(f"{checked.digest}  {db}: {checked.seeds} seeds, all as they should be")
    ctx.exit(BROKEN if checked.problems else DONE)


@cli.command()
@db_option
@examples("seed-archive reindex --db mine.db")
def reindex(db: Path) -> None:
    """Fill the search indexes again from the tables.

    Needed only where another program rebuilt them: Han characters are then no longer found one
    by one, and verify says so.
    """
    from loader.store import archive, index

    with archive.in_place(db) as connection:
        index.refill(connection)
    click.echo(f"{db}: search indexes filled again")


@cli.command()
@db_option
@json_option
@examples("seed-archive stats", "seed-archive stats --db mine.db --json")
def stats(db: Path, *, as_json: bool) -> None:
    """Tell what the archive holds."""
    from loader.store import archive, summary

    connection = archive.connect(db)
    held = summary.count(connection)
    connection.close()
    if as_json:
        click.echo(json.dumps(held, ensure_ascii=False))
        return
    width = max(len(name) for name in held)
    for name, value in held.items():
        click.echo(f"{name:<{width}}  {value:>10,}")


@cli.command()
@click.argument("query")
@db_option
@click.option(
    "--kind",
    type=click.Choice(["article", "fragment", "byline", "author"]),
    help="Only hits of this kind.",
)
@click.option(
    "--limit", type=click.IntRange(1), default=20, show_default=True, help="Hits to show."
)
@json_option
@examples(
    'seed-archive search "status quo"',
    "seed-archive search 朱立倫 --kind fragment",
    "seed-archive search 'ferr* -tariff title:harbour' --json",
)
def search(query: str, db: Path, kind: str | None, limit: int, *, as_json: bool) -> None:
    """Search the archive, best hits first.

    Words, "phrases", prefix*, -not, OR and title:word. A hit in a teaser says so, and names the
    page that it was printed on.
    """
    from loader.store import archive, hits

    connection = archive.connect(db)
    found = hits.search(connection, query, kind=kind, limit=limit)
    connection.close()
    if as_json:
        click.echo(json.dumps([hit.as_dict() for hit in found], ensure_ascii=False))
    elif not found:
        click.echo("Nothing found. Try fewer words, or a prefix such as harb*.", err=True)
    else:
        click.echo("\n\n".join(hit.lines() for hit in found))


@cli.command()
@click.argument("path", type=click.Path(allow_dash=True))
@json_option
@examples("seed-archive explain seeds/01-harbour-dues.txt", "seed-archive explain page.txt --json")
def explain(path: str, *, as_json: bool) -> None:
    """Show how a page is split, line by line: the kind, how sure, and why.

    Reads the file alone; no archive is needed.
    """
    from loader.explain import as_json as to_json
    from loader.explain import lines

    if as_json:
        click.echo(to_json(path))
        return
    for line in lines(path, width=_terminal_width(), colour=_colour()):
        click.echo(line)


@cli.command()
@click.argument("seed", required=False)
@db_option
@click.option("--lines", metavar="FIRST-LAST", help="The lines, numbered as explain shows them.")
@click.option("--as", "kind", type=click.Choice(KINDS), help="What these lines are.")
@click.option("--author", metavar="NAME", help="A name as printed; in SEED alone if one is given.")
@click.option("--known-as", metavar="NAME", help="The author whom this name means.")
@click.option("--not-an-author", is_flag=True, help="This name is no author's.")
@examples(
    "seed-archive correct seeds/01-harbour-dues.txt --lines 17-20 --as teaser",
    'seed-archive correct --author "J. Moll" --known-as "Ida Moll"      # rename or merge',
    'seed-archive correct 968961eecf6fbb66 --author "Jo Reyes" --known-as "Jo Reyes (pilot)"',
    'seed-archive correct --author "Opinion Desk" --not-an-author',
)
def correct(
    seed: str | None,
    db: Path,
    lines: str | None,
    kind: Kind | None,
    *,
    author: str | None,
    known_as: str | None,
    not_an_author: bool,
) -> None:
    """Say once what the splitter got wrong; every load applies it.

    SEED is a key or path. The corrections are kept beside the archive, in a readable file
    (archive.corrections.yml), and applied at once.
    """
    from loader import correct as correcting

    if author and (known_as is None) != not_an_author:
        raise click.UsageError("--author goes with either --known-as or --not-an-author")
    if author:
        corrected = correcting.correct_author(db, author, known_as, seed)
    elif seed and kind and (match := re.fullmatch(r"(\d+)(?:-(\d+))?", lines or "")):
        first, last = int(match[1]), int(match[2] or match[1])
        corrected = correcting.correct_lines(db, seed, first, last, kind)
    else:
        raise click.UsageError("give SEED, --lines FIRST-LAST and --as KIND, or --author NAME")
    click.echo(f"{db}: {corrected} seeds split again")


@cli.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--corrections",
    "db",
    type=click.Path(exists=True, path_type=Path),
    metavar="ARCHIVE",
    help="Take the corrections of this archive as truth.",
)
@click.option(
    "--worst",
    type=click.IntRange(0),
    default=5,
    show_default=True,
    help="Documents to show with their wrong lines.",
)
@json_option
@examples(
    "seed-archive evaluate labelled/",
    "seed-archive evaluate labelled/ --worst 20 --json",
    "seed-archive evaluate --corrections archive.db",
)
def evaluate(folders: tuple[Path, ...], db: Path | None, worst: int, *, as_json: bool) -> None:
    """Measure the splitter against labelled documents; nothing is loaded.

    A folder of labelled documents holds texts and a file truth.jsonl (see docs/splitter.md).
    """
    from loader.corrections import path_beside, read_corrections
    from loader.evaluate.corrected import corrected_documents
    from loader.evaluate.report import evaluate_documents
    from loader.evaluate.truth import read_truth
    from loader.store import archive

    if not folders and db is None:
        raise click.UsageError("name folders of labelled documents, or --corrections ARCHIVE")
    documents = read_truth(folders)
    if db is not None:
        connection = archive.connect(db)
        documents += corrected_documents(connection, read_corrections(path_beside(db)))
        connection.close()
    result = evaluate_documents(documents)
    if as_json:
        click.echo(json.dumps(result.as_dict(worst=worst), ensure_ascii=False))
    else:
        click.echo(result.render(worst=worst))


def _terminal_width() -> int:
    import shutil

    return min(120, shutil.get_terminal_size((80, 24)).columns)


def _colour() -> bool:
    import os

    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
