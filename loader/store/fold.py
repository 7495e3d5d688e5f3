"""Text becomes what the search index is fed: folded letters, and Han characters one by one.

SQLite's tokenizer ``unicode61 remove_diacritics 2`` splits words at white space and punctuation
and folds accents. It takes a run of Han, kana or hangul characters for one word, keeps ł, ø and
full-width letters apart from their plain forms, and cuts words at soft hyphens. Folding mends
these, with the same code for the index and for what a person asks.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# Each of these characters is a word of its own: Han with its iteration marks and extension
# planes, kana, bopomofo, hangul and its parts, Yi, Nushu, Tangut. Blocks as of Unicode 15.
CHARACTERS = (
    "\u1100-\u11ff\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u3096\u309d-\u309f"
    "\u30a1-\u30fa\u30fc-\u30ff\u3105-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\ua48c"
    "\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\U00016fe0-\U00018cff\U0001aff0-\U0001b2ff"
    "\U00020000-\U0003ffff"
)
# Soft hyphen, zero-width and joining characters, marks of direction, variation selectors: they
# show no gap, so the word goes on through them. No-break and narrow spaces are white space to
# the tokenizer already.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e0fff"
)
# Letters that have no decomposition, so that the tokenizer does not fold them, and letters that
# stand for an apostrophe, which would glue what other spellings cut.
_LETTERS = str.maketrans(
    {
        **dict(zip("ĐđÐðĦħıĸŁłØøŦŧŊŋ", "DdDdHhikLlOoTtNn", strict=True)),
        "Æ": "AE",
        "æ": "ae",
        "Œ": "OE",
        "œ": "oe",
        "ß": "ss",
        "ẞ": "SS",
        "Þ": "Th",
        "þ": "th",
        **dict.fromkeys("ʹʻʼʽʾʿˈ", "'"),
    }
)
# Compatibility characters: full- and half-width forms, ligatures, radicals, letters in squares,
# and combining kana marks and jamo, which join what stands before them.
_COMPATIBILITY = (
    "\u0132\u0133\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3\u2160-\u217f\u2460-\u24ff\u2e80-\u2fdf"
    "\u3099-\u309a\u3200-\u33ff\ufb00-\ufb06\uff01-\uffee"
)
_SPECIAL_CLASS = (
    CHARACTERS + _INVISIBLE + _COMPATIBILITY + "".join(map(chr, _LETTERS)).replace("-", "")
)
_SPECIAL = re.compile(f"[{_SPECIAL_CLASS}]+")
_CLUSTER = re.compile(
    f"[{_SPECIAL_CLASS}][\u3099\u309a\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7fb]*|[^{_SPECIAL_CLASS}]+"
)
# What most prose is made of; nothing special is among it. A repeated class of few ranges, the most
# frequent first, is matched several times faster than a search for one of many characters fails:
# 7 µs for 6 KB of plain prose, 10 where three names in Han stand in it.
_PLAIN_CLASS = (
    "\x00-\xac\xae-\xc5\xc7-\xcf\xd1-\xd7\xd9-\xdd\xe0-\xe5\xe7-\xef\xf1-\xf7\xf9-\xfd"
    "\u2010-\u2029\u0370-\u061b\u061d-\u10ff\u0100-\u010f\u0112-\u0125\u0139-\u0140\u0143-\u0148"
    "\u0154-\u0165\u0168-\u017e\u2030-\u205f\u20a0-\u20cf\u2190-\u245f\u1ea0-\u1eff"
)
_PLAIN = re.compile(f"[{_PLAIN_CLASS}]*+")
_RUNS = re.compile(f"([{_PLAIN_CLASS}]*+)([^{_PLAIN_CLASS}]*+)")
_HAN_FILE = Path(__file__).with_name("han.txt")
_CHARACTER = re.compile(f"[{CHARACTERS}]")
_UNSEEN = re.compile(f"[{_INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and where each of its characters comes from.

    ``starts[i]`` and ``ends[i]`` enclose, in the text that was folded, the characters that
    ``text[i]`` stands for.
    """

    text: str
    starts: list[int]
    ends: list[int]


def index_text(text: str) -> str:
    """Return a text as the index is fed it; the same object where nothing changes.

    >>> index_text("Łódź, the ﬁrst ＡＢＣ")
    'Lódź, the first ABC'
    >>> index_text("朱立倫 said").split()
    ['朱', '立', '伦', 'said']
    """
    return _change_runs(text, _SPECIAL, _fold_run)


def count_words(text: str) -> int:
    """Count words between white space; each Han, kana or hangul character is one.

    >>> [count_words(text) for text in ("Two words.", "", "Eric 朱立倫")]
    [2, 0, 4]
    """
    return len(_change_runs(text, _CHARACTER, " x ").split())


def _change_runs(
    text: str, special: re.Pattern[str], change: str | Callable[[re.Match[str]], str]
) -> str:
    """Return ``special.sub(change, text)``; the same object where a text is plain."""
    opening = None if text.isascii() else _PLAIN.match(text)
    if opening is None or opening.end() == len(text):
        return text
    rest = (plain + special.sub(change, run) for plain, run in _RUNS.findall(text, opening.end()))
    return opening[0] + "".join(rest)


def fold_with_offsets(text: str) -> Folded:
    """Return what ``index_text`` returns, with the place of each character in ``text``."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _CLUSTER.finditer(text):
        run, start, end = match.group(), match.start(), match.end()
        if _SPECIAL.match(run):
            piece = _fold(run)
            starts.extend([start] * len(piece))
            ends.extend([end] * len(piece))
        else:
            piece = run
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        folded.append(piece)
    return Folded("".join(folded), starts, ends)


def is_segmented(text: str) -> bool:
    """Say whether a text holds characters that the index takes one by one."""
    if text.isascii():
        return False
    plain = _PLAIN.match(text)
    return _CHARACTER.search(text, plain.end() if plain is not None else 0) is not None


def _fold_run(match: re.Match[str]) -> str:
    return _fold(match.group())


def _fold(run: str) -> str:
    return unicodedata.normalize("NFKC", run).translate(_table())


class _Table(dict[int, str]):
    """Folds of single characters by code point; fills itself with the characters it meets."""

    def __missing__(self, code: int) -> str:
        folded = _UNSEEN.sub("", chr(code))
        self[code] = folded = _CHARACTER.sub(r" \g<0> ", folded)
        return folded


@cache
def _table() -> _Table:
    """Read the Han forms once, when the first text needs them."""
    table = _Table(_LETTERS)
    for line in _HAN_FILE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for forms in line.split():
                table |= dict.fromkeys(map(ord, forms), f" {forms[0]} ")
    return table
