"""A line becomes its words in lower case and those of its signs that marks are made of.

What Western scripts write is turned into bytes first, one for each character: tables sort bytes
into words and signs several times as fast as patterns do text.
"""

import re
import unicodedata
from codecs import charmap_decode, charmap_encode
from encodings.cp1252 import decoding_table, encoding_table

_JOINTS = "'’-"  # within a word they belong to it
_SIGNS = f'0123456789©–—@[:/"|•?{{&«‘„“”#>»›·{_JOINTS}'  # all that single signs are asked for
# Signs on letters, and what joins or parts them within a word: vowels in Hebrew and Arabic, those
# of India and Thailand without which no word is whole, and the joiners of Persian.
_ON_LETTERS = (
    "\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0dff"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d"
)
_LETTERS = rf"[\w{_ON_LETTERS}]++"
_WORD = re.compile(rf"{_LETTERS}(?:[{_JOINTS}]{_LETTERS})*+")
_any_joint = re.compile(f"[{_JOINTS}]").search
# Begins with what it looks for: a search for one of few characters is the fastest.
_part_loose_joints = re.compile(rf"[{_JOINTS}](?:(?!\w)|(?<!\w.))").sub


def _lower(sign: str) -> str:
    """Return a character of a word in lower case, a joint as it is, a space for all else."""
    return sign.lower() if _WORD.match(sign) else sign if sign in _JOINTS else " "


# The few bytes that stand for no character are those of a space: no text is encoded to them.
_CHARACTERS = decoding_table.replace("\ufffe", " ")
_WORDS = charmap_encode("".join(map(_lower, _CHARACTERS)), "strict", encoding_table)[0]
_NO_SIGNS = bytes(byte for byte, sign in enumerate(_CHARACTERS) if sign not in _SIGNS)


def find_tokens(line: str) -> tuple[list[str], str, bool]:
    """Return a line's words, its signs in order, and whether it may hold wide scripts.

    If it holds letters beyond those of Western Europe, its signs are the line as it stands, and its
    words are composed (NFC): a letter and its sign are one character where Unicode has one.

    >>> find_tokens("Moll’s “fog”: co-owners, 9 of 10")
    (['moll’s', 'fog', 'co-owners', '9', 'of', '10'], '’“”:-910', False)
    """
    try:
        coded = (
            line.encode() if line.isascii() else charmap_encode(line, "strict", encoding_table)[0]
        )
    except UnicodeEncodeError:
        return _WORD.findall(unicodedata.normalize("NFC", line.lower())), line, True
    words = charmap_decode(coded.translate(_WORDS), "strict", decoding_table)[0]
    kept = coded.translate(None, _NO_SIGNS)
    if not kept:
        return words.split(), "", False
    signs = charmap_decode(kept, "strict", decoding_table)[0]
    if _any_joint(signs):
        words = _part_loose_joints(" ", words)
    return words.split(), signs, False
