"""Rows that are refused, and in which words; nothing of their file is stored."""

import pytest
from django.utils import translation

from provinces.models import Place
from provinces.resources import OFFICIALS, PLACES, PROVINCES
from publication.models import Reference
from sources.models import Source
from sources.resources import SOURCES
from sources.spreadsheets import Json
from summits.models import Summit
from summits.resources import SUMMITS
from tests import make
from tests.data.records import counts, refusal, row, take_in, thread

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


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


@pytest.mark.parametrize(
    ("sheet", "column"),
    [
        ("summits", "partnership"),
        ("delegates", "summit"),
        ("delegates", "province"),
        ("minutes", "summit"),
        ("signatures", "minutes"),
        ("commitments", "minutes"),
        ("proposals", "summit"),
        ("progress", "minutes"),
    ],
)
def test_a_row_that_belongs_to_nothing_is_refused(sheet, column):
    rows = thread()
    rows[sheet][0][column] = ""
    assert refusal(SUMMITS, rows) == (
        f"Sheet “{sheet}”, row 1, column “{column}”: This column may not be blank."
    )


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"sheet": "roads"}, "column “sheet”: “roads” is not accepted."),
        ({"record": "c9"}, "column “record”: “c9” is not accepted."),
        ({"sheet": "signatures"}, "column “record”: “c” is not accepted."),
        ({"basis": "hearsay"}, "column “basis”: “hearsay” is not accepted."),
        ({"source": ""}, "column “source”: This column may not be blank."),
        ({"basis": "inferred"}, "What is inferred or linked needs its reasoning."),
    ],
)
def test_a_citation_names_what_it_supports(cells, said):
    rows = thread()
    rows["citations"][0] |= cells
    assert "Sheet “citations”, row 1" in refusal(SUMMITS, rows)
    assert said in refusal(SUMMITS, rows)


def test_rows_alike_are_told_apart_by_reference():
    for _ in range(2):
        make.source("Tin", publisher="Báo", url="", published=False)
    rows = {"sources": [row(SOURCES, "sources", title="Tin", publisher="Báo")]}
    assert refusal(SOURCES, rows) == (
        "Sheet “sources”, row 1: Several records are like this row. "
        "Give the reference of one."
    )


def test_one_kind_of_sheet_stands_once_in_a_file():
    cells = row(SOURCES, "sources", title="Tin")
    assert refusal(SOURCES, {"sources": [cells], "more": [cells]}) == (
        "The file has two sheets “more”."
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
        "Sheet “summits”, row 2, column “key”: “s” is the key of another row too. "
        "Give each row a key of its own."
    )


def test_one_record_in_two_rows_is_refused():
    rows = thread()
    rows["minutes"].append({**rows["minutes"][0], "key": "m2", "covers": "2024"})
    assert refusal(SUMMITS, rows) == (
        "Sheet “minutes”, row 2: “Biên bản (VN-23.LA-BL.2023-1.m1)” stands in row "
        "1 already. "
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
