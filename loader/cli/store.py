"""Commands that make an archive and keep it whole."""

import sys
from pathlib import Path
from typing import Any

import click

from loader.cli.base import (
    BROKEN,
    DONE,
    FAILED,
    REJECTED,
    cli,
    db_option,
    examples,
    json_option,
    say,
    write_json,
)
from loader.progress import Progress


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
    type=click.FloatRange(0),
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
    cannot be read is listed with its reason; the others load. In folders, hidden files, backups,
    unfinished copies (.tmp, .part) and databases with what lies beside them are passed over.
    """
    from loader import load as loading

    chosen = loading.LoadOptions(check_hash=check == "hash", **options)
    paths = paths or ("seeds",)
    total = loading.count_files(paths, chosen.ignore) if sys.stderr.isatty() else None
    with Progress("sources", total) as progress:
        report = loading.load(
            paths,
            db,
            chosen,
            progress=progress.reach,
            waiting=lambda: click.echo(f"{db}: waiting for another load to end …", err=True),
        )
    for path, reason in report.rejects:
        say(f"{path}: {reason}", err=True)
    if as_json:
        write_json(report.as_dict())
    else:
        say(report.summary(db))
    ctx.exit(FAILED if report.stopped else REJECTED if report.rejects else DONE)


@cli.command()
@db_option
@json_option
@click.pass_context
@click.option("--files", is_flag=True, help="Compare with the files on disk, too.")
@examples("seed-archive verify", "seed-archive verify --files", "seed-archive verify --json")
def verify(ctx: click.Context, db: Path, *, as_json: bool, files: bool) -> None:
    """Prove that the archive is whole, and print the digest of its content.

    Every source gives the bytes that were loaded, its spans cover its text, every stored text is
    a slice of it, the search index agrees with the tables. Exit code 4 where something is broken.
    """
    from loader.corrections import path_beside, read_corrections
    from loader.store import archive, check
    from loader.store.check_files import check_files
    from loader.store.corrected import check_corrections

    corrections = read_corrections(path_beside(db))
    with Progress("seeds") as progress:
        checked = check.check_archive(db, progress=progress.reach)
    if checked.digest is not None:
        with archive.reading(db) as connection:
            checked.problems += check_corrections(connection, corrections)
            if files:
                with Progress("files") as progress:
                    checked.problems += check_files(connection, progress=progress.reach)
    for problem in checked.problems:
        say(str(problem), err=True)
    if as_json:
        write_json(checked.as_dict())
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
    from loader.store.trouble import telling

    with telling(db), archive.in_place(db) as connection:
        index.refill(connection)
    click.echo(f"{db}: search indexes filled again")


@cli.command()
@db_option
@json_option
@examples("seed-archive stats", "seed-archive stats --db mine.db --json")
def stats(db: Path, *, as_json: bool) -> None:
    """Tell what the archive holds."""
    from loader.store import archive, summary

    with archive.reading(db) as connection:
        held = summary.count(connection)
    if as_json:
        write_json(held)
        return
    width = max(len(name) for name in held)
    for name, value in held.items():
        click.echo(f"{name:<{width}}  {value:>10,}")
