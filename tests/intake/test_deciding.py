"""Editors decide on suggestions in the admin and have the drafts written."""

import pytest
from django.urls import reverse

from intake.models import Reading, Suggestion
from summits.models import Summit
from tests import make

pytestmark = pytest.mark.django_db
TEXT = "Sáng 30/3, hai tỉnh họp hội nghị cấp cao. Hai bên thống nhất mở đường.\n"


@pytest.fixture
def reading():
    return make.reading(TEXT)


def act(client, model, action, *rows):
    address = reverse(f"admin:intake_{model}_changelist")
    data = {"action": action, "_selected_action": [row.pk for row in rows]}
    return client.post(address, data, follow=True)


def messages(response):
    return [str(message) for message in response.context["messages"]]


def test_an_editor_accepts_and_the_drafts_are_written(client, reading):
    client.force_login(make.user("editor", "lan"))
    event = make.suggestion(reading, "event", "Sáng 30/3", decision="pending")
    act(client, "suggestion", "accept", event)
    event.refresh_from_db()
    assert (event.decision, event.decided_by.username) == ("accepted", "lan")
    act(client, "reading", "write_drafts", reading)
    assert [summit.state for summit in Summit.objects.all()] == ["draft"]


def test_what_became_a_record_is_not_decided_again(client, reading):
    client.force_login(make.user("editor"))
    event = make.suggestion(reading, "event", "Sáng 30/3")
    act(client, "reading", "write_drafts", reading)
    act(client, "suggestion", "reject", event)
    assert Suggestion.objects.get().decision == "accepted"


def test_what_cannot_be_placed_is_said_and_nothing_is_written(client, reading):
    client.force_login(make.user("editor"))
    make.suggestion(reading, "event", "Sáng 30/3")
    make.suggestion(reading, "item", "Hai bên thống nhất mở đường")
    said = messages(act(client, "reading", "write_drafts", reading))
    assert len(said) == 1
    assert "mở đường" in said[0]
    assert not Summit.objects.exists()


def test_a_reporter_decides_nothing(client, reading):
    client.force_login(make.user("reporter"))
    event = make.suggestion(reading, "event", "Sáng 30/3", decision="pending")
    act(client, "suggestion", "accept", event)
    event.refresh_from_db()
    assert event.decision == "pending"


@pytest.mark.parametrize("case", ["uncertain", "may be another", "read again"])
def test_the_list_accepts_nothing_that_needs_the_desk(client, reading, case):
    client.force_login(make.user("editor"))
    event = make.suggestion(reading, "event", "Sáng 30/3", decision="pending")
    if case == "uncertain":
        Suggestion.objects.update(confidence="uncertain")
    if case == "may be another":
        make.summit("2023-03-29")
    if case == "read again":
        Reading.objects.create(source=reading.source, reader_version="later", result={})
    act(client, "suggestion", "accept", event)
    event.refresh_from_db()
    assert event.decision == "pending"
