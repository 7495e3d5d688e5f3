"""Agencies and houses credited in a by-line: known names, or shapes that prove one."""

import re

from loader.split.lexicon import NOT_NAMES, read_words
from loader.split.people import is_agency, is_house

_PART = re.compile(r"[^,/&|;]+?(?=\s*(?:[,/&|;]|\s(?:and|und|mit|with|et|y|avec|con)\s|$))")
_CLAUSE_END = re.compile(r"\s*[|;•]|\.(?=\s|$)|\s+[–—-]\s|\s*,\s|\s+(?:and|und|et|y)\s|[)\]]|\r?\n")
_JOINT = frozenset({"of", "for", "and", "the", "de", "&", "in"})
_ARTICLES = frozenset({"the", "les", "die", "la", "le", "el", "agencia", "agence"})
_PRESS = read_words("press")
_DIGITS = re.compile(r"\d+")
_MAX_PHRASE = 80
_MAX_WORDS = 6


def find_agencies(text: str, start: int, end: int, *, lone: bool = False) -> list[tuple[int, int]]:
    """Return the bounds of the agency that the phrase is, or of those that it lists.

    Empty if the phrase is neither a known agency nor capitalised words with the head noun of a
    house ("Lund News") or an article ("Les Nouvelles"). A ``lone`` phrase, without a marker before
    it, must end in the head noun and hold no word of headings ("Trust Your Instinct").
    """
    phrase = text[start:end].strip(" .()[]–—-")
    if not phrase or len(phrase) > _MAX_PHRASE:
        return []
    begin = text.index(phrase, start, end)
    if is_agency(phrase):
        return [(begin, begin + len(phrase))]
    return _listed(phrase, begin) or _shaped(phrase, begin, lone=lone)


def _listed(phrase: str, begin: int) -> list[tuple[int, int]]:
    found = []
    for match in _PART.finditer(phrase):
        part = match.group().strip()
        for joint in ("and ", "und ", "mit ", "et ", "avec ", "con ", "with "):
            part = part.removeprefix(joint).strip()
        if part and is_agency(part):
            offset = begin + match.start() + match.group().rindex(part)
            found.append((offset, offset + len(part)))
    return found


def _shaped(phrase: str, begin: int, *, lone: bool) -> list[tuple[int, int]]:
    words = phrase.split()
    titled = all(word[0].isupper() or word.lower() in _JOINT for word in words)
    if not titled or len(words) > _MAX_WORDS:
        return []
    if lone and not _signs(words):
        return []
    articled = words[0].lower() in _ARTICLES and len(words) > 1
    proved = is_house(_DIGITS.sub("", phrase)) or articled
    return [(begin, begin + len(phrase))] if proved else []


def _signs(words: list[str]) -> bool:
    """Say whether words alone on a line are the name of a paper or agency: "News24"."""
    last = words[-1].lower()
    if NOT_NAMES & set(map(str.lower, words[:-1])):
        return False
    if len(words) == 1:
        return last != _DIGITS.sub("", last) and _DIGITS.sub("", last) in _PRESS
    return last in _PRESS


def find_clause_end(text: str, start: int, end: int) -> int:
    """Return where the phrase from ``start`` ends: at a bar, comma, dash, "and" or full stop."""
    stop = _CLAUSE_END.search(text, start, end)
    finish = stop.start() if stop else end
    return start + len(text[start:finish].rstrip())
