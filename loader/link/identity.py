"""Spellings become authors: a pure function of those that can have to do with each other."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from loader.link.names import Name, name_key, sort_name
from loader.store.fold import is_segmented


@dataclass(frozen=True, slots=True)
class Spelling:
    """A printed form of a name with the number of articles that print it (a row of spellings)."""

    id: int
    author: int | None
    name: str
    native_name: str | None
    kind: str
    language: str | None
    articles: int
    read: Name


@dataclass(frozen=True, slots=True)
class Author:
    """One person or agency: the content of a row of authors."""

    key: str
    name: str
    native_name: str | None
    sort_name: str
    kind: str


def identities(
    spellings: Collection[Spelling], organisations: Mapping[str, set[str]]
) -> dict[int, str]:
    """Return the identity of each spelling, by its id.

    The native name is the identity where one is printed. A romanised name printed alone belongs to
    the native name that it is elsewhere printed beside, if there is only one. Without a native
    name the letters are the identity; a name without its middle initial is that with it, if there
    is only one such and both are said to belong to one organisation (``organisations``: folded,
    by the letters of the name).
    """
    natives: dict[str, set[str]] = defaultdict(set)
    families: dict[str, set[str]] = defaultdict(set)
    for one in spellings:
        if one.read.full is not None and one.read.base is not None:
            families[one.read.base].add(one.read.full)
            if one.read.native is not None:
                natives[one.read.full].add(one.read.native)
    same = _with_initial(families, organisations)
    return {one.id: _identity(one.read, natives, same) for one in spellings}


def ambiguous(spellings: Iterable[Spelling]) -> set[str]:
    """Return the letters of names whose organisations ``identities`` needs to know."""
    families: dict[str, set[str]] = defaultdict(set)
    for one in spellings:
        if one.read.full is not None and one.read.base is not None:
            families[one.read.base].add(one.read.full)
    return {
        full
        for base, fulls in families.items()
        if base in fulls and len(fulls) == 2  # noqa: PLR2004 (without initial and with)
        for full in fulls
    }


def _with_initial(
    families: Mapping[str, set[str]], organisations: Mapping[str, set[str]]
) -> dict[str, str]:
    """Return the names that a middle initial alone parts, as pairs in both directions."""
    same: dict[str, str] = {}
    for base, fulls in families.items():
        others = fulls - {base}
        if base in fulls and len(others) == 1:
            (other,) = others
            if organisations.get(base, set()) & organisations.get(other, set()):
                same[base], same[other] = other, base
    return same


def _identity(name: Name, natives: Mapping[str, set[str]], same: Mapping[str, str]) -> str:
    if name.native is not None:
        return f"native {name.native}"
    full = str(name.full)
    known = set(natives.get(full, ()))
    if full in same:
        known |= natives.get(same[full], set())
    if len(known) == 1:
        return f"native {known.pop()}"
    if full in same and not known:
        full = min(full, same[full], key=len)
    return f"latin {full}"


def make_author(identity: str, spellings: Collection[Spelling]) -> Author:
    """Return the author whose spellings these are.

    The name is the form that most articles print (romanised rather than native, and not all in
    capitals, if there is such a form), among equals the first in the alphabet; the same for the
    native name and the language.
    """
    kind = min(one.kind for one in spellings)
    romanised = [one for one in spellings if one.read.full is not None] or spellings
    name = _most((one.name for one in romanised), romanised)
    native = _most(
        (one.native_name or (one.name if is_segmented(one.name) else None) for one in spellings),
        spellings,
    )
    if native == name:
        native = None
    language = _most((one.language if one.name == name else None for one in spellings), spellings)
    return Author(
        name_key(identity), str(name), native, sort_name(str(name), native, kind, language), kind
    )


def _most(values: Iterable[str | None], spellings: Iterable[Spelling]) -> str | None:
    counts: Counter[str] = Counter()
    for value, one in zip(values, spellings, strict=True):
        if value is not None:
            counts[value] += one.articles
    return min(counts, key=lambda value: (value.isupper(), -counts[value], value), default=None)
