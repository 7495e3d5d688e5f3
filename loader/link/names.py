"""Names compared: which printed forms are one person's, and how a name is sorted.

A name in its own script tells people apart who share a romanised one, so the native name decides
where there is one. Romanised names are compared by their letters alone, since case, accents,
hyphens, spaces and dots vary from page to page; never by a first name shortened to its initial.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from loader.model import AuthorKind
from loader.store.fold import index_text, is_segmented

_WORD = re.compile(r"[^\W_]+")
_JOINER = re.compile(r"[-‐‑'’ʼ`´]")
_KEY_DIGITS = 16
_FAMILY_FIRST = frozenset({"hu", "ja", "ko", "vi", "zh"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Romanised family names of which a name's first word is more likely one than a given name: the
# commonest in China, Taiwan, Hong Kong and Korea.
_FAMILY_NAMES = """
ahn bae baek cai cao chan chang chao chen cheng cheung chiang chien cho choi chou chow chu chung
deng ding dong du fan fang feng fu gao gong gu guo han hao he heo hong hou hsiao hsieh hsu hu
huang hwang jang jeon jeong jiang jin jung kang kim ko ku kuo kwon lai lau lee leung li liang
liao lim lin liu lo lu luo ma moon nam ng oh pan park peng ryu seo shen shih shin so son song su
sun tan tang tsai tseng tu wang wei wen wong woo wu xiao xie xu yan yang yao ye yeh yeung yin
yoo yoon yu yuan yun zeng zhang zhao zheng zhong zhou zhu
"""
_FAMILIES = frozenset(_FAMILY_NAMES.split())


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name taken apart for comparing.

    ``full`` are the folded letters of a romanised name, ``base`` the same without middle initials;
    both None for a name in its own script alone. ``native`` is the folded native name.
    """

    full: str | None
    base: str | None
    native: str | None


def read_name(name: str, native_name: str | None, kind: AuthorKind | str) -> Name:
    """Return a printed name in the form in which names are compared.

    >>> read_name("Robert A. Kovács", None, "person")
    Name(full='robertakovacs', base='robertkovacs', native=None)
    >>> read_name("LAI CHING-TE", "賴清德", "person").native
    '赖清德'
    """
    if kind == "agency":
        folded = "agency " + "".join(_words(name))
        return Name(folded, folded, None)
    if is_segmented(name):
        return Name(None, None, _native(native_name or name))
    words = _words(name)
    base = [
        word for place, word in enumerate(words) if len(word) > 1 or place in {0, len(words) - 1}
    ]
    native = _native(native_name) if native_name else None
    return Name("".join(words) or name, "".join(base) or name, native or None)


def name_key(identity: str) -> str:
    """Return the permanent name that an identity gives its author."""
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY_DIGITS]


def sort_name(name: str, native_name: str | None, kind: str, language: str | None) -> str:
    """Return a name with what it is sorted by first: the family name, where that can be told.

    >>> sort_name("Ursula von der Leyen", None, "person", "en")
    'von der Leyen, Ursula'
    >>> sort_name("Lai Ching-te", "賴清德", "person", "en")
    'Lai Ching-te'
    >>> sort_name("Orbán Viktor", None, "person", "hu")
    'Orbán Viktor'
    """
    words = name.split()
    if kind == "agency" or len(words) < 2 or is_segmented(name) or language in _FAMILY_FIRST:  # noqa: PLR2004 (a single word)
        return name
    if native_name is not None and is_segmented(native_name) and _is_family_first(words):
        return name
    end = len(words)
    while end > 2 and words[end - 1].strip(".,").casefold() in _SUFFIXES:  # noqa: PLR2004 (given and family)
        end -= 1
    start = end - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    family, given = " ".join(words[start:]), " ".join(words[:start])
    return f"{family}, {given}"


def _is_family_first(words: list[str]) -> bool:
    """Tell whether a romanised East Asian name is printed with its family name first.

    A given name of two syllables is hyphenated; without a hyphen the family name must be known.
    """
    hyphens = ["-" in word for word in words]
    if any(hyphens):
        return hyphens.index(True) == 1 and len(words) == 2  # noqa: PLR2004 (family and given)
    first, last = words[0].casefold(), words[-1].casefold()
    return first in _FAMILIES and last not in _FAMILIES


def _words(name: str) -> list[str]:
    letters = unicodedata.normalize("NFKD", index_text(_JOINER.sub("", name)))
    if not letters.isascii():
        letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _WORD.findall(letters.casefold())


def _native(name: str) -> str:
    return "".join(_WORD.findall(index_text(name).casefold()))
