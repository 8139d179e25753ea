"""Which record is meant, and what it is to say, outlives another reading of a fact."""

import pytest

from intake.again import carry_over
from intake.decide import choose
from intake.models import Reading
from tests import make

pytestmark = pytest.mark.django_db
TEXT = "Sáng 30/3, tại Pạc Xăn, hai tỉnh họp hội nghị cấp cao.\n"


@pytest.fixture
def old():
    of = make.reading(TEXT)
    return make.suggestion(of, "event", "Sáng 30/3", decision="pending")


def read_again(old, **values):
    """The same meeting as a later reader has it, with more to say of it."""
    of = Reading.objects.create(
        source=old.reading.source, reader_version="later", result={}
    )
    new = make.suggestion(of, "event", "Sáng 30/3", decision="pending", **values)
    carry_over(of)
    return {one.field: (one.decision, one.value) for one in new.choices.all()}


def test_that_it_is_a_new_record_stays_said(old):
    choose(old, "record", "edited", value="", by=None, at=make.NOON)
    assert read_again(old, place="Pạc Xăn") == {"record": ("edited", "")}


def test_what_is_to_be_replaced_in_a_record_stays_so(old):
    choose(old, "record", "edited", value="VN-23.LA-BL.2023-1", by=None, at=make.NOON)
    choose(old, "kind", "replaces", by=None, at=make.NOON)
    assert read_again(old, place="Pạc Xăn") == {
        "record": ("edited", "VN-23.LA-BL.2023-1"),
        "kind": ("replaces", None),
    }


def test_evidence_does_not_move_to_a_sentence_about_somebody_else():
    head = "làm trưởng đoàn"
    before = f"Ông Trần Văn A {head}.\n"
    one = make.suggestion(make.reading(before), "person", "Trần Văn A")
    start = before.index(head)
    spans = [[start, start + len(head)]]
    choose(one, "roles", "accepted", by=None, at=make.NOON, spans=spans)
    text = f"Ông Trần Văn A dự họp.\nÔng Khăm B {head}.\n"
    of = make.source(text=text, replaces=one.reading.source, published=False)
    corrected = Reading.objects.create(source=of, reader_version="test", result={})
    new = make.suggestion(corrected, "person", "Trần Văn A", decision="pending")
    carry_over(corrected)
    assert [choice.spans for choice in new.choices.all()] == [[]]
