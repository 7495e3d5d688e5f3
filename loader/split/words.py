"""What the words and signs of a line betray, as bits: the marks and a few patterns."""

from dataclasses import dataclass

from loader.split.call_words import CALL_WORDS
from loader.split.credit_labels import CREDIT_LABELS, LABEL_JOINERS
from loader.split.line_patterns import (
    ABOUT,
    ADDRESS,
    ASKED,
    BIO,
    BY_LINE,
    BY_SLASH,
    CLOCK,
    CRUMB,
    DATE,
    DATE_FIRST,
    DATE_LAST,
    DIGIT,
    HASHTAG,
    IN_BRACKETS,
    LABEL,
    LETTER,
    MAKER,
    NAME_AND_ROLE,
    NUMBERED,
    ONLY_NAME,
    PLACE_LINE,
    POSTAL,
    PRICE,
    SIGNED,
    STOPPED,
    VERBS,
    WIDE,
    WIDE_SENTENCE,
    any_crumb,
    any_label_end,
)
from loader.split.marks import MARKS
from loader.split.native_words import DIGITS, NATIVE, NATIVE_PATTERNS, in_all_scripts
from loader.split.section_words import SECTION_PIECES, SECTION_WORDS
from loader.split.site_marks import SITE_MARKS
from loader.split.stems import CONTINUERS
from loader.split.tokens import find_tokens

_HEAD, _TAIL = 140, 70  # characters of a long line whose words are looked at, from either end
_NAMES = 200  # characters of the longest list of names alone
_ARROWS = frozenset("→▸»›▶►➔➜➤⇒>▼▾")
_HEADED = 130  # characters of the longest line whose words may be those of a heading
_SECTION = 8  # characters of the longest name of a section in a wide script
_KICKER = 26  # characters before a colon or bar that may be a kicker
_CREDIT = 110  # characters at the end that may name who made a picture


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sign that is no single word. ``example`` shows it."""

    name: str
    example: str


PATTERNS: tuple[Pattern, ...] = (
    Pattern("name and bio verb", "Ida Moll is a pilot."),
    Pattern("by-line words", "By Ida Moll"),
    Pattern("name alone", "Ida Moll"),
    Pattern("note on the author", "The writer is a former harbour master."),
    Pattern("signature", "The fog stayed. (imo)"),
    Pattern("address", "ida@harbour.example"),
    Pattern("web address", "www.harbour.example"),
    Pattern("handle", "@idamoll"),
    Pattern("date", "3.4.2031"),
    Pattern("clock time", "9:15"),
    Pattern("continuing word", "But the fog stayed."),
    Pattern("open quotation", "He said: “The fog"),
    Pattern("colon early", "Ports: the fog returns"),
    Pattern("bar", "Opinion | The fog returns"),
    Pattern("question mark", "Who owns the fog?"),
    Pattern("quoted words", "“The fog came”"),
    Pattern("sentence inside", "It came. It left."),
    Pattern("picture credit at the end", "The harbour at dawn. Photo: R. Zielinski"),
    Pattern("no letters", "+++"),
    Pattern("clock time first", "9:15 The fog returns"),
    Pattern("code", "{ var fog = 1; }"),
    Pattern("date first", "03.03.2031 The fog returns"),
    Pattern("date last", "The fog returns (3 March 2031)"),
    Pattern("credit label", "Text und Fotos: Ida Moll"),
    Pattern("name and role", "Ida Moll, lecturer in Tarn"),
    Pattern("section words alone", "Arts & Culture"),
    Pattern("call first", "Read the whole story"),
    Pattern("numbered", "Step 3: Wait for the fog"),
    Pattern("hashtag", "#harbour"),
    Pattern("arrow", "The fog returns →"),
    Pattern("breadcrumb", "Home › Harbour"),
    Pattern("postal code", "Quay 7, 20457 Tarn"),
    Pattern("place and dash", "TARN (Quay News) — The fog returns"),
)
ALL_MARKS = tuple(map(in_all_scripts, MARKS + SITE_MARKS))
NAMES: tuple[str, ...] = tuple(mark.name for mark in ALL_MARKS) + tuple(p.name for p in PATTERNS)
BIT: dict[str, int] = {name: 1 << place for place, name in enumerate(NAMES)}


_SPOKEN = 1 << len(NAMES)  # a verb of bios is there: the pattern is worth trying
_ALL = _SPOKEN - 1
_ROLE_OR_HOUSE = BIT["role word"] | BIT["organisation word"]
_PICTURED = BIT["picture word"] | BIT["agency"] | BIT["credit"]


def _index_words() -> dict[str, int]:
    bits: dict[str, int] = {}
    for mark in ALL_MARKS:
        for word in mark.words.split():
            bits[word] = bits.get(word, 0) | BIT[mark.name]
    for verb in VERBS.split():
        bits[verb.lower()] = bits.get(verb.lower(), 0) | _SPOKEN
    return bits


def _index_pieces() -> dict[str, list[tuple[str, int]]]:
    """Return the pieces with their bits by the first character."""
    bits: dict[str, list[tuple[str, int]]] = {}
    for mark in ALL_MARKS:
        for piece in mark.pieces.split():
            bits.setdefault(piece[0], []).append((piece, BIT[mark.name]))
    return bits


def _index_phrases() -> dict[tuple[str, ...], int]:
    bits: dict[tuple[str, ...], int] = {}
    for mark in ALL_MARKS:
        for phrase in mark.phrases.split("|") if mark.phrases else ():
            pair = tuple(phrase.split())
            bits[pair] = bits.get(pair, 0) | BIT[mark.name]
    return bits


_WORD_BITS, _PHRASE_BITS = _index_words(), _index_phrases()
_KNOWN, _PHRASES = frozenset(_WORD_BITS), frozenset(_PHRASE_BITS)
_PIECES = _index_pieces()
_BEGINNINGS = frozenset(_PIECES)


def find_marks(text: str) -> int:
    """Return the marks and patterns of a line as a sum of the bits in ``BIT``."""
    part = text if len(text) <= _HEAD + _TAIL else f"{text[:_HEAD]} {text[-_TAIL:]}"
    words, signs, may_be_wide = find_tokens(part)
    bits = _word_marks(words)
    if may_be_wide:
        if WIDE.search(part):
            bits |= _wide_marks(part)
        if NATIVE.search(part):
            part = signs = part.translate(DIGITS)
            bits |= sum(BIT[name] for name, shape in NATIVE_PATTERNS if shape.search(part))
    bits |= _pattern_marks(text, part, bits)
    if signs:  # many lines have none but commas and full stops, which are not among them
        bits |= _sign_marks(part, signs) | _list_marks(part, signs) | _number_marks(part, signs)
    if len(text) > _HEADED:
        bits &= ~BIT["heading word"]
    return bits & _ALL


def _word_marks(words: list[str]) -> int:
    bits = 0
    for word in _KNOWN.intersection(words):
        bits |= _WORD_BITS[word]
    pairs = zip(words, words[1:], strict=False)  # noqa: RUF007  (it fills one tuple anew: faster)
    for pair in _PHRASES.intersection(pairs):
        bits |= _PHRASE_BITS[pair]
    if words:
        if words[0] in CONTINUERS:
            bits |= BIT["continuing word"]
        if words[0] in CALL_WORDS:
            bits |= BIT["call first"]
        if SECTION_WORDS.issuperset(words):
            bits |= BIT["section words alone"]
    return bits


def _pattern_marks(text: str, part: str, words: int) -> int:
    """Return the marks of patterns that ask for no sign but full stops and brackets."""
    bits = 0
    last = text[-1]
    if words & _SPOKEN and BIO.match(part):
        bits |= BIT["name and bio verb"]
    if BY_LINE.match(part):
        bits |= BIT["by-line words"]
    if len(text) <= _NAMES:
        bits |= _name_marks(text, words)
    if ABOUT.match(part):
        bits |= BIT["note on the author"]
    if last == ")" and SIGNED.search(part[-60:]):
        bits |= BIT["signature"]
    if "www." in part or "http" in part or ".com" in part:
        bits |= BIT["web address"]
    if words & _PICTURED and _names_maker(part[-_CREDIT:]):
        bits |= BIT["picture credit at the end"]
    if not LETTER.search(part):
        bits |= BIT["no letters"]
    if STOPPED.search(part) or (("?" in part or "!" in part) and ASKED.search(part)):
        bits |= BIT["sentence inside"]
    return bits


def _name_marks(text: str, words: int) -> int:
    bits = 0
    if text[-1] not in ".!?:,;" and ONLY_NAME.match(text):
        bits |= BIT["name alone"]
    if words & _ROLE_OR_HOUSE and NAME_AND_ROLE.match(text):
        bits |= BIT["name and role"]
    return bits


def _sign_marks(part: str, signs: str) -> int:
    """Return the marks of patterns with other signs, of which a line has ``signs``."""
    bits = _quote_marks(part, signs)
    if "–" in signs or "—" in signs or "-" in signs:
        bits |= _dash_marks(part)
    if "@" in signs or "[at]" in part:
        bits |= BIT["address" if ADDRESS.search(part) else "handle"]
    if any_label_end(signs):
        bits |= _label_marks(part)
    if ":" in signs or "/" in signs or "©" in signs:
        tail = part[-_CREDIT:]
        if (":" in tail or "/" in tail or "©" in tail) and _names_maker(tail):
            bits |= BIT["picture credit at the end"]
    if "©" in signs:
        bits |= BIT["copyright word"]
    if "?" in signs:
        bits |= BIT["question mark"]
    if "{" in signs or "[[" in part or "&gt;" in part:
        bits |= BIT["code"]
    return bits


def _list_marks(part: str, signs: str) -> int:
    """Return the marks of what stands between the entries of a line, before or behind them."""
    bits = 0
    if (part[0] in _ARROWS or part[-1] in _ARROWS) and "«" not in signs:
        bits |= BIT["arrow"]
    if ("|" in signs and " | " in part) or ("•" in signs and "•" in part[1:]):
        bits |= BIT["bar"]
    if any_crumb(signs) and CRUMB.search(part):
        bits |= BIT["breadcrumb"]
    if "#" in signs and HASHTAG.search(part):
        bits |= BIT["hashtag"]
    return bits


def _quote_marks(part: str, signs: str) -> int:
    quotes, low, high = signs.count('"'), signs.count("„"), signs.count("“")
    if not (quotes or low or high):
        return BIT["quoted words"] if "«" in signs or "‘" in signs else 0
    closing = signs.count("”") + (high - (part[0] == "“") if low else 0)
    still_open = quotes % 2 or low + high > closing
    return BIT["quoted words"] | (BIT["open quotation"] if still_open else 0)


def _dash_marks(part: str) -> int:
    bits = BIT["place and dash"] if PLACE_LINE.match(part) else 0
    tail = part[-40:]
    if ("–" in tail or "—" in tail or " -" in tail) and SIGNED.search(part[-60:]):
        bits |= BIT["signature"]
    return bits


def _label_marks(part: str) -> int:
    """Return the marks of what stands before a colon, bar or stroke."""
    bits = BIT["colon early"] if ":" in part[:_KICKER] else 0
    label = LABEL.match(part)
    words = set(label[1].lower().split()) if label else set()
    if words & CREDIT_LABELS and words <= CREDIT_LABELS | LABEL_JOINERS:
        bits |= BIT["credit label"]
    return bits


def _names_maker(tail: str) -> bool:
    """Tell whether a line's end says who made a picture."""
    return bool(
        MAKER.search(tail)
        or ("(" in tail and IN_BRACKETS.search(tail))
        or ("/" in tail and BY_SLASH.search(tail))
    )


def _number_marks(part: str, signs: str) -> int:
    digit = DIGIT.search(signs)
    if not digit:
        return 0
    bits = BIT["numbered"] if NUMBERED.match(part) else 0
    if ("$" in part or "€" in part or "£" in part) and PRICE.search(part):
        bits |= BIT["price"]
    start = part.index(digit.group())  # the first digit of the signs is that of the line
    if DATE.search(part, start):
        bits |= BIT["date"]
    if POSTAL.search(part, start):
        bits |= BIT["postal code"]
    if DATE_FIRST.match(part):
        bits |= BIT["date first"]
    if DATE_LAST.search(part[-12:]):
        bits |= BIT["date last"]
    if CLOCK.search(part, start):
        bits |= BIT["clock time"]
    if CLOCK.match(part):
        bits |= BIT["clock time first"]
    return bits


def _wide_marks(part: str) -> int:
    """Return the marks of words and signs of wide scripts."""
    bits = 0
    for beginning in _BEGINNINGS.intersection(part):
        for piece, bit in _PIECES[beginning]:
            if piece in part:
                bits |= bit
    if len(part) <= _SECTION and (part.startswith(SECTION_PIECES) or part.endswith(SECTION_PIECES)):
        bits |= BIT["section words alone"]
    if "「" in part or "『" in part:
        bits |= BIT["quoted words"]
    if "：" in part[:_KICKER]:
        bits |= BIT["colon early"]
    if "｜" in part:
        bits |= BIT["bar"]
    if "？" in part:
        bits |= BIT["question mark"]
    if WIDE_SENTENCE.search(part):
        bits |= BIT["sentence inside"]
    return bits
