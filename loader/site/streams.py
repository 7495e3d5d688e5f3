"""Exports on their way out: written piece by piece, whole, with flat memory."""

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from datasette.utils.asgi import Response

from loader.export import FORMATS, Tally
from loader.store.functions import register_functions

PATIENCE = 60.0
"""Seconds that a query may take to its next piece; then the export ends and says so."""
_STEPS = 100_000  # SQLite operations between looks at the clock: about 5 ms

Write = Callable[[sqlite3.Connection, Tally], Iterator[str]]


class StreamedExport(Response):  # type: ignore[misc]  # Datasette is not typed
    """A response that writes as it reads. ``write`` is given a connection of its own."""

    def __init__(
        self, path: str | Path, write: Write, format_name: str, name: str, limit: int | None = None
    ) -> None:
        form = FORMATS[format_name]
        filename = f"{name}.{form.ending}"
        headers = {
            "Content-Disposition": (f"attachment; filename*=UTF-8''{quote(filename, safe='')}"),
            "X-Content-Type-Options": "nosniff",
            "X-Export-Limit": "none" if limit is None else str(limit),
        }
        super().__init__("", 200, headers, form.media_type)
        self._pieces = _pieces(Path(path), write, Tally(limit))

    async def asgi_send(self, send: Callable[[dict[str, Any]], Any]) -> None:
        """Send the export; its last line says so where it had to end early."""
        headers = {**self.headers, "content-type": self.content_type}
        raw = [[name.lower().encode(), value.encode()] for name, value in headers.items()]
        await send({"type": "http.response.start", "status": self.status, "headers": raw})
        loop = asyncio.get_running_loop()
        try:
            while (piece := await loop.run_in_executor(None, next, self._pieces, None)) is not None:
                body = piece.encode("utf-8", "replace")
                await send({"type": "http.response.body", "body": body, "more_body": True})
        finally:
            await loop.run_in_executor(None, self._pieces.close)
        await send({"type": "http.response.body", "body": b""})


def _pieces(path: Path, write: Write, tally: Tally) -> Any:
    """Yield the pieces of an export, read through a connection of its own."""
    address = f"file:{quote(str(path))}?mode=ro"
    connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    with contextlib.closing(connection) as db:
        register_functions(db)
        deadline = [time.monotonic() + PATIENCE]
        db.set_progress_handler(lambda: time.monotonic() > deadline[0], _STEPS)
        for piece in write(db, tally):
            yield piece
            deadline[0] = time.monotonic() + PATIENCE
