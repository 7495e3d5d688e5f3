"""A page's lines measured: shapes, marks, the main block, and what surrounds each line."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import filterfalse, pairwise

from loader.split import shape
from loader.split.line_patterns import ABOUT, BIO
from loader.split.lines import Line
from loader.split.stems import COMMON_STEMS
from loader.split.words import BIT, find_marks

_EDGE_TOP, _EDGE_END = 3, 6  # lines from either end that are always looked at closely
_EDGE_SHARE = 8  # of a long page its last eighth is: lists of other articles grow with the page
_PARAGRAPH = 80  # characters of the shortest paragraph that counts for the main block
_LONG = 6  # length class of a long paragraph
_VERY_LONG = 8  # of one longer than what stands above an article: summaries, notes on authors
_LONGEST = 9  # of one longer than what stands below it: teasers
_BEGINS = frozenset({shape.UPPER, shape.OPENING, shape.HAN})  # how the plain ones do
_SIBLING = 60  # characters of the shortest line that can be one of several cut alike
_NEAR_WORDS, _SAME_WIDTH, _NEAR_WIDTH = 3, 2, 12  # by how much siblings may differ
_POINTER = 4  # length class of the longest pointer
_WINDOW = 6  # neighbours on either side among which siblings are sought
_FEW = (0, 1, 2, *[3] * (2 * _WINDOW - 2))  # three siblings tell as much as more
# Pieces of the words behind a space: a search in a text costs less than a look at each word, and
# one that begins with a letter or sign costs less than one that begins with a class of them.
_stems_inside = re.compile(r" ([^ ]{6})").findall
_names_inside = re.compile(r" ([^a-z ][^ ]*+)").findall
# Characters that are compared: of the article, of each of its paragraphs, and of a line. Openings
# of many paragraphs tell as much of an article as a few whole ones of twice the length.
_LEARNED, _OPENING, _COMPARED = 4000, 320, 350
_BIO = BIT["name and bio verb"] | BIT["note on the author"]
_BIO_WORDS = (
    BIT["role word"] | BIT["organisation word"] | BIT["contact"] | BIT["note on the author"]
)
_BY_LINE = BIT["by-line words"]
BIO_SIGNS = _BIO | _BY_LINE  # a line without them is no bio by its marks
_RELATED = BIT["related word"]
NO_SIBLINGS = (0, 0, 0, 0)


@dataclass(slots=True)
class Sketch:
    """Measures of every line, in parallel lists.

    ``marks`` are 0 on plain lines: those that no evidence could call anything but body.
    """

    lines: list[Line]
    width: list[int] = field(default_factory=list)
    length: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    plain: list[bool] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    stems: dict[int, set[str]] = field(default_factory=dict)
    names: dict[int, set[str]] = field(default_factory=dict)
    siblings: dict[int, tuple[int, int, int, int]] = field(default_factory=dict)
    main: tuple[int, int] = (0, 0)
    vocabulary: set[str] = field(default_factory=set)
    known_names: set[str] = field(default_factory=set)
    known: int = -1
    paragraphs: list[int] = field(default_factory=list)
    wide: bool = False
    wides: list[bool] = field(default_factory=list)


def sketch_page(lines: list[Line]) -> Sketch:
    """Measure the lines of a page; the cost is linear in its text."""
    page = Sketch(lines)
    _measure(page)
    _find_plain(page)
    page.marks = [
        0 if plain else find_marks(line.text) for line, plain in zip(lines, page.plain, strict=True)
    ]
    _look_below_signs(page)
    page.main = _main_block(page)
    _count_paragraphs(page)
    _learn_vocabulary(page)
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


def _find_plain(page: Sketch) -> None:
    """Mark the lines that are finished paragraphs among such paragraphs."""
    count = len(page.lines)
    edge = max(_EDGE_END, count // _EDGE_SHARE)
    finished = [
        shape.SIZES[length] >= shape.MIDDLING and end in shape.FINISHED
        for length, end in zip(page.length, page.end, strict=True)
    ]
    page.plain = [
        finished[index] and page.start[index] in _BEGINS and _goes_on(page, finished, index, edge)
        for index in range(count)
    ]


def _goes_on(page: Sketch, finished: list[bool], index: int, edge: int) -> bool:
    """Tell whether an article's text goes on with a paragraph, by what stands around it."""
    if index >= len(page.lines) - edge:
        return page.length[index] >= _LONGEST and index > 0 and finished[index - 1]
    if index < _EDGE_TOP:
        return _has_begun(page, finished, index)
    return _is_among(page, finished, index)


def _is_among(page: Sketch, finished: list[bool], index: int) -> bool:
    """Tell whether a paragraph stands among others.

    A long one may have a heading on one side: a short line between two paragraphs. On both sides
    they are headlines and summaries, perhaps, of other articles.
    """
    above, below = finished[index - 1], finished[index + 1]
    if above and below:
        return True
    if not (above or below) or page.length[index] < _LONG:
        return False
    heading, beyond = (index + 1, index + 2) if above else (index - 1, index - 2)
    return shape.SIZES[page.length[heading]] < shape.MIDDLING and finished[beyond]


def _has_begun(page: Sketch, finished: list[bool], index: int) -> bool:
    """Tell whether one of a page's first lines is a paragraph of the article already.

    It is longer than what stands above articles, or follows another long paragraph; and the text
    goes on below it, below a heading perhaps.
    """
    if page.length[index] >= _VERY_LONG:
        heading = shape.SIZES[page.length[index + 1]] < shape.MIDDLING
        return finished[index + 1 + heading]
    above = index - 1
    follows = index > 0 and finished[above] and page.length[above] >= _LONG
    return follows and page.length[index] >= _LONG and finished[index + 1]


def _look_below_signs(page: Sketch) -> None:
    """Let no line be plain from a note on the author on, or below a pointer to other pieces.

    Such notes count in the page's lower half, pointers in its last third. Pointers are short, so
    that none is plain: their marks are known by now.
    """
    count = len(page.lines)
    last = count - 1 - page.plain[::-1].index(True) if True in page.plain else 0
    for index in range(count // 2, last + 1):
        if _is_note(page, index) if page.plain[index] else _is_late_pointer(page, index):
            _look_closely(page, range(index, last + 1))
            return


def _is_note(page: Sketch, index: int) -> bool:
    """Tell whether a plain line begins as a note on an author does, and goes on as one."""
    text = page.lines[index].text
    return bool(BIO.match(text) or ABOUT.match(text)) and is_bio(find_marks(text))


def _is_late_pointer(page: Sketch, index: int) -> bool:
    return index >= 2 * len(page.lines) // 3 and is_pointer(page, index)


def _look_closely(page: Sketch, lines: range) -> None:
    for index in lines:
        if page.plain[index]:
            page.plain[index] = False
            page.marks[index] = find_marks(page.lines[index].text)


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


def count_words(page: Sketch, index: int) -> int:
    """Return how many words a line has; in a wide script, how many one as long would have."""
    if page.wides[index]:
        return page.width[index] // 5
    return page.lines[index].text.count(" ") + 1


def is_bio(marks: int) -> bool:
    """Tell whether marks make up a strong sign of an author's note."""
    return bool(marks & _BY_LINE or (marks & _BIO and marks & _BIO_WORDS))


def is_pointer(page: Sketch, index: int) -> bool:
    """Tell whether a line is short and holds words that point to other pieces."""
    return page.length[index] <= _POINTER and bool(page.marks[index] & _RELATED)
