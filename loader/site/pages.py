"""The pages' addresses."""

from collections.abc import Callable
from typing import Any

from datasette.utils.asgi import Response

ROBOTS = "User-agent: *\nDisallow: /\n"
"""Other people's writing, served to whoever was given the address, is not for crawlers."""


def robots() -> Response:
    """Answer /robots.txt."""
    return Response.text(ROBOTS)


ROUTES: list[tuple[str, Callable[..., Any]]] = [
    (r"^/robots\.txt$", robots),
]
