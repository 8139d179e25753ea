import pytest

from tests import make


@pytest.fixture
def english(client):
    """A browser whose reader wants English."""
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


@pytest.fixture
def editor(english):
    english.force_login(make.user("editor"))
    return english


@pytest.fixture
def publisher(english):
    english.force_login(make.user("publisher", name="chi_lan"))
    return english
