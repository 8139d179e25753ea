"""Dates no more precise than their sources."""

from datetime import datetime

import pytest
from django.utils.formats import date_format, number_format
from django.utils.translation import override

from sources.partial_dates import PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2021-12-18?", "2021-12-18", "2021-12-18"),
        ("2024/2026", "2024-01-01", "2026-12-31"),
    ],
)
def test_a_partial_date_spans_what_it_may_mean(text, first, last):
    date = PartialDate(text)
    assert (str(date.earliest), str(date.latest)) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "2023-02-30", "2021-13", "30/3/2023", "21", "2026/2024", "a/b/c"]
)
def test_what_is_no_date_of_the_subset_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        PartialDate(text)


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("vi", "2023-03-30", "30/3/2023"),
        ("vi", "2021-12", "12/2021"),
        ("vi", "2021", "2021"),
        ("vi", "2024/2026", "2024 – 2026"),
        ("vi", "2021-12?", "12/2021 (chưa chắc)"),
        ("lo", "2023-03-30", "30/3/2023"),
        ("lo", "2021-12?", "12/2021 (ຍັງບໍ່ແນ່ນອນ)"),
        ("en", "2023-03-04", "4 Mar 2023"),
        ("en", "2021-12", "Dec 2021"),
        ("en", "2021-12?", "Dec 2021 (uncertain)"),
    ],
)
def test_a_partial_date_prints_no_more_than_it_knows(language, text, printed):
    with override(language):
        assert PartialDate(text).display() == printed


@pytest.mark.parametrize(
    ("language", "printed"),
    [
        ("vi", ("4/3/2023", "08:05, 4/3/2023", "1.204,5")),
        ("lo", ("4/3/2023", "08:05, 4/3/2023", "1.204,5")),
        ("en", ("4 Mar 2023", "08:05, 4 Mar 2023", "1,204.5")),
    ],
)
def test_whole_dates_and_numbers_are_written_as_each_language_does(language, printed):
    moment = datetime(2023, 3, 4, 8, 5)
    with override(language):
        assert (
            date_format(moment, "SHORT_DATE_FORMAT"),
            date_format(moment, "SHORT_DATETIME_FORMAT"),
            number_format(1204.5, force_grouping=True),
        ) == printed
