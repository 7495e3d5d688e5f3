"""Texts compared: a teaser with the opening of an article, an article with another.

Words are those between white space, lower case, without punctuation around them; each Han, kana or
hangul character is one. So ``matched`` counts in the unit of ``fragments.words``.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import Match, SequenceMatcher
from functools import cached_property
from itertools import pairwise

from loader.store.fold import CHARACTERS, is_segmented

OPENING = 1600  # characters of a body that a teaser may come from: 150 long words and more
_SAME_LINES = 0.6  # of the characters; half of the word runs then agree as well
NEAR = 0.5  # share of the longer article's word runs that the other must hold to be the same
_RUN = 3  # fewer words in a row also agree by chance
_LEAST = 8  # words in runs; research saw cut teasers from twelve words on
_KICKER = 20  # words before the cut text: a kicker, or a headline that the article lacks
_TAIL = 2  # words after the last that agree: one cut in the middle, one edited
_SHIFT = 3  # words put in or left out between two runs
_EDITS = 6  # words that may differ between runs, or one in eight of a long teaser
_AFTER_ELLIPSIS = 4  # words such as "Read more" after the cut
_SURE = 20  # words that agree; then one other word at the end was edited
_SHINGLE = 4
_COMPARED = 4000  # words of an article that are compared with another's
_PUNCTUATION = ".,;:!?…\"'“”‘’„‚«»‹›()[]{}<>|/*_–—-·•。，、；：！？「」『』（）【】《》"
_ELLIPSIS = re.compile(r"…|\.\.\.|\[…\]")
_CHARACTER = re.compile(f"([{CHARACTERS}])")


def folded_words(text: str) -> list[str]:
    """Return the words of a text in the form in which they are compared.

    >>> folded_words("“Well,” Lin (林) said —")
    ['well', 'lin', '', '林', '', 'said', '']
    """
    if is_segmented(text):
        text = _CHARACTER.sub(r" \1 ", text)
    return [word.strip(_PUNCTUATION) for word in text.lower().split()]


def teaser_words(text: str) -> list[str]:
    """Return a teaser's words without the invitation that some sites print after the ellipsis.

    >>> teaser_words("The ferry stopped again… Read more")
    ['the', 'ferry', 'stopped', 'again']
    """
    *cut, after = _ELLIPSIS.split(text)
    if cut and len(after.split()) <= _AFTER_ELLIPSIS:
        text = text[: len(text) - len(after)].rstrip("….] ")
    return folded_words(text)


def matched_words(teaser: Sequence[str], opening: Sequence[str]) -> int:
    """Return how many words of a teaser stand in runs in an article's opening.

    0 where the teaser was not cut from it. A kicker may stand before the cut text and a few words
    may have been edited, but the text must agree up to the teaser's end: articles that only begin
    alike part there. A number in place of another number tells two reports of one kind apart.
    """
    matcher = SequenceMatcher(None, teaser, opening, autojunk=False)
    blocks = _aligned(matcher.get_matching_blocks())
    if not blocks or blocks[0].a > min(_KICKER, len(teaser) // 2):
        return 0
    runs = sum(block.size for block in blocks if block.size >= _RUN)
    gaps = [
        (teaser[one.a + one.size : two.a], opening[one.b + one.size : two.b])
        for one, two in pairwise(blocks)
    ]
    edits = sum(len(ours) for ours, _ in gaps)
    tail = teaser[blocks[-1].a + blocks[-1].size :]
    if edits > max(_EDITS, len(teaser) // 8) or any(_numbers_differ(*gap) for gap in gaps):
        return 0
    if (
        _trails_off(blocks, len(teaser))
        or len(tail) > _TAIL
        or (tail and not edits and not _is_cut(tail, opening, blocks[-1], runs))
    ):
        return 0
    return runs if runs >= _LEAST and 2 * runs >= len(teaser) else 0


def _trails_off(blocks: Sequence[Match], length: int) -> bool:
    """Tell whether the teaser goes its own way after the last run, odd words apart."""
    last = max(place for place, block in enumerate(blocks) if block.size >= _RUN)
    agreeing = sum(block.size for block in blocks[last + 1 :])
    rest = length - blocks[last].a - blocks[last].size
    return rest - agreeing > max(_TAIL, agreeing)


def covered_words(teaser: Sequence[str], runs: Collection[tuple[str, ...]]) -> int:
    """Return how many words of a teaser stand in short runs that an opening holds somewhere."""
    covered = end = 0
    for start, run in enumerate(short_runs(teaser)):
        if run in runs:
            covered += start + _RUN - max(start, end)
            end = start + _RUN
    return covered


def may_match(teaser: Sequence[str], covered: int) -> bool:
    """Tell at little cost whether ``matched_words`` can find enough."""
    return covered >= _LEAST and 2 * covered >= len(teaser)


def short_runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the runs of so few words as count."""
    return zip(*(words[start:] for start in range(_RUN)), strict=False)


def _is_cut(tail: Sequence[str], opening: Sequence[str], last: Match, runs: int) -> bool:
    """Tell whether a teaser ends within the opening's next word, or after so much it must be it."""
    following = opening[last.b + last.size :][:1]
    return len(tail) == 1 and (runs >= _SURE or any(word.startswith(tail[0]) for word in following))


def _aligned(blocks: Sequence[Match]) -> list[Match]:
    """Return the blocks from the first run on, without words that agree by chance far off."""
    aligned: list[Match] = []
    for block in blocks:
        if not aligned:
            aligned += [block] * (block.size >= _RUN)
            continue
        last = aligned[-1]
        shift = abs((block.b - block.a) - (last.b - last.a))
        if block.size >= 2 * _RUN or (block.size and shift <= _SHIFT):
            aligned.append(block)
    return aligned


def _numbers_differ(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return _numbers(ours) != _numbers(theirs) and bool(_numbers(ours) and _numbers(theirs))


def _numbers(words: Sequence[str]) -> list[str]:
    return [word for word in words if any(letter.isdigit() for letter in word)]


class Body:
    """An article's body to be compared with others'."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lines(self) -> frozenset[str]:
        """The different lines."""
        return frozenset(self.text.split("\n"))

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """The different runs of four words."""
        words = folded_words(self.text)[:_COMPARED]
        return frozenset(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))

    def is_near(self, other: "Body") -> bool:
        """Tell whether two bodies are the same article, whole or nearly.

        Most of their lines are the same, or half of the runs of four words of the one that has
        more of them.
        """
        same = sum(map(len, self.lines & other.lines))
        if same >= _SAME_LINES * max(len(self.text), len(other.text)):
            return True
        longer = max(len(self.runs), len(other.runs), 1)
        return len(self.runs & other.runs) >= NEAR * longer
