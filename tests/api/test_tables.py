"""Lists of the API as CSV and XLSX."""

import csv
import io

import openpyxl
import pytest

from sources.spreadsheets import sheet
from tests import make

pytestmark = pytest.mark.django_db


def as_csv(client, path, **query):
    answer = client.get(f"/api/v1/{path}/", {"format": "csv"} | query)
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:])))


def as_xlsx(client, path, **query):
    answer = client.get(f"/api/v1/{path}/", {"format": "xlsx"} | query)
    return openpyxl.load_workbook(io.BytesIO(answer.content))


FORMULAS = ["=1+1", "+84 239", "-1", "@A1", "＝1", "'=1"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_begins_a_formula(client, formula):
    make.source(formula)
    header, row = as_csv(client, "sources", fields="title")
    assert (header, row) == (["title"], [f"'{formula}"])
    worksheet = as_xlsx(client, "sources", fields="title").active
    cell = worksheet["A2"]
    assert (cell.value, cell.data_type) == (f"'{formula}", "s")


def test_a_table_holds_every_row_and_the_fields_of_the_list(client):
    for year in range(2011, 2014):
        make.summit(f"{year}", stage="held" if year > 2011 else "postponed")
    rows = as_csv(client, "summits", stage="held", ordering="date")
    told = client.get("/api/v1/summits/?stage=held&ordering=date").json()["results"]
    assert rows[0] == list(told[0])
    assert [row[rows[0].index("date")] for row in rows[1:]] == ["2012", "2013"]
    book = as_xlsx(client, "summits", stage="held", ordering="date")
    assert book.sheetnames == ["summit"]
    assert [[cell or "" for cell in row] for row in book.active.values] == rows


def test_lists_objects_and_languages_have_their_cells(client):
    make.commitment(sectors=("b", "a"), actors=("VN-23", "LA-BL"), title_en="Road")
    fields = "number,is_verifiable,title,sectors,actors"
    header, row = as_csv(client, "commitments", fields=fields, lang="all")
    assert dict(zip(header, row, strict=True)) == {
        "number": "1",
        "is_verifiable": "false",
        "title_vi": "",
        "title_lo": "",
        "title_en": "Road",
        "sectors": "a, Giao thông vận tải; b, Giao thông vận tải",
        "actors": "; ".join(
            f"http://127.0.0.1:8000/api/v1/provinces/{code}/"
            for code in ("LA-BL", "VN-23")
        ),
    }


def test_evidence_comes_along_when_asked_for(client):
    summit = make.summit()
    make.citation(summit, "date", "Sáng 30/3", stated_value="2023-03-30")
    header, row = as_csv(client, "summits", expand="evidence")
    cited = dict(zip(header, row, strict=True))["citations"]
    assert cited.startswith("date, Sáng 30/3, 2023-03-30, true, direct, http")


def test_a_table_is_a_file_with_a_name(client):
    make.province()
    for form, kind in (
        ("csv", "text/csv; charset=utf-8"),
        (
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    ):
        answer = client.get(f"/api/v1/provinces/?format={form}")
        assert answer["Content-Type"] == kind
        assert (
            answer["Content-Disposition"] == f'attachment; filename="province.{form}"'
        )
        assert answer["Cache-Control"] == "public, no-cache"


def test_a_browser_may_ask_by_its_accept_header(client):
    make.province()
    answer = client.get("/api/v1/provinces/", headers={"accept": "text/csv"})
    assert answer["Content-Type"] == "text/csv; charset=utf-8"


def test_an_empty_table_has_its_header(client):
    assert as_csv(client, "provinces", fields="name", lang="all") == [
        ["name_vi", "name_lo", "name_en"]
    ]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_more_rows_than_a_sheet_holds_are_refused(client, form, monkeypatch):
    monkeypatch.setattr("portal.api.tables.MAX_ROWS", 1)
    make.source()
    make.source()
    answer = client.get(f"/api/v1/sources/?format={form}&lang=en")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"] == [
        {
            "parameter": "format",
            "detail": "More than 1 rows. Narrow the list by its filters.",
            "accepted": ["json"],
        }
    ]
    assert sheet.MAX_ROWS == 20_000


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_takes_the_same_queries_for_any_number_of_rows(
    client, form, rows, django_assert_num_queries
):
    for _number in range(rows):
        make.commitment(make.minutes(make.summit("2023")), sectors=("a", "b"))
    with django_assert_num_queries(4):
        answer = client.get(f"/api/v1/commitments/?format={form}")
        list(answer)
