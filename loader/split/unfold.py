"""Keys become named features: the words in which the weights and explanations speak."""

from collections.abc import Iterator
from itertools import combinations

from loader.split import shape
from loader.split.features import COUNT_NAMES, FEW_NAMES, PEEKED, READING_SHIFT, RUN_NAMES, Key
from loader.split.reading import READINGS
from loader.split.sketch import is_bio
from loader.split.words import BIT, NAMES


def unfold(key: Key) -> list[str]:
    """Return the names of the features that a key stands for.

    >>> unfold(())
    ['finished paragraph among such paragraphs']
    """
    if not key:
        return ["finished paragraph among such paragraphs"]
    return list(_UNFOLD[key[0]](key))


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
    _, marks, size, ending, reading, region = key
    names = [name for name in NAMES if BIT[name] & marks]
    sized, ended = shape.SIZE_NAMES[size], shape.ENDING_NAMES[ending]
    if not names:
        yield f"{sized}, no mark"
    for name in names:
        yield name
        yield f"{sized}, {name}"
        yield f"{sized}, {ended}, {name}"
    for one, two in combinations(names, 2):
        yield f"{one} and {two}"
    if is_bio(marks):
        yield f"{sized}, strong bio"
    if reading:
        said = READINGS[reading]
        yield said
        yield f"{sized}, {said}"
        yield f"{sized}, {ended}, {said}"
        yield f"{said}, {_REGIONS[region]}"
        for name in names:
            yield f"{said} and {name}"


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
_REGIONS = (
    "inside the main text",
    "just above the main text",
    "far above the main text",
    "just below the main text",
    "far below the main text",
)


def _unfold_place(key: Key) -> Iterator[str]:
    _, size, ending, top, bottom, region, before, after, short, run, title, ratio = key
    dress, short = divmod(short, 5)
    mine = f"{shape.SIZE_NAMES[size]}, {shape.ENDING_NAMES[ending]}"
    lines_above, lines_below = f"{FEW_NAMES[top]} lines above", f"{FEW_NAMES[bottom]} lines below"
    where = _REGIONS[region]
    above, below = (
        f"{COUNT_NAMES[before]} paragraphs above",
        f"{COUNT_NAMES[after]} paragraphs below",
    )
    yield from (lines_above, lines_below, where, above, below)
    for place in (lines_above, lines_below, where, above, below):
        yield f"{mine}, {place}"
    yield f"{above}, {below}"
    yield f"{mine}, {above}, {below}"
    yield f"{where}, {above}, {below}"
    yield f"{shape.SIZE_NAMES[size]}, {lines_above}, {where}"
    yield f"{short} fifths of lines are short, {mine}"
    yield f"{short} fifths of lines are short, {where}"
    yield f"{mine}, in a run of {RUN_NAMES[run]} short lines"
    yield f"in a run of {RUN_NAMES[run]} short lines, {where}"
    yield f"in a run of {RUN_NAMES[run]} short lines, {above}, {below}"
    yield f"{mine}, {_TITLES[title]}"
    yield f"{mine}, {_DRESSES[dress]}"
    yield f"{mine}, {where}, {_DRESSES[dress]}"
    yield f"{_TITLES[title]}, {above}"
    yield f"{mine}, {_RATIOS[ratio]}, {where}"


_TITLES = (
    "above the headline",
    "headline-like first line",
    "just below the headline",
    "below the headline",
    "page without a headline",
)
_DRESSES = (
    "bare page",
    "page that begins with a headline",
    "page with furniture",
    "page with a headline and furniture",
)
_RATIOS = ("a third of a usual paragraph", "below a usual paragraph", "a usual paragraph or more")
_OVERLAPS = (
    "",
    "shares no vocabulary",
    "shares hardly any vocabulary",
    "shares little vocabulary",
    "shares some vocabulary",
    "shares much vocabulary",
    "shares very much vocabulary",
    "shares most vocabulary",
    "shares one of few words",
    "shares none of few words",
)
_BIOS = (
    "no bio above",
    "bio just above",
    "bio 2 lines above",
    "bio 3 to 6 lines above",
    "bio far above",
    "bio at the top",
)
_AHEAD = ("", "bio just", "bio 2 lines", "bio 3 to 6 lines", "bio far")
_POINTERS = (
    "no pointer above",
    "pointer above",
    "pointer some paragraphs above",
    "pointer far above",
)


def _unfold_comparison(key: Key) -> Iterator[str]:  # noqa: C901  (one view, one line)
    (
        _,
        size,
        ending,
        same,
        near,
        exact,
        alike,
        overlap,
        kin,
        known,
        bio,
        ahead,
        pointer,
        cut,
        cuts,
        twice,
    ) = key
    mine = f"{shape.SIZE_NAMES[size]}, {shape.ENDING_NAMES[ending]}"
    ended = shape.ENDING_NAMES[ending]
    for count, name in (
        (same, "of the same number of words"),
        (near, "of within 3 words"),
        (exact, "of the same length"),
        (alike, "of within 12 characters"),
    ):
        if size >= shape.MIDDLING:
            yield f"{count} near lines {name}"
            yield f"{ended}, {count} near lines {name}"
    yield from (
        _BIOS[bio],
        f"{mine}, {_BIOS[bio]}",
        _POINTERS[pointer],
        f"{mine}, {_POINTERS[pointer]}",
    )
    yield f"{_BIOS[bio]}, {_POINTERS[pointer]}"
    if ahead:
        yield "bio below"
        yield f"{mine}, bio below"
        yield f"{_AHEAD[ahead]} below"
        yield f"{mine}, {_AHEAD[ahead]} below"
    if overlap:
        shared = _OVERLAPS[overlap]
        yield shared
        yield f"{mine}, {shared}"
        yield f"{shared}, {_BIOS[bio]}"
        yield f"{shared}, {_POINTERS[pointer]}"
    if kin:
        yield f"{kin - 1} words shared with the line before"
        yield f"{mine}, {kin - 1} words shared with the line before"
    yield f"{mine}, {cut} cut lines above"
    yield f"{mine}, {cuts} cut lines from here"
    yield f"{mine}, {_BIOS[bio]}, {min(cut, 1)} cut above, {min(cuts, 1)} cut from here"
    if known:
        named = f"{(known - 1) // 3} known and {(known - 1) % 3} new names"
        yield named
        yield f"{ended}, {named}"
        if overlap:
            yield f"{_OVERLAPS[overlap]}, {named}"
    if overlap and kin:
        yield f"{_OVERLAPS[overlap]}, {kin - 1} words shared with the line before"
    if overlap:
        yield f"{_OVERLAPS[overlap]}, {min(cut, 1)} cut above, {min(cuts, 1)} cut from here"
        yield f"{_OVERLAPS[overlap]}, {min(near, 2)} near lines of within 3 words"
    if twice:
        yield f"printed twice {'near by' if twice == 1 else 'far apart'}"
        yield f"{mine}, printed twice {'near by' if twice == 1 else 'far apart'}"


def _unfold_surroundings(key: Key) -> Iterator[str]:
    around = "".join(_FORM_SIGNS[form] for form in key[1:])
    yield f"around: {around}"
    yield f"around: {around[1:6]}"
    yield f"around: {around[2:5]}"
    yield f"up to here: {around[:4]}"
    yield f"from here: {around[3:]}"


_UNFOLD = (
    _unfold_shape,
    _unfold_marks,
    _unfold_before,
    _unfold_after,
    _unfold_place,
    _unfold_comparison,
    _unfold_surroundings,
)
