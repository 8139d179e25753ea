"""Pages in a real browser, which is who enforces the content security policy."""

import pytest

from portal.fill import fill
from summits.models import Commitment, Minutes, Partnership, Summit
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)

LISTS = (
    "/",
    "/summits/",
    "/partnerships/",
    "/minutes/",
    "/commitments/",
    "/officials/",
    "/provinces/",
    "/sources/",
    "/follow-up/",
    "/en/",
    "/api/docs/",
    "/admin/login/",
    "/no-such-page/",
)


def complaints_of(page) -> list[str]:
    """Return the list in which whatever the page's console says will appear."""
    said = []
    page.on("console", lambda message: said.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url} {error}"))
    return said


def width_beyond_the_window(page) -> int:
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


def test_no_page_breaks_the_policy_or_the_width_of_a_telephone(page):
    fill(by=make.user("publisher"), at=make.NOON)
    details = [
        kind.objects.public().earliest("pk").get_absolute_url()
        for kind in (Partnership, Summit, Minutes, Commitment)
    ]
    complaints, too_wide = complaints_of(page), {}
    page.set_viewport_size({"width": 360, "height": 800})
    for address in (*LISTS, *details):
        page.goto(address)
        if beyond := width_beyond_the_window(page):
            too_wide[address] = beyond
    expected = [one for one in complaints if "/no-such-page/" not in one]
    assert (expected, too_wide) == ([], {})


def test_the_roles_outlast_a_test_that_commits():
    assert make.user("publisher").groups.count() == 1


def test_the_roles_are_there_after_it():
    assert make.user("editor").groups.count() == 1
