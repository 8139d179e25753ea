"""Decisions become cited drafts: once, together, and never more than was said."""

import pytest
from django.core.exceptions import ValidationError

from intake.confirm import confirm
from provinces.models import Official
from publication.models import Change
from summits.models import (
    Commitment,
    Delegate,
    Minutes,
    Progress,
    Proposal,
    Signature,
    Summit,
)
from tests import make

pytestmark = pytest.mark.django_db

TEXT = (
    "Sáng 30/3, tại tỉnh Bolikhămxay, hai tỉnh họp hội nghị cấp cao.\n"
    "Đoàn do đồng chí Trần Văn A - Bí thư làm trưởng đoàn.\n"
    "Ông Trần Văn A và ông Khăm B ký biên bản năm 2023.\n"
    "Hai bên thống nhất mở đường. Kiến nghị Chính phủ cấp vốn. Đề nghị xây trường.\n"
    "Hai bên đã tuần tra chung theo biên bản năm 2021.\n"
)


@pytest.fixture
def reading():
    return make.reading(TEXT)


@pytest.fixture
def event(reading):
    return make.suggestion(reading, "event", "Sáng 30/3", day_part="morning")


def paper(reading, **values):
    return make.suggestion(
        reading, "document", "biên bản năm 2023", covers="2023", **values
    )


def test_an_accepted_event_becomes_a_draft_with_its_passage(reading, event):
    confirm(reading)
    summit = Summit.objects.get()
    assert (summit.state, summit.stage, summit.day_part) == (
        "draft",
        "held",
        "morning",
    )
    cited = {c.field: (c.quote, c.paragraph) for c in summit.citations.all()}
    sentence = TEXT.split("\n", maxsplit=1)[0]
    assert cited == dict.fromkeys(["date", "day_part", "stage"], (sentence, 1))


def test_confirming_twice_changes_nothing(reading, event):
    make.suggestion(reading, "person", "Trần Văn A", roles=["head_of_delegation"])
    paper(reading, signatories=["Trần Văn A"])
    make.suggestion(reading, "item", "Hai bên thống nhất mở đường")
    first = confirm(reading)
    counts = [m.objects.count() for m in (Summit, Delegate, Signature, Commitment)]
    assert [len(first), counts, confirm(reading)] == [4, [1, 1, 1, 1], []]


def test_what_nobody_accepted_becomes_no_record(reading):
    make.suggestion(reading, "event", "Sáng 30/3", decision="pending")
    make.suggestion(reading, "person", "Trần Văn A", decision="rejected")
    confirm(reading)
    assert not Summit.objects.exists()
    assert not Official.objects.exists()


def test_an_edited_value_overrules_the_readers(reading, event):
    event.decision, event.decided_values = "edited", {"day_part": "afternoon"}
    event.save()
    confirm(reading)
    assert Summit.objects.get().day_part == "afternoon"


def test_a_known_summit_gains_evidence_and_keeps_its_facts(reading, event):
    known = make.summit("2023-03-30", day_part="afternoon", published=False)
    confirm(reading)
    known.refresh_from_db()
    said = {c.stated_value for c in known.citations.filter(field="day_part")}
    assert (known.day_part, said) == ("afternoon", {"morning"})


def test_an_announcement_does_not_undo_that_a_summit_was_held(reading):
    known = make.summit("2023-03-30", published=False)
    make.suggestion(reading, "event", "Sáng 30/3", status="announced")
    confirm(reading)
    known.refresh_from_db()
    assert known.stage == "held"
    assert known.citations.get(field="stage").stated_value == "announced"


def test_a_report_makes_an_announced_summit_held(reading, event):
    known = make.summit("2023-03-30?", stage="announced", published=False)
    confirm(reading)
    known.refresh_from_db()
    assert known.stage == "held"


def test_a_head_is_no_signatory_and_a_signatory_no_head(reading, event):
    make.suggestion(reading, "person", "Trần Văn A", roles=["head_of_delegation"])
    make.suggestion(reading, "person", "Khăm B", province="LA-BL", roles=["signatory"])
    paper(reading, signatories=["Khăm B"])
    confirm(reading)
    assert [d.name for d in Delegate.objects.heads()] == ["Trần Văn A"]
    assert [s.name for s in Signature.objects.all()] == ["Khăm B"]


def test_a_spelling_apart_is_the_same_person_and_is_remembered(reading, event):
    known = make.official("Khẳm B", "LA-BL")
    make.suggestion(reading, "person", "Khăm B", province="LA-BL")
    confirm(reading)
    assert Delegate.objects.get().official == known
    assert [name.text for name in known.names.all()] == ["Khẳm B", "Khăm B"]


def test_two_people_of_one_name_are_never_chosen_between(reading, event):
    make.official("Khăm B", "LA-BL")
    make.official("Khăm B", "LA-BL")
    make.suggestion(reading, "person", "Khăm B", province="LA-BL")
    with pytest.raises(ValidationError, match="o-00000"):
        confirm(reading)
    assert not Summit.objects.exists()


def test_a_namesake_of_another_province_is_another_person(reading, event):
    make.official("Khăm B", "LA-KH")
    person = make.suggestion(reading, "person", "Khăm B", province="LA-BL")
    with pytest.raises(ValidationError, match="o-00000"):
        confirm(reading)
    person.decided_values = {"record": ""}
    person.save()
    confirm(reading)
    assert Official.objects.count() == 2


def test_agreed_petitioned_proposed_and_reported_stay_four_things(reading, event):
    paper(reading)
    make.suggestion(
        reading,
        "document",
        "biên bản năm 2021",
        stage="earlier",
        signed_on="2021-12-18",
        covers="2021",
    )
    make.summit("2021-12-18", published=False)
    for quote, force in (
        ("Hai bên thống nhất mở đường", "agreed"),
        ("Kiến nghị Chính phủ cấp vốn", "petition"),
        ("Đề nghị xây trường", "proposed"),
        ("Hai bên đã tuần tra chung", "reported"),
    ):
        make.suggestion(reading, "item", quote, force=force)
    confirm(reading)
    assert [c.force for c in Commitment.objects.all()] == ["agreed", "petition"]
    assert [p.text_vi for p in Proposal.objects.all()] == ["Đề nghị xây trường"]
    report = Progress.objects.get()
    assert (report.minutes.summit.date, report.commitment) == ("2021-12-18", None)
    assert (report.occasion.date, report.evidence) == ("2023-03-30", "claimed")


def test_minutes_say_which_earlier_ones_were_looked_back_on(reading, event):
    held = make.summit("2021-12-18", published=False)
    earlier = make.minutes(held, signed_on="2021-12-18", published=False)
    paper(reading)
    make.suggestion(
        reading,
        "document",
        "biên bản năm 2021",
        stage="earlier",
        signed_on="2021-12-18",
    )
    confirm(reading)
    assert Minutes.objects.get(covers="2023", signed_on="").reviews == earlier


def test_a_paper_of_no_known_meeting_is_asked_about(reading):
    paper(reading)
    with pytest.raises(ValidationError, match="biên bản"):
        confirm(reading)


def test_an_editors_link_is_marked_as_one(reading):
    make.minutes(
        make.summit("2021-12-18"),
        covers="2022",
        signed_on="2021-12-18",
        published=False,
    )
    make.suggestion(
        reading,
        "document",
        "biên bản năm 2021",
        stage="earlier",
        covers="2021",
        same_as={"date": "2021-12-18", "reasoning": "Hội nghị duy nhất được biết."},
    )
    confirm(reading)
    linked = Minutes.objects.get().citations.get(field="covers")
    assert (linked.stated_value, linked.basis) == ("2021", "editor")
    assert Minutes.objects.get().covers == "2022"


def test_what_was_edited_since_is_not_done_again(reading, event):
    confirm(reading)
    summit = Summit.objects.get()
    summit.citations.filter(field="day_part").delete()
    summit.day_part = ""
    summit.save()
    confirm(reading)
    summit.refresh_from_db()
    assert summit.day_part == ""
    assert not summit.citations.filter(field="day_part").exists()


def test_an_editor_adds_nothing_to_what_is_published(reading, event):
    known = make.summit("2023-03-30", stage="announced")
    with pytest.raises(ValidationError, match=known.reference):
        confirm(reading, by=make.user("editor"), at=make.NOON)
    known.refresh_from_db()
    assert known.stage == "announced"
    assert not known.citations.exists()


def test_a_publisher_does_and_the_log_says_from_which_article(reading, event):
    known = make.summit("2023-03-30", stage="announced")
    confirm(reading, by=make.user("publisher"), at=make.NOON)
    known.refresh_from_db()
    assert known.stage == "held"
    change = Change.objects.of(known.reference).get()
    assert (change.kind, reading.source.title in change.reason) == ("correction", True)
