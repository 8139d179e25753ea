"""A corrected article is undone with what its earlier version brought."""

import pytest

from intake.again import carry_over
from intake.confirm import confirm
from intake.models import Reading, Suggestion
from summits.models import Commitment, Delegate, Minutes, Signature, Summit
from tests import make
from tests.intake.articles import TEXT, references, take_back, whole

pytestmark = pytest.mark.django_db
MADE = (Summit, Minutes, Signature, Delegate, Commitment)


@pytest.fixture
def first():
    """An article whose facts all stand in the records."""
    of = make.reading(TEXT)
    whole(of)
    confirm(of)
    return of


@pytest.fixture
def corrected(first):
    """The same article, corrected since and read again: nothing in it is new."""
    of = make.source(
        text=f"{TEXT}Bài đã sửa.\n", replaces=first.source, published=False
    )
    reading = Reading.objects.create(source=of, reader_version="test", result={})
    for one in first.suggestions.all():
        Suggestion.objects.create(
            reading=reading,
            kind=one.kind,
            position=one.position,
            values=one.values,
            spans=one.spans,
        )
    carry_over(reading)
    return reading


def counts():
    return [model.objects.count() for model in MADE]


def test_undoing_the_corrected_version_takes_back_what_the_first_brought(
    first, corrected
):
    assert references(corrected) == references(first)
    take_back(corrected)
    assert counts() == [0] * len(MADE)
    assert {*references(first), *references(corrected)} == {""}


def test_undoing_the_first_version_leaves_what_the_corrected_one_rests_on(
    first, corrected
):
    before = counts()
    undone = take_back(first)
    assert (undone.removed, undone.passages) == ([], 0)
    assert counts() == before
    assert references(corrected) == references(first)
