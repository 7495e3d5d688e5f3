"""What the site says about an archive: metadata.yml, and the comments of the SQL files."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup, escape

from loader.site.archives import archive_names, only_archives
from loader.site.links import Links

PACKAGED = Path(__file__).with_name("metadata.yml")
"""Where a wheel carries the file; in a checkout it stands at the top level alone."""
CHECKOUT = Path(__file__).parents[2] / "metadata.yml"
STORE = Path(__file__).parents[1] / "store"

WELCOME = Markup(
    '<p><a href="{home}"><strong>Read {name}</strong></a>: its newest articles, its authors, '
    'articles over time</p><form action="{search}"><p><input type="search" name="q" '
    'aria-label="{label}"> <input type="submit" value="{label}"></p></form>'
)
_OBJECT = re.compile(
    r"^(?P<about>(?:-- .*\n)+)CREATE (?:TABLE|VIEW) (?P<name>\w+)(?P<rest>(?:.*\n)*?.*;)$",
    re.MULTILINE,
)
_COLUMN = re.compile(r"^  (?:.* AS )?\"?(?P<name>\w+)\"?,?(?: [A-Z(].*)? +-- (?P<about>.*)$")


@cache
def metadata_text() -> str:
    """Return the text of the one metadata.yml."""
    return (PACKAGED if PACKAGED.exists() else CHECKOUT).read_text(encoding="utf-8")


@cache
def site_metadata() -> dict[str, Any]:
    """Return metadata.yml with the SQL comments worked in. Shared: copy before changing."""
    metadata: dict[str, Any] = yaml.safe_load(metadata_text())
    archive = metadata["databases"]["archive"]
    for name, (about, columns) in described_tables().items():
        table = archive["tables"].setdefault(name, {})
        table.setdefault("description", about)
        table.setdefault("columns", {}).update(columns)
        for key in ("license", "source"):
            table.setdefault(key, archive[key])
    return metadata


@cache
def described_tables() -> dict[str, tuple[str, dict[str, str]]]:
    """Return the comment of each table and view, and those of its columns."""
    sql = "".join((STORE / f"{name}.sql").read_text("utf-8") for name in ("schema", "views"))
    return {
        found["name"]: (_joined(found["about"]), _columns(found["rest"]))
        for found in _OBJECT.finditer(sql)
    }


def served_metadata(datasette: Any) -> dict[str, Any]:
    """Return the metadata for what a Datasette serves, under the names it serves it by.

    The words about the whole site are only there when archives are all that it serves.
    """
    site = site_metadata()
    served = {name: copied(site["databases"]["archive"]) for name in archive_names(datasette)}
    given = datasette._metadata_local or {}  # noqa: SLF001 (what -m gave; there is no other way)
    for name, archive in served.items():
        own = (given.get("databases") or {}).get(name) or {}
        _yield_sorts(archive["tables"], own.get("tables") or {})
        _add_welcome(archive, own, [Links(datasette, name)])
    whole = {key: value for key, value in site.items() if key != "databases"}
    _add_welcome(whole, given, [Links(datasette, name) for name in served])
    return {**(whole if only_archives(datasette) else {}), "databases": served}


def _add_welcome(about: dict[str, Any], given: dict[str, Any], archives: list[Links]) -> None:
    """Add a search box and the way to our pages, unless the user describes it otherwise."""
    if not _is_ours(about, given):
        return
    boxes = [
        WELCOME.format(
            label=f"Search {links.name}",
            search=links.page("search"),
            home=links.home(),
            name=links.name,
        )
        for links in archives
    ]
    about["description_html"] = escape(about["description"]) + Markup("").join(boxes)


def _is_ours(about: dict[str, Any], given: dict[str, Any]) -> bool:
    """Say whether the user leaves our description as it is."""
    ours = about["description"]
    return "description_html" not in given and given.get("description", ours) == ours


def template_variables(
    datasette: Any, template: str | None, database: str | None
) -> dict[str, Any]:
    """Return what Datasette's pages are given besides.

    The front page: where our search box is, no second one. datasette-search-all would put its own
    above; it stays in the menu. An archive's page: no word of attached databases, as there are
    none but SQLite's own for temporary tables, which holds nothing to join.
    """
    if template == "database.html" and database in archive_names(datasette):
        return {"attached_databases": []}
    given = datasette._metadata_local or {}  # noqa: SLF001 (as above)
    if template != "index.html" or not only_archives(datasette):
        return {}
    return {"searchable_tables": []} if _is_ours(site_metadata(), given) else {}


def _yield_sorts(tables: dict[str, Any], given: dict[str, Any]) -> None:
    """Drop our sort where the user has one: Datasette refuses a table two of them."""
    for table in tables.keys() & given.keys():
        if {"sort", "sort_desc"} & given[table].keys():
            tables[table].pop("sort", None)
            tables[table].pop("sort_desc", None)


def copied(value: Any) -> Any:
    """Return nested dicts copied, so that Datasette may merge others into them."""
    if isinstance(value, dict):
        return {key: copied(inner) for key, inner in value.items()}
    return value


def _joined(comment: str) -> str:
    return " ".join(line.removeprefix("--").strip() for line in comment.splitlines())


def _columns(body: str) -> dict[str, str]:
    matches = (re.match(_COLUMN, line) for line in body.splitlines())
    return {found["name"]: found["about"] for found in matches if found}
