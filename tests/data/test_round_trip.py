"""Importing an export changes nothing, whatever the text in it."""

import pytest
from django.apps import apps
from django.db import transaction

from publication.models import Tracked
from sources.spreadsheets import FORMATS, Json, Xlsx, read
from tests.data.records import WORKBOOKS, everything, take_in

pytestmark = pytest.mark.django_db


def history():
    return {
        model.__name__: model.history.count()
        for model in apps.get_models()
        if issubclass(model, Tracked)
    }


def files(workbook, form):
    if form.holds_many:
        return [form.writer(workbook.sheets())]
    return [form.writer([sheet]) for sheet in workbook.sheets() if sheet.rows]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", WORKBOOKS)
def test_importing_an_export_changes_nothing(name, form):
    everything()
    workbook = WORKBOOKS[name]
    before, written = history(), files(workbook, form)
    outcomes = [take_in(workbook, f"export.{form.extension}", raw) for raw in written]
    changed = [(sheet.name, sheet.rows) for one in outcomes for sheet in one.sheets]
    assert [one for one in changed if one[1]] == []
    assert sum(one.unchanged for one in outcomes) == sum(
        len(sheet.rows) for sheet in workbook.sheets()
    )
    assert history() == before


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_second_export_is_the_first_byte_for_byte(name):
    everything()
    workbook = WORKBOOKS[name]
    first = Json.writer(workbook.sheets())
    take_in(workbook, "export.json", first)
    assert Json.writer(workbook.sheets()) == first


def test_an_export_fills_an_empty_database_with_the_same():
    with transaction.atomic():
        everything()
        written = {
            name: Xlsx.writer(workbook.sheets()) for name, workbook in WORKBOOKS.items()
        }
        expected = {name: _drafts(workbook) for name, workbook in WORKBOOKS.items()}
        transaction.set_rollback(True)
    for name, workbook in WORKBOOKS.items():
        sheets = [_without_state(sheet) for sheet in read(written[name], "x.xlsx")]
        take_in(workbook, "export.json", Json.writer(sheets))
    assert {name: _drafts(one) for name, one in WORKBOOKS.items()} == expected


def _drafts(workbook):
    return {
        sheet.name: [[str(cell) for cell in row] for row in _without_state(sheet).rows]
        for sheet in workbook.sheets()
        if sheet.rows
    }


def _without_state(sheet):
    if "state" in sheet.columns:
        at = sheet.columns.index("state")
        for row in sheet.rows:
            row[at] = ""
    return sheet
