"""What a search says while there is more to take in than anybody waits for."""

import re

import pytest

from portal.models import SearchEntry
from portal.search import index
from portal.search.find import find
from portal.search.index import rebuild, refresh
from portal.search.query import asked
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def two_at_once(monkeypatch):
    """So few that a test can be behind."""
    monkeypatch.setattr(index, "MOST_AT_ONCE", 2)


def texts(answer):
    return " ".join(re.sub(r"<[^>]+>", "", answer.content.decode()).split())


def kinds():
    return sorted(SearchEntry.objects.values_list("kind", flat=True))


def test_what_was_never_made_is_not_made_while_somebody_waits(client, two_at_once):
    make.commitment(text="Trồng rừng")
    assert refresh() is None
    assert kinds() == []
    answer = client.get("/en/search/", {"q": "trong rung"})
    assert "The search is being prepared: nothing can be found yet." in texts(answer)
    assert answer["Cache-Control"] == "private, no-store"
    assert client.get("/api/v1/search/", {"q": "trong rung"}).json()["behind"] is None
    rebuild()
    answer = client.get("/en/search/", {"q": "trong rung"})
    assert answer.context["count"] == 1
    assert "prepared" not in texts(answer)


def test_many_changes_are_taken_in_a_few_at_a_time_and_none_is_lost(
    client, two_at_once
):
    rebuild()
    make.commitment(text="Trồng rừng")
    told = client.get("/api/v1/search/", {"q": "trong rung"})
    assert told.json()["behind"] > 0
    assert told["Cache-Control"] == "private, no-store"
    page = client.get("/en/search/", {"q": "trong rung"})
    assert re.search(r"\d+ changes? (is|are) not yet in this search;", texts(page))
    left = [page.context["behind"]]
    while left[-1]:
        left.append(refresh())
        assert left[-1] < left[-2]
    assert kinds() == [
        "commitment",
        "minutes",
        "partnership",
        "province",
        "province",
        "summit",
    ]
    assert find(asked("trong rung"), {}).count == 1


def test_a_change_that_reaches_many_is_remembered_until_all_are_made_anew(two_at_once):
    paper = make.minutes()
    for number in range(4):
        make.commitment(paper, f"Trồng rừng {number}")
    rebuild()
    paper.signed_on = "2021-05-01"
    paper.save()
    assert [refresh(), refresh(), refresh()] == [3, 1, 0]
    dates = SearchEntry.objects.filter(kind="commitment").values_list("date", flat=True)
    assert set(dates) == {"2021-05-01"}


def test_the_next_question_is_for_all_to_keep_again(client, two_at_once):
    rebuild()
    make.province("LA-BL")
    answer = client.get("/en/search/", {"q": "bolikhamxay"})
    assert answer.context["behind"] == 0
    assert "no-store" not in answer.headers.get("Cache-Control", "")
