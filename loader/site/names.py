"""The names page: people whom texts name in two scripts."""

import sqlite3
from typing import Any

from datasette.utils.asgi import Response

from loader.site.served import Archive
from loader.store.fold import index_text

SIZE = 100
_DIGITS = 6

NAMES = """
select names.latin, names.native, count(*) as places,
  count(distinct mentions.article_id) as articles,
  count(distinct mentions.fragment_id) as fragments
from names join mentions on mentions.name_id = names.id
where :asked = ''
  or instr(search_fold(names.latin), :asked) or instr(search_fold(names.native), :asked)
group by names.id
order by places desc, names.latin, names.native
limit :size offset :offset
"""


async def view(datasette: Any, request: Any) -> Response:
    """Answer /<database>/-/names."""
    archive = await Archive.open(datasette, request)
    asked = request.args.get("q", "").strip()
    page = request.args.get("page", "")
    number = max(1, int(page[:_DIGITS])) if page[:_DIGITS].isdecimal() else 1
    names = await archive.read(lambda db: read_names(db, asked, number))
    context = {"here": "names", "asked": asked, "names": names[:SIZE], "page": number}
    return await archive.page("names.html", {**context, "more": len(names) > SIZE})


def read_names(db: sqlite3.Connection, asked: str, page: int) -> list[sqlite3.Row]:
    """Return a page of names, and one more where another page follows."""
    db.create_function("search_fold", 1, _folded, deterministic=True)
    values = {"asked": _folded(asked), "size": SIZE + 1, "offset": (page - 1) * SIZE}
    return db.execute(NAMES, values).fetchall()


def _folded(name: str) -> str:
    return " ".join(index_text(name).lower().split())
