"""The date of a dateline is read, or none."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.split.dates import read_date


@pytest.mark.parametrize(
    "text",
    [
        "March 3, 2026",
        "Mar. 3, 2026",
        "3 March 2026",
        "3rd of March 2026",
        "March 3rd, 2026",
        "Tue, Mar 3 2026 10:15",
        "Published: Tuesday, March 3, 2026 at 4:15 p.m.",
        "By Jo Reyes | March 3, 2026",
        "2026-03-03",
        "2026-03-03T10:15:00Z",
        "2026/03/03",
        "3. März 2026",
        "Stand: 03.03.2026, 12:10 Uhr",
        "le 3 mars 2026",
        "Publié le 3 mars 2026 à 10h15",
        "3 de marzo de 2026",
        "3 marzo 2026",
        "3 de março de 2026",
        "3 maart 2026",
        "3 marca 2026",
        "3. března 2026",
        "3 mars 2026",
        "3 марта 2026",
        "2026年3月3日",
        "2026年03月03日 14時30分 公開",
        "2026년 3월 3일",
        "時間：2026-03-03 09:58",
        "LUND, March 3, 2026 — ",
        "نشر في: 3 مارس 2026 - 09:30",
        "٣ آذار ٢٠٢٦",
        "פורסם ב-3 במרץ 2026",
        "۳ مارس ۲۰۲۶",
        "3 مارچ، 2026",
        "3 मार्च 2026",
        "২০২৬-০৩-০৩",
        "৩ মার্চ ২০২৬",
        "3 Μαρτίου 2026",
        "3 มีนาคม 2026",
        "3 მარტი, 2026",
        "մարտի 3, 2026",
        "Τρίτη, Mar 3 2026",
    ],
)
def test_common_forms(text: str) -> None:
    assert read_date(text) == "2026-03-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("03/04/2026", None),
        ("13/04/2026", "2026-04-13"),
        ("04/13/2026", "2026-04-13"),
        ("04.05.2026", "2026-05-04"),
        ("30 February 2026", None),
        ("2026-13-01", None),
        ("March 2026", None),
        ("3 March", None),
        ("OPINION", None),
        ("page 3 of 2026", None),
        ("May 5 at 10", None),
        ("1er mai 2026", "2026-05-01"),
        ("posted 2 May 2026, updated 3 May 2026", "2026-05-02"),
        ("3 มีนาคม 2569", None),
        ("۱۲ مهر ۱۴۰۲", None),
        ("", None),
    ],
)
def test_doubt_and_order(text: str, expected: str | None) -> None:
    assert read_date(text) == expected


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_every_day_in_words_and_numbers(day: dt.date) -> None:
    date = str(day)
    assert read_date(date) == date
    assert read_date(f"{day:%B} {day:%d}, {day:%Y}") == date
