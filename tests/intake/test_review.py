"""Decisions recorded once and made again: each fits exactly, or none is made."""

import hashlib
import json
from collections import Counter

import pytest

from intake.models import Suggestion
from intake.review import Outcome, ReviewError, decide
from tests import make

pytestmark = pytest.mark.django_db
TEXT = "Sáng 30/3, hai tỉnh họp. Hai bên thống nhất mở đường và xây trường.\n"


@pytest.fixture
def reading():
    return make.reading(TEXT)


def decision(verdict, quote, kind="item", **more):
    return {"kind": kind, "quote": quote, "decision": verdict} | more


def decided(reading, *args, **more):
    return decide(reading, decision(*args, **more), by=None, at=make.NOON)


def pending(reading, quote, **values):
    return make.suggestion(reading, "item", quote, decision="pending", **values)


def test_a_decision_finds_its_suggestion_by_kind_and_exact_quote(reading):
    one = pending(reading, "mở đường")
    assert decided(reading, "reject", "mở đường", why="chung chung") == one
    one.refresh_from_db()
    assert one.decision == "rejected"


def test_a_quote_that_nothing_rests_on_stops_the_review(reading):
    pending(reading, "mở đường")
    with pytest.raises(ReviewError, match="mở cửa"):
        decided(reading, "accept", "mở cửa")


def test_two_suggestions_on_one_quote_need_a_word_to_tell_them_apart(reading):
    pending(reading, "mở đường", sectors=["transport"])
    health = pending(reading, "mở đường", sectors=["health"])
    with pytest.raises(ReviewError, match="2"):
        decided(reading, "accept", "mở đường")
    which = {"sectors": ["health"]}
    assert decided(reading, "accept", "mở đường", which=which) == health


def test_titles_and_judgements_are_no_corrections(reading):
    pending(reading, "mở đường")
    titles = {"vi": "Mở đường", "en": "A road"}
    one = decided(reading, "accept", "mở đường", titles=titles)
    assert one.decided_values == {"titles": titles}
    outcome = Outcome(Counter(accept=18, edit=1, add=1))
    assert outcome.corrected_share == 0.1


def test_a_fact_the_reader_missed_is_added_with_its_quote(reading):
    values = make.EMPTY_FACTS["item"] | {"text": "xây trường"}
    one = decided(reading, "add", "xây trường", values=values)
    again = decided(reading, "add", "xây trường", values=values)
    assert [one] == list(Suggestion.objects.all()) == [again]
    start = TEXT.index("xây trường")
    assert one.spans == [[start, start + len("xây trường")]]


def test_an_added_fact_must_be_quoted_word_for_word(reading):
    with pytest.raises(ReviewError, match="không có thật"):
        decided(reading, "add", "không có thật", values={})


def test_the_recorded_reviews_name_the_articles_they_decide_on(settings):
    folder = settings.BASE_DIR / "fixtures"
    for review in (folder / "reviews").glob("*.json"):
        decisions = json.loads(review.read_text(encoding="utf-8"))["decisions"]
        article = folder / "articles" / f"{review.stem}.txt"
        digest = hashlib.sha256(article.read_bytes()).hexdigest()
        assert {one["source"] for one in decisions} == {digest}
        assert all(one["quote"] and one["kind"] for one in decisions)
