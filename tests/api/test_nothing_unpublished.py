"""Nothing of what is not public comes out of the API, on any of its ways.

Every text of a hidden record carries a token that nothing public bears; each address
is then asked for everything it can tell.
"""

import io

import openpyxl
import pytest
from django.apps import apps
from django.db import models

from portal.api.docs import ORDER
from provinces.models import Official
from publication.models import Change, Record, State
from sources.models import Source
from summits.models import Minutes, Summit
from tests import make

pytestmark = pytest.mark.django_db

MARK = "zqxj"
WHOLE = "expand=evidence&lang=all"
# Search lists what the others hold, and refuses their words.
LISTS = [name for name in ORDER if name != "search"]
RECORDS = [name for name in LISTS if name != "changes"]


def mark(row):
    """Write the token into every free text of a row."""
    for field in row._meta.concrete_fields:
        is_text = isinstance(field, models.CharField | models.TextField)
        is_free = is_text and not field.choices and field.editable
        if is_free and not field.name.endswith(("_on", "date", "since", "until")):
            is_url = isinstance(field, models.URLField)
            token = f"{MARK}{row.pk}{field.name}"
            setattr(row, field.name, f"https://{token}.example" if is_url else token)
    row.covers = row.due = row.valid_from = row.valid_until = ""
    if hasattr(row, "language"):
        row.language = "vi"
    row.save()
    return row


def hidden_people_and_places():
    """Publish rows that lean on hidden ones: people, provinces, sources, sectors."""
    person = mark(make.official(published=False))
    mark(person.names.get())
    province = mark(make.province("LA-XX", published=False))
    mark(province.names.get())
    source = mark(make.source(published=False))
    old = make.province("VN-24", valid_until="2025-07-01", successor=province)
    make.official("Người tỉnh bạn", "LA-XX")
    make.source("Bản sửa", replaces=source)
    return person, province, source, old


def public_rows_that_lean_on(person, province, source):
    partnership = make.partnership("VN-23", "LA-BL")
    partnership.provinces.add(province)
    summit = make.summit(host=province)
    make.delegate(summit, "Tên in", "LA-BL", official=person)
    make.delegate(summit, "Người khác", "LA-XX")
    old = mark(make.minutes(make.summit("2019"), published=False))
    minutes = make.minutes(summit, reviews=old)
    make.signature(minutes, "Tên in", "LA-BL", official=person)
    make.signature(minutes, "Người khác", "LA-XX")
    clause = make.commitment(minutes, actors=("LA-XX",))
    hidden = mark(make.commitment(minutes, published=False))
    make.continuation(clause, hidden)
    make.continuation(make.commitment(make.minutes(make.summit("2024"))), clause)
    make.proposal(summit, official=person, adopted_as=hidden)
    make.proposal(summit, code="LA-XX", adopted_as=clause)
    mark(make.proposal(summit, published=False, adopted_as=clause))
    mark(make.progress(clause, "completed", "2030", published=False))
    make.progress(hidden, minutes=minutes, commitment=hidden, reporter=province)
    away = mark(make.summit("2031", published=False))
    make.progress(clause, "not_started", "2020", occasion=away)
    for row in (partnership, summit, minutes, clause):
        make.citation(row, "date", f"{MARK} quote", source=source)
    tenure = make.official("Công khai").tenures.create(
        province=province, title_vi="Bí thư"
    )
    make.citation(tenure, "title_vi", f"{MARK} quote", source=source)
    return summit


def hidden_below_a_draft():
    """Published rows are hidden while one above them is not."""
    partnership = mark(make.partnership("VN-22", "LA-SV", published=False))
    summit = mark(make.summit("2022", partnership=partnership))
    minutes = mark(make.minutes(summit))
    clause = mark(make.commitment(minutes))
    mark(make.progress(clause))
    mark(make.proposal(summit))
    mark(make.delegate(summit, official=make.official("Đi họp")))
    mark(make.signature(minutes))
    for row in (summit, minutes, clause):
        Change.objects.create(
            reference=row.reference,
            record_type=row._meta.model_name,
            kind="publication",
            at=make.NOON,
            reason=MARK,
        )


def hidden_references():
    """Return the references of all rows nobody may see."""
    kinds = [kind for kind in apps.get_models() if issubclass(kind, Record)]
    found = set()
    for kind in kinds:
        shown = set(kind.objects.public().values_list("reference", flat=True))
        found |= set(kind.objects.values_list("reference", flat=True)) - shown
    return found


def everything(client):
    """Yield each address with what it answers, headers and all."""
    forms = ("", "&format=csv", "&format=xlsx")
    for name in LISTS:
        path = f"/api/v1/{name}/"
        expand = WHOLE if name not in ("sources", "changes") else "lang=all"
        for form in forms:
            yield ask(client, f"{path}?{expand}{form}")
        yield ask(client, f"{path}?count=1&page_size=1")
        yield ask(client, f"{path}?nonsense={name}")
        listed = client.get(f"{path}?{expand}").json()["results"]
        for row in listed:
            yield ask(client, f"{row['url']}?{expand}")
    for name in ("partnership", "province", "official", "actor", "sector"):
        yield ask(client, f"/api/v1/commitments/?{name}=nonsense")
    yield ask(client, "/api/v1/search/?q=x&facets=1")
    yield ask(client, "/api/v1/schema/")
    yield ask(client, "/api/docs/")


def ask(client, address):
    answer = client.get(address)
    body = b"".join(answer) if answer.streaming else answer.content
    text = cells(body) if body.startswith(b"PK") else body.decode()
    return address, f"{text} {answer.headers}"


def cells(workbook):
    """Unpack a workbook, whose bytes would hide the mark."""
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).active
    return str([[str(cell) for cell in row] for row in sheet.values])


@pytest.fixture
def hidden_world():
    person, province, source, _old = hidden_people_and_places()
    public_rows_that_lean_on(person, province, source)
    hidden_below_a_draft()


def test_no_text_of_a_hidden_record_comes_out(client, hidden_world):
    found = [address for address, text in everything(client) if MARK in text.lower()]
    assert found == []


def test_no_reference_of_a_hidden_record_comes_out(client, hidden_world):
    hidden = hidden_references()
    assert len(hidden) >= 12
    partnership = "VN-22.LA-SV"
    assert partnership in hidden
    leaks = {
        (address, reference)
        for address, text in everything(client)
        for reference in hidden
        if f"/{reference}/" in text or f'"{reference}"' in text
    }
    assert leaks == set()


def test_hidden_records_answer_at_no_address(client, hidden_world):
    for reference in hidden_references():
        for name in RECORDS:
            assert client.get(f"/api/v1/{name}/{reference}/").status_code == 404


def test_hidden_rows_are_neither_counted_nor_found(client, hidden_world):
    for name in RECORDS:
        told = client.get(f"/api/v1/{name}/?count=1&page_size=100").json()
        assert told["count"] == len(told["results"])
        assert told["count"] > 0
        found = client.get(f"/api/v1/{name}/?q={MARK}").json()
        assert found["results"] == []
    assert client.get("/api/v1/changes/?count=1").json()["count"] == 0
    assert client.get(f"/api/v1/search/?q={MARK}").json()["results"] == []


def test_what_only_hidden_reports_say_is_no_information(client, hidden_world):
    told = client.get("/api/v1/commitments/?implementation=completed").json()
    assert told["results"] == []
    rows = client.get("/api/v1/commitments/?fields=implementation").json()["results"]
    said = sorted(row["implementation"] for row in rows)
    assert said == ["no_information", "not_started"]


def test_the_marks_would_be_seen_if_the_records_were_public(client, hidden_world):
    for kind in (Source, Official, Summit, Minutes):
        for row in kind.objects.exclude(state=State.PUBLISHED):
            make.publish(row)
    found = {
        address.split("/")[3]
        for address, text in everything(client)
        if MARK in text.lower() and "/v1/" in address
    }
    assert {"sources", "officials", "summits", "minutes"} <= found
