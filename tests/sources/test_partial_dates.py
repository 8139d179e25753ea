"""Dates no more precise than their sources."""

import pytest
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
    ("text", "printed"),
    [("2023-03-30", "30/3/2023"), ("2021", "2021"), ("2024/2026", "2024 – 2026")],
)
def test_a_partial_date_prints_no_more_than_it_knows(text, printed):
    with override("vi"):
        assert PartialDate(text).display() == printed
