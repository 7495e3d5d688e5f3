"""The decision: one page, one best reading, by a linear chain over lines.

Every line is in one state: a kind, and for what is no part of the text a phase of the page
(above, inside or below the article's text), so that a page has one beginning and one end of its
article. States are weighed by the features of their line and by the state of the line before
(a conditional random field); forward and backward sums give each state its chance. A line gets
the kind of the best chance, but an article's line is given up only for good evidence.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import NamedTuple, cast

from loader.model import ARTICLE_KINDS, KINDS, Kind
from loader.split.features import PLAIN, Key, Keys
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
_SCRAPS = frozenset(KINDS.index(kind) for kind in ("teaser", "notice"))

_TO_SCRAP, _TO_MARKED = 0.9, 0.75  # chances of being none of the article's
_OUT_OF_REACH = 5.5  # a state so much weaker than the line's strongest is not followed
_CACHED = 16_000  # keys whose vectors are remembered; each takes a kilobyte

Vector = tuple[float, ...]
Reach = list[tuple[int, float]]  # the states within reach of a line and the factor of each


class Choice(NamedTuple):
    """A line's kind and its chance, raw: before calibration."""

    kind: Kind
    chance: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The learned weights: by feature a vector over ``STATES``, and the steps between states."""

    features: dict[str, Vector]
    steps: tuple[Vector, ...]
    factors: tuple[Vector, ...]
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

    steps = tuple(vector(held["steps"].get(state, {})) for state in STATES)
    return Weights(
        features={name: vector(row) for name, row in held["features"].items()},
        steps=steps,
        factors=tuple(tuple(exp(weight) for weight in row) for row in steps),
        calibration=tuple((chance, share) for chance, share in held["calibration"]),
    )


class Decider:
    """Weights and the remembered vectors of the keys met so far."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._vectors: dict[Key, Vector] = {}
        self._numbers: dict[float, float] = {}  # equal ones kept once, near the processor

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
        scores = [self._reach(key) for key in keys]
        forward = self._forward(scores, before)
        backward = self._backward(scores, after)
        return [_choose(*row) for row in zip(scores, forward, backward, strict=True)]

    def _reach(self, key: Keys) -> Reach:
        known = self._vectors
        vectors = [known.get(view) or self.vector(view) for view in key]
        sums = [a + b + c + d + e + f + g for a, b, c, d, e, f, g in zip(*vectors, strict=True)]
        best = max(sums)
        least = best - _OUT_OF_REACH
        return [(state, exp(s - best)) for state, s in enumerate(sums) if s >= least]

    def vector(self, key: Key) -> Vector:
        """Return the summed weights of a key's features."""
        found = self._vectors.get(key)
        if found is None:
            rows = [row for name in unfold(key) if (row := self.weights.features.get(name))]
            sums = map(sum, zip(*rows, strict=True)) if rows else (0.0,) * len(STATES)
            share = self._numbers.setdefault
            found = tuple([share(number, number) for number in sums])
            if len(self._vectors) >= _CACHED:
                self._vectors.clear()
                self._numbers.clear()
            self._vectors[key] = found
        return found

    def _forward(self, scores: list[Reach], before: int) -> list[list[float]]:
        """Return how likely each state in reach is by what stands up to its line, unscaled."""
        factors = self.weights.factors
        arrived = [(factors[before], 1.0)] if before >= 0 else []
        rows = []
        for reach in scores:
            if len(reach) == 1:
                rows.append(_CERTAIN)
                arrived = [(factors[reach[0][0]], 1.0)]
                continue
            if arrived:
                row = [
                    factor * sum([steps[state] * weight for steps, weight in arrived])
                    for state, factor in reach
                ]
            else:
                row = [factor for _, factor in reach]
            rows.append(row)
            scale = 1 / sum(row)
            arrived = [
                (factors[state], weight * scale)
                for (state, _), weight in zip(reach, row, strict=True)
            ]
        return rows

    def _backward(self, scores: list[Reach], after: int) -> list[list[float]]:
        """Return how likely what stands below each line is from each state in reach, unscaled."""
        factors = self.weights.factors
        leaving = [(after, 1.0)] if after >= 0 else []
        rows = []
        for reach in reversed(scores):
            if len(reach) == 1:
                rows.append(_CERTAIN)
                leaving = [(reach[0][0], 1.0)]
                continue
            if leaving:
                row = [
                    sum([steps[onward] * weight for onward, weight in leaving])
                    for steps in [factors[state] for state, _ in reach]
                ]
            else:
                row = [1.0] * len(reach)
            rows.append(row)
            scale = 1 / sum(row)
            leaving = [
                (state, factor * weight * scale)
                for (state, factor), weight in zip(reach, row, strict=True)
            ]
        rows.reverse()
        return rows


_CERTAIN = [1.0]  # where one state is in reach, its neighbours do not weigh
_SURE = tuple(Choice(KINDS[kind], 1.0) for kind in _KIND_OF)
_PLAIN_CHOICE = _SURE[_BODY]


def _choose(reach: Reach, forward: list[float], backward: list[float]) -> Choice:
    if len(reach) == 1:
        return _SURE[reach[0][0]]
    chances = [0.0] * len(KINDS)
    for (state, _), ahead, behind in zip(reach, forward, backward, strict=True):
        chances[_KIND_OF[state]] += ahead * behind
    own, others = chances[:_OWN], chances[_OWN:]
    given_up, whole = sum(others), sum(chances)
    best = _OWN + others.index(max(others))
    if given_up < (_TO_SCRAP if best in _SCRAPS else _TO_MARKED) * whole:
        best = own.index(max(own))
    return Choice(KINDS[best], chances[best] / whole)
