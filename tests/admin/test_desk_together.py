"""Two people at one article, what is sure, and what the records contradict."""

import pytest
from django.test import Client
from django.utils import timezone

from intake.decide import choose
from intake.models import Visit
from tests import make
from tests.admin import desk
from tests.admin.forms import fields_of

pytestmark = pytest.mark.django_db
SCRIPT = {"accept": "application/json"}


@pytest.fixture
def reading():
    return desk.reading()


@pytest.fixture
def event(reading):
    return desk.event(reading)


@pytest.fixture
def lan():
    return make.user("editor", "lan")


def opened(client, reading):
    return fields_of(client.get(desk.at(reading)))


def by_other(person, one, field, decision, value=None):
    choose(one, field, decision, by=person, at=timezone.now(), value=value)


def test_who_is_overtaken_sees_both_decisions_and_loses_nothing(editor, event, lan):
    seen = opened(editor, event.reading)
    by_other(lan, event, "date", "rejected")
    changes = {
        f"d-{desk.key(event, 'date')}": "edited",
        f"v-{desk.key(event, 'date')}": "18/12/2021",
        f"d-{desk.key(event, 'place')}": "accepted",
    }
    answer = desk.send(editor, event.reading, changes, seen=seen)
    assert answer.status_code == 409
    page = " ".join(desk.sentences(answer).split())
    assert "lan decided on “Day” meanwhile: rejected." in page
    assert "You had chosen: Edit: 18 Dec 2021." in page
    assert 'value="18/12/2021"' in page
    assert desk.choices(event) == {
        "date": ("rejected", None),
        "place": ("accepted", None),
    }


def test_who_has_seen_both_may_decide_otherwise(editor, event, lan):
    by_other(lan, event, "date", "rejected")
    desk.decide(editor, event, "date", "accepted")
    assert desk.choices(event) == {"date": ("accepted", None)}


def test_what_one_did_not_touch_is_never_put_back(editor, event, lan):
    by_other(lan, event, "date", "accepted")
    seen = opened(editor, event.reading)
    by_other(lan, event, "date", "edited", "2021")
    answer = desk.send(editor, event.reading, seen=seen)
    assert answer.status_code == 302
    assert desk.choices(event) == {"date": ("edited", "2021")}


def test_a_script_is_answered_with_the_parts_that_changed(editor, event):
    key = desk.key(event, "date")
    data = {f"d-{key}": "accepted", f"seen-{key}": ""}
    answer = editor.post(desk.at(event.reading), data, headers=SCRIPT)
    told = answer.json()
    assert (answer.status_code, told["told"]) == (200, "1 decision kept.")
    assert set(told["parts"]) == {
        "desk-progress",
        "desk-groups",
        "desk-actions",
        f"card-{event.pk}",
    }
    assert "1 of 6 points decided" in " ".join(told["parts"]["desk-progress"].split())


def test_a_script_is_told_of_a_conflict_in_time(editor, event, lan):
    by_other(lan, event, "date", "rejected")
    key = desk.key(event, "date")
    data = {f"d-{key}": "accepted", f"seen-{key}": ""}
    answer = editor.post(desk.at(event.reading), data, headers=SCRIPT)
    assert answer.status_code == 409
    card = answer.json()["parts"][f"card-{event.pk}"]
    assert "You had chosen: Accept." in card


def test_people_at_one_article_are_told_of_each_other(editor, reading, lan):
    other = Client(headers={"accept-language": "en"})
    other.force_login(lan)
    other.get(desk.at(reading))
    page = " ".join(desk.sentences(editor.get(desk.at(reading))).split())
    assert "Also here: lan." in page
    assert editor.get(desk.at(reading, "desk_presence")).json()["others"] == ["lan"]


def test_who_left_ten_minutes_ago_is_no_longer_there(editor, reading, lan):
    long_ago = timezone.now() - timezone.timedelta(minutes=11)
    Visit.objects.create(reading=reading, person=lan, seen_at=long_ago)
    assert editor.get(desk.at(reading, "desk_presence")).json()["others"] == []


def test_one_is_told_what_others_decided_meanwhile(editor, event, lan):
    since = timezone.now().isoformat()
    address = desk.at(event.reading, "desk_presence")
    assert editor.get(address, {"since": since}).json()["count"] == 0
    by_other(lan, event, "date", "accepted")
    told = editor.get(address, {"since": since}).json()
    assert told["told"] == "Somebody else decided on 1 field since you opened this."


def sure(client, reading):
    points = client.get(desk.at(reading, "desk_sure")).context["desk"].sure
    return {point.key for point in points}


def test_what_is_sure_is_listed_with_its_words_before_it_is_accepted(editor, event):
    doubtful = desk.person(event.reading)
    doubtful.confidence = "uncertain"
    doubtful.save()
    page = editor.get(desk.at(event.reading, "desk_sure"))
    listed = page.context["desk"].sure
    assert {point.suggestion for point in listed} == {event}
    assert len(listed) == 6
    said = "“<mark>Sáng 30/3</mark>, tại Pạc Xăn, hai tỉnh họp hội nghị cấp cao.”"
    assert said in desk.sentences(page)
    editor.post(desk.at(event.reading, "desk_sure"), _sent(listed))
    assert set(desk.choices(event).values()) == {("accepted", None)}
    assert desk.choices(doubtful) == {}


def _sent(points):
    return {"fact": [point.key for point in points]} | {
        f"seen-{point.key}": point.seen for point in points
    }


def test_only_what_was_listed_is_accepted(editor, event):
    listed = editor.get(desk.at(event.reading, "desk_sure")).context["desk"].sure
    later = desk.person(event.reading)
    editor.post(desk.at(event.reading, "desk_sure"), _sent(listed))
    assert desk.choices(later) == {}


def test_what_was_decided_meanwhile_is_not_accepted_over_it(editor, event, lan):
    address = desk.at(event.reading, "desk_sure")
    listed = editor.get(address).context["desk"].sure
    by_other(lan, event, "date", "edited", "2021")
    answer = editor.post(address, _sent(listed))
    assert answer.status_code == 409
    assert desk.choices(event)["date"] == ("edited", "2021")
    assert desk.choices(event)["place"] == ("accepted", None)


@pytest.fixture
def known():
    return make.summit("2023-03-30", day_part="afternoon", published=False)


def test_a_contradiction_is_a_question_and_never_sure(editor, event, known):
    points = editor.get(desk.at(event.reading)).context["desk"].points
    asked = [point for point in points if point.has_conflict]
    assert [point.name for point in asked] == ["day_part"]
    assert [option.decision for option in asked[0].options] == [
        "kept",
        "replaces",
        "accepted",
    ]
    assert desk.key(event, "day_part") not in sure(editor, event.reading)


def test_a_card_accepted_at_once_leaves_its_question_open(editor, event, known):
    desk.send(editor, event.reading, do=f"card:{event.pk}")
    assert "day_part" not in desk.choices(event)
    assert "date" in desk.choices(event)


@pytest.mark.parametrize("answer", ["kept", "replaces", "accepted"])
def test_a_question_is_answered_for_one_or_for_both(editor, event, known, answer):
    desk.decide(editor, event, "day_part", answer)
    assert desk.choices(event)["day_part"] == (answer, None)


def test_while_a_question_is_open_nothing_is_written(editor, event, known):
    desk.send(editor, event.reading, do=f"card:{event.pk}")
    page = editor.get(desk.at(event.reading))
    assert page.context["desk"].conflicts == 1
    answer = desk.send(editor, event.reading, page="desk_write")
    assert answer.status_code == 422
    assert "Still open: 1 conflict." in desk.sentences(answer)
    event.refresh_from_db()
    assert event.record_reference == ""


def alike():
    for name in ("Trần Văn Á", "Trần Văn À"):
        make.official(name, "VN-23")


def test_which_of_two_namesakes_is_meant_is_for_a_person_to_say(editor, reading):
    one = desk.person(reading)
    alike()
    card = editor.get(desk.at(reading)).context["desk"].cards[0]
    assert (card.open_matches, card.plain) == (1, [])
    wanted = card.fact.matching.options[0].value
    desk.decide(editor, one, "record", wanted)
    assert desk.choices(one) == {"record": ("edited", wanted)}
    desk.decide(editor, one, "record", "new")
    assert desk.choices(one) == {"record": ("edited", "")}


def test_another_record_is_named_by_its_reference(editor, reading):
    one, other = desk.person(reading), make.official("Ai Đó", "VN-23")
    typed = {f"v-{desk.key(one, 'record')}": "o-999999"}
    answer = desk.decide(editor, one, "record", "other", **typed)
    assert answer.status_code == 422
    assert "No such record: “o-999999”" in desk.sentences(answer)
    typed = {f"v-{desk.key(one, 'record')}": other.reference}
    desk.decide(editor, one, "record", "other", **typed)
    assert desk.choices(one) == {"record": ("edited", other.reference)}
