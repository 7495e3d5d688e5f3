"""The shape of a line: how long it is, how it begins and ends, what its words betray.

Shapes are small whole numbers so that lines of one shape can be judged once and remembered.
"""

import re

WIDE = "\u2e80"  # from here on a character is as wide as two or three Latin ones
_WIDE_FACTOR = 2.4
_WIDE_END = "\uffa0"

LENGTHS = (4, 13, 31, 61, 101, 161, 261, 451, 801)  # upper bounds of the classes, in characters
LENGTH_NAMES = (
    "of 1 to 3 characters",
    "of 4 to 12 characters",
    "of 13 to 30 characters",
    "of 31 to 60 characters",
    "of 61 to 100 characters",
    "of 101 to 160 characters",
    "of 161 to 260 characters",
    "of 261 to 450 characters",
    "of 451 to 800 characters",
    "of more than 800 characters",
)
SIZES = (0, 0, 0, 1, 1, 2, 2, 3, 3, 3)  # length class -> size: tiny, short, middling, long
TINY, SHORT, MIDDLING, LONG = range(4)
SIZE_NAMES = ("tiny", "short", "middling", "long")

STOP, ASK, QUOTED, QUOTE, PAREN, ELLIPSIS, COLON, COMMA, DIGIT, LETTER, SIGN = range(11)
END_NAMES = (
    "ends with a full stop",
    "ends with a question or exclamation mark",
    "ends with a sentence in quotation marks or brackets",
    "ends with a quotation mark",
    "ends with a bracket",
    "ends with an ellipsis",
    "ends with a colon",
    "ends with a comma or dash",
    "ends with a digit",
    "ends with a letter",
    "ends with a sign",
)
FINISHED = frozenset({STOP, ASK, QUOTED})
ENDINGS = (0, 0, 0, 1, 1, 2, 3, 3, 3, 3, 3)  # end -> finished, closed, ellipsis, open
CLOSED, TRAILING, UNFINISHED = 1, 2, 3
ENDING_NAMES = ("finished", "closed", "trailing off", "unfinished")

UPPER, LOWER, NUMBERED, DIGITS, BULLET, OPENING, SQUARE, HAN, OTHER = range(9)
START_NAMES = (
    "begins with a capital or a letter that has none",
    "begins with a small letter",
    "begins with a number and a full stop or bracket",
    "begins with a digit",
    "begins with a bullet",
    "begins with a quotation mark",
    "begins with a square bracket",
    "begins with a character of a wide script",
    "begins with a sign",
)
SENTENCE, TITLE, CAPITALS, SMALL, NO_CASE = range(5)
CASE_NAMES = (
    "in sentence case",
    "in title case",
    "in capitals",
    "in small letters",
    "of undecided case",
)

_STOPS = ".。．।։؟۔｡"
_ASKS = "!?！？¡¿‽"
_QUOTES = "\"'”’“»«‘„›‹」』》〉"
_BRACKETS = ")]）】〕}］"
_BULLETS = "-•*+>»–—·▪►●■◆▶→‣◦○★☆※"
_OPENERS = "\"'“‘„«»‹『「《"
_MORE = re.compile(
    r"(?:…|\.\.\.|\. \. \.)\s*[\])）]?\s*(?:\W{0,3}"
    r"(?:read|see|view|learn|mehr|weiter|more|continue|lire|leer|leggi|leia|lees|suite|la suite|"
    r"全文|続き|もっと|더보기)[\w ]{0,18}\W{0,3})?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\d{1,3}|[ivxIVX]{1,4}|[a-zA-Z])[.)]\s|\d{1,2}[.:]?\s?[A-Z]|[（(]?[一二三四五六七八九十]{1,2}[、）)]"
)


def width(text: str, *, wide: bool) -> int:
    """Return the length of a line in Latin characters; those of wide scripts count more."""
    return int(len(text) * _WIDE_FACTOR) if wide else len(text)


def is_wide(text: str) -> bool:
    """Tell whether a line is written in Han, kana or hangul, from three places in it.

    >>> is_wide("霧が港に来た。"), is_wide("The fog (霧) came.")
    (True, False)
    """
    if text.isascii():
        return False
    last = len(text) - 1
    first, middle, third, late = text[0], text[last // 2], text[last // 3], text[2 * last // 3]
    return (
        (WIDE <= first <= _WIDE_END)
        + (WIDE <= middle <= _WIDE_END)
        + (WIDE <= third <= _WIDE_END)
        + (WIDE <= late <= _WIDE_END)
    ) >= 2  # noqa: PLR2004


def find_end(text: str) -> int:  # noqa: PLR0911  (one class, one line)
    """Return how a line ends: one of the classes named in ``END_NAMES``.

    >>> END_NAMES[find_end("He said: “Go.”")]
    'ends with a sentence in quotation marks or brackets'
    """
    last = text[-1]
    if last.isalpha():
        return (
            ELLIPSIS
            if "…" in text[-30:] or ("..." in text[-30:] and _MORE.search(text, len(text) - 30))
            else LETTER
        )
    if last in _STOPS:
        return ELLIPSIS if text.endswith(("..", ". .")) else STOP
    if last == "…":
        return ELLIPSIS
    if last in _ASKS:
        return ASK
    if last in _QUOTES or last in _BRACKETS:
        return _find_closed_end(text, last)
    if last.isdigit():
        return DIGIT
    if last in ":：":
        return COLON
    if last in ",;，、；-–—":
        return COMMA
    return SIGN


def _find_closed_end(text: str, last: str) -> int:
    before = text[-2:-1]
    if before in _QUOTES or before in _BRACKETS:
        before = text[-3:-2]
    if before and (before in _STOPS or before in _ASKS):
        return ELLIPSIS if text[-4:-1].endswith("..") and last in _BRACKETS else QUOTED
    if before == "…":
        return ELLIPSIS if last in _BRACKETS else QUOTED
    if last in _QUOTES:
        return QUOTE
    opened = max(text.rfind("(", -40), text.rfind("[", -40), text.rfind("（", -40))
    return (
        QUOTED
        if text[:opened].rstrip()[-1:] in (".", "!", "?", "。", "”") and opened > 0
        else PAREN
    )


def find_start(text: str) -> int:  # noqa: PLR0911  (one class, one line)
    """Return how a line begins: one of the classes named in ``START_NAMES``."""
    first = text[0]
    if first.isupper():
        return NUMBERED if text[1:2] in ".)" and _NUMBERED.match(text) else UPPER
    if first.islower():
        return LOWER
    if first.isdigit():
        return NUMBERED if _NUMBERED.match(text) else DIGITS
    if first in _BULLETS:
        return BULLET
    if first in _OPENERS:
        return OPENING
    if first in "[【［":
        return SQUARE
    if first.isalpha():
        return HAN if first >= WIDE else UPPER  # Arabic, Hebrew, Hindi: letters without case
    return OTHER


def find_case(text: str) -> int:
    """Return the letter case of a short line: one of the classes named in ``CASE_NAMES``."""
    if text.isupper():
        return CAPITALS
    if text.islower():
        return SMALL
    words = text.split()
    small = [word for word in words if not word[0].isupper()]
    capitals = len(words) - len(small)
    if not capitals:
        return NO_CASE
    long_words = capitals + len([word for word in small if len(word) > 3])  # noqa: PLR2004
    return TITLE if len(words) > 1 and capitals >= 0.8 * long_words else SENTENCE
