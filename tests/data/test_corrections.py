"""What is public is changed by a spreadsheet only with right and reason."""

import pytest
from django.utils import translation

from provinces.models import Province
from provinces.resources import PLACES, PROVINCES
from publication.models import Change
from summits.resources import SECTORS, SUMMITS
from tests import make
from tests.data.records import refusal, row, take_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def new_name():
    """A sheet that gives a published province another name."""
    record = make.province("VN-23")
    cells = {"reference": record.reference, "country": "VN", "name_vi": "Tên mới"}
    return {"provinces": [row(PROVINCES, "provinces", **cells)]}


def test_an_editor_does_not_change_what_is_published():
    by = make.user("editor")
    assert refusal(PROVINCES, new_name(), by=by, reason="Sai tên") == (
        "Sheet “provinces”, row 1: VN-23 is no draft any more: only a publisher may "
        "change it."
    )


def test_a_publisher_changes_it_with_a_reason_only():
    assert refusal(PROVINCES, new_name(), by=make.user("publisher")) == (
        "Sheet “provinces”, row 1: VN-23 is no draft any more: give the reason for "
        "the change when you send the file."
    )


def test_a_correction_is_made_public_once():
    by = make.user("publisher")
    take_in(PROVINCES, "file.json", new_name(), by=by, reason="Sai tên")
    assert Province.objects.get().name_vi == "Tên mới"
    change = Change.objects.get()
    assert (change.reference, change.kind, change.reason) == (
        "VN-23",
        "correction",
        "Sai tên",
    )


def test_a_new_part_of_a_published_record_is_a_correction_too():
    summit = make.summit()
    cells = {"summit": summit.reference, "province": "VN-23", "name": "Ai đó"}
    rows = {"delegates": [row(SUMMITS, "delegates", **cells)]}
    assert refusal(SUMMITS, rows, by=make.user("editor"), reason="x") == (
        "Sheet “delegates”, row 1: VN-23.LA-BL.2023-1 is no draft any more: only a "
        "publisher may change it."
    )
    by = make.user("publisher")
    assert refusal(SUMMITS, rows, by=by, reason="Thiếu") == (
        "Ai đó (delegate of Ha Tinh – Bolikhamxay, 30 Mar 2023) has no source yet. "
        "Cite one."
    )
    cited = {"source": make.source().reference, "quote": "ông Ai đó"}
    rows = {"delegates": [row(SUMMITS, "delegates", **cells, **cited)]}
    take_in(SUMMITS, "f.json", rows, by=by, reason="Thiếu")
    assert [change.reference for change in Change.objects.all()] == [summit.reference]


def test_a_sheet_changes_a_published_date_only_to_what_a_source_states():
    summit = make.summit()
    make.citation(summit, "date", stated_value="2023-03-30")
    make.citation(summit, "stage")
    cells = {
        "reference": summit.reference,
        "partnership": summit.partnership.reference,
        "kind": "summit",
        "stage": "held",
        "date": "2023-03-31",
    }
    rows = {"summits": [row(SUMMITS, "summits", **cells)]}
    assert refusal(SUMMITS, rows, by=make.user("publisher"), reason="Sai ngày") == (
        "Ha Tinh – Bolikhamxay, 31 Mar 2023: no source states “2023-03-31” for “date”. "
        "Cite one that does, or enter what the sources state."
    )
    summit.refresh_from_db()
    assert (summit.date, Change.objects.count()) == ("2023-03-30", 0)


def test_a_part_that_changes_makes_its_record_a_changed_one():
    summit = make.summit()
    before = summit.modified_at
    cells = {"summit": summit.reference, "province": "LA-BL"}
    rows = {"delegations": [row(SUMMITS, "delegations", **cells)]}
    make.province("LA-BL")
    take_in(SUMMITS, "f.json", rows, by=make.user("publisher"), reason="Thiếu")
    summit.refresh_from_db()
    assert summit.modified_at > before
    assert summit.history.first().history_change_reason == "Thiếu"


def test_an_editor_names_no_place_or_sector_anew_that_visitors_meet():
    gate = make.place()
    make.commitment(sectors=("transport",))
    where = {"kind": gate.kind, "name_vi": gate.name_vi, "provinces": "VN-23"}
    what = {"code": "transport", "position": "0", "name_vi": "Tên mới"}
    places = {"places": [row(PLACES, "places", **where, name_en="New name")]}
    sectors = {"sectors": [row(SECTORS, "sectors", **what)]}
    take_in(PLACES, "f.json", places, by=make.user("editor"))
    gate.refresh_from_db()
    assert gate.name_en == "New name"
    places["places"][0]["name_en"] = "Another name"
    assert refusal(PLACES, places, by=make.user("editor")) == (
        "Sheet “places”, row 1: “Another name” is shown to visitors: only a "
        "publisher may change it."
    )
    assert refusal(SECTORS, sectors, by=make.user("editor")) == (
        "Sheet “sectors”, row 1: “Tên mới” is shown to visitors: only a publisher "
        "may change it."
    )
    take_in(SECTORS, "f.json", sectors, by=make.user("publisher"))
    assert make.sector("transport").name_vi == "Tên mới"
