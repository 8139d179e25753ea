"""What the reader missed is added with the article's own words."""

import pytest

from intake.models import Suggestion
from provinces.models import PlaceName
from tests import make
from tests.admin import desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading():
    return desk.reading()


def add(client, reading, kind, quote, start="", **typed):
    data = {"kind": kind, "quote": quote, "start": start}
    fields = {f"fact-{name}": value for name, value in typed.items()}
    return client.post(desk.at(reading, "desk_add"), data | fields)


def test_a_clause_is_added_with_its_words(editor, reading):
    quote = "Hai bên thống nhất mở đường"
    answer = add(
        editor, reading, "item", quote, force="agreed", actors=["VN-23", "LA-BL"]
    )
    made = Suggestion.objects.get()
    assert answer.url == f"{desk.at(reading)}#f{made.pk}-text"
    start = desk.TEXT.index(quote)
    assert made.spans == [[start, start + len(quote)]]
    assert (made.values["text"], made.decision) == (quote, "added")
    assert made.decided_by.is_staff


@pytest.mark.parametrize(
    ("kind", "typed", "values"),
    [
        (
            "person",
            {"name": "Trần Văn A", "province": "VN-23", "titles": "Bí thư"},
            {"name": "Trần Văn A", "province": "VN-23", "titles": ["Bí thư"]},
        ),
        (
            "document",
            {
                "name_as_printed": "biên bản",
                "kind": "minutes",
                "stage": "signed",
                "covers": "2023",
                "provinces_more": "LA-BL, Hà Tĩnh",
            },
            {"kind": "minutes", "covers": "2023", "provinces": ["LA-BL", "VN-23"]},
        ),
        (
            "event",
            {
                "status": "held",
                "kind": "talks",
                "date": "30/3/2023",
                "provinces_more": "LA-BL, VN-23",
            },
            {"kind": "talks", "date": "2023-03-30", "provinces": ["LA-BL", "VN-23"]},
        ),
    ],
)
def test_each_kind_of_fact_has_its_form(editor, reading, kind, typed, values):
    data = {"kind": kind, "quote": "Sáng 30/3"}
    fields = {f"fact-{name}": value for name, value in typed.items()}
    editor.post(desk.at(reading, "desk_add"), data | fields)
    made = Suggestion.objects.get()
    assert made.kind == kind
    assert {name: made.values[name] for name in values} == values


def test_words_that_do_not_stand_in_the_article_carry_nothing(editor, reading):
    answer = add(editor, reading, "item", "Hai bên thống nhất xây cầu", force="agreed")
    assert answer.status_code == 422
    assert "does not stand in the article" in desk.sentences(answer)
    assert not Suggestion.objects.exists()


def test_words_that_stand_twice_ask_which_place_is_meant(editor, reading):
    typed = {"name": "Trần Văn A", "province": "VN-23"}
    answer = add(editor, reading, "person", "Ông Trần Văn A", **typed)
    first, second = (start for start, _number, _sentence in answer.context["places"])
    assert desk.TEXT[second:].startswith("Ông Trần Văn A phát biểu")
    assert f'value="{second}"' in desk.sentences(answer)
    add(editor, reading, "person", "Ông Trần Văn A", start=str(second), **typed)
    assert Suggestion.objects.get().spans == [[second, second + 14]]
    assert first < second


def test_what_a_fact_cannot_be_without_is_asked_for(editor, reading):
    answer = add(editor, reading, "person", "Trần Văn A phát biểu")
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {"name", "province"}


def test_evidence_is_chosen_by_hand(editor, reading):
    one = desk.event(reading)
    quote = "hội nghị cấp cao. Ông".split(" Ông", maxsplit=1)[0]
    desk.decide(
        editor, one, "date", "accepted", **{f"q-{desk.key(one, 'date')}": quote}
    )
    choice = one.choices.get(field="date")
    start = desk.TEXT.index(quote)
    assert (choice.decision, choice.spans) == (
        "accepted",
        [[start, start + len(quote)]],
    )
    passage = editor.get(desk.at(reading)).context["desk"].point(f"{one.pk}-date")
    assert passage.evidence == quote


def test_evidence_of_the_place_selected_is_that_place(editor, reading):
    one = desk.person(reading)
    second = desk.TEXT.rindex("Trần Văn A")
    key = desk.key(one, "name")
    chosen = {f"q-{key}": "Trần Văn A", f"at-{key}": str(second)}
    desk.decide(editor, one, "name", "accepted", **chosen)
    assert one.choices.get().spans == [[second, second + len("Trần Văn A")]]


def test_evidence_that_is_not_there_is_refused(editor, reading):
    one = desk.event(reading)
    key = desk.key(one, "date")
    answer = desk.decide(editor, one, "date", "accepted", **{f"q-{key}": "31/3"})
    assert answer.status_code == 422
    assert desk.choices(one) == {}


def test_an_empty_field_is_filled_with_its_words(editor, reading):
    one = desk.paper(reading)
    key = desk.key(one, "signed_on")
    typed = {f"v-{key}": "30/3/2023"}
    answer = desk.send(editor, reading, typed)
    assert answer.status_code == 422
    assert "say by which words the article tells it" in desk.sentences(answer)
    desk.send(editor, reading, typed | {f"q-{key}": "Sáng 30/3"})
    choice = one.choices.get()
    assert (choice.field, choice.decision, choice.value) == (
        "signed_on",
        "edited",
        "2023-03-30",
    )
    assert choice.spans == [[desk.TEXT.index("Sáng 30/3"), 39]]


def test_a_spelling_is_remembered_with_its_source(editor, reading):
    place = make.place("Paksan")
    address = desk.at(reading, "desk_spelling")
    told = {"spelling": "Pạc Xăn", "meant": f"place-{place.pk}"}
    assert editor.post(address, told).url == desk.at(reading)
    name = PlaceName.objects.get(text="Pạc Xăn")
    assert (name.place, name.source) == (place, reading.source)


def test_a_spelling_that_the_article_does_not_have_is_not(editor, reading):
    place = make.place("Paksan")
    told = {"spelling": "Pắc Xan", "meant": f"place-{place.pk}"}
    answer = editor.post(desk.at(reading, "desk_spelling"), told)
    assert answer.status_code == 422
    assert not PlaceName.objects.filter(text="Pắc Xan").exists()
