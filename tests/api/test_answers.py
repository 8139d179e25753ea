"""What the API tells of each record, and in how many queries."""

from zoneinfo import ZoneInfo

import pytest

from portal.api.urls import router
from provinces.filters import OfficialFilterSet, ProvinceFilterSet
from publication.publish import correct, publish, withdraw
from sources.filters import SourceFilterSet
from summits.filters import (
    CommitmentFilterSet,
    MinutesFilterSet,
    PartnershipFilterSet,
    SummitFilterSet,
)
from tests import make

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


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
    return client.get(f"/api/v1/{path}", {"lang": "en"} | query).json()


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


@pytest.mark.parametrize("rows", [1, 3])
def test_sources_and_changes_take_one_query_for_any_number_of_rows(
    client, rows, django_assert_num_queries
):
    for index in range(rows):
        publish([make.source(f"{index}", published=False)], by=None, at=make.NOON)
    for name in ("sources", "changes"):
        with django_assert_num_queries(1):
            found = told(client, f"{name}/")["results"]
        assert len(found) == rows
        with django_assert_num_queries(1):
            assert client.get(found[0]["url"], {"lang": "en"}).json() == found[0]


def test_a_summit_is_told_with_all_that_belongs_to_it(client):
    summit = make.summit(
        "2023-03-30?",
        place=make.place("Pạc Xăn", kind="town", name_en="Pakxan"),
        venue="thị xã Pạc Xăn",
        host=make.province("LA-BL"),
        day_part="morning",
    )
    head = make.official("Kong Kẹo Xay Sông Kham")
    make.delegate(
        summit,
        "Kong Kẹo",
        "LA-BL",
        official=head,
        titles="Bí thư Tỉnh ủy; Chủ tịch tỉnh",
        is_head=True,
    )
    minutes, asked = make.minutes(summit), make.proposal(summit)
    api = f"{SITE}/api/v1"
    assert told(client, f"summits/{summit.reference}/") == {
        "url": f"{api}/summits/VN-23.LA-BL.2023-1/",
        "reference": "VN-23.LA-BL.2023-1",
        "type": "summit",
        "web": f"{SITE}/en/summits/VN-23.LA-BL.2023-1/",
        "modified_at": summit.modified_at.astimezone(HANOI).isoformat(),
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "partnership": f"{api}/partnerships/VN-23.LA-BL/",
        "kind": "summit",
        "stage": "held",
        "date": "2023-03-30?",
        "day_part": "morning",
        "place": {"kind": "town", "name": "Pakxan"},
        "venue": "thị xã Pạc Xăn",
        "host": f"{api}/provinces/LA-BL/",
        "note": "",
        "delegations": [
            {
                "province": f"{api}/provinces/LA-BL/",
                "delegates": [
                    {
                        "name": "Kong Kẹo",
                        "titles": ["Bí thư Tỉnh ủy", "Chủ tịch tỉnh"],
                        "official": f"{api}/officials/{head.reference}/",
                        "is_head": True,
                        "is_chair": False,
                        "is_speaker": False,
                        "is_only_announced": False,
                    }
                ],
            }
        ],
        "minutes": [f"{api}/minutes/{minutes.reference}/"],
        "proposals": [f"{api}/proposals/{asked.reference}/"],
        "reports": [],
    }


def test_a_delegate_known_from_an_announcement_alone_is_told_as_such(client):
    summit, article = make.summit(), make.source()
    make.citation(make.delegate(summit), "name", source=article)
    make.citation(summit, "stage", source=article, stated_value="announced")
    found = told(client, f"summits/{summit.reference}/")
    [delegate] = found["delegations"][0]["delegates"]
    assert delegate["is_only_announced"] is True


def test_a_commitment_is_told_with_its_newest_report_and_its_thread(client):
    clause = make.commitment(sectors=("transport",), actors=("VN-23",), due="2025")
    report = make.progress(clause, "substantial", "2024-05")
    earlier = make.commitment(make.minutes(make.summit("2019-12-26")))
    make.continuation(clause, earlier, "changes")
    asked = make.proposal(adopted_as=clause)
    found = told(client, f"commitments/{clause.reference}/")
    api = f"{SITE}/api/v1"
    assert {name: found[name] for name in list(found)[6:]} == {
        "minutes": f"{api}/minutes/{clause.minutes.reference}/",
        "summit": f"{api}/summits/{clause.minutes.summit.reference}/",
        "number": 1,
        "force": "agreed",
        "is_verifiable": False,
        "title": "",
        "text": "Nâng cấp quốc lộ 8A",
        "text_status": "press",
        "sectors": [{"code": "transport", "name": "Giao thông vận tải"}],
        "actors": [f"{api}/provinces/VN-23/"],
        "addressees": [],
        "lead_agencies": "",
        "due": "2025",
        "implementation": "substantial",
        "evidence": "press",
        "reported_on": "2024-05",
        "continues": [
            {
                "kind": "changes",
                "earlier": f"{api}/commitments/{earlier.reference}/",
                "later": f"{api}/commitments/{clause.reference}/",
            }
        ],
        "continued_by": [],
        "proposals": [f"{api}/proposals/{asked.reference}/"],
        "progress": [f"{api}/progress/{report.reference}/"],
    }


def test_a_partnership_is_named_by_its_provinces_in_the_readers_language(client):
    make.partnership()
    for lang, name in (
        ("vi", "Hà Tĩnh – Bolikhămxay"),
        ("en", "Ha Tinh – Bolikhamxay"),
        ("all", {"vi": "Hà Tĩnh – Bolikhămxay", "lo": "ຮ່າຕິ້ງ – ບໍລິຄຳໄຊ"}),
    ):
        found = client.get("/api/v1/partnerships/", {"lang": lang}).json()["results"]
        told_name = found[0]["name"]
        if lang == "all":
            assert told_name.pop("en") == "Ha Tinh – Bolikhamxay"
        assert told_name == name


def test_a_partnership_with_a_name_of_its_own_keeps_it(client):
    make.partnership(name_vi="Chín tỉnh")
    own = {"vi": "Chín tỉnh", "lo": "", "en": ""}
    for lang, name in (("en", "Chín tỉnh"), ("all", own)):
        assert told(client, "partnerships/VN-23.LA-BL/", lang=lang)["name"] == name


def test_texts_follow_the_language_asked_for_then_the_browsers(client):
    make.province()
    address = "/api/v1/provinces/VN-23/"
    english = {"accept-language": "en"}
    assert client.get(address).json()["name"] == "Hà Tĩnh"
    assert client.get(address, headers=english).json()["name"] == "Ha Tinh"
    lao = client.get(address, {"lang": "lo"}, headers=english)
    assert lao.json()["name"] == "ຮ່າຕິ້ງ"
    assert lao.json()["web"] == f"{SITE}/lo/provinces/VN-23/"
    assert lao["Content-Language"] == "lo"
    assert lao["Vary"] == "Accept, Accept-Language, Accept-Encoding"
    assert told(client, "provinces/VN-23/", lang="all")["name"] == {
        "vi": "Hà Tĩnh",
        "lo": "ຮ່າຕິ້ງ",
        "en": "Ha Tinh",
    }


def test_a_reader_picks_fields_with_commas_or_by_repeating_the_name(client):
    summit = make.summit()
    make.delegate(summit)
    address = f"/api/v1/summits/{summit.reference}/"
    picked = client.get(f"{address}?fields=stage,reference&fields=delegations").json()
    assert list(picked) == ["reference", "stage", "delegations"]
    assert picked["delegations"][0]["delegates"][0]["name"] == "Hoàng Trung Dũng"
    rows = client.get("/api/v1/summits/?fields=stage").json()["results"]
    assert rows == [{"stage": "held"}]


def test_evidence_is_told_when_asked_for_and_quotes_fifty_words_at_most(client):
    summit = make.summit()
    said = " ".join(f"từ{number}" for number in range(60))
    citation = make.citation(
        summit,
        "date",
        said,
        stated_value="2023-03-30",
        basis="inferred",
        reasoning="Ngày in của bài báo",
        paragraph=2,
    )
    make.citation(summit, "stage", source=make.source(published=False))
    path = f"summits/{summit.reference}/"
    assert "citations" not in told(client, path)
    assert told(client, path, expand="evidence")["citations"] == [
        {
            "field": "date",
            "quote": " ".join(said.split()[:50]) + " […]",
            "stated_value": "2023-03-30",
            "is_followed": True,
            "basis": "inferred",
            "reasoning": "Ngày in của bài báo",
            "paragraph": 2,
            "source": f"{SITE}/api/v1/sources/{citation.source.reference}/",
        }
    ]


def test_each_citation_tells_whether_the_record_follows_it(client):
    summit = make.summit(venue="Thị xã Pạc Xăn", host=make.province())
    for field, said in (
        ("date", "2023-03-29"),
        ("host", "VN-23"),
        ("province", "VN-23"),
        ("stage", ""),
        ("venue", "thị xã Pạc Xăn"),
    ):
        make.citation(summit, field, stated_value=said)
    make.citation(make.delegate(summit, is_head=True), "is_head", stated_value="1")
    found = told(client, f"summits/{summit.reference}/", expand="evidence")
    [delegate] = found["delegations"][0]["delegates"]
    followed = [
        (one["field"], one["is_followed"])
        for row in (found, delegate)
        for one in row["citations"]
    ]
    assert followed == [
        ("date", False),
        ("host", None),
        ("province", None),
        ("stage", None),
        ("venue", True),
        ("is_head", True),
    ]


def test_a_source_is_told_without_its_text(client):
    source = make.source(text="Toàn văn", published_on="2023-03-31", language="vi")
    found = told(client, f"sources/{source.reference}/")
    assert {name: found[name] for name in list(found)[6:]} == {
        "kind": "article",
        "title": "Hai tỉnh họp hội nghị cấp cao",
        "publisher": "Báo Hà Tĩnh",
        "address": source.url,
        "published_on": "2023-03-31",
        "language": "vi",
        "retrieved_on": None,
        "replaces": None,
    }


def test_an_unchanged_answer_is_not_sent_again(client):
    make.province()
    first = client.get("/api/v1/provinces/")
    again = client.get("/api/v1/provinces/", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"] == "public, no-cache"
    assert not first.cookies


def test_nobody_is_known_to_the_api(client):
    summit = make.summit(published=False)
    client.force_login(make.user())
    assert told(client, "summits/")["results"] == []
    assert client.get(f"/api/v1/summits/{summit.reference}/").status_code == 404


def test_changes_are_told_in_order_and_read_on_from_a_number(client):
    source = make.source(published=False)
    publish([source], by=make.user("publisher"), at=make.NOON)
    correct(source, by=None, at=make.NOON, reason="Tên báo")
    first, second = told(client, "changes/")["results"]
    assert first == {
        "url": f"{SITE}/api/v1/changes/{first['number']}/",
        "number": first["number"],
        "kind": "publication",
        "at": "2026-01-02T12:00:00+07:00",
        "reference": source.reference,
        "type": "source",
        "record": f"{SITE}/api/v1/sources/{source.reference}/",
        "successor": "",
        "reason": "",
    }
    assert (second["kind"], second["reason"]) == ("correction", "Tên báo")
    assert told(client, "changes/", since=first["number"])["results"] == [second]
    assert told(client, "changes/", kind="correction")["results"] == [second]


def test_of_a_withdrawn_record_the_changes_keep_the_tombstone_alone(client):
    source = make.source(published=False)
    publish([source], by=None, at=make.NOON)
    withdraw(source, by=None, at=make.NOON, reason="Sai nguồn")
    found = told(client, "changes/")["results"]
    assert [(one["kind"], one["reason"]) for one in found] == [
        ("withdrawal", "Sai nguồn")
    ]


def test_pages_and_api_narrow_by_the_same_filters():
    router_views = {prefix: view for prefix, view, _name in router.registry}
    pages = {
        "summits": SummitFilterSet,
        "minutes": MinutesFilterSet,
        "commitments": CommitmentFilterSet,
        "officials": OfficialFilterSet,
        "provinces": ProvinceFilterSet,
        "sources": SourceFilterSet,
        "partnerships": PartnershipFilterSet,
    }
    assert {name: router_views[name].filterset_class for name in pages} == pages
