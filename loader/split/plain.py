"""Which lines are plainly paragraphs of the article, by tests that cost little.

Most lines of most pages are. What is dear (marks, readings, evidence) is found for the others.
"""

from loader.split import shape
from loader.split.line_patterns import ABOUT, BIO, BY_LINE
from loader.split.measures import Sketch, is_bio, is_pointer
from loader.split.words import find_marks

_EDGE_TOP, _EDGE_END = 3, 6  # lines from either end that are always looked at closely
_EDGE_SHARE = 8  # of a long page its last eighth is: lists of other articles grow with the page
_LONG = 6  # length class of a long paragraph
_VERY_LONG = 8  # of one longer than what stands above an article: summaries, notes on authors
_LONGEST = 9  # of one longer than what stands below it: teasers
_BEGINS = frozenset({shape.UPPER, shape.OPENING, shape.HAN})  # how the plain ones do
_AKIN = 0.8  # stems shared with the article, by the root of all: what other articles seldom reach


def find_plain(page: Sketch) -> list[int]:
    """Mark the lines that are finished paragraphs among such paragraphs; return likely others.

    Those are long paragraphs below others near the end: plain if they speak of the same.
    """
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
    return [
        index
        for index in range(max(_EDGE_TOP, count - edge), count)
        if page.length[index] >= _LONG
        and finished[index]
        and finished[index - 1]
        and page.start[index] in _BEGINS
        and not page.plain[index]
    ]


def settle(page: Sketch, likely: list[int]) -> None:
    """Call the likely lines plain that share the article's words; find the marks of the others.

    None is plain below a note on the author.
    """
    count = len(page.lines)
    note = next((at for at in range(count // 2, count) if is_bio(page.marks[at])), count)
    for index in likely:
        if index < note and _is_akin(page, index):
            page.plain[index] = True
        else:
            page.marks[index] = find_marks(page.lines[index].text)
            note = min(note, index) if is_bio(page.marks[index]) else note


def _is_akin(page: Sketch, index: int) -> bool:
    """Tell whether a line speaks of what the article speaks of, and begins as no byline does."""
    text, stems = page.lines[index].text, page.stems.get(index)
    if not stems or len(stems & page.vocabulary) < _AKIN * len(stems) ** 0.5:
        return False
    return not any(pattern.match(text) for pattern in (BIO, ABOUT, BY_LINE))


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


def look_below_signs(page: Sketch) -> None:
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
