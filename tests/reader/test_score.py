"""The floor under the reader's figures, on its two examples and on the whole corpus."""

import pytest

from intake.reader import read
from intake.reader.clean import decode
from tests.corpus.score import Score, score, table
from tests.reader.conftest import ROOT

CORPUS = ROOT / "tests" / "corpus"
TEXTS = [CORPUS, ROOT / "fixtures" / "articles"]
FLOOR = {
    "title": 1.0,
    "outlet": 1.0,
    "published on": 1.0,
    "events": 0.99,
    "event date": 0.99,
    "event provinces": 0.99,
    "event status + kind": 0.99,
    "event place": 0.95,
    "event day part": 0.95,
    "people (name + province)": 0.97,
    "head of delegation": 0.97,
    "signatory": 0.97,
    "titles": 0.95,
    "documents": 0.97,
    "document stage": 0.97,
    "document signed on": 0.95,
    "document covers": 0.95,
    "document provinces": 0.97,
    "documents, all right": 0.95,
    "items found": 0.95,
    "item force": 0.95,
    "item sectors": 0.95,
    "item actors": 0.95,
    "item addressees": 0.95,
    "furniture cut": 1.0,
}
MORE = CORPUS / "more"
# A second set in papers' styles that the first lacks.
FLOOR_OF_MORE = {
    **FLOOR,
    "titles": 0.97,
    "documents, all right": 0.97,
    "items found": 0.97,
    "item force": 0.97,
    "item sectors": 0.97,
    "item actors": 0.97,
}
# Articles in yet other hands; what is missed there is told in the corpus's page.
FLOOR_OF_OTHERS = {
    **FLOOR,
    "events": 0.9,
    "event date": 0.9,
    "event provinces": 0.9,
    "event status + kind": 0.9,
    "items found": 0.95,
    "item sectors": 0.92,
}
MOST_PIECES_PER_ARTICLE = 3


@pytest.fixture(scope="module")
def total(gazetteer):
    return score(
        CORPUS / "gold", TEXTS, lambda _, text: read(text, gazetteer).as_json()
    )


def test_no_row_falls_below_its_floor(total):
    below = {row: total.f1(row) for row in FLOOR if (total.f1(row) or 0) < FLOOR[row]}
    assert below == {}, table(total)


def test_no_fact_is_wrong(total):
    assert total.wrong_facts() == []


@pytest.fixture(scope="module")
def total_of_more(gazetteer):
    return score_of_more(gazetteer, "[ef]*")


def score_of_more(gazetteer, names):
    return score(
        MORE / "gold", [MORE], lambda _, text: read(text, gazetteer).as_json(), names
    )


def test_no_row_of_the_second_set_falls_below_its_floor(total_of_more):
    below = {
        row: total_of_more.f1(row)
        for row, floor in FLOOR_OF_MORE.items()
        if (total_of_more.f1(row) or 0) < floor
    }
    assert below == {}, table(total_of_more)


def test_no_fact_of_the_second_set_is_wrong(total_of_more):
    assert total_of_more.wrong_facts() == []


@pytest.fixture(scope="module")
def total_of_others(gazetteer):
    return score_of_more(gazetteer, "g*")


def test_no_row_of_the_articles_by_others_falls_below_its_floor(total_of_others):
    below = {
        row: total_of_others.f1(row)
        for row, floor in FLOOR_OF_OTHERS.items()
        if (total_of_others.f1(row) or 0) < floor
    }
    assert below == {}, table(total_of_others)


def test_no_fact_of_the_articles_by_others_is_wrong(total_of_others):
    assert total_of_others.wrong_facts() == []


def test_items_are_not_cut_to_pieces(total):
    articles = len(list((CORPUS / "gold").glob("*.json")))
    assert total.pieces <= MOST_PIECES_PER_ARTICLE * articles


def test_a_reading_that_finds_nothing_scores_nothing():
    nothing = score(CORPUS / "gold", TEXTS, lambda *_: {})
    assert nothing.f1("events") == nothing.f1("items found") == 0
    assert isinstance(nothing, Score)


def test_the_examples_are_read_from_their_bytes(gazetteer):
    for path in sorted((ROOT / "fixtures" / "articles").glob("*.txt")):
        found = read(decode(path.read_bytes()), gazetteer).as_json()
        assert found["outlet"] == "Baohatinh.vn"
