import pytest

from intake.reader.clean import shadow
from intake.reader.dates import dates


def days(text):
    return [
        (mark.year, mark.month, mark.day, mark.until, mark.day_part)
        for mark in dates(shadow(text))
        if mark.is_day
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sáng 30/3, tại", (None, 3, 30, None, "morning")),
        ("chiều ngày 18/12 tới", (None, 12, 18, None, "afternoon")),
        ("Tối 18-4-2022", (2022, 4, 18, None, "evening")),
        ("Sáng nay (14/11)", (None, 11, 14, None, "morning")),
        ("ngày 02/3/2026", (2026, 3, 2, None, None)),
        ("ngày 5 tháng 9 năm 2023", (2023, 9, 5, None, None)),
        ("Chiều 9-5, UBND", (None, 5, 9, None, "afternoon")),
        ("on May 23, 2023", (2023, 5, 23, None, None)),
        ("23 May 2023", (2023, 5, 23, None, None)),
        ("Từ 19 đến 21-6-2023", (2023, 6, 19, (6, 21), None)),
        ("ngày 22 và 23/8/2019", (2019, 8, 22, (8, 23), None)),
        ("từ ngày 30/6 đến 2/7/2023", (2023, 6, 30, (7, 2), None)),
        ("các ngày 19-21/6/2023", (2023, 6, 19, (6, 21), None)),
        ("2 ngày 06 và 07 tháng 4 năm 2023", (2023, 4, 6, (4, 7), None)),
    ],
)
def test_every_printed_form_of_a_day_is_read(text, day):
    assert days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "quốc lộ 8/8A",
        "tháng 5/2021",
        "hồi 10/2022",
        "tăng 5,2%/năm và 1.200 lượt",
        "hơn 1/3 dân số",
        "ngày 30/02/2023",
        "ngày 31/4",
        "Nghị quyết 12-NQ",
        "(5/9/1962 - 5/9/2022)",
        "giai đoạn 2024 - 2026",
        "đạt 2-3 tỷ",
        "February 31, 2023",
    ],
)
def test_what_only_looks_like_a_day_is_none(text):
    assert days(text) == []


def test_months_years_and_anniversaries_are_kept_as_hints_at_a_year():
    found = dates(shadow("tháng 5/2021, năm 2019, (5/9/1962 - 5/9/2022)"))
    assert [(mark.year, mark.month, mark.cue) for mark in found] == [
        (2021, 5, ""),
        (2019, None, ""),
        (2022, 9, "anniversary"),
    ]


def test_the_words_around_a_day_are_kept_with_it():
    same, coming, weekday = dates(
        shadow("Chiều cùng ngày; ngày 18/12 tới; thứ sáu, ngày 3/3")
    )
    assert (same.cue, same.day_part) == ("same day", "afternoon")
    assert coming.cue == "coming"
    assert (weekday.weekday, weekday.day) == (4, 3)
