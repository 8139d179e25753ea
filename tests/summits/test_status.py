"""What a commitment's state is, and where it comes from."""

from collections import Counter

import pytest

from summits.models import Commitment
from summits.signs import Sign
from tests import make

pytestmark = pytest.mark.django_db


def sign_of(commitment):
    return Commitment.objects.with_status().get(pk=commitment.pk).sign


def test_a_commitment_nobody_reports_on_has_no_information():
    assert sign_of(make.commitment()) == Sign.NONE


def test_status_follows_the_newest_report_not_the_last_typed_in():
    commitment = make.commitment()
    make.progress(commitment, "completed", "2025-01-02")
    make.progress(commitment, "in_progress", "2024-06")
    assert sign_of(commitment) == Sign.DONE


def test_a_draft_report_does_not_change_the_public_state():
    commitment = make.commitment()
    make.progress(commitment, "completed", "2025", published=False)
    assert sign_of(commitment) == Sign.NONE


def test_a_matter_taken_up_again_is_carried_over_until_news_comes():
    earlier = make.commitment()
    later = make.commitment(make.minutes(signed_on="2024-07-01"))
    make.progress(earlier, "in_progress", "2023-12")
    make.continuation(later, earlier)
    assert sign_of(earlier) == Sign.CARRIED
    make.progress(earlier, "substantial", "2024-09")
    assert sign_of(earlier) == Sign.REPORTED


def test_a_completed_matter_stays_completed_when_taken_up_again():
    earlier = make.commitment()
    make.progress(earlier, "completed", "2023-12")
    make.continuation(make.commitment(make.minutes(signed_on="2024-07-01")), earlier)
    assert sign_of(earlier) == Sign.DONE


@pytest.mark.parametrize(
    ("reported_on", "taken_up_on", "expected"),
    [
        (None, "", Sign.CARRIED),
        ("2024-09", "", Sign.DOING),
        ("2024-07-01", "2024-07-01?", Sign.DOING),
        ("2024-07-01?", "2024-07-01", Sign.DOING),
        ("2024-06?", "2024-07-01?", Sign.CARRIED),
    ],
)
def test_minutes_without_a_sure_day_carry_over_what_no_newer_report_tells_of(
    reported_on, taken_up_on, expected
):
    earlier = make.commitment()
    make.continuation(make.commitment(make.minutes(signed_on=taken_up_on)), earlier)
    if reported_on:
        make.progress(earlier, "in_progress", reported_on)
    assert sign_of(earlier) == expected
    rows = Commitment.objects.filter(pk=earlier.pk)
    assert [sign for sign in Sign if rows.bearing([sign]).exists()] == [expected]


def test_signs_are_counted_as_each_clause_bears_them():
    clauses = [make.commitment(sectors=("transport", "border")) for _ in range(5)]
    done, carried, newer, draft, _untold = clauses
    later = make.commitment(make.minutes(signed_on="2024-07-01"))
    hidden = make.commitment(make.minutes(signed_on="2024-07-01"), published=False)
    make.progress(done, "completed", "2023-12")
    make.progress(newer, "substantial", "2024-09")
    for earlier in (done, carried, newer):
        make.continuation(later, earlier)
    make.continuation(hidden, draft)
    public = Commitment.objects.public()
    borne = Counter(clause.sign.value for clause in public.with_status())
    assert public.sign_counts() == borne
    assert borne == {"done": 1, "carried": 1, "reported": 1, "none": 3}
    counted = {"done": 1, "carried": 1, "reported": 1, "none": 2}
    assert list(public.sign_counts_by_sector().values()) == [counted, counted]
