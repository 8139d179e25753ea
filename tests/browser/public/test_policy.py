"""Pages in a real browser, which is who enforces the content security policy."""

import pytest

from tests.browser.public.site import STATUS

pytestmark = pytest.mark.django_db(transaction=True)


def test_no_page_breaks_the_policy_or_asks_anybody_else(chromium, site):
    context = chromium.new_context(base_url=site.url)
    page = context.new_page()
    said, asked = [], set()
    page.on("console", lambda message: said.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url} {error}"))
    page.on("request", lambda request: asked.add(request.url.split("/")[2]))
    for kind in site.addresses.keys() - STATUS.keys():
        page.goto(site.at(kind, "lo"))
    context.close()
    assert (said, asked) == ([], {site.url.split("/")[2]})
