"""What the API tells of each record, and in how many queries."""

import pytest

from publication.models import Change, Reference
from publication.publish import withdraw
from tests import make

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"


PARTIES = [("VN-23", "LA-BL"), ("VN-22", "LA-BL"), ("VN-23", "LA-KH")]


def cited(row, field):
    make.citation(row, field, "Sáng 30/3")
    return row


def story(number=0, width=1):
    """One summit with everything there can be on it, each thing ``width`` times."""
    codes = PARTIES[number]
    hosts = make.province(codes[1])
    place = make.place(f"Cầu Treo {number}")
    summit = make.summit(f"{2019 + number}-12-26", codes, place=place, host=hosts)
    cited(summit, "date")
    minutes = cited(make.minutes(summit), "covers")
    for index in range(width):
        person = make.official(f"Kong Kẹo {index}", codes[1])
        tenure = person.tenures.create(province=hosts, title_vi="Bí thư")
        cited(tenure, "title_vi")
        for code in codes:
            name = f"{code} {index}"
            cited(make.delegate(summit, name, code, official=person), "name")
            cited(make.signature(minutes, name, code, official=person), "name")
        clause = make.commitment(minutes, sectors=("a", "b"), actors=codes)
        cited(clause, "text_vi")
        make.progress(clause, occasion=summit, reporter=hosts)
        make.continuation(make.commitment(minutes, text="Tiếp tục"), clause)
        asked = make.proposal(summit, adopted_as=clause, official=person)
        asked.sectors.set(clause.sectors.all())
    return summit


# Endpoint → queries of its list, of a list with its evidence, of a detail, of a detail
# with its evidence.
QUERIES = {
    "provinces": (1, 2, 2, 3),
    "officials": (1, 2, 3, 5),
    "partnerships": (2, 3, 2, 3),
    "summits": (1, 2, 6, 8),
    "minutes": (1, 2, 4, 6),
    "commitments": (3, 4, 7, 8),
    "proposals": (3, 4, 3, 4),
    "progress": (2, 3, 2, 3),
}


def told(client, path, **query):
    return client.get(f"/api/v1/{path}", query | {"lang": "en"}).json()


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("name", QUERIES)
def test_lists_and_details_take_the_same_queries_for_any_number_of_rows(
    client, name, rows, django_assert_num_queries
):
    for number in range(rows):
        story(number, width=rows)
    listing, cited, _detail, _cited = QUERIES[name]
    with django_assert_num_queries(listing):
        assert len(told(client, f"{name}/")["results"]) >= 1
    with django_assert_num_queries(cited):
        found = told(client, f"{name}/", expand="evidence")["results"]
    reference = found[0]["reference"]
    detail, cited = QUERIES[name][2:]
    with django_assert_num_queries(detail):
        assert told(client, f"{name}/{reference}/")["reference"] == reference
    with django_assert_num_queries(cited):
        told(client, f"{name}/{reference}/", expand="evidence")
