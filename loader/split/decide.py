"""The decision: one page, one best reading, by a linear chain over lines.

Every line is in one state: a kind, and for what is no part of the text a phase of the page
(above, inside or below the article's text), so that a page has one beginning and one end of its
article. States are weighed by the features of their line and by the state of the line before
(a conditional random field); forward and backward sums give each state its chance. A line gets
the kind of the best chance, but near the main text a line is given up only for good evidence: to
lose an article's line is worse than to keep a scrap.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp
from operator import itemgetter, mul
from struct import Struct
from typing import NamedTuple, cast

from loader.model import ARTICLE_KINDS, KINDS, Kind
from loader.split.features import AT_MAIN, PLAIN, Key, Keys
from loader.split.shape import MIDDLING
from loader.split.unfold import unfold

PHASED: tuple[Kind, ...] = ("byline", "caption", "dateline", "teaser", "notice")
TEXT_KINDS: tuple[Kind, ...] = ("title", "standfirst", "heading", "body")
PHASES = ("above", "inside", "below")
STATES: tuple[str, ...] = TEXT_KINDS + tuple(
    f"{phase} {kind}" for phase in PHASES for kind in PHASED
)
_KIND_OF: tuple[int, ...] = tuple(KINDS.index(cast("Kind", s.split()[-1])) for s in STATES)
_BODY = STATES.index("body")
_OWN = len(ARTICLE_KINDS)  # the kinds of an article's text stand first in KINDS
_BYLINE = KINDS.index("byline")

# How likely a line must be none of the article's to be called so. Where the main text stands more
# is asked, and most of what looks like text: a sentence, or a line as long as one.
_TEXT_IN_MAIN, _SHORT_IN_MAIN, _OUTSIDE, _AS_BYLINE = 0.98, 0.9, 0.7, 0.6
_LEAST_BYLINE = 0.5  # how likely a byline itself must be: it names people
_OUT_OF_REACH = 550  # hundredths: a state so much weaker than the line's strongest is not followed
_FACTORS = tuple(exp(-less / 100) for less in range(_OUT_OF_REACH + 1))
_CACHED = 16_000  # views whose sums are remembered; each takes some 400 bytes

# A feature's weights are one whole number: hundredths in lanes of 32 bits, one lane a state. They
# add up in one step, and to the same sum on every Python. Views begin above zero, so that the
# lanes of seven of them are all positive.
_LANES = Struct(f"<{len(STATES)}I")
_ABOVE_ZERO = sum(1 << 32 * place + 24 for place in range(len(STATES)))

Vector = tuple[float, ...]
Reach = tuple[list[int], list[float]]  # the states within reach of a line, the factor of each


class Choice(NamedTuple):
    """A line's kind and its chance, raw: before calibration."""

    kind: Kind
    chance: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The learned weights: by feature a vector over ``STATES``, and the steps between states.

    ``factors`` are the exponentials of ``steps`` by the state that is left, ``arrivals`` the same
    by the state that is entered. ``lanes`` are the features' weights as they are added up; the
    vectors of ``features`` only explain.
    """

    features: dict[str, Vector]
    lanes: dict[str, int]
    steps: tuple[Vector, ...]
    factors: tuple[Vector, ...]
    arrivals: tuple[Vector, ...]
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
    factors = tuple(tuple(exp(weight) for weight in row) for row in steps)
    return Weights(
        features={name: vector(row) for name, row in held["features"].items()},
        lanes={name: packed(row) for name, row in held["features"].items()},
        steps=steps,
        factors=factors,
        arrivals=tuple(zip(*factors, strict=True)),
        calibration=tuple((chance, share) for chance, share in held["calibration"]),
    )


class _Sums(dict[Key, int]):
    """By view the summed weights of its features, as lanes; fills itself."""

    def __init__(self, lanes: dict[str, int]) -> None:
        super().__init__()
        self._lanes = lanes

    def __missing__(self, key: Key) -> int:
        if len(self) >= _CACHED:
            self.clear()
        found = self[key] = sum([self._lanes.get(name, 0) for name in unfold(key)], _ABOVE_ZERO)
        return found


class Decider:
    """Weights and the remembered sums of the views met so far."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._sum_of = _Sums(weights.lanes).__getitem__

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
        reaches = [self._reach(key) for key in keys]
        ahead = _carry(self.weights.arrivals, reaches, before)
        behind = _carry(self.weights.factors, reaches[::-1], after)[::-1]
        return [_choose(*row) for row in zip(keys, reaches, ahead, behind, strict=True)]

    def weigh(self, key: Keys) -> tuple[int, ...]:
        """Return the summed weights of a line's features by state, in hundredths above a bias."""
        return _LANES.unpack(sum(map(self._sum_of, key)).to_bytes(_LANES.size, "little"))

    def _reach(self, key: Keys) -> Reach:
        sums = self.weigh(key)
        best = max(sums)
        least = best - _OUT_OF_REACH
        states = [state for state, sum_ in enumerate(sums) if sum_ >= least]
        return states, [_FACTORS[best - sums[state]] for state in states]


_SURE = tuple(Choice(KINDS[kind], 1.0) for kind in _KIND_OF)
_PLAIN_CHOICE = _SURE[_BODY]


_CERTAIN = [1.0]


def _carry(steps: tuple[Vector, ...], reaches: list[Reach], known: int) -> list[list[float]]:
    """Return, line by line, what the states in reach are worth by the lines before them.

    ``steps`` has for each state the factors of the states before it. ``known`` is the state of
    the line before the first, or -1. Worths count among those of one line only. Where one state
    is in reach, nothing before it weighs.
    """
    rows = []
    before, worth = [known] if known >= 0 else [], [1.0]
    for states, factors in reaches:
        if len(states) == 1:
            rows.append(_CERTAIN)
            before = states
            continue
        if not before:
            row = [1.0] * len(states)
        elif len(before) == 1:
            row = [steps[state][before[0]] for state in states]
        else:
            pick = itemgetter(*before)
            row = [sum(map(mul, pick(steps[state]), worth)) for state in states]
        rows.append(row)
        passed = list(map(mul, row, factors))
        scale = 1 / sum(passed)
        before, worth = states, [one * scale for one in passed]
    return rows


def _choose(keys: Keys, reach: Reach, ahead: list[float], behind: list[float]) -> Choice:
    states, factors = reach
    if len(states) == 1:
        return _SURE[states[0]]
    chances = [0.0] * len(KINDS)
    for state, chance in zip(states, map(mul, map(mul, ahead, behind), factors), strict=True):
        chances[_KIND_OF[state]] += chance
    own, others = chances[:_OWN], chances[_OWN:]
    given_up, whole = sum(others), sum(chances)
    if others[_BYLINE - _OWN] < _LEAST_BYLINE * whole:
        others[_BYLINE - _OWN] = 0.0
    best = _OWN + others.index(max(others))
    if given_up < _asked(keys[4], best) * whole:
        best = own.index(max(own))
    return Choice(KINDS[best], chances[best] / whole)


def _asked(place: Key, kind: int) -> float:
    """Return how likely a line at a place must be none of the article's to be of that kind."""
    _, size, ending, _, _, region, *_ = place
    if kind == _BYLINE:
        return _AS_BYLINE
    if region not in AT_MAIN:
        return _OUTSIDE
    return _TEXT_IN_MAIN if size >= MIDDLING or not ending else _SHORT_IN_MAIN  # 0: finished
