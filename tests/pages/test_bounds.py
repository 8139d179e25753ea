"""Pages stay bounded however much there is, and lead on to the rest."""

import pytest

from portal.pages import officials, partnerships
from tests import make


@pytest.fixture
def _two_shown(monkeypatch):
    monkeypatch.setattr(partnerships, "SHOWN", 2)
    monkeypatch.setattr(officials, "SHOWN", 2)


@pytest.mark.parametrize(
    ("amount", "shown", "hidden"), [(1, 1, 0), (2, 2, 0), (5, 2, 3)]
)
@pytest.mark.django_db
@pytest.mark.usefixtures("_two_shown")
def test_a_partnership_shows_its_latest_summits_and_counts_the_rest(
    client, amount, shown, hidden
):
    for year in range(2001, 2001 + amount):
        make.commitment(make.minutes(make.summit(f"{year}-03-30")))
    answer = client.get("/en/partnerships/VN-23.LA-BL/")
    events = [event for event in answer.context["timeline"] if event.summit]
    assert len(events) == shown
    assert answer.context["hidden"] == hidden
    assert answer.context["summit_count"] == answer.context["clause_count"] == amount
    link = 'href="/en/summits/?partnership=VN-23.LA-BL"'
    assert (link in answer.content.decode()) == bool(hidden)


@pytest.mark.parametrize(("amount", "shown", "hidden"), [(1, 1, 0), (5, 2, 3)])
@pytest.mark.django_db
@pytest.mark.usefixtures("_two_shown")
def test_an_official_shows_the_latest_meetings_and_counts_the_rest(
    client, amount, shown, hidden
):
    person = make.official()
    for year in range(2001, 2001 + amount):
        at = make.summit(f"{year}-03-30")
        part = make.delegate(at, person.name_vi, "LA-BL", official=person)
        make.citation(part, "name", source=make.source())
    answer = client.get(f"/en{person.get_absolute_url()}")
    assert len(answer.context["parts"]) == shown
    assert answer.context["hidden_parts"] == hidden
    link = f'href="/en/summits/?official={person.reference}"'
    assert (link in answer.content.decode()) == bool(hidden)


def test_a_partnership_without_summits_says_so(client, db):
    make.partnership()
    answer = client.get("/partnerships/VN-23.LA-BL/")
    assert (answer.status_code, answer.context["summit_count"]) == (200, 0)


def test_a_page_of_a_list_holds_fifty_rows_in_the_order_of_the_list(client, db):
    for number in range(52):
        make.source(f"Bài {number:02d}", published_on=f"2020-01-{1 + number % 28:02d}")
    rows = [
        client.get(f"/sources/?page={n}").context["page_obj"].object_list
        for n in (1, 2)
    ]
    dates = [str(row.published_on) for page in rows for row in page]
    assert [len(page) for page in rows] == [50, 2]
    assert dates == sorted(dates, reverse=True)
