"""What the two articles say by themselves, before any other source speaks."""

import pytest

from summits.models import Summit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("articles_alone")]


def test_the_meetings_of_december_2021_are_announced_and_no_more():
    announced = Summit.objects.filter(date__startswith="2021-12-18")
    assert sorted(
        (one.partnership.reference, one.stage, one.day_part) for one in announced
    ) == [
        ("VN-23.LA-BL", "announced", "morning"),
        ("VN-23.LA-KH", "announced", "afternoon"),
    ]


def test_they_are_announced_for_the_border_gate_cau_treo():
    venues = {one.venue for one in Summit.objects.announced()}
    assert venues == {"Cửa khẩu quốc tế Cầu Treo"}


def test_nothing_is_public_before_somebody_publishes_it():
    assert not Summit.objects.public().exists()
