"""By-lines in Chinese, Japanese and Korean: names without spaces, markers before and behind."""

# ruff: noqa: E501 - a pattern is read whole, on one line

import re
from dataclasses import dataclass

from loader.model import Affiliation, AuthorKind, BylineKind
from loader.split.lexicon import SURNAMES, SURNAMES_JA, read_words
from loader.split.people import HAN

_KANA = "\u3041-\u309f\u30a0-\u30ff"
_NATIVE = re.compile(f"[{HAN}{_KANA}\uac00-\ud7af]")
_HAN_NAME = re.compile(f"[{HAN}]{{2,4}}")
_SHORTEST = 2
_LATIN = r"[A-Z][A-Za-z.'’\-]+(?: [A-Z][A-Za-z.'’\-]+){1,3}"


@dataclass(frozen=True, slots=True)
class NativeRule:
    """A wording: group ``names`` holds the names, ``org`` and ``role`` what they are."""

    name: str
    language: str
    pattern: re.Pattern[str]
    example: str
    why: str
    confidence: float = 0.93
    kind: BylineKind = "by-line"


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
    """What a native line says."""

    kind: BylineKind
    confidence: float
    credits: tuple[NativeCredit, ...]


_SEP = r"[\s：:︱|｜／/＝=·・]"
_ZH_NAME = rf"[{HAN}]{{2,4}}"
_ZH_LIST = rf"{_ZH_NAME}(?:\s*[、，,／/\s和與与及]\s*{_ZH_NAME}){{0,7}}"
_JA_NAME = rf"[{HAN}{_KANA}]{{1,5}}(?:[ \u3000][{HAN}{_KANA}]{{1,5}})?"
_KO_NAME = r"[\uac00-\ud7af]{2,4}"
_REPORTER = "(?:記者|记者|特派員|特派员|特約記者|特约记者|編譯|编译|主筆|主笔)"
_PAPER = f"(?P<org>[{HAN}A-Za-z]{{2,14}}?)"


def _rule(  # noqa: PLR0917
    name: str,
    language: str,
    pattern: str,
    example: str,
    why: str,
    confidence: float = 0.93,
    kind: BylineKind = "by-line",
) -> NativeRule:
    return NativeRule(name, language, re.compile(pattern), example, why, confidence, kind)


NATIVE_OTHERS: tuple[NativeRule, ...] = (
    _rule(
        "editor",
        "zh",
        r"[\[【（(\s]*(?:責任編輯|责任编辑|責編|责编|編輯|编辑|校對|校对|審核|审核|監製|监制|核稿|編審|編集|"
        r"翻譯|翻译|譯者|译者|攝影|摄影|圖片|图片|圖／|图/|撮影|写真|翻訳|제작|편집|번역|사진)"
        rf"{_SEP}*(?!.*(?:作者|文{_SEP}|撰文))",
        "責任編輯：林小明",
        "Editing, translation and pictures are credited, not authorship.",
    ),
    _rule(
        "views",
        "zh",
        r".{0,12}(?:不代表|僅代表|仅代表|個人觀點|个人观点|版權所有|版权所有|転載|転用|無断)",
        "本文僅代表作者個人觀點",
        "A disclaimer names no one.",
    ),
)

NATIVE_RULES: tuple[NativeRule, ...] = (
    _rule(
        "compiled",
        "zh",
        r"[（(]?(?:綜合|综合)?(?:整理|編譯|编译)自(?P<agencies>[^）)\r\n]{2,60}?)等?[）)]?$",
        "（整理自潮聲報、北港日報等）",
        "Says which houses the text was compiled from.",
        0.8,
        "agency",
    ),
    _rule(
        "source",
        "zh",
        rf"(?:來源|来源|出典|文章來源|文章来源|提供){_SEP}+(?P<agencies>[{HAN}A-Za-z]{{2,16}})$",
        "來源：北港日報",
        "A labelled field of the page.",
        0.75,
        "agency",
    ),
    _rule(
        "author-note",
        "zh",
        rf"[（(【\s]*(?:本文)?作者(?:簡介|简介)?[：:]?\s*(?P<names>{_ZH_NAME}(?:[、與和与及]{_ZH_NAME}){{0,5}})?[，,]?\s*"
        r"(?:是|為|为|系|係|現任|现任|現為|现为|曾任|，)\s*(?P<statement>[^。）)\r\n]{2,80})",
        "（本文作者林小明為北港大學歷史系教授）",
        "The note under an article that says who its author is.",
        0.95,
        "bio",
    ),
    _rule(
        "reporter-reports",
        "zh",
        rf"[\[【（(〔\s]*(?:{_PAPER}?\s*(?:特派|駐\S{{1,5}}|驻\S{{1,5}})?{_REPORTER})\s*[：:]?\s*(?P<names>{_ZH_LIST}?)"
        rf"[／/\s]*(?:[{HAN}]{{1,6}}?)?(?:\d{{1,2}}日)?(?:綜合|综合|採訪|采访)?(?:報導|报道|報道|電|电|專電|专电|摄影报道|專訪|专访)",
        "（記者林小明／台北報導）",
        "The head of a Chinese news text names its reporter and place.",
        0.93,
    ),
    _rule(
        "written",
        "zh",
        rf"[\[【（(〔\s]*(?:(?:圖|图)[、/]?文|文字|撰文|撰稿人?|採訪撰文|采访撰文|采写|採寫|采访|採訪|作者|出品|主筆|主笔|執筆者?|执笔|文|"
        rf"口述|編撰|编撰|特約撰稿|特约撰稿|著者|筆者|取材・文|取材|構成|聞き手)(?:&攝影|/摄影|・写真)?{_SEP}+"
        rf"(?:{_PAPER}(?P<role>{_REPORTER})\s*[：:]?\s*|(?P<house>[{HAN}A-Za-z]{{2,14}}(?:栏目组|欄目組|编辑部|編輯部))\s+|{_REPORTER})?(?P<names>[^\r\n]{{2,80}})",
        "文／林小明",
        "A labelled field of the page.",
        0.95,
    ),
    _rule(
        "paper-reporter",
        "zh",
        rf"[\[【（(〔\s]*(?:本報|本报|本刊|本網|本网|{_PAPER}?)(?:[驻駐][{HAN}]{{1,4}}|特派|特约|特約)?(?P<role>{_REPORTER})\s*[：:／/]?\s*(?P<names>{_ZH_LIST})[\]】）)〕\s]*$",
        "本報記者 林小明 王大文",
        "The line holds the word reporter and names alone.",
        0.93,
    ),
    _rule(
        "ja-bracket",
        "ja",
        rf"[\[【［（(〔](?P<names>{_JA_NAME})(?:記者)?[，,、／/・\s]\s*(?P<org>[A-Za-z][\w ]{{1,30}}|[{HAN}{_KANA}]{{2,12}}?"
        r"(?:新聞|通信|社|編集部|支局|総局|部))[\]】］）)〕]$",
        "［水野春香，ミナト通信］",
        "A bracket of a name and a house is how a Japanese page signs.",
        0.9,
    ),
    _rule(
        "ja-signed",
        "ja",
        rf"[\[【［（(〔＝=](?P<names>{_JA_NAME}(?:[、・]{_JA_NAME}){{0,3}})(?:記者)?[\]】］）)〕＝=]$",
        "【水野春香】",
        "A name alone in brackets at the end signs a Japanese text.",
        0.75,
    ),
    _rule(
        "ja-from-a-place",
        "ja",
        rf"[\[【［（(〔][{HAN}{_KANA}]{{1,10}}[＝=](?P<names>{_JA_NAME})(?:記者)?[\]】］）)〕]",
        "【ロンドン＝水野春香】",
        "A place and a name in brackets sign a report from abroad.",
        0.9,
    ),
    _rule(
        "ja-reading",
        "ja",
        rf"(?P<names>{_JA_NAME})\s?[（(][{_KANA}・\s\u3000]{{3,20}}[）)]",
        "水野春香（みずの・はるか）1970年生まれ。",
        "A name with its reading in kana opens a note on the author.",
        0.9,
        "bio",
    ),
    _rule(
        "ja-statement-before",
        "ja",
        rf"(?P<statement>[{HAN}{_KANA}A-Za-z・]{{2,24}}?(?:教授|研究員|講師|弁護士|作家|評論家|所長|代表|エコノミスト|ジャーナリスト))"
        rf"[\s\u3000・]+(?P<names>{_JA_NAME})$",
        "みなと大学教授　水野春香",
        "What the person is stands before the name.",
        0.88,
        "bio",
    ),
    _rule(
        "ja-role-before",
        "ja",
        rf"(?P<org>[{HAN}{_KANA}A-Za-z]{{0,14}}?)(?P<role>論説委員|編集委員|特派員|客員論説委員|政治部|経済部|社会部|支局長|編集長|記者|ライター)"
        rf"[・：:\s\u3000　]+(?P<names>{_JA_NAME})(?:記者)?$",
        "論説委員・水野春香",
        "The role stands before the name.",
        0.88,
    ),
    _rule(
        "ja-role-behind",
        "ja",
        rf"[（(]?(?P<names>{_JA_NAME})\s*[（(＝](?P<statement>[^（）()\r\n]{{2,40}}?(?:教授|准教授|講師|研究員|弁護士|作家|記者|所長|"
        r"ジャーナリスト|評論家|名誉教授|代表|理事|氏|エコノミスト|編集長))[）)]\s*[）)]?$",
        "水野春香（みなと大学教授）",
        "A name with what the person is in brackets.",
        0.9,
        "bio",
    ),
    _rule(
        "ja-reporter",
        "ja",
        rf"(?P<names>{_JA_NAME})(?P<role>記者|特派員|論説委員|編集委員|通信員)[\s）)\]】]*$",
        "水野春香記者",
        "The word reporter behind the name.",
        0.85,
    ),
    _rule(
        "ko-reporter",
        "ko",
        rf"[\[【（(\s]*(?:글[·:=／/\s]+|[가-힣A-Za-z]{{2,10}}\s*=\s*|[(\[][가-힣=\s]{{2,12}}[)\]]\s*)?(?P<names>{_KO_NAME}(?:[·,\s]+{_KO_NAME}){{0,3}})\s*"
        r"(?P<role>선임기자|전문기자|인턴기자|기자|특파원|논설위원|칼럼니스트|편집위원|앵커)(?:\s|$|[\])=])",
        "김하늘 기자",
        "The word reporter behind the name.",
        0.95,
    ),
    _rule(
        "ko-role",
        "ko",
        rf"[\[【（(\s■▶]*(?P<names>{_KO_NAME})\s*[/|·,]?\s*(?P<org>[가-힣A-Za-z]{{2,16}}(?:대학교|대학|대|연구소|연구원|신문|일보|센터|재단))\s*"
        r"(?P<role>[가-힣 ]{0,12}?(?:교수|연구원|연구위원|소장|원장|위원|박사|대표|이사장|센터장))[\])\s]*$",
        "김하늘 북항대 교수",
        "A name, a house and an office make a line that signs.",
        0.88,
        "bio",
    ),
    _rule(
        "ko-marker",
        "ko",
        rf"(?:글쓴이|글|필자|저자|취재)[\s:：=·／/]+(?P<names>{_KO_NAME}(?:[·,]\s?{_KO_NAME}){{0,3}})(?:\s*$|\s+(?:사진|그림))",
        "글쓴이: 김하늘",
        "A labelled field of the page.",
        0.93,
    ),
    _rule(
        "zh-lead",
        "zh",
        rf"[\[【（(●■◎◆▲\s]*(?P<names>{_ZH_NAME})[\]】）)]?\s*(?:[，,／/：:（(｜|為为是係系]|現任|现任|\s)\s*(?P<statement>[^。）)\r\n]{{2,60}}?"
        r"(?:教授|研究員|研究员|講師|讲师|律師|律师|作家|記者|记者|評論員|评论员|主任|院長|院长|所長|所长|學者|学者|編輯|编辑|博士|執行長|董事長|专家|專家|工作者))"
        r"[）)。]*$",
        "林小明／北港大學歷史系教授",
        "A name, then what the person is, is all that the line holds.",
        0.88,
        "bio",
    ),
)

LONE = _rule(
    "native-lone",
    "zh",
    rf"[\[【（(●■◎◆▲\s]*(?P<names>{_ZH_LIST})[\]】）)\s]*$",
    "◎林小明",
    "A line of nothing but names with Chinese or Japanese family names.",
    0.7,
)

_ROLE_TAIL = re.compile(
    r"(?P<role>(?:(?:副|助理|客座|名譽|名誉|兼任|特聘|榮譽|荣誉|高級|高级|資深|资深|首席|專案|专案|准|特任|客員|主任)){0,2}"
    r"(?:教授|研究員|研究员|研究生|博士生|博士候選人|博士|講師|讲师|律師|律师|弁護士|作家|記者|记者|評論員|评论员|評論家|主任|院長|院长|所長|所长|"
    r"學者|学者|總編輯|总编辑|編輯|编辑|執行長|董事長|理事長|會長|会长|祕書長|秘書長|秘书长|顧問|顾问|委員|委员|立委|大使|专家|專家|"
    r"ジャーナリスト|エコノミスト|代表|理事|編集長|工作者|主席|校長|校长|主編|主编|策劃|老師|教師|医師|醫師|工程師|分析師|分析师))$"
)
_NOT_HAN_NAMES = read_words("not_han_names")
_NOT_LAST = frozenset("黨党會会院局縣县省區区市島岛港報报社司廠厂部網网組组")


def has_native(text: str, start: int, end: int) -> bool:
    """Say whether the line holds Chinese, Japanese or Korean characters."""
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
    if len(flat) not in range(2, 9):
        return False
    if any(flat.startswith(surname) and surname != flat for surname in SURNAMES_JA):
        return True
    return len(flat) <= 5 and bool(re.fullmatch(f"[{HAN}]{{2,3}}[{HAN}{_KANA}]{{1,3}}", flat))  # noqa: PLR2004


def is_korean_name(name: str) -> bool:
    """Say whether hangul has the shape of a Korean name: family name first, 2 to 4 syllables."""
    return 2 <= len(name) <= 4 and (name[0] in SURNAMES or name[:2] in SURNAMES)  # noqa: PLR2004


def read_native(text: str, start: int, end: int) -> NativeReading | None:
    """Return what a line in Chinese, Japanese or Korean credits; None if no rule holds."""
    for rule in NATIVE_OTHERS:
        if rule.pattern.match(text, start, end):
            return NativeReading("by-line", rule.confidence, ())
    for rule in (*NATIVE_RULES, LONE):
        match = rule.pattern.match(text, start, end)
        if match:
            credits_ = _credits(rule, match)
            if credits_ or rule.name == "author-note":
                return NativeReading(rule.kind, rule.confidence, credits_)
    return None


def _credits(rule: NativeRule, match: re.Match[str]) -> tuple[NativeCredit, ...]:
    groups = match.groupdict()
    if groups.get("agencies"):
        return tuple(
            NativeCredit(a, b, "agency") for a, b in _parts(match, "agencies", r"[、，,和與与及]")
        )
    if not groups.get("names"):
        return ()
    people = _people(rule, match)
    affiliations = _affiliations(match)
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


def _people(rule: NativeRule, match: re.Match[str]) -> list[tuple[int, int]]:
    """Return the bounds of the names in group ``names`` that have the shape of one."""
    text = match.string
    whole = match["names"].strip(" \u3000")
    if (
        rule.language == "ja"
        and is_japanese_name(whole)
        and "、" not in whole
        and "・" not in whole
    ):
        begin = match.start("names") + match["names"].index(whole)
        return [(begin, begin + len(whole))]
    if rule.name == "written" and re.fullmatch(_LATIN, whole):
        begin = match.start("names") + match["names"].index(whole)
        return [(begin, begin + len(whole))]
    spaced = _spaced(match, whole)
    if spaced:
        return spaced
    found = []
    for begin, stop in _parts(match, "names", r"[、，,／/\s和與与及·・]"):
        while not _is_name(rule, text[begin:stop]) and rule.name == "reporter-reports":
            stop -= 1  # noqa: PLW2901 - "記者林小明台北報導": the place stands behind the name
            if stop - begin < _SHORTEST:
                break
        if stop > begin and _is_name(rule, text[begin:stop]):
            found.append((begin, stop))
    return found


def _spaced(match: re.Match[str], whole: str) -> list[tuple[int, int]]:
    """Return the bounds of a Japanese name printed with a space: "水野 春香"."""
    if re.fullmatch(rf"[{HAN}]{{1,3}}[ \u3000][{HAN}{_KANA}]{{1,4}}", whole):
        family = re.split(r"[ \u3000]", whole)[0]
        if family in SURNAMES_JA:
            begin = match.start("names") + match["names"].index(whole)
            return [(begin, begin + len(whole))]
    return []


def _is_name(rule: NativeRule, name: str) -> bool:
    if rule.language == "ko":
        return is_korean_name(name)
    if rule.language == "ja":
        return is_japanese_name(name)
    if _HAN_NAME.fullmatch(name) and is_han_name(name):
        return True
    if rule.name == "native-lone":
        return is_japanese_name(name) and any(name.startswith(s) for s in SURNAMES_JA)
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
            found.append(Affiliation(tail["role"], house, begin, stop))
    return tuple(found)
