"""The desk against what no page of it sends, and against two people at once."""

import pytest
from django.urls import reverse

from intake.confirm import confirm
from intake.confirm.reasons import BY_EDITOR, year_reason
from intake.decide import choose
from intake.models import Reading, Suggestion
from summits.models import Commitment, Proposal, Summit
from tests import make
from tests.admin import desk
from tests.admin.forms import fields_of

pytestmark = pytest.mark.django_db
SCRIPT = {"accept": "application/json"}
NUL = "x\x00y"
MOMENTS = (
    "soon",
    "2026-13-45T00:00",
    "2026-01-01T00:00:00",
    "9999-12-31T23:59:59-23:59",
    "0001-01-01T00:00:00+23:59",
    "2026-01-01T00:00:00+99:99",
)


@pytest.fixture
def reading():
    return desk.reading()


@pytest.fixture
def event(reading):
    return desk.event(reading)


def typed(one, field, decision="edited", value="never"):
    key = desk.key(one, field)
    return {f"d-{key}": decision, f"v-{key}": value}


def take(one, *names, decision="accepted", **more):
    for name in names:
        choose(one, name, decision, by=None, at=make.now(), **more)


def test_an_offset_of_many_digits_points_nowhere(editor, reading, event):
    key = desk.key(event, "date")
    words = {f"q-{key}": "Sáng 30/3", f"at-{key}": "9" * 5000}
    desk.send(editor, reading, {f"d-{key}": "accepted"} | words)
    assert event.choices.get().spans == [[30, 39]]


def test_what_is_no_field_is_not_accepted_as_sure(editor, reading, event):
    sent = {"fact": ["abc", f"{'9' * 5000}-x", desk.key(event, "nothing")]}
    answer = editor.post(desk.at(reading, "desk_sure"), sent, headers=SCRIPT)
    assert answer.json()["told"].startswith("0 decisions kept.")


@pytest.mark.parametrize("since", MOMENTS)
def test_presence_answers_whatever_moment_it_is_asked_for(editor, reading, since):
    answer = editor.get(desk.at(reading, "desk_presence"), {"since": since})
    assert answer.json()["count"] == 0


@pytest.mark.parametrize("page", ["desk_add", "desk_spelling", "desk_undo"])
def test_a_nul_is_refused_on_every_form(editor, reading, event, page):
    names = ("quote", "start", "spelling", "meant", "reason", "fact-text")
    answer = editor.post(desk.at(reading, page), dict.fromkeys(names, NUL))
    assert answer.status_code == 422


def test_a_nul_on_the_desk_decides_nothing(editor, reading, event):
    other = desk.key(event, "record")
    changes = typed(event, "place", value=NUL) | {"do": NUL, f"d-{other}": NUL}
    assert desk.send(editor, reading, changes).status_code == 422
    assert desk.choices(event) == {}


def test_taking_back_one_field_tells_what_else_could_not_be_kept(
    editor, reading, event
):
    desk.decide(editor, event, "place", "accepted")
    act = f"reopen:{desk.key(event, 'place')}"
    answer = desk.send(editor, reading, typed(event, "date"), do=act)
    assert answer.status_code == 422
    assert 'value="never"' in desk.sentences(answer)


def test_what_somebody_decided_meanwhile_is_not_taken_back(editor, reading, event):
    desk.decide(editor, event, "place", "accepted")
    seen = fields_of(editor.get(desk.at(reading)))
    take(event, "place", decision="edited", value="Viêng Chăn")
    act = f"reopen:{desk.key(event, 'place')}"
    assert desk.send(editor, reading, seen=seen, do=act).status_code == 409
    assert desk.choices(event) == {"place": ("edited", "Viêng Chăn")}


def test_a_card_accepts_no_field_whose_correction_failed(editor, reading, event):
    desk.send(editor, reading, typed(event, "date"), do=f"card:{event.pk}")
    assert "date" not in desk.choices(event)


def test_a_card_accepts_nothing_uncertain_at_once(editor, reading, event):
    Suggestion.objects.filter(pk=event.pk).update(confidence="uncertain")
    desk.send(editor, reading, do=f"card:{event.pk}")
    assert desk.choices(event) == {}


def test_a_fact_sent_twice_is_one(editor, reading):
    words = "Hai bên thống nhất mở đường"
    sent = {"kind": "item", "quote": words, "fact-force": "agreed"}
    answers = [editor.post(desk.at(reading, "desk_add"), sent) for _ in range(2)]
    assert answers[0].url == answers[1].url
    assert reading.suggestions.count() == 1


def test_words_found_everywhere_are_not_offered_one_by_one(editor):
    of = make.reading("Hà Tĩnh và Bolikhămxay. " + "mở đường " * 2000)
    sent = {"kind": "item", "quote": "mở", "fact-force": "agreed"}
    answer = editor.post(desk.at(of, "desk_add"), sent)
    assert answer.context["places"] == []
    assert "2000 times. Copy more of its words." in desk.sentences(answer)


def test_provinces_can_be_named_where_the_reader_found_none(editor, reading):
    sent = {"kind": "event", "quote": "Sáng 30/3", "fact-provinces": "VN-23"}
    sent |= {"fact-provinces_more": "Bolikhamxay"}
    sent |= {"fact-status": "held", "fact-kind": "summit"}
    assert editor.post(desk.at(reading, "desk_add"), sent).status_code == 302
    assert reading.suggestions.get().values["provinces"] == ["LA-BL", "VN-23"]


def test_a_meeting_of_one_province_is_refused(editor, event):
    sent = {f"v-{event.pk}-provinces": ["VN-23"]}
    answer = desk.decide(editor, event, "provinces", "edited", **sent)
    assert answer.status_code == 422
    assert desk.choices(event) == {}


def test_an_item_without_force_is_refused(editor, reading):
    one = desk.item(reading)
    sent = {f"v-{one.pk}-text": "mở đường", f"v-{one.pk}-force": ""}
    answer = desk.decide(editor, one, "text", "edited", **sent)
    assert answer.status_code == 422
    assert desk.choices(one) == {}


def test_an_item_is_not_added_without_force(editor, reading):
    sent = {"kind": "item", "quote": "Hai bên thống nhất mở đường"}
    assert editor.post(desk.at(reading, "desk_add"), sent).status_code == 422
    assert reading.suggestions.count() == 0


def test_details_are_not_kept_beside_words_somebody_else_chose(editor, reading):
    one = desk.item(reading)
    seen = fields_of(editor.get(desk.at(reading)))
    take(one, "text", decision="edited", value="mở đường 8")
    sent = typed(one, "text", value="mở đường 12")
    sent |= {f"v-{one.pk}-force": "petition"}
    assert desk.send(editor, reading, sent, seen=seen).status_code == 409
    assert desk.choices(one) == {"text": ("edited", "mở đường 8")}


def test_keeping_the_force_of_a_clause_makes_no_proposal_of_it(editor, reading):
    desk.event(reading, decision="accepted", place=None, day_part=None)
    minutes = make.minutes(make.summit(published=False), published=False)
    clause = make.commitment(minutes, "Mở đường", force="petition", published=False)
    one = desk.item(reading)
    desk.decide(editor, one, "record", clause.reference)
    desk.decide(editor, one, "force", "rejected")
    desk.decide(editor, one, "text", "accepted")
    assert editor.post(desk.at(reading, "desk_write"), {}).status_code == 302
    clause.refresh_from_db()
    assert clause.force == "petition"
    assert (Commitment.objects.count(), Proposal.objects.count()) == (1, 0)


def test_the_side_of_a_proposal_is_replaced_where_somebody_says_so(reading):
    kept = make.proposal(make.summit(), "Mở đường", "VN-23", published=False)
    one = desk.item(reading, force="proposed", side="LA-BL")
    take(one, "record", decision="edited", value=kept.reference)
    take(one, "side", decision="replaces")
    take(one, "text")
    confirm(reading)
    kept.refresh_from_db()
    assert kept.province.code == "LA-BL"


def test_a_value_replaces_that_of_the_record_it_was_compared_with(
    editor, reading, event
):
    first = make.summit("2023-03-29", published=False)
    second = make.summit("2023-04-02", published=False)
    desk.decide(editor, event, "record", first.reference)
    desk.decide(editor, event, "date", "replaces")
    assert desk.choices(event)["date"] == ("replaces", None)
    desk.decide(editor, event, "record", second.reference)
    assert "date" not in desk.choices(event)


def test_a_value_does_not_replace_in_a_record_chosen_in_the_same_breath(
    editor, reading, event
):
    first = make.summit("2023-03-29", published=False)
    second = make.summit("2023-04-02", published=False)
    desk.decide(editor, event, "record", first.reference)
    sent = typed(event, "date", "replaces")
    sent |= {f"d-{desk.key(event, 'record')}": second.reference}
    assert desk.send(editor, reading, sent).status_code == 422
    assert desk.choices(event) == {"record": ("edited", second.reference)}


def test_replacing_holds_to_the_record_that_stood_beside_it(editor, reading, event):
    known = make.summit("2023-03-30", published=False, venue="Viêng Chăn")
    desk.decide(editor, event, "place", "replaces")
    assert desk.choices(event) == {
        "place": ("replaces", None),
        "record": ("edited", known.reference),
    }


def test_nothing_is_replaced_where_no_record_says_otherwise(editor, reading, event):
    answer = desk.decide(editor, event, "date", "replaces")
    assert answer.status_code == 422
    assert desk.choices(event) == {}


def test_the_reader_s_reason_for_a_year_does_not_carry_another_year(reading):
    reason = {"code": "label_year", "quote": "biên bản năm 2023", "also": []}
    said = {"reasoning": reason, "year_inferred": True, "place": None, "day_part": None}
    one = desk.event(reading, date="2023-03-30?", **said)
    take(one, "provinces", "status", "kind")
    take(one, "date", decision="edited", value="2021-03-30")
    confirm(reading)
    cited = Summit.objects.get().citations.get(field="date")
    given = year_reason({"reasoning": {"code": BY_EDITOR}})
    assert (cited.stated_value, cited.reasoning) == ("2021-03-30", given)
    assert given != year_reason({"reasoning": reason})


def test_a_name_too_long_for_a_signature_is_refused(editor, reading):
    desk.event(reading, decision="accepted", place=None, day_part=None)
    desk.paper(reading, decision="accepted", signatories=["A" * 3000])
    assert editor.post(desk.at(reading, "desk_write"), {}).status_code == 422
    assert not Summit.objects.exists()


def test_a_reading_read_again_is_not_written_from_the_queue(editor, reading, event):
    Suggestion.objects.update(decision="accepted", decided_at=make.NOON)
    Reading.objects.create(source=reading.source, reader_version="later", result={})
    queue = reverse("admin:intake_reading_changelist")
    sent = {"action": "write_drafts", "_selected_action": [reading.pk]}
    editor.post(f"{queue}?state=superseded", sent)
    assert not Summit.objects.exists()


def test_a_nul_in_the_reason_for_a_meeting_is_refused(editor, reading):
    make.summit(published=False)
    one = desk.paper(reading)
    key = desk.key(one, "same_as")
    sent = {f"d-{key}": "2023-03-30", f"v-{key}": NUL}
    assert desk.send(editor, reading, sent).status_code == 422
    assert desk.choices(one) == {}


def test_writing_twice_leads_to_what_was_written(editor, reading):
    desk.event(reading, decision="accepted", place=None, day_part=None)
    address = desk.at(reading, "desk_write")
    assert [editor.post(address, {}).url for _ in range(2)] == [address] * 2
    assert Summit.objects.count() == 1


def test_a_thousand_facts_can_be_sent_at_once(editor, reading, settings):
    for code in ("transport", "security", "health", "culture", "trade", "energy"):
        make.sector(code)
    before = len(fields_of(editor.get(desk.at(reading))))
    desk.item(reading)
    sent = len(fields_of(editor.get(desk.at(reading)))) - before
    assert sent * 1000 <= settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
