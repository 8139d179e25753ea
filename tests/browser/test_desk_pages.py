"""Every page on which articles are fed in and decided on: policy, width, and axe."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from intake.confirm import confirm
from intake.readings import store_article
from portal.fill import FACTS, FIXTURES
from summits.management.commands.load_reference import load_reference
from tests import make
from tests.admin import desk
from tests.browser.test_admin import log_in

pytestmark = pytest.mark.django_db(transaction=True)

ANNOUNCED = next(FIXTURES.glob("articles/003*"))
OF_A_READING = ("desk", "desk_sure", "desk_add", "desk_spelling")
OF_A_WRITTEN = ("desk", "desk_write", "desk_undo")
UNFOLD = """() => {
  for (const one of document.querySelectorAll("main details")) one.open = true;
  for (const one of document.querySelectorAll("[value=edited]")) one.checked = true;
}"""


@pytest.fixture
def addresses():
    """An article with questions to settle, and one whose drafts were written."""
    load_reference(only=FACTS)
    make.summit("2021-12-18", day_part="morning", venue="thị xã Lạc Xao")
    open_one = store_article(ANNOUNCED.read_bytes()).reading
    written = desk.reading()
    desk.event(written, decision="accepted")
    confirm(written, by=None, at=make.NOON)
    return [
        reverse("admin:intake_reading_changelist"),
        reverse("admin:intake_reading_add"),
        *(desk.at(open_one, page) for page in OF_A_READING),
        *(desk.at(written, page) for page in OF_A_WRITTEN),
    ]


def opened(page, address):
    """Open a page with all that it folds away, fields to type in among it."""
    assert page.goto(address).status == 200
    page.evaluate(UNFOLD)


def violations(page, address):
    opened(page, address)
    found = Axe().run(page).response["violations"]
    return [f"{address} {one['id']} {one['nodes'][0]['target']}" for one in found]


def test_no_page_of_the_desk_breaks_the_policy_or_the_width_of_a_telephone(
    page, addresses
):
    log_in(page)
    complaints, too_wide = [], {}
    page.on("console", lambda said: complaints.append(f"{page.url} {said.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url} {error}"))
    page.set_viewport_size({"width": 360, "height": 800})
    for address in addresses:
        opened(page, address)
        beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if beyond:
            too_wide[address] = beyond
    assert (complaints, too_wide) == ([], {})


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_no_page_of_the_desk_shuts_anybody_out(
    chromium, live_server, addresses, width, scheme
):
    # axe is put into the page by the test, which the page's policy forbids.
    context = chromium.new_context(
        base_url=live_server.url,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,
    )
    page = context.new_page()
    log_in(page)
    found = [fault for address in addresses for fault in violations(page, address)]
    context.close()
    assert found == []
