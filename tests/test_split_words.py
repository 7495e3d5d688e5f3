# ruff: noqa: E501  (one case, one line)

import unicodedata

import pytest

from loader.split.call_words import CALL_WORDS
from loader.split.credit_labels import CREDIT_LABELS, LABEL_JOINERS
from loader.split.lexicon import read_words
from loader.split.marks import Mark
from loader.split.native_words import NATIVE_PHRASES, NATIVE_WORDS
from loader.split.section_words import SECTION_PIECES, SECTION_WORDS
from loader.split.tokens import find_tokens
from loader.split.words import ALL_MARKS, BIT, PATTERNS, Pattern, find_marks


@pytest.mark.parametrize("mark", ALL_MARKS, ids=lambda mark: mark.name)
def test_lines_can_hold_each_word_and_phrase(mark: Mark) -> None:
    words = {word: [word] for word in mark.words.split()}
    phrases = [phrase.split() for phrase in mark.phrases.split("|") if mark.phrases]
    assert {word: find_tokens(word)[0] for word in words} == words
    assert [find_tokens(" ".join(phrase))[0] for phrase in phrases] == phrases
    assert {len(phrase) for phrase in phrases} <= {2}


def test_lines_can_hold_each_name_of_a_section_and_each_call() -> None:
    words = SECTION_WORDS | CALL_WORDS
    assert {word for word in words if find_tokens(word)[0] == [word]} == words


@pytest.mark.parametrize("piece", SECTION_PIECES)
def test_a_section_is_told_in_wide_scripts(piece: str) -> None:
    assert find_marks(piece) & BIT["section words alone"]


@pytest.mark.parametrize("mark", ALL_MARKS, ids=lambda mark: mark.name)
def test_each_mark_is_found_in_its_example(mark: Mark) -> None:
    assert find_marks(mark.example) & BIT[mark.name]


@pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern.name for pattern in PATTERNS])
def test_each_pattern_is_found_in_its_example(pattern: Pattern) -> None:
    assert find_marks(pattern.example) & BIT[pattern.name]


@pytest.mark.parametrize("mark", [m for m in ALL_MARKS if m.pieces], ids=lambda mark: mark.name)
def test_each_piece_is_found_in_a_line_of_a_wide_script(mark: Mark) -> None:
    for piece in mark.pieces.split():
        assert find_marks(f"霧霧{piece}霧霧霧") & BIT[mark.name]


@pytest.mark.parametrize(
    ("line", "name", "held"),
    [
        pytest.param("Ida Moll and Jo Reyes are editors in Lund.", "name and bio verb", True, id="two"),
        pytest.param("Karl von Tessin, a retired pilot, is a poet.", "name and bio verb", True, id="aside"),
        pytest.param("The fog is a nuisance for pilots.", "name and bio verb", False, id="no name"),
        pytest.param("Ida Moll has been writing about fog since 2009.", "name and bio verb", True, id="has been"),
        pytest.param("Ida Moll has covered the docks for years.", "name and bio verb", True, id="has done"),
        pytest.param("Ida Moll has piloted ships since 2009.", "name and bio verb", True, id="has done since"),
        pytest.param("Ida Moll has raised seals and teaches in Lund.", "name and bio verb", True, id="has done and does"),
        pytest.param("Ida Moll has warned the pilots of fog.", "name and bio verb", False, id="has said"),
        pytest.param("Ida Moll also advises the harbour of Lund.", "name and bio verb", True, id="adverb"),
        pytest.param("Ida Moll, Ph.D., is a pilot.", "name and bio verb", True, id="degree"),
        pytest.param("Ida Moll. Then there is a pilot, and it is old.", "name and bio verb", False, id="sentence between"),
        pytest.param("Ida “Foggy” Moll is a pilot.", "name and bio verb", True, id="nickname"),
        pytest.param("Ida Moll of Port Ames is a pilot.", "name and bio verb", True, id="of a place"),
        pytest.param("Based in Lund, Ida Moll covers ports.", "name and bio verb", True, id="fronted"),
        pytest.param("In the spring, Ida Moll covers ports.", "name and bio verb", False, id="a time in front"),
        pytest.param("Ida Moll's latest novel is set in Lund.", "name and bio verb", True, id="works"),
        pytest.param("Ida Moll novel of fog is out.", "name and bio verb", False, id="no one’s works"),
        pytest.param("VON IDA MOLL", "by-line words", True, id="German in capitals"),
        pytest.param("作者：林望潮", "by-line words", True, id="Chinese"),
        pytest.param("By then the fog had gone.", "by-line words", False, id="by then"),
        pytest.param("Ida Moll saw the fog", "name alone", False, id="more than a name"),
        pytest.param("Politics of the fog", "section words alone", False, id="more than sections"),
        pytest.param("Please read the whole story", "call first", False, id="call further on"),
        pytest.param("« Le brouillard reste »", "arrow", False, id="quotation, no arrow"),
        pytest.param("What to do when the fog comes and does not go for days, as it did in the harbour of Tarn in the spring of the year that nobody there forgets.", "heading word", False, id="too long for a heading"),
        pytest.param("The fog (see page 3) stayed.", "picture credit at the end", False, id="aside at the end"),
    ],
)  # fmt: skip
def test_patterns_hold_where_they_should(line: str, name: str, *, held: bool) -> None:
    assert bool(find_marks(line) & BIT[name]) is held


def test_words_of_further_scripts_belong_to_marks() -> None:
    assert NATIVE_WORDS.keys() | NATIVE_PHRASES.keys() <= {mark.name for mark in ALL_MARKS}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(frozenset(" ".join(mark.words + mark.phrases for mark in ALL_MARKS).split()), id="marks"),
        pytest.param(CREDIT_LABELS | LABEL_JOINERS, id="labels"),
        pytest.param(SECTION_WORDS | CALL_WORDS, id="sections, calls"),
        *[
            pytest.param(read_words(name), id=name)
            for name in ("given", "native_months", "caseless_address", "caseless_small_words", "not_caseless_names")
        ],
    ],
)  # fmt: skip
def test_no_word_mixes_letters_that_look_alike(words: frozenset[str]) -> None:
    scripts = {"ARABIC", "HEBREW", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "LATIN"}
    mixed = [
        word
        for word in words
        if len({unicodedata.name(sign).split()[0] for sign in word} & scripts) > 1
    ]
    assert mixed == []


@pytest.mark.parametrize(
    ("line", "names"),
    [
        pytest.param("بقلم سامي الخطيب", {"credit", "by-line words"}, id="by-line"),
        pytest.param("Του Νίκου Ταρνά", {"by-line words", "name alone"}, id="Greek by-line"),
        pytest.param("Հեղինակ՝ Արամ Տառնյան", {"role word", "by-line words", "credit label"}, id="Armenian label"),
        pytest.param("اقرأ أيضاً", {"related word", "call first"}, id="pointer"),
        pytest.param("כל הזכויות שמורות", {"copyright word"}, id="rights"),
        pytest.param("صفحه اصلی", {"site word"}, id="menu"),
        pytest.param("मनोरंजन", {"section words alone"}, id="section"),
        pytest.param("Πολιτική και κοινωνία", {"section words alone"}, id="sections"),
        pytest.param("মন্তব্য", {"comment word"}, id="comments"),
        pytest.param("گامی نو: فیس بک", {"sharing word", "colon early"}, id="sharing"),
        pytest.param("สมัครสมาชิก", {"subscription word", "call first"}, id="words and pieces"),
        pytest.param("อ่านข่าวที่เกี่ยวข้อง", {"related word"}, id="pieces"),
        pytest.param("გამოქვეყნდა", {"publishing word"}, id="published"),
        pytest.param("١٢ مارس ٢٠٢١", {"date", "date first", "date last", "date word"}, id="digits"),
        pytest.param("قوارب عند المرسى (تصوير: ريم قنواتي)", {"picture word", "picture credit at the end", "colon early"}, id="picture"),
        pytest.param("وصلت السفن؟ عادت القوارب", {"question mark", "sentence inside"}, id="sentences"),
        pytest.param("ساعة الميدان", set(), id="headline"),
    ],
)  # fmt: skip
def test_lines_in_further_scripts_bear_marks(line: str, names: set[str]) -> None:
    marks = find_marks(line)
    assert {name for name, bit in BIT.items() if marks & bit} == names
