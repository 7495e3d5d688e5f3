"""How sites cut the teasers of other articles."""

# ruff: noqa: PLR2004  (chances stand where they are drawn)

import re
from random import Random
from typing import Literal

from loader.evaluate import phrases
from loader.split.shape import is_wide

Law = Literal[
    "words", "characters", "sentence", "ellipsis", "headline and text", "kicker", "headline only"
]
LAWS: tuple[Law, ...] = (
    "words",
    "characters",
    "sentence",
    "ellipsis",
    "headline and text",
    "kicker",
    "headline only",
)
_SENTENCE_END = re.compile(r"[.!?][”\"’)]?(?=\s)|[。！？][」』）]?")


class Cut:
    """One page's way of cutting its teasers."""

    def __init__(self, rng: Random, law: Law) -> None:
        self.law = law
        plain = ("words", "characters", "sentence")
        self.how = law if law in plain else rng.choice(("words", "characters", "sentence", "end"))
        if law == "ellipsis":
            self.how = rng.choice(("words", "characters"))
        self.words = rng.choice((12, 20, 25, 30, 40, 50, 55, 60, 75, 80, 100, 100, 120))
        self.characters = rng.choice((90, 120, 150, 160, 200, 250, 300, 400, 500, 600, 800))
        self.whole_words = rng.random() < 0.6
        self.slack = rng.choice((0, 0, 0, 3, 8))
        tail = law == "ellipsis" or (
            law not in plain and self.how != "sentence" and rng.random() < 0.5
        )
        self.tail = rng.choice(phrases.ELLIPSES) if tail else ""
        self.least = rng.choice((1, 60, 120, 200, 300))
        self.rng = rng

    def __call__(self, opening: str) -> str:
        """Return the beginning of an article as this page shows it."""
        if self.how in ("sentence", "end"):
            return _cut_at_sentence(opening, self.least)
        wide = is_wide(opening)
        if self.how == "words" and not wide:
            number = self.words + self.rng.randint(0, self.slack)
            cut = " ".join(opening.split()[:number])
        else:
            cut = opening[: (self.characters // 3 if wide else self.characters)]
            if self.whole_words and not wide:
                cut = cut.rpartition(" ")[0] or cut
        cut = cut.rstrip()
        return cut.rstrip(".,;:") + self.tail if self.tail else cut


def _cut_at_sentence(opening: str, least: int) -> str:
    for match in _SENTENCE_END.finditer(opening):
        if match.end() >= least:
            return opening[: match.end()].strip()
    return opening.strip()
