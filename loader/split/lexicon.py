"""The word lists beside this module, read once: what a word can be in a by-line."""

from functools import cache, lru_cache
from importlib import resources


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a list in order; blank ones and those that ``#`` begins are no part."""
    text = resources.files("loader.split").joinpath(f"words/{name}.txt").read_text("utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def read_words(name: str) -> frozenset[str]:
    """Return the words of a list, which white space parts."""
    return frozenset(word for line in read_lines(name) for word in line.split())


def read_phrases(name: str) -> frozenset[str]:
    """Return the phrases of a list, one a line."""
    return frozenset(read_lines(name))


ROLES = read_words("roles")
QUALIFIERS = read_words("qualifiers")
OFFICES = read_words("offices")
DEGREES = read_words("degrees")
GIVEN = read_words("given")
SURNAME_WORDS = read_words("surname_words")
HEADS = read_words("organisations")
MEDIA = read_words("media")
AGENCIES = read_phrases("agencies")
NOT_NAMES = read_words("not_names")
SURNAMES = read_words("surnames_zh")
SURNAMES_JA = read_words("surnames_ja")
PLACES = read_phrases("places")
PLACES_LOWER = frozenset(place.lower() for place in PLACES)

_ROLE_ENDINGS = tuple(sorted(read_words("role_endings")))


@lru_cache(maxsize=4096)
def is_role(word: str) -> bool:
    """Say whether a word names what somebody does: on the list, or ending like such words."""
    word = word.lower()
    if word in ROLES or word.endswith(_ROLE_ENDINGS):
        return True
    return "-" in word and word.rsplit("-", 1)[1] in ROLES
