"""The wordings of by-lines as data in scripts without capitals that part the words of a name.

Armenian, which has capitals, is read with them: a name stands behind a label there, too, and no
given name is known that would prove one that stands alone.
"""

# ruff: noqa: E501 - a pattern is read whole, on one line

from loader.split.credit_labels import (
    BY_WORDS,
    GENRE_WORDS,
    SOURCE_WORDS,
    WORKER_WORDS,
    WRITER_WORDS,
)
from loader.split.native_rules import NativeRule

# Hebrew, Arabic, the scripts of India, Thai, Georgian: letters with the signs on them.
CASELESS = (
    "\u05b0-\u05bd\u05d0-\u05ea\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff\u0900-\u0963\u0971-\u09e3\u0a05-\u0a4d"
    "\u0a83-\u0acd\u0b83-\u0bcd\u0c02-\u0c4d\u0c82-\u0ccd\u0d02-\u0d4d\u0e01-\u0e3a\u0e40-\u0e4e\u10d0-\u10ff"
)
_WORD = (
    rf"(?:[{CASELESS}](?:[{CASELESS}\u200c\u200d'’׳]|[\"״־-](?=[{CASELESS}]))*+|[Ա-Ֆ][Ա-և]++)\.?+"
)
_WORDS = rf"(?P<names>{_WORD}(?:(?:\s?[,،&]\s?|\s|(?<=\.)){_WORD})*+)"
_LATIN_NAME = r"(?:[A-Z][\w.'’-]*+(?:\s[A-Z][\w.'’-]*+){1,3}+)"
_LEAD = r"[\s•*·▪■●◆–—>|(\[_-]*"
_TAIL = r"\s*(?:$|[|()\[\]•/*\d،,–—-])"
_LABEL_END = r"\s*[:：՝/|–—ـ-]+\s*"


def _any_of(words: str, *phrases: str) -> str:
    return rf"(?i:{'|'.join([*words.split(), *phrases])})"


_BY = _any_of(BY_WORDS, r"به[ \u200c]قلم", r"از[ \u200c]قلم")
_WRITER = _any_of(WRITER_WORDS, "نامہ نگار", "کالم نگار")

GENRE = "caseless-genre"
_AND_MORE = rf"(?:\s+[وו][{CASELESS}]++)?"  # "Prepared and edited:"

CASELESS_OTHERS: tuple[NativeRule, ...] = (
    NativeRule(
        "caseless-worker",
        "ar",
        rf"{_LEAD}{_any_of(WORKER_WORDS)}{_LABEL_END}",
        "ترجمة: سامي الخطيب",
        "Translation, editing and pictures are credited, not authorship.",
    ),
)
CASELESS_RULES: tuple[NativeRule, ...] = (
    NativeRule(
        "caseless-writer",
        "ar",
        rf"{_LEAD}(?:{_BY}(?:{_LABEL_END}|\s+)|{_WRITER}{_AND_MORE}{_LABEL_END})(?:{_WORDS}|(?P<latin>{_LATIN_NAME})){_TAIL}",
        "بقلم: سامي الخطيب",
        'A labelled field of the page, or the word that stands for "by".',
        0.93,
    ),
    NativeRule(
        "caseless-by",
        "ar",
        rf"{_LEAD}(?i:(?:(?:written|story|report(?:ed)?|text|posted) )?by(?:{_LABEL_END}|\s+)|(?:author|writer){_LABEL_END}){_WORDS}{_TAIL}",
        "Written by: सुलेखा बनवारी",
        "An English label before a name in another script.",
        0.93,
    ),
    NativeRule(
        GENRE,
        "ar",
        rf"{_LEAD}{_any_of(GENRE_WORDS)}{_AND_MORE}{_LABEL_END}{_WORDS}{_TAIL}",
        "تقرير: سامي الخطيب",
        "The kind of a text before a known given name; before other words it heads an article.",
        0.88,
    ),
    NativeRule(
        "caseless-source",
        "ar",
        rf"{_LEAD}{_any_of(SOURCE_WORDS)}{_LABEL_END}(?P<agencies>(?:{_WORD}|[A-Z][\w.-]*+)(?:\s(?:{_WORD}|[A-Z][\w.-]*+)){{0,3}}+)$",
        "المصدر: وكالة المرفأ",
        "A labelled field of the page.",
        0.75,
        "agency",
    ),
)
"""Rules whose group ``names`` is a list for ``caseless`` to take apart."""
