"""Confirming obeys what a person chose: which record, which value, which words."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection

from intake.confirm import confirm
from intake.decide import choose, settle
from intake.models import Reading
from provinces.models import Official
from publication.models import Change
from summits.models import Commitment, Delegate, Minutes, Progress, Proposal, Summit
from tests import make

pytestmark = pytest.mark.django_db

TEXT = (
    "Sáng 30/3, tại tỉnh Bolikhămxay, hai tỉnh họp hội nghị cấp cao.\n"
    "Hội nghị diễn ra ở Pạc Xăn. Đoàn do ông Khăm B, Tỉnh trưởng dẫn đầu.\n"
    "Hai bên ký biên bản năm 2023.\n"
    "Hai bên thống nhất mở đường. Hai bên đã làm xong đường 8.\n"
)


@pytest.fixture
def reading():
    return make.reading(TEXT)


def taken(reading, kind, quote, replaces=(), record=None, **values):
    """A suggestion decided as on the desk, some fields replacing the record's."""
    one = make.suggestion(reading, kind, quote, decision="pending", **values)
    settle(one, "accepted", by=None, at=make.NOON)
    if record is not None:
        choose(one, "record", "edited", value=record, by=None, at=make.NOON)
    for field in replaces:
        choose(one, field, "replaces", by=None, at=make.NOON)
    return one


def meeting(reading, **values):
    return taken(reading, "event", "Sáng 30/3", **values)


def test_a_chosen_summit_is_the_one_that_gains_the_evidence(reading):
    known = make.summit("2023-03-29", published=False)
    meeting(reading, record=known.reference)
    confirm(reading)
    assert list(Summit.objects.all()) == [known]
    cited = known.citations.get(field="date")
    assert (Summit.objects.get().date, cited.stated_value) == (
        "2023-03-29",
        "2023-03-30",
    )


def test_a_new_summit_is_made_where_a_person_says_so(reading):
    known = make.summit("2023-03-30", published=False)
    meeting(reading, record="")
    confirm(reading)
    assert Summit.objects.exclude(pk=known.pk).count() == 1
    assert not known.citations.exists()


def test_what_may_be_one_of_several_is_asked_about_and_nothing_is_written(reading):
    near = make.summit("2023-03-29", published=False)
    meeting(reading)
    with pytest.raises(ValidationError, match=near.reference) as refused:
        confirm(reading)
    assert "Sáng 30/3" in refused.value.messages[0]
    assert list(Summit.objects.all()) == [near]
    reading.refresh_from_db()
    assert reading.written_at is None


def test_a_chosen_record_that_is_not_there_is_refused(reading):
    meeting(reading, record="VN-23.LA-BL.1999-1")
    with pytest.raises(ValidationError, match="1999-1"):
        confirm(reading)


def test_accepted_values_never_overwrite_and_fill_what_is_blank(reading):
    known = make.summit("2023-03-30", day_part="evening", published=False)
    meeting(reading, day_part="morning", place="Pạc Xăn")
    confirm(reading)
    known.refresh_from_db()
    assert (known.day_part, known.venue) == ("evening", "Pạc Xăn")
    assert known.citations.get(field="day_part").stated_value == "morning"


def test_replacing_values_overwrite_field_by_field(reading):
    known = make.summit(
        "2023-03-29",
        stage="postponed",
        kind="talks",
        day_part="evening",
        venue="Hà Tĩnh",
        published=False,
    )
    meeting(
        reading,
        replaces=("status", "kind", "date", "place"),
        record=known.reference,
        status="announced",
        day_part="morning",
        place="tỉnh Bolikhămxay",
    )
    confirm(reading)
    known.refresh_from_db()
    said = known.stage, known.kind, known.date, known.day_part, known.venue
    assert said == ("announced", "summit", "2023-03-30", "evening", "tỉnh Bolikhămxay")
    assert known.host.code == "LA-BL"


def test_the_provinces_of_a_known_summit_are_not_replaced(reading):
    known = make.summit("2023-03-30", ("VN-23", "LA-KH"), published=False)
    meeting(reading, replaces=("provinces",), record=known.reference)
    with pytest.raises(ValidationError, match=known.reference):
        confirm(reading)


def test_an_edited_value_is_a_word_but_no_order(reading):
    known = make.summit("2023-03-30", day_part="evening", published=False)
    one = meeting(reading, day_part="morning")
    choose(one, "day_part", "edited", value="afternoon", by=None, at=make.NOON)
    confirm(reading)
    known.refresh_from_db()
    assert known.day_part == "evening"
    assert known.citations.get(field="day_part").stated_value == "afternoon"


def test_what_the_record_keeps_is_not_cited_and_the_rest_is(reading):
    known = make.summit("2023-03-30", stage="held", published=False)
    one = meeting(reading, record=known.reference, status="announced", place="Pạc Xăn")
    choose(one, "status", "kept", by=None, at=make.NOON)
    assert one.decision == "edited"
    confirm(reading)
    known.refresh_from_db()
    assert (known.stage, known.venue) == ("held", "Pạc Xăn")
    assert "stage" not in {cited.field for cited in known.citations.all()}


def test_a_rejected_field_brings_neither_value_nor_passage(reading):
    one = meeting(reading, day_part="morning", place="Pạc Xăn")
    for field in ("day_part", "place", "date"):
        choose(one, field, "rejected", by=None, at=make.NOON)
    confirm(reading)
    summit = Summit.objects.get()
    assert (summit.date, summit.day_part, summit.venue) == ("", "", "")
    assert [cited.field for cited in summit.citations.all()] == ["stage"]


def test_evidence_chosen_by_hand_is_what_the_field_quotes(reading):
    one = meeting(reading, place="Pạc Xăn")
    start = TEXT.index("Pạc Xăn")
    for field in ("place", "kind"):
        spans = [[start, start + 7]]
        choose(one, field, "accepted", spans=spans, by=None, at=make.NOON)
    confirm(reading)
    quoted = {c.field: c.quote for c in Summit.objects.get().citations.all()}
    sentence = "Hội nghị diễn ra ở Pạc Xăn."
    assert (quoted["venue"], quoted["kind"]) == (sentence, sentence)
    assert quoted["date"] == TEXT.split("\n", maxsplit=1)[0]


def test_a_published_summit_is_corrected_by_a_publisher_alone(reading):
    known = make.summit("2023-03-30", day_part="evening")
    meeting(reading, replaces=("day_part",), day_part="morning")
    with pytest.raises(ValidationError, match=known.reference):
        confirm(reading, by=make.user("editor"), at=make.NOON)
    confirm(reading, by=make.user("publisher"), at=make.NOON)
    known.refresh_from_db()
    assert known.day_part == "morning"
    assert Change.objects.get(reference=known.reference).kind == "correction"


def test_the_chosen_one_of_two_namesakes_is_the_delegate_and_signs(reading):
    make.official("Khăm B", "LA-BL")
    meant = make.official("Khăm B", "LA-BL")
    meeting(reading)
    taken(reading, "person", "Khăm B", record=meant.reference, province="LA-BL")
    taken(reading, "document", "biên bản năm 2023", signatories=["Khăm B"])
    confirm(reading)
    assert Delegate.objects.get().official == meant
    assert Minutes.objects.get().signatures.get().official == meant


def test_titles_the_record_has_stay_and_those_stated_stand_beside(reading):
    person = make.official("Khăm B", "LA-BL")
    at = make.summit("2023-03-30", published=False)
    known = make.delegate(
        at, "Khăm B", "LA-BL", official=person, titles="Phó Tỉnh trưởng"
    )
    meeting(reading)
    one = taken(reading, "person", "Khăm B", province="LA-BL", titles=["Tỉnh trưởng"])
    confirm(reading)
    known.refresh_from_db()
    assert known.titles == "Phó Tỉnh trưởng"
    assert known.citations.get(field="titles").stated_value == "Tỉnh trưởng"
    assert one.decision == "accepted"


def test_another_head_stays_head_unless_a_person_says_otherwise(reading):
    at = make.summit("2023-03-30", published=False)
    head = make.delegate(at, "Xỉ Pha", "LA-BL", is_head=True)
    meeting(reading)
    roles = {"province": "LA-BL", "roles": ["head_of_delegation"]}
    taken(reading, "person", "Khăm B", **roles)
    confirm(reading)
    assert list(Delegate.objects.heads()) == [head]
    stated = Delegate.objects.get(name="Khăm B").citations.get(field="is_head")
    assert stated.stated_value == "1"


def test_a_head_replaces_another_where_a_person_says_so(reading):
    at = make.summit("2023-03-30", published=False)
    make.delegate(at, "Xỉ Pha", "LA-BL", is_head=True)
    meeting(reading)
    roles = {"province": "LA-BL", "roles": ["head_of_delegation"]}
    taken(reading, "person", "Khăm B", replaces=("roles",), **roles)
    confirm(reading)
    assert [one.name for one in Delegate.objects.heads()] == ["Khăm B"]


def test_a_replaced_name_is_the_name_of_the_official(reading):
    known = make.official("Khẳm Bê", "LA-BL", published=False)
    meeting(reading)
    taken(
        reading,
        "person",
        "Khăm B",
        replaces=("name",),
        record=known.reference,
        province="LA-BL",
    )
    confirm(reading)
    assert [one.name_vi for one in Official.objects.all()] == ["Khăm B"]
    assert known.citations.get().field == "name_vi"


def test_a_chosen_paper_is_cited_as_an_editors_link_unless_it_is_named(reading):
    at = make.summit("2023-03-30", published=False)
    named = make.minutes(at, covers="2023", published=False)
    linked = make.minutes(at, covers="2024", kind="plan", published=False)
    meeting(reading)
    quote = "biên bản năm 2023"
    for known in (named, linked):
        taken(reading, "document", quote, record=known.reference, covers="2023")
    confirm(reading)
    bases = [one.citations.get(field="covers").basis for one in (named, linked)]
    linked.refresh_from_db()
    assert (bases, linked.covers) == (["direct", "editor"], "2024")


def test_what_a_paper_says_is_replaced_field_by_field(reading):
    at = make.summit("2023-03-30", published=False)
    known = make.minutes(at, covers="2024", place="Vinh", published=False)
    meeting(reading)
    taken(
        reading,
        "document",
        "biên bản năm 2023",
        replaces=("covers", "signed_on", "name_as_printed"),
        record=known.reference,
        name_as_printed="biên bản năm 2023",
        covers="2023",
        signed_on="2023-03-29",
        place="Pạc Xăn",
    )
    confirm(reading)
    known.refresh_from_db()
    said = known.title_vi, known.covers, known.signed_on, known.place
    assert said == ("biên bản năm 2023", "2023", "2023-03-29", "Vinh")


def clause(reading, record=None, **values):
    quote = "Hai bên thống nhất mở đường"
    return taken(reading, "item", quote, record=record, **values)


def test_a_chosen_clause_is_cited_and_no_new_one_is_made(reading):
    paper = make.minutes(make.summit("2023-03-30", published=False), published=False)
    known = make.commitment(paper, "Mở đường", published=False)
    meeting(reading)
    clause(reading, record=known.reference)
    confirm(reading)
    known.refresh_from_db()
    assert list(Commitment.objects.all()) == [known]
    assert (known.text_vi, known.actors.count()) == ("Mở đường", 2)
    assert known.citations.get().quote == "Hai bên thống nhất mở đường"


def test_a_chosen_proposal_is_cited_and_no_new_one_is_made(reading):
    known = make.proposal(make.summit("2023-03-30", published=False), published=False)
    meeting(reading)
    clause(reading, record=known.reference, force="proposed")
    confirm(reading)
    assert list(Proposal.objects.all()) == [known]
    assert known.citations.count() == 1


def test_a_replaced_text_is_the_clauses_own(reading):
    paper = make.minutes(make.summit("2023-03-30", published=False), published=False)
    known = make.commitment(paper, "Mở đường", published=False)
    meeting(reading)
    one = clause(reading, record=known.reference)
    choose(one, "text", "replaces", by=None, at=make.NOON)
    confirm(reading)
    known.refresh_from_db()
    assert known.text_vi == "Hai bên thống nhất mở đường"


def test_a_result_is_tied_to_a_clause_only_by_a_persons_word(reading):
    held = make.summit("2021-12-18", published=False)
    paper = make.minutes(held, signed_on="2021-12-18", covers="2021", published=False)
    known = make.commitment(paper, "Làm đường 8", published=False)
    meeting(reading)
    quote = "Hai bên đã làm xong đường 8"
    taken(reading, "item", quote, record=known.reference, force="reported")
    confirm(reading)
    report = Progress.objects.get()
    link = report.citations.get(field="commitment")
    assert (report.commitment, report.minutes) == (known, paper)
    assert (link.basis, link.stated_value) == ("editor", known.reference)
    assert report.citations.get(field="note_vi").basis == "direct"


def test_the_reading_says_who_wrote_it_and_when(reading):
    meeting(reading)
    lan = make.user("editor", "lan")
    confirm(reading, by=lan, at=make.NOON)
    assert (reading.written_by, reading.written_at) == (lan, make.NOON)
    confirm(reading, by=make.user("editor"), at=make.now())
    reading.refresh_from_db()
    assert (reading.written_by, reading.written_at) == (lan, make.NOON)


def test_all_that_is_written_says_which_reading_brought_it(reading):
    meeting(reading)
    confirm(reading)
    summit = Summit.objects.get()
    rows = [summit, summit.partnership, summit.citations.first()]
    reasons = {line.history_change_reason for row in rows for line in row.history.all()}
    assert reasons == {f"reading:{reading.pk}"}


@pytest.mark.django_db(transaction=True)
def test_two_who_confirm_at_once_write_once(reading):
    meeting(reading)
    taken(reading, "person", "Khăm B", province="LA-BL")
    start, written = threading.Barrier(2), []

    def act():
        start.wait()
        while True:
            try:
                written.append(len(confirm(Reading.objects.get(pk=reading.pk))))
            except OperationalError:  # SQLite in memory refuses where others wait
                continue
            finally:
                connection.close()
            return

    people = [threading.Thread(target=act) for _ in range(2)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert sorted(written) == [0, 2]
    assert [model.objects.count() for model in (Summit, Delegate)] == [1, 1]
