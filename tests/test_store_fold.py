"""What the index is fed, and where each of its characters comes from."""

import sqlite3
import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.store import fold
from loader.store.fold import fold_with_offsets, index_text

TOKENIZER = "porter unicode61 remove_diacritics 2"

TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(
            "朱立倫伦王きがガｶﾞ\u3099한\u1112\u1161\u11abøŁß\u00ad\u200d\ufeff\ufe0fﬁＡ ٠eé"
        ),
    ),
)


def finds(text: str, query: str) -> bool:
    """Ask an FTS5 table fed with ``text`` for the phrase ``query``, both folded."""
    db = sqlite3.connect(":memory:")
    db.execute(f'create virtual table t using fts5(text, tokenize="{TOKENIZER}")')
    db.execute("insert into t values (?)", (index_text(text),))
    phrase = '"' + index_text(query).replace('"', '""') + '"'
    return db.execute("select 1 from t where t match ?", (phrase,)).fetchone() is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain words, and no more.",
        "“Curly” quotes — dashes – and an ellipsis…",
        "Müller à Orléans, señor Núñez",
        "a\u00a0b",
        "Пример текста",
        "שלום",
        "Žluťoučký kůň, świat",
    ],
    ids=[
        "empty",
        "ascii",
        "typographic",
        "accents",
        "no-break space",
        "cyrillic",
        "hebrew",
        "czech",
    ],
)
def test_unchanged_text_is_the_same_object(text: str) -> None:
    assert index_text(text) is text


def test_every_special_character_is_folded_wherever_it_stands() -> None:
    special = [chr(code) for code in range(0x110000) if fold._SPECIAL.match(chr(code))]
    alone = {character: fold._SPECIAL.sub(fold._fold_run, character) for character in special}
    assert {character: index_text(f"ü{character}ü")[1:-1] for character in special} == alone


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("他說林望潮先生", "林望潮"),
        ("他說林望潮先生", "望潮"),
        ("他說林望潮先生", "林"),
        ("廣東麵館", "广东面馆"),
        ("广东面馆", "廣東麵館"),
        ("とうきょうタワー", "タワー"),
        ("か\u3099っこう", "がっこう"),
        ("ﾀﾜｰ ﾊﾞｽ", "タワー"),
        ("ﾀﾜｰ ﾊﾞｽ", "バス"),
        ("한국어 신문", "국어"),
        ("\u1112\u1161\u11ab국", "한국"),
        ("𠮷野家", "野家"),
        ("\uf9fe屋", "茶屋"),
        ("Ｓｅａ ２０２５", "sea 2025"),
        ("Łódź", "lodz"),
        ("Søren Ørsted", "soren orsted"),
        ("Đặng", "dang"),
        ("Straße", "strasse"),
        ("Ælfred æther œuvre", "aelfred aether oeuvre"),
        ("Þórður", "thordur"),
        ("ılık", "ilik"),
        ("the quiet\u202fharbour", "quiet harbour"),
        ("the quiet\u00a0harbour", "quiet harbour"),
        ("a light\u00adhouse keeper", "lighthouse"),
        ("light\u200bhouse", "lighthouse"),
        ("\u202alighthouse\u202c", "lighthouse"),
        ("light\u2060house\ufeff", "lighthouse"),
        ("the ﬁrst oﬃce", "first office"),
        ("Hawaiʻi", "Hawai'i"),
    ],
)
def test_is_found(text: str, query: str) -> None:
    assert finds(text, query)


@pytest.mark.parametrize(
    ("text", "query"),
    [("林望潮", "潮望"), ("a lighthouse", "house"), ("Søren", "sren")],
    ids=["other order", "part of a word", "letter left out"],
)
def test_is_not_found(text: str, query: str) -> None:
    assert not finds(text, query)


@given(TEXTS)
def test_offsets_belong_to_the_same_folding(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == index_text(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= s < e <= len(text) for s, e in zip(folded.starts, folded.ends, strict=True))
    assert folded.starts == sorted(folded.starts)


@given(TEXTS)
def test_folding_again_gives_the_same_words(text: str) -> None:
    once = index_text(text)
    assert index_text(once).split() == once.split()


def test_typographic_prose_costs_microseconds() -> None:
    text = "The council’s “quiet” decision — taken late – surprised nobody in the harbour. " * 80
    seconds = min(timeit.repeat(lambda: index_text(text), number=200, repeat=5)) / 200
    assert seconds < 100e-6  # 7 µs when nothing else runs
