"""Small bar charts as SVG, drawn here: no script, no style of their own, text for every bar."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, FOOT = 640, 120, 18
_WIDEST = 40  # a chart of two bars should not look like two walls
_LETTER = 8  # units that a digit and its share of a gap take
_YEAR = re.compile(r"[12][0-9]{3}")
_MONTH = re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a plot: its place in SVG units, what it says, and its label where there is room."""

    x: float
    y: float
    width: float
    height: float
    title: str
    label: str


def bars(counts: Sequence[tuple[str, int]]) -> list[Bar]:
    """Return a bar for each (name, count), in order, scaled to the highest.

    >>> [(bar.height, bar.title) for bar in bars([("2020", 2), ("2021", 4)])]
    [(51.0, '2020: 2'), (102.0, '2021: 4')]
    """
    if not counts:
        return []
    step = min(_WIDEST, WIDTH / len(counts))
    longest = max(len(name) for name, _ in counts)
    every = max(1, math.ceil(_LETTER * longest / step))
    room = HEIGHT - FOOT
    highest = max(count for _, count in counts) or 1
    return [
        Bar(
            x=round(place * step, 2),
            y=round(room - room * count / highest, 2),
            width=round(step * 0.8, 2),
            height=round(room * count / highest, 2),
            title=f"{name}: {count:,}",
            label=name if place % every == 0 else "",
        )
        for place, (name, count) in enumerate(counts)
    ]


def by_year(counts: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return counts by year with the years between that have none; other names are left out."""
    years = {int(year): count for year, count in counts if _YEAR.fullmatch(year)}
    if not years:
        return []
    return [(str(year), years.get(year, 0)) for year in range(min(years), max(years) + 1)]


def by_month(counts: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return counts by month with the months between that have none; other names are left out.

    >>> by_month([("2025-11", 1), ("2026-01", 2), ("2026", 5)])
    [('2025-11', 1), ('2025-12', 0), ('2026-01', 2)]
    """
    months: dict[int, int] = {}
    for name, count in counts:
        found = _MONTH.fullmatch(name)
        if found:
            months[int(found[1]) * 12 + int(found[2]) - 1] = count
    if not months:
        return []
    span = range(min(months), max(months) + 1)
    return [(f"{month // 12}-{month % 12 + 1:02}", months.get(month, 0)) for month in span]
