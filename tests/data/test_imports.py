"""Rows become records: found, linked, cited, refused."""

import pytest
from django.utils import translation

from provinces.models import Place, Province
from provinces.resources import OFFICIALS, PLACES, PROVINCES
from publication.models import Reference
from sources.models import Source
from sources.resources import SOURCES
from sources.spreadsheets import Json
from summits.management.commands.load_reference import load_reference
from summits.models import Commitment, Delegate, Minutes, Progress, Summit
from summits.resources import REFERENCE_FACTS, SUMMITS
from tests import make
from tests.data.records import WORKBOOKS, counts, refusal, row, take_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def thread():
    """A workbook whose rows know each other by keys alone."""
    make.province("VN-23")
    make.province("LA-BL")
    make.sector("transport")
    cells = {
        "sources": {
            "key": "news",
            "kind": "article",
            "title": "Tin",
            "url": "https://a.vn/1",
        },
        "partnerships": {"key": "p", "provinces": "Hà Tĩnh; bolikhamxay"},
        "summits": {
            "key": "s",
            "partnership": "p",
            "stage": "held",
            "date": "03/04/2023",
            "source": "news",
            "quote": "Sáng 3/4",
        },
        "delegates": {
            "summit": "s",
            "province": "VN-23",
            "name": "Hoàng Trung Dũng",
            "is_head": "có",
            "source": "https://a.vn/1",
        },
        "minutes": {
            "key": "m",
            "summit": "s",
            "title_vi": "Biên bản",
            "covers": "2023",
        },
        "signatures": {"minutes": "m", "name": "Hoàng Trung Dũng", "province": "LA-BL"},
        "commitments": {
            "key": "c",
            "minutes": "m",
            "number": "1",
            "text_vi": "Nâng cấp quốc lộ 8A",
            "sectors": "transport",
            "actors": "VN-23 LA-BL",
            "addressees": "government-VN",
            "due": "12/2025",
        },
        "proposals": {"summit": "s", "number": "1", "text_vi": "Mở đường"},
        "progress": {
            "minutes": "m",
            "commitment": "c",
            "implementation": "in_progress",
            "note_vi": "Đang làm",
            "reported_on": "2024",
        },
        "citations": {
            "sheet": "commitments",
            "record": "c",
            "field": "text_vi",
            "source": "news",
            "quote": "nâng cấp",
        },
    }
    return {sheet: [row(SUMMITS, sheet, **one)] for sheet, one in cells.items()}


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


def test_one_wrong_cell_keeps_the_whole_file_out():
    rows = thread()
    rows["progress"][0]["reported_on"] = "30/02/2024"
    assert refusal(SUMMITS, rows) == (
        "Sheet “progress”, row 1, column “reported_on”: “30/02/2024” is not accepted. "
        "Accepted: a day of the calendar as 30/3/2023 or 2023-03-30; 2023-03; 2023; "
        "each with ? when uncertain, or two joined by /."
    )
    assert (Source.objects.count(), Summit.objects.count()) == (0, 0)
    assert Reference.objects.filter(text__startswith="VN-23.").count() == 0


def test_every_wrong_cell_of_a_row_is_named():
    rows = thread()
    rows["summits"][0] |= {"date": "30/02/2023", "day_part": "noon", "host": "Narnia"}
    columns = [line.split("“")[2] for line in refusal(SUMMITS, rows).split("\n")]
    assert columns == ["date”: ", "day_part”: ", "host”: "]


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


@pytest.mark.parametrize(
    "written",
    [
        "30/02/2023",
        "31/4/2023",
        "04/13/2023",
        "2023-02-30",
        "sáng 3/4",
        "1.234",
        "3-4-23",
    ],
)
def test_a_day_that_is_none_is_refused(written):
    rows = {"sources": [row(SOURCES, "sources", title="Tin", published_on=written)]}
    message = refusal(SOURCES, rows)
    assert message.startswith(
        f"Sheet “sources”, row 1, column “published_on”: “{written}” is not accepted. "
        "Accepted: a day of the calendar as 30/3/2023"
    )


@pytest.mark.parametrize(
    ("sheet", "column", "value", "accepted"),
    [
        ("summits", "stage", "maybe", "announced, held, postponed, cancelled"),
        ("delegates", "is_head", "có lẽ", "true, yes, 1, có, false, no, 0, không"),
        ("commitments", "number", "1.234", "a whole number in digits, such as 12."),
        ("commitments", "number", "1e3", "a whole number in digits, such as 12."),
        ("commitments", "sectors", "roads", "transport"),
    ],
)
def test_a_value_is_refused_with_what_is_accepted(sheet, column, value, accepted):
    rows = thread()
    rows[sheet][0][column] = value
    assert refusal(SUMMITS, rows) == (
        f"Sheet “{sheet}”, row 1, column “{column}”: “{value}” is not accepted. "
        f"Accepted: {accepted}"
    )


def test_an_unknown_province_is_refused_by_name():
    make.province("VN-23")
    rows = {"partnerships": [row(SUMMITS, "partnerships", provinces="VN-23 Narnia")]}
    assert refusal(SUMMITS, rows) == (
        "Sheet “partnerships”, row 1, column “provinces”: “VN-23 Narnia”: “Narnia” is "
        "not accepted. Accepted: the reference of a record kept under “provinces” "
        "(VN-23 …), a known spelling of one, or its key in this file."
    )


def test_a_spelling_that_two_provinces_share_names_neither():
    for code in ("LA-VI", "LA-VT"):
        make.province(code).names.create(text="Viêng Chăn", language="vi")
    rows = {"partnerships": [row(SUMMITS, "partnerships", provinces="Viêng Chăn;")]}
    message = refusal(SUMMITS, rows)
    assert message.endswith(
        "Accepted: one of those this may mean: LA-VI (Province LA-VI); "
        "LA-VT (Province LA-VT)"
    )


def test_a_key_twice_is_refused():
    rows = thread()
    rows["summits"].append(
        row(SUMMITS, "summits", key="s", partnership="p", date="2024", stage="held")
    )
    assert refusal(SUMMITS, rows) == (
        "Sheet “summits”, row 2, column “key”: “s” is the key of another row too."
    )


def test_one_record_in_two_rows_is_refused():
    rows = thread()
    rows["minutes"].append({**rows["minutes"][0], "key": "m2", "covers": "2024"})
    assert refusal(SUMMITS, rows) == (
        "Sheet “minutes”, row 2: “Biên bản” stands in row 1 already. "
        "Keep one of the two."
    )


def test_a_state_is_not_changed_by_a_sheet():
    make.province("VN-23", published=False)
    rows = {
        "provinces": [row(PROVINCES, "provinces", reference="VN-23", state="published")]
    }
    assert refusal(PROVINCES, rows) == (
        "Sheet “provinces”, row 1, column “state”: “published”, but the record is "
        "“draft”. A sheet does not change states: leave the cell as it was, or blank."
    )


def test_a_missing_and_an_unknown_column_are_named():
    raw = "reference,key,name_vi,population\nVN-23,,Hà Tĩnh,5\n".encode()
    assert refusal(PROVINCES, raw, "provinces.csv") == (
        "Sheet “provinces”, row 1: missing column: country, name_en, name_lo, quote, "
        "source, state, successor, valid_from, valid_until; unknown column: "
        "population; a sheet “provinces” has these columns and no other: reference, "
        "key, state, country, name_vi, name_lo, name_en, valid_from, valid_until, "
        "successor, source, quote."
    )


def test_a_sheet_of_something_else_is_refused():
    assert refusal(PROVINCES, b"a,b\n1,2\n", "x.csv") == (
        "Sheet “x”: no sheet known here. Known are: sources, provinces, "
        "province_names, citations."
    )


def test_a_sheet_is_known_by_its_header_whatever_its_name():
    raw = "kind,name_vi,name_lo,name_en,provinces\nport,Vũng Áng,,,VN-23\n".encode()
    make.province("VN-23")
    take_in(PLACES, "Book1 (2).csv", raw)
    assert [p.reference for p in Place.objects.get().provinces.all()] == ["VN-23"]


def test_places_of_one_name_are_told_apart_by_kind():
    for kind in ("town", "port"):
        make.place("Hòn La", kind=kind)
    cells = {"place": "Hòn La", "text": "cảng Hòn La", "language": "vi"}
    rows = {"place_names": [row(PLACES, "place_names", **cells)]}
    assert "“Hòn La” is not accepted" in refusal(PLACES, rows)
    rows["place_names"][0]["place"] = "port: Hòn La"
    take_in(PLACES, "file.json", rows)
    assert Place.objects.get(kind="port").names.filter(text="cảng Hòn La").exists()
    again = Json.writer(PLACES.sheets())
    assert counts(take_in(PLACES, "again.json", again))["place_names"] == (0, 0, 3)


def test_a_place_lies_somewhere():
    rows = {"places": [row(PLACES, "places", kind="port", name_vi="Vũng Áng")]}
    assert refusal(PLACES, rows) == (
        "Sheet “places”, row 1, column “provinces”: This column may not be blank."
    )


def test_text_is_kept_in_one_encoding_without_invisible_characters():
    odd = "Hà Tĩnh\u200b và\u0007 Lào"
    rows = {"sources": [row(SOURCES, "sources", title=odd)]}
    take_in(SOURCES, "file.json", rows)
    assert Source.objects.get().title == "Hà Tĩnh và Lào"
    assert counts(take_in(SOURCES, "file.json", rows)) == {"sources": (0, 0, 1)}


def test_a_used_reference_is_not_used_again():
    make.official(published=False)
    gone = row(OFFICIALS, "officials", reference="o-000001", name_vi="Ai", key="x")
    Reference.objects.create(text="o-000007")
    outcome = take_in(OFFICIALS, "file.json", {"officials": [gone]})
    assert counts(outcome) == {"officials": (0, 1, 0)}
    taken = row(OFFICIALS, "officials", reference="o-000007", name_vi="Ai đó")
    assert refusal(OFFICIALS, {"officials": [taken]}) == (
        "Sheet “officials”, row 1: The reference o-000007 was used before. "
        "Leave it blank for the next free one."
    )


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


def test_only_the_sheets_asked_for_are_loaded():
    only = {"provinces", "province_names", "places", "place_names"}
    outcome = load_reference(only=only)
    assert {sheet.name for sheet in outcome.sheets} == only
    assert (Source.objects.count(), Summit.objects.count()) == (0, 0)
