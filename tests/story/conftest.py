"""The portal filled once for the stories told about it, and taken back afterwards."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from intake.readings import store_article
from intake.review import apply_review
from portal.fill import FACTS, FIXTURES, Filled, fill
from summits.management.commands.load_reference import load_reference
from tests import make


@pytest.fixture(scope="module")
def _open_database(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def filled(_open_database) -> Filled:
    """The demonstration, published."""
    return fill(by=make.user("publisher"), at=make.NOON)


@pytest.fixture(scope="module")
def articles_alone(_open_database) -> None:
    """What the two articles say, reviewed but not published; no timeline."""
    load_reference(only=FACTS)
    for article in sorted(FIXTURES.glob("articles/*.txt"), reverse=True):
        store_article(article.read_bytes())
        review = FIXTURES / "reviews" / f"{article.stem}.json"
        apply_review(review, by=make.user("editor"), at=make.NOON)
