"""What axe finds on every kind of page: languages, light and dark, wide and narrow."""

from collections.abc import Iterable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.public.site import (
    EVERY_WAY,
    STATUS,
    Site,
    views_of,
    views_with_pages,
)

pytestmark = pytest.mark.django_db(transaction=True)
Way = tuple[str, str, int]
QUICK = {"resultTypes": ["violations"]}


def faults(page: Page, site: Site, looks: Iterable[tuple[str, Way]]) -> list[str]:
    """Return what axe finds, looking at each page in the way named beside it."""
    found = []
    for kind, (language, scheme, width) in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        answer = page.goto(site.at(kind, language))
        assert (kind, answer.status) == (kind, STATUS.get(kind, 200))
        for one in Axe().run(page, options=QUICK).response["violations"]:
            place = one["nodes"][0]["target"]
            found.append(f"{kind} {language} {scheme} {width}: {one['id']} {place}")
    return found


def test_every_view_of_the_site_is_among_the_kinds_of_page(site):
    assert views_with_pages() - views_of(site.addresses) == set()


def test_no_kind_of_page_shuts_anybody_out(look, site):
    """A sample that moves on by one way from page to page; `make soak` takes all."""
    ways = [EVERY_WAY[place % len(EVERY_WAY)] for place in range(len(site.addresses))]
    assert set(ways) == set(EVERY_WAY)
    assert faults(look, site, zip(site.addresses, ways, strict=True)) == []


@pytest.mark.soak
@pytest.mark.parametrize("way", EVERY_WAY, ids=lambda way: "-".join(map(str, way)))
def test_no_page_shuts_anybody_out_in_any_way_of_looking(look, site, way):
    assert faults(look, site, [(kind, way) for kind in site.addresses]) == []
