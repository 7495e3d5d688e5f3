"""Invented pages: what sites of many kinds and languages print around an article.

They are written for the project, line by line with their kinds, and lie in ``pages/``. A slot in
their text stands for ordinary paragraphs; those come from labelled documents, read where they lie.
"""

# ruff: noqa: PLR2004, S311  (chances stand where they are drawn; nothing is secret)

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain, islice
from random import Random
from typing import cast

from loader.evaluate.heads import looks_like_heading
from loader.evaluate.truth import Document, TruthKind

_SLOT = re.compile(r"\*(\d+)")
_PARAGRAPH = 80  # characters of the shortest ordinary paragraph; a third of it in wide scripts
_DROPPED = 0.1  # share of furniture and teasers that a page goes without
WIDE = ("zh", "ja", "ko")  # languages whose characters are wide and stand without spaces


@dataclass(frozen=True, slots=True)
class Template:
    """An invented page: its language and its lines, each with its kind."""

    language: str
    lines: tuple[tuple[TruthKind, str], ...]


def read_templates() -> list[Template]:
    """Return all invented pages, in the order of their files and of their place there."""
    folder = files("loader.evaluate").joinpath("pages")
    texts = [path.read_text("utf-8") for path in sorted(folder.iterdir(), key=lambda p: p.name)]
    return [_parse(page) for text in texts for page in text.strip().split("\n\n")]


def _parse(page: str) -> Template:
    first, *lines = page.split("\n")
    parted = [line.partition("\t") for line in lines]
    return Template(
        first.removeprefix("page "),
        tuple((cast("TruthKind", kind), text) for kind, _, text in parted),
    )


def fill_templates(
    templates: Sequence[Template], documents: Sequence[Document], *, seed: int
) -> list[Document]:
    """Return each invented page with paragraphs of the documents in its slots."""
    rng = Random(seed)
    articles = _articles(documents)
    return [
        _fill(rng, template, articles, f"invented-{seed}/{number}.txt")
        for number, template in enumerate(templates)
    ]


def _articles(documents: Sequence[Document]) -> dict[str, list[list[str]]]:
    """Return the ordinary paragraphs of each document, by language."""
    articles: dict[str, list[list[str]]] = defaultdict(list)
    for document in documents:
        language = document.language or "en"
        least = _PARAGRAPH // 3 if language in WIDE else _PARAGRAPH
        lines = document.text.split("\n")
        paragraphs = [
            text
            for number, kind in document.kinds.items()
            if kind == "body"
            and len(text := lines[number - 1].strip()) >= least
            and not looks_like_heading(kind, text)
        ]
        if len(paragraphs) >= 4:
            articles[language].append(paragraphs)
    return articles


def _fill(
    rng: Random, template: Template, articles: dict[str, list[list[str]]], name: str
) -> Document:
    alike = "zh" if template.language in WIDE else "en"
    known = articles.get(template.language) or articles.get(alike) or [*chain(*articles.values())]
    paragraphs = _paragraphs(rng, known)
    gap = rng.choice((1, 1, 1, 2))
    lines: list[str] = []
    kinds: dict[int, TruthKind] = {}
    for kind, text in template.lines:
        slot = _SLOT.fullmatch(text)
        if slot:
            texts = list(islice(paragraphs, max(1, int(slot[1]) + rng.randint(-1, 2))))
        else:
            dropped = kind in ("notice", "teaser") and rng.random() < _DROPPED
            texts = [] if dropped else [text]
        for line in texts:
            if lines:
                lines += [""] * (gap - 1)
            lines.append(line)
            kinds[len(lines)] = kind
    return Document(name, "\n".join(lines) + "\n", template.language, kinds, None)


def _paragraphs(rng: Random, articles: list[list[str]]) -> Iterator[str]:
    """Yield the paragraphs of one article after another, without end."""
    while True:
        article = rng.choice(articles)
        start = rng.randrange(len(article) // 2)
        yield from article[start:]
