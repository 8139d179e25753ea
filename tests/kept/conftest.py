"""Readers who are answered from memory, and one who never is."""

import pytest
from django.test import Client

ROOM = 8 * 1024 * 1024


@pytest.fixture
def reader_of(settings):
    """Make a reader before a store of so many bytes: each is a process of its own."""

    def reader(room=ROOM):
        settings.KEPT_BYTES = room
        client = Client()
        client.handler.load_middleware()
        return client

    return reader


@pytest.fixture
def kept(reader_of):
    return reader_of()


@pytest.fixture
def fresh(reader_of):
    """Whose every answer is made anew."""
    return reader_of(0)
