"""Undoing an article whose records are public: withdrawn, corrected, or refused."""

import pytest
from django.core.exceptions import ValidationError

from intake.confirm import confirm
from intake.undo import undo, what_undo_would_do
from provinces.models import Official
from publication.models import Change
from publication.publish import withdraw
from summits.models import Commitment, Minutes, Summit
from summits.publish import publish_summit
from tests import make
from tests.intake.articles import TEXT, meeting, references, take_back, whole

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading():
    return make.reading(TEXT)


@pytest.fixture
def publisher():
    return make.user("publisher")


def test_what_was_published_is_withdrawn_with_the_reason(reading, publisher):
    whole(reading)
    confirm(reading)
    published = publish_summit(Summit.objects.get(), by=publisher, at=make.NOON)
    undone = take_back(reading, by=publisher)
    assert (undone.removed, undone.kept) == ([], [])
    assert len(undone.withdrawn) == len(published) - 1 == 6
    states = {model.objects.get().state for model in (Summit, Minutes, Official)}
    assert states == {"withdrawn"}
    gone = Change.objects.filter(kind="withdrawal")
    assert {(one.reason, one.by) for one in gone} == {("Đọc nhầm bài.", publisher)}
    assert references(reading) == [""] * 5
    assert take_back(reading, by=publisher).is_nothing


def test_an_editor_cannot_undo_what_is_published(reading):
    whole(reading)
    confirm(reading)
    publish_summit(Summit.objects.get(), by=make.user("publisher"), at=make.NOON)
    with pytest.raises(ValidationError, match=r"VN-23\.LA-BL"):
        take_back(reading, by=make.user("editor"))
    assert Summit.objects.get().is_published
    assert Commitment.objects.published().count() == 2


def test_evidence_of_a_public_record_goes_with_a_line_in_the_log(reading, publisher):
    known = make.summit("2023-03-30")
    for fact, value in (("date", "2023-03-30"), ("stage", "held")):
        make.citation(known, fact, stated_value=value)
    meeting(reading)
    confirm(reading, by=publisher, at=make.NOON)
    assert known.citations.count() == 4
    undone = take_back(reading, by=publisher)
    assert (known.citations.count(), undone.passages) == (2, 2)
    newest = Change.objects.of(known.reference).first()
    assert (newest.kind, newest.reason) == ("correction", "Đọc nhầm bài.")


def test_a_public_record_is_not_left_without_evidence(reading, publisher):
    known = make.summit("2023-03-30")
    make.citation(known, "stage", stated_value="held")
    meeting(reading)
    reading.source.state, reading.source.published_at = "published", make.NOON
    reading.source.save()
    confirm(reading, by=publisher, at=make.NOON)
    with pytest.raises(ValidationError, match=known.reference):
        take_back(reading, by=publisher)
    assert known.citations.count() == 3


def test_a_public_change_needs_a_reason(reading, publisher):
    whole(reading)
    confirm(reading)
    publish_summit(Summit.objects.get(), by=publisher, at=make.NOON)
    with pytest.raises(ValidationError):
        undo(reading, by=publisher, at=make.NOON, reason=" ")
    assert Summit.objects.get().is_published


def test_looking_ahead_asks_for_rights_only_where_it_is_told_whose(reading):
    whole(reading)
    confirm(reading)
    publish_summit(Summit.objects.get(), by=make.user("publisher"), at=make.NOON)
    assert len(what_undo_would_do(reading).withdrawn) == 6
    with pytest.raises(ValidationError):
        what_undo_would_do(reading, by=make.user("editor"))
    assert Summit.objects.get().is_published
    assert not Change.objects.filter(kind="withdrawal").exists()


def test_what_a_person_withdrew_already_is_gone(reading, publisher):
    whole(reading)
    confirm(reading)
    publish_summit(Summit.objects.get(), by=publisher, at=make.NOON)
    clause = Commitment.objects.get(number=2)
    withdraw(clause, by=publisher, at=make.NOON, reason="Trùng.")
    undone = take_back(reading, by=publisher)
    assert len(undone.withdrawn) == 5
    assert Change.objects.of(clause.reference).filter(kind="withdrawal").count() == 1
    assert references(reading) == [""] * 5
