"""The language of a text, from a bounded sample: its script, then the small words it uses."""

import re

_SAMPLE = 300
"""Code points of each of the three pieces looked at: the beginning, the middle, the end."""

_STOP_WORDS = {
    "en": "the of and to in that is for with was as on by are this from be have which an has not",
    "de": "der die und das den von zu mit ist nicht ein eine auf im dem für sich des auch als dass",
    "fr": "les des est dans pour que une sur qui par pas plus avec sont aux cette ce au du et",
    "es": "los las el que una por con para del más su como pero sus al este esta y son fue",
    "it": "il che di per una con non è della del sono gli nel alla dei più anche come ma le",
    "pt": "os uma para com não mais dos como mas foi ao pelo pela são também em do da seu",
    "nl": "het een van dat niet zijn voor met op te aan ook wordt naar bij maar deze door en",
    "pl": "się nie jest na że do jak to ale przez dla oraz po był są który tym od i w z",
    "cs": "se je na že jsou pro jak ale od také který jako byl které po ve při tak by v",
    "sv": "och att det som är på för med av inte till om har den ett från var men vid",
    "da": "og at det som er på for med af ikke til har den et fra var men ved også blev",
    "no": "og at det som er på for med av ikke til har den et fra var men ved også ble",
    "fi": "ja on ei että se oli hän mutta ovat myös kun joka niin kuin ovat sen tai",
    "hu": "és hogy nem az egy is volt meg csak mint már de ezt vagy lehet ha",
    "ro": "și este în care nu mai din pentru sunt la cu pe că fost prin sau",
    "tr": "ve bir bu için ile de da olarak daha çok olan gibi kadar ancak ne",
    "vi": "và của là có trong được cho không người những một các với này đã",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke adalah",
}
_SCRIPTS = (
    ("ja", "[\u3041-\u30fa]"),
    ("ko", "[\uac00-\ud7af]"),
    ("zh", "[\u3400-\u9fff]"),
    ("uk", "[іїєґ]"),
    ("ru", "[\u0430-\u044f]"),
    ("el", "[\u03b1-\u03c9]"),
    ("ur", "[ٹڈڑںے]"),
    ("fa", "[پچژگ]"),
    ("ar", "[\u0620-\u064a\u067e-\u06d2]"),
    ("he", "[\u05d0-\u05ea]"),
    ("hi", "[\u0904-\u0939]"),
    ("bn", "[\u0985-\u09b9]"),
    ("th", "[\u0e01-\u0e2e]"),
    ("ka", "[\u10d0-\u10f0]"),
    ("hy", "[\u0561-\u0587]"),
)
_MIN_SHARE = 0.08
"""Share of a sample's words that must be the language's small words; prose has over 0.25."""
_OTHER_SCRIPT = 0.25
"""Share of characters beyond Latin-1 from which a sample's script is looked at; Vietnamese,
the Latin text richest in them, has about 0.15."""
_MIN_HITS = 4
_LEAD = 1.25
"""How many times the second language's hits the first must have."""


_SIGNS = dict(zip(_STOP_WORDS, "abcdefghijklmnopqrstuvwxyz", strict=False))


def _index() -> dict[str, str]:
    """Return by small word the signs of the languages that use it."""
    index: dict[str, str] = {}
    for language, words in _STOP_WORDS.items():
        for word in words.split():
            index[word] = index.get(word, "") + _SIGNS[language]
    return index


_SIGNS_OF = _index()


def find_language(text: str) -> str | None:
    """Return the two-letter code of a text's language, or None when unsure.

    Only 900 code points are looked at, however long the text is.
    """
    middle = len(text) // 2
    pieces = [text]
    if len(text) > 3 * _SAMPLE:
        pieces = [text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]]
    sample = " ".join(pieces)
    if len(sample.encode("latin-1", "ignore")) < (1 - _OTHER_SCRIPT) * len(sample):
        language = _by_script(sample)
        if language:
            return language
    return _by_words(" ".join(map(str.lower, pieces)).split())


def _by_script(sample: str) -> str | None:
    """Return the language that a sample's script tells, None for Latin letters."""
    counts = {language: len(re.findall(shape, sample)) for language, shape in _SCRIPTS}
    letters = sum(map(str.isalpha, sample)) or 1
    if counts["ja"] and counts["ja"] + counts["zh"] > letters * 0.4:
        return "ja" if counts["ja"] > 0.05 * (counts["ja"] + counts["zh"]) else "zh"
    if counts["uk"] and counts["ru"] > letters * 0.4:
        return "uk" if counts["uk"] > 0.02 * letters else "ru"
    if counts["ar"] > letters * 0.4:
        return next((one for one in ("ur", "fa") if counts[one] > 0.02 * letters), "ar")
    return next((one for one, count in counts.items() if count > letters * 0.4), None)


def _by_words(words: list[str]) -> str | None:
    signs = "".join(filter(None, map(_SIGNS_OF.get, words)))  # a string: no loop over words counts
    counts = list(map(signs.count, _SIGNS.values()))
    *_, second, hits = sorted(counts)
    best = list(_SIGNS)[counts.index(hits)]
    if hits < _MIN_HITS or hits < _MIN_SHARE * len(words) or hits < _LEAD * second:
        return None
    return best
