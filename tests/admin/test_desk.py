"""The desk: who may sit at it, what it shows, and each decision without a script."""

import pytest
from django.urls import reverse
from django.utils import translation

from tests import make
from tests.admin import desk
from tests.admin.forms import fields_of

pytestmark = pytest.mark.django_db
PAGES = ("desk", "desk_sure", "desk_presence", "desk_add", "desk_spelling")
PAGES += ("desk_write", "desk_undo")


@pytest.fixture
def reading():
    return desk.reading()


@pytest.fixture
def event(reading):
    return desk.event(reading)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_editors_and_publishers_sit_at_the_desk(english, reading, page, role):
    english.force_login(make.user(role))
    assert english.get(desk.at(reading, page)).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_nobody_else_does(english, reading, event, page):
    address = desk.at(reading, page)
    english.force_login(make.user("reporter"))
    assert english.get(address).status_code == 403
    english.logout()
    assert english.get(address).url == f"{reverse('admin:login')}?next={address}"


def test_a_reporter_decides_nothing_by_post(english, reading, event):
    english.force_login(make.user("reporter"))
    data = {f"d-{desk.key(event, 'date')}": "accepted"}
    assert english.post(desk.at(reading), data).status_code == 403
    assert desk.choices(event) == {}


def test_the_article_stands_word_for_word_with_its_passages(editor, reading, event):
    page = editor.get(desk.at(reading))
    passages = page.context["desk"].passages
    said = [
        "".join(run.text for run in p.runs)
        for part in passages.parts
        for p in part.paragraphs
    ]
    assert said == desk.TEXT.strip().split("\n")
    link = f'href="#f{event.pk}-date">Sáng 30/3<'
    assert link in desk.sentences(page)


def test_a_card_says_each_value_in_words_with_its_confidence(editor, reading, event):
    points = editor.get(desk.at(reading)).context["desk"].points
    with translation.override("en"):
        said = [(p.label, p.current, p.confidence) for p in points]
    assert said == [
        ("Provinces", "Ha Tinh, Bolikhamxay", "Sure"),
        ("Stage", "Held", "Sure"),
        ("Kind", "Summit", "Sure"),
        ("Day", "30 Mar 2023", "Sure"),
        ("Part of the day", "Morning", "Sure"),
        ("Place", "Pạc Xăn", "Sure"),
    ]


def test_an_inferred_year_says_from_what(editor, reading):
    reason = {"code": "label_year", "quote": "biên bản năm 2023", "also": []}
    desk.event(reading, date="2023-03-30?", reasoning=reason, year_inferred=True)
    page = desk.sentences(editor.get(desk.at(reading)))
    assert "“biên bản năm 2023”" in page
    assert "30 Mar 2023 (uncertain)" in page
    day = editor.get(desk.at(reading)).context["desk"].points[3]
    assert (day.level, day.is_sure) == ("likely", False)


def test_nothing_is_chosen_beforehand(editor, reading, event):
    sent = fields_of(editor.get(desk.at(reading)))
    assert [name for name in sent if name.startswith("d-")] == [
        f"d-{desk.key(event, 'record')}"
    ]
    desk.send(editor, reading)
    assert desk.choices(event) == {}


def test_a_field_is_accepted(editor, reading, event):
    answer = desk.decide(editor, event, "date", "accepted")
    assert answer.url == f"{desk.at(reading)}#card-{event.pk}"
    assert desk.choices(event) == {"date": ("accepted", None)}


def test_a_field_is_rejected_and_taken_back(editor, reading, event):
    desk.decide(editor, event, "place", "rejected")
    assert desk.choices(event) == {"place": ("rejected", None)}
    desk.send(editor, reading, do=f"reopen:{desk.key(event, 'place')}")
    assert desk.choices(event) == {}


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("date", "18/12/2021?", "2021-12-18?"),
        ("date", "2021-12", "2021-12"),
        ("day_part", "evening", "evening"),
        ("place", "Cầu Treo", "Cầu Treo"),
        ("status", "announced", "announced"),
    ],
)
def test_a_field_is_edited_by_a_form_of_its_kind(editor, event, field, typed, value):
    typed = {f"v-{desk.key(event, field)}": typed}
    desk.decide(editor, event, field, "edited", **typed)
    assert desk.choices(event) == {field: ("edited", value)}


def test_provinces_are_chosen_from_a_list_or_typed_by_name(editor, event):
    make.province("LA-KH")
    typed = {
        f"v-{event.pk}-provinces": ["VN-23"],
        f"v-{event.pk}-provinces_more": "Khăm Muộn",
    }
    desk.decide(editor, event, "provinces", "edited", **typed)
    assert desk.choices(event) == {"provinces": ("edited", ["LA-KH", "VN-23"])}


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("date", "31/2/2021", "is not a date we can keep"),
        ("provinces_more", "Paris", "“Paris” is no province known here"),
    ],
)
def test_what_cannot_be_kept_is_said_and_stays_typed(editor, event, field, typed, said):
    point = field.removesuffix("_more")
    answer = desk.decide(
        editor, event, point, "edited", **{f"v-{event.pk}-{field}": typed}
    )
    assert answer.status_code == 422
    assert said in desk.sentences(answer)
    assert f'value="{typed}"' in desk.sentences(answer)
    assert desk.choices(event) == {}


def test_one_fault_does_not_lose_what_else_was_chosen(editor, reading, event):
    changes = {
        f"d-{desk.key(event, 'date')}": "edited",
        f"v-{desk.key(event, 'date')}": "never",
        f"d-{desk.key(event, 'place')}": "accepted",
    }
    assert desk.send(editor, reading, changes).status_code == 422
    assert desk.choices(event) == {"place": ("accepted", None)}


def test_an_item_is_edited_with_what_it_is_taken_for(editor, reading):
    make.sector("transport")
    one = desk.item(reading, text="mở đường", actors=["VN-23"])
    typed = {
        f"v-{one.pk}-text": "mở đường số 8",
        f"v-{one.pk}-force": "proposed",
        f"v-{one.pk}-sectors": ["transport"],
        f"v-{one.pk}-actors": ["VN-23"],
        f"v-{one.pk}-side": "VN-23",
        f"v-{one.pk}-speaker": "Trần Văn A",
    }
    desk.decide(editor, one, "text", "edited", **typed)
    assert desk.choices(one) == {
        "force": ("edited", "proposed"),
        "sectors": ("edited", ["transport"]),
        "side": ("edited", "VN-23"),
        "speaker": ("edited", "Trần Văn A"),
        "text": ("edited", "mở đường số 8"),
    }


def test_names_and_titles_are_typed_on_lines(editor, reading):
    one = desk.person(reading)
    typed = {f"v-{one.pk}-titles": "Bí thư\r\n Chủ tịch  HĐND \r\n"}
    desk.decide(editor, one, "titles", "edited", **typed)
    assert desk.choices(one) == {"titles": ("edited", ["Bí thư", "Chủ tịch HĐND"])}


def test_to_edit_and_change_nothing_is_to_accept(editor, event):
    desk.decide(editor, event, "date", "edited")
    assert desk.choices(event) == {"date": ("accepted", None)}


def test_saving_again_changes_nothing(editor, reading, event):
    desk.decide(editor, event, "date", "accepted")
    before = event.choices.get().decided_at
    desk.send(editor, reading)
    assert event.choices.get().decided_at == before


def test_a_card_is_accepted_at_once_and_only_that_card(editor, reading, event):
    one = desk.person(reading)
    desk.send(editor, reading, do=f"card:{event.pk}")
    assert set(desk.choices(event).values()) == {("accepted", None)}
    assert len(desk.choices(event)) == 6
    assert desk.choices(one) == {}


def test_clauses_of_a_paper_stand_on_one_card(editor, reading):
    desk.paper(reading)
    clauses = [desk.item(reading), desk.item(reading, "Hai bên đã tuần tra chung")]
    desk.send(editor, reading, do="card:agreed-1")
    assert [desk.choices(one) for one in clauses] == [{"text": ("accepted", None)}] * 2


def test_a_whole_suggestion_is_rejected(editor, reading, event):
    desk.send(editor, reading, do=f"drop:{event.pk}")
    event.refresh_from_db()
    assert event.decision == "rejected"
    assert editor.get(desk.at(reading)).context["desk"].decided == 6


def test_a_decided_field_says_who_decided_and_when(editor, event):
    desk.decide(editor, event, "date", "accepted")
    who = event.choices.get().decided_by
    page = desk.sentences(editor.get(desk.at(event.reading)))
    assert f"Accepted by {who}," in " ".join(page.split())


def test_progress_counts_what_is_decided(editor, reading, event):
    desk.decide(editor, event, "date", "accepted")
    page = " ".join(desk.sentences(editor.get(desk.at(reading))).split())
    assert "1 of 6 points decided" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(
    editor, reading, number, django_assert_num_queries
):
    for _ in range(number):
        desk.event(reading)
        desk.person(reading)
        desk.paper(reading)
        desk.item(reading)
    editor.get(desk.at(reading))
    with django_assert_num_queries(21):
        editor.get(desk.at(reading))


def test_the_page_obeys_the_policy_of_the_site(editor, reading, event):
    answer = editor.get(desk.at(reading))
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    text = desk.sentences(answer)
    assert [word for word in (" style=", " onclick=", "<style") if word in text] == []
