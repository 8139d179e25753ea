"""The map of the site, what robots are told, and where to report a weakness."""

import re
from datetime import datetime, timedelta

import pytest
from defusedxml import ElementTree
from django.utils import timezone

from portal.feeds import sitemap
from tests import make

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/xml; charset=utf-8"
    assert answer["Cache-Control"] == "public, no-cache"
    return ElementTree.fromstring(answer.content)


def parts(client):
    return [
        one.text.removeprefix(SITE)
        for one in read(client, "/sitemap.xml").iter(f"{MAP}loc")
    ]


def addresses(client, part):
    return [one.text.removeprefix(SITE) for one in read(client, part).iter(f"{MAP}loc")]


def test_the_index_names_the_parts_that_have_pages(client):
    assert parts(client) == ["/sitemap-pages-1.xml"]
    make.source()
    assert parts(client) == ["/sitemap-pages-1.xml", "/sitemap-sources-1.xml"]


def test_every_page_of_the_map_answers_in_every_language(client):
    earlier = make.commitment()
    make.continuation(make.commitment(), earlier)
    make.progress(make.commitment())
    make.proposal()
    make.official()
    make.source()
    told = [one for part in parts(client) for one in addresses(client, part)]
    assert len(told) == len(set(told))
    assert {one: client.get(one).status_code for one in told} == dict.fromkeys(
        told, 200
    )
    kinds = {one.split("/")[1] for one in told}
    assert {*sitemap.KINDS, "lo", "en"} <= kinds


def test_a_matter_is_on_the_map_once_under_its_earliest_clause(client):
    first, last = make.commitment(), make.commitment()
    make.continuation(last, first)
    tail = f"/threads/{first.reference}/"
    assert addresses(client, "/sitemap-threads-1.xml") == [
        tail,
        f"/lo{tail}",
        f"/en{tail}",
    ]
    assert client.get(tail).status_code == 200


def test_each_language_of_a_page_names_the_others(client):
    record = make.source()
    urls = list(read(client, "/sitemap-sources-1.xml"))
    tail = f"/sources/{record.reference}/"
    told = {"vi": tail, "lo": f"/lo{tail}", "en": f"/en{tail}", "x-default": tail}
    assert [one.findtext(f"{MAP}loc") for one in urls] == [
        SITE + told[code] for code in ("vi", "lo", "en")
    ]
    for one in urls:
        links = {each.get("hreflang"): each.get("href") for each in one.iter(LINK)}
        assert links == {code: SITE + path for code, path in told.items()}
        at = datetime.fromisoformat(one.findtext(f"{MAP}lastmod"))
        assert at == record.modified_at.replace(microsecond=0)


def test_a_kind_with_many_pages_is_told_in_parts(client, monkeypatch):
    monkeypatch.setattr(sitemap, "PER_PART", 2)
    made = [make.source() for _ in range(3)]
    assert parts(client)[1:] == ["/sitemap-sources-1.xml", "/sitemap-sources-2.xml"]
    assert len(addresses(client, "/sitemap-sources-1.xml")) == 6
    last = addresses(client, "/sitemap-sources-2.xml")
    assert last[0] == made[2].get_absolute_url()
    assert len(last) == 3


@pytest.mark.parametrize(
    "part", ["sources-1", "sources-0", f"sources-{'9' * 30}", "dreams-1", "pages-2"]
)
def test_a_part_that_is_not_there_is_not_found(client, part):
    assert client.get(f"/sitemap-{part}.xml").status_code == 404


def test_a_part_costs_one_query_however_many_its_pages(
    client, django_assert_num_queries
):
    for _ in range(3):
        make.source()
        with django_assert_num_queries(1):
            client.get("/sitemap-sources-1.xml")


def test_nothing_unpublished_is_on_the_map(client):
    paper = make.minutes(published=False)
    hidden = [paper, make.commitment(paper), make.source(published=False)]
    told = {one for part in parts(client) for one in addresses(client, part)}
    assert told & {record.get_absolute_url() for record in hidden} == set()
    assert "/sitemap-minutes-1.xml" not in parts(client)


def test_robots_are_shown_the_map(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert lines[-1] == f"Sitemap: {SITE}/sitemap.xml"


def test_who_finds_a_weakness_is_told_where_to_write(client, settings):
    settings.SECURITY_CONTACT = "mailto:tin@example.org"
    answer = client.get("/.well-known/security.txt")
    told = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    expires = datetime.fromisoformat(told.pop("Expires"))
    left = expires - timezone.now()
    assert timedelta(days=170) < left < timedelta(days=365)
    assert told == {
        "Contact": "mailto:tin@example.org",
        "Preferred-Languages": "vi, lo, en",
        "Canonical": f"{SITE}/.well-known/security.txt",
    }
    assert re.match(r"text/plain; charset=utf-8", answer["Content-Type"])
