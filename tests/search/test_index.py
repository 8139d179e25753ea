"""The search stays in step with the records."""

import pytest
from django.core.management import call_command
from django.db import connection

from portal.models import SearchEntry, SearchName
from portal.search.find import find
from portal.search.index import rebuild, refresh
from portal.search.query import asked
from publication.models import State
from summits.management.commands.load_reference import load_reference
from tests import make

pytestmark = pytest.mark.django_db


def found(text, **filters):
    refresh()
    matches = find(asked(text), filters).matches
    return [(match.kind, match.record) for match in matches]


def of_each_kind():
    """One record of each kind with the same rare word in it."""
    word = "Xyzzyx"
    pair = make.partnership(name_vi=word)
    summit = make.summit(partnership=pair, note=word)
    paper = make.minutes(summit, title_vi=word)
    clause = make.commitment(paper, word)
    return {
        "province": make.province("LA-XX", name_vi=word),
        "official": make.official(word),
        "partnership": pair,
        "summit": summit,
        "minutes": paper,
        "commitment": clause,
        "proposal": make.proposal(summit, word),
        "progress": make.progress(clause, note_vi=word),
        "source": make.source(word),
    }


def test_every_kind_of_record_is_found():
    rows = of_each_kind()
    place = make.place("Xyzzyx")
    place.provinces.add(rows["province"])
    expected = {(kind, row.pk) for kind, row in rows.items()} | {("place", place.pk)}
    assert set(found("xyzzyx")) == expected


def test_a_record_withdrawn_is_gone_with_all_below_it():
    rows = of_each_kind()
    assert ("commitment", rows["commitment"].pk) in found("xyzzyx")
    summit = rows["summit"]
    summit.state = State.WITHDRAWN
    summit.save()
    kinds = {kind for kind, _pk in found("xyzzyx")}
    assert kinds == {"province", "official", "partnership", "source"}


@pytest.mark.parametrize("kind", ["province", "official", "source", "commitment"])
def test_a_draft_is_never_found(kind):
    rows = of_each_kind()
    assert (kind, rows[kind].pk) in found("xyzzyx")
    rows[kind].state = State.DRAFT
    rows[kind].save()
    assert (kind, rows[kind].pk) not in found("xyzzyx")
    assert not SearchEntry.objects.filter(kind=kind, record=rows[kind].pk).exists()


def test_words_changed_are_found_and_those_before_are_not():
    clause = make.commitment(text="Trồng rừng")
    assert found("trong rung") == [("commitment", clause.pk)]
    clause.text_vi = "Nuôi cá"
    clause.save()
    assert found("trong rung") == []
    assert found("nuoi ca") == [("commitment", clause.pk)]


def test_a_row_deleted_is_gone():
    official = make.official("Bun Thăn")
    assert found("bun than") == [("official", official.pk)]
    official.delete()
    assert found("bun than") == []
    assert SearchName.objects.filter(text="Bun Thăn").count() == 0


def test_a_spelling_added_or_taken_away_counts_at_once():
    official = make.official("Bun Thăn")
    assert found("boonthanh") == []
    spelling = official.names.create(text="Boonthanh", language="en")
    assert found("boonthanh") == [("official", official.pk)]
    spelling.delete()
    assert found("boonthanh") == []


def test_a_spelling_of_a_source_nobody_may_read_is_not_found():
    source = make.source("Một bài", published=False)
    official = make.official("Bun Thăn")
    official.names.create(text="Boonthanh", source=source)
    assert found("boonthanh") == []
    make.publish(source)
    assert found("boonthanh") == [("official", official.pk)]


def test_the_text_of_a_source_is_never_searched():
    make.source("Một bài", text="Điều bí mật trong bài")
    assert found("dieu bi mat") == []


def test_a_place_is_found_while_a_province_of_its_is_public():
    place = make.place("Nậm Phao")
    assert found("nam phao") == []
    province = make.province("LA-BL")
    place.provinces.add(province)
    assert found("nam phao") == [("place", place.pk)]
    province.state = State.WITHDRAWN
    province.save()
    assert found("nam phao") == []


def test_a_report_moves_the_commitment_under_another_heading():
    clause = make.commitment(text="Trồng rừng")
    key = ("commitment", clause.pk)
    assert found("trong rung", implementation=["no_information"]) == [key]
    report = make.progress(clause, "completed")
    assert found("trong rung", implementation=["completed"]) == [key]
    assert found("trong rung", implementation=["no_information"]) == []
    report.state = State.WITHDRAWN
    report.save()
    assert found("trong rung", implementation=["no_information"]) == [key]


def test_sectors_years_and_partnerships_narrow():
    one = make.commitment(text="Trồng rừng", sectors=("transport",))
    paper = make.minutes(make.summit(codes=("VN-22", "LA-SV")), signed_on="2019-01-02")
    other = make.commitment(paper, "Trồng rừng", sectors=("health",))
    health = str(other.sectors.get().pk)
    assert found("trong rung", year=["2019"]) == [("commitment", other.pk)]
    assert found("trong rung", sector=[health]) == [("commitment", other.pk)]
    assert found("trong rung", partnership=["VN-23.LA-BL"]) == [("commitment", one.pk)]
    both = {("commitment", one.pk), ("commitment", other.pk)}
    assert set(found("trong rung", year=["2019", "2023"])) == both
    one.sectors.set([make.sector("health")])
    assert set(found("trong rung", sector=[health])) == both


def test_nothing_changed_costs_two_queries(django_assert_num_queries):
    of_each_kind()
    refresh()
    with django_assert_num_queries(2):
        refresh()


def test_making_it_anew_gives_the_same_as_keeping_in_step(capsys):
    load_reference()
    of_each_kind()
    refresh()
    columns = ("kind", "record", "partnership", "year", "sectors", "implementation")
    kept = set(SearchEntry.objects.values_list(*columns))
    names = sorted(SearchName.objects.values_list("text", "language", "sound"))
    assert rebuild() == len(kept)
    assert set(SearchEntry.objects.values_list(*columns)) == kept
    assert sorted(SearchName.objects.values_list("text", "language", "sound")) == names
    call_command("reindex")
    assert capsys.readouterr().out == f"{len(kept)} entries can be found.\n"


@pytest.mark.skipif(connection.vendor != "sqlite", reason="FTS5 alone has such tables")
def test_a_count_of_an_empty_search_does_not_slow_it_down_for_good():
    """Told that its parts are two rows, SQLite would read them all to drop a few."""

    def way_to_drop_parts():
        with connection.cursor() as cursor:
            cursor.execute(
                "EXPLAIN QUERY PLAN DELETE FROM portal_searchwords_data "
                "WHERE id >= 5 AND id <= 9"
            )
            return cursor.fetchone()[3].split()[0]

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    assert way_to_drop_parts() == "SCAN"
    rebuild()
    assert way_to_drop_parts() == "SEARCH"
