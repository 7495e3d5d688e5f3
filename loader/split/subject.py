"""Whether the subject of a sentence is a person whom a note on a writer is about."""

import re

from loader.split.cast import Cast
from loader.split.drafts import NOW
from loader.split.lexicon import is_role
from loader.split.people import MAX_NAME, Name, is_given

_WORK = re.compile(
    r"(?:is|are|was|were|has been|ist|est|es)\s+(?:his|her|their|about|available|out\b|forthcoming|"
    r"published|produced|owned|supported|made possible|ein buch|"
    r"the (?:first|second|third|latest|newest|official)|"
    r"(?:an?|the)\s+(?:\w+\s+)?(?:novel|book|memoir|collection|podcast|newsletter|anthology|"
    r"biography|nonprofit|non-profit|company|think tank|firm|charity|magazine|newspaper|newsroom|"
    r"publication))\b",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"(?:is|are|was|were)\s+(?!working|writing|living|serving|pursuing|completing|studying|teaching|"
    r"researching|currently|managing|founding|contributing|leading|acting|supervising|"
    r"investigating|consulting|practicing|practising)\w+ing\b",
    re.IGNORECASE,
)
"""What a person in a report is doing; the exceptions stand in bios."""
_WAS = re.compile(
    r"w(?:as|ere)\s+(?:also\s+|previously\s+|formerly\s+|most recently\s+)?(?:an?|the|one|born|"
    r"raised|educated|until|editor|director|professor|head|chief|minister|deputy|ambassador|president|"
    r"named|elected|appointed|previously|formerly|most recently|working)\b",
    re.IGNORECASE,
)
_BASED = re.compile(
    r"\s+(?:(?:also|currently|now)\s+)?(?:based|from|at|on|with|working|living|an?|the)\s"
)
BEING = frozenset({"is", "are", "was", "were", "ist", "sind", "est", "sont", "es", "son", "è", "é"})
_WERE = frozenset({"fue", "fut", "foi"})
_PREDICATE_REACH = 160


def is_plausible(text: str, cast: Cast, names: list[Name], verb: re.Match[str], end: int) -> bool:
    """Say whether the subject is a person: "Harbour Lights is her first novel" names none."""
    said = verb.start("verb")
    if _is_told_of(text, verb, end) or any(
        tells.match(text, said, end) for tells in (_WORK, _DOING)
    ):
        return False
    if any(is_cut(text, name) for name in names):
        return False
    printed = [text[name.start : name.end] for name in names]
    if verb["verb"].lower() not in BEING or any(map(is_given, printed)):
        return True
    if any(map(cast.holds, printed)):
        return True
    words = text[names[-1].stop : min(end, verb.end() + _PREDICATE_REACH)].split()
    if any(is_role(word.strip(".,;:()’'\"")) for word in words):
        return True
    return bool(_BASED.match(text, verb.end(), end))


def _is_told_of(text: str, verb: re.Match[str], end: int) -> bool:
    """Say whether a past tense tells what happened to somebody, not what the person was."""
    past = verb["verb"].lower()
    if past in {"was", "were"}:
        return not (_WAS.match(text, verb.start("verb"), end) or _was_and_is(text, verb, end))
    words = text[verb.end() : min(end, verb.end() + MAX_NAME)].split(maxsplit=2)[:2]
    return past in _WERE and not any(map(is_role, words))


def _was_and_is(text: str, verb: re.Match[str], end: int) -> bool:
    """Say whether a person was something and is another: "was fire chief and teaches at …"."""
    words = text[verb.end() : min(end, verb.end() + MAX_NAME)].split(maxsplit=3)[:3]
    return any(is_role(word) for word in words) and NOW.search(text, verb.end(), end) is not None


def is_cut(text: str, name: Name) -> bool:
    """Say whether a surname is cut to a letter: reports do so to people whom they protect."""
    last = text[name.start : name.end].rstrip(".").split()[-1]
    return len(last) == 1
