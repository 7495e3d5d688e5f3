"""Names behind a label in scripts without capitals: two to four words, and no common ones."""

import re

from loader.split.lexicon import GIVEN, read_words

_TOKEN = re.compile(r"[,،&]|(?:[\"״](?=\w)|[^\s,،&.\"״])+")
_COMMAS = frozenset(",،")
_AND = frozenset(("&", "و", "ו", "और", "एवं", "ও", "এবং", "اور", "և", "եւ", "ու", "და", "และ"))
_AND_BEFORE = ("และ", "و", "ו")  # written in one with the name behind it
_ADDRESS = read_words("caseless_address")
_SMALL_WORDS = read_words("caseless_small_words")
_NOT_NAMES = _SMALL_WORDS | read_words("not_caseless_names")
_LENGTHS = range(2, 5)  # words of a name
_LONGEST_PLACE = 3  # words of what may stand behind names, of which a sentence has more
_FIRST_NAME = 2  # words of a name after which another may begin

_Word = tuple[int, int, str]
_Item = tuple[list[_Word], bool]


def find_people(text: str, start: int, end: int, *, given: bool = False) -> list[tuple[int, int]]:
    """Return the bounds of the names that ``text[start:end]`` lists, up to the first that is none.

    Behind a bare comma a place may stand: the last name there begins with a known given name.
    Where the words go on like a sentence, there is none. ``given`` asks the first for a known
    given name, too.

    >>> text = "سامي الخطيب وليلى حداد، مرسى الصفصاف"
    >>> [text[start:end] for start, end in find_people(text, 0, len(text))]
    ['سامي الخطيب', 'ليلى حداد']
    """
    people: list[_Item] = []
    items = _items(text, start, end)
    for words, bare in items:
        if len(words) not in _LENGTHS or any(word in _NOT_NAMES for *_, word in words):
            break
        people.append((words, bare))
    while people and people[-1][1] and not _is_given(people[-1]):
        people.pop()
    if any(len(words) > _LONGEST_PLACE for words, _ in items[len(people) :]):
        return []
    if given and people and not _is_given(people[0]):
        return []
    return [(words[0][0], words[-1][1]) for words, _ in people]


def is_phrase(text: str) -> bool:
    """Say whether words may name a house: no small word, as sentences have, is among them."""
    return _SMALL_WORDS.isdisjoint(text.split())


def _is_given(item: _Item) -> bool:
    words, _ = item
    return words[0][2] in GIVEN


def _items(text: str, start: int, end: int) -> list[_Item]:
    """Return the words of each item of a list, and whether it stands behind a bare comma."""
    items: list[_Item] = []
    words: list[_Word] = []
    bare = False
    tokens = [(hit.start(), hit.end(), hit.group()) for hit in _TOKEN.finditer(text, start, end)]
    for place, (begin, stop, word) in enumerate(tokens):
        after = tokens[place + 1][2] if place + 1 < len(tokens) else ","
        joint = _joint(word, words, after, first=not items)
        if joint and words:
            items.append((words, bare))
            words = []
        if joint:
            bare = word in _COMMAS
        if joint == word or (not words and word in _ADDRESS):
            continue
        words.append((begin + len(joint), stop, word[len(joint) :]))
    return [*items, (words, bare)] if words else items


def _joint(word: str, words: list[_Word], after: str, *, first: bool) -> str:
    """Return the part of a word that joins two names: all of it, its first letters, or nothing."""
    if word in _AND or word in _COMMAS:
        return word
    joint = next((joint for joint in _AND_BEFORE if word.startswith(joint)), "")
    if not joint or word in GIVEN or after in _AND or after in _COMMAS:
        return ""
    if words:
        return joint if len(words) >= _FIRST_NAME else ""
    return "" if first or word[len(joint) :] not in GIVEN else joint  # a place may begin like that
