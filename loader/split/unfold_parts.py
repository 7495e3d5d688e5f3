"""The views of many measures unfold in parts: where a line stands, and how it compares."""

from collections.abc import Callable, Iterator

from loader.split import shape
from loader.split.features import COUNT_NAMES, FEW_NAMES, FIFTHS, RUN_NAMES, Key

REGIONS = (
    "inside the main text",
    "just above the main text",
    "far above the main text",
    "just below the main text",
    "far below the main text",
)


def _find_place_parts(key: Key) -> list[Key]:
    _, size, ending, top, bottom, region, before, after, worn, run, title, ratio = key
    return [
        (_TOP, size, ending, top, region),
        (_BOTTOM, size, ending, bottom),
        (_REGION, size, ending, region, before, after),
        (_WORN, size, ending, region, worn),
        (_RUN, size, ending, region, before, after, run),
        (_TITLE, size, ending, title, before),
        (_RATIO, size, ending, region, ratio),
    ]


def _mine(size: int, ending: int) -> str:
    return f"{shape.SIZE_NAMES[size]}, {shape.ENDING_NAMES[ending]}"


def _unfold_top(part: Key) -> Iterator[str]:
    _, size, ending, top, region = part
    lines_above = f"{FEW_NAMES[top]} lines above"
    yield lines_above
    yield f"{_mine(size, ending)}, {lines_above}"
    yield f"{shape.SIZE_NAMES[size]}, {lines_above}, {REGIONS[region]}"


def _unfold_bottom(part: Key) -> Iterator[str]:
    _, size, ending, bottom = part
    lines_below = f"{FEW_NAMES[bottom]} lines below"
    yield lines_below
    yield f"{_mine(size, ending)}, {lines_below}"


def _around(before: int, after: int) -> tuple[str, str]:
    return f"{COUNT_NAMES[before]} paragraphs above", f"{COUNT_NAMES[after]} paragraphs below"


def _unfold_region(part: Key) -> Iterator[str]:
    _, size, ending, region, before, after = part
    mine, where = _mine(size, ending), REGIONS[region]
    above, below = _around(before, after)
    for place in (where, above, below):
        yield place
        yield f"{mine}, {place}"
    yield f"{above}, {below}"
    yield f"{mine}, {above}, {below}"
    yield f"{where}, {above}, {below}"


def _unfold_worn(part: Key) -> Iterator[str]:
    _, size, ending, region, worn = part
    mine, where = _mine(size, ending), REGIONS[region]
    dress, short = divmod(worn, FIFTHS)
    yield f"{short} fifths of lines are short, {mine}"
    yield f"{short} fifths of lines are short, {where}"
    yield f"{mine}, {_DRESSES[dress]}"
    yield f"{mine}, {where}, {_DRESSES[dress]}"


def _unfold_run(part: Key) -> Iterator[str]:
    _, size, ending, region, before, after, run = part
    above, below = _around(before, after)
    yield f"{_mine(size, ending)}, in a run of {RUN_NAMES[run]} short lines"
    yield f"in a run of {RUN_NAMES[run]} short lines, {REGIONS[region]}"
    yield f"in a run of {RUN_NAMES[run]} short lines, {above}, {below}"


def _unfold_title(part: Key) -> Iterator[str]:
    _, size, ending, title, before = part
    yield f"{_mine(size, ending)}, {_TITLES[title]}"
    yield f"{_TITLES[title]}, {COUNT_NAMES[before]} paragraphs above"


def _unfold_ratio(part: Key) -> Iterator[str]:
    _, size, ending, region, ratio = part
    yield f"{_mine(size, ending)}, {_RATIOS[ratio]}, {REGIONS[region]}"


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
    "bare page with pieces of others below",
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


def _find_comparison_parts(key: Key) -> list[Key]:
    _, size, ending, same, near, exact, alike, overlap, kin, known, bio, ahead, *rest = key
    pointer, cut, cuts, twice = rest
    parts: list[Key] = [
        (_POINTED, size, ending, bio, pointer),
        (_CUT, size, ending, bio, cut, cuts, overlap),
    ]
    if size >= shape.MIDDLING:
        parts.append((_ALIKE, ending, same, near, exact, alike))
    if overlap:
        parts.append((_OVERLAP, size, ending, overlap, bio, pointer, min(near, 2)))
    if ahead:
        parts.append((_AHEAD_OF, size, ending, ahead))
    if kin:
        parts.append((_KIN, size, ending, overlap, kin))
    if known:
        parts.append((_KNOWN, ending, overlap, known))
    if twice:
        parts.append((_TWICE, size, ending, twice))
    return parts


def _unfold_alike(part: Key) -> Iterator[str]:
    _, ending, same, near, exact, alike = part
    for count, name in (
        (same, "of the same number of words"),
        (near, "of within 3 words"),
        (exact, "of the same length"),
        (alike, "of within 12 characters"),
    ):
        yield f"{count} near lines {name}"
        yield f"{shape.ENDING_NAMES[ending]}, {count} near lines {name}"


def _unfold_pointed(part: Key) -> Iterator[str]:
    _, size, ending, bio, pointer = part
    yield _BIOS[bio]
    yield f"{_mine(size, ending)}, {_BIOS[bio]}"
    yield _POINTERS[pointer]
    yield f"{_mine(size, ending)}, {_POINTERS[pointer]}"
    yield f"{_BIOS[bio]}, {_POINTERS[pointer]}"


def _unfold_ahead(part: Key) -> Iterator[str]:
    _, size, ending, ahead = part
    for bio in ("bio below", f"{_AHEAD[ahead]} below"):
        yield bio
        yield f"{_mine(size, ending)}, {bio}"


def _unfold_overlap(part: Key) -> Iterator[str]:
    _, size, ending, overlap, bio, pointer, near = part
    shared = _OVERLAPS[overlap]
    yield shared
    yield f"{_mine(size, ending)}, {shared}"
    yield f"{shared}, {_BIOS[bio]}"
    yield f"{shared}, {_POINTERS[pointer]}"
    yield f"{shared}, {near} near lines of within 3 words"


def _unfold_kin(part: Key) -> Iterator[str]:
    _, size, ending, overlap, kin = part
    shared = f"{kin - 1} words shared with the line before"
    yield shared
    yield f"{_mine(size, ending)}, {shared}"
    if overlap:
        yield f"{_OVERLAPS[overlap]}, {shared}"


def _unfold_cut(part: Key) -> Iterator[str]:
    _, size, ending, bio, cut, cuts, overlap = part
    mine = _mine(size, ending)
    some = f"{min(cut, 1)} cut above, {min(cuts, 1)} cut from here"
    yield f"{mine}, {cut} cut lines above"
    yield f"{mine}, {cuts} cut lines from here"
    yield f"{mine}, {_BIOS[bio]}, {some}"
    if overlap:
        yield f"{_OVERLAPS[overlap]}, {some}"


def _unfold_known(part: Key) -> Iterator[str]:
    _, ending, overlap, known = part
    named = f"{(known - 1) // 3} known and {(known - 1) % 3} new names"
    yield named
    yield f"{shape.ENDING_NAMES[ending]}, {named}"
    if overlap:
        yield f"{_OVERLAPS[overlap]}, {named}"


def _unfold_twice(part: Key) -> Iterator[str]:
    _, size, ending, twice = part
    printed = f"printed twice {'near by' if twice == 1 else 'far apart'}"
    yield printed
    yield f"{_mine(size, ending)}, {printed}"


_PLACE, _COMPARISON = 4, 5  # the views that have parts; parts are numbered behind all views
_TOP, _BOTTOM, _REGION, _WORN, _RUN, _TITLE, _RATIO = range(7, 14)
_ALIKE, _POINTED, _AHEAD_OF, _OVERLAP, _KIN, _CUT, _KNOWN, _TWICE = range(14, 22)
PARTS: dict[int, Callable[[Key], list[Key]]] = {
    _PLACE: _find_place_parts,
    _COMPARISON: _find_comparison_parts,
}
UNFOLD_PARTS: dict[int, Callable[[Key], Iterator[str]]] = {
    _TOP: _unfold_top,
    _BOTTOM: _unfold_bottom,
    _REGION: _unfold_region,
    _WORN: _unfold_worn,
    _RUN: _unfold_run,
    _TITLE: _unfold_title,
    _RATIO: _unfold_ratio,
    _ALIKE: _unfold_alike,
    _POINTED: _unfold_pointed,
    _AHEAD_OF: _unfold_ahead,
    _OVERLAP: _unfold_overlap,
    _KIN: _unfold_kin,
    _CUT: _unfold_cut,
    _KNOWN: _unfold_known,
    _TWICE: _unfold_twice,
}
