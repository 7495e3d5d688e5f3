"""Bare pages: an article with nothing around it but a note on its author and scraps of others."""

# ruff: noqa: S311  (nothing is secret)

from collections.abc import Sequence
from random import Random

from loader.evaluate import phrases
from loader.evaluate.compose import lay_out
from loader.evaluate.cuts import Law
from loader.evaluate.fill import Fill
from loader.evaluate.parts import Store
from loader.evaluate.teasers import make_teasers
from loader.evaluate.truth import Document, Labelled

_SIGNED, _NOTED = 0.6, 0.3  # shares of pages with a note on the author, with a notice
_FEWEST, _MOST = 6, 40  # lines of an article


def compose_bare(
    store: Store,
    *,
    seed: int,
    count: int,
    laws: Sequence[Law],
    wordings: Sequence[tuple[str, ...]] = (),
) -> list[Document]:
    """Return ``count`` pages made of the articles of documents that were no pages of sites.

    Teasers are cut by one of the laws a page. Notes on authors are those of the documents, or
    ``wordings`` of one line or several, filled. What such documents call body stays body.
    """
    rng = Random(seed)
    articles = [part for part in store.parts if not part.printed]
    known = sorted({note for part in store.parts for note in part.bios})
    notes = [*wordings, *((note,) for note in known)]
    pages = []
    for number in range(count if articles else 0):
        part, law = rng.choice(articles), rng.choice(list(laws))
        page = list(part.article[: rng.randint(_FEWEST, _MOST)])
        page += _below(rng, notes)
        page += make_teasers(rng, store, part, law, Fill(rng))
        pages.append(lay_out(rng, page, f"bare/{law}-{number}.txt", part.language))
    return pages


def _below(rng: Random, notes: list[tuple[str, ...]]) -> list[Labelled]:
    """Return a note on the author and a notice, or one of them, or none."""
    below: list[Labelled] = []
    if notes and rng.random() < _SIGNED:
        fill = Fill(rng)
        below += [("byline", fill(line)) for line in rng.choice(notes)]
    if rng.random() < _NOTED:
        below.append(("notice", Fill(rng)(rng.choice(phrases.NOTICES))))
    return below
