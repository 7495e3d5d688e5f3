"""The pages' addresses."""

from collections.abc import Callable
from typing import Any

from datasette.utils.asgi import Response

from loader.site import article, author, concordance, exports, home, names, search, seed
from loader.site.formats import SUFFIXES

ROBOTS = "User-agent: *\nDisallow: /\n"
"""Other people's writing, served to whoever was given the address, is not for crawlers."""

SUFFIX = f"(?P<suffix>{'|'.join(SUFFIXES)})"


def robots() -> Response:
    """Answer /robots.txt."""
    return Response.text(ROBOTS)


ROUTES: list[tuple[str, Callable[..., Any]]] = [
    (r"^/robots\.txt$", robots),
    (r"^/(?P<database>[^/]+)/-/article/(?P<key>[^/.]+)$", article.view),
    (r"^/(?P<database>[^/]+)/-/home$", home.view),
    (r"^/(?P<database>[^/]+)/-/names$", names.view),
    (r"^/(?P<database>[^/]+)/-/concordance$", concordance.view),
    (r"^/(?P<database>[^/]+)/-/author/(?P<key>[^/.]+)$", author.view),
    (r"^/(?P<database>[^/]+)/-/search$", search.view),
    (rf"^/(?P<database>[^/]+)/-/search\.{SUFFIX}$", exports.search_view),
    (rf"^/(?P<database>[^/]+)/-/concordance\.{SUFFIX}$", exports.concordance_view),
    (rf"^/(?P<database>[^/]+)/-/article/(?P<key>[^/.]+)\.{SUFFIX}$", exports.article_view),
    (r"^/(?P<database>[^/]+)/-/seed/(?P<key>[^/.]+)$", seed.view),
]
