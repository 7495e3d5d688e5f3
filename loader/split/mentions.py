"""Pairs of names that a text prints: a romanised name beside the same name in its own script."""

import re

from loader.model import Mention
from loader.split.lexicon import PLACES_LOWER, SURNAMES, SURNAMES_JA
from loader.split.people import HAN, NATIVE, PARTICLE, SPACE, UPPER, WORD, is_never_name

_BEFORE = 90
"""Code points read before a bracket: longer than any name with its office."""
_INSIDE = 40
"""Code points of the longest bracket believed to hold a name."""

# These take long to compile and most pages need none: ``re`` does it, and remembers, at their use.
_NATIVE_CHARACTER = f"[{NATIVE}]"
_CLOSED = rf"[(（]\s?(?P<native>[{NATIVE}][{NATIVE}·・． \u3000]{{0,22}}[{NATIVE}])\s?[)）、，,;；]"
_LATIN_CLOSED = (
    rf"[(（]\s?(?P<latin>{WORD}(?:{SPACE}(?:{PARTICLE}{SPACE})?{WORD}){{1,4}})\s?[)）、，,;；]"
)
_LATIN_BEFORE = (
    rf"(?P<latin>(?:{WORD}|[{UPPER}]\.)(?:{SPACE}(?:{PARTICLE}{SPACE})?"
    rf"(?:{WORD}|(?:[{UPPER}]\.){{1,2}})){{0,9}})(?:{SPACE})?$"
)
_NATIVE_BEFORE = rf"[{HAN}·・\u3040-\u30ff\uac00-\ud7af]{{2,16}}(?:{SPACE})?$"
_HAN_ONLY = f"[{HAN}]{{2,5}}"
_KANA_NAME = "[\u30a0-\u30ff]{2,}(?:[・ ][\u30a0-\u30ff]{2,}){1,3}"
_HANGUL = "[\uac00-\ud7af]{2,4}|[\uac00-\ud7af]{1,2} [\uac00-\ud7af]{1,2}"
_CYRILLIC = r"[А-ЯЁІЇЄҐЎ][а-яёіїєґў’\-]+(?: [А-ЯЁІЇЄҐЎ][а-яёіїєґў’\-]+){1,2}"
_ARABIC = "[\u0600-\u06ff\u0590-\u05ff]{2,}(?: [\u0600-\u06ff\u0590-\u05ff]{2,}){1,3}"
_TRANSCRIBED = rf"[{HAN}]{{1,5}}(?:[·・][{HAN}]{{1,5}}){{1,3}}$"

_WORDS = re.compile(r"(?P<word>[^ \u00a0\u202f\u2009\n\r\t(（“\"—–]+)")
_JOINING = re.compile(rf"{PARTICLE}|(?:al|el|bin|d|l)[-’'].*")
_ENDS = frozenset(',;:!?)）”"')
_VOWELS = re.compile("[aeiouüyāáǎàēéěèīíǐìōóǒòūúǔùêôư]+", re.IGNORECASE)
_ROMAJI = re.compile(
    r"(?:(?:[kgsztdnhbpmyrwjf]|ky|sh|ch|ts|gy|ny|hy|by|py|my|ry)?[aiueoāīūēōâîûêô]|n|m(?=[bp])|"
    r"(?:k|s|t|p)(?=[kstpc]))+h?",
    re.IGNORECASE,
)
_NOT_LAST = frozenset(
    "黨党會会院局縣县省區区市島岛港報报社司廠厂部網网組组法案路街灣湾站館馆寺廟庙宮宫"
)


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Return the printed pairs of people's names in the order of the text.

    Romanised first, "President Tsai Ing-wen (蔡英文)", or native first, "蔡英文（Tsai Ing-wen）".
    ``latin`` is without office or form of address; ``start`` and ``end`` enclose both names and
    the brackets. Glosses of parties, places and things are left out: the native part must have
    the shape of a person's name.
    """
    if text.isascii():
        return ()
    found = []
    for opening in "(（":
        place = text.find(opening)
        while place >= 0:
            mention = _at(text, place)
            if mention:
                found.append(mention)
            place = text.find(opening, place + 1)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _at(text: str, place: int) -> Mention | None:
    """Return the pair whose bracket opens at ``place``, or None."""
    inside = text[place + 1 : place + 3].lstrip()[:1]
    if not inside:
        return None
    if not inside.isascii() and re.match(_NATIVE_CHARACTER, inside):
        return _latin_first(text, place)
    if inside.isupper() and place and not text[place - 1].isascii():
        return _native_first(text, place)
    return None


def _latin_first(text: str, place: int) -> Mention | None:
    closed = re.compile(_CLOSED).match(text, place, place + _INSIDE)
    if closed is None:
        return None
    native = closed["native"]
    before = text[max(0, place - _BEFORE) : place]
    run = _last_run(before)
    if run is None:
        return None
    latin = _without_office(run)
    if latin is None or not _agree(latin, native):
        return None
    start = max(0, place - _BEFORE) + before.rindex(latin)
    return Mention(latin, native, start, _end(text, closed))


def _end(text: str, closed: re.Match[str]) -> int:
    """Return where the pair ends: behind the bracket, or behind the name if the bracket goes on."""
    last = closed.end() - 1
    return closed.end() if text[last] in ")）" else closed.end(closed.lastgroup or 0)


def _last_run(before: str) -> str | None:
    """Return the run of capitalised words that ends a text; linear: it steps back by words."""
    match = re.compile(_LATIN_BEFORE).search(before, _run_start(before))
    return match["latin"] if match else None


def _run_start(before: str) -> int:
    """Return where the last stretch without a lower-case word, mark or line break begins."""
    start = len(before)
    for word in reversed(list(_WORDS.finditer(before))):
        name = word["word"]
        if not (name[0].isupper() or _JOINING.fullmatch(name)):
            break
        if name[-1] in _ENDS or (name[-1] == "." and len(name) > 3):  # noqa: PLR2004
            break
        start = word.start()
    return start


def _without_office(run: str) -> str | None:
    """Return the name behind offices and other words that no name holds; None if none is left."""
    words = list(re.finditer(r"\S+", run))
    first = 0
    for i, word in enumerate(words):
        if is_never_name(word.group()):
            first = i + 1
    words = words[first:]
    while words and words[0].group()[0].islower() and "-" not in words[0].group():
        words = words[1:]
    big = [word for word in words if word.group()[0].isupper()]
    if not 2 <= len(big) <= 5:  # noqa: PLR2004
        return None
    name = run[words[0].start() : words[-1].end()]
    return None if name.lower() in PLACES_LOWER else name


def _agree(latin: str, native: str) -> bool:
    """Say whether native characters have the shape of the person's name that Latin words give."""
    flat = native.replace(" ", "").replace("\u3000", "")
    if re.fullmatch(_HAN_ONLY, flat):
        return _han_agrees(latin, flat)
    if re.fullmatch(_HANGUL, native):
        return flat[0] in SURNAMES or flat[:2] in SURNAMES
    kana = bool(re.fullmatch(rf"[{HAN}\u3040-\u30ff]{{3,8}}", flat)) and _is_romaji(latin)
    shapes = (_KANA_NAME, _CYRILLIC, _ARABIC, _TRANSCRIBED)
    return kana or any(re.fullmatch(shape, native) for shape in shapes)


def _han_agrees(latin: str, native: str) -> bool:
    if _is_romaji(latin) and len(native) >= 3 and _begins_japanese(native):  # noqa: PLR2004
        return True
    if native[-1] in _NOT_LAST:
        return False
    double = native[:2] in SURNAMES and len(native) in (3, 4)
    chinese = native[0] in SURNAMES and len(native) in (2, 3, 4)
    if len(native) == 4 and not double:  # noqa: PLR2004
        chinese = chinese and "-" in latin
    if double or chinese:
        return True
    return _is_romaji(latin) and 3 <= len(native) <= 5  # noqa: PLR2004


def _begins_japanese(native: str) -> bool:
    return any(native[:n] in SURNAMES_JA for n in (1, 2, 3))


def _is_romaji(latin: str) -> bool:
    """Say whether every word is spelt in Japanese syllables: "Kishida Fumio"."""
    return all(_ROMAJI.fullmatch(word) for word in latin.split()) and latin.count(" ") == 1


def _native_first(text: str, place: int) -> Mention | None:
    closed = re.compile(_LATIN_CLOSED).match(text, place, place + 2 * _INSIDE)
    if closed is None:
        return None
    latin = closed["latin"]
    if any(map(is_never_name, latin.split())):
        return None
    before = re.compile(_NATIVE_BEFORE).search(text, max(0, place - 18), place)
    native = _native_end(before.group().rstrip(), latin) if before else None
    if native is None:
        return None
    start = text.rindex(native, max(0, place - 18), place)
    return Mention(latin, native, start, _end(text, closed))


def _native_end(run: str, latin: str) -> str | None:
    """Return the name that ends a run of native characters, as long as the Latin name tells."""
    transcribed = re.search(_TRANSCRIBED, run)
    if transcribed:
        return transcribed.group() if len(transcribed.group()) == len(run) else None
    syllables = sum(
        max(1, len(_VOWELS.findall(part)))
        for word in latin.split()
        for part in re.split("[-‐‑’']", word)
    )
    if not 2 <= syllables <= 4 or len(run) < syllables:  # noqa: PLR2004
        return None
    native = run[-syllables:]
    return native if native[0] in SURNAMES or native[:2] in SURNAMES else None
