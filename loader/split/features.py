"""The evidence on each line, as seven small keys that unfold into named features.

Each key gathers what one view of the line shows: its shape, its words, its neighbours, its place
on the page, and how it compares with the rest. Keys are tuples of small whole numbers, so lines
that look alike are judged once; ``unfold`` turns a key into the names that weights are given to.
"""

from bisect import bisect_right

from loader.split import shape
from loader.split.measures import BIO_SIGNS, NO_SIBLINGS, Sketch, count_words, is_pointer
from loader.split.reading import read_lines, tells_of_writer
from loader.split.words import BIT, NAMES

Key = tuple[int, ...]
Keys = tuple[Key, ...]

PLAIN: Keys = ((),)  # a finished long paragraph among such paragraphs

_FEW = (0, 1, 2, 3, 3, 4, 4, 4, 4, 4, 5)  # a distance in lines -> its class
FEW_NAMES = ("0", "1", "2", "3 or 4", "5 to 9", "10 or more")
_COUNTS = (0, 1, 1, 2, 2, 2, 2, 3)  # a count of paragraphs -> its class
_MANY_LINES, _MANY_PARAGRAPHS = len(_FEW), len(_COUNTS)
COUNT_NAMES = ("no", "1 or 2", "3 to 6", "7 or more")
AT_MAIN = frozenset({0, 3})  # regions inside and just below the main text
# The form of a line by its length and end: tiny, short, paragraph or cut paragraph.
_FORMS = tuple(
    tuple(size if size < shape.MIDDLING else 2 + (end >= shape.TRAILING) for end in shape.ENDINGS)
    for size in shape.SIZES
)
_NAKED, _HEADED, _DRESSED, _PIECES_BELOW = 0, 1, 2, 4  # dresses of a page, see ``_Context._dress``
UNHEADED = frozenset({_NAKED, _PIECES_BELOW})
BARE = UNHEADED | {_HEADED}  # those of a page without furniture
NO_LINE = 4  # the form of a line beyond the page
_NEAR = 3  # lines or paragraphs that are still close by
_HEADLINE_LEAST, _HEADLINE_MOST = 2, 5  # more words than this, no longer class than that
_NO_HEADLINE_ENDS = {shape.STOP, shape.COMMA, shape.COLON, shape.ELLIPSIS}
_TITLE_MOST = 4  # length class of the longest headline that a page begins with
FIFTHS = 5  # classes of the share of short lines
_FURNISHED = 2  # lines of furniture that no bare article has
PIECES = 2  # unfinished lines at a page's end that are pieces of other articles
_HEADLINE_LOOK = 5  # lines from the top where one is looked for
_VOCABULARY, _STEMS = 40, 4  # fewest stems of an article and of a line that can be compared
_AHEAD = (1, 2, 3, 3, 3, 3, 4)  # lines down to a bio, from the next line on -> class
_BEHIND = (1, 1, 2, 3, 3, 3, 3, 4)  # lines up to a bio, from the line itself on -> class
_RUNS = (0, 1, 2, 3, 4, 5, 5, 5, 6, 6, 6, 6, 7)  # short lines in a run -> class
RUN_NAMES = ("0", "1", "2", "3", "4", "5 to 7", "8 to 11", "12 to 29", "30 or more")
_LONG_RUN = 30
_SHARES = (0.2, 0.5, 0.8, 1.1, 1.5, 2.0)  # shared stems by the root of all: classes of overlap
_PEEK = (
    BIT["related word"]
    | BIT["picture word"]
    | BIT["by-line words"]
    | BIT["subscription word"]
    | BIT["sharing word"]
    | BIT["comment word"]
    | BIT["copyright word"]
    | BIT["site word"]
    | BIT["advertisement word"]
)
_FURNITURE = (
    BIT["subscription word"]
    | BIT["sharing word"]
    | BIT["comment word"]
    | BIT["copyright word"]
    | BIT["site word"]
    | BIT["advertisement word"]
    | BIT["publishing word"]
    | BIT["date first"]
)
_BIO = BIT["name and bio verb"]
_BIO_AT_TOP = 5
_BEYOND = (-1, -1, 0)  # the neighbour of the first and of the last line
READING_SHIFT = len(NAMES)  # where a neighbour's reading stands above its marks
PEEKED = tuple(name for name in NAMES if BIT[name] & _PEEK)


def find_keys(page: Sketch) -> list[Keys]:
    """Return the seven keys of each line; plain lines all share ``PLAIN``."""
    context = _Context(page)
    return [
        PLAIN if plain else _line_keys(page, index, context)
        for index, plain in enumerate(page.plain)
    ]


class _Context:
    """What must be counted along the page before any line can be described."""

    def __init__(self, page: Sketch) -> None:
        count = len(page.lines)
        self.bio_behind = [0] * count  # 0 none, 1 to 4 the distance class, or _BIO_AT_TOP
        self.bio_ahead = [0] * (count + 1)  # 0 none, else the distance class
        self.pointer_behind = [0] * count
        self.cut_before = [0] * count
        self.cut_total = 0
        self.repeated = _repeated(page)
        self.sizes = [shape.SIZES[length] for length in page.length]
        self.endings = [shape.ENDINGS[end] for end in page.end]
        forms = [_FORMS[length][end] for length, end in zip(page.length, page.end, strict=True)]
        self.forms = [NO_LINE] * 3 + forms + [NO_LINE] * 3
        self.short_run = _short_runs(page)
        self.headline = _has_headline(page)
        self.readings, self.echoes = read_lines(page)
        median = sorted(page.width[slice(*page.main)] or page.width)
        self.median = median[len(median) // 2]
        short = len([size for size in self.sizes if size < shape.MIDDLING])
        self.worn = _share(short, count) + FIFTHS * self._dress(page)
        self.blanks = [min(line.blank, 2) for line in page.lines] + [0]
        self.bios = [
            bool(reading or marks & BIO_SIGNS) and tells_of_writer(marks, reading)
            for marks, reading in zip(page.marks, self.readings, strict=True)
        ]
        self.neighbours = [_BEYOND, *self._as_neighbours(page), _BEYOND]
        self._look_back(page)
        bio = -1
        for index in reversed(range(count)) if True in self.bios else ():
            if self.bios[index]:
                bio = index
            self.bio_ahead[index] = _AHEAD[min(bio - index, 6)] if bio >= 0 else 0

    def _as_neighbours(self, page: Sketch) -> list[tuple[int, int, int]]:
        """Return what the lines beside it see of each line."""
        seen = [
            marks & _PEEK | (_BIO if bio else 0) | reading << READING_SHIFT
            for marks, bio, reading in zip(page.marks, self.bios, self.readings, strict=True)
        ]
        return list(zip(self.sizes, self.endings, seen, strict=True))

    def _dress(self, page: Sketch) -> int:
        """Return what the page wears.

        0 nothing, 1 a headline first, 2 furniture, 3 both, 4 nothing but pieces of others below.
        """
        first, behind = page.main
        bearing = [index for index, marks in enumerate(page.marks) if marks & _FURNITURE]
        furniture = sum(
            page.length[index] <= _HEADLINE_MOST
            and not (first <= index < behind and page.end[index] in shape.FINISHED)
            for index in bearing
        )
        if furniture >= _FURNISHED:
            return _DRESSED + _begins_with_headline(page)
        if _begins_with_headline(page):
            return _HEADED
        pieces = all(
            size > shape.TINY and ending >= shape.TRAILING
            for size, ending in zip(self.sizes[-PIECES:], self.endings[-PIECES:], strict=True)
        )
        return _PIECES_BELOW if pieces else _NAKED

    def _look_back(self, page: Sketch) -> None:
        bio = pointer = -1
        top = False
        for index, marks in enumerate(page.marks):
            if bio >= 0:
                self.bio_behind[index] = _BIO_AT_TOP if top else _BEHIND[min(index - bio, 7)]
            if pointer >= 0:
                since = page.paragraphs[index] - page.paragraphs[pointer]
                self.pointer_behind[index] = 1 if since == 0 else 2 if since <= _NEAR else 3
            self.cut_before[index] = self.cut_total
            if marks:
                if self.bios[index]:
                    bio, top = index, page.paragraphs[index] < _NEAR
                if is_pointer(page, index):
                    pointer = index
            if self.sizes[index] >= shape.MIDDLING and self.endings[index] >= shape.TRAILING:
                self.cut_total += 1


def _repeated(page: Sketch) -> dict[int, int]:
    """Return the indexes of lines that the page prints more than once: 1 near by, 2 far apart."""
    seen: dict[str, int] = {}
    twice: dict[int, int] = {}
    for index, line in enumerate(page.lines):
        if not page.plain[index]:
            first = seen.get(line.text)
            if first is not None:
                twice[first] = twice[index] = 1 if index - first < _NEAR else 2
            seen[line.text] = index
    return twice


def _short_runs(page: Sketch) -> list[int]:
    """Return for each line how many short unfinished lines stand together around it."""
    runs = [0] * len(page.lines)
    start = 0
    for index in range(len(page.lines) + 1):
        inside = index < len(page.lines) and (
            shape.SIZES[page.length[index]] < shape.MIDDLING
            and page.end[index] not in shape.FINISHED
        )
        if not inside:
            for place in range(start, index):
                runs[place] = index - start
            start = index + 1
    return runs


def _has_headline(page: Sketch) -> int:
    """Return the place, from 1, of the first headline-like line near the top; 0 if none."""
    for index in range(min(_HEADLINE_LOOK, len(page.lines))):
        if (
            0 < page.length[index] <= _HEADLINE_MOST
            and page.end[index] not in _NO_HEADLINE_ENDS
            and (page.wides[index] or count_words(page, index) > _HEADLINE_LEAST)
        ):
            return index + 1
    return 0


def _begins_with_headline(page: Sketch) -> bool:
    headline = page.length[0] <= _TITLE_MOST and page.end[0] not in _NO_HEADLINE_ENDS
    return headline and page.start[0] != shape.SQUARE


def dress_of(place: Key) -> int:
    """Return the page's dress, as the view of a line's place holds it."""
    return place[8] // FIFTHS


def is_below_bio(comparison: Key) -> bool:
    """Tell whether a note on the author stands above the line, as its last view holds it.

    Not if that note stands above the article.
    """
    return 0 < comparison[10] < _BIO_AT_TOP


def _share(part: int, whole: int) -> int:
    return min(FIFTHS - 1, FIFTHS * part // whole)


def _run(number: int) -> int:
    return 8 if number >= _LONG_RUN else _RUNS[min(number, 12)]


def _line_keys(page: Sketch, index: int, context: _Context) -> Keys:
    length, end = page.length[index], page.end[index]
    size, ending = context.sizes[index], context.endings[index]
    case = shape.find_case(page.lines[index].text) if size < shape.MIDDLING else -1
    reading, echo = context.readings[index], context.echoes[index]
    region = _region(page, index)
    said = region if reading or echo else 0
    # Tuples are written out: one that unpacks another within it takes three times as long.
    above_size, above_ending, above = context.neighbours[index]
    below_size, below_ending, below = context.neighbours[index + 2]
    return (
        (0, length, end, page.start[index], case, page.wides[index]),
        (1, page.marks[index], size, ending, reading, echo, said),
        (2, size, ending, above_size, above_ending, above, context.blanks[index]),
        (3, size, ending, below_size, below_ending, below, context.blanks[index + 1]),
        _place(page, index, region, context),
        _comparison(page, index, context),
        (6, *context.forms[index : index + 7]),  # its own and those of three lines on either side
    )


def _place(page: Sketch, index: int, region: int, context: _Context) -> Key:
    behind = len(page.lines) - 1 - index
    before = page.paragraphs[index]
    after = page.paragraphs[-1] - page.paragraphs[index + 1]
    wide = page.width[index]
    return (
        4,
        context.sizes[index],
        context.endings[index],
        _FEW[index] if index < _MANY_LINES else 5,
        _FEW[behind] if behind < _MANY_LINES else 5,
        region,
        _COUNTS[before] if before < _MANY_PARAGRAPHS else 3,
        _COUNTS[after] if after < _MANY_PARAGRAPHS else 3,
        context.worn,
        _run(context.short_run[index]),
        min(3, max(0, index + 2 - context.headline)) if context.headline else 4,
        0 if wide < context.median // 3 else 1 if wide < context.median else 2,
    )


def _region(page: Sketch, index: int) -> int:
    """Return where a line stands: inside the main text, or near or far above or below it."""
    first, behind = page.main
    if first <= index < behind:
        return 0
    if index < first:
        return 1 if first - index <= _NEAR else 2
    return 3 if index - behind < _NEAR else 4


def _comparison(page: Sketch, index: int, context: _Context) -> Key:
    stems, names, cut = page.stems.get(index), page.names.get(index), context.cut_before[index]
    same, near, exact, alike = page.siblings.get(index, NO_SIBLINGS)
    return (
        5,
        context.sizes[index],
        context.endings[index],
        same,
        near,
        exact,
        alike,
        _overlap(page, stems) if stems else 0,
        _kinship(stems, page.stems.get(index - 1)) if stems else 0,
        _known_names(page, names) if names else 0,
        context.bio_behind[index],
        context.bio_ahead[index + 1],
        context.pointer_behind[index],
        min(cut, 2),
        min(context.cut_total - cut, 2),
        context.repeated.get(index, 0),
    )


def _overlap(page: Sketch, stems: set[str]) -> int:
    """Return how much of the line's vocabulary the article shares: 0 unknown, 1 none to 5 most."""
    if len(page.vocabulary) < _VOCABULARY:
        return 0
    shared = len(stems & page.vocabulary)
    if len(stems) < _STEMS:
        return 8 if shared else 9
    return 1 + bisect_right(_SHARES, shared / len(stems) ** 0.5)


def _known_names(page: Sketch, names: set[str]) -> int:
    """Return how the capitalised words inside the line fare in the article: 0 unknown."""
    if not page.known_names:
        return 0
    known = len(names & page.known_names)
    new = min(2, len(names) - known)
    return 1 + 3 * min(2, known) + new


def _kinship(mine: set[str], other: set[str] | None) -> int:
    """Return how many stems the line shares with the line before it: 0 unknown, 1 none to 4."""
    if not other or len(mine) <= _STEMS or len(other) <= _STEMS:
        return 0
    return 1 + min(4, len(mine & other))
