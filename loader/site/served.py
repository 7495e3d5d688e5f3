"""From a request to an archive's connection, and from a template to a response."""

import sqlite3
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from datasette.utils import sqlite_timelimit, tilde_decode
from datasette.utils.asgi import Forbidden, NotFound, Response

from loader.site.archives import is_archive
from loader.site.links import Links
from loader.store.functions import untraced

TIME_LIMIT_MS = 10_000
"""A page's queries together stop after this long; the slowest of 100,000 seeds take 0.2 s."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""For every page of ours: no style or script but the package's own, nothing from elsewhere."""

READ = ("articles", "seeds", "fragments", "authors")
"""Who may not see these tables may not see the pages that show them."""

Found = TypeVar("Found")


class Archive:
    """An archive as one request may see it."""

    def __init__(self, datasette: Any, db: Any, request: Any) -> None:
        self.datasette = datasette
        self.db = db
        self.request = request
        self.links = Links(datasette, db.name)

    @classmethod
    async def open(cls, datasette: Any, request: Any) -> "Archive":
        """Return the archive that a request's address names.

        Raises NotFound where it is none, Forbidden where the visitor may not see it.
        """
        try:
            db = datasette.get_database(route=tilde_decode(request.url_vars["database"]))
        except KeyError as error:
            raise NotFound("There is no such database here.") from error
        if not is_archive(db.path):
            raise NotFound("This database is not a seed archive.")
        await _require_permission(datasette, request.actor, db.name)
        return cls(datasette, db, request)

    async def read(self, question: Callable[[sqlite3.Connection], Found]) -> Found:
        """Run a function on a connection, in Datasette's own threads, within the time limit."""

        def limited(connection: sqlite3.Connection) -> Found:
            with sqlite_timelimit(connection, TIME_LIMIT_MS), untraced(connection):
                return question(connection)

        found: Found = await self.db.execute_fn(limited)
        return found

    async def page(self, template: str, context: Mapping[str, Any], status: int = 200) -> Response:
        """Return a page of ours; ``template`` is a name below templates/archive/."""
        body = await self.datasette.render_template(
            f"archive/{template}",
            {"links": self.links, "database": self.db.name, **context},
            request=self.request,
            view_name="seed-archive",
        )
        return Response.html(body, status=status, headers=HEADERS)


async def _require_permission(datasette: Any, actor: Any, database: str) -> None:
    if hasattr(datasette, "ensure_permissions"):
        for table in READ:
            wanted = [
                ("view-table", (database, table)),
                ("view-database", database),
                "view-instance",
            ]
            await datasette.ensure_permissions(actor, wanted)
        return
    from datasette.resources import TableResource  # noqa: PLC0415 (Datasette 1.0 only)

    for table in READ:
        resource = TableResource(database=database, table=table)
        if not await datasette.allowed(action="view-table", resource=resource, actor=actor):
            raise Forbidden("view-table")
