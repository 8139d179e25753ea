"""From the desk into the records, and back."""

import pytest

from summits.models import Summit
from tests import make
from tests.admin import desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading():
    return desk.reading()


@pytest.fixture
def event(reading):
    return desk.event(reading)


def accept_all(client, reading, *rows):
    for one in rows:
        desk.send(client, reading, do=f"card:{one.pk}")


def write(client, reading):
    return desk.send(client, reading, page="desk_write")


def test_nothing_accepted_is_nothing_to_write(editor, reading, event):
    page = desk.sentences(editor.get(desk.at(reading)))
    assert "Nothing accepted waits to be written." in page
    assert write(editor, reading).status_code == 422
    assert not Summit.objects.exists()


def test_what_was_accepted_becomes_drafts_with_a_way_to_each(editor, reading, event):
    accept_all(editor, reading, event)
    answer = write(editor, reading)
    assert answer.url == desk.at(reading, "desk_write")
    summit = Summit.objects.get()
    page = desk.sentences(editor.get(answer.url))
    assert f'href="/admin/summits/summit/{summit.pk}/change/"' in page
    assert f"<code>{summit.reference}</code>" in page
    assert "/publish/" not in page


def test_a_publisher_is_led_on_to_publishing(publisher, reading, event):
    accept_all(publisher, reading, event)
    write(publisher, reading)
    page = desk.sentences(publisher.get(desk.at(reading, "desk_write")))
    assert f'href="/admin/summits/summit/{Summit.objects.get().pk}/publish/"' in page


def test_writing_keeps_what_was_chosen_on_the_way(editor, reading, event):
    points = editor.get(desk.at(reading)).context["desk"].points
    chosen = {f"d-{point.key}": "accepted" for point in points}
    desk.send(editor, reading, chosen, page="desk_write")
    assert [summit.date for summit in Summit.objects.all()] == ["2023-03-30"]


def test_writing_twice_writes_once(editor, reading, event):
    accept_all(editor, reading, event)
    write(editor, reading)
    assert write(editor, reading).url == desk.at(reading, "desk_write")
    assert Summit.objects.count() == 1


def test_what_cannot_be_placed_is_said_at_the_top(editor, reading):
    one = desk.paper(reading)
    accept_all(editor, reading, one)
    answer = write(editor, reading)
    assert answer.status_code == 422
    ((sentence, anchor),) = answer.context["refused"]
    assert "“biên bản” belongs to no summit known here." in sentence
    assert anchor == f"f{one.pk}-name_as_printed"
    assert f'<a href="#{anchor}">Go there</a>' in desk.sentences(answer)


def test_what_became_a_record_is_decided_no_more(editor, reading, event):
    accept_all(editor, reading, event)
    write(editor, reading)
    page = desk.sentences(editor.get(desk.at(reading)))
    assert f"Became {Summit.objects.get().reference}" in page
    assert f'name="d-{desk.key(event, "date")}"' not in page
    forged = {f"d-{desk.key(event, 'date')}": "rejected"}
    desk.send(editor, reading, forged)
    assert desk.choices(event)["date"] == ("accepted", None)


def test_undoing_shows_first_what_it_takes_back(editor, reading, event):
    accept_all(editor, reading, event)
    write(editor, reading)
    summit = Summit.objects.get()
    page = editor.get(desk.at(reading, "desk_undo"))
    assert any(summit.reference in line for line in page.context["ahead"].removed)
    assert Summit.objects.exists()
    editor.post(desk.at(reading, "desk_undo"), {"reason": ""})
    assert Summit.objects.exists()
    editor.post(desk.at(reading, "desk_undo"), {"reason": "Wrong article."})
    assert not Summit.objects.exists()
    event.refresh_from_db()
    assert event.record_reference == ""


def test_undoing_says_what_stays_and_why(publisher, reading, event):
    accept_all(publisher, reading, event)
    write(publisher, reading)
    summit = Summit.objects.get()
    make.minutes(summit, published=False)
    ahead = publisher.get(desk.at(reading, "desk_undo")).context["ahead"]
    assert [row for row, _reason in ahead.kept][:1] == [summit]


def test_with_nothing_written_there_is_nothing_to_undo(editor, reading):
    page = desk.sentences(editor.get(desk.at(reading, "desk_undo")))
    assert "Nothing in the records comes from this article." in page


def link(client, one, **typed):
    fields = {
        f"{part}-{desk.key(one, 'same_as')}": said for part, said in typed.items()
    }
    return desk.send(client, one.reading, fields)


def test_a_paper_is_said_to_be_of_a_recorded_meeting_with_the_reason(editor, reading):
    held = make.summit("2021-12-18", published=False)
    one = desk.paper(reading, stage="earlier", covers="2021")
    assert link(editor, one, d="2021-12-18", v="").status_code == 422
    assert link(editor, one, d="2020-01-01", v="Because").status_code == 422
    assert desk.choices(one) == {}
    link(editor, one, d="2021-12-18", v="The only meeting of that year.")
    said = {"date": "2021-12-18", "reasoning": "The only meeting of that year."}
    assert desk.choices(one) == {"same_as": ("edited", said)}
    accept_all(editor, reading, one)
    write(editor, reading)
    cited = held.minutes.get().citations.get(field="covers")
    assert (cited.basis, cited.reasoning) == ("editor", said["reasoning"])


def test_that_a_paper_is_of_a_meeting_is_taken_back(editor, reading):
    make.summit("2021-12-18", published=False)
    one = desk.paper(reading, stage="earlier", covers="2021")
    link(editor, one, d="2021-12-18", v="The only one.")
    desk.send(editor, reading, do=f"unlink:{one.pk}")
    assert desk.choices(one) == {}
