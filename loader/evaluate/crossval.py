"""Cross-validation: what the splitter is worth on pages that its weights have not seen.

Documents are dealt into folds by publisher. Each fold is judged by weights learned from the
others, and so are pages composed from the fold's own paragraphs by a law that those weights
have not seen either.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from loader.evaluate.bare import compose_bare
from loader.evaluate.compose import compose
from loader.evaluate.cuts import LAWS, Law
from loader.evaluate.learn import Recipe, learn
from loader.evaluate.parts import gather
from loader.evaluate.truth import Document
from loader.split.decide import Decider, parse_weights
from loader.split.features import find_keys
from loader.split.lines import find_lines
from loader.split.sketch import sketch_page

HELD_OUT: tuple[tuple[Law, ...], ...] = (
    ("characters",),
    ("sentence",),
    ("ellipsis",),
    ("headline and text", "headline only"),
    ("kicker",),
)
_PAGES = 150  # pages composed by the laws that a fold holds out, and as many bare ones


@dataclass(frozen=True, slots=True)
class Guess:
    """One line of a held-out document: what it is, what it was called, and the raw chance."""

    set_: str
    document: str
    number: int
    truth: str
    found: str
    chance: float


def cross_validate(
    documents: Sequence[Document], recipe: Recipe, tell: Callable[[str], None]
) -> list[Guess]:
    """Return a guess for every line of every document, each by weights that never saw it."""
    guesses: list[Guess] = []
    for fold in range(len(HELD_OUT)):
        guesses += judge_fold(documents, recipe, fold)
        tell(f"fold {fold + 1} of {len(HELD_OUT)}")
    return guesses


def judge_fold(documents: Sequence[Document], recipe: Recipe, fold: int) -> list[Guess]:
    """Return a guess for every line of a fold's documents, by weights learned from the others."""
    laws = HELD_OUT[fold]
    fold_of = _deal([d for d in documents if not d.name.startswith("seeds/")])
    train = [d for d in documents if fold_of.get(d.publisher) != fold]
    test = [d for d in documents if fold_of.get(d.publisher) == fold]
    kept = tuple(law for law in LAWS if law not in laws)
    held = learn(train, replace(recipe, laws=kept, seed=recipe.seed + fold))
    decider = Decider(parse_weights(json.dumps(held)))
    guesses: list[Guess] = []
    for document in test:
        guesses += _guess(document.name.split("/")[0], document, decider)
    store = gather(test)
    for document in compose(store, seed=fold, count=_PAGES, laws=laws):
        guesses += _guess("law: " + " or ".join(laws), document, decider)
    for document in compose_bare(store, seed=fold, count=_PAGES, laws=laws):
        guesses += _guess("bare: the same laws", document, decider)
    return guesses


def _deal(documents: Sequence[Document]) -> dict[str, int]:
    publishers = sorted({document.publisher for document in documents})
    Random(5).shuffle(publishers)  # noqa: S311  (dealt by chance, always the same)
    return {publisher: place % len(HELD_OUT) for place, publisher in enumerate(publishers)}


def _guess(set_: str, document: Document, decider: Decider) -> list[Guess]:
    lines = find_lines(document.text)
    choices = decider.decide(find_keys(sketch_page(lines)))
    return [
        Guess(set_, document.name, line.number, kind, choice.kind, choice.chance)
        for line, choice in zip(lines, choices, strict=True)
        if (kind := document.kinds.get(line.number)) is not None and kind != "other"
    ]
