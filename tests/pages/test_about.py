"""What the site says of itself."""

import re

import pytest
from django.utils import translation

from portal.signs import PROGRESS, sign_named
from summits.models import Force

pytestmark = pytest.mark.django_db


def page_in_english(client):
    return re.sub(r"\s+", " ", client.get("/en/about/").content.decode())


def test_every_state_and_force_is_defined(client):
    page = page_in_english(client)
    with translation.override("en"):
        meanings = [str(sign_named(name).meaning) for name in PROGRESS]
    assert [meaning for meaning in meanings if meaning not in page] == []
    for force in ("Agreed", "Petition to a higher government", "Aspiration"):
        assert f"<dt>{force}</dt>" in page
    assert len(Force) == 3


def test_the_contents_lead_to_sections_that_are_there(client):
    page = page_in_english(client)
    contents = page.partition('class="toc')[2].partition("</aside>")[0]
    targets = re.findall(r'href="#(\w+)"', contents)
    assert targets == [
        "facts",
        "evidence",
        "forces",
        "states",
        "again",
        "reuse",
        "contact",
        "languages",
    ]
    assert [page.count(f'id="{name}"') for name in targets] == [1] * len(targets)


@pytest.mark.parametrize("reviewed", [True, False])
def test_that_lao_is_unreviewed_is_said_until_it_is_reviewed(
    client, settings, reviewed
):
    settings.LAO_IS_REVIEWED = reviewed
    said = "Lao pages has not yet been reviewed" in page_in_english(client)
    assert said is not reviewed


def test_the_page_asks_the_records_nothing(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(1):  # the stamp under which it is kept
        assert client.get("/about/").status_code == 200
