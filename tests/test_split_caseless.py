"""Lists of names in scripts without capitals are taken apart. All people are invented."""

import pytest

from loader.split.caseless import find_people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param("سامي الخطيب", ["سامي الخطيب"], id="one"),
        pytest.param("سامي", [], id="a word is no name"),
        pytest.param("سامي بن نادر بن ماهر الخطيب", [], id="six words are no name"),
        pytest.param("د. سامي الخطيب", ["سامي الخطيب"], id="form of address"),
        pytest.param("ดร.สมชาย ท่าเรือ", ["สมชาย ท่าเรือ"], id="form of address in one"),
        pytest.param("سامي الخطيب و ليلى حداد", ["سامي الخطيب", "ليلى حداد"], id="and"),
        pytest.param("سامي الخطيب وهيفاء حداد", ["سامي الخطيب", "هيفاء حداد"], id="and in one"),
        pytest.param("سامي الخطيب، وليلى حداد", ["سامي الخطيب", "ليلى حداد"], id="comma, and"),
        pytest.param("سامي نادر وليد حداد", ["سامي نادر وليد حداد"], id="a name, no and"),
        pytest.param("سامي الخطيب، ليلى حداد", ["سامي الخطيب", "ليلى حداد"], id="given name"),
        pytest.param("سامي الخطيب، وادي الكرم", ["سامي الخطيب"], id="place"),
        pytest.param("سامي الخطيب، ليلى حداد، وادي الكرم", ["سامي الخطيب", "ليلى حداد"], id="last"),
        pytest.param("هيئة التحرير وسامي الخطيب", [], id="desk first"),
        pytest.param("سامي الخطيب وقسم الأخبار", ["سامي الخطيب"], id="desk last"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_lists(text: str, people: list[str]) -> None:
    assert [text[start:end] for start, end in find_people(text, 0, len(text))] == people
