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
from itertools import pairwise
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
_ARTICLE = tuple(kind in ARTICLE_KINDS for kind in KINDS)

_OTHERS = tuple(place for place, article in enumerate(_ARTICLE) if not article)
_OWN = tuple(place for place, article in enumerate(_ARTICLE) if article)
_SCRAPS = frozenset(KINDS.index(kind) for kind in ("teaser", "notice"))

_TO_SCRAP, _TO_MARKED = 0.9, 0.75  # chances of being none of the article's
_OUT_OF_REACH = 5.5  # a state so much weaker than the line's strongest is not followed
_CACHED = 60_000  # keys whose vectors are remembered

Vector = tuple[float, ...]


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
        return [
            _choose(scores[index], forward[index], backward[index]) for index in range(len(keys))
        ]

    def _reach(self, key: Keys) -> list[tuple[int, float]]:
        """Return the states within reach of a line and the factor of each."""
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

    def _forward(self, scores: list[list[tuple[int, float]]], before: int) -> list[list[float]]:
        factors = self.weights.factors
        if before < 0:
            row = [factor for _, factor in scores[0]]
        else:
            steps = factors[before]
            row = [factor * steps[state] for state, factor in scores[0]]
        rows = [_scaled(row)]
        for before_it, reach in pairwise(scores):
            if len(before_it) == 1:
                steps = factors[before_it[0][0]]
                row = [factor * steps[state] for state, factor in reach]
            else:
                arrived = [
                    (factors[state], weight)
                    for (state, _), weight in zip(before_it, rows[-1], strict=True)
                ]
                row = [
                    factor * sum([steps[state] * weight for steps, weight in arrived])
                    for state, factor in reach
                ]
            rows.append(_scaled(row))
        return rows

    def _backward(self, scores: list[list[tuple[int, float]]], after: int) -> list[list[float]]:
        factors = self.weights.factors
        last = scores[-1]
        row = [1.0 if after < 0 else factors[state][after] for state, _ in last]
        rows = [_scaled(row)]
        for behind_it, reach in pairwise(reversed(scores)):
            if len(reach) == 1:
                row = _CERTAIN
            else:
                leaving = [
                    (state, factor * weight)
                    for (state, factor), weight in zip(behind_it, rows[-1], strict=True)
                ]
                row = [
                    sum([steps[onward] * weight for onward, weight in leaving])
                    for steps in [factors[state] for state, _ in reach]
                ]
            rows.append(_scaled(row))
        rows.reverse()
        return rows


_PLAIN_CHOICE = Choice("body", 1.0)
_CERTAIN = [1.0]  # where one state is in reach, what follows does not weigh


def _scaled(row: list[float]) -> list[float]:
    whole = sum(row) or 1.0
    return [weight / whole for weight in row]


def _choose(scores: list[tuple[int, float]], forward: list[float], backward: list[float]) -> Choice:
    chances = [0.0] * len(KINDS)
    if len(scores) == 1:
        return Choice(KINDS[_KIND_OF[scores[0][0]]], 1.0)
    whole = given_up = 0.0
    for (state, _), ahead, behind in zip(scores, forward, backward, strict=True):
        chance = ahead * behind
        kind = _KIND_OF[state]
        whole += chance
        chances[kind] += chance
        if not _ARTICLE[kind]:
            given_up += chance
    if whole <= 0.0:
        return Choice("body", 0.0)
    best = max(_OTHERS, key=chances.__getitem__)
    if given_up < (_TO_SCRAP if best in _SCRAPS else _TO_MARKED) * whole:
        best = max(_OWN, key=chances.__getitem__)
    return Choice(KINDS[best], chances[best] / whole)
