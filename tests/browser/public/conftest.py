"""One filled portal, served to all tests of this folder, and emptied afterwards."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.public.site import Site, addresses


@pytest.fixture
def _django_db_helper() -> None:
    """Nothing of a test's own is begun or emptied: all look at the same records."""


@pytest.fixture(scope="package")
def site(django_db_setup, django_db_blocker) -> Iterator[Site]:
    """Every kind of public page, for tests that only look."""
    roomy = override_settings(KEPT_BYTES=16 * 1024 * 1024, ALLOWED_HOSTS=["localhost"])

    with django_db_blocker.unblock(), roomy:
        found = addresses()
        server = LiveServer("localhost")
        yield Site(server.url, found)
        server.stop()
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def look(site: Site, chromium: Browser) -> Iterator[Page]:
    """A page into which a test may put scripts, which the policy forbids others."""
    context = chromium.new_context(base_url=site.url, bypass_csp=True)
    context.set_default_timeout(90_000)  # a busy machine is slow, not wrong
    yield context.new_page()
    context.close()
