"""Reading a list to its end: every row once, whatever happens meanwhile."""

import base64
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from summits.filters import CommitmentFilterSet
from tests import make

pytestmark = pytest.mark.django_db


def page(client, path, **query):
    return client.get(path, query).json()


def references(answer):
    return [row["reference"] for row in answer["results"]]


def joined(pages):
    return [row for page in pages for row in page]


def read_on(client, address):
    found = []
    while address:
        answer = client.get(address).json()
        found.append(references(answer))
        address = answer["next"]
    return found


def read_back(client, address):
    found = []
    while address:
        answer = client.get(address).json()
        found.insert(0, references(answer))
        address = answer["previous"]
    return found


def clauses():
    for date in ("2019-12-26", "2019-12-26", "", "2023-03-30"):
        minutes = make.minutes(make.summit(date or "2024"), signed_on=date)
        for _number in range(3):
            make.commitment(minutes)


@pytest.mark.parametrize(
    "ordering",
    [
        name
        for name, _label in CommitmentFilterSet.base_filters["ordering"].extra[
            "choices"
        ]
    ],
)
def test_every_row_is_read_once_in_every_order_and_both_ways(client, ordering):
    clauses()
    path = "/api/v1/commitments/"
    whole = references(page(client, path, ordering=ordering))
    pages = read_on(client, f"{path}?page_size=5&ordering={ordering}")
    assert [len(one) for one in pages] == [5, 5, 2]
    assert joined(pages) == whole
    second = page(client, path, page_size=5, ordering=ordering)["next"]
    third = client.get(second).json()["next"]
    assert read_back(client, third) == pages


def test_equal_values_never_hide_a_row(client):
    minutes = make.minutes()
    for _number in range(7):
        make.commitment(minutes)
    pages = read_on(client, "/api/v1/commitments/?page_size=2&ordering=modified_at")
    assert len(set(joined(pages))) == 7


def test_a_row_published_meanwhile_moves_no_other(client):
    for year in range(2011, 2016):
        make.summit(f"{year}")
    first = page(client, "/api/v1/summits/", page_size=2)
    make.summit("2030")
    rest = read_on(client, first["next"])
    assert [row.split(".")[2] for row in joined([references(first), *rest])] == [
        f"{year}-1" for year in range(2015, 2010, -1)
    ]


def test_the_first_page_has_nothing_before_it_and_the_last_nothing_behind(client):
    make.summit("2021")
    make.summit("2022")
    whole = page(client, "/api/v1/summits/")
    assert (whole["next"], whole["previous"]) == (None, None)
    assert list(whole) == ["next", "previous", "results"]
    first = page(client, "/api/v1/summits/", page_size=1)
    last = client.get(first["next"]).json()
    assert (first["previous"], last["next"]) == (None, None)
    assert client.get(last["previous"]).json()["results"] == first["results"]


def test_rows_are_counted_only_when_asked(client, django_assert_num_queries):
    make.summit("2021")
    make.summit("2022")
    with django_assert_num_queries(2):
        answer = page(client, "/api/v1/summits/", count=1, page_size=1, year=2022)
    assert (answer["count"], len(answer["results"])) == (1, 1)
    assert list(answer) == ["count", "next", "previous", "results"]


def test_the_next_page_keeps_the_question(client):
    for _number in range(3):
        make.summit("2022")
    query = "year=2022&page_size=1&lang=en&fields=reference"
    following = client.get(f"/api/v1/summits/?{query}").json()["next"]
    kept = parse_qs(urlsplit(following).query)
    assert kept.pop("cursor")
    assert kept == {
        "year": ["2022"],
        "page_size": ["1"],
        "lang": ["en"],
        "fields": ["reference"],
    }


def cursor(*parts):
    text = parts[0] if len(parts) == 1 else json.dumps(parts)
    return base64.urlsafe_b64encode(text.encode()).decode()


ORDER = ["-date", "-day_part", "-reference", "pk"]


@pytest.mark.parametrize(
    "broken",
    [
        "x",
        "é",
        "A" * 3000,
        cursor("nonsense"),
        cursor("[]"),
        cursor("{}"),
        cursor("[" * 900),
        cursor(ORDER, False, "text"),
        cursor(ORDER, False, ["2023", "", "r"]),
        cursor(ORDER, False, ["2023", "", "r", "x"]),
        cursor(ORDER, False, ["2023", "", "r", {}]),
        cursor(ORDER, False, ["2023", "", "r\0", 1]),
        cursor(ORDER, False, ["30/3", "", "r", 1]),
        cursor(ORDER, "no", ["2023", "", "r", 1]),
        cursor(["date", "pk"], False, ["2023", "", "r", 1]),
        cursor(["state"], False, ["2023", "", "r", 1]),
    ],
)
def test_a_broken_cursor_is_refused(client, broken):
    answer = client.get("/api/v1/summits/", {"cursor": broken, "lang": "en"})
    assert (answer.status_code, answer.json()["errors"]) == (
        400,
        [
            {
                "parameter": "cursor",
                "detail": "This is no cursor of this list. Begin again without it.",
                "accepted": [],
            }
        ],
    )


def test_a_cursor_of_another_order_is_refused(client):
    make.summit("2021")
    make.summit("2022")
    given = page(client, "/api/v1/summits/", page_size=1)["next"]
    assert client.get(f"{given}&ordering=date").status_code == 400
