"""By-lines in scripts without capitals: Chinese, Japanese, Korean, then those that part words."""

import re
from dataclasses import dataclass

from loader.model import Affiliation, AuthorKind, BylineKind
from loader.split.caseless import find_people, is_phrase
from loader.split.caseless_rules import CASELESS, CASELESS_OTHERS, CASELESS_RULES, GENRE
from loader.split.lexicon import SURNAMES, SURNAMES_JA, read_words
from loader.split.native_rules import (
    KANA,
    LONE,
    NATIVE_OTHERS,
    NATIVE_RULES,
    TRANSCRIBED,
    NativeRule,
)
from loader.split.people import HAN

_EASTERN = re.compile(f"[{HAN}{KANA}\uac00-\ud7af]")
_NATIVE = re.compile(f"[{HAN}{KANA}\uac00-\ud7af{CASELESS}\u0531-\u0587]")
_HAN_NAME = re.compile(f"[{HAN}]{{2,4}}")
_SHORTEST = 2
_LATIN = r"[A-Z][A-Za-z.'’\-]+(?: [A-Z][A-Za-z.'’\-]+){1,3}"


@dataclass(frozen=True, slots=True)
class NativeCredit:
    """An author named in native script; ``other`` is the form printed beside it, if any."""

    start: int
    end: int
    kind: AuthorKind
    other: str | None = None
    affiliations: tuple[Affiliation, ...] = ()


@dataclass(frozen=True, slots=True)
class NativeReading:
    """What a native line says; ``unnamed`` is what it says of an author named elsewhere."""

    kind: BylineKind
    confidence: float
    credits: tuple[NativeCredit, ...]
    unnamed: tuple[Affiliation, ...] = ()


_ROLE_TAIL = re.compile(
    r"(?P<role>(?:(?:自由|獨立|独立|副|助理|客座|名譽|名誉|兼任|特聘|榮譽|荣誉|高級|高级|資深|资深|首席|專案|专案|准|特任|客員|主任)){0,2}"
    r"(?:教授|研究員|研究员|研究生|博士生|博士候選人|博士|講師|讲师|律師|律师|弁護士|作家|記者|记者|評論員|评论员|評論家|撰稿人|主任|院長|院长|所長|所长|"
    r"學者|学者|總編輯|总编辑|編輯|编辑|執行長|董事長|理事長|會長|会长|祕書長|秘書長|秘书长|顧問|顾问|委員|委员|立委|大使|专家|專家|"
    r"ジャーナリスト|エコノミスト|代表|理事|編集長|工作者|主席|校長|校长|主編|主编|策劃|老師|教師|医師|醫師|医师|工程師|工程师|建築師|建筑师|專欄作者|专栏作者|導演|导演|影評人|影评人|詩人|诗人|策展人|設計師|设计师|藝術家|艺术家|攝影師|摄影师|分析師|分析师))$"
)
_OF_A_TOPIC = frozenset(
    {"學者", "学者", "專家", "专家", "評論家", "評論員", "评论员", "作家", "工作者"}
    | {"ジャーナリスト", "エコノミスト"}
)
"""Roles before which a topic may stand as well as a house."""
_HOUSE_TAIL = re.compile("..[學学院所社報报會会部台臺局司系館馆室行團团庁省]$")
_SPELLING = frozenset("".join(read_words("transcribing"))) | frozenset("·・‧•")
_NOT_HAN_NAMES = read_words("not_han_names")
_NO_LAST_JA = ("部", "局", "社", "課", "委員", "記者", "教授", "特派員", "編集長", "支局長")
_NOT_LAST = frozenset("黨党會会院局縣县省區区市島岛港報报社司廠厂部網网組组")


def has_native(text: str, start: int, end: int) -> bool:
    """Say whether the line holds characters of a script without capitals, or Armenian ones."""
    return not text[start:end].isascii() and bool(_NATIVE.search(text, start, end))


def is_han_name(name: str) -> bool:
    """Say whether Han characters have the shape of a Chinese name: family name first, 2 to 4."""
    if name in _NOT_HAN_NAMES or name[-1] in _NOT_LAST:
        return False
    if name[:2] in SURNAMES and len(name) in (3, 4):
        return True
    return name[0] in SURNAMES and len(name) in (2, 3)


def is_japanese_name(name: str) -> bool:
    """Say whether characters have the shape of a Japanese name; a known family name helps."""
    flat = re.sub(r"[\s\u3000]", "", name)
    if len(flat) not in range(2, 9) or flat.endswith(_NO_LAST_JA):
        return False
    if any(flat.startswith(surname) and surname != flat for surname in SURNAMES_JA):
        return True
    return len(flat) <= 5 and bool(re.fullmatch(f"[{HAN}]{{2,3}}[{HAN}{KANA}]{{1,3}}", flat))  # noqa: PLR2004


def is_transcribed(name: str) -> bool:
    """Say whether Chinese characters spell a foreign name: dots part its words.

    Two Chinese names beside a dot are two people.
    """
    if re.fullmatch(TRANSCRIBED, name) is None or not _SPELLING.issuperset(name):
        return False
    return not all(map(is_han_name, re.split("[·・‧•]", name)))


def is_korean_name(name: str) -> bool:
    """Say whether hangul has the shape of a Korean name: family name first, 2 to 4 syllables."""
    if len(name) == 4:  # noqa: PLR2004 - only behind a family name of two
        return name[:2] in SURNAMES
    return len(name) in (2, 3) and (name[0] in SURNAMES or name[:2] in SURNAMES)


def read_native(text: str, start: int, end: int, *, japanese: bool) -> NativeReading | None:
    """Return what a line in a script without capitals credits; None if no rule holds.

    ``japanese`` says that the page is in Japanese, where Han characters need no Chinese name.
    """
    eastern = _EASTERN.search(text, start, end)
    for rule in NATIVE_OTHERS if eastern else CASELESS_OTHERS:
        if rule.pattern.match(text, start, end):
            return NativeReading("by-line", rule.confidence, ())
    for rule in (*NATIVE_RULES, LONE) if eastern else CASELESS_RULES:
        match = rule.pattern.match(text, start, end)
        if match:
            credits_ = _credits(rule, match, japanese=japanese)
            if credits_:
                return NativeReading(rule.kind, rule.confidence, credits_)
            if rule.name == "author-note":
                return NativeReading(rule.kind, rule.confidence, (), _stated(match))
    return None


def _credits(rule: NativeRule, match: re.Match[str], *, japanese: bool) -> tuple[NativeCredit, ...]:
    groups = match.groupdict()
    if groups.get("latin"):
        return (NativeCredit(*match.span("latin"), "person"),)
    if groups.get("agencies"):
        if rule in CASELESS_RULES and not is_phrase(match["agencies"]):
            return ()
        return tuple(
            NativeCredit(a, b, "agency") for a, b in _parts(match, "agencies", r"[、，,،和與与及]")
        )
    if not groups.get("names"):
        return ()
    people = _people(rule, match, japanese=japanese)
    affiliations = _affiliations(match)
    if rule.name == "noted" and not affiliations:
        return ()
    return tuple(NativeCredit(a, b, "person", None, affiliations) for a, b in people)


def _parts(match: re.Match[str], group: str, separator: str) -> list[tuple[int, int]]:
    base = match.start(group)
    found = []
    place = 0
    text = match[group]
    for part in [*re.finditer(separator, text), None]:
        stop = part.start() if part else len(text)
        piece = text[place:stop]
        stripped = piece.strip(" \u3000\t（）()【】[]")
        if stripped:
            begin = base + place + piece.index(stripped)
            found.append((begin, begin + len(stripped)))
        place = part.end() if part else stop
    return found


def _people(rule: NativeRule, match: re.Match[str], *, japanese: bool) -> list[tuple[int, int]]:
    """Return the bounds of the names in group ``names`` that have the shape of one."""
    text = match.string
    if rule in CASELESS_RULES:
        return find_people(text, *match.span("names"), given=rule.name == GENRE)
    whole = match["names"].strip(" \u3000")
    if (
        rule.language == "ja"
        and is_japanese_name(whole)
        and "、" not in whole
        and "・" not in whole
    ):
        begin = match.start("names") + match["names"].index(whole)
        return [(begin, begin + len(whole))]
    foreign = rule.language == "zh" and not japanese and is_transcribed(whole)
    if foreign or (rule.name == "written" and re.fullmatch(_LATIN, whole)):
        begin = match.start("names") + match["names"].index(whole)
        return [(begin, begin + len(whole))]
    spaced = _spaced(match, whole)
    if spaced:
        return spaced
    found = []
    for begin, stop in _parts(match, "names", r"[、，,／/\s和與与及·・]"):
        while (
            not _is_name(rule, text[begin:stop], japanese=japanese)
            and rule.name == "reporter-reports"
        ):
            stop -= 1  # noqa: PLW2901 - "記者林小明台北報導": the place stands behind the name
            if stop - begin < _SHORTEST:
                break
        if stop > begin and _is_name(rule, text[begin:stop], japanese=japanese):
            found.append((begin, stop))
    return found


def _spaced(match: re.Match[str], whole: str) -> list[tuple[int, int]]:
    """Return the bounds of a Japanese name printed with a space: "水野 春香"."""
    if re.fullmatch(rf"[{HAN}]{{1,3}}[ \u3000][{HAN}{KANA}]{{1,4}}", whole):
        family = re.split(r"[ \u3000]", whole)[0]
        if family in SURNAMES_JA:
            begin = match.start("names") + match["names"].index(whole)
            return [(begin, begin + len(whole))]
    return []


def _is_name(rule: NativeRule, name: str, *, japanese: bool) -> bool:
    if rule.language == "ko":
        return is_korean_name(name)
    if rule.name == "native-lone" and not is_han_name(name):
        known = any(name.startswith(s) and len(s) > 1 for s in SURNAMES_JA)
        return known and is_japanese_name(name)
    if japanese or rule.language == "ja":
        return is_japanese_name(name)
    if _HAN_NAME.fullmatch(name) and is_han_name(name):
        return True
    if rule.name == "written":
        pen = name == name[0] + name[0]
        known = any(name.startswith(s) and len(s) > 1 and s != name for s in SURNAMES_JA)
        return pen or (known and len(name) <= 6)  # noqa: PLR2004
    return False


def _affiliations(match: re.Match[str]) -> tuple[Affiliation, ...]:
    groups = match.groupdict()
    statement = groups.get("statement")
    if statement:
        return _stated(match)
    role, house = groups.get("role"), groups.get("org") or groups.get("house")
    if house and house in {"本報", "本报", "本刊"}:
        house = None
    if not role and not house:
        return ()
    places = [match.span(name) for name in ("role", "org", "house") if groups.get(name)]
    start, end = min(place[0] for place in places), max(place[1] for place in places)
    return (Affiliation(role or None, house or None, start, end),)


def _stated(match: re.Match[str]) -> tuple[Affiliation, ...]:
    """Return the house and role of a statement such as "北港大學歷史系教授"."""
    found = []
    for begin, stop in _parts(match, "statement", r"[、，,；;]|暨|兼"):
        piece = match.string[begin:stop]
        if piece.startswith(("曾", "前", "原")):
            continue
        tail = _ROLE_TAIL.search(piece)
        if tail:
            house = piece[: tail.start("role")].strip(" ・的之") or None
            if house and tail["role"] in _OF_A_TOPIC and not _HOUSE_TAIL.search(house):
                found.append(Affiliation(piece, None, begin, stop))  # "経済ジャーナリスト"
                continue
            found.append(Affiliation(tail["role"], house, begin, stop))
    return tuple(found)
