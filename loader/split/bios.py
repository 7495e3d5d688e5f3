"""Bios: "Jo Reyes is an editor in Lund", "She also writes for …", "Reyes teaches at …"."""

import re

from loader.split.affiliations import find_affiliations
from loader.split.byline_rules import BIO_VERBS
from loader.split.drafts import Found, Scene
from loader.split.lexicon import is_role
from loader.split.marked import find_further, find_pieces, read_remainder, state_lead
from loader.split.people import (
    MAX_NAME,
    UPPER,
    WORD,
    Name,
    is_given,
    is_house,
    read_name,
    read_names,
)
from loader.split.subject import BEING, is_cut, is_plausible

_PRONOUN = re.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|Er|Sie|Il|Elle|Él|Ella|Hij|Zij|Lui|Lei|Han|Hon|"
    r"The (?:author|writer|columnist)|Der Autor|Die Autorin|L’auteure?|El autor|La autora|L’autore|"
    r"De auteur|Autor|Autorka)(?=\s)"
)
"""What stands for a person named before."""
_THE_AUTHOR = re.compile(
    r"(?:The (?:author|writer|columnist)|Der Autor|Die Autorin|L[’'](?:auteure?|autrice|autore)|"
    r"El autor|La autora|O autor|A autora|De auteur)(?=\s)"
)
_GAP = re.compile(r"\s+")
_LATELY = re.compile(
    r"(?:Currently|Today|Now|Presently|In addition|Additionally|Since (?:\w+ )?\d{4}),?\s+"
    r"(?=(?:s?he|they)\s)"
)
_INVERTED = re.compile(
    r"(?:Heute|Derzeit|Aktuell|Zurzeit|Zudem|Außerdem|Daneben|Nebenbei|Seit \d{4})\s+"
    r"(?:ist|arbeitet|lehrt|forscht)\s+(?:er|sie)\s+"
)
"""What tells in front, and with the verb before the pronoun, what a person is today."""
_AND_ROLE = re.compile(r"(?:and|und|et|y|e|och|en) (?=\S)")
_AUTHOR_IS = re.compile(
    r"(?:the late\s+)|(?:(?:The|This|Our|Unsere?|Der|Die|L[’']|El|La)\s*"
    r"(?:guest |contributing |lead |co-?|gast)?(?:writer|columnist|essayist|contributor|author|"
    r"autora?|autorin|auteure?|autrice)s?"
    r"|co-?authors?|authors?|autor(?:in|en|a|es)?|auteure?s?)[,:]?\s+(?=\S)",
    re.IGNORECASE,
)
"""What calls a person the writer; "Contributing columnist Jo Reyes" tells a role."""
_AND_PERSON = re.compile(rf"(?:[,;]?\s+(?:and|AND|und|et|y|e)|[,;])\s+(?=[{UPPER}])")
_ASIDE_END = re.compile(r"[,)—–]\s*")
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady|Professor|Herr|Frau|Mme)\.?\s+")
_AVEC = re.compile(r"\s*\((?:avec|with|mit|con)\s+")
_LONE_END = re.compile(r"[\s.,:;|*•)\]–—-]*")
_SEPARATED = re.compile(
    rf"\s*[,|(/•:–—\-]|\s+(?:for|of|from)\s+(?:the\s+)?[{UPPER}]|(?:\s+[{UPPER}][\w’'.\-]*){{1,5}}\W*$"
)
"""What parts a name from a role or a house behind it; capitals to the end of the line do too."""
_TITLED = re.compile(rf"(?:\s+[{UPPER}][\w’'\-]*){{1,5}}")
_TOLD = re.compile(r",\s+(?:has|had|have|said|says|told|who)\s")
_PLURAL_PRONOUNS = frozenset({"They", "they", "Sie"})
_SHARERS = frozenset({"he", "she", "they", "him", "her", "er", "sie", "il", "elle"})
_POSSESSIVE = re.compile(
    r"(?:[’']s|(?<=s)[’'])\s+(?:\w+\s+){0,2}(?:columns?|newsletter|books?|novel|memoir|essays|writing)\b"
)
_INTRODUCES = re.compile(
    r"(?:(?:Currently |Originally )?(?:[Bb]ased|[Bb]orn|[Rr]aised|[Tt]rained)|Née?|Geboren|"
    r"Nacid[oa]|Nat[oa]|A (?:former|native|graduate|member|veteran)|Ancien(?:ne)?)\s"
)
_FROM_A_PLACE = re.compile(rf"\s(?:of|from)(?: the)?(?:,?\s{WORD}){{1,5}},?")
_COMMA = re.compile(r",\s+")
_INTRODUCED_REACH = 120
_SPEECH = re.compile(
    r"[”\"’»“]\s+(?:(?:he|she|they|(?:Mr|Mrs|Ms|Dr)\.? \w+)\s+)?(?:said|says|told|asked|asks|"
    r"added|adds|recalled|recalls|explained|explains)\b|\b(?:said|says|told|added|recalls)\b[^.]{0,40}[“\"‘]",
    re.IGNORECASE,
)
"""Reported speech: a sentence of an article."""
_PREDICATE_REACH = 160
_MAX_LEAD = 4
_LEAD_REACH = 80
_ASIDE_REACH = 400
_MAX_VERBLESS = 200


def read_continued(scene: Scene, start: int, end: int) -> bool:
    """Read a sentence about people already named: "She is …", "is a lecturer there"."""
    if not scene.cast.people:
        _hear_unnamed(scene, start, end)
        return _is_headless(scene, start, end)
    if _goes_on(scene, start):
        scene.state(scene.subject, start, end)
        scene.draft.settle("bio", 0.8)
        return True
    inverted = _INVERTED.match(scene.text, start, end)
    if inverted:
        scene.state(scene.subject or scene.find_only(), inverted.end(), end)
        scene.draft.settle("bio", 0.8)
        return True
    lately = _LATELY.match(scene.text, start, end)
    pronoun = _PRONOUN.match(scene.text, lately.end() if lately else start, end)
    place = pronoun.end() if pronoun else start - 1
    if place < 0 or not scene.text[place].isspace():
        return False
    verb = BIO_VERBS.match(scene.text, place, end)
    if verb is None:
        return False
    plural = pronoun is not None and pronoun.group() in _PLURAL_PRONOUNS
    if pronoun is not None and not scene.subject:
        scene.state(scene.find_only(), verb.start("verb"), end)
    elif len(scene.subject) == 1 or plural:
        scene.state(scene.subject, verb.start("verb"), end)
    elif scene.subject and pronoun is None:
        scene.state(scene.subject[-1:], verb.start("verb"), end)
    scene.draft.settle("bio", 0.8)
    return True


def is_role_line(scene: Scene, start: int, end: int) -> bool:
    """Say whether a line begins with a role and names nobody: "Senior fellow, Tarn College"."""
    text = scene.text
    if end - start > _MAX_VERBLESS or ":" in text[start:end]:
        return False
    if read_names(text, start, end) and is_given(text[start:end].lstrip()):
        return False
    verbs = (BIO_VERBS.match(text, gap.start(), end) for gap in _GAP.finditer(text, start, end))
    if any(verb and verb["verb"].islower() for verb in verbs):
        return False  # a sentence, not "Director of Research"
    words = list(re.finditer(r"\S+", text[start : min(end, start + _LEAD_REACH)]))
    for one, word in enumerate(words[:_MAX_LEAD]):
        bare = word.group().rstrip(".,;")
        if is_role(bare):
            below = words[one + 1].start() + start if one + 1 < len(words) else end
            names = read_names(text, below, end) if bare == word.group() else []
            return not names or not is_given(text[names[0].start : names[0].end])
    return False


def _hear_unnamed(scene: Scene, start: int, end: int) -> None:
    """Keep what "The author teaches at …" says for the name on the line below."""
    author = _THE_AUTHOR.match(scene.text, start, end)
    verb = BIO_VERBS.match(scene.text, author.end(), end) if author else None
    if verb and not scene.naming_only:
        scene.unnamed.extend(find_affiliations(scene.text, verb.start("verb"), end, scene.language))


def _is_headless(scene: Scene, start: int, end: int) -> bool:
    """Read "is a lecturer at …" whose subject is not in sight: a bio all the same."""
    verb = BIO_VERBS.match(scene.text, start - 1, end) if start else None
    if verb is None or verb["verb"].lower() not in BEING:
        return False
    scene.draft.settle("bio", 0.6)
    return True


def _goes_on(scene: Scene, start: int) -> bool:
    """Say whether a line goes on with the sentence of the byline before: "and a lecturer …"."""
    first = start == scene.draft.start and len(scene.subject) == 1
    return first and _AND_ROLE.match(scene.text, start) is not None


def read_bio(scene: Scene, start: int, end: int) -> bool:
    """Credit the people whom a sentence is about, with what it says that they are."""
    text = scene.text
    if start < scene.behind < end:
        start = scene.behind
    author = _AUTHOR_IS.match(text, start, end)
    place = author.end() if author else start
    names = read_names(text, place, end)
    if not names:
        names = _read_led(text, place, end)
    if not names:
        names = _read_introduced(text, place, end)
        place = names[0].start if names else place  # where one was born is no house
    if not names:
        return _read_short(scene, place, end)
    if _POSSESSIVE.match(text, names[-1].end, end):
        scene.add(names)  # "Jo Reyes’s column appears on Mondays."
        scene.draft.settle("bio", 0.85)
        return True
    verb = _find_verb(text, names[-1].stop, end)
    if verb is None:
        return _read_verbless(scene, names, start, end)
    if not is_plausible(text, scene.cast, names, verb, end):
        return False
    found = scene.add(names)
    scene.draft.settle("bio", 0.95)
    state_lead(scene, found, place, names[0].start)
    found += _read_asides(scene, found, names[-1].stop, verb.start())
    _read_predicate(scene, found, verb, end)
    return True


def _read_asides(scene: Scene, found: list[Found], place: int, end: int) -> list[Found]:
    """Read ", a lecturer at …, and Bo Carr, a pilot,": return the credits of the further people."""
    cut = find_further(scene.text, place, end)
    if cut is None:
        scene.state(found, place, end)
        return []
    scene.state(found, place, cut[0])
    names = read_names(scene.text, cut[1], end)
    further = scene.add(names)
    further += _read_asides(scene, further, names[-1].stop, end)
    scene.subject = [*found, *further]
    return further


def _read_predicate(scene: Scene, found: list[Found], verb: re.Match[str], end: int) -> None:
    """Read what follows the verb, up to a further subject: "… and Bo Carr is …"."""
    text = scene.text
    for match in _AND_PERSON.finditer(text, verb.end(), end):
        names = read_names(text, match.end(), end)
        second = _find_verb(text, names[-1].stop, end) if names else None
        before = text[verb.end() : match.start()].rsplit(maxsplit=1)[-1:]
        if before and before[0].lower() in _SHARERS:
            continue  # "where he and Bo Carr practise" is about a further person's work
        if second and is_plausible(text, scene.cast, names, second, end):
            scene.state(found, verb.start("verb"), match.start())
            _read_predicate(scene, scene.add(names), second, end)
            return
    scene.state(found, verb.start("verb"), end)


def _find_verb(text: str, place: int, end: int) -> re.Match[str] | None:
    """Return the bio verb of the subject that ends at ``place``: at once or behind an aside."""
    verb = BIO_VERBS.match(text, place, end)
    if verb and verb["verb"].istitle():
        return None  # "Jo Reyes Is a Pilot": a headline
    home = None if verb else _FROM_A_PLACE.match(text, place, end)
    if home:
        verb = BIO_VERBS.match(text, home.end(), end)
    aside = text[place : place + 3].strip()[:1] in {",", "(", "—", "–", "-"}
    if not aside or (verb and not verb["verb"].lower().startswith("who ")):
        return verb
    for match in _ASIDE_END.finditer(text, place, min(end, place + _ASIDE_REACH)):
        if text[match.end() - 1].isspace():
            main = BIO_VERBS.match(text, match.end() - 1, end)
            if main and main["verb"].lower().startswith("who "):
                verb = verb or main  # "Jo Reyes, who sailed for ten years, is …"
            elif main and not _is_noun(text, main, end):
                return main
    return verb


def _is_noun(text: str, verb: re.Match[str], end: int) -> bool:
    """Say whether a role goes on with the word of a verb: ", research manager, …"."""
    if verb["verb"].lower() in BEING:
        return False
    after = text[verb.end() : min(end, verb.end() + MAX_NAME)].split(maxsplit=1)[:1]
    return bool(after) and is_role(after[0].rstrip(",.;)"))


def _read_led(text: str, place: int, end: int) -> list[Name]:
    """Return the names behind a leading role: "NRO contributor Jo Reyes is …"."""
    words = list(re.finditer(r"\S+", text[place : min(end, place + _LEAD_REACH)]))
    for one, word in enumerate(words[:_MAX_LEAD]):
        if is_role(word.group().strip(",")) and one + 1 < len(words):
            begin = place + words[one + 1].start()
            names = read_names(text, begin, end)
            if names and not _is_house_behind(text, names[-1].stop, end):
                return names
    return []


def _is_house_behind(text: str, stop: int, end: int) -> bool:
    """Say whether the capitals go on to a head noun: "Policy analyst, Volta Basin Forum"."""
    titled = _TITLED.match(text, stop, end)
    return titled is not None and is_house(titled[0])


def _read_introduced(text: str, place: int, end: int) -> list[Name]:
    """Return the names behind "Based in Lund, …" that a bio's verb follows."""
    if _INTRODUCES.match(text, place, end):
        for comma in _COMMA.finditer(text, place, min(end, place + _INTRODUCED_REACH)):
            names = read_names(text, comma.end(), end)
            if names and _find_verb(text, names[-1].stop, end):
                return names
    return []


def _read_short(scene: Scene, place: int, end: int) -> bool:
    """Read "Reyes is an editor" where the full name is known."""
    name = read_name(scene.text, place, end, single=True)
    if name is None:
        return False
    verb = _find_verb(scene.text, name.stop, end)
    if verb is None:
        return False
    printed = scene.text[name.start : name.end]
    person = scene.cast.find_short(printed)
    if person is None:
        titled = _TITLE.fullmatch(scene.text, place, name.start)
        if scene.cast.people or not titled or not _is_introduced(scene, verb, end):
            return False
        person = scene.cast.add(printed)  # "Ms. Reyes is a fellow …": the title proves a person
    scene.subject = [scene.credit(person, name)]
    _read_predicate(scene, scene.subject, verb, end)
    scene.draft.settle("bio", 0.85)
    return True


def _is_introduced(scene: Scene, verb: re.Match[str], end: int) -> bool:
    """Say whether "Ms. Reyes is …" tells what she is; reports quote people whom they call so."""
    if _SPEECH.search(scene.text, scene.draft.start, scene.draft.end):
        return False
    if verb["verb"].lower() not in BEING:
        return True
    words = scene.text[verb.end() : min(end, verb.end() + _PREDICATE_REACH)].split()
    return any(is_role(word.strip(".,;:()’'\"")) for word in words)


def _is_separated(text: str, stop: int, end: int) -> bool:
    """Say whether what follows a name is parted from it as a role or a house is."""
    if _SEPARATED.match(text, stop, end):
        return True
    titled = _TITLED.match(text, stop, end)
    return titled is not None and text[end - 1] != "." and any(map(is_role, titled[0].split()))


def _read_verbless(scene: Scene, names: list[Name], start: int, end: int) -> bool:
    """Read "Jo Reyes, Political Editor", "Jo Reyes | Lund Post", or a name that ends a bio."""
    text = scene.text
    stop = names[-1].stop
    rest = _LONE_END.match(text, stop, end)
    if rest is not None and rest.end() == end:
        if scene.draft.kind == "bio":
            scene.add(names)
        return scene.draft.kind == "bio"
    if end - start > _MAX_VERBLESS or _TOLD.search(text, stop, end):
        return False
    if not _is_separated(text, stop, end) or any(is_cut(text, name) for name in names):
        return False
    if not find_pieces(scene, stop, end) and not _AVEC.match(text, stop, end):
        return False
    read_remainder(scene, scene.add(names), stop, end)
    scene.draft.settle("by-line", 0.75)
    return True
