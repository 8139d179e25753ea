"""The public log as visitors read it."""

import re

import pytest

from publication.models import Change
from publication.publish import correct, log, publish, withdraw
from tests import make

pytestmark = pytest.mark.django_db


def published(record):
    log(record, Change.Kind.PUBLICATION, by=None, at=make.NOON)
    return record


def entries(client, query=""):
    return client.get(f"/en/changes/{query}").context["entries"]


def words(client):
    page = client.get("/en/changes/").content.decode()
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_changes_are_told_newest_first_with_their_reasons(client):
    clause = published(make.commitment())
    correct(clause, by=None, at=make.NOON, reason="Sửa theo văn bản gốc.")
    found = entries(client)
    assert [entry.change.kind for entry in found] == ["correction", "publication"]
    assert {entry.url for entry in found} == {f"/en{clause.get_absolute_url()}"}
    page = words(client)
    assert "Sửa theo văn bản gốc." in page
    assert {entry.day.isoformat() for entry in found} == {"2026-01-02"}


def test_what_was_withdrawn_keeps_its_line_and_loses_its_words(client):
    asked = published(make.proposal(text="Lời đã gỡ"))
    withdraw(asked, by=None, at=make.NOON, reason="Nhầm hội nghị.")
    (stone,) = entries(client)
    assert (stone.label, stone.is_tombstone) == ("", True)
    page = words(client)
    assert "Nhầm hội nghị." in page
    assert "no longer public" in page
    assert "Lời đã gỡ" not in page
    assert client.get(stone.url).status_code == 410


def test_what_was_merged_leads_on(client):
    kept = make.official()
    Change.objects.create(
        reference="o-000999",
        record_type="official",
        kind="merge",
        at=make.NOON,
        successor=kept.reference,
    )
    (entry,) = entries(client)
    assert entry.successor_url == f"/en{kept.get_absolute_url()}"


def test_a_withdrawn_report_has_no_address_and_says_so_by_its_reference(client):
    told = published(make.progress())
    withdraw(told, by=None, at=make.NOON, reason="Sai nguồn.")
    (entry,) = entries(client)
    assert (entry.url, entry.label) == ("", "")
    assert told.reference in words(client)


def test_nobody_reads_of_drafts_nor_who_did_it(client):
    by = make.user(name="bientapvien")
    secret = make.commitment(text="Bí mật", published=False)
    log(secret, Change.Kind.PUBLICATION, by=by, at=make.NOON)
    known = make.commitment()
    log(known, Change.Kind.PUBLICATION, by=by, at=make.NOON)
    page = words(client)
    assert "Bí mật" not in page
    assert "bientapvien" not in page
    assert [entry.change.reference for entry in entries(client)] == [known.reference]


def test_the_log_is_narrowed_by_kind_and_since_a_day_or_a_number(client):
    clause = published(make.commitment())
    correct(clause, by=None, at=make.now(), reason="Sửa.")
    first = Change.objects.order_by("pk").first()
    for query in ("?kind=correction", "?since=2026-06-01", f"?since={first.pk}"):
        assert [entry.change.kind for entry in entries(client, query)] == ["correction"]
    assert len(entries(client, "?since=2026-01-01")) == 2
    assert client.get("/changes/?since=soon").status_code == 400
    assert client.get("/changes/?kind=gossip").status_code == 400


def test_the_log_comes_in_pages(client):
    clause = make.commitment()
    for _number in range(51):
        published(clause)
    assert (len(entries(client)), len(entries(client, "?page=2"))) == (50, 1)
    assert client.get("/changes/?page=3").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_log_costs_the_same_however_long_it_is(
    client, django_assert_num_queries, rows
):
    for number in range(rows):
        meeting = make.summit(f"20{10 + number}", published=False)
        make.citation(meeting, "date")
        make.citation(meeting, "stage")
        publish([meeting], by=None, at=make.NOON)
        published(make.commitment(make.minutes(meeting)))
    with django_assert_num_queries(9):
        assert len(entries(client)) == 2 * rows


def test_an_empty_log_says_so(client):
    assert "Nothing is published here yet" in words(client)
