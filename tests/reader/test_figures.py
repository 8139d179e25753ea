"""What `make score` prints, and what the reader knows while it does."""

import json
import sys

import pytest

from intake.gazetteer import gazetteer as recorded
from summits.management.commands.load_reference import load_reference
from tests.corpus.__main__ import main
from tests.corpus.misses import misses
from tests.corpus.register import load_gazetteer
from tests.corpus.score import article_text
from tests.corpus.sets import SETS

SHARED, OWN, HELD = SETS


@pytest.mark.django_db
def test_the_register_is_what_a_database_with_these_facts_gives_the_reader():
    load_reference(only=("provinces", "province_names", "places", "place_names"))
    known, given = recorded(), load_gazetteer()
    assert known.by_spelling == given.by_spelling
    assert known.country_of == given.country_of
    assert {places_of(place) for place in known.places} == {
        places_of(place) for place in given.places
    }


def places_of(place):
    return place.kind, frozenset(place.names), frozenset(place.provinces)


def test_a_reading_that_finds_nothing_misses_each_item_of_the_gold():
    nothing = misses(SHARED.golds, SHARED.texts, lambda *_: {})
    for name, lines in nothing.items():
        gold = json.loads((SHARED.golds / f"{name}.json").read_text("utf-8"))
        needed = [item for item in gold["items"] if not item.get("optional")]
        missed = [line for line in lines if line.startswith("items found: missed “")]
        assert len(missed) == len(needed)


def test_a_passage_that_is_no_item_is_named_with_its_words():
    def first_letters(_, text):
        return {"items": [{"evidence": [[0, len(text.split()[0])]]}]}

    noted = misses(SHARED.golds, SHARED.texts, first_letters)
    words = article_text({"file": "d01-na-xi-summit.txt"}, SHARED.texts).split()[0]
    assert f"items found: not in the gold “{words}”" in noted["d01-na-xi-summit"]


def test_nothing_of_the_articles_held_back_is_printed_but_numbers(capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["score", "--details"])
    main()
    printed = capsys.readouterr().out
    assert f"== {SHARED.name}\n" in printed
    assert f"== {HELD.name}\n" not in printed
    assert [
        gold.stem for gold in HELD.golds.glob("*.json") if gold.stem in printed
    ] == []
