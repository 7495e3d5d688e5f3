"""Wordings with slots become lines."""

import re
from random import Random

from loader.evaluate import headlines, phrases


class Fill:
    """Fills a wording with invented names, roles and places."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng

    def __call__(self, wording: str) -> str:
        """Return the wording, another choice in each of its slots."""

        def draw(match: re.Match[str]) -> str:
            choice = self.rng.choice
            name = choice(phrases.NAMES if choice("nnnr") == "n" else headlines.ROMANISED)
            return {
                "n": name,
                "N": name.upper(),
                "r": choice(phrases.ROLES),
                "o": choice(phrases.ORGANISATIONS),
                "p": choice(phrases.PLACES),
                "f": choice(("He", "She", name.split()[-1])),
                "d": str(self.rng.randint(1, 240)),
                "d2": str(self.rng.randint(1, 28)),
            }[match.group(1)]

        return re.sub(r"\{([nNropfd]|d2)\}", draw, wording)
