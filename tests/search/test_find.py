"""What is found, and in which order."""

import csv
from pathlib import Path

import pytest
from django.conf import settings

from portal.search import find as finding
from portal.search.find import find
from portal.search.index import refresh
from portal.search.query import asked
from provinces.models import Official, Place, Province
from publication.models import State
from summits.management.commands.load_reference import load_reference
from tests import make

pytestmark = pytest.mark.django_db
REFERENCE = Path(settings.BASE_DIR) / "fixtures" / "reference"


def found(text, **filters):
    refresh()
    matches = find(asked(text), filters).matches
    return [(match.kind, match.record) for match in matches]


def rows(name):
    with (REFERENCE / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def names_of(file, owner):
    """Every name and spelling of a kind, with what it names."""
    known = [(row[owner], row["text"]) for row in rows(file)]
    assert len(known) > 50
    return known


def publish_all(model):
    for row in model.objects.exclude(state=State.PUBLISHED):
        make.publish(row)


def test_every_name_and_spelling_of_the_reference_facts_is_found():
    load_reference()
    publish_all(Province)
    publish_all(Official)
    kinds = {
        "province": ("province_names.csv", "province", Province, "reference"),
        "place": ("place_names.csv", "place", Place, "name_vi"),
        "official": ("official_names.csv", "official", Official, "reference"),
    }
    refresh()
    lost = []
    for kind, (file, column, model, key) in kinds.items():
        owners = dict(model.objects.values_list(key, "pk"))
        for owner, text in names_of(file, column):
            matches = find(asked(text), {}).matches
            if (kind, owners[owner]) not in {(m.kind, m.record) for m in matches[:9]}:
                lost.append((kind, owner, text))
    assert lost == []


def test_the_name_itself_comes_before_what_mentions_it():
    province = make.province("LA-BL")
    clause = make.commitment(text="Giao lưu với tỉnh Bolikhămxay")
    assert found("bolikhamsay")[0] == ("province", province.pk)
    assert ("commitment", clause.pk) in found("bolikhamsay")


def test_words_together_come_before_words_apart_and_newer_before_older():
    old = make.minutes(make.summit("2019-05"), signed_on="2019-05-01")
    apart = make.commitment(old, "Lộ trình quốc gia")
    phrase = make.commitment(old, "Nâng cấp quốc lộ")
    new = make.commitment(make.minutes(), "Lộ của quốc gia")
    keys = [("commitment", row.pk) for row in (phrase, new, apart)]
    assert found("quoc lo") == keys


def test_the_newest_come_first_when_asked():
    late = make.commitment(make.minutes(signed_on="2024-01-01"), "Quốc gia, lộ")
    early = make.commitment(make.minutes(signed_on="2019-01-01"), "Quốc lộ")
    refresh()
    question = asked("quoc lo")
    by_worth = find(question, {}).matches
    by_date = find(question, {}, order="-date").matches
    assert [match.record for match in by_worth] == [early.pk, late.pk]
    assert [match.record for match in by_date] == [late.pk, early.pk]


def test_a_phrase_does_not_cross_from_one_text_to_the_next():
    clause = make.commitment(text="Hết câu một", text_en="two begins")
    assert found('"mot two"') == []
    assert found("mot two") == [("commitment", clause.pk)]


def test_no_more_than_the_newest_are_looked_at(monkeypatch):
    monkeypatch.setattr(finding, "NEWEST", 3)
    paper = make.minutes()
    clauses = [make.commitment(paper, f"Trồng rừng {n}") for n in range(4)]
    refresh()
    answer = find(asked("trong rung"), {})
    assert answer.has_more
    assert {match.record for match in answer.matches} == {
        clause.pk for clause in clauses[1:]
    }


@pytest.mark.parametrize(
    "text", ["lao bao", "ລາວບາວ", "8a", "ql", "x' OR 1=1 --", "a:b", "{title}", "NEAR("]
)
def test_no_question_breaks_the_search(text):
    make.commitment()
    assert isinstance(found(text), list)


def test_a_reference_finds_its_record():
    clause = make.commitment()
    assert found(clause.reference) == [("commitment", clause.pk)]


def test_lao_is_found_from_the_middle_of_a_run_and_with_spaces():
    clause = make.commitment(text="x", text_lo="ສ້າງທາງເລກແປດ ຂອງແຂວງ")
    key = [("commitment", clause.pk)]
    assert found("ທາງເລກ") == found("ທາງ ເລກແປດ") == found("ແປດຂອງ") == key
