"""Long lists as sites print them: menus of many lines, and other articles one below the other."""

# ruff: noqa: PLR2004  (chances stand where they are drawn)

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from random import Random

from loader.evaluate import phrases
from loader.evaluate.pages import read_templates
from loader.evaluate.truth import Labelled

Words = Callable[[str], str]
_TINY, _HEADLINE = 28, (25, 110)  # characters of a menu's entry and of a headline
_BULLETS = ("", "", "", "* ", "* ", "- ", "• ", "+ ", "> ", "o ")
_MONTHS = ("March", "Jan", "April", "Nov", "Juni", "Mai", "mars", "abril", "maggio", "Sept.")


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, list[str]]]:
    """Return by language the menu entries, headlines and pointers of the invented pages."""
    entries, titles, pointers = (defaultdict[str, list[str]](list) for _ in range(3))
    for page in read_templates():
        before = ""
        for kind, text in page.lines:
            bare = text.lstrip("*+-•>· ")
            if kind == "notice" and 2 <= len(bare) <= _TINY:
                entries[page.language].append(bare)
            if kind == "teaser" and before != "teaser" and len(bare) <= _TINY:
                pointers[page.language].append(bare)
            long = _HEADLINE[0] // (2 if text[0] > "\u2e80" else 1)
            whole = bare[-1:].isalnum() or bare[-1:] in ("?", "!", "”", "’")
            if whole and kind in ("teaser", "title") and long <= len(bare) <= _HEADLINE[1]:
                titles[page.language].append(bare)
            before = kind
    return entries, titles, pointers


def _known(words: dict[str, list[str]], language: str | None) -> list[str]:
    return words.get(language or "en") or words["en"]


def make_menu(rng: Random, language: str | None, fill: Words) -> list[Labelled]:
    """Return a menu: sections, subjects, columnists and places, with or without bullets."""
    entries = _known(_vocabulary()[0], language)
    most = rng.choice((12, 30, 60, 120))
    outer, inner = rng.choice(_BULLETS), rng.choice(_BULLETS)
    wording = rng.choice(("{n}", "{p}", "{o}", "{r}"))
    menu: list[Labelled] = []
    while len(menu) < most:
        menu.append(("notice", outer + rng.choice(entries)))
        foreign = rng.random() < 0.25
        for _ in range(rng.choice((0, 0, 2, 4, 8, 15))):
            text = fill(wording) if foreign else rng.choice(entries)
            menu.append(("notice", inner + text))
    return menu[:most]


def make_listing(
    rng: Random, language: str | None, openings: Sequence[str], fill: Words, cut: Words
) -> list[Labelled]:
    """Return many teasers of one make: kicker, headline, name, date, text, each or none."""
    _, titles, pointers = _vocabulary()
    shown = [part for part, chance in _PARTS if rng.random() < chance]
    if not {"title", "text"} & set(shown):
        shown.append("title")
    if rng.random() < 0.2:
        rng.shuffle(shown)
    bullet = rng.choice(_BULLETS) if rng.random() < 0.3 else ""
    form, glued = rng.randrange(5), rng.random() < 0.25
    name = rng.choice(("By {n}", "{n}", "by {n}", "{n}, {r}"))
    kickers, known = _kickers(language), _known(titles, language)
    writers: dict[str, Callable[[], str]] = {
        "kicker": lambda: rng.choice(kickers),
        "title": lambda: bullet + rng.choice(known),
        "name": lambda: fill(name),
        "date": lambda: make_date(rng, form),
        "text": lambda: make_date(rng, form) * glued + cut(rng.choice(openings)),
        "more": lambda: rng.choice(_MORE),
    }
    listing: list[Labelled] = []
    if rng.random() < 0.4:
        listing.append(("teaser", rng.choice(_known(pointers, language))))
    for _ in range(rng.choice((3, 5, 8, 12, 20, 30))):
        listing += [("teaser", writers[part]()) for part in shown]
    return listing


_MORE = ("Read more", "Mehr", "Continue reading", "Weiterlesen")
_PARTS = (
    ("kicker", 0.35),
    ("title", 0.9),
    ("name", 0.25),
    ("date", 0.3),
    ("text", 0.55),
    ("more", 0.12),
)


def _kickers(language: str | None) -> list[str]:
    entries = _known(_vocabulary()[0], language)
    return [*entries[:40], *(text.strip(" :|：»》") for text in phrases.KICKERS[:10])]


def make_date(rng: Random, form: int) -> str:
    """Return a date in one of five forms."""
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2005, 2033)
    return (
        f"{day:02}.{month:02}.{year}",
        f"{rng.choice(_MONTHS)} {day}, {year}",
        f"{rng.randint(2, 23)} hours ago",
        f"{year}-{month:02}-{day:02}",
        f"{day} {rng.choice(_MONTHS)} {year}, {month}:{day:02}",
    )[form]
