"""Keys become named features: the words in which the weights and explanations speak."""

from collections.abc import Iterator
from itertools import combinations

from loader.split import shape
from loader.split.features import PEEKED, READING_SHIFT, Key
from loader.split.measures import is_bio
from loader.split.reading import ECHOES, NAMING, READINGS
from loader.split.site_marks import SITE_MARKS
from loader.split.unfold_parts import PARTS, REGIONS, UNFOLD_PARTS
from loader.split.words import BIT, NAMES

_OF_WRITERS = sum(
    BIT[name]
    for name in (
        "role word",
        "about the author",
        "credit",
        "credit label",
        "contact",
        "address",
        "handle",
        "agency",
        "name and bio verb",
        "note on the author",
        "by-line words",
        "name alone",
        "name and role",
        "signature",
    )
)
_OF_SITES = sum(
    BIT[name]
    for name in (
        *(mark.name for mark in SITE_MARKS),
        "call first",
        "section words alone",
        "breadcrumb",
        "hashtag",
        "web address",
        "postal code",
        "arrow",
        "bar",
    )
)


def unfold(key: Key) -> list[str]:
    """Return the names of the features that a key stands for.

    >>> unfold(())
    ['finished paragraph among such paragraphs']
    """
    parts = find_parts(key)
    if parts:
        return [name for part in parts for name in unfold(part)]
    if not key:
        return ["finished paragraph among such paragraphs"]
    return list(_UNFOLD[key[0]](key))


def find_parts(key: Key) -> list[Key]:
    """Return the keys of a view's parts, which unfold as views do; none of one that has no parts.

    A view of many measures is made of parts, each of a few of them: parts return much more often,
    so that most of a view that was never met before was.
    """
    parts = PARTS.get(key[0]) if key else None
    return parts(key) if parts else []


def _unfold_shape(key: Key) -> Iterator[str]:
    _, length, end, start, case, wide = key
    long, ends, starts = shape.LENGTH_NAMES[length], shape.END_NAMES[end], shape.START_NAMES[start]
    size = shape.SIZE_NAMES[shape.SIZES[length]]
    yield from (long, ends, starts)
    yield f"{long}, {ends}"
    yield f"{size}, {starts}"
    yield f"{size}, {starts}, {ends}"
    if case >= 0:
        cased = shape.CASE_NAMES[case]
        yield f"{size}, {cased}"
        yield f"{long}, {cased}"
        yield f"{size}, {cased}, {ends}"
    if wide:
        yield f"wide script, {long}"
        yield f"wide script, {ends}"


def _unfold_marks(key: Key) -> Iterator[str]:
    _, marks, size, ending, reading, echo, region = key
    names = []
    while marks:
        names.append(NAMES[(marks & -marks).bit_length() - 1])
        marks &= marks - 1
    sized, ended = shape.SIZE_NAMES[size], shape.ENDING_NAMES[ending]
    if not names:
        yield f"{sized}, no mark"
    for name in names:
        yield name
        yield f"{sized}, {name}"
        yield f"{sized}, {ended}, {name}"
    for one, two in combinations(names, 2):
        yield f"{one} and {two}"
    if is_bio(key[1]):
        yield f"{sized}, strong bio"
    yield from _unfold_lacking(key[1], reading, f"{sized}, {ended}")
    if reading:
        said = READINGS[reading]
        yield said
        yield f"{sized}, {said}"
        yield f"{sized}, {ended}, {said}"
        yield f"{said}, {REGIONS[region]}"
        for name in names:
            yield f"{said} and {name}"
    if echo:
        heard = ECHOES[echo]
        yield heard
        yield f"{sized}, {ended}, {heard}"
        yield f"{heard}, {REGIONS[region]}"
        yield f"{READINGS[reading] or 'unread'}, {heard}"


def _unfold_lacking(marks: int, reading: int, mine: str) -> Iterator[str]:
    """Yield what a line's words do not show: furniture and bylines mostly say what they are."""
    of_writer = marks & _OF_WRITERS or reading in NAMING
    if not of_writer:
        yield f"{mine}, no sign of a writer"
    if not marks & _OF_SITES:
        yield f"{mine}, no sign of a site"
        if not of_writer:
            yield f"{mine}, no sign of a writer or a site"


def _unfold_before(key: Key) -> Iterator[str]:
    yield from _unfold_neighbour("before", key)


def _unfold_after(key: Key) -> Iterator[str]:
    yield from _unfold_neighbour("after", key)


def _unfold_neighbour(side: str, key: Key) -> Iterator[str]:
    _, size, ending, other_size, other_ending, seen, blank = key
    mine = f"{shape.SIZE_NAMES[size]}, {shape.ENDING_NAMES[ending]}"
    if other_size < 0:
        yield f"no line {side}"
        yield f"{mine}, no line {side}"
        return
    other = f"{shape.SIZE_NAMES[other_size]} {shape.ENDING_NAMES[other_ending]} line {side}"
    yield other
    yield f"{mine}, {other}"
    yield f"{blank} blank {side}, {shape.SIZE_NAMES[size]}, {shape.SIZE_NAMES[other_size]} {side}"
    if seen >> READING_SHIFT:
        said = READINGS[seen >> READING_SHIFT]
        yield f"{said}, line {side}"
        yield f"{mine}, {said}, line {side}"
    for name in PEEKED:
        if BIT[name] & seen:
            yield f"{name} {side}"
            yield f"{mine}, {name} {side}"
    if BIT["name and bio verb"] & seen:
        yield f"bio {side}"
        yield f"{mine}, bio {side}"


_FORM_SIGNS = "tspc-"  # tiny, short, paragraph, cut paragraph, no line


def _unfold_surroundings(key: Key) -> Iterator[str]:
    around = "".join(_FORM_SIGNS[form] for form in key[1:])
    yield f"around: {around}"
    yield f"around: {around[1:6]}"
    yield f"around: {around[2:5]}"
    yield f"up to here: {around[:4]}"
    yield f"from here: {around[3:]}"


_UNFOLD = {
    0: _unfold_shape,
    1: _unfold_marks,
    2: _unfold_before,
    3: _unfold_after,
    6: _unfold_surroundings,
    **UNFOLD_PARTS,
}
