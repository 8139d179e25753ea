"""What the API refuses, and how it says so."""

import pytest

from publication.models import Change, Reference
from publication.publish import publish, withdraw
from tests import make

pytestmark = pytest.mark.django_db

DOCS = "http://127.0.0.1:8000/api/docs/"


def asked(client, path, lang="en", **headers):
    return client.get(path, headers={"accept-language": lang, **headers})


def test_an_unknown_name_is_refused_in_the_readers_language(client):
    answer = asked(client, "/api/v1/provinces/?colour=red")
    assert (answer.status_code, answer["Content-Type"]) == (
        400,
        "application/problem+json",
    )
    known = (
        "q, country, modified_since, ordering, "
        "fields, lang, format, expand, page_size, cursor, count"
    )
    assert answer.json() == {
        "type": f"{DOCS}#problem-bad-query",
        "title": "This question cannot be answered",
        "status": 400,
        "detail": f"colour: This name is not known here. Accepted: {known}.",
        "errors": [
            {
                "parameter": "colour",
                "detail": "This name is not known here.",
                "accepted": known.split(", "),
            }
        ],
    }
    assert "Accept-Language" in answer["Vary"]
    assert answer["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize(
    ("query", "parameter", "accepted"),
    [
        ("page_size=0", "page_size", ["1–100"]),
        ("page_size=101", "page_size", ["1–100"]),
        ("page_size=ten", "page_size", ["1–100"]),
        ("page_size=-1", "page_size", ["1–100"]),
        ("page_size=5&page_size=6", "page_size", ["1–100"]),
        ("count=yes", "count", ["1"]),
        ("cursor=nonsense", "cursor", []),
        ("lang=fr", "lang", ["vi", "lo", "en", "all"]),
        ("lang=vi&lang=en", "lang", []),
        ("expand=delegates", "expand", ["evidence"]),
        ("format=pdf", "format", ["json", "csv", "xlsx"]),
        ("format=csv&format=json", "format", ["json", "csv", "xlsx"]),
        ("ordering=state", "ordering", None),
        ("ordering=-date,date", "ordering", None),
        ("schedule=overdue", "schedule", None),
        ("stage__in=held", "stage__in", None),
        ("partnership__state=draft", "partnership__state", None),
        ("_connector=OR", "_connector", None),
    ],
)
def test_a_value_that_cannot_be_is_refused(client, query, parameter, accepted):
    answer = asked(client, f"/api/v1/summits/?{query}")
    assert answer.status_code == 400
    [error] = answer.json()["errors"]
    assert error["parameter"] == parameter
    assert accepted is None or error["accepted"] == accepted


def test_unknown_fields_are_refused_with_those_there_are(client):
    answer = asked(client, "/api/v1/sources/?fields=title,text")
    [error] = answer.json()["errors"]
    assert (error["parameter"], error["detail"]) == (
        "fields",
        "“text” is not accepted here.",
    )
    assert error["accepted"][:3] == ["url", "reference", "type"]
    assert "text" not in error["accepted"]


def test_a_single_record_understands_less(client):
    summit = make.summit()
    address = f"/api/v1/summits/{summit.reference}/"
    for query, parameter in (("year=2023", "year"), ("format=csv", "format")):
        [error] = asked(client, f"{address}?{query}").json()["errors"]
        assert error["parameter"] == parameter


def test_paging_belongs_to_json_alone(client):
    answer = asked(client, "/api/v1/summits/?format=csv&page_size=5")
    assert [error["parameter"] for error in answer.json()["errors"]] == ["page_size"]


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/summits/VN-23.LA-BL.2031-1/",
        "/api/v1/summits/%00/",
        "/api/v1/changes/999999999999999999/",
        "/api/v1/nothing/",
        "/api/v2/summits/",
        "/api/",
        "/api/v1/",
    ],
)
def test_what_is_not_there_is_a_problem_too(client, path):
    answer = asked(client, path)
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json() == {
        "type": f"{DOCS}#problem-not-found",
        "title": "There is no such record",
        "status": 404,
        "detail": f"Nothing public has this address. See {DOCS} for what there is.",
        "errors": [],
    }


def test_a_draft_looks_like_a_record_that_never_was(client):
    draft = make.summit(published=False)
    hidden = asked(client, f"/api/v1/summits/{draft.reference}/")
    missing = asked(client, "/api/v1/summits/VN-23.LA-BL.2031-1/")
    assert (hidden.status_code, hidden.content) == (404, missing.content)
    assert dict(hidden.headers) == dict(missing.headers)


def test_a_last_slash_is_added_where_that_leads_somewhere(client):
    answer = asked(client, "/api/v1/summits?year=2023")
    assert (answer.status_code, answer["Location"]) == (
        301,
        "/api/v1/summits/?year=2023",
    )
    assert asked(client, "/api/v1/nothing").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_the_api_is_for_reading(client, method):
    answer = getattr(client, method)(
        "/api/v1/summits/", headers={"accept-language": "en"}
    )
    assert answer.status_code == 405
    assert answer.json()["detail"] == "Only GET and HEAD are accepted here."
    assert answer["Allow"] == "GET, HEAD"
    assert answer["Cache-Control"] == "private, no-store"


def test_a_format_that_is_not_there_is_named(client):
    answer = asked(client, "/api/v1/summits/", accept="image/png")
    assert answer.json()["type"] == f"{DOCS}#problem-not-acceptable"
    assert answer.status_code == 406


def test_problems_come_in_vietnamese_as_well(client):
    titles = [
        asked(client, path, lang).json()["title"]
        for path in ("/api/v1/summits/?x=1", "/api/v1/nothing/")
        for lang in ("vi", "en")
    ]
    assert len(set(titles)) == 4


def test_a_withdrawn_record_says_since_when_and_why(client):
    summit = make.summit(published=False)
    clause = make.commitment(make.minutes(summit, published=False), published=False)
    for row in (summit, clause.minutes, clause):
        make.publish(row)
        Change.objects.create(
            reference=row.reference, record_type="x", kind="publication", at=make.NOON
        )
    withdraw(summit, by=None, at=make.NOON, reason="Không đúng sự thật")
    for address in (
        f"summits/{summit.reference}",
        f"minutes/{clause.minutes.reference}",
        f"commitments/{clause.reference}",
    ):
        answer = asked(client, f"/api/v1/{address}/")
        assert answer.status_code == 410
        assert answer.json() == {
            "type": f"{DOCS}#problem-withdrawn",
            "title": "This record was withdrawn",
            "status": 410,
            "detail": "It was public and has been taken down. Its address stays.",
            "reference": summit.reference,
            "withdrawn_at": "2026-01-02T12:00:00+07:00",
            "reason": "Không đúng sự thật",
            "errors": [],
        }


def test_a_clause_added_after_the_withdrawal_gives_nothing_away(client):
    summit = make.summit(published=False)
    Change.objects.create(
        reference=summit.reference,
        record_type="summit",
        kind="publication",
        at=make.NOON,
    )
    make.publish(summit)
    minutes = make.minutes(summit)
    withdraw(summit, by=None, at=make.NOON, reason="Sai")
    Change.objects.create(
        reference=minutes.reference,
        record_type="minutes",
        kind="publication",
        at=make.NOON,
    )
    assert asked(client, f"/api/v1/minutes/{minutes.reference}/").status_code == 404


def test_a_merged_record_leads_to_its_last_successor(client):
    old, middle = make.official(published=False), make.official(published=False)
    heir = make.official()
    for row in (old, middle):
        Change.objects.create(
            reference=row.reference, record_type="official", kind="merge", at=make.NOON
        )
    succeed(old, middle)
    succeed(middle, heir)
    answer = asked(client, f"/api/v1/officials/{old.reference}/")
    assert (answer.status_code, answer["Location"]) == (
        301,
        f"http://127.0.0.1:8000/api/v1/officials/{heir.reference}/",
    )


def test_a_record_merged_into_a_draft_leads_nowhere(client):
    old, heir = make.official(published=False), make.official(published=False)
    Change.objects.create(
        reference=old.reference, record_type="official", kind="merge", at=make.NOON
    )
    succeed(old, heir)
    assert asked(client, f"/api/v1/officials/{old.reference}/").status_code == 404


def test_successors_that_lead_in_a_circle_lead_nowhere(client):
    one, other = make.official(published=False), make.official(published=False)
    publish([one], by=None, at=make.NOON)
    succeed(one, other)
    succeed(other, one)
    withdraw(one, by=None, at=make.NOON, reason="Trùng")
    assert asked(client, f"/api/v1/officials/{one.reference}/").status_code == 410


def succeed(old, new):
    given = Reference.objects.get(text=old.reference)
    given.successor = Reference.objects.get(text=new.reference)
    given.save()
