"""What is measured of a page's lines, and what such measures tell."""

from dataclasses import dataclass, field

from loader.split.lines import Line
from loader.split.words import BIT

_POINTER = 4  # length class of the longest pointer
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
