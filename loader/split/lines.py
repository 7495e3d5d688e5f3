"""Text becomes lines: the units that the splitter judges."""

from typing import NamedTuple


class Line(NamedTuple):
    """A line with something on it: a tuple, made four times as fast as a frozen dataclass.

    ``text`` is stripped. ``start`` is where the line's cell of the tiling begins and ``end``
    where it ends: cells cover the seed's text, white space after a line belongs to the line, and
    white space before the first line belongs to the first. ``number`` counts physical lines
    (ended by LF, CR LF or CR) from 1; ``blank`` counts the blank ones just before it.
    """

    start: int
    end: int
    number: int
    blank: int
    text: str


def find_lines(text: str) -> list[Line]:
    r"""Return the lines of a text that hold more than white space, in order.

    >>> [(line.start, line.end, line.number, line.text) for line in find_lines("a \n\n b\n")]
    [(0, 4, 1, 'a'), (4, 7, 3, 'b')]
    """
    starts: list[int] = []
    numbers: list[int] = []
    blanks: list[int] = []
    texts: list[str] = []
    blank = start = 0
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")  # as long as it was
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        if stripped:
            starts.append(start)
            numbers.append(number)
            blanks.append(blank)
            texts.append(stripped)
            blank = 0
        else:
            blank += 1
        start += len(line) + 1
    if not texts:
        return []
    starts[0] = 0
    return list(map(Line, starts, [*starts[1:], len(text)], numbers, blanks, texts))
