"""The decision: one page, one best reading, by a linear chain over lines.

Every line is in one state: a kind, and for what is no part of the text a phase of the page
(above, inside or below the article's text), so that a page has one beginning and one end of its
article. States are weighed by the features of their line and by the state of the line before
(a conditional random field); forward and backward sums give each state its chance. A line gets
the kind of the best chance, but near the main text a line is given up only for good evidence: to
lose an article's line is worse than to keep a scrap.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import compress
from math import exp
from operator import itemgetter, mul
from struct import Struct
from typing import NamedTuple, cast

from loader.model import ARTICLE_KINDS, KINDS, Kind
from loader.split.features import AT_MAIN, BARE, PLAIN, UNHEADED, Key, Keys, dress_of, is_below_bio
from loader.split.reading import BIO, NAMING
from loader.split.shape import MIDDLING
from loader.split.unfold import find_parts, unfold
from loader.split.words import BIT

PHASED: tuple[Kind, ...] = ("byline", "caption", "dateline", "teaser", "notice")
TEXT_KINDS: tuple[Kind, ...] = ("title", "standfirst", "heading", "body")
PHASES = ("above", "inside", "below")
STATES: tuple[str, ...] = TEXT_KINDS + tuple(
    f"{phase} {kind}" for phase in PHASES for kind in PHASED
)
_KIND_OF: tuple[int, ...] = tuple(KINDS.index(cast("Kind", s.split()[-1])) for s in STATES)
_BODY = STATES.index("body")
_OWN = len(ARTICLE_KINDS)  # the kinds of an article's text stand first in KINDS
_BYLINE, _HEADING, _BODY_KIND = map(KINDS.index, ("byline", "heading", "body"))
_LISTED = frozenset(map(KINDS.index, ("teaser", "notice")))  # they come in lists, too

# How likely a line must be none of the article's to be called so. Where the main text stands more
# is asked, and most of what looks like text: a sentence, or a line as long as one. In hundredths.
_TEXT_IN_MAIN, _LESS_IN_MAIN, _OUTSIDE = 93, 85, 70
# Where no furniture is printed, short lines are entries of the article's lists, unless they say
# themselves what they are.
_SHORT_ON_BARE = 85
_TELLING = sum(
    BIT[f"{what} word"]
    for what in (
        "related",
        "copyright",
        "comment",
        "sharing",
        "subscription",
        "disclaimer",
        "advertisement",
    )
)
# How much of its chances as text a heading must have on a page that does not begin with one.
_HEADING_ON_BARE = 90
# How likely a byline itself must be: where a name or credit is read from it, where it reads as a
# bio where the main text stands (articles, too, say who somebody is), and where nothing is read.
_READ, _BIO_IN_MAIN, _UNREAD = 30, 50, 75
_OUT_OF_REACH = 550  # hundredths: a state so much weaker than the line's strongest is not followed
_POINT = 24  # bits behind the point of factors
_FACTORS = tuple(round(exp(-less / 100) * 2**_POINT) for less in range(_OUT_OF_REACH + 1))
_WORTH = 28  # bits of the worths of a line's states, all together
_CACHED = 16_000  # views and parts of views whose sums are remembered; each takes some 400 bytes

# A feature's weights are one whole number: hundredths in lanes of 32 bits, one lane a state. They
# add up in one step, and to the same sum on every Python. Sums begin above zero, so that no lane
# borrows from the next.
_LANES = Struct(f"<{len(STATES)}I")
_EACH = sum(1 << 32 * place for place in range(len(STATES)))
_ABOVE_ZERO = _EACH << 27
_HIGHEST = _EACH << 31

# The factors of the steps from a state (or to it) are one whole number too, in lanes of 64 bits:
# of many states before, each costs one multiplication, however many states may follow. A lane
# holds 24 bits behind the point, 12 before it (the steepest step's), and 28 of worth.
_STEP_LANES = Struct(f"<{len(STATES)}Q")
_STEEPEST = 8.0  # the learned ones weigh between -2.4 and 5.2

Vector = tuple[float, ...]
Numbers = tuple[int, ...]


class Reach(NamedTuple):
    """The states that a line may be in, their kinds, and what picks theirs from a row of all.

    ``unpack`` picks theirs from the step lanes of all, which are bytes there.
    """

    states: Numbers
    kinds: Numbers
    pick: "itemgetter[Numbers]"
    unpack: Callable[[bytes], Numbers]


Weighed = tuple[Reach, Sequence[int]]  # and the factor of each state by the line's own weight


class Steps(NamedTuple):
    """The factors of the steps from one state to all others, by that state; in lanes as well."""

    rows: tuple[Numbers, ...]
    lanes: Numbers


class Choice(NamedTuple):
    """A line's kind and its chance, raw: before calibration."""

    kind: Kind
    chance: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The learned weights: by feature a vector over ``STATES``, and the steps between states.

    ``onward`` are the exponentials of ``steps`` by the state that is left, ``backward`` the same
    by the state that is entered. ``lanes`` are the features' weights as they are added up; the
    vectors of ``features`` only explain.
    """

    features: dict[str, Vector]
    lanes: dict[str, int]
    steps: tuple[Vector, ...]
    onward: Steps
    backward: Steps
    calibration: tuple[tuple[float, float], ...]


@lru_cache(maxsize=1)
def read_weights() -> Weights:
    """Return the weights that the package carries."""
    return parse_weights(files("loader.split").joinpath("weights.json").read_text("utf-8"))


def parse_weights(text: str) -> Weights:
    """Return the weights that a weights file holds; ``loader.evaluate.train`` writes it."""
    held = json.loads(text)
    place = {state: number for number, state in enumerate(STATES)}

    def vector(by_state: dict[str, float]) -> Vector:
        row = [0.0] * len(STATES)
        for state, weight in by_state.items():
            row[place[state]] = weight
        return tuple(row)

    def packed(by_state: dict[str, float]) -> int:
        return sum(round(100 * weight) << 32 * place[state] for state, weight in by_state.items())

    steps = tuple(vector(held["steps"].get(state, {})) for state in STATES)
    return Weights(
        features={name: vector(row) for name, row in held["features"].items()},
        lanes={name: packed(row) for name, row in held["features"].items()},
        steps=steps,
        onward=_pack(steps),
        backward=_pack(tuple(zip(*steps, strict=True))),
        calibration=tuple((chance, share) for chance, share in held["calibration"]),
    )


def _pack(steps: tuple[Vector, ...]) -> Steps:
    held = (tuple(max(-_STEEPEST, min(_STEEPEST, weight)) for weight in row) for row in steps)
    rows = tuple(tuple(round(exp(weight) * 2**_POINT) for weight in row) for row in held)
    packed = (_STEP_LANES.pack(*row) for row in rows)
    return Steps(rows, tuple(int.from_bytes(row, "little") for row in packed))


class _Sums(dict[Key, int]):
    """By view, or part of one, the summed weights of its features, as lanes; fills itself."""

    def __init__(self, lanes: dict[str, int]) -> None:
        super().__init__()
        self._lanes = lanes

    def __missing__(self, key: Key) -> int:
        if len(self) >= _CACHED:
            self.clear()
        parts = find_parts(key)
        sums = map(self.__getitem__, parts) if parts else map(self._weight_of, unfold(key))
        found = self[key] = sum(sums)
        return found

    def _weight_of(self, name: str) -> int:
        return self._lanes.get(name, 0)


class _Reaches(dict[int, Reach]):
    """By the highest bits of the lanes of the states in reach: these states; fills itself."""

    def __missing__(self, bits: int) -> Reach:
        if len(self) >= _CACHED:
            self.clear()
        states = tuple(state for state in range(len(STATES)) if bits >> 32 * state + 31 & 1)
        kinds = tuple(_KIND_OF[state] for state in states)
        lanes = ("Q" if state in states else "8x" for state in range(len(STATES)))
        unpack = Struct("<" + "".join(lanes)).unpack
        found = self[bits] = Reach(states, kinds, itemgetter(*states), unpack)
        return found


class Decider:
    """Weights and the remembered sums of the views met so far."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._sum_of = _Sums(weights.lanes).__getitem__
        self._reach_of = _Reaches().__getitem__

    def decide(self, keys: list[Keys]) -> list[Choice]:
        """Return the choice for each line; the cost is linear in the number of lines."""
        choices: list[Choice] = []
        start, before = 0, -1
        for index, key in enumerate(keys):
            if key is PLAIN:
                choices += self._decide_run(keys[start:index], before, _BODY)
                choices.append(_PLAIN_CHOICE)
                start, before = index + 1, _BODY
        return choices + self._decide_run(keys[start:], before, -1)

    def _decide_run(self, keys: list[Keys], before: int, after: int) -> list[Choice]:
        """Return the choices for lines between two lines whose states are known, or -1."""
        if not keys:
            return []
        weighed = [self._weigh(key) for key in keys]
        behind = [row for row, _ in _carry(self.weights.backward, weighed[::-1], after)]
        worths = (worth for _, worth in _carry(self.weights.onward, weighed, before))
        return list(map(_choose, keys, weighed, worths, reversed(behind)))

    def weigh(self, key: Keys) -> tuple[int, ...]:
        """Return the summed weights of a line's features by state, in hundredths above a bias."""
        return _LANES.unpack(
            sum(map(self._sum_of, key), _ABOVE_ZERO).to_bytes(_LANES.size, "little")
        )

    def _weigh(self, key: Keys) -> Weighed:
        """Return the states within reach of a line, and the factor of each."""
        lanes = sum(map(self._sum_of, key), _ABOVE_ZERO)
        sums = _LANES.unpack(lanes.to_bytes(_LANES.size, "little"))
        best = max(sums)
        # A lane that is not below the least keeps its highest bit.
        least = best - _OUT_OF_REACH
        reach = self._reach_of(lanes + _HIGHEST - least * _EACH & _HIGHEST)
        if len(reach.states) == 1:
            return reach, _CERTAIN
        return reach, [_FACTORS[best - sum_] for sum_ in reach.pick(sums)]


_CERTAIN: Sequence[int] = (1,)
_SURE = tuple(Choice(KINDS[kind], 1.0) for kind in _KIND_OF)
_PLAIN_CHOICE = _SURE[_BODY]


def _carry(
    steps: Steps, weighed: list[Weighed], known: int
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Yield what each line's states are worth by the lines before it, and by itself as well.

    ``known`` is the state of the line before the first, or -1. Worths count among those of one
    line only. Where one state is in reach, nothing before it weighs.
    """
    before: Numbers = (known,) if known >= 0 else ()
    lanes: Numbers = ()
    worth = row = _CERTAIN
    for (states, _, pick, unpack), factors in weighed:
        if len(states) == 1:
            row = worth = _CERTAIN
        else:
            if not before:
                row = [1 << _POINT] * len(states)
            elif len(before) == 1:
                row = pick(steps.rows[before[0]])
            else:
                sum_ = sum(map(mul, worth, lanes))
                row = unpack(sum_.to_bytes(_STEP_LANES.size, "little"))
            passed = list(map(mul, row, factors))
            surplus = sum(passed).bit_length() - _WORTH
            worth = [one >> surplus for one in passed]
            lanes = pick(steps.lanes)
        before = states
        yield row, worth


def _choose(keys: Keys, weighed: Weighed, worth: Sequence[int], behind: Sequence[int]) -> Choice:
    states, kinds, _, _ = weighed[0]
    if len(states) == 1:
        return _SURE[states[0]]
    shares = list(map(mul, worth, behind))
    whole, most = sum(shares), max(shares)
    if 100 * most >= _TEXT_IN_MAIN * whole:  # so sure are most lines: no caution asks for more
        best = kinds[shares.index(most)]
        if best >= _OWN:  # those of the text are one state each
            most = sum(compress(shares, map(best.__eq__, kinds)))
        return Choice(KINDS[best], most / whole)
    chances = [0] * len(KINDS)
    for kind, share in zip(kinds, shares, strict=True):
        chances[kind] += share
    own, others = chances[:_OWN], chances[_OWN:]
    given_up = sum(others)
    if 100 * chances[_BYLINE] >= _byline_asked(keys) * whole:
        best = _BYLINE
    else:
        others[_BYLINE - _OWN] = 0
        best = _OWN + others.index(max(others))
        if 100 * given_up < _asked(keys, best) * whole:
            best = _own_best(own, keys[4])
    return Choice(KINDS[best], chances[best] / whole)


def _byline_asked(keys: Keys) -> int:
    """Return how likely, in hundredths, a line must be a byline to be called so."""
    reading = keys[1][4]
    if reading == BIO and keys[4][5] in AT_MAIN:
        return _BIO_IN_MAIN
    return _READ if reading in NAMING else _UNREAD


def _asked(keys: Keys, kind: int) -> int:
    """Return how likely, in hundredths, a line must be none of the article's to be of a kind."""
    place = keys[4]
    _, size, ending, _, _, region, *_ = place
    short = size < MIDDLING
    if short and kind in _LISTED and dress_of(place) in BARE and not keys[1][1] & _TELLING:
        return _SHORT_ON_BARE
    if region not in AT_MAIN:
        return _OUTSIDE
    unfinished = short and ending > 0
    return _LESS_IN_MAIN if unfinished or is_below_bio(keys[5]) else _TEXT_IN_MAIN


def _own_best(own: list[int], place: Key) -> int:
    best = own.index(max(own))
    doubted = best == _HEADING and 100 * own[best] < _HEADING_ON_BARE * sum(own)
    return _BODY_KIND if doubted and dress_of(place) in UNHEADED else best
