"""What every test may ask for. Records are made in tests/make.py."""

import importlib
import os
import shutil

import pytest
from django.apps import apps
from django.db import connections
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import sync_playwright
from pytest_django.plugin import blocking_manager_key

# A run on a loaded machine is slow, not wrong; `make soak` looks further.
hypothesis_settings.register_profile("default", deadline=None)
hypothesis_settings.register_profile("soak", deadline=None, max_examples=5000)
hypothesis_settings.load_profile("default")

# A browser that asks nobody but the server under test.
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """A test that commits leaves an emptied database; give the roles back to it."""
    yield
    marker = item.get_closest_marker("django_db")
    if nextitem and marker and marker.kwargs.get("transaction"):
        roles = importlib.import_module("portal.migrations.0001_roles")
        with item.config.stash[blocking_manager_key].unblock():
            roles.make_roles(apps, None)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """What a test uploads lands in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """Slow hashing protects people; those who exist for one test need none."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="module")
def chromium():
    """A headless Chromium, one for a module of tests; CHROMIUM names another.

    Without one the tests that need it are skipped, or fail where the build asks
    for all of them (BROWSER_TESTS=required).
    """
    path = _find_chromium()
    # The browser's event loop runs in this thread for as long as it is open. Django
    # must be told to allow that, and keeps connections of their own for such a time.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    arguments = [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()
        connections.close_all()


@pytest.fixture
def page(chromium, live_server):
    """A fresh page of 1280 px; addresses are relative to the live server."""
    context = chromium.new_context(
        base_url=live_server.url,
        locale="vi-VN",
        viewport={"width": 1280, "height": 900},
    )
    yield context.new_page()
    context.close()


def _find_chromium() -> str:
    wanted = [os.environ["CHROMIUM"]] if "CHROMIUM" in os.environ else CHROMIUM_NAMES
    for name in wanted:
        if path := shutil.which(name):
            return path
    message = f"No Chromium found under {', '.join(wanted)}. Set CHROMIUM to its path."
    if os.environ.get("BROWSER_TESTS") == "required":
        pytest.fail(message)
    pytest.skip(message)
    return ""
