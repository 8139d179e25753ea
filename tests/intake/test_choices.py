"""Each field of a suggestion is decided on its own, and nobody overrules unawares."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from intake.decide import OvertakenError, add, choose, reopen, settle
from intake.models import Choice, Suggestion
from intake.points import BY_HAND, LABELS, POINTS
from tests import make

pytestmark = pytest.mark.django_db
TEXT = "Sáng 30/3, hai tỉnh họp hội nghị cấp cao. Hai bên thống nhất mở đường.\n"
MEETING = {"date": "2023-03-30", "day_part": "morning"}
FIELDS = ("provinces", "status", "kind", "date", "day_part")


@pytest.fixture
def event():
    reading = make.reading(TEXT)
    return make.suggestion(reading, "event", "Sáng 30/3", decision="pending", **MEETING)


@pytest.fixture
def lan():
    return make.user("editor", "lan")


def decide(suggestion, field, decision="accepted", by=None, **values):
    return choose(suggestion, field, decision, by=by, at=make.now(), **values)


def test_a_suggestion_is_decided_when_each_of_its_fields_is(event, lan):
    for field in FIELDS[:-1]:
        decide(event, field, by=lan)
    assert event.decision == "pending"
    decide(event, FIELDS[-1], by=lan)
    assert (event.decision, event.decided_by) == ("accepted", lan)
    assert event.decided_values == {}


def test_an_edited_field_and_a_dropped_one_are_told_from_the_rest(event):
    for field in FIELDS[:3]:
        decide(event, field)
    decide(event, "date", "edited", value="2023-03-31")
    decide(event, "day_part", "rejected")
    assert event.decision == "edited"
    assert event.decided_values == {"date": "2023-03-31", "day_part": None}


def test_without_its_provinces_a_meeting_is_rejected_as_a_whole(event):
    decide(event, "provinces", "rejected")
    assert event.decision == "rejected"
    decide(event, "provinces", "accepted")
    assert event.decision == "pending"


def test_the_same_decision_twice_changes_nothing(event):
    assert decide(event, "date")
    assert not decide(event, "date")
    assert Choice.history.count() == 1


def test_a_decision_can_be_taken_back(event):
    decide(event, "date")
    assert reopen(event, "date", by=None, at=make.now())
    assert not event.choices.exists()
    assert not reopen(event, "date", by=None, at=make.now())


def test_who_did_not_see_a_colleagues_decision_is_told_of_it(event, lan):
    decide(event, "date", "rejected", by=lan)
    with pytest.raises(OvertakenError, match="lan"):
        decide(event, "date", seen="")
    seen = event.choices.get().stamp
    assert decide(event, "date", seen=seen)
    assert event.choices.get().decision == "accepted"


def test_two_who_decide_alike_do_not_disturb_each_other(event, lan):
    decide(event, "date", by=lan)
    assert not decide(event, "date", seen="")


def test_a_stamp_does_not_outlive_its_choice(event):
    decide(event, "date")
    seen = event.choices.get().stamp
    later = make.now() + timedelta(seconds=1)
    choose(event, "date", "rejected", by=None, at=later, seen=seen)
    with pytest.raises(OvertakenError):
        decide(event, "date", seen=seen)


def test_evidence_chosen_by_hand_is_kept_with_the_decision(event):
    decide(event, "date", spans=[(5, 9)])
    assert event.choices.get().spans == [[5, 9]]


def test_what_is_a_record_already_is_not_decided_again(event):
    event.record_reference = "VN-23.LA-BL.2023-1"
    event.save()
    with pytest.raises(ValidationError, match=r"VN-23\.LA-BL"):
        decide(event, "date")
    assert not settle(event, "rejected", by=None, at=make.now())


def test_taking_the_whole_keeps_what_was_edited_before(event):
    decide(event, "date", "edited", value="2023-03-31")
    settle(event, "accepted", by=None, at=make.now())
    assert event.decision == "edited"
    assert event.decided_values == {"date": "2023-03-31"}


def test_taking_the_whole_takes_back_its_rejection(event):
    settle(event, "rejected", by=None, at=make.now())
    assert event.decision == "rejected"
    settle(event, "accepted", by=None, at=make.now())
    assert event.decision == "accepted"


def test_a_fact_added_by_hand_points_at_its_words(event, lan):
    start = TEXT.index("mở đường")
    values = make.EMPTY_FACTS["item"] | {"text": "mở đường"}
    spans = [(start, start + len("mở đường"))]
    one = add(event.reading, "item", values, spans, by=lan, at=make.now())
    assert (one.quote, one.decision, one.rule) == ("mở đường", "added", BY_HAND)
    other = values | {"text": "mở đường 8"}
    again = add(event.reading, "item", other, spans, by=lan, at=make.now())
    assert [one.position, again.position] == [0, 1]


def test_every_field_has_a_name_for_people():
    assert {field for fields in POINTS.values() for field in fields} <= set(LABELS)
    assert set(POINTS) == set(Suggestion.Kind.values)
