"""Learn the splitter's weights: ``python -m loader.evaluate.train TRUTH_DIR… --out FILE``.

Needs the ``train`` extra. Prints the cross-validated figures and the reliability table, then
writes weights learned from all documents, calibrated by the cross-validation.
"""

import argparse
import sys
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from loader.evaluate.crossval import Guess, cross_validate
from loader.evaluate.learn import Recipe, learn, write_weights
from loader.evaluate.score import Judged, score
from loader.evaluate.truth import read_truth

_BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0)
_LEAST_IN_STEP = 150  # guesses that a step of the calibration must rest on


def main(arguments: list[str] | None = None) -> None:
    """Learn, judge and write weights as the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m loader.evaluate.train")
    parser.add_argument("folders", nargs="+", type=Path, metavar="TRUTH_DIR")
    parser.add_argument("--out", type=Path, required=True, help="the weights file to write")
    parser.add_argument("--composed", type=int, default=Recipe().composed, help="composed pages")
    options = parser.parse_args(arguments)
    recipe = replace(Recipe(), composed=options.composed)
    documents = read_truth(options.folders)
    guesses = cross_validate(documents, recipe, _tell)
    _tell(render_figures(guesses))
    steps = calibration(guesses)
    _tell(render_reliability(guesses, steps))
    held = learn(documents, recipe) | {"calibration": [list(step) for step in steps]}
    options.out.write_text(write_weights(held), "utf-8")
    _tell(f"{options.out}: {options.out.stat().st_size} bytes")


def _tell(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def render_figures(guesses: list[Guess]) -> str:
    """Return a table of the figures by set of documents."""
    groups: dict[str, list[Guess]] = defaultdict(list)
    for guess in guesses:
        groups[guess.set_].append(guess)
    rows = ["set                                    lines  accuracy  fragment  byline  lost/1000"]
    for name in sorted(groups):
        pairs = tuple((guess.truth, guess.found) for guess in groups[name])
        whole = score([Judged(name, None, pairs, (), None)])  # type: ignore[arg-type]
        rows.append(
            f"{name:38} {whole.lines:5}  {whole.accuracy:8.4f}"
            f"  {whole.families['fragment'].f1:8.3f}  {whole.families['byline'].f1:6.3f}"
            f"  {whole.lost:9.2f}"
        )
    return "\n".join(rows)


def calibration(guesses: list[Guess]) -> list[tuple[float, float]]:
    """Return points (raw chance, share right), both rising: isotonic regression.

    Neighbouring guesses are pooled until the shares rise and each step rests on enough of them.
    """
    steps: list[list[float]] = []  # sum of chances, number right, number
    for guess in sorted(guesses, key=lambda guess: (guess.chance, guess.document, guess.number)):
        steps.append([guess.chance, guess.truth == guess.found, 1])
        while len(steps) > 1 and (
            steps[-2][2] < _LEAST_IN_STEP
            or steps[-2][1] / steps[-2][2] >= steps[-1][1] / steps[-1][2]
        ):
            last = steps.pop()
            steps[-1] = [a + b for a, b in zip(steps[-1], last, strict=True)]
    points = [(round(chance / n, 4), round(right / n, 4)) for chance, right, n in steps]
    return [(0.0, points[0][1]), *points, (1.0, points[-1][1])]


def render_reliability(guesses: list[Guess], steps: list[tuple[float, float]]) -> str:
    """Return the reliability table: of lines called so sure, how many are right."""
    rows = ["called sure      lines   mean confidence   right"]
    sure = [(_interpolate(steps, guess.chance), guess.truth == guess.found) for guess in guesses]
    for low, high in pairwise(_BINS):
        inside = [(c, r) for c, r in sure if low <= c < high or (high == 1.0 and c == high)]
        if inside:
            mean = sum(c for c, _ in inside) / len(inside)
            right = sum(r for _, r in inside) / len(inside)
            rows.append(f"{low:.3f} to {high:.3f}  {len(inside):5}  {mean:16.3f}  {right:6.3f}")
    return "\n".join(rows)


def _interpolate(points: list[tuple[float, float]], chance: float) -> float:
    for (left, low), (right, high) in pairwise(points):
        if left <= chance <= right and right > left:
            return low + (high - low) * (chance - left) / (right - left)
    return points[-1][1]


if __name__ == "__main__":
    main()
