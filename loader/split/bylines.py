"""Byline spans are read: whom each names as author, and what it says that they are."""

import re
from collections.abc import Sequence

from loader.model import Affiliation, Byline, Credit, Kind, Span
from loader.split.agencies import find_agencies
from loader.split.bios import is_role_line, read_bio, read_continued
from loader.split.byline_rules import CONTACTS, OTHERS, Wordings
from loader.split.cast import Cast
from loader.split.drafts import Draft, Found, Scene
from loader.split.lexicon import PLACES_LOWER
from loader.split.marked import read_marked
from loader.split.native import has_native, read_native
from loader.split.people import WORD, Name, is_given, is_surname_marked, read_names
from loader.split.sentences import find_sentences

_OTHERS = Wordings(OTHERS)
_CONTACTS = Wordings(CONTACTS)
_NOTE_MARK = r"[(\[]\s?(?:\*{1,3}|[†‡]|\d{1,2})\s?[)\]]|\*{1,3}\)|[¹²³⁴-⁹†‡※]"
"""What stands before a note as at the word that it is a note on: "(*)", "[1]", "*)", "¹"."""
_BULLET = re.compile(rf"(?:{_NOTE_MARK}|[\s•*·▪■●◆–—―\-+>»|(\[_“\"])*")
_SUPPORTING: frozenset[Kind] = frozenset({"title", "standfirst", "dateline", "byline", "caption"})
_ENDING: frozenset[Kind | None] = frozenset({"teaser", "notice", None})
_LONE_REST = re.compile(
    rf"(?:(?:,| in| aus)\s+(?P<place>{WORD}(?: {WORD}){{0,2}})(?:, {WORD})?)?[\s.,:;|*•)\]–—-]*"
)
"""What may follow a bare name on its line: a place, and marks."""
_LISTED = frozenset("*+>»0123456789¹²³⁴⁵⁶⁷⁸⁹†‡※")
"""Bullets of menus and link lists, numbers of sources; a signature has none of them."""
_COMMON_ENDING = re.compile(
    r"(?:tions?|ments?|ness|ity|ance|ence|ship|ism|able|ible|ful|less|ical)$|^.{2,}(?:ing|ed|ly) ",
    re.IGNORECASE,
)
"""Endings of common words, which names that no list knows do not have."""
_LONGEST = 3_000
"""Code points of a line that are read; the longest bio known has 1,900. What is longer is prose."""
_INTRODUCTION = 80
"""Code points that may stand before the first sentence of a line that credits or describes."""
_LIST = 3
"""Names that make a line a list of authors without further support."""


def read_bylines(
    text: str, spans: Sequence[Span], language: str | None, *, naming_only: bool = False
) -> tuple[Byline, ...]:
    """Return one byline for each span of kind byline, in order.

    ``credits`` are the people and agencies that the span names as authors; who edited, translated
    or helped is in none. A credit's ``start`` and ``end`` enclose the name as printed there; its
    ``name`` is the fullest form that the article's bylines print, so that "Reyes is an editor"
    below "By Jo Reyes" credits Jo Reyes twice. ``language`` is a two-letter code or None.
    ``naming_only`` leaves out what bios say that people are: half of the work.
    """
    drafts: list[Draft] = []
    casts: dict[int | None, tuple[Cast, list[Found]]] = {}
    subject: list[Found] = []
    unnamed: list[Affiliation] = []
    last = -2
    for i, span in enumerate(spans):
        if span.kind == "byline":
            cast, named = casts.setdefault(span.article, (Cast(), []))
            draft = Draft(*_stripped(text, span.start, span.end))
            about = subject if last == i - 1 else []
            scene = Scene(
                text, language or "en", cast, draft, about, named, naming_only=naming_only
            )
            if not _read_below(scene, drafts[-1] if about else None):
                _read(scene, spans, i)
            _give_unnamed(draft, unnamed if last == i - 1 else ())
            unnamed = scene.unnamed
            drafts.append(draft)
            subject, last = scene.subject, i
    return tuple(_finished(text, draft) for draft in drafts)


def _read_below(scene: Scene, above: Draft | None) -> bool:
    """Give the one person whom the line above names alone what a line of roles says."""
    if above is None or above.kind != "by-line" or len(scene.subject) != 1:
        return False
    person = scene.subject[0]
    if person not in above.credits or len(above.credits) > 1 or person.affiliations:
        return False
    draft = scene.draft
    for start, end in find_sentences(scene.text, draft.start, draft.end)[:1]:
        if not is_role_line(scene, start, end):
            return False
        scene.state(scene.subject, start, end)
        draft.settle("bio", 0.8)
    return True


def _give_unnamed(draft: Draft, unnamed: Sequence[Affiliation]) -> None:
    """Give a name alone what the line above says of an author whom it does not name."""
    if draft.kind == "by-line" and len(draft.credits) == 1 and not draft.credits[0].affiliations:
        draft.credits[0].affiliations.extend(unnamed)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _finished(text: str, draft: Draft) -> Byline:
    credits_ = tuple(_credit(text, found) for found in draft.credits)
    return Byline(draft.start, draft.end, draft.kind or "by-line", draft.confidence, credits_)


def _credit(text: str, found: Found) -> Credit:
    affiliations = tuple(dict.fromkeys(found.affiliations))
    if found.person is None:
        name = text[found.start : found.end]
        return Credit(name, None, "agency", found.start, found.end, affiliations)
    person = found.person
    return Credit(person.name, person.native, "person", found.start, found.end, affiliations)


def _read(scene: Scene, spans: Sequence[Span], i: int) -> None:
    """Read the scene's byline, which is the page's span ``i``."""
    draft = scene.draft
    stop = min(draft.end, draft.start + _LONGEST)
    if has_native(scene.text, draft.start, stop) and _read_native(scene, stop):
        return
    for start, end in find_sentences(scene.text, draft.start, stop):
        if draft.kind is None and start - draft.start > _INTRODUCTION:
            break  # a paragraph that began with something else is no bio
        _read_sentence(scene, start, end)
    if not draft.credits and draft.kind is None:
        _read_lone(scene, spans, i)


def _read_native(scene: Scene, stop: int) -> bool:
    """Read a line in Chinese, Japanese or Korean; False if none of its rules holds."""
    reading = read_native(scene.text, scene.draft.start, stop, japanese=scene.language == "ja")
    if reading is None:
        return False
    scene.draft.settle(reading.kind, reading.confidence)
    for credit in reading.credits:
        person = None
        if credit.kind == "person":
            person = scene.cast.add(scene.text[credit.start : credit.end], credit.other)
        found = Found(credit.start, credit.end, person, list(credit.affiliations))
        scene.draft.credits.append(found)
        if person:
            scene.named.append(found)
    for found in scene.find_only() if reading.unnamed else []:
        found.affiliations.extend(reading.unnamed)
    return True


def _read_sentence(scene: Scene, start: int, end: int) -> None:
    bullet = _BULLET.match(scene.text, start, end)
    start, end = _stripped(scene.text, bullet.end() if bullet else start, end)
    if start >= end:
        return
    for rule, _ in _OTHERS.find(scene.text, start, end):
        scene.draft.settle("by-line", rule.confidence)
        return
    for read in (read_marked, read_continued, read_bio, _read_contact):
        if read(scene, start, end):
            return


def _read_contact(scene: Scene, start: int, end: int) -> bool:
    for rule, match in _CONTACTS.find(scene.text, start, end):
        names = read_names(scene.text, match.end(), end)
        if names:
            scene.add(names)
        scene.draft.settle("contact", rule.confidence)
        return True
    return False


def _read_lone(scene: Scene, spans: Sequence[Span], i: int) -> None:
    """Credit a line that is only names or an agency, where the page supports it."""
    text, draft = scene.text, scene.draft
    bullet = _BULLET.match(text, draft.start, draft.end)
    start = bullet.end() if bullet else draft.start
    if draft.credit_agencies(find_agencies(text, start, draft.end, lone=True), 0.7):
        return
    names = read_names(text, start, min(draft.end, start + _LONGEST))
    rest = _LONE_REST.fullmatch(text, names[-1].stop, draft.end) if names else None
    if rest is None or (rest["place"] and rest["place"].lower() not in PLACES_LOWER):
        return
    bullet_text = text[draft.start : start]
    if _LISTED & set(bullet_text):
        return
    if bullet_text.strip() or _is_supported(text, names, spans, i):
        scene.add(names)
        draft.settle("by-line", 0.7)


def _is_supported(text: str, names: list[Name], spans: Sequence[Span], i: int) -> bool:
    """Say whether a bare name has support: a known given name, its shape or its place."""
    printed = text[names[0].start : names[0].end]
    if is_given(printed) or is_surname_marked(printed) or len(names) >= _LIST:
        return True
    if any(_COMMON_ENDING.search(text[name.start : name.end]) for name in names):
        return False
    before = spans[i - 1].kind if i else None
    after = spans[i + 1].kind if i + 1 < len(spans) else None
    return before in _SUPPORTING or after in {"byline", "dateline"} or after in _ENDING
