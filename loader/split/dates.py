"""A dateline's date, in the common forms of many languages, as an ISO date."""

import datetime as dt
import re
from functools import cache

from loader.split.lexicon import read_lines
from loader.split.native_words import DIGITS, NATIVE

_LISTS = ("months", "native_months")
_MONTH_NUMBERS = {
    word: number
    for name in _LISTS
    for number, words in enumerate(read_lines(name), 1)
    for word in words.split()
}
_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<d>[0-3]?\d)"
_NUMBERS = re.compile(rf"{_DAY}(?P<s>[./-])\s?(?P<m>[0-3]?\d)(?P=s)\s?{_YEAR}")


@cache
def _forms(lists: int) -> tuple[re.Pattern[str], ...]:
    """Return the forms of dates with the months of the first lists."""
    words = " ".join(line for name in _LISTS[:lists] for line in read_lines(name)).split()
    month = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    patterns = (
        rf"(?<!\d){_YEAR[:-6]}\s?[年년]\s?(?P<m>[01]?\d)\s?[月월]\s?(?P<d>[0-3]?\d)\s?[日일號号]",
        rf"(?<!\d){_YEAR[:-6]}(?P<s>[-/.])\s?(?P<m>[01]?\d)(?P=s)\s?(?P<d>[0-3]?\d)(?!\d)",
        rf"\b(?P<name>{month})\.?\s{{0,2}}{_DAY}(?:st|nd|rd|th)?(?:,|\s)\s{{0,2}}{_YEAR}",
        (
            rf"{_DAY}(?:st|nd|rd|th|er|º|ª)?[.,]?[\s-]{{0,2}}(?:de |of )?"
            rf"(?P<name>{month})[.,،]?[\s-]{{0,2}}(?:de |del )?{_YEAR}"
        ),
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def read_date(text: str) -> str | None:
    """Return the first date that a dateline prints as an ISO date; None if none is certain.

    Known: month names in two dozen languages before or behind the day, 2026年3月3日, 2026-03-03 and
    numbers in the order day, month, year where a point parts them or only one order is possible.
    Digits may be Arabic, Persian or Indian. 03/04/2026 and dates that do not exist give None.

    >>> read_date("Updated Tue, Mar 3 2026 10:15")
    '2026-03-03'
    """
    lists = 1
    if NATIVE.search(text):
        text, lists = text.translate(DIGITS), 2
    hits = [match for form in _forms(lists) if (match := form.search(text))]
    if hits:
        return _iso(min(hits, key=lambda match: match.start()))
    match = _NUMBERS.search(text)
    return _from_numbers(match) if match else None


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    name = groups.get("name")
    month = _MONTH_NUMBERS[name.lower()] if name else int(groups["m"])
    return _valid(int(groups["y"]), month, int(groups["d"]))


def _from_numbers(match: re.Match[str]) -> str | None:
    """Return the date of three numbers; points always stand in the order day, month, year."""
    one, two, year = int(match["d"]), int(match["m"]), int(match["y"])
    if match["s"] == "." or one == two or one > 12:  # noqa: PLR2004
        return _valid(year, two, one)
    return _valid(year, one, two) if two > 12 else None  # noqa: PLR2004


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
