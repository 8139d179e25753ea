"""Atom: well formed, bounded, the filters of the pages, nothing unpublished."""

from datetime import datetime

import pytest
from defusedxml import ElementTree
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.feeds.lists import LISTS
from publication.publish import correct, publish, withdraw
from tests import make

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
SITE = "http://127.0.0.1:8000"


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, answer.content.decode()
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(answer.content)


def titles(feed):
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


def link(node, relation):
    return [
        one.get("href")
        for one in node.findall(f"{ATOM}link")
        if one.get("rel") == relation
    ]


def one_of_each(code="LA-BL"):
    meeting = make.summit(codes=("VN-23", code), place=make.place(f"Chợ {code}"))
    paper = make.minutes(meeting)
    make.progress(make.commitment(paper, f"Nội dung {code}", sectors=("trade",)))
    make.proposal(meeting, f"Đề nghị {code}")
    make.official(f"Người {code}", code)
    make.source(f"Bài {code}")


@pytest.mark.parametrize("name", LISTS)
def test_a_feed_is_whole_as_the_format_asks(client, name):
    one_of_each()
    feed = read(client, f"/en/feeds/{name}.atom")
    assert feed.tag == f"{ATOM}feed"
    assert feed.get(f"{XML}lang") == "en"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Summit records"
    assert feed.findtext(f"{ATOM}id") == f"{SITE}/en/feeds/{name}.atom"
    assert link(feed, "self") == [f"{SITE}/en/feeds/{name}.atom"]
    for node in (feed, *feed.iter(f"{ATOM}entry")):
        assert node.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(node.findtext(f"{ATOM}updated")).tzinfo
        assert node.findtext(f"{ATOM}id").startswith(SITE)
        assert len(link(node, "alternate")) == 1


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_leads_to_the_page_of_its_record(client, name):
    one_of_each()
    for entry in read(client, f"/lo/feeds/{name}.atom").iter(f"{ATOM}entry"):
        address = link(entry, "alternate")[0]
        assert address.startswith(f"{SITE}/lo/")
        assert client.get(address.removeprefix(SITE)).status_code == 200
        told = client.get(entry.findtext(f"{ATOM}id").removeprefix(SITE)).json()
        assert told["web"] == address.replace("/lo/", "/")


@pytest.mark.parametrize("name", LISTS)
def test_a_feed_costs_as_many_queries_for_three_rows_as_for_one(client, name):
    costs = []
    for codes in (["LA-BL"], ["LA-KH", "LA-SV"]):
        for code in codes:
            one_of_each(code)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/feeds/{name}.atom")
        costs.append(len(asked))
    assert costs[0] == costs[1]
    assert costs[0] <= 8


@pytest.mark.parametrize("name", [*LISTS, "changes"])
def test_a_filter_nobody_knows_is_refused_with_those_accepted(client, name):
    answer = client.get(f"/en/feeds/{name}.atom?colour=red")
    assert answer.status_code == 400
    assert "colour: This name is not known here. Accepted: " in answer.content.decode()


def test_a_feed_narrows_as_its_page_does(client):
    paper = make.minutes()
    make.commitment(paper, "Nâng cấp quốc lộ 8A", sectors=("transport",))
    make.commitment(paper, "Trao đổi y tế", sectors=("health",))
    feed = read(client, "/en/feeds/commitments.atom?sector=transport")
    assert titles(feed) == ["Nâng cấp quốc lộ 8A"]
    assert feed.findtext(f"{ATOM}subtitle") == "Only: sector=transport"
    assert link(feed, "alternate") == [f"{SITE}/en/commitments/?sector=transport"]


def test_what_changed_last_stands_first_unless_asked_otherwise(client):
    first, second = make.source("Bài một"), make.source("Bài hai")
    first.publisher = "Báo Nhân Dân"
    first.save()
    assert titles(read(client, "/feeds/sources.atom")) == [first.title, second.title]
    asked = read(client, "/feeds/sources.atom?ordering=title")
    assert titles(asked) == [second.title, first.title]


def test_a_long_feed_is_cut_and_leads_on(client):
    for number in range(51):
        make.source(f"Bài số {number}")
    first = read(client, "/feeds/sources.atom?q=bai")
    assert len(titles(first)) == 50
    assert link(first, "next") == [f"{SITE}/feeds/sources.atom?q=bai&page=2"]
    second = read(client, "/feeds/sources.atom?q=bai&page=2")
    assert len(titles(second)) == 1
    assert link(second, "next") == []
    assert link(second, "previous") == [f"{SITE}/feeds/sources.atom?q=bai"]
    assert first.findtext(f"{ATOM}id") == second.findtext(f"{ATOM}id")


@pytest.mark.parametrize("name", [*LISTS, "changes"])
def test_an_empty_feed_is_a_feed_and_the_same_all_day(client, name):
    first = client.get(f"/feeds/{name}.atom").content
    assert titles(ElementTree.fromstring(first)) == []
    assert client.get(f"/feeds/{name}.atom").content == first


def test_a_text_in_another_language_than_the_feed_says_so(client):
    paper = make.minutes()
    make.commitment(paper, "Nội dung một")
    make.commitment(paper, "Nội dung hai", title_en="Second matter")
    feed = read(client, "/en/feeds/commitments.atom?ordering=reference")
    languages = [entry.get(f"{XML}lang") for entry in feed.iter(f"{ATOM}entry")]
    assert titles(feed) == ["Nội dung một", "Second matter"]
    assert languages == ["vi", None]


def test_what_xml_cannot_hold_breaks_no_feed(client):
    record = make.source("Bài <b> & ]]> 'hết'")
    correct(record, by=None, at=make.NOON, reason="sai\x0b chính tả \ufffe")
    assert titles(read(client, "/feeds/sources.atom")) == ["Bài <b> & ]]> 'hết'"]
    entry = read(client, "/feeds/changes.atom").find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}summary") == "sai chính tả "
    assert (
        read(client, "/en/feeds/sources.atom?q=b%0B").findtext(f"{ATOM}subtitle")
        == "Only: q=b"
    )


def test_the_feed_of_changes_tells_them_newest_first_with_their_reasons(client):
    record = make.source("Bài một", published=False)
    publish([record], by=None, at=make.NOON)
    correct(record, by=None, at=make.NOON, reason="Sửa tên báo")
    feed = read(client, "/en/feeds/changes.atom")
    named = f"{record.reference} – Bài một"
    assert titles(feed) == [f"Correction: {named}", f"Publication: {named}"]
    entry = feed.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}summary") == "Sửa tên báo"
    assert link(entry, "alternate") == [f"{SITE}/en/sources/{record.reference}/"]


def test_a_withdrawn_record_is_told_by_its_reference_alone(client):
    record = make.source("Bài phải gỡ", published=False)
    publish([record], by=None, at=make.NOON)
    withdraw(record, by=None, at=make.NOON, reason="Trùng")
    feed = read(client, "/en/feeds/changes.atom")
    assert titles(feed) == [f"Withdrawal: {record.reference}"]
    address = link(feed.find(f"{ATOM}entry"), "alternate")[0]
    assert client.get(address.removeprefix(SITE)).status_code == 410


def test_the_feed_of_changes_names_a_report_by_its_own_words(client):
    report = make.progress()
    correct(report, by=None, at=make.NOON, reason="Sửa ngày")
    entry = read(client, "/en/feeds/changes.atom").find(f"{ATOM}entry")
    assert link(entry, "alternate") == [f"{SITE}{'/en'}{report.get_absolute_url()}"]


@pytest.mark.parametrize("name", LISTS)
def test_nothing_unpublished_stands_in_a_feed(client, name):
    canary = "qzx-secret"
    hidden = make.partnership("VN-22", "LA-SV", published=False, name_vi=canary)
    summit = make.summit(partnership=hidden, published=False, venue=canary)
    paper = make.minutes(summit, title_vi=canary)
    make.commitment(paper, canary)
    make.proposal(summit, canary)
    make.official(canary, published=False)
    make.source(canary, published=False)
    make.province("LA-XX", published=False, name_vi=canary)
    official = make.official("Người công khai", "LA-XX")
    assert official.is_public
    assert canary not in client.get(f"/feeds/{name}.atom").content.decode()


def test_the_text_of_an_article_stays_with_staff(client):
    make.source("Bài một", text="qzx-secret")
    assert "qzx-secret" not in client.get("/feeds/sources.atom").content.decode()


def test_a_feed_may_be_kept_by_those_who_ask_again(client):
    answer = client.get("/feeds/summits.atom")
    assert answer["Cache-Control"] == "public, no-cache"
    assert answer["ETag"]
    assert client.post("/feeds/summits.atom").status_code == 405
