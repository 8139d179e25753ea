"""The page that says who changed what, for every kind of value."""

import pytest
from django.urls import reverse

from tests import make

pytestmark = pytest.mark.django_db


def history_of(row) -> str:
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_history", args=[row.pk])


def test_a_changed_list_is_told_as_it_was_and_as_it_is(publisher):
    clause = make.commitment(published=False, addressees=["government-VN"])
    clause.addressees = ["government-VN", "government-LA"]
    clause.save()
    event = publisher.get(history_of(clause)).context["events"][0]
    assert [(c.field, c.old, c.new) for c in event.changes] == [
        ("Addressees", "['government-VN']", "['government-VN', 'government-LA']")
    ]


def test_the_history_is_only_looked_at(publisher):
    summit = make.summit()
    address = history_of(summit)
    assert publisher.get(address).status_code == 200
    assert publisher.post(address).status_code == 405
