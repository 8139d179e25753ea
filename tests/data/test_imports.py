"""Rows become records: found, linked, cited."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from provinces.models import Place, Province
from provinces.resources import PLACES, PROVINCES
from publication.models import Reference
from sources.models import Source
from sources.resources import SOURCES
from summits.management.commands.load_reference import load_reference
from summits.models import Commitment, Delegate, Minutes, Progress, Summit
from summits.resources import REFERENCE_FACTS, SUMMITS
from tests import make
from tests.data.records import WORKBOOKS, counts, row, take_in, thread

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def test_a_workbook_brings_a_whole_summit_linked_by_keys():
    outcome = take_in(SUMMITS, "all.json", thread())
    assert set(counts(outcome).values()) == {(1, 0, 0)}
    summit = Summit.objects.get()
    assert (summit.reference, summit.date) == ("VN-23.LA-BL.2023-1", "2023-04-03")
    assert [c.field for c in summit.citations.all()] == ["date", "stage"]
    assert summit.citations.first().quote == "Sáng 3/4"
    clause = Commitment.objects.get()
    assert clause.reference == "VN-23.LA-BL.2023-1.m1.c01"
    assert clause.due == "2025-12"
    assert clause.addressees == ["government-VN"]
    assert clause.citations.get().quote == "nâng cấp"
    assert Progress.objects.get().commitment == clause
    assert Delegate.objects.get().is_head is True
    assert {r.state for r in (summit, clause, Minutes.objects.get())} == {"draft"}


def test_the_same_workbook_again_says_nothing_new():
    rows = thread()
    take_in(SUMMITS, "all.json", rows)
    given = Reference.objects.count()
    again = counts(take_in(SUMMITS, "all.json", rows))
    assert set(again.values()) == {(0, 0, 1)}
    assert Reference.objects.count() == given


def test_a_row_without_a_source_comes_in_but_is_not_published():
    rows = thread()
    del rows["citations"]
    take_in(SUMMITS, "all.json", rows)
    (obstacle,) = Commitment.objects.get().obstacles()
    assert "has no source yet" in obstacle


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("03/04/2023", "2023-04-03"),
        ("30/3/2023", "2023-03-30"),
        ("3/4/2023?", "2023-04-03?"),
        ("12/2021", "2021-12"),
        ("2021-12-18?", "2021-12-18?"),
        ("2024/2026", "2024/2026"),
        ("2023", "2023"),
        ("", ""),
    ],
)
def test_dates_are_read_the_vietnamese_way_and_as_edtf(written, kept):
    rows = {"sources": [row(SOURCES, "sources", title="Tin", published_on=written)]}
    take_in(SOURCES, "file.json", rows)
    assert Source.objects.get().published_on == kept


def test_a_sheet_is_known_by_its_header_whatever_its_name():
    raw = "kind,name_vi,name_lo,name_en,provinces\nport,Vũng Áng,,,VN-23\n".encode()
    make.province("VN-23")
    take_in(PLACES, "Book1 (2).csv", raw)
    assert [p.reference for p in Place.objects.get().provinces.all()] == ["VN-23"]


def test_text_is_kept_in_one_encoding_without_invisible_characters():
    odd = "Hà Tĩnh\u200b và\u0007 Lào"
    rows = {"sources": [row(SOURCES, "sources", title=odd)]}
    take_in(SOURCES, "file.json", rows)
    assert Source.objects.get().title == "Hà Tĩnh và Lào"
    assert counts(take_in(SOURCES, "file.json", rows)) == {"sources": (0, 0, 1)}


def test_the_history_says_who_and_from_which_file():
    by = make.user()
    rows = {"sources": [row(SOURCES, "sources", title="Tin")]}
    take_in(SOURCES, "tin.json", rows, by=by)
    entry = Source.objects.get().history.get()
    assert (entry.history_user, entry.history_change_reason) == (
        by,
        "Import of tin.json",
    )


def test_rows_may_point_at_later_rows_of_their_sheet():
    cells = {"country": "VN", "valid_until": "2025-07-01"}
    rows = {
        "provinces": [
            row(
                PROVINCES,
                "provinces",
                reference="VN-24",
                name_vi="Quảng Bình",
                successor="VN-25",
                **cells,
            ),
            row(PROVINCES, "provinces", reference="VN-25", name_vi="X", country="VN"),
        ]
    }
    take_in(PROVINCES, "file.json", rows)
    assert Province.objects.get(reference="VN-24").successor.reference == "VN-25"


def test_headers_tell_all_sheets_apart():
    for workbook in (*WORKBOOKS.values(), REFERENCE_FACTS):
        headers = [frozenset(columns) for columns in workbook.headers().values()]
        assert len(set(headers)) == len(headers)


def test_the_reference_facts_load_once_and_then_change_nothing():
    first = load_reference()
    assert (first.changed, first.unchanged) == (0, 0)
    again = load_reference()
    assert (again.new, again.changed, again.unchanged) == (0, 0, first.new)
    assert Province.objects.spelled("Bôlykhămxay").get().reference == "LA-BL"
    assert Province.objects.get(reference="VN-24").responsible.reference == "VN-25"
    assert Summit.objects.get(reference="VN-23.LA-KH.2021-1").citations.get().field == (
        "stage"
    )


def test_the_command_says_what_it_loaded_or_why_not(tmp_path, capsys):
    make.province("VN-23")
    path = tmp_path / "places.json"
    path.write_text(json.dumps({"places": [row(PLACES, "places", kind="port")]}))
    (tmp_path / "README.md").write_text("no sheet")
    with pytest.raises(CommandError, match="Sheet “places”, row 1, column “name_vi”"):
        call_command("load_reference", tmp_path)
    cells = {"kind": "port", "name_vi": "Vũng Áng", "provinces": "VN-23"}
    path.write_text(json.dumps({"places": [row(PLACES, "places", **cells)]}))
    call_command("load_reference", tmp_path)
    assert capsys.readouterr().out == "places: 1 new, 0 changed, 0 unchanged\n"


def test_only_the_sheets_asked_for_are_loaded():
    only = {"provinces", "province_names", "places", "place_names"}
    outcome = load_reference(only=only)
    assert {sheet.name for sheet in outcome.sheets} == only
    assert (Source.objects.count(), Summit.objects.count()) == (0, 0)
