"""Learning the splitter's weights from labelled documents."""

import json
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

from loader.evaluate import notes, signatures
from loader.evaluate.bare import compose_bare
from loader.evaluate.compose import compose
from loader.evaluate.cuts import LAWS, Law
from loader.evaluate.openings import read_openings
from loader.evaluate.pages import fill_templates, read_templates
from loader.evaluate.parts import gather, is_printed
from loader.evaluate.truth import Document, TruthKind
from loader.split.decide import PHASED, STATES
from loader.split.features import PLAIN, Key, Keys, find_keys
from loader.split.lines import find_lines
from loader.split.sketch import sketch_page
from loader.split.unfold import unfold

_LEAST_WEIGHT = 0.04  # weights nearer to zero are dropped from the file
_REPEAT = 6  # times that a page with furniture counts beside a composed one
_REPEAT_SEED = 8  # times that a seed counts: users see these first, nearly every line is right
# Share of a line's views, and of the features of the others, that a lesson hides: no line of a page
# that nobody has seen bears all the evidence that its like bore in the lessons.
_HIDDEN = 0.15
_SEEN = (1 - _HIDDEN) ** 2  # weights learned from so many features, when all of them are seen
_SEED = 20261122
Example = tuple[list[list[str]], list[str]]  # the features of each line, and its state
Weighed = dict[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to learn: how many models of how many made-up pages, and how strongly to hold back.

    The weights are the mean over the models, each of which learns from the same documents and from
    composed and invented pages of its own: what one draw of pages taught by chance evens out.
    """

    models: int = 3
    composed: int = 1700
    bare: int = 800
    laws: tuple[Law, ...] = LAWS
    l1: float = 0.6
    l2: float = 1.0
    rounds: int = 140
    seed: int = _SEED


def learn(documents: Sequence[Document], recipe: Recipe) -> dict[str, Any]:
    """Return weights as the weights file holds them, without calibration.

    Deterministic: the same documents and recipe give the same weights. Needs the ``train``
    extra (python-crfsuite).
    """
    unfolded: dict[Key, list[str]] = {}
    sums: dict[str, Weighed] = {"features": defaultdict(float), "steps": defaultdict(float)}
    repeated = [document for document in documents for _ in range(_repeats(document))]
    for model in range(recipe.models):
        seed = recipe.seed + 100 * model
        random = Random(seed)  # noqa: S311  (nothing is secret)
        pages = [*repeated, *_draw_pages(documents, recipe, seed)]
        features, steps = _train([_example(page, unfolded, random) for page in pages], recipe)
        for name, weight in features.items():
            sums["features"][name] += _SEEN * weight / recipe.models
        for name, weight in steps.items():
            sums["steps"][name] += weight / recipe.models
    return {"calibration": [[0.0, 0.0], [1.0, 1.0]]} | {
        part: _rows(weights) for part, weights in sums.items()
    }


def _repeats(document: Document) -> int:
    """Return how many times a labelled page counts beside a composed one."""
    if document.name.startswith("seeds/"):
        return _REPEAT_SEED
    return _REPEAT if is_printed(document) else 1


def _draw_pages(documents: Sequence[Document], recipe: Recipe, seed: int) -> list[Document]:
    """Return invented pages, once each, and composed ones, some of them bare."""
    wordings = [*((note,) for note in notes.NOTES), *notes.NOTE_GROUPS, *signatures.BELOW]
    store, laws = replace(gather(documents), invented=read_openings()), recipe.laws
    return [
        *fill_templates(read_templates(), documents, seed=seed),
        *compose(store, seed=seed, count=recipe.composed, laws=laws),
        *compose_bare(store, seed=seed, count=recipe.bare, laws=laws, wordings=wordings),
    ]


def _train(examples: Sequence[Example], recipe: Recipe) -> tuple[Weighed, Weighed]:
    """Return the weights of one model: of features and of steps, by name and state."""
    crfsuite = import_module("pycrfsuite")
    trainer = crfsuite.Trainer(verbose=False, algorithm="lbfgs")
    trainer.set_params(
        {
            "c1": recipe.l1,
            "c2": recipe.l2,
            "max_iterations": recipe.rounds,
            "feature.possible_transitions": True,
        }
    )
    for rows, states in examples:
        trainer.append(rows, states)
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "model.crfsuite")
        trainer.train(model)
        tagger = crfsuite.Tagger()
        tagger.open(model)
        info = tagger.info()
        tagger.close()
    return info.state_features, info.transitions


def _example(document: Document, unfolded: dict[Key, list[str]], random: Random) -> Example:
    lines = find_lines(document.text)
    rows: list[list[str]] = []
    kinds: list[TruthKind] = []
    for line, keys in zip(lines, find_keys(sketch_page(lines)), strict=True):
        kind = document.kinds.get(line.number)
        if kind is not None:
            for key in keys:
                if key not in unfolded:
                    unfolded[key] = unfold(key)
            rows.append(show_some(keys, unfolded, random))
            kinds.append("body" if kind == "other" else kind)
    return rows, find_states(kinds)


def show_some(keys: Keys, unfolded: dict[Key, list[str]], random: Random) -> list[str]:
    """Return the features of a line, but for those that this lesson hides; all of a plain line."""
    if keys is PLAIN:
        return unfolded[keys[0]]
    shown = (unfolded[key] for key in keys if random.random() >= _HIDDEN)
    return [name for names in shown for name in names if random.random() >= _HIDDEN]


def find_states(kinds: Sequence[TruthKind]) -> list[str]:
    """Return the states of a page's lines: their kinds, and the phase of what is no text.

    >>> find_states(["byline", "body", "caption", "body", "teaser"])
    ['above byline', 'body', 'inside caption', 'body', 'below teaser']
    """
    core = [place for place, kind in enumerate(kinds) if kind in ("body", "heading")]
    core = core or [place for place, kind in enumerate(kinds) if kind == "title"] or [0]
    return [
        kind
        if kind not in PHASED
        else f"{'above' if n < core[0] else 'below' if n > core[-1] else 'inside'} {kind}"
        for n, kind in enumerate(kinds)
    ]


def _rows(weights: Weighed) -> dict[str, dict[str, float]]:
    """Return rounded weights by name and state, near-zero ones dropped, in sorted order."""
    rows: dict[str, dict[str, float]] = defaultdict(dict)
    for (name, state), weight in sorted(weights.items()):
        if abs(weight) >= _LEAST_WEIGHT and state in STATES:
            rows[name][state] = round(weight, 2)
    return dict(rows)


def write_weights(held: dict[str, Any]) -> str:
    """Return the text of a weights file: one feature a line, sorted."""
    parts = [f'{{"calibration": {json.dumps(held["calibration"])},']
    for part in ("steps", "features"):
        rows = ",\n".join(
            f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row)}"
            for name, row in sorted(held[part].items())
        )
        parts.append(f'"{part}": {{\n{rows}\n}}{"," if part == "steps" else "}"}')
    return "\n".join(parts) + "\n"
