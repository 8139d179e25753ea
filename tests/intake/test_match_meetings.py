"""Events match the summit of their provinces and day; anything less is a question."""

import pytest
from django.utils import translation

from intake.match import match, match_all
from tests import make

pytestmark = pytest.mark.django_db

TEXT = "Sáng 30/3, hai tỉnh họp hội nghị. Chiều 30/3, hai tỉnh ký biên bản.\n"


@pytest.fixture
def reading():
    return make.reading(TEXT)


def event(reading, quote="Sáng 30/3", **values):
    return make.suggestion(reading, "event", quote, decision="pending", **values)


def candidates(suggestion):
    found = match(suggestion)
    assert found.record is None
    return [one.record for one in found.candidates]


def test_the_same_provinces_and_day_are_the_same_meeting(reading):
    known = make.summit("2023-03-30")
    make.summit("2023-03-30", ("VN-23", "LA-KH"))
    assert match(event(reading)).record == known


@pytest.mark.parametrize("day", ["2023-03-30", "2023-03-30?"])
def test_a_sign_of_doubt_makes_no_other_day(reading, day):
    known = make.summit("2023-03-30?")
    assert match(event(reading, date=day)).record == known


def test_an_announced_meeting_of_that_day_is_the_same_one(reading):
    known = make.summit("2023-03-30", stage="announced")
    assert match(event(reading, status="held")).record == known


@pytest.mark.parametrize(
    ("recorded", "printed"),
    [
        ("2023-03-29", "2023-03-30"),
        ("2023-04-09", "2023-03-30"),
        ("2023-03", "2023-03-30"),
        ("2023", "2023-03-30"),
        ("2023-03", "2023-03"),
        ("2023-03-29/2023-03-31", "2023-03-30"),
        ("2022-03-30?", "2023-03-30"),
        ("", "2023-03-30"),
    ],
)
def test_a_day_that_may_be_the_same_is_a_question(reading, recorded, printed):
    known = make.summit(recorded)
    assert candidates(event(reading, date=printed)) == [known]


@pytest.mark.parametrize("recorded", ["2022-03-30", "2023-04-10", "2022", "2023-12"])
def test_another_day_is_another_meeting(reading, recorded):
    make.summit(recorded)
    assert candidates(event(reading)) == []


@pytest.mark.parametrize(
    ("stage", "status"),
    [("announced", "held"), ("held", "announced"), ("postponed", "held")],
)
def test_a_meeting_announced_for_another_day_is_a_question(reading, stage, status):
    known = make.summit("2023-05-20", stage=stage)
    assert candidates(event(reading, status=status)) == [known]


def test_the_nearer_day_stands_first(reading):
    far, near = make.summit("2023-04-08"), make.summit("2023-03-31")
    assert candidates(event(reading)) == [near, far]


def test_an_event_without_a_day_is_sought_near_the_day_of_the_article(reading):
    known = make.summit("2023-03-30")
    make.summit("2021-12-18")
    reading.source.published_on = "2023-04-01"
    reading.source.save()
    assert candidates(event(reading, date=None)) == [known]


def test_without_any_day_the_newest_few_are_offered(reading):
    known = [make.summit(f"20{year}-03-30") for year in (19, 20, 21, 22)]
    assert candidates(event(reading, date=None)) == known[:0:-1]


def test_more_provinces_on_the_same_day_are_a_question(reading):
    known = make.summit("2023-03-30", ("VN-22", "VN-23", "LA-BL"))
    assert candidates(event(reading)) == [known]


def test_part_of_the_day_tells_two_meetings_of_one_day_apart(reading):
    make.summit("2023-03-30", day_part="afternoon")
    morning = make.summit("2023-03-30", day_part="morning")
    assert match(event(reading, day_part="morning")).record == morning
    assert len(candidates(event(reading, day_part=None))) == 2


def test_two_events_of_an_article_are_never_one_meeting(reading):
    known = make.summit("2023-03-30", day_part="morning")
    morning = event(reading, day_part="morning")
    afternoon = event(reading, "Chiều 30/3", day_part="afternoon")
    found = match_all(reading)
    assert found[morning.pk].record == known
    assert found[afternoon.pk].record is None
    assert [one.record for one in found[afternoon.pk].candidates] == [known]


def test_what_a_person_said_settles_it(reading):
    make.summit("2023-03-30")
    other = make.summit("2021-12-18", ("VN-23", "LA-KH"))
    chosen, new = event(reading), event(reading, "Chiều 30/3")
    chosen.decided_values, new.decided_values = (
        {"record": other.reference},
        {"record": ""},
    )
    chosen.save()
    new.save()
    found = match_all(reading)
    assert (found[chosen.pk].record, found[chosen.pk].is_chosen) == (other, True)
    assert (found[new.pk].record, found[new.pk].is_new) == (None, True)
    assert not found[new.pk].is_open


def test_what_it_became_settles_it_too(reading):
    known = make.summit("2023-03-30")
    became = make.summit("2023-03-31")
    one = event(reading)
    one.record_reference = became.reference
    one.save()
    assert match(one).record == became
    assert known != became


def test_a_corrected_day_is_the_one_that_counts(reading):
    known = make.summit("2023-03-31")
    one = event(reading)
    one.decided_values = {"date": "2023-03-31"}
    one.save()
    assert match(one).record == known


def test_the_place_of_an_event_is_matched_with_it(reading):
    place = make.place("Cầu Treo")
    one = event(reading, place="Cửa khẩu Cầu Treo")
    assert match(one).parts["place"].record == place


def test_a_reason_is_a_few_words(reading):
    make.summit("2023-03-31")
    one = event(reading)
    with translation.override("en"):
        said = [candidate.why for candidate in match(one).candidates]
    assert said == ["same provinces, 1 day apart"]
