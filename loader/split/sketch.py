"""A page's lines measured: shapes, marks, the main block, and what surrounds each line."""

import re
from bisect import bisect_right
from itertools import filterfalse, pairwise

from loader.split import shape
from loader.split.lines import Line
from loader.split.measures import Sketch, count_words
from loader.split.plain import find_plain, look_below_signs, settle
from loader.split.stems import COMMON_STEMS
from loader.split.words import find_marks

_PARAGRAPH = 80  # characters of the shortest paragraph that counts for the main block
_SIBLING = 60  # characters of the shortest line that can be one of several cut alike
_NEAR_WORDS, _SAME_WIDTH, _NEAR_WIDTH = 3, 2, 12  # by how much siblings may differ
_WINDOW = 6  # neighbours on either side among which siblings are sought
_FEW = (0, 1, 2, *[3] * (2 * _WINDOW - 2))  # three siblings tell as much as more
# Pieces of the words behind a space: a search in a text costs less than a look at each word, and
# one that begins with a letter or sign costs less than one that begins with a class of them.
_stems_inside = re.compile(r" ([^ ]{6})").findall
_names_inside = re.compile(r" ([^a-z ][^ ]*+)").findall
# Characters that are compared: of the article, of each of its paragraphs, and of a line. Openings
# of many paragraphs tell as much of an article as a few whole ones of twice the length.
_LEARNED, _OPENING, _COMPARED = 4000, 320, 350


def sketch_page(lines: list[Line]) -> Sketch:
    """Measure the lines of a page; the cost is linear in its text."""
    page = Sketch(lines)
    _measure(page)
    likely = find_plain(page)
    page.marks = [
        0 if plain or index in likely else find_marks(line.text)
        for index, (line, plain) in enumerate(zip(lines, page.plain, strict=True))
    ]
    look_below_signs(page)
    page.main = _main_block(page)
    _count_paragraphs(page)
    _learn_vocabulary(page)
    settle(page, likely)
    _find_siblings(page)
    return page


def _measure(page: Sketch) -> None:
    texts = [line.text for line in page.lines]
    page.wide = shape.is_wide(max(texts, key=len))
    page.wides = [not text.isascii() and shape.is_wide(text) for text in texts]
    page.width = [
        shape.width(text, wide=True) if wide else len(text)
        for text, wide in zip(texts, page.wides, strict=True)
    ]
    page.length = [bisect_right(shape.LENGTHS, width) for width in page.width]
    page.end = list(map(shape.find_end, texts))
    page.start = list(map(shape.find_start, texts))


def _main_block(page: Sketch) -> tuple[int, int]:
    """Return the half-open run of lines where finished paragraphs outweigh all else."""
    best, best_run, sum_, start = 0.0, (0, 0), 0.0, 0
    for index, wide in enumerate(page.width):
        end = page.end[index]
        if wide >= _PARAGRAPH and end in shape.FINISHED:
            sum_ += min(wide, 400) / 100
        elif wide >= _PARAGRAPH:
            sum_ -= 1.0 if shape.ENDINGS[end] > 1 else 0.3
        else:
            sum_ -= 0.3 if end in shape.FINISHED else 0.7
        if sum_ <= 0:
            sum_, start = 0.0, index + 1
        elif sum_ > best:
            best, best_run = sum_, (start, index + 1)
    return best_run


def _count_paragraphs(page: Sketch) -> None:
    count = 0
    page.paragraphs = []
    for wide, end in zip(page.width, page.end, strict=True):
        page.paragraphs.append(count)
        count += wide >= _PARAGRAPH and end in shape.FINISHED
    page.paragraphs.append(count)


def _learn_vocabulary(page: Sketch) -> None:
    """Gather the words of the paragraphs that are surely the article's, and of the other lines."""
    first, behind = page.main
    surely = [index for index, plain in enumerate(page.plain) if plain]
    page.known = surely[-1] if surely else (first + behind) // 2
    article = _find_openings(page)
    compared = [
        index
        for index, plain in enumerate(page.plain)
        if not plain and (index > page.known or page.width[index] < _PARAGRAPH or index < first)
    ]
    texts = [article, *[page.lines[index].text[:_COMPARED] for index in compared]]
    (stems, inside), *found = find_words(texts, [page.wide, *[page.wides[at] for at in compared]])
    page.vocabulary.update(stems)
    page.known_names.update(inside, article.split(None, 1)[:1])
    is_common = COMMON_STEMS.__contains__
    for index, (stems, inside) in zip(compared, found, strict=True):
        page.stems[index] = set(filterfalse(is_common, stems))
        if inside:
            page.names[index] = {word for word in inside if word[0].isupper()}


def _find_openings(page: Sketch) -> str:
    """Return the openings of the article's paragraphs, in one."""
    first, behind = page.main
    openings: list[str] = []
    long = 0
    for index in range(first, min(page.known + 1, behind)):
        if page.width[index] >= _PARAGRAPH and long < _LEARNED:
            openings.append(page.lines[index].text[:_OPENING])
            long += len(openings[-1])
    return " ".join(openings)


def find_words(texts: list[str], wides: list[bool]) -> list[tuple[list[str], list[str]]]:
    """Return for each text the beginnings of its longer words, and its inner words by their looks.

    The latter do not begin with a small letter, and may be names. Of wide scripts, pairs of
    characters stand for the words. No text holds a line feed, so that all of them get
    spaces of one kind at once.
    """
    spaced = "\n".join(texts).replace("\u00a0", " ").replace("\t", " ").split("\n")
    return [
        (_pairs(text) if wide else _stems_inside(f" {text.lower()}"), _names_inside(text))
        for text, wide in zip(spaced, wides, strict=True)
    ]


def _pairs(text: str) -> list[str]:
    return [a + b for a, b in pairwise(text) if a >= shape.WIDE <= b]


def _find_siblings(page: Sketch) -> None:
    """Count for each line the near lines of the same length, in words and in characters."""
    able = [
        index for index, wide in enumerate(page.width) if wide >= _SIBLING and not page.plain[index]
    ]
    counts = {index: [0, 0, 0, 0] for index in able}
    measures = [
        (counts[index], count_words(page, index), len(page.lines[index].text)) for index in able
    ]
    for place, (mine, words, wide) in enumerate(measures, 1):
        for theirs, other_words, other_wide in measures[place : place + _WINDOW]:
            by_words, by_width = abs(other_words - words), abs(other_wide - wide)
            if by_words <= _NEAR_WORDS:
                mine[1] += 1
                theirs[1] += 1
                if not by_words:
                    mine[0] += 1
                    theirs[0] += 1
            if by_width <= _NEAR_WIDTH:
                mine[3] += 1
                theirs[3] += 1
                if by_width <= _SAME_WIDTH:
                    mine[2] += 1
                    theirs[2] += 1
    page.siblings = {
        index: (_FEW[same], _FEW[near], _FEW[exact], _FEW[alike])
        for index, (same, near, exact, alike) in counts.items()
    }
