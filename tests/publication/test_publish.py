"""Publishing, withdrawing, correcting; and what anybody may see."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from publication.models import Change, Reference
from publication.publish import publish, withdraw
from publication.references import register
from summits.models import Commitment, Partnership, Summit
from summits.publish import publish_summit
from tests import make

pytestmark = pytest.mark.django_db


def draft_summit():
    return make.summit(published=False)


def test_an_uncited_key_fact_stops_publication():
    summit = draft_summit()
    with pytest.raises(ValidationError) as refusal:
        publish([summit], by=None, at=make.NOON)
    assert len(refusal.value.messages) == 2
    assert not Change.objects.of(summit.reference).exists()


def refusal_of(*records):
    with translation.override("en"), pytest.raises(ValidationError) as refusal:
        publish(records, by=None, at=make.NOON)
    assert Change.objects.count() == 0
    return refusal.value.messages


def test_a_source_that_states_another_value_does_not_carry_the_fact():
    summit = draft_summit()
    make.citation(summit, "stage")
    make.citation(summit, "date", stated_value="2023-03-31")
    assert refusal_of(summit) == [
        (
            "Ha Tinh – Bolikhamxay, 30 Mar 2023: no source states “2023-03-30” for "
            "“date”. Cite one that does, or enter what the sources state."
        )
    ]
    make.citation(summit, "date", stated_value="2023-03-30")
    assert publish([summit], by=None, at=make.NOON) == [summit]


def test_a_title_may_be_translated_from_the_words_of_its_source():
    minutes = make.minutes(published=False, title_vi="Bản ghi nhớ", covers="")
    for field in ("stage", "signed_on"):
        make.citation(minutes, field)
    make.citation(minutes, "title_vi", stated_value="mémorandum")
    assert publish([minutes], by=None, at=make.NOON) == [minutes]


def test_a_fact_resting_on_a_draft_source_waits_for_that_source():
    summit, source = draft_summit(), make.source(published=False)
    make.citation(summit, "stage")
    make.citation(summit, "date", source=source)
    assert refusal_of(summit) == [
        (
            "Ha Tinh – Bolikhamxay, 30 Mar 2023: no source of “date” is published. "
            "Publish one first."
        )
    ]
    assert publish([source, summit], by=None, at=make.NOON) == [source, summit]


def test_a_record_is_not_published_under_an_unpublished_parent():
    summit = draft_summit()
    for field in ("date", "stage"):
        make.citation(summit, field)
    proposal = make.proposal(summit, published=False)
    make.citation(proposal, "text_vi")
    assert refusal_of(proposal) == [
        (
            f"{proposal}: “Ha Tinh – Bolikhamxay, 30 Mar 2023” is not published. "
            "Publish that first, or both."
        )
    ]
    assert publish([summit, proposal], by=None, at=make.NOON) == [summit, proposal]


def test_a_cited_summit_is_published_and_the_log_says_so():
    summit = draft_summit()
    for field in ("date", "stage"):
        make.citation(summit, field, "Sáng 30/3")
    publish_summit(summit, by=make.user("publisher"), at=make.NOON)
    assert [c.kind for c in Change.objects.of(summit.reference)] == ["publication"]
    assert list(Summit.objects.public()) == [summit]


def test_a_clause_of_a_draft_summit_is_hidden_whatever_its_own_state():
    summit = draft_summit()
    make.commitment(make.minutes(summit))
    assert list(Commitment.objects.public()) == []


def test_staff_who_may_view_read_drafts_and_others_do_not():
    summit = draft_summit()
    assert list(Summit.objects.visible_to(make.user("editor"))) == [summit]
    stranger = make.user("editor")
    stranger.is_staff = False
    assert list(Summit.objects.visible_to(stranger)) == []


def test_a_withdrawal_needs_a_reason_and_leaves_a_trace():
    summit = make.summit()
    with pytest.raises(ValidationError):
        withdraw(summit, by=None, at=make.NOON, reason="  ")
    withdraw(summit, by=None, at=make.NOON, reason="Nguồn đã đính chính")
    assert [c.kind for c in Change.objects.of(summit.reference)] == ["withdrawal"]
    assert list(Summit.objects.public()) == []


def test_a_reference_is_never_given_twice_even_after_deletion():
    first = make.summit()
    second = make.summit()
    assert second.reference == "VN-23.LA-BL.2023-2"
    second.delete()
    assert make.summit().reference == "VN-23.LA-BL.2023-3"
    assert first.reference == "VN-23.LA-BL.2023-1"


def test_a_used_reference_brought_from_elsewhere_is_refused():
    make.partnership()
    with pytest.raises(ValidationError, match=r"VN-23\.LA-BL"):
        register(Partnership(reference="VN-23.LA-BL"))


def test_a_brought_number_is_skipped_by_the_series():
    partnership = make.partnership()
    held = {"partnership": partnership, "date": "2023-05-01"}
    register(Summit(reference="VN-23.LA-BL.2023-7", **held))
    assert make.summit().reference == "VN-23.LA-BL.2023-8"
    assert Reference.objects.filter(text="VN-23.LA-BL.2023-7").exists()


def test_the_database_itself_refuses_a_publication_without_its_time():
    summit = draft_summit()
    with pytest.raises(IntegrityError), transaction.atomic():
        Summit.objects.filter(pk=summit.pk).update(state="published")


def test_every_change_is_kept_with_the_one_before():
    summit = draft_summit()
    summit.venue = "thị xã Pạc Xăn"
    summit.save()
    assert [row.venue for row in summit.history.all()] == ["thị xã Pạc Xăn", ""]


def test_choosing_sectors_is_part_of_the_history():
    commitment = make.commitment()
    commitment.sectors.add(make.sector("health"))
    newest = commitment.history.first()
    assert [row.sector.code for row in newest.sectors.all()] == ["health"]
