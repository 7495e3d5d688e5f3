"""Names compared and sorted."""

import pytest

from loader.link.names import read_name, sort_name

SAME = [
    ("case", "ROBERT KOVACS", "Robert Kovacs"),
    ("accents", "Róbert Kovács", "Robert Kovacs"),
    ("letters without decomposition", "Łukasz Øster", "Lukasz Oster"),
    ("hyphen", "Lai Ching-te", "Lai Ching Te"),
    ("typographic hyphen", "Lai Ching\u2010te", "Lai Chingte"),
    ("dots and spaces", "J. R.  Moll", "J.R. Moll"),
    ("apostrophe", "Niamh O’Dowd", "Niamh O'Dowd"),
    ("full width", "Ｍoll", "Moll"),
]
OTHER = [
    ("another name", "Robert Kovacs", "Roberta Kovacs"),
    ("initial for a first name", "R. Kovacs", "Robert Kovacs"),
    ("middle initial", "Robert A. Kovacs", "Robert Kovacs"),
    ("family name first", "Kovacs Robert", "Robert Kovacs"),
]


@pytest.mark.parametrize(("one", "two"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_spellings_of_one_name(one: str, two: str) -> None:
    assert read_name(one, None, "person") == read_name(two, None, "person")


@pytest.mark.parametrize(("one", "two"), [row[1:] for row in OTHER], ids=[row[0] for row in OTHER])
def test_different_names(one: str, two: str) -> None:
    assert read_name(one, None, "person").full != read_name(two, None, "person").full


def test_a_name_in_its_own_script_is_native() -> None:
    alone = read_name("林小望", None, "person")
    beside = read_name("Lin Hsiao-wang", "林小望", "person")
    assert (alone.full, alone.native) == (None, beside.native)


def test_an_agency_is_not_a_person_of_its_name() -> None:
    assert read_name("Tarn", None, "agency").full != read_name("Tarn", None, "person").full


@pytest.mark.parametrize(
    ("name", "native", "kind", "language", "expected"),
    [
        ("Robert Kovacs", None, "person", "en", "Kovacs, Robert"),
        ("Kovács Róbert", None, "person", "hu", "Kovács Róbert"),
        ("Nguyen Van Tam", None, "person", "vi", "Nguyen Van Tam"),
        ("Jan van der Moll", None, "person", "nl", "van der Moll, Jan"),
        ("Robert Kovacs Jr.", None, "person", "en", "Kovacs Jr., Robert"),
        ("Lin Hsiao-wang", "林小望", "person", "en", "Lin Hsiao-wang"),
        ("Hsiao-wang Lin", "林小望", "person", "en", "Lin, Hsiao-wang"),
        ("Francis Lin", "林望", "person", "en", "Lin, Francis"),
        ("Kim Sori", "김소리", "person", "en", "Kim Sori"),
        ("Aiko Morita", "森田愛子", "person", "en", "Morita, Aiko"),
        ("林小望", None, "person", "en", "林小望"),
        ("Harbour Press", None, "agency", "en", "Harbour Press"),
        ("Vale", None, "person", "en", "Vale"),
    ],
)
def test_sort_names(name: str, native: str | None, kind: str, language: str, expected: str) -> None:
    assert sort_name(name, native, kind, language) == expected
