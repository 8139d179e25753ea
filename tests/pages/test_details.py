"""Pages of single records: what they cost, and what became of those that are gone."""

import re

import pytest
from django.core.files.base import ContentFile

from publication.models import Change, Reference
from publication.publish import publish, withdraw
from summits.models import MinutesFile
from tests import make

pytestmark = pytest.mark.django_db


def full_summit(rows=1):
    """A summit with so many of everything that may stand on its page."""
    earlier = make.minutes(make.summit("2021-12-18"), signed_on="2021-12-18")
    meeting = make.summit(host=make.province(), place=make.place())
    make.citation(meeting, "date", "Sáng 30/3")
    paper = make.minutes(meeting, reviews=earlier)
    make.citation(paper, "title_vi", "ký kết biên bản")
    for number in range(rows):
        person = make.official(f"Người thứ {number}")
        part = make.delegate(meeting, person.name_vi, "LA-BL", official=person)
        make.citation(part, "name", person.name_vi)
        signed = make.signature(paper, person.name_vi, "LA-BL", official=person)
        make.citation(signed, "name", person.name_vi)
        clause = make.commitment(
            paper, f"Nội dung {number}", sectors=("transport",), actors=("VN-23",)
        )
        make.citation(clause, "text_vi", f"Nội dung {number}")
        make.continuation(clause, make.commitment(earlier, f"Nội dung cũ {number}"))
        asked = make.proposal(meeting, f"Đề nghị {number}", official=person)
        make.citation(asked, "text_vi", f"Đề nghị {number}")
        told = make.progress(
            minutes=earlier, occasion=meeting, reporter=make.province()
        )
        make.citation(told, "note_vi", "đã triển khai")
        news = make.progress(clause)
        make.citation(news, "note_vi", "đang triển khai")
    return meeting


def paper_of(meeting):
    return meeting.minutes.get()


PAGES = {
    "summit": (lambda meeting: meeting, 19),
    "minutes": (paper_of, 18),
    "partnership": (lambda meeting: meeting.partnership, 19),
    "commitment": (lambda meeting: paper_of(meeting).commitments.first(), 14),
    "proposal": (lambda meeting: meeting.proposals.first(), 9),
    "province": (lambda _meeting: make.province("LA-BL"), 15),
    "official": (lambda meeting: meeting.proposals.first().official, 16),
    "source": (lambda meeting: meeting.citations.get().source, 21),
}


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_costs_as_many_queries_for_three_rows_as_for_one(
    client, django_assert_num_queries, kind, rows
):
    find, queries = PAGES[kind]
    address = find(full_summit(rows)).get_absolute_url()
    with django_assert_num_queries(queries):
        answer = client.get(address)
    assert answer.status_code == 200


@pytest.mark.parametrize("kind", PAGES)
def test_a_record_links_its_json(client, kind):
    record = PAGES[kind][0](full_summit())
    page = client.get(record.get_absolute_url()).content.decode()
    address = f"/api/v1{record.get_absolute_url()}"
    assert page.count(f'href="{address}"') == 1
    assert client.get(address).json()["reference"] == record.reference


@pytest.mark.parametrize("kind", PAGES)
def test_every_marker_leads_to_a_note_and_every_id_stands_once(client, kind):
    page = client.get(PAGES[kind][0](full_summit(3)).get_absolute_url())
    ids, targets = anchors(page.content.decode())
    assert sorted(ids) == sorted(set(ids))
    assert targets - set(ids) == set()


def anchors(page):
    ids = re.findall(r'\sid="([^"]+)"', page)
    # What <use> draws stands in the sprite, and is an id as well.
    return ids, set(re.findall(r'href="#([^"]+)"', page))


@pytest.mark.parametrize("kind", PAGES)
def test_a_record_never_public_is_as_unknown_as_one_never_made(client, kind):
    record = PAGES[kind][0](full_summit())
    record.state = "draft"
    record.save()
    address = record.get_absolute_url()
    hidden = client.get(address)
    never = client.get(address.replace(record.reference, "VN-99"))
    assert (hidden.status_code, never.status_code) == (404, 404)
    assert record.reference not in hidden.content.decode().replace(address, "")


def test_a_withdrawn_record_keeps_its_address_with_reason_and_date(client):
    meeting = make.summit(published=False)
    make.citation(meeting, "date")
    make.citation(meeting, "stage")
    publish([meeting], by=None, at=make.NOON)
    withdraw(meeting, by=None, at=make.NOON, reason="Nguồn đã đính chính.")
    answer = client.get(meeting.get_absolute_url())
    page = answer.content.decode()
    assert answer.status_code == 410
    assert "Nguồn đã đính chính." in page
    assert "2/1/2026" in page
    assert meeting.reference in page


def test_what_stands_below_a_withdrawn_record_is_gone_with_it(client):
    meeting = make.summit(published=False)
    make.citation(meeting, "date")
    make.citation(meeting, "stage")
    asked = make.proposal(meeting, published=False)
    make.citation(asked, "text_vi")
    publish([meeting, asked], by=None, at=make.NOON)
    withdraw(meeting, by=None, at=make.NOON, reason="Nhầm hội nghị.")
    answer = client.get(asked.get_absolute_url())
    assert answer.status_code == 410
    assert "Nhầm hội nghị." in answer.content.decode()


def test_a_merged_record_leads_on_to_its_successor(client):
    kept, merged = make.official("Người còn lại"), make.official("Người trùng")
    Change.objects.create(
        reference=merged.reference, record_type="official", kind="merge", at=make.NOON
    )
    row = Reference.objects.get(text=merged.reference)
    row.successor = Reference.objects.get(text=kept.reference)
    row.save()
    merged.state = "withdrawn"
    merged.save()
    answer = client.get(f"/en/officials/{merged.reference}/")
    assert answer.status_code == 301
    assert answer["Location"] == f"/en/officials/{kept.reference}/"


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize(
    "address", ["/nope/", "/nope", "/lo/x/", "/summits/zz/", "/vi/"]
)
def test_a_wrong_address_answers_in_plain_words_debugging_or_not(
    client, settings, debug, address
):
    settings.DEBUG = debug
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.templates[0].name == "404.html"


@pytest.mark.parametrize("address", ["/summits", "/en", "/lo/minutes", "/follow-up"])
def test_a_forgotten_slash_is_added_and_the_query_kept(client, address):
    answer = client.get(f"{address}?q=a")
    assert (answer.status_code, answer["Location"]) == (301, f"{address}/?q=a")


def test_robots_are_kept_from_staff_screens_and_filters(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    site = "http://127.0.0.1:8000/sitemap.xml"
    assert lines == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /*?",
        "",
        f"Sitemap: {site}",
    ]


def test_the_site_says_that_it_is_well(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert client.get("/healthz").json() == {"status": "ok"}


def test_a_file_of_minutes_is_handed_out_once_opened_and_not_before(client, media):
    paper = make.minutes()
    file = MinutesFile(minutes=paper, language="vi", sha256="0" * 64)
    file.file.save("scan.pdf", ContentFile(b"%PDF-1.7 signed"), save=True)
    address = f"/minutes/{paper.reference}/files/{file.pk}/"
    assert client.get(address).status_code == 404
    assert (
        "This is not the original."
        in client.get(f"/en{paper.get_absolute_url()}").content.decode()
    )
    file.opened_at = make.NOON
    file.save()
    answer = client.get(address)
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 signed"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment;")
    page = client.get(f"/en{paper.get_absolute_url()}").content.decode()
    assert "This is not the original." not in page
    assert address.removeprefix("/") in page
