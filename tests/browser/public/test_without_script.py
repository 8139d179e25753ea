"""The site with JavaScript switched off: everything but the theme button works."""

from urllib.parse import parse_qs, urlsplit

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def plain(site, chromium):
    """A page whose browser runs no script."""
    context = chromium.new_context(base_url=site.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def where(page) -> tuple[str, dict[str, list[str]]]:
    """Return path and query of the page's address."""
    address = urlsplit(page.url)
    return address.path, parse_qs(address.query)


def test_a_list_is_filtered_and_each_filter_taken_off_again(plain):
    plain.goto("/commitments/")
    everything = plain.locator(".item").count()
    plain.locator("summary[aria-describedby='label-sector']").click()
    plain.locator("[name=sector][value=education]").check()
    plain.locator(".filters button.btn").click()
    assert where(plain)[1]["sector"] == ["education"]
    assert 0 < plain.locator(".item").count() < everything
    plain.locator(".chip").first.click()
    assert "sector" not in where(plain)[1]
    assert plain.locator(".item").count() == everything


def test_evidence_opens_beside_its_fact_and_leads_back(plain, site):
    plain.goto(site.at("minutes of a summit"))
    mark = plain.locator("a.ev").first
    mark.click()
    note = plain.locator(".note:target")
    assert note.locator("blockquote").is_visible()
    assert note.evaluate("n => getComputedStyle(n).backgroundColor") != (
        plain.locator(".note").last.evaluate("n => getComputedStyle(n).backgroundColor")
    )
    note.locator(".back").click()
    assert plain.url.endswith(f"#{mark.get_attribute('id')}")


def test_evidence_comes_up_from_the_foot_of_a_telephone_and_closes(plain, site):
    plain.set_viewport_size({"width": 360, "height": 740})
    plain.goto(site.at("minutes of a summit"))
    plain.locator("a.ev").first.click()
    note = plain.locator(".note:target")
    box = note.bounding_box()
    assert box["y"] + box["height"] == 740
    note.locator(".sheet-close").click()
    assert note.count() == 0


def test_the_language_changes_and_page_and_filter_stay(plain):
    plain.goto("/commitments/?sector=education")
    plain.locator(".head-row .langs a[lang=lo]").click()
    assert where(plain) == ("/lo/commitments/", {"sector": ["education"]})
    plain.locator(".head-row .langs a[lang=vi]").click()
    assert where(plain) == ("/commitments/", {"sector": ["education"]})


def test_the_menu_of_a_telephone_opens_and_leads_on(plain):
    plain.set_viewport_size({"width": 360, "height": 740})
    plain.goto("/")
    plain.locator(".menu-btn").click()
    plain.locator("#menu .main-nav a").nth(3).click()
    assert where(plain)[0] == "/follow-up/"


def test_a_search_from_the_home_page_finds(plain):
    plain.goto("/")
    plain.locator("main input[name=q]").fill("quoc lo 8a")
    plain.locator("main input[name=q]").press("Enter")
    assert where(plain) == ("/search/", {"q": ["quoc lo 8a"]})
    assert plain.locator(".hit").count() > 0
