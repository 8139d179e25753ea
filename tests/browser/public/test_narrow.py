"""Pages on 320 px, which is also what 400 % zoom leaves of a window of 1280."""

import pytest

from tests.browser.public.site import LANGUAGES, Site

pytestmark = pytest.mark.django_db(transaction=True)

# What is wider than the window, the innermost first; none where nothing scrolls.
BEYOND = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")].reverse()
    .filter((one) => one.getBoundingClientRect().right > width + 1)
    .map((one) => `${one.localName}.${one.getAttribute("class")}`);
}"""


def too_wide(page, site: Site, looks) -> dict[str, str]:
    page.set_viewport_size({"width": 320, "height": 640})
    found = {}
    for kind, language in looks:
        page.goto(site.at(kind, language))
        if beyond := page.evaluate(BEYOND):
            found[f"{kind} {language}"] = beyond[0]
    return found


def test_no_page_scrolls_sideways_at_320_pixels(look, site):
    turns = enumerate(site.addresses)
    looks = [(kind, LANGUAGES[place % len(LANGUAGES)]) for place, kind in turns]
    assert too_wide(look, site, looks) == {}


@pytest.mark.soak
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_scrolls_sideways_in_any_language(look, site, language):
    assert too_wide(look, site, [(kind, language) for kind in site.addresses]) == {}
