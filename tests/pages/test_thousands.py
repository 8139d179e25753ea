"""Numbers from a thousand on are grouped as each language does it; years never are."""

import re

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import translation

from intake.readings import store_article
from portal.figures import Distribution, Share
from portal.fill import FACTS, FIXTURES
from portal.signs import in_words
from portal.templatetags.signs import bar
from publication.models import State
from summits.management.commands.load_reference import load_reference
from summits.models import Commitment
from tests import make

pytestmark = pytest.mark.django_db

GROUPED = {"": ("vi", "1.204"), "/lo": ("lo", "1.204"), "/en": ("en", "1,204")}


@pytest.fixture
def many():
    """One summit whose minutes have 1,204 clauses."""
    paper = make.minutes()
    make.commitment(paper, sectors=("transport",))
    shared = {"minutes": paper, "text_vi": "Điều", "state": State.PUBLISHED}
    Commitment.objects.bulk_create(
        Commitment(
            reference=f"{paper.reference}.c{number}",
            number=number,
            published_at=make.NOON,
            **shared,
        )
        for number in range(2, 1205)
    )
    with connection.cursor() as cursor:
        # What a database does by itself, but within the minute.
        cursor.execute("ANALYZE")
    return paper


def words(answer):
    body = answer.content.decode().partition("<main")[2]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


@pytest.mark.parametrize("prefix", GROUPED)
@pytest.mark.parametrize("address", ["/", "/follow-up/", "/commitments/", "/minutes/"])
def test_a_page_groups_what_it_counts(client, many, prefix, address):
    page = words(client.get(prefix + address))
    assert re.search(r"(?<![\d.,])1204(?![\d.,])", page) is None
    assert GROUPED[prefix][1] in page


@pytest.mark.parametrize(("language", "grouped"), GROUPED.values())
def test_figures_say_their_numbers_grouped(language, grouped):
    shown = Distribution((Share("none", 1204),))
    with translation.override(language):
        assert grouped in in_words([("none", 1204)])
        assert bar(shown)["label"].count(grouped) == 2


@pytest.mark.parametrize("prefix", GROUPED)
def test_no_year_is_grouped(client, prefix):
    make.commitment(sectors=("transport",))
    make.source(published_on="2023-03-31")
    summit = Commitment.objects.get().minutes.summit
    addresses = ["/", "/follow-up/", "/coverage/", "/summits/", "/search/?q=8A"]
    for address in [*addresses, summit.partnership.get_absolute_url()]:
        page = client.get(prefix + address).content.decode()
        told = re.sub(r"<svg.*?</svg>", "", page, flags=re.DOTALL)
        assert "2023" in told
        assert re.findall(r"\b[12][.,]\d\d\d\b", told) == []


def test_programs_read_plain_numbers(client, many):
    answer = client.get("/api/v1/commitments/?count=1&lang=vi").json()
    assert answer["count"] == 1204


def test_what_scripts_read_on_the_desk_stays_plain(client):
    load_reference(only=FACTS)
    article = next(FIXTURES.glob("articles/000*"))
    reading = store_article(article.read_bytes()).reading
    client.force_login(make.user("editor"))
    address = reverse("admin:intake_reading_desk", args=[reading.pk])
    page = client.get(address).content.decode()
    places = re.findall(r'data-at="([^"]*)"', page)
    assert max(int(place) for place in places) > 1000
