"""Lines become labels: what each line of a page is, why, and how surely."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from loader.model import Kind
from loader.split.decide import Decider, read_weights
from loader.split.features import PLAIN, Keys, find_keys
from loader.split.lines import Line
from loader.split.shape import ELLIPSIS, ENDINGS
from loader.split.sketch import sketch_page
from loader.split.words import BIT

_UNFINISHED = 2  # ENDINGS from here on: trailing off, unfinished
_TOGETHER = 20_000  # lines judged together, at some 3 KB each; what is longer is no page


class Label(NamedTuple):
    """What a line is: its kind, the rule that decided, and the chance that it is right."""

    kind: Kind
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A reason to name for a line of a kind: the first whose marks it bears is named."""

    kind: Kind
    name: str
    marks: tuple[str, ...]


RULES: tuple[Rule, ...] = (
    Rule("byline", "bio: name and verb", ("name and bio verb",)),
    Rule("byline", "by-line words", ("by-line words",)),
    Rule("byline", "note on the author", ("note on the author", "about the author")),
    Rule("byline", "credit", ("credit", "credit label")),
    Rule("byline", "contact", ("address", "handle", "contact")),
    Rule("byline", "name and role", ("name and role",)),
    Rule("byline", "name alone", ("name alone", "signature")),
    Rule("caption", "picture credit", ("picture credit at the end",)),
    Rule("caption", "picture words", ("picture word",)),
    Rule("caption", "who stands where", ("pose word",)),
    Rule("dateline", "date", ("date first", "date", "clock time", "publishing word", "date word")),
    Rule("dateline", "section name", ("kicker word", "section words alone")),
    Rule("teaser", "pointer to other pieces", ("related word",)),
    Rule("teaser", "kicker", ("kicker word",)),
    Rule("notice", "rights note", ("copyright word",)),
    Rule("notice", "subscription or sign-up", ("subscription word",)),
    Rule("notice", "sharing", ("sharing word",)),
    Rule("notice", "comments", ("comment word",)),
    Rule("notice", "advertisement", ("advertisement word",)),
    Rule("notice", "disclaimer", ("disclaimer word",)),
    Rule("notice", "menu or footer", ("site word", "section words alone", "breadcrumb", "hashtag")),
    Rule("notice", "offer or event", ("price", "event word")),
    Rule("notice", "address", ("street word", "postal code")),
    Rule("notice", "call to the reader", ("call first", "reader word")),
)
_BY_KIND: dict[Kind, tuple[tuple[int, str], ...]] = {
    kind: tuple(
        (sum(BIT[mark] for mark in rule.marks), rule.name) for rule in RULES if rule.kind == kind
    )
    for kind in ("byline", "caption", "dateline", "teaser", "notice")
}
_OTHERWISE: dict[Kind, str] = {
    "title": "headline above the text",
    "standfirst": "summary above the text",
    "heading": "short line between paragraphs",
    "body": "paragraph",
    "byline": "stands where authors are named",
    "caption": "stands where captions stand",
    "dateline": "stands where dates stand",
    "teaser": "stands among pieces of other articles",
    "notice": "stands among site furniture",
}


def label_lines(lines: list[Line]) -> list[Label]:
    """Return one label for each line, the page judged as a whole.

    Texts of more lines than any page has are judged in parts, so that memory stays bounded.
    """
    parts = (lines[start : start + _TOGETHER] for start in range(0, len(lines), _TOGETHER))
    return [label for part in parts for label in _label_together(part)]


def _label_together(lines: list[Line]) -> list[Label]:
    keys = find_keys(sketch_page(lines))
    choices = the_decider().decide(keys)
    return [
        _PLAIN if key is PLAIN else Label(c.kind, find_rule(c.kind, key), calibrate(c.chance))
        for key, c in zip(keys, choices, strict=True)
    ]


@lru_cache(maxsize=1)
def the_decider() -> Decider:
    """Return the decider over the package's weights; a process makes one."""
    return Decider(read_weights())


@lru_cache(maxsize=4096)
def _calibrated(permille: int) -> float:
    points = read_weights().calibration
    chance = permille / 1000
    place = min(max(bisect_left(points, (chance, 0.0)), 1), len(points) - 1)
    (left, low), (right, high) = points[place - 1], points[place]
    share = low + (high - low) * (chance - left) / (right - left) if right > left else high
    return round(min(max(share, 0.0), 0.999), 3)


def calibrate(chance: float) -> float:
    """Return the share of held-out lines of that raw chance that were right."""
    return _calibrated(round(chance * 1000))


def find_rule(kind: Kind, keys: Keys) -> str:
    """Return a short name for what speaks most plainly for a line's kind."""
    if keys is PLAIN:
        return _PLAIN.rule
    marks, shape_key, comparison = keys[1][1], keys[0], keys[5]
    if kind == "teaser":
        end = shape_key[2]
        near, alike = comparison[4], comparison[6]
        if near and ENDINGS[int(end)] >= _UNFINISHED:
            return "cut at the same number of words"
        if alike and ENDINGS[int(end)] >= _UNFINISHED:
            return "cut at the same length"
        if end == ELLIPSIS:
            return "trails off"
    for bits, name in _BY_KIND.get(kind, ()):
        if int(marks) & bits:
            return name
    return _OTHERWISE[kind]


_PLAIN = Label("body", "paragraph among paragraphs", 0.999)
