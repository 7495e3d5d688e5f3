"""Commands that read an archive: serve, search, export."""

from pathlib import Path

import click

from loader.cli.base import cli, db_option, examples, json_option, say, write, write_json
from loader.errors import ArchiveError

_FORMATS = ("csv", "json", "ndjson", "bibtex", "ris", "csl-json", "markdown", "atom")


@cli.command(context_settings={"ignore_unknown_options": True})
@db_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8001,
    show_default=True,
    help="Port to listen at.",
)
@click.argument("more", nargs=-1, type=click.UNPROCESSED, metavar="[DATASETTE OPTIONS]…")
@examples("seed-archive serve", "seed-archive serve --db mine.db --port 9000 --open")
def serve(db: Path, host: str, port: int, more: tuple[str, ...]) -> None:
    """Serve the archive in the browser, with settings for a local archive.

    Further options go to Datasette. Plain "datasette archive.db" serves the same pages.
    """
    from loader.serve import serve as run

    run(db, host, port, more)


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
    "seed-archive search '\"harbour master\" -tunnel'",
    "seed-archive search 曉嵐 --kind author",
    "seed-archive search 'harb* -tunnel title:pilot' --json",
    "seed-archive search -- '-tunnel fog'     # what begins with a minus",
)
def search(query: str, db: Path, kind: str | None, limit: int, *, as_json: bool) -> None:
    """Search the archive, best hits first.

    Words, "phrases", prefix*, -not, OR and title:word. Articles come first, then fragments,
    bylines and authors. A hit in a teaser says so, and names the page that it was printed on. The
    newest 10,000 matches of each kind are ranked.
    """
    from loader.store import archive, hits

    with archive.reading(db) as connection:
        found = hits.search(connection, query, kind=kind, limit=limit + 1)
    more = len(found) > limit
    del found[limit:]
    if as_json:
        write_json([hit.as_dict() for hit in found])
    elif not found:
        click.echo("Nothing found. Try fewer words, or a prefix such as harb*.", err=True)
    else:
        say("\n\n".join(hit.lines() for hit in found))
    if more:
        click.echo(f"There are more than these {limit}: see --limit and --kind.", err=True)


@cli.command()
@db_option
@click.option("--search", "words", metavar="QUERY", help="What must be found, as search takes it.")
@click.option(
    "--kind",
    default="article",
    show_default=True,
    help="article, fragment, teaser, caption, dateline, notice, byline or author.",
)
@click.option("--author", help="By this author: a name in any script or spelling, or a key.")
@click.option("--language", help="Two-letter code.")
@click.option("--publisher", help="As the records give it.")
@click.option("--year", help="Four digits.")
@click.option("--sql", help="Rows of this query instead.")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="csv",
    show_default=True,
    help="The last five are for articles.",
)
@click.option("--limit", type=click.IntRange(0), help="At most so many rows; the export says so.")
@click.option("--bom", is_flag=True, help="CSV: begin with a byte order mark, for spreadsheets.")
@click.option("--formulas", is_flag=True, help="CSV: leave cells that a spreadsheet would run.")
@click.option(
    "--manifest",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what the export is to this file: query, rows, digest.",
)
@examples(
    "seed-archive export --search 'fog -tunnel' > fog.csv",
    "seed-archive export --author 溫曉嵐 --format bibtex > wen.bib",
    "seed-archive export --sql 'select key, label from articles' --format ndjson",
)
def export(
    db: Path,
    *,
    words: str | None,
    kind: str,
    sql: str | None,
    form: str,
    limit: int | None,
    bom: bool,
    formulas: bool,
    manifest: Path | None,
    **facets: str | None,
) -> None:
    """Write every row of a selection or query to stdout, as a table or as references.

    Nothing is cut off: where a limit or an error ends an export early, its last line says so and
    the exit code is 1.
    """
    from loader import export as exporting
    from loader.store import archive
    from loader.store.digest import digest

    if sql is not None and (words or any(facets.values())):
        raise click.UsageError("--sql says itself which rows; leave out --search and the like")
    chosen = (
        exporting.Selection(kind, search=words, **facets)
        if sql is None
        else exporting.Statement(sql, {})
    )
    tally = exporting.Tally(limit)
    with archive.reading(db) as connection:
        write(exporting.export(connection, chosen, form, tally, bom=bom, formulas=formulas))
        if manifest is not None:
            said = exporting.write_manifest(chosen, form, tally, digest(connection))
            manifest.write_text(said, "utf-8")
    if not tally.rows and not tally.stopped:
        click.echo(f"{db}: no rows; nothing in it is what was asked for", err=True)
    if tally.stopped:
        raise ArchiveError(tally.stopped)
