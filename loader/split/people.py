"""Name shapes: where a stretch of text names people, and where each name begins and ends.

Shapes alone never prove an author; ``bylines`` asks them only where a line says who wrote.
"""

import re
import sys
import unicodedata
from dataclasses import dataclass

from loader.split.lexicon import (
    AGENCIES,
    DEGREES,
    GIVEN,
    HEADS,
    MEDIA,
    NOT_NAMES,
    OFFICES,
    PLACES_LOWER,
    SURNAME_WORDS,
    is_role,
)

_DENIED = NOT_NAMES | HEADS | OFFICES | MEDIA
MAX_NAME = 60
"""Code points of the longest name believed; longer runs of capitals are headings."""


def _upper() -> str:
    """Return a character class's inside: the capital letters of Latin, Greek and Cyrillic."""
    blocks = (range(0x41, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))
    return "".join(
        chr(point)
        for block in blocks
        for point in block
        if point <= sys.maxunicode and unicodedata.category(chr(point)) in ("Lu", "Lt")
    )


UPPER = _upper()
SPACE = r"[ \t\u00a0\u2009\u202f]{1,2}"
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々〇"
NATIVE = HAN + "\u3040-\u30ff\uac00-\ud7af\u0400-\u04ff\u0600-\u06ff\u0590-\u05ff\u0e00-\u0e7f"

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"
_PREFIX = r"(?:(?:al|el|as|ar|an|ad|at|ash|ul|ibn|bin|d|l|dell|dall|t|de|du)[-‐‑’'])"
WORD = (
    rf"{_PREFIX}?[{UPPER}](?:{_LETTER}|[-‐‑](?={_LETTER})|[’'](?!s\b)(?={_LETTER}))*"
    r"(?:(?<=ng)[’'](?![\w’']))?"
)
"""A capitalised word; Luo and Swahili names end in the letter "ng’": "Ochieng’"."""
INITIAL = rf"[{UPPER}]\.(?:-?[{UPPER}]\.)*"
ABBREVIATION = r"(?:St|Ste|Wm|Chr|Th|Ch|Geo|Jos|Jno)\."
PARTICLE = (
    r"(?:van|von|vom|der|den|dem|des|de|del|della|delle|dello|di|da|do|dos|das|du|la|le|lo|los|"
    r"las|bin|bint|ibn|ben|abu|al|el|af|av|ter|ten|te|tot|zu|zum|zur|y|e|i|’t|'t|und zu)"
)
_ITEM = rf"(?:{ABBREVIATION}|{INITIAL}|{WORD})"
_NICKNAME = rf"[“\"‘][{UPPER}]\w{{1,14}}[”\"’]{SPACE}"
RUN = re.compile(rf"{_ITEM}(?:{SPACE}(?:{_NICKNAME})?(?:{PARTICLE}{SPACE}){{0,3}}{_ITEM}){{0,9}}")
_TOKEN = re.compile(rf"{_ITEM}|{PARTICLE}(?={SPACE})")
_SUFFIX = re.compile(rf",?{SPACE}(?:Jr\.?|Sr\.?|III|II|IV)(?![\w’'])")
_ASIDE = re.compile(rf"(?:{SPACE})?[(（]([^()（）\r\n]{{1,60}})[)）]")
_DATED = re.compile(r"(?:Jan|Mar|May|June?|July?|April?|August)\.?\s{1,2}\d")
_BARE_NATIVE = re.compile(rf"{SPACE}([{HAN}]{{2,4}})(?![{HAN}])")
_DEGREE = re.compile(r"(?:,[ \u00a0]?|[ \u00a0])([A-Za-z][A-Za-z.\-]{1,8})(?![\w’'])")
_CLASS_YEAR = re.compile(rf"{SPACE}[’'‘]\d\d(?!\d)")
_OF_OTHER_WORK = re.compile(
    rf"{SPACE}[(（](?:photos?|fotos?|dessins?|illustrations?|images?|vidéos?|videos?|infographie|"
    r"graphics?|grafik|ilustración|translation|traduction|übersetzung)[)）]",
    re.IGNORECASE,
)
_BEFORE_ROLE = re.compile(rf"{SPACE}(?:candidate|student|fellow|researcher)\b")
_SEPARATOR = re.compile(
    rf"[ \t\u00a0]*(?:,?{SPACE}(?:and|AND|und|UND|et|ET|y|Y|e|E|og|och|en|EN|i|with|WITH|avec|"
    rf"oraz|ja|és|και|ΚΑΙ|&)(?={SPACE}){SPACE}|{SPACE}a{SPACE}|[,;/](?:{SPACE})?|&{SPACE}|\|{SPACE}|•{SPACE}|·{SPACE})"
)
_MAX_WORDS = 6
_FIRST_PART = re.compile(r"[^\s\-‐‑]*")
_LEAST_SURNAME = 3  # letters in capitals that are no initials
_SMALL_WORDS = frozenset({"is", "it", "of", "on", "or", "to", "by", "in", "at", "up", "us", "we"})
_HONORIFIC = re.compile(
    rf"(?:(?:(?:The|US|U\.S\.|State){SPACE})?(?:\((?:[Rr]etd?|[Rr]etired)\.?\)|Dr|Drs|Prof|Mr|Mrs|"
    rf"Ms|Mx|Rev|Fr|Gen|Lt|Col|Maj|Capt|Sen|Rep|Gov|Hon|Sr|Sra|Dott|Dott\.ssa|Mag|Dipl\.-Ing|Ing|Univ\.-Prof|Priv\.-Doz|PD|M|Mme|Mgr|Bc|PhDr|RNDr|JUDr|MUDr|h\.c|"
    rf"med|phil|rer|nat|jur|habil|hab|inż|mgr|dr|prof)\.?{SPACE})+"
)
_ROMANCE_OF = frozenset({"de", "del", "di", "da", "do", "du", "des", "della", "dello"})
_JOINING = frozenset({"y", "e", "i"})
_CAPITAL_AND = frozenset({"AND", "UND", "ET", "Y", "EN", "WITH", "OG", "OCH"})
_NATIVE_NAME = rf"[{NATIVE}][{NATIVE}·・． ]{{0,24}}[{NATIVE}]"  # dear to compile, seldom used


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: ``text[start:end]``; ``stop`` is behind the degrees and asides after it."""

    start: int
    end: int
    stop: int
    native: str | None = None


def is_denied(word: str) -> bool:
    """Say whether a word never stands in a person's name: headings, houses, roles, offices."""
    lower = word.lower()
    return lower in _DENIED or is_role(lower) or lower.rstrip(".") in OFFICES


def is_never_name(word: str) -> bool:
    """Say whether a capitalised word never stands in a name, short names like "Er" allowed."""
    return is_denied(word) and not _may_be_initial(word)


def is_agency(phrase: str) -> bool:
    """Say whether a phrase is, as a whole, a known agency or collective credit."""
    return " ".join(phrase.lower().split()) in AGENCIES


def is_house(phrase: str) -> bool:
    """Say whether capitalised words hold the head noun of an organisation, or a known house."""
    words = phrase.lower().replace("-", " ").split()
    return any(word.strip(".,") in HEADS or word in MEDIA for word in words) or is_agency(phrase)


def read_name(text: str, start: int, end: int, *, single: bool = False) -> Name | None:
    """Return the name that begins exactly at ``start``, or None.

    Offices and roles before it and degrees behind it stand outside of it. ``single`` allows a
    name of one word.
    """
    honorific = _HONORIFIC.match(text, start, end)
    if honorific:
        start = honorific.end()
    run = RUN.match(text, start, end)
    if run is None:
        return None
    tokens = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, start, run.end())]
    first = _skip_offices(tokens)
    if first and tokens[first][2] in _ROMANCE_OF:
        return None  # "Profesor de Derecho Civil" is what somebody teaches
    last = first
    while last < len(tokens) and not _ends_name(tokens, first, last):
        if last > first and _DATED.match(text, tokens[last][0], end):
            break
        last += 1
    name = _checked(text, tokens[first:last], end, single=single)
    return None if name and _OF_OTHER_WORK.match(text, name.end, end) else name


def _skip_offices(tokens: list[tuple[int, int, str]]) -> int:
    """Return the index of the first token behind leading offices and roles."""
    first = 0
    while first < len(tokens) - 1:
        word = tokens[first][2].lower()
        if word in GIVEN and tokens[first + 1][2].lower() not in GIVEN:
            break  # "Dean Baker" is a name, "Dean Jane Baker" a dean
        office = word in OFFICES or word.rstrip(".") in OFFICES or is_role(word)
        if not office and not _leads_to_role(tokens, first):
            break
        first += 1
    return first


def _leads_to_role(tokens: list[tuple[int, int, str]], index: int) -> bool:
    """Say whether a heading word opens a role before a name: "Staff Writer Jo Reyes"."""
    rest = tokens[index : index + 4]
    return is_denied(rest[0][2]) and any(is_role(token[2]) for token in rest[1:-1])


def _ends_name(tokens: list[tuple[int, int, str]], first: int, index: int) -> bool:
    word = tokens[index][2]
    if index > first and word in _CAPITAL_AND:
        return True
    if index > first + 1 and word.isupper() and word.lower() in PLACES_LOWER:
        return True
    if word.islower():
        after = tokens[index + 1][2].lower() if index + 1 < len(tokens) else ""
        return word in _JOINING and after in GIVEN  # "Mora y Vega" is one name, "Mora y Juan" two
    if index > first + 1 and word.isupper() and _is_degree(word) and not tokens[first][2].isupper():
        return True
    return index > first and _is_barred(tokens[first:], index - first)


def _is_barred(tokens: list[tuple[int, int, str]], index: int) -> bool:
    """Say whether a word of a name stands for no name there: "Post" may behind "Emily"."""
    word = tokens[index][2]
    if word.islower() or not is_never_name(word):
        return False
    if index == 0:
        return word.lower() not in GIVEN and word != "Sun"
    before = tokens[index - 1][2]
    named = before.lower() in GIVEN or len(before.rstrip(".")) == 1
    return not (named and word.lower() in SURNAME_WORDS)


def _may_be_initial(word: str) -> bool:
    """Say whether a short word is rather an initial or a name: "A.", "My", "Do", "An"."""
    return len(word) <= 2 and word.lower() not in _SMALL_WORDS  # noqa: PLR2004


def _checked(
    text: str, tokens: list[tuple[int, int, str]], end: int, *, single: bool
) -> Name | None:
    """Return the tokens as a name if their number and shapes are those of a person's name."""
    while tokens and tokens[-1][2].islower():
        tokens.pop()
    big = [token[2] for token in tokens if not token[2][0].islower() or "-" in token[2]]
    full = [word for word in big if len(word.rstrip(".")) > 1]
    if not full or not (single or len(big) > 1) or len(big) > _MAX_WORDS:
        return None
    if any(_is_barred(tokens, index) for index in range(len(tokens))):
        return None
    begin, stop = tokens[0][0], tokens[-1][1]
    if text[stop - 1] in "’'" and text[max(0, begin - 1) : begin] in {"‘", "'"}:
        stop -= 1  # "‘Jo Young’" is in quotation marks
    name = text[begin:stop]
    if stop - begin > MAX_NAME or name.lower() in PLACES_LOWER or is_agency(name):
        return None
    suffix = _SUFFIX.match(text, stop, end)
    if suffix:
        stop = suffix.end()
    elif name.endswith((" Jr", " Sr")) and text.startswith(".", stop) and stop < end:
        stop += 1
    return _with_asides(text, begin, stop, end)


def _with_asides(text: str, begin: int, stop: int, end: int) -> Name:
    """Return the name with what is printed behind it: native script, pronouns, degrees."""
    native = None
    place = stop
    while True:
        aside = _ASIDE.match(text, place, end)
        named = re.match(_NATIVE_NAME, aside[1]) if aside else None
        if aside and (native is None or (named and named[0] == aside[1])):
            if named:
                native = named[0]
            elif _tells_more(aside[1]):
                break
            place = aside.end()
            continue
        year = _CLASS_YEAR.match(text, place, end)
        if year:
            place = year.end()
            continue
        bare = _BARE_NATIVE.match(text, place, end) if native is None else None
        if bare:
            native, place = bare[1], bare.end()
            continue
        degree = _DEGREE.match(text, place, end)
        if degree and _is_degree(degree[1]) and not _BEFORE_ROLE.match(text, degree.end(), end):
            place = degree.end()
            continue
        break
    return Name(begin, stop, place, native)


def _tells_more(aside: str) -> bool:
    """Say whether a bracket holds further people, a house or a role, not the person's years."""
    people = aside.startswith(("avec ", "with ", "mit ", "con "))
    return people or is_house(aside) or any(map(is_role, aside.split()))


def _is_degree(word: str) -> bool:
    return word.lower().rstrip(".") in DEGREES and not word.islower()


def read_names(text: str, start: int, end: int, *, single: bool = False) -> list[Name]:
    """Return the names of the list of people that begins exactly at ``start``.

    The list ends where the next item is no name: "Jo Reyes, Ida Moll and Bo Carr in Lund" gives
    three. Of two items beside a bare comma the second needs a known given name, because
    "Jo Reyes, Straight North" names one person and a house; a third item, or an "and", proves a
    list. ``single`` allows a first name of one word.
    """
    names: list[Name] = []
    bare: list[bool] = []
    place = start
    while name := read_name(text, place, end, single=single and not names):
        names.append(name)
        separator = _SEPARATOR.match(text, name.stop, end)
        if separator is None:
            break
        bare.append(separator.group().strip() in {",", "/", ";"})
        place = separator.end()
    joined = bare[: len(names) - 1]
    if len(names) == 2 and joined == [True] and not _has_given(text, names[1]):  # noqa: PLR2004
        return names[:1]
    return names


def _has_given(text: str, name: Name) -> bool:
    return is_given(text[name.start : name.end])


def is_given(name: str) -> bool:
    """Say whether a name's first word is a common given name."""
    first = _FIRST_PART.match(name)
    return first is not None and first[0].lower() in GIVEN


def is_surname_marked(name: str) -> bool:
    """Say whether a name's surname alone is in capitals, as French and UN by-lines print it.

    >>> is_surname_marked("Kim BERG"), is_surname_marked("KIM BERG"), is_surname_marked("Kim B")
    (True, False, False)
    """
    surname = name.rsplit(maxsplit=1)[-1]
    return surname.isupper() and not name.isupper() and len(surname) >= _LEAST_SURNAME
