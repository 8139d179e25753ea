"""Who sits at the screens for spreadsheets."""

import pytest

from tests import make


@pytest.fixture
def as_(client):
    """Sign a role in; the same client, another person."""

    def sign_in(role="", name=""):
        person = make.user(role, name)
        client.force_login(person)
        return person

    return sign_in
