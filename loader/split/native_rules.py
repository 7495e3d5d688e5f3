"""The wordings of by-lines in Chinese, Japanese and Korean as data.

Each rule is tried at the beginning of a line, in order; a test runs each on its own example.
Patterns are compiled when a page first asks for them: together they take longer than all others,
and most pages hold none of these scripts.
"""

# ruff: noqa: E501 - a pattern is read whole, on one line

import re
from dataclasses import dataclass
from functools import cached_property

from loader.model import BylineKind
from loader.split.people import HAN

KANA = "\u3041-\u309f\u30a0-\u30ff"


@dataclass(frozen=True)
class NativeRule:
    """A wording: group ``names`` holds the names, ``org`` and ``role`` what they are."""

    name: str
    language: str
    wording: str
    example: str
    why: str
    confidence: float = 0.93
    kind: BylineKind = "by-line"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The wording, compiled."""
        return re.compile(self.wording)


_SEP = r"[\s：:︱|｜／/＝=·・]"
_ZH_NAME = rf"[{HAN}]{{2,4}}"
_ZH_LIST = rf"{_ZH_NAME}(?:\s*[、，,／/\s和與与及]\s*{_ZH_NAME}){{0,7}}"
_JA_NAME = rf"[{HAN}{KANA}]{{1,5}}(?:[ \u3000][{HAN}{KANA}]{{1,5}})?"
_KO_NAME = r"[\uac00-\ud7af]{2,4}"
_REPORTER = "(?:記者|记者|特派員|特派员|特約記者|特约记者|編譯|编译|主筆|主笔)"
_PAPER = f"(?P<org>[{HAN}A-Za-z]{{2,14}}?)"


_JA_ROLE = "(?:教授|講師|研究員|弁護士|作家|評論家|所長|代表|理事|記者|エコノミスト|ジャーナリスト|編集長|医師)"
_ZH_ROLE = (
    "(?:副教授|助理教授|教授|副研究員|副研究员|研究員|研究员|講師|讲师|律師|律师|作家|記者|记者|評論員|评论员|主任|院長|院长|所長|所长|"
    "學者|学者|總編輯|总编辑|編輯|编辑|博士生|博士|工程師|工程师|建築師|建筑师|醫師|医师)"
)
TRANSCRIBED = rf"[{HAN}]{{1,8}}(?:[·・‧•][{HAN}]{{1,8}}){{1,3}}"
"""A foreign name in Chinese characters: dots part its words."""
_OTHER_WORK = "(?:編輯|编辑|責編|责编|責任編輯|责任编辑|校對|校对|攝影|摄影|翻譯|翻译|編譯|编译|撮影|写真|編集)"
"""Labels of further work on the same line, behind which no author stands."""


NATIVE_OTHERS: tuple[NativeRule, ...] = (
    NativeRule(
        "editor",
        "zh",
        r"[\[【（(\s]*(?:責任編輯|责任编辑|責編|责编|編輯|编辑|校對|校对|審核|审核|監製|监制|核稿|編審|編集|"
        r"翻譯|翻译|譯者|译者|攝影|摄影|圖片|图片|圖／|图/|撮影|写真|翻訳|제작|편집|번역|사진)"
        rf"{_SEP}*(?!.*(?:作者|文{_SEP}|撰文))",
        "責任編輯：林小明",
        "Editing, translation and pictures are credited, not authorship.",
    ),
    NativeRule(
        "views",
        "zh",
        r".{0,12}(?:不代表|僅代表|仅代表|個人觀點|个人观点|版權所有|版权所有|転載|転用|無断)",
        "本文僅代表作者個人觀點",
        "A disclaimer names no one.",
    ),
)

NATIVE_RULES: tuple[NativeRule, ...] = (
    NativeRule(
        "compiled",
        "zh",
        r"[（(]?(?:綜合|综合)?(?:整理|編譯|编译)自(?P<agencies>[^）)\r\n]{2,60}?)等?[）)]?$",
        "（整理自潮聲報、北港日報等）",
        "Says which houses the text was compiled from.",
        0.8,
        "agency",
    ),
    NativeRule(
        "source",
        "zh",
        rf"(?:來源|来源|出典|文章來源|文章来源|提供){_SEP}+(?P<agencies>[{HAN}A-Za-z]{{2,16}})$",
        "來源：北港日報",
        "A labelled field of the page.",
        0.75,
        "agency",
    ),
    NativeRule(
        "author-named-last",
        "zh",
        rf"[（(【\s]*(?:本文)?作者(?:是|為|为|係|系)\s*(?P<statement>[{HAN}]{{2,30}}{_ZH_ROLE})(?P<names>{_ZH_NAME})[）)】。]*$",
        "（作者系北港大学历史系教授林小明）",
        "The note says what its author is and names them last.",
        0.95,
        "bio",
    ),
    NativeRule(
        "noted",
        "zh",
        rf"[（(【※＊*\s]*(?P<names>{TRANSCRIBED}|(?<=※){_ZH_NAME}?)(?:是|為|为|係|系|現任|现任)\s*(?P<statement>[^。）)\r\n]{{2,80}})",
        "※林小明為建築師、專欄作者，著有《潮聲》。",
        "A mark of notes, or a foreign name in Chinese characters, and what the person is.",
        0.93,
        "bio",
    ),
    NativeRule(
        "author-note",
        "zh",
        rf"[（(【\s]*(?:本文)?作者(?:簡介|简介)?[：:]?\s*(?P<names>{_ZH_NAME}(?:[、與和与及]{_ZH_NAME}){{0,5}})?[，,]?\s*"
        r"(?:是|為|为|系|係|現任|现任|現為|现为|曾任|，)\s*(?P<statement>[^。）)\r\n]{2,80})",
        "（本文作者林小明為北港大學歷史系教授）",
        "The note under an article that says who its author is.",
        0.95,
        "bio",
    ),
    NativeRule(
        "reporter-reports",
        "zh",
        rf"[\[【（(〔\s]*(?:{_PAPER}?\s*(?:特派|駐\S{{1,5}}|驻\S{{1,5}})?{_REPORTER})\s*[：:]?\s*(?P<names>{_ZH_LIST}?)"
        rf"[／/\s]*(?:[{HAN}]{{1,6}}?)?(?:\d{{1,2}}日)?(?:綜合|综合|採訪|采访)?(?:報導|报道|報道|電|电|專電|专电|摄影报道|專訪|专访)",
        "（記者林小明／台北報導）",
        "The head of a Chinese news text names its reporter and place.",
        0.93,
    ),
    NativeRule(
        "written",
        "zh",
        rf"[\[【（(〔\s]*(?:(?:圖|图)[、/]?文|文字|撰文|撰稿人?|採訪撰文|采访撰文|采写|採寫|采访|採訪|作者|出品|主筆|主笔|執筆者?|执笔|文|"
        rf"口述|編撰|编撰|特約撰稿|特约撰稿|著者|筆者|取材・文|取材|構成|聞き手)(?:&攝影|/摄影|・写真|[・、](?:構成|取材|執筆|聞き手|文)(?=[＝=：:／/]))*{_SEP}+"
        rf"(?:(?:{_PAPER})?(?P<role>{_REPORTER})\s*[：:]?\s*|(?P<house>[{HAN}A-Za-z]{{2,14}}(?:栏目组|欄目組|编辑部|編輯部))\s+)?"
        rf"(?P<names>(?:(?!{_SEP}*{_OTHER_WORK}{_SEP})[^\r\n（(]){{2,80}})(?:[（(](?P<statement>[^（）()\r\n]{{2,40}})[）)])?",
        "文／林小明",
        "A labelled field of the page.",
        0.95,
    ),
    NativeRule(
        "paper-reporter",
        "zh",
        rf"[\[【（(〔\s]*(?:本報|本报|本刊|本網|本网|{_PAPER}?)(?:[驻駐][{HAN}]{{1,4}}|特派|特约|特約)?(?P<role>{_REPORTER})\s*[：:／/]?\s*(?P<names>{_ZH_LIST})[\]】）)〕\s]*$",
        "本報記者 林小明 王大文",
        "The line holds the word reporter and names alone.",
        0.93,
    ),
    NativeRule(
        "ja-bracket",
        "ja",
        rf"[\[【［（(〔](?P<names>{_JA_NAME})(?:記者)?[，,、／/・\s]\s*(?P<org>[A-Za-z][\w ]{{1,30}}|[{HAN}{KANA}]{{2,12}}?"
        r"(?:新聞|通信|社|編集部|支局|総局|部))[\]】］）)〕]$",
        "［水野春香，ミナト通信］",
        "A bracket of a name and a house is how a Japanese page signs.",
        0.9,
    ),
    NativeRule(
        "ja-signed",
        "ja",
        rf"[\[【［（(〔＝=](?P<names>{_JA_NAME}(?:[、・]{_JA_NAME}){{0,3}})(?:記者)?[\]】］）)〕＝=]$",
        "【水野春香】",
        "A name alone in brackets at the end signs a Japanese text.",
        0.75,
    ),
    NativeRule(
        "ja-from-a-place",
        "ja",
        rf"[\[【［（(〔][{HAN}{KANA}]{{1,10}}[＝=](?P<names>{_JA_NAME})(?:記者)?[\]】］）)〕]",
        "【ロンドン＝水野春香】",
        "A place and a name in brackets sign a report from abroad.",
        0.9,
    ),
    NativeRule(
        "ja-reading",
        "ja",
        rf"(?P<names>{_JA_NAME})\s?[（(][{KANA}・\s\u3000]{{3,20}}[）)]"
        rf"(?:[\s\u3000]*(?P<statement>[{HAN}{KANA}A-Za-z・]{{2,30}}?{_JA_ROLE})(?=[。、]|$))?",
        "水野春香（みずの・はるか）1970年生まれ。",
        "A name with its reading in kana opens a note on the author.",
        0.9,
        "bio",
    ),
    NativeRule(
        "ja-statement-before",
        "ja",
        rf"(?P<statement>[{HAN}{KANA}A-Za-z・]{{2,24}}?(?:教授|研究員|講師|弁護士|作家|評論家|所長|代表|エコノミスト|ジャーナリスト))"
        rf"[\s\u3000・]+(?P<names>{_JA_NAME})$",
        "みなと大学教授　水野春香",
        "What the person is stands before the name.",
        0.88,
        "bio",
    ),
    NativeRule(
        "ja-role-before",
        "ja",
        rf"[（(]?(?P<org>[{HAN}{KANA}A-Za-z]{{0,14}}?)(?P<role>論説委員|編集委員|特派員|客員論説委員|政治部|経済部|社会部|支局長|編集長|記者|ライター)"
        rf"[・：:\s\u3000　]+(?P<names>{_JA_NAME})(?:記者)?[）)]?$",
        "論説委員・水野春香",
        "The role stands before the name.",
        0.88,
    ),
    NativeRule(
        "ja-lead",
        "ja",
        rf"(?P<names>{_JA_NAME})[\s\u3000]+(?P<statement>[{HAN}{KANA}A-Za-z・]{{2,30}}?{_JA_ROLE})(?=[。、]|$)",
        "水野春香　みなと大学教授。専門は港湾史。",
        "A name, a space and what the person is open a note on the author.",
        0.88,
        "bio",
    ),
    NativeRule(
        "ja-role-behind",
        "ja",
        rf"[（(]?(?P<names>{_JA_NAME})\s*[（(＝](?P<statement>[^（）()\r\n]{{2,40}}?(?:教授|准教授|講師|研究員|弁護士|作家|記者|所長|"
        r"ジャーナリスト|評論家|名誉教授|代表|理事|氏|エコノミスト|編集長))[）)]?\s*(?:[（(][^（）()\r\n]{1,12}[）)])?[）)]?$",
        "水野春香（みなと大学教授）",
        "A name with what the person is in brackets.",
        0.9,
        "bio",
    ),
    NativeRule(
        "ja-reporter",
        "ja",
        rf"(?P<names>{_JA_NAME})(?P<role>記者|特派員|論説委員|編集委員|通信員)[\s）)\]】]*$",
        "水野春香記者",
        "The word reporter behind the name.",
        0.85,
    ),
    NativeRule(
        "ko-role",
        "ko",
        rf"[\[【（(\s■▶]*(?:글[·:=／/\s]+)?(?P<names>{_KO_NAME})\s*[/|·,]?\s*(?P<org>[가-힣A-Za-z]{{2,16}}(?:대학교|대학|대|연구소|연구원|신문|일보|센터|재단))\s*"
        r"(?P<role>[가-힣 ]{0,12}?(?:교수|논설위원|편집위원|칼럼니스트|특파원|기자|연구원|연구위원|소장|원장|위원|박사|대표|이사장|센터장))[\])\s]*$",
        "김하늘 북항대 교수",
        "A name, a house and an office make a line that signs.",
        0.88,
        "bio",
    ),
    NativeRule(
        "ko-reporter",
        "ko",
        rf"[\[【（(\s]*(?:글[·:=／/\s]+|[가-힣A-Za-z]{{2,10}}\s*=\s*|[(\[][가-힣=\s]{{2,12}}[)\]]\s*)?(?P<names>{_KO_NAME}(?:[·,\s]+{_KO_NAME}){{0,3}})\s*"
        r"(?P<role>선임기자|전문기자|인턴기자|기자|특파원|논설위원|칼럼니스트|편집위원|앵커)(?:\s|$|[\])=,])",
        "김하늘 기자",
        "The word reporter behind the name.",
        0.95,
    ),
    NativeRule(
        "ko-marker",
        "ko",
        rf"(?:글쓴이|글|필자|저자|취재)[\s:：=·／/]+(?P<names>{_KO_NAME}(?:[·,]\s?{_KO_NAME}){{0,3}})(?:\s*$|\s+(?:사진|그림))",
        "글쓴이: 김하늘",
        "A labelled field of the page.",
        0.93,
    ),
    NativeRule(
        "zh-lead",
        "zh",
        rf"[\[【（(●■◎◆▲\s]*(?P<names>{_ZH_NAME})[\]】）)]?\s*(?:[，,／/：:（(｜|為为是係系]|現任|现任|\s)\s*(?P<statement>[^。）)\r\n]{{2,60}}?"
        r"(?:教授|研究員|研究员|講師|讲师|律師|律师|作家|記者|记者|評論員|评论员|主任|院長|院长|所長|所长|學者|学者|編輯|编辑|博士|執行長|董事長|专家|專家|工作者|撰稿人))"
        r"[）)。]*$",
        "林小明／北港大學歷史系教授",
        "A name, then what the person is, is all that the line holds.",
        0.88,
        "bio",
    ),
)

LONE = NativeRule(
    "native-lone",
    "zh",
    rf"[\[【（(●■◎◆▲\s]*(?P<names>{_ZH_LIST})[\]】）)\s]*$",
    "◎林小明",
    "A line of nothing but names with Chinese or Japanese family names.",
    0.7,
)
