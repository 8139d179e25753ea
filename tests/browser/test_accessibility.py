"""What axe finds on each kind of page, in light and dark, wide and narrow."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from portal.fill import fill
from summits.models import Commitment, Minutes, Partnership, Summit
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)

SETTINGS = ((1280, "light", ""), (360, "dark", "/en"))
PAGES = ("/", "/summits/", "/follow-up/", "/provinces/LA-BL/", "/sources/", "/no/")


def violations(page, address):
    page.goto(address)
    found = Axe().run(page).response["violations"]
    return [f"{address} {one['id']} {one['nodes'][0]['target']}" for one in found]


def test_no_kind_of_page_shuts_anybody_out(chromium, live_server):
    fill(by=make.user("publisher"), at=make.NOON)
    details = tuple(
        kind.objects.public().latest("pk").get_absolute_url()
        for kind in (Partnership, Summit, Minutes, Commitment)
    )
    found = []
    for width, scheme, prefix in SETTINGS:
        # axe is put into the page by the test, which the page's policy forbids.
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            bypass_csp=True,
        )
        page = context.new_page()
        for address in PAGES + details:
            found += violations(page, prefix + address)
        context.close()
    assert found == []
