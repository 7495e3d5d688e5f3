"""Commands about the splitter: explain a split, correct it, measure it."""

import re
import sys
from pathlib import Path

import click

from loader.cli.base import cli, db_option, examples, json_option, say, write, write_json
from loader.errors import ArchiveError
from loader.model import KINDS, Kind


@cli.command()
@click.argument("path", type=click.Path(allow_dash=True))
@json_option
@examples("seed-archive explain seeds/01-harbour-dues.txt", "seed-archive explain page.txt --json")
def explain(path: str, *, as_json: bool) -> None:
    """Show how a page is split, line by line: the kind, how sure, and why.

    Reads the file alone; no archive is needed. A record of a collection is named file#line.
    """
    from loader.explain import as_json as to_json
    from loader.explain import lines

    if as_json:
        write([to_json(path), "\n"])
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
    "seed-archive correct seeds/06-deichgeld.txt --lines 21 --as notice",
    'seed-archive correct --author "Hsiao-lan Wen" --known-as "Wen Hsiao-lan"  # rename or merge',
    'seed-archive correct b99498fc3bb495c1 --author "Tobias Marrable" --known-as "T. Marrable"',
    'seed-archive correct --author "Sill Press Agency" --not-an-author',
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
    seeds = "1 seed" if corrected == 1 else f"{corrected} seeds"
    click.echo(f"{db}: {seeds} split again" if corrected else f"{db}: that was said before")


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
    "seed-archive evaluate seeds/",
    "seed-archive evaluate seeds/ --worst 20 --json",
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
        with archive.reading(db) as connection:
            documents += corrected_documents(connection, read_corrections(path_beside(db)))
    if db is not None and not documents:
        raise ArchiveError(f"{db}: no correction of lines to measure by; see: seed-archive correct")
    result = evaluate_documents(documents)
    if as_json:
        write_json(result.as_dict(worst=worst))
    else:
        say(result.render(worst=worst))


def _terminal_width() -> int:
    import shutil

    return min(120, shutil.get_terminal_size((80, 24)).columns)


def _colour() -> bool:
    import os

    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
