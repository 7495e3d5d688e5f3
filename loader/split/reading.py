"""What a line says of its writers when it is read alone, as evidence for what the line is.

Marks tell that words of bios and by-lines are there; the byline reader tells whether somebody is
credited by them. Reading is dearer than marking, so only marked lines are read.
"""

from functools import lru_cache

from loader.model import Span
from loader.split.bylines import read_bylines
from loader.split.measures import Sketch, is_bio
from loader.split.native import has_native
from loader.split.people import is_given, is_surname_marked, read_names
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
    "is a name alone",
    "may be a name alone",
    "is capitalised words alone",
    "is a name behind a dash",
)
UNREAD, NOBODY, BY_LINE, BIO, AGENCY, CONTACT, OTHER_WORK, SPEAKER, NAME, MAYBE, WORDS, SIGNED = (
    range(len(READINGS))
)
NAMING = frozenset({BY_LINE, BIO, AGENCY, CONTACT, OTHER_WORK, NAME, MAYBE, SIGNED})
ECHOES = (
    "",
    "credits whom another line credits",
    "holds a name that another line credits",
    "goes on about whom the line before credits",
)
UNHEARD, AGREED, HELD, TAKEN_UP = range(len(ECHOES))
_KINDS = {"by-line": BY_LINE, "bio": BIO, "agency": AGENCY, "contact": CONTACT}
_READ = (
    BIT["name and bio verb"]
    | BIT["by-line words"]
    | BIT["name alone"]
    | BIT["note on the author"]
    | BIT["credit"]
    | BIT["credit label"]
    | BIT["name and role"]
)
_READ_WIDE = BIT["role word"] | BIT["about the author"] | BIT["agency"]
_BRACKETS = frozenset("［[【（(")
_SIGNING = "—–- "  # what stands before a name that signs
_STEM = 6  # characters of a word that the vocabulary of a page holds
_SHORT = 60  # characters of a line in a wide script that may be a note in brackets or with a role
_REACHED = BIT["contact"] | BIT["site word"], BIT["address"] | BIT["handle"]
_ON_WRITERS = frozenset({BIO, AGENCY, CONTACT, OTHER_WORK})
_SPOKEN = BIT["colon early"]
_TOLD = _READ | _READ_WIDE | _REACHED[0] | _SPOKEN  # a line with none of these is not read
_SPEAKERS = frozenset(
    ("Q", "A", "Question", "Answer", "Frage", "Antwort", "F", "R", "P", "D", "Domanda", "Risposta",
     "Pregunta", "Respuesta", "Réponse", "問", "答", "问", "Q.", "A.")
)  # fmt: skip
_FIRST_OF_SENTENCE = frozenset(
    ("The", "In", "This", "It", "He", "She", "They", "What", "How", "Why", "Der", "Die",
     "Das", "Ein", "Eine", "Es", "Le", "La", "Les", "El", "Los", "Il", "For", "And", "But", "We")
)  # fmt: skip
_BIO, _ALONE = BIT["name and bio verb"], BIT["name alone"]
_PRONOUNS = frozenset(
    ("he", "she", "they", "his", "her", "their", "er", "sie", "seine", "ihre", "il", "elle", "él",
     "ella", "lei", "lui", "ele", "ela", "hij", "zij", "han", "hon", "他", "她", "彼", "彼女")
)  # fmt: skip
_LONGEST = 700  # characters of a line that is read; longer ones are paragraphs
_AT_THE_TOP, _AT_THE_END = 6, 3  # lines of the page, of the main text, that may name its writers


def read_lines(page: Sketch) -> tuple[list[int], list[int]]:
    """Return the reading of each line, and its echo: whether others credit whom it names.

    Names alone inside the main text stay unread.
    """
    first, behind = page.main
    inside = range(max(first + 1, _AT_THE_TOP), behind - _AT_THE_END)
    readings = [UNREAD] * len(page.lines)
    credited: dict[int, tuple[str, ...]] = {}
    for index, marks in enumerate(page.marks):
        text = page.lines[index].text
        if marks & _TOLD or text[0] in _BRACKETS:
            reading, names = read_line(text, marks & ~_ALONE if index in inside else marks)
            if reading == MAYBE and _are_words(page, text):
                reading = WORDS
            readings[index] = reading
            if names:
                credited[index] = names
    return readings, _find_echoes(page, credited)


def _find_echoes(page: Sketch, credited: dict[int, tuple[str, ...]]) -> list[int]:
    """Return for each line one of the classes named in ``ECHOES``."""
    echoes = [UNHEARD] * len(page.lines)
    if not credited:
        return echoes
    for index, line in enumerate(page.lines):
        if not page.plain[index] and len(line.text) <= _LONGEST:
            text = line.text.casefold()
            if any(name in text for at, names in credited.items() if at != index for name in names):
                echoes[index] = AGREED if index in credited else HELD
            elif _takes_up(text, credited.get(index - 1, ())):
                echoes[index] = TAKEN_UP
                credited.setdefault(index, credited[index - 1])
    return echoes


def _takes_up(text: str, names: tuple[str, ...]) -> bool:
    """Tell whether a text goes on about one of the people: "Moll grew up in Lund", "She is …"."""
    if not names:
        return False
    word = text.split(" ", 1)[0]
    return word in _PRONOUNS or any(word in name.split() for name in names)


def read_line(text: str, marks: int) -> tuple[int, tuple[str, ...]]:
    """Return what a line says of its writers, one of ``READINGS``, and whom it credits in words.

    ``marks`` are the line's, as ``find_marks`` gives them.

    >>> from loader.split.words import find_marks
    >>> read_line("By Ida Moll", find_marks("By Ida Moll"))
    (2, ('ida moll',))
    """
    if marks & _SPOKEN and text.replace("：", ":").partition(":")[0] in _SPEAKERS:
        return SPEAKER, ()
    asked = marks & _READ
    if all(marks & mark for mark in _REACHED):
        asked |= BIT["contact"]
    if not asked and len(text) <= _SHORT and not text.isascii() and has_native(text, 0, len(text)):
        asked = marks & _READ_WIDE or text[0] in _BRACKETS
    if not asked or len(text) > _LONGEST:
        return UNREAD, ()
    if asked == _ALONE:
        return _read_name(text), ()
    if asked == _BIO and text.partition(" ")[0] in _FIRST_OF_SENTENCE:
        return NOBODY, ()
    return _read(text)


def _read_name(text: str) -> int:
    name = text.lstrip(_SIGNING)
    if is_given(name) or is_surname_marked(name):
        return NAME if name == text else SIGNED
    if not read_names(name, 0, len(name)):
        return WORDS
    return MAYBE if name == text else SIGNED


def _are_words(page: Sketch, text: str) -> bool:
    """Tell whether the article prints a capitalised word of the text in small letters."""
    return any(
        word.lower()[:_STEM] in page.vocabulary and word not in page.known_names
        for word in text.split()
        if len(word) >= _STEM
    )


def tells_of_writer(marks: int, reading: int) -> bool:
    """Tell whether a line is a note on a writer or a worded by-line: read, or marked and unread."""
    if reading in _ON_WRITERS:
        return True
    return reading in {UNREAD, BY_LINE, NAME} and is_bio(marks)


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[int, tuple[str, ...]]:
    """Read a line between two paragraphs, where a bare name has no support but its own shape."""
    around = Span(0, 0, "body", "", 1.0, 0)
    spans = (around, Span(0, len(text), "byline", "", 1.0, 0), around)
    byline = read_bylines(text, spans, None, naming_only=True)[0]
    if not byline.credits:
        return OTHER_WORK if byline.confidence > _UNSETTLED else NOBODY, ()
    people = (credit.name.casefold() for credit in byline.credits if credit.kind == "person")
    return _KINDS[byline.kind], tuple(people)


_UNSETTLED = 0.5  # the confidence of a byline that no rule has read
