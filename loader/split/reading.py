"""What a line says of its writers when it is read alone, as evidence for what the line is.

Marks tell that words of bios and by-lines are there; the byline reader tells whether somebody is
credited by them. Reading is dearer than marking, so only marked lines are read.
"""

from functools import lru_cache

from loader.model import Span
from loader.split.bylines import read_bylines
from loader.split.people import is_given
from loader.split.sketch import Sketch, is_bio
from loader.split.words import BIT

READINGS = (
    "",
    "credits nobody",
    "reads as a by-line",
    "reads as a bio",
    "names an agency",
    "says how to reach the writer",
    "credits other work",
    "begins with a speaker's letter",
)
UNREAD, NOBODY, BY_LINE, BIO, AGENCY, CONTACT, OTHER_WORK, SPEAKER = range(len(READINGS))
_KINDS = {"by-line": BY_LINE, "bio": BIO, "agency": AGENCY, "contact": CONTACT}
_READ = (
    BIT["name and bio verb"]
    | BIT["by-line words"]
    | BIT["name alone"]
    | BIT["note on the author"]
    | BIT["credit"]
)
_REACHED = BIT["contact"] | BIT["address"]
_ON_WRITERS = frozenset({BIO, AGENCY, CONTACT, OTHER_WORK})
_SPOKEN = BIT["colon early"]
_TOLD = _READ | _REACHED | _SPOKEN  # a line with none of these marks is not read
_SPEAKERS = frozenset(
    ("Q", "A", "Question", "Answer", "Frage", "Antwort", "F", "R", "P", "D", "Domanda", "Risposta",
     "Pregunta", "Respuesta", "Réponse", "問", "答", "问", "Q.", "A.")
)  # fmt: skip
_FIRST_OF_SENTENCE = frozenset(
    ("The", "A", "An", "In", "This", "It", "He", "She", "They", "What", "How", "Why", "Der", "Die",
     "Das", "Ein", "Eine", "Es", "Le", "La", "Les", "El", "Los", "Il", "For", "And", "But", "We")
)  # fmt: skip
_BIO, _ALONE = BIT["name and bio verb"], BIT["name alone"]
_LONGEST = 700  # characters of a line that is read; longer ones are paragraphs
_AT_THE_END = 3  # lines at the end of the main text that may name its writers


def read_lines(page: Sketch) -> list[int]:
    """Return the reading of each line; names alone inside the main text stay unread."""
    first, behind = page.main
    inside = range(first + 1, behind - _AT_THE_END)
    return [
        read_line(page.lines[index].text, marks & ~_ALONE if index in inside else marks)
        if marks & _TOLD
        else UNREAD
        for index, marks in enumerate(page.marks)
    ]


def read_line(text: str, marks: int) -> int:
    """Return what a line says of its writers: one of the classes named in ``READINGS``.

    ``marks`` are the line's, as ``find_marks`` gives them.

    >>> from loader.split.words import find_marks
    >>> READINGS[read_line("By Ida Moll", find_marks("By Ida Moll"))]
    'reads as a by-line'
    """
    if marks & _SPOKEN and text.replace("：", ":").partition(":")[0] in _SPEAKERS:
        return SPEAKER
    asked = marks & _READ
    if marks & _REACHED == _REACHED:
        asked |= _REACHED
    if not asked or len(text) > _LONGEST:
        return UNREAD
    if asked == _ALONE:
        return BY_LINE if is_given(text) else NOBODY
    if asked == _BIO and text.partition(" ")[0] in _FIRST_OF_SENTENCE:
        return NOBODY
    return _read(text)


def tells_of_writer(marks: int, reading: int) -> bool:
    """Tell whether a line is a note on a writer or a worded by-line: read, or marked and unread."""
    if reading in _ON_WRITERS:
        return True
    return reading in {UNREAD, BY_LINE} and is_bio(marks)


@lru_cache(maxsize=4096)
def _read(text: str) -> int:
    """Read a line between two paragraphs, where a bare name has no support but its own shape."""
    around = Span(0, 0, "body", "", 1.0, 0)
    spans = (around, Span(0, len(text), "byline", "", 1.0, 0), around)
    byline = read_bylines(text, spans, None, naming_only=True)[0]
    if not byline.credits:
        return OTHER_WORK if byline.confidence > _UNSETTLED else NOBODY
    return _KINDS[byline.kind]


_UNSETTLED = 0.5  # the confidence of a byline that no rule has read
