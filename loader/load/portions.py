"""A stream cut into lists that are bounded by number and by weight."""

from collections.abc import Callable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def portions(
    items: Iterator[Item], count: int, weight: int, weigh: Callable[[Item], int]
) -> Iterator[list[Item]]:
    """Yield the items in lists of ``count``; a list ends sooner where it weighs ``weight``.

    Takes from ``items`` only what the list in hand needs.

    >>> list(portions(iter("a bb ccc d e f".split()), 3, 4, len))
    [['a', 'bb', 'ccc'], ['d', 'e', 'f']]
    """
    portion: list[Item] = []
    heavy = 0
    for item in items:
        portion.append(item)
        heavy += weigh(item)
        if len(portion) >= count or heavy >= weight:
            yield portion
            portion, heavy = [], 0
    if portion:
        yield portion
