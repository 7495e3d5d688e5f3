"""By-lines with a marker: "By Jo Reyes, Political Editor", "Von Ida Moll", "Source: Lund News"."""

import re
from collections.abc import Sequence

from loader.model import Affiliation
from loader.split.affiliations import find_affiliations
from loader.split.agencies import find_agencies, find_clause_end
from loader.split.byline_rules import BIO_VERBS, MARKERS, SOURCES, CreditRule, Wordings
from loader.split.drafts import Found, Scene
from loader.split.grammar import ENGLISH, GRAMMARS
from loader.split.lexicon import OFFICES, is_role
from loader.split.organisations import find_tokens, has_head, is_place, read_run
from loader.split.people import UPPER, is_given, read_name, read_names

_MARKERS = Wordings(MARKERS)
_SOURCES = Wordings(SOURCES)
_PIECE = re.compile(r"\s*[|•·/]\s*|\s+[–—\-]+\s+|\s*[()]\s*|(?<=\w)\s*:\s+")
_AND_PERSON = re.compile(rf"(?:[,;]?\s+(?:and|AND|und|et|y|e)|[,;])\s+(?=[{UPPER}])")
_AVEC = re.compile(r"\s*\((?:avec|with|mit|con)\s+")
_OF_HOUSE = re.compile(
    r"\s*(?:(?P<sure>(?:(?:[Ss]pecial|[Ee]xclusive)(?:ly)?\s+)?for|[Ss]pecial to|"
    r"(?:of|with)(?= the))|of|from|at|with|to)\s+(?:the\s+)?(?=\S)"
)
"""What leads to a house; behind "for" or "of the" no head noun need prove it."""
_REACH = 400
"""Code points behind a name in which a role or a further author is looked for."""
_HOUSE_SHARE = 0.6
"""Share of a piece behind a name that a house's name must fill: more is a sentence."""
_ROLE_WORDS = 20


def read_marked(scene: Scene, start: int, end: int) -> bool:
    """Credit whom a sentence names behind a marker; False if no rule holds."""
    text = scene.text
    for rule, match in _MARKERS.find(text, start, end):
        if _read_behind(scene, rule, match.end(), end):
            return True
    for rule, match in _SOURCES.find(text, start, end):
        stop = find_clause_end(text, match.end(), end)
        if stop > match.end() and text[match.end()].isupper():
            return scene.draft.credit_agencies([(match.end(), stop)], rule.confidence)
    return False


def _read_behind(scene: Scene, rule: CreditRule, place: int, end: int) -> bool:
    """Read the credits behind a marker; False if what follows is neither person nor house."""
    while match := rule.pattern.match(scene.text, place, end):  # "Author: By Jo Reyes"
        if match.end() == place:
            break
        place = match.end()
    names = read_names(scene.text, place, end)
    if not names:
        stop = find_clause_end(scene.text, place, end)
        return scene.draft.credit_agencies(find_agencies(scene.text, place, stop), rule.confidence)
    if BIO_VERBS.match(scene.text, names[-1].stop, end):
        scene.behind = place  # "About the author: Jo Reyes is …" is a bio
        return False
    found = scene.add(names)
    scene.draft.settle("by-line", rule.confidence)
    read_remainder(scene, found, names[-1].stop, end)
    return True


def state_lead(scene: Scene, found: list[Found], start: int, end: int) -> None:
    """Give people the role that stands before their names; an office alone is a form of address."""
    words = scene.text[start:end].lower().split()
    if not all(word.rstrip(".") in OFFICES for word in words):
        scene.state(found, start, end)


def read_remainder(scene: Scene, found: list[Found], place: int, end: int) -> None:
    """Read what a by-line prints behind its names: roles, houses, further people."""
    text = scene.text
    avec = _AVEC.match(text, place, end)
    if avec:
        names = read_names(text, avec.end(), end)
        if names:
            scene.add(names)
            place = text.find(")", names[-1].stop, end) + 1 or names[-1].stop
    cut = find_further(text, place, end)
    if cut is None:
        _give(found, find_pieces(scene, place, end))
        return
    _give(found, find_pieces(scene, place, cut[0]))
    names = read_names(text, cut[1], end)
    read_remainder(scene, scene.add(names), names[-1].stop, end)


def find_further(text: str, place: int, end: int) -> tuple[int, int] | None:
    """Return the bounds of an "and" or comma that leads to another person behind a role."""
    for match in _AND_PERSON.finditer(text, place, min(end, place + _REACH)):
        if match.start() == place and not match.group().strip(" ,;"):
            continue
        name = read_name(text, match.end(), end)
        if name is None:
            continue
        after = text[name.stop : end].lstrip()
        placed = after.startswith("in ") and text.startswith(" in ", place)  # "… in Oslo and …"
        if not placed and not is_given(text[name.start : name.end]):
            continue
        if after[:1] in {"", ",", "|", "("} or after.startswith("in "):
            return match.start(), match.end()
    return None


def _give(found: list[Found], affiliations: Sequence[Affiliation]) -> None:
    """Give affiliations to the last person, or to all: a role in the plural, a house alone."""
    plural = all(one.role is None or one.role.endswith("s") for one in affiliations)
    for one in found if plural else found[-1:]:
        one.affiliations.extend(affiliations)


def find_pieces(scene: Scene, place: int, end: int) -> list[Affiliation]:
    """Return the affiliations in the pieces that bars, dashes and brackets part."""
    found: list[Affiliation] = []
    for begin, stop in _split(scene.text, place, end):
        found += _read_piece(scene, begin, stop)
    return found


def _read_piece(scene: Scene, begin: int, stop: int) -> Sequence[Affiliation]:
    text = scene.text
    words = text[begin:stop].split()[:_ROLE_WORDS]
    if any(is_role(word.strip(".,;:()")) for word in words):
        return find_affiliations(text, begin, stop, scene.language)
    house = _OF_HOUSE.match(text, begin, stop)
    begin = house.end() if house else begin
    tokens = find_tokens(text, begin, stop)
    run = tokens[: read_run(tokens, 0, GRAMMARS.get(scene.language, ENGLISH))]
    if not run or run[-1].end - begin < (stop - begin) * _HOUSE_SHARE:
        return ()
    if not has_head(run) and (house is None or house["sure"] is None or is_place(run)):
        return ()
    return (Affiliation(None, text[begin : run[-1].end], begin, run[-1].end),)


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the bounds of the pieces, without leading commas."""
    bounds = []
    place = start
    for match in _PIECE.finditer(text, start, end):
        bounds.append((place, match.start()))
        place = match.end()
    bounds.append((place, end))
    return [
        (begin + len(text[begin:stop]) - len(text[begin:stop].lstrip(" ,;\t\u00a0")), stop)
        for begin, stop in bounds
        if text[begin:stop].strip(" ,;\t\u00a0")
    ]
