"""Every page by keyboard alone: Tab reaches each control, and shows where one is."""

import pytest

from tests.browser.public.site import LANGUAGES, Site

pytestmark = pytest.mark.django_db(transaction=True)

# What can be followed, pressed or filled in, as far as it is shown. Of the buttons of
# one choice only one is a stop of Tab; a field that no person is to fill in is none.
CONTROLS = """() => {
  const all = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  window.controls = [...document.querySelectorAll(all)].filter((one) =>
    one.checkVisibility({visibilityProperty: true}) && !one.disabled
    && one.type !== "hidden" && one.type !== "radio" && one.tabIndex >= 0);
  window.seen = new Set();
  window.blind = [];
  addEventListener("focusin", ({target}) => {
    seen.add(target);
    const {outlineStyle, outlineWidth} = getComputedStyle(target);
    if (outlineStyle === "none" || outlineWidth === "0px") blind.push(told(target));
  });
  window.told = (one) => `${one.localName}.${one.className} ${one.textContent.trim()}`;
  document.activeElement.blur();
  return controls.length;
}"""
MISSED = "() => [...controls.filter((one) => !seen.has(one)).map(told), ...blind]"


def out_of_reach(page, site: Site, looks) -> dict[str, list[str]]:
    """Return what Tab does not reach on each page, or reaches without showing it."""
    found = {}
    for kind, language in looks:
        page.goto(site.at(kind, language))
        count = page.evaluate(CONTROLS)
        for _stop in range(count + 5):
            page.keyboard.press("Tab")
        if missed := page.evaluate(MISSED):
            found[f"{kind} {language}"] = missed
    return found


def test_tab_reaches_every_control_and_shows_where_it_is(look, site):
    kinds = ("home", "summit in long words", "search, narrowed", "report an error")
    looks = zip(kinds, ("vi", "lo", "en", "vi"), strict=True)
    assert out_of_reach(look, site, looks) == {}


@pytest.mark.soak
@pytest.mark.parametrize("width", [1280, 360])
def test_tab_reaches_every_control_of_every_page(look, site, width):
    look.set_viewport_size({"width": width, "height": 900})
    turns = enumerate(site.addresses)
    looks = [(kind, LANGUAGES[place % len(LANGUAGES)]) for place, kind in turns]
    assert out_of_reach(look, site, looks) == {}


def test_the_first_stop_leads_past_the_header(look, site):
    look.goto(site.at("commitments"))
    look.keyboard.press("Tab")
    look.keyboard.press("Enter")
    look.keyboard.press("Tab")
    assert look.evaluate("document.activeElement.closest('main')?.id") == "content"


def test_the_menu_of_a_telephone_opens_and_closes_by_keyboard(look, site):
    look.set_viewport_size({"width": 360, "height": 800})
    look.goto(site.at("home"))
    look.locator(".menu-btn").focus()
    look.keyboard.press("Enter")
    assert look.locator("#menu").is_visible()
    look.keyboard.press("Tab")
    assert look.evaluate("document.activeElement.closest('#menu') !== null")
    look.keyboard.press("Escape")
    assert look.locator("#menu").is_hidden()
    assert look.evaluate("document.activeElement.matches('.menu-btn')")


def test_evidence_is_reached_and_left_by_keyboard(look, site):
    look.goto(site.at("minutes of a summit"))
    look.locator("a.ev, a.evn").first.focus()
    fact = look.evaluate("document.activeElement.id")
    look.keyboard.press("Enter")
    assert look.locator(".note:target").count() == 1
    look.keyboard.press("Escape")
    assert look.locator(".note:target").count() == 0
    assert look.evaluate("document.activeElement.id") == fact
