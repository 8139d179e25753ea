"""Made-up records: as many as asked for, whole, the same each time, and marked."""

import pytest
from django.db import transaction
from django.utils import translation

from portal.demo.pairs import PAIRS, shares
from portal.demo.weave import SCALES, Scale, make_up
from publication.models import Change, Reference
from publication.references import register
from sources.models import Source
from sources.spelling import fold
from summits.models import Commitment, Continuation, Minutes, Progress, Summit
from tests import make

SMALL = Scale(summits=40, clauses=(3, 5, 1, 4))
RECORDS = (Summit, Minutes, Commitment, Progress, Source)


@pytest.fixture(scope="module")
def _records(django_db_setup, django_db_blocker):
    """Made up once for the module, and undone behind it."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_up(SMALL)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def made_up(_records, db):
    """A database of made-up records."""


def test_the_scales_hold_ten_and_two_hundred_thousand_commitments():
    amounts = {
        name: sum(
            scale.clauses[place % len(scale.clauses)] for place in range(scale.summits)
        )
        for name, scale in SCALES.items()
    }
    assert amounts == {"M": 10_000, "L": 200_000}


def test_each_pair_is_a_partnership_of_its_own_in_the_order_of_parties():
    assert len(set(PAIRS)) == len(PAIRS)
    assert [list(pair) for pair in PAIRS] == [
        make.Partnership.reference_of(pair).split(".") for pair in PAIRS
    ]


def test_the_first_pair_has_a_tenth_of_the_summits_and_none_are_lost():
    counts = [count for _pair, count in shares(10_000)]
    assert (counts[0], sum(counts)) == (1000, 10_000)


def test_two_reports_follow_each_commitment(made_up):
    commitments = Commitment.objects.count()
    assert commitments == 130
    assert Progress.objects.count() == 2 * commitments
    assert Continuation.objects.count() == 3


@pytest.mark.parametrize("model", RECORDS)
def test_every_record_is_public_and_holds_to_its_own_rules(made_up, model):
    rows = model.objects.all()
    assert rows.public().count() == rows.count()
    for row in rows:
        row.full_clean(validate_unique=False)


@pytest.mark.parametrize("model", [Summit, Minutes, Commitment, Progress])
def test_every_key_fact_has_its_source(made_up, model):
    rows = model.objects.prefetch_related("citations__source")
    lacking = [
        text for row in rows for text in (*row.obstacles(), *row.hidden_sources())
    ]
    assert lacking == []


@pytest.mark.parametrize("model", RECORDS)
def test_every_record_has_its_reference_and_its_line_in_the_log(made_up, model):
    given = set(model.objects.values_list("reference", flat=True))
    assert given <= set(Reference.objects.values_list("text", flat=True))
    kind = model._meta.model_name
    logged = Change.objects.filter(record_type=kind).values_list("reference", flat=True)
    assert sorted(logged) == sorted(given)


def test_folds_are_those_that_saving_would_have_kept(made_up):
    for row in [*Commitment.objects.all(), *Progress.objects.all()]:
        assert row.folded == fold(row.searchable)


def test_sentences_have_the_length_of_real_clauses(made_up):
    lengths = [
        len(text) for text in Commitment.objects.values_list("text_vi", flat=True)
    ]
    assert 170 < sum(lengths) / len(lengths) < 230


def test_references_go_on_where_the_made_up_ones_end(made_up):
    minutes = Minutes.objects.order_by("reference").first()
    last = minutes.commitments.count()
    row = Commitment(minutes=minutes, number=last + 1, text_vi="Thêm một điều")
    assert register(row).reference == f"{minutes.reference}.c{last + 1:02d}"
    following = Source.objects.count() + 1
    assert make.source(published=False).reference == f"s-{following:06d}"


@pytest.mark.parametrize("language", ["vi", "lo", "en"])
@pytest.mark.parametrize("path", ["/", "/commitments/", "/follow-up/", "/nowhere/"])
def test_every_page_says_that_the_data_is_made_up(client, made_up, language, path):
    prefix = "" if language == "vi" else f"/{language}"
    with translation.override(language):
        words = translation.gettext("Synthetic data for load tests.")
    assert words in client.get(f"{prefix}{path}").content.decode()
