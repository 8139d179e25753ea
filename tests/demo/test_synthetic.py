"""Where records may be made up, and that the same ones come each time."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction

from portal.demo.weave import Scale, make_up
from provinces.models import Official, Province
from publication import stamp
from publication.bulk import insert_synthetic
from summits.models import Commitment, Progress, Sector
from tests import make

SMALL = Scale(summits=40, clauses=(3, 5, 1, 4))


def undone() -> list:
    """Make the records up, take down what they say, and undo it all."""
    with transaction.atomic():
        make_up(SMALL)
        told = [
            list(model.objects.order_by("reference").values_list("reference", *names))
            for model, names in (
                (Commitment, ("pk", "text_vi", "force", "minutes")),
                (Progress, ("pk", "note_vi", "implementation", "reported_on")),
                # Keys are given out once on PostgreSQL, even where all is undone.
                (Official, ("name_vi", "province__reference")),
            )
        ]
        transaction.set_rollback(True)
    return told


def test_it_is_the_same_every_time(db):
    first = undone()
    assert len({text for _reference, _pk, text, *_rest in first[0]}) == 130
    assert undone() == first


def test_a_database_with_records_is_left_alone(db):
    make.province()
    with pytest.raises(ValidationError, match="đã có hồ sơ"):
        make_up(SMALL)
    with pytest.raises(CommandError):
        call_command("demo", scale="M")
    assert Province.objects.count() == 1
    assert stamp.read()[1] is False


def test_a_database_of_real_records_takes_no_unrecorded_rows(db):
    with pytest.raises(ValidationError):
        insert_synthetic(Sector, ["code"], [("x",)], {})


@pytest.mark.parametrize("path", ["/", "/commitments/"])
def test_no_page_of_real_records_says_so(client, db, path):
    make.commitment()
    assert "Synthetic data" not in client.get(f"/en{path}").content.decode()


@pytest.mark.django_db(transaction=True)
def test_answers_of_the_api_say_it_too(client):
    make.commitment()
    real = client.get("/api/v1/commitments/")
    assert "synthetic" not in real.json()
    assert "X-Synthetic-Data" not in real.headers
    stamp.Stamp.objects.update_or_create(pk=1, defaults={"is_synthetic": True})
    answer = client.get("/api/v1/commitments/?page_size=5")
    assert answer.json()["synthetic"] is True
    assert answer.headers["X-Synthetic-Data"] == "true"
    detail = client.get(answer.json()["results"][0]["url"])
    assert detail.headers["X-Synthetic-Data"] == "true"
