"""Search for programs."""

import pytest

from portal.search.index import refresh
from tests import make

pytestmark = pytest.mark.django_db


def asked(client, **params):
    return client.get("/api/v1/search/", {"lang": "en", **params})


def test_a_result_links_its_record_and_says_where_the_words_stand(client):
    clause = make.commitment(text="Nâng cấp quốc lộ 8A", sectors=("transport",))
    told = asked(client, q="quoc lo").json()
    assert (told["count"], told["has_more"], told["next"]) == (1, False, None)
    (row,) = told["results"]
    assert row["reference"] == clause.reference
    assert row["type"] == "commitment"
    assert client.get(row["url"]).json()["reference"] == clause.reference
    ((start, end),) = row["title_marks"]
    assert row["title"][start:end] == "quốc lộ"
    assert row["sectors"] == ["transport"]
    assert row["implementation"] == "no_information"
    assert told["facets"]["sector"] == {"transport": 1}


def test_pages_follow_each_other_without_gap_or_repetition(client):
    paper = make.minutes()
    made = [make.commitment(paper, f"Trồng rừng {n}").reference for n in range(5)]
    address, seen, sizes = "/api/v1/search/?q=trong+rung&page_size=2", [], []
    while address:
        told = client.get(address).json()
        sizes.append(len(told["results"]))
        seen += [row["reference"] for row in told["results"]]
        address = told["next"]
    assert sizes == [2, 2, 1]
    assert sorted(seen) == made


def test_a_page_begins_behind_its_result_though_others_came_before_it(client):
    paper = make.minutes()
    for number in range(3):
        make.commitment(paper, f"Trồng rừng {number}")
    first = asked(client, q="trong rung", page_size=2).json()
    rest = {row["reference"] for row in asked(client, q="trong rung").json()["results"]}
    rest -= {row["reference"] for row in first["results"]}
    make.commitment(paper, "Trồng rừng mới")
    second = client.get(first["next"]).json()
    assert [row["reference"] for row in second["results"]] == [*rest]


def test_the_same_filters_as_on_the_page(client):
    paper = make.minutes()
    make.commitment(paper, "Trồng rừng")
    proposal = make.proposal(paper.summit, "Trồng rừng")
    told = asked(client, q="trong rung", kind="proposal").json()
    assert [row["reference"] for row in told["results"]] == [proposal.reference]
    assert told["facets"]["kind"] == {"commitment": 1, "proposal": 1}


def test_fields_are_picked(client):
    make.commitment()
    (row,) = asked(client, q="quoc", fields="url,title").json()["results"]
    assert list(row) == ["url", "title"]


@pytest.mark.parametrize(
    "params",
    [
        {"format": "csv"},
        {"cursor": "x"},
        {"colour": "red"},
        {"page_size": "0"},
        {"ordering": "x"},
        {"q": "a" * 201},
    ],
)
def test_what_is_not_understood_is_refused(client, params):
    answer = asked(client, **params)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    (error,) = answer.json()["errors"]
    assert error["parameter"] == next(iter(params))


@pytest.mark.parametrize("rows", [1, 3])
def test_an_answer_costs_as_many_queries_for_three_rows_as_for_one(
    client, django_assert_num_queries, rows
):
    paper = make.minutes()
    for number in range(rows):
        make.commitment(paper, f"Trồng rừng {number}", sectors=("transport",))
    refresh()
    with django_assert_num_queries(10):
        told = asked(client, q="trong rung").json()
    assert told["count"] == rows
