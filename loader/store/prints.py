"""Prints: small numbers by which the same words are found again in another document.

An article's prints are of its opening, a teaser's of its own words; where a teaser was cut from an
article they share some, whatever the length and the end of the cut. A print is the CRC-32 of a
window of letters that begins with a word, lower case, without what stands between words. The four
lowest among the first 16 windows and the four lowest among the first 40 are kept: so 98 of 100
teasers of 40 words still share one after four words were edited and five put before them, and all
of 110 words; fewer prints, or longer windows, lost more (442 openings of real and made articles).
"""

import re
from array import array
from collections.abc import Sequence
from hashlib import blake2b
from itertools import accumulate
from zlib import crc32

from loader.store.fold import CHARACTERS, is_segmented

# Where the writer leaves the prints of new rows until the passes fetch them.
STAGES = (
    "create temp table if not exists staged_articles (id integer primary key, prints blob)",
    "create temp table if not exists staged_teasers (id integer primary key, print integer)",
)
TITLE_WORDS = 4  # a shorter headline stands over too many articles to tell which
_TITLE_CHARACTERS = 8  # the same for a headline in Han characters, of which two make a word
_WINDOW = 16  # letters; three to four words
_HEAD = 32
_SCALES = (16, 40)
_LOWEST = 4
_OPENING = 320  # characters; they hold 40 words of most languages and a last window
_WORD = re.compile(r"\w+")
_CHARACTER = re.compile(f"[{CHARACTERS}]|[^\\W{CHARACTERS}]+")
_SIGN = 1 << 31  # prints are stored as signed numbers of four bytes
_FIRST = 80  # characters that mostly hold the letters of the first print
# For openings in ASCII: the same words, found as bytes in a fifth of the time.
_BETWEEN = bytes(code for code in range(128) if not (chr(code).isalnum() or chr(code) == "_"))
_SPACES = bytes(code for code in range(128) if chr(code).isspace())
_APART = bytes(code if code not in _BETWEEN else 32 for code in range(256)).lower()

_MARKS = "“”’‘–—…\xa0"  # mostly these are all that keeps Western prose from being ASCII

_Letters = tuple[bytes | str, list[int]]
"""The letters of an opening without what stands between words, and the length of each word."""


def article_prints(title: str | None, standfirst: str | None, body: str) -> tuple[int, ...]:
    """Return the distinct prints of an article's opening, in no order that matters."""
    prints: set[int] = set()
    if title is not None:
        letters = _letters(title)
        if _is_headline(title, letters):
            prints.update(_head(letters))
    if standfirst is not None:
        letters = _letters(standfirst)
        prints.update(_head(letters))
        prints.update(_lowest(letters, _SCALES[:1]))
    letters = _letters(body)
    prints.update(_head(letters))
    prints.update(_lowest(letters, _SCALES))
    return tuple(prints)


def first_print(text: str) -> int | None:
    """Return the first of a teaser's prints, None where it has no letters.

    >>> first_print("Fog closes the port") == teaser_prints("Fog closes the port")[0]
    True
    """
    opening = text[:_FIRST]
    if opening.isascii():
        letters = opening.encode().translate(_APART, _BETWEEN)[:_HEAD]
        if len(letters) == _HEAD:
            return crc32(letters) - _SIGN
    head = _head(_letters(text))
    return head[0] if head else None


def teaser_prints(text: str) -> tuple[int, ...]:
    """Return a teaser's prints: first that of its first words, then the others.

    >>> teaser = teaser_prints("The ferry to the northern islands stopped in the third we…")
    >>> article = article_prints(
    ...     None, None, "The ferry to the northern islands stopped in the third week of May."
    ... )
    >>> teaser[0] in article
    True
    """
    letters = _letters(text)
    head = _head(letters)
    return (*head, *_lowest(letters, _SCALES).difference(head))


def teaser_key(text: str) -> int:
    r"""Return a number of 48 bits that is the same for teasers with the same words.

    Case, white space and an ellipsis at the end do not count.

    >>> teaser_key("Ferry stops again…") == teaser_key("FERRY  stops\nagain")
    True
    """
    if text.isascii():
        letters = text.lower().encode().translate(None, _SPACES).rstrip(b".")
    else:
        spelled = "".join(text.lower().split()).rstrip(".…")
        letters = spelled.encode("utf-8", "surrogatepass")
    digest = blake2b(letters, digest_size=6).digest()
    return int.from_bytes(digest) - (1 << 47)


def pack(prints: Sequence[int]) -> bytes:
    """Return prints as four bytes each, as a load hands them on to the passes.

    >>> list(unpack(pack((-5, 7))))
    [-5, 7]
    """
    return array("i", prints).tobytes()


def unpack(packed: bytes) -> Sequence[int]:
    """Return packed prints as numbers."""
    return array("i", packed)


def is_headline(text: str) -> bool:
    """Tell whether a title has words enough to be known by them alone.

    >>> is_headline("Fog closes airport again"), is_headline("Letters to us")
    (True, False)
    """
    return _is_headline(text, _letters(text))


def _is_headline(text: str, letters: _Letters) -> bool:
    _, words = letters
    enough = _TITLE_CHARACTERS if is_segmented(text) else TITLE_WORDS
    return len(words) >= enough


def _letters(text: str) -> _Letters:
    opening = plain = text[:_OPENING]
    if not opening.isascii():
        for mark in _MARKS:
            plain = plain.replace(mark, " ")
    if plain.isascii():
        words = plain.encode().translate(_APART).split()
        return b"".join(words), [len(word) for word in words]
    opening = opening.lower()
    found = (_CHARACTER if is_segmented(opening) else _WORD).findall(opening)
    letters = "".join(found)
    return letters.encode() if letters.isascii() else letters, [len(word) for word in found]


def _head(opening: _Letters) -> tuple[int, ...]:
    letters = opening[0][:_HEAD]
    return (_hash(letters) - _SIGN,) if letters else ()


def _lowest(opening: _Letters, scales: tuple[int, ...]) -> set[int]:
    """Return the lowest hashes among the first windows, for each number of windows."""
    letters, words = opening
    last = len(letters) - _WINDOW
    starts = [0, *accumulate(words[: scales[-1] - 1])]
    while starts and starts[-1] > last:
        starts.pop()
    if isinstance(letters, bytes):
        hashes = [crc32(letters[start : start + _WINDOW]) for start in starts]
    else:
        hashes = [_hash(letters[start : start + _WINDOW]) for start in starts]
    found: set[int] = set()
    for scale in scales:
        found.update(sorted(hashes[:scale])[:_LOWEST])
    return {lowest - _SIGN for lowest in found}


def _hash(letters: bytes | str) -> int:
    return crc32(
        letters if isinstance(letters, bytes) else letters.encode("utf-8", "surrogatepass")
    )
