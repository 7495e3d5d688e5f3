"""Teasers of other articles, cut and introduced as one page does it."""

# ruff: noqa: PLR2004  (chances stand where they are drawn; nothing is secret)

import re
from collections.abc import Iterator
from random import Random

from loader.evaluate import headlines, phrases
from loader.evaluate.cuts import Cut, Law
from loader.evaluate.fill import Fill
from loader.evaluate.heads import pick_language
from loader.evaluate.parts import Opening, Parts, Store
from loader.evaluate.truth import Labelled
from loader.split.shape import is_wide

_INVENTED = 0.4  # share of invented openings where there are any


def make_teasers(rng: Random, store: Store, part: Parts, law: Law, fill: Fill) -> list[Labelled]:
    """Return up to six teasers by a law, and what stands over and between them."""
    number = rng.choice((0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 6))
    others = [other for other in store.openings(part.language) if other.name != part.name]
    if not number or not others:
        return []
    teasers: list[Labelled] = []
    if rng.random() < 0.2:
        teasers.append(("teaser", rng.choice(phrases.POINTERS)))
    cut = Cut(rng, law)
    kicker_line = rng.random() < 0.3
    kickers = rng.sample(phrases.KICKERS, 2)
    for other in _mix(rng, rng.choices(others, k=number), store, part):
        if law == "kicker" and rng.random() < 0.8:
            kicker = rng.choice(kickers)
            if kicker_line:
                teasers.append(("teaser", kicker.strip()))
                teasers.append(("teaser", cut(other.opening)))
            else:
                teasers.append(("teaser", kicker + cut(other.opening)))
        elif law in ("headline and text", "headline only"):
            teasers.append(("teaser", make_headline(rng, store, other)))
            if law == "headline and text":
                teasers.append(("teaser", cut(other.opening)))
        else:
            teasers.append(("teaser", cut(other.opening)))
        if rng.random() < 0.03:
            teasers.append(("notice", fill(rng.choice(phrases.NOTICES[:30]))))
    return teasers


def _mix(rng: Random, others: list[Parts], store: Store, part: Parts) -> Iterator[Parts | Opening]:
    """Yield the openings, some of them exchanged for invented ones of the page's language."""
    otherwise = "zh" if is_wide(part.opening) else "en"
    language = part.language if part.language in store.invented else otherwise
    invented = store.invented.get(language)
    for other in others:
        yield rng.choice(invented) if invented and rng.random() < _INVENTED else other


def make_headline(rng: Random, store: Store, part: Parts | Opening) -> str:
    """Return the article's own headline, another one, or one made of its opening words."""
    draw = rng.random()
    if draw < 0.05:
        language = pick_language(rng, part.language, wide=is_wide(part.opening))
        return rng.choice(headlines.TITLES[language])
    if part.title and draw < 0.6:
        return part.title
    if store.headlines and draw < 0.85 and not is_wide(part.opening):
        return rng.choice(store.headlines)
    if is_wide(part.opening):
        return re.split(r"[，。、！？]", part.opening)[0][:30]
    words = part.opening.split()[: rng.randint(5, 11)]
    text = " ".join(words).rstrip(",;:.—-–\"'”“")
    return text.title() if rng.random() < 0.5 else text
