"""The home page's news: what is announced, and what changed last."""

from datetime import date

import pytest
from django.utils import timezone

from portal.pages.news import coming
from tests import make

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("when", "is_coming"),
    [
        ("2026-11-21", False),
        ("2026-11-22", True),
        ("2026-11-20/2026-11-23", True),
        ("2026-10", False),
        ("2026-11", True),
        ("2026", True),
        ("2026?", True),
        ("2025", False),
        ("2027-03?", True),
    ],
)
def test_what_is_announced_is_coming_until_its_day_or_month_is_over(when, is_coming):
    meeting = make.summit(when, stage="announced")
    assert coming(TODAY) == [meeting] * is_coming


def test_what_is_held_or_put_off_is_not_coming():
    make.summit("2026-12-01", stage="held")
    make.summit("2026-12-02", stage="postponed")
    make.summit("2026-12-03", stage="announced", published=False)
    assert coming(TODAY) == []


def test_the_soonest_three_are_named():
    days = ["2027-02-01", "2026-12-01", "2027-01-01", "2027-03-01"]
    for day in days:
        make.summit(day, stage="announced")
    found = [str(meeting.date) for meeting in coming(TODAY)]
    assert found == ["2026-12-01", "2027-01-01", "2027-02-01"]


def test_the_home_page_names_the_next_summit_and_the_newest_change(client):
    year = timezone.localdate().year + 1
    meeting = make.publish(make.summit(f"{year}", stage="announced", published=False))
    page = client.get("/en/").text
    assert page.count(f'href="/en{meeting.get_absolute_url()}"') == 2
    assert "No source read so far announces" not in page


def test_it_says_so_where_nothing_is_announced(client):
    make.summit("2019", stage="held")
    assert "No source read so far announces a coming summit." in client.get("/en/").text
