"""What a record's page tells programs, and how it asks to be cited."""

import json
import re
from pathlib import Path

import pytest
from django.utils import timezone, translation
from django.utils.formats import date_format
from jsonschema import Draft202012Validator

from portal.linked_data import linked_data
from summits.models import Commitment
from tests import make

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
SHAPE = Path(__file__).parent / "shapes" / "linked_data.json"
SHAPES = json.loads(SHAPE.read_text("utf-8"))
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)

KINDS = {
    "Event": lambda: make.summit(host=make.province(), place=make.place()),
    "Organization": make.partnership,
    "AdministrativeArea": make.province,
    "Person": make.official,
    "Paper": lambda: make.minutes(place="Vinh"),
    "Clause": lambda: make.commitment(sectors=("transport",)),
    "Proposal": make.proposal,
    "Source": lambda: make.source(published_on="2023-03-31"),
}


def told_on(client, record, prefix=""):
    page = client.get(prefix + record.get_absolute_url()).content.decode()
    (script,) = SCRIPT.findall(page)
    return json.loads(script)


def faults(told, kind):
    shape = {**SHAPES, "oneOf": [{"$ref": f"#/$defs/{kind}"}]}
    found = Draft202012Validator(shape).iter_errors(told)
    return [fault.message for one in found for fault in (one.context or [one])]


def test_the_shape_itself_is_sound():
    Draft202012Validator.check_schema(SHAPES)
    assert set(KINDS) <= set(SHAPES["$defs"])


@pytest.mark.parametrize("prefix", ["", "/lo", "/en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_tells_its_record_in_the_shape_that_is_kept(client, kind, prefix):
    record = KINDS[kind]()
    told = told_on(client, record, prefix)
    assert faults(told, kind) == []
    assert told["identifier"] == record.reference
    assert told["url"] == f"{SITE}{prefix}{record.get_absolute_url()}"
    assert client.get(told["@id"].removeprefix(SITE)).status_code == 200


@pytest.mark.parametrize("prefix", ["", "/lo", "/en"])
def test_the_page_of_a_matter_tells_all_its_clauses_and_how_to_cite_it(client, prefix):
    first, last = make.commitment(), make.commitment(text="Hoàn thành quốc lộ 8A")
    make.continuation(last, first)
    address = f"{prefix}/threads/{first.reference}/"
    page = client.get(address).content.decode()
    (script,) = SCRIPT.findall(page)
    told = json.loads(script)
    assert faults(told, "Thread") == []
    assert (told["identifier"], told["url"]) == (first.reference, f"{SITE}{address}")
    assert [part["@id"] for part in told["hasPart"]] == [
        f"{SITE}/api/v1/commitments/{clause.reference}/" for clause in (first, last)
    ]
    assert client.get(told["@id"].removeprefix(SITE)).status_code == 200
    cited = page.partition('id="cite"')[2].partition("</section>")[0]
    assert f"{SITE}{address}" in cited


def test_a_matter_is_as_new_as_its_newest_clause(client):
    first, last = make.commitment(), make.commitment()
    make.continuation(last, first)
    Commitment.objects.filter(pk=first.pk).update(modified_at=make.NOON)
    page = client.get(f"/threads/{first.reference}/").content.decode()
    (script,) = SCRIPT.findall(page)
    newest = timezone.localdate(last.modified_at).isoformat()
    assert json.loads(script)["sdDatePublished"] == newest


def test_the_shape_refuses_what_it_does_not_name():
    told = linked_data(make.source())
    assert faults({**told, "articleBody": "toàn văn"}, "Source") != []
    assert faults({**told, "datePublished": "2023-03-31?"}, "Source") != []


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2023-03-30", {"startDate": "2023-03-30"}),
        ("2023-03", {"startDate": "2023-03"}),
        ("2023", {"startDate": "2023"}),
        ("2023-03-30/2023-04", {"startDate": "2023-03-30", "endDate": "2023-04"}),
        ("2023-03-30?", {}),
        ("2023?/2024", {}),
        ("", {}),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_certain(date, told):
    said = linked_data(make.summit(date))
    assert {name: said[name] for name in ("startDate", "endDate") if name in said} == (
        told
    )
    assert faults(said, "Event") == []


@pytest.mark.parametrize(
    ("stage", "status"),
    [
        ("announced", "https://schema.org/EventScheduled"),
        ("postponed", "https://schema.org/EventPostponed"),
        ("cancelled", "https://schema.org/EventCancelled"),
        ("held", None),
    ],
)
def test_the_stage_of_a_meeting_is_its_status(stage, status):
    assert linked_data(make.summit(stage=stage)).get("eventStatus") == status


def test_a_meeting_is_told_in_full():
    meeting = make.summit(
        "2023-03-30", host=make.province(), place=make.place("Cầu Treo")
    )
    api = f"{SITE}/api/v1"
    assert linked_data(meeting) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": f"{api}/summits/VN-23.LA-BL.2023-1/",
        "url": f"{SITE}/summits/VN-23.LA-BL.2023-1/",
        "identifier": "VN-23.LA-BL.2023-1",
        "name": "Hà Tĩnh – Bolikhămxay, 30/3/2023",
        "startDate": "2023-03-30",
        "location": {
            "@type": "Place",
            "name": "Cầu Treo",
            "containedInPlace": {
                "@type": "AdministrativeArea",
                "@id": f"{api}/provinces/VN-23/",
                "name": "Hà Tĩnh",
            },
        },
        "organizer": {
            "@type": "Organization",
            "@id": f"{api}/partnerships/VN-23.LA-BL/",
            "name": "Hà Tĩnh – Bolikhămxay",
        },
        "sdDatePublished": timezone.localdate(meeting.modified_at).isoformat(),
        "sdLicense": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_an_unpublished_province_is_not_told(client):
    hidden = make.province("LA-XX", published=False, name_vi="qzx-secret")
    meeting = make.summit(host=hidden, venue="Nhà khách")
    person = make.official("Người công khai", "LA-XX")
    asked = make.proposal(meeting, code="LA-XX")
    for record in (meeting, person, asked):
        assert "qzx-secret" not in json.dumps(told_on(client, record))
        assert "LA-XX" not in json.dumps(told_on(client, record))


def test_of_a_newspaper_no_more_is_told_than_a_quotation_may_carry():
    long = " ".join(f"chữ{number}" for number in range(80))
    told = linked_data(make.commitment(text=long))
    assert len(told["text"].split()) == 51
    official = linked_data(make.commitment(text=long, text_status="official"))
    assert official["text"] == long


def test_the_text_of_an_article_stays_with_staff(client):
    record = make.source("Bài một", text="qzx-secret")
    assert "qzx-secret" not in json.dumps(told_on(client, record))


def test_no_text_of_a_record_ends_the_block_it_stands_in(client):
    title = "</script><script>alert(1)</script> & <!-- <b>"
    record = make.source(title)
    page = client.get(record.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert told_on(client, record)["name"] == title


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_says_how_to_cite_it(client, kind):
    record = KINDS[kind]()
    page = client.get(f"/en{record.get_absolute_url()}").content.decode()
    cited = page[page.index('<section class="block" id="cite">') :]
    text = re.sub(r"<[^>]+>", "", cited.partition("</section>")[0])
    with translation.override("en"):
        changed, today = (
            date_format(day, "SHORT_DATE_FORMAT")
            for day in (timezone.localdate(record.modified_at), timezone.localdate())
        )
    words = " ".join(text.split())
    assert words.startswith("Cite this page ")
    assert words.endswith(
        f". {record.reference}. Summit records, state of {changed}, read on {today}. "
        f"{SITE}/en{record.get_absolute_url()}"
    )
