"""A line becomes sentences: the statements of a bio are judged one by one."""

import re

from loader.split.people import UPPER

_BREAK = re.compile(
    rf"(?P<mark>[.!?…][\"”’)\]]{{0,2}}\s+)(?=[\"“‘(@•*—–\-]{{0,2}}\s?[{UPPER}\d@])|;\s+|[。！？；]\s*"
)
_ABBREVIATED = re.compile(
    rf"(?:^|[\s(\"“.\-])(?:[a-z{UPPER}]|Dr|Mr|Mrs|Ms|Prof|St|Ste|Mt|Ft|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|"
    r"Rev|Hon|Jr|Sr|Fr|vs|No|Vol|Dipl|Mag|Ing|phil|rer|nat|med|jur|habil|h\.c|bzw|ca|geb|Univ|Priv|Jg|Jhg|"
    r"Ph|Mgr|inż|hab|dr|prof|M\.d)$"
)


def find_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the bounds of the sentences of ``text[start:end]``, in order.

    A full stop behind an initial or an abbreviation ends no sentence; a semicolon ends one.
    """
    found = []
    begin = start
    for match in _BREAK.finditer(text, start, end):
        if match["mark"] and _ABBREVIATED.search(
            text, max(begin - 1, match.start() - 9, 0), match.start()
        ):
            continue
        found.append((begin, match.end()))
        begin = match.end()
    if begin < end:
        found.append((begin, end))
    return found
