"""Bytes become text and the same bytes again, or are refused with a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.errors import ReadError
from loader.read.decode import decode_text, encode_text

WORDS = "Der Bürgermeister von Grünau sagte, die Brücke sei älter als das Rathaus.\r\n"
UNTOUCHED = (
    "a\r\nb\rc\n\u2028soft\u00adhyphen no\u00a0break\u202fspace e\u0301 \u00e9 \u200f\u200e"
    "\U0001f600 ｆｕｌｌ\u3000王\ufeff\u2029\t\x0c\x1b[0m end  \n\n"
)

ENCODED = [
    ("utf-8", UNTOUCHED.encode(), UNTOUCHED),
    ("utf-8-sig", b"\xef\xbb\xbf" + UNTOUCHED.encode(), UNTOUCHED),
    ("utf-8-sig", b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa"),
    ("utf-16-le-sig", b"\xff\xfe" + UNTOUCHED.encode("utf-16-le"), UNTOUCHED),
    ("utf-16-be-sig", b"\xfe\xff" + UNTOUCHED.encode("utf-16-be"), UNTOUCHED),
    ("utf-32-le-sig", b"\xff\xfe\0\0" + UNTOUCHED.encode("utf-32-le"), UNTOUCHED),
    ("utf-32-be-sig", b"\0\0\xfe\xff" + UNTOUCHED.encode("utf-32-be"), UNTOUCHED),
    ("utf-16-le", WORDS.encode("utf-16-le"), WORDS),
    ("utf-16-be", WORDS.encode("utf-16-be"), WORDS),
    ("utf-16-le", "plain".encode("utf-16-le"), "plain"),
    ("cp1252", WORDS.encode("latin-1"), WORDS),
    ("cp1252", "Naïve café".encode("latin-1"), "Naïve café"),
    ("cp1252", "Señor Núñez – “¿qué?”".encode("cp1252"), "Señor Núñez – “¿qué?”"),
]


@pytest.mark.parametrize(("encoding", "raw", "text"), ENCODED, ids=lambda each: str(each)[:16])
def test_bytes_become_text_and_the_same_bytes(encoding, raw, text):
    assert decode_text(raw, "a.txt") == (text, encoding)
    assert encode_text(text, encoding) == raw


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1250", "Źródła mówią, że właściciel łąki zażądał odszkodowania za grządki.\n"),
        ("cp1250", "Starosta řekl, že most bude hotový příští podzim, a lidé se těší.\n"),
        ("cp1251", "Вчера вечером губернатор заявил, что мост построят к осени.\n"),
        ("koi8-r", "Вчера вечером губернатор заявил, что мост построят к осени.\n"),
        ("cp1253", "Ο δήμαρχος είπε χθες ότι η γέφυρα θα είναι έτοιμη το φθινόπωρο.\n"),
        ("big5", "鎮長昨天表示，新的大橋將於明年秋天完工，居民對此表示歡迎。\n"),
        ("gb18030", "镇长昨天表示，新的大桥将于明年秋天完工，居民对此表示欢迎。\n"),
        ("cp932", "町長は昨日、新しい橋が来年の秋に完成すると述べた。\n"),
    ],
)
@pytest.mark.parametrize("lines", [1, 400], ids=["short", "long"])
def test_the_guess_reads_common_encodings(encoding, text, lines):
    raw = (text * lines).encode(encoding)
    assert decode_text(raw, "a.txt")[0] == text * lines


def test_the_guess_looks_where_the_letters_are():
    raw = b"Plain words. " * 20_000 + "\nDie Brücke über den Fluß\n".encode("latin-1")
    text, encoding = decode_text(raw, "a.txt")
    assert text.endswith("\nDie Brücke über den Fluß\n")
    assert encoding == "cp1252"


REFUSED = [
    ("empty", b"", "empty; add its text or remove it"),
    ("mark-only", b"\xef\xbb\xbf", "empty; add its text or remove it"),
    (
        "white-space",
        " \r\n\t\u00a0\u3000\n".encode(),
        "nothing but white space; add its text or remove it",
    ),
    (
        "nul",
        b"Some words\0 and more",
        "character 10 is NUL, so this is no text; remove it or ignore it",
    ),
    (
        "nul-in-utf-16",
        b"\xff\xfea\0\0\0b\0",
        "character 1 is NUL, so this is no text; remove it or ignore it",
    ),
    (
        "binary",
        b"\x7fELF\x02\x01\x01\0\xff\xfe\xfd",
        "byte 7 is NUL and byte 8 is not UTF-8, so this is binary data; remove it or ignore it",
    ),
    (
        "controls",
        b"\x01\x02\x03 words \x04",
        "4 of 11 characters are control characters, so this is binary data; remove it or ignore it",
    ),
    (
        "broken-utf-16",
        b"\xff\xfea\0\x00\xd8",
        "the byte order mark says UTF-16-LE, but byte 4 is not; convert it to UTF-8",
    ),
    ("pdf", b"%PDF-1.4\nwords", "this is a PDF document; save its text as a text file"),
    ("rtf", b"{\\rtf1 words}", "this is an RTF document; save its text as a text file"),
    ("gzip", b"\x1f\x8b\x08 words", "this is compressed (gzip); save its text as a text file"),
]


@pytest.mark.parametrize(
    ("raw", "reason"), [row[1:] for row in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_what_is_no_text_is_refused(raw, reason):
    with pytest.raises(ReadError) as caught:
        decode_text(raw, "seeds/a.txt")
    assert str(caught.value) == f"seeds/a.txt: {reason}"
    assert caught.value.where == "seeds/a.txt"


def test_bytes_that_fit_no_encoding_are_refused():
    raw = bytes(byte for byte in range(1, 256) if byte not in b"\n") * 8
    with pytest.raises(ReadError, match=r"^a\.bin: .*(no other encoding fits|binary data); "):
        decode_text(raw, "a.bin")


PRINTED = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1)


@pytest.mark.parametrize("encoding", sorted({row[0] for row in ENCODED if "sig" in row[0]}))
@given(text=PRINTED.filter(str.strip))
def test_any_marked_text_survives(encoding, text):
    assert decode_text(encode_text(text, encoding), "a.txt") == (text, encoding)


@given(text=PRINTED.filter(lambda text: text.strip() and text[0] != "\ufeff"))
def test_any_utf8_text_survives(text):
    assert decode_text(text.encode(), "a.txt") == (text, "utf-8")


@given(
    raw=st.binary(max_size=300)
    | st.text(max_size=60).map(lambda text: text.encode("utf-16-le", "ignore"))
)
def test_any_bytes_give_the_same_bytes_or_an_error(raw):
    try:
        text, encoding = decode_text(raw, "a.txt")
    except ReadError:
        return
    assert encode_text(text, encoding) == raw
    assert text.strip()
    assert "\0" not in text


@pytest.mark.parametrize(
    "encoding", ["cp1252", "cp1251", "shift_jis", "gb18030", "euc_kr", "koi8-r"]
)
@given(text=st.text("abc déèñ Яжш 市長昨日 한글 .,\n", min_size=1, max_size=80))
def test_any_legacy_text_gives_the_same_bytes_or_an_error(encoding, text):
    raw = text.encode(encoding, "replace")
    try:
        read, name = decode_text(raw, "a.txt")
    except ReadError:
        return
    assert encode_text(read, name) == raw
