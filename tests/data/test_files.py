"""Spreadsheet files: what is read, what is refused and with which words."""

import io
import json
import zipfile
from datetime import datetime

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from sources.spreadsheets import FORMATS, Csv, Sheet, Xlsx, read
from sources.spreadsheets.sheet import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_LETTERS,
    MAX_ROWS,
    escape,
    unescape,
)

ODD_ROWS = [
    ["=1+1", "'=1+1", 5],
    ["''-a", "ບໍລິຄຳໄຊ", 0],
    ["_x000D_", "#N/A", 12],
    ["＝x", '@x\nline "q", ; tab\there', 7],
    ["'plain", "Điện Biên", 1],
    ["1.5", "true", 2],
    ["+84", "-", 9],
]


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def sheet(rows=ODD_ROWS):
    return Sheet("facts", ["a", "b", "n"], rows, list(range(2, len(rows) + 2)))


def refusal(raw, name):
    with pytest.raises(ValidationError) as caught:
        read(raw, name)
    (message,) = caught.value.messages
    return message


def xlsx(*rows, title="facts"):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def archive(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts:
            packed.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("form", FORMATS)
def test_odd_text_comes_back_as_it_went_out(form):
    (back,) = read(form.writer([sheet()]), f"facts.{form.extension}")
    assert back.rows == [[str(cell) for cell in row] for row in ODD_ROWS]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\ta", "\ra", "＝a", "'=a"])
def test_no_text_leaves_as_a_formula(text):
    assert (escape(text)[0], unescape(escape(text))) == ("'", text)


@pytest.mark.parametrize("text", ["a=1", "'a", "", "ກ"])
def test_text_that_is_no_formula_leaves_as_it_is(text):
    assert (escape(text), unescape(text)) == (text, text)


def test_xlsx_cells_are_text_and_numbers_stay_numbers():
    book = openpyxl.load_workbook(io.BytesIO(Xlsx.writer([sheet()])))
    kinds = [[cell.data_type for cell in row] for row in book["facts"].iter_rows()]
    assert kinds == [["s", "s", "s"]] + [["s", "s", "n"]] * len(ODD_ROWS)


def test_a_character_that_xml_forbids_does_not_break_the_export():
    (back,) = read(Xlsx.writer([sheet([["a\x0bb", "c", 1]])]), "facts.xlsx")
    assert back.rows == [["a\N{REPLACEMENT CHARACTER}b", "c", "1"]]


def test_a_csv_of_vietnamese_excel_with_semicolons_is_read():
    (back,) = read("\ufeffa;b\r\nHà Tĩnh;1,5\r\n".encode(), "facts.csv")
    assert (back.columns, back.rows) == (["a", "b"], [["Hà Tĩnh", "1,5"]])


def test_rows_are_numbered_as_the_spreadsheet_numbers_them():
    (back,) = read(b"a,b\n1,2\n,\n3,4\n", "facts.csv")
    assert (back.rows, back.numbers) == ([["1", "2"], ["3", "4"]], [2, 4])


def test_real_excel_dates_and_truths_are_read_as_text():
    raw = xlsx(["a", "b", "c"], [datetime(2023, 4, 3), True, 4.0])
    (back,) = read(raw, "facts.xlsx")
    assert back.rows == [["2023-04-03", "true", "4"]]


@pytest.mark.parametrize(
    ("raw", "name", "said"),
    [
        (b"", "a.csv", "The file is empty."),
        (b"  \n", "a.csv", "The file is empty."),
        (
            b"x" * (10 * 1024 * 1024),
            "a.csv",
            "The file has 10.0 MB; at most 5 MB are accepted.",
        ),
        (b"a,b\n\x00,1", "a.csv", "The file is not text: it holds NUL bytes."),
        (
            "a\nĐiện".encode("utf-16"),
            "a.csv",
            "The file is not UTF-8 text. Save it as “CSV UTF-8” or as XLSX.",
        ),
        (
            b"\x89PNG\r\n",
            "a.xlsx",
            "The file is called .xlsx but is something else inside.",
        ),
        (
            b"PK\x03\x04",
            "a.csv",
            "The file is called .csv but is something else inside.",
        ),
        (b"PK\x03\x04junk", "a.xlsx", "The file is not a readable XLSX file."),
        (
            b"<a/>",
            "a.html",
            "“html” is no format we read. Accepted: csv, xlsx, json.",
        ),
        (b"a: 1", "a.yaml", "“yaml” is no format we read. Accepted: csv, xlsx, json."),
        (b"a", "a", "“” is no format we read. Accepted: csv, xlsx, json."),
        (b"a,b\n", "a.csv", "The file holds no rows below its header."),
        (
            b'a,b\n"1,2\n',
            "a.csv",
            "Line 2 is not CSV: a quotation mark is left open or misplaced.",
        ),
        (b"a,b\n1\n", "a.csv", "Row 2: 1 cells, but the header has 2."),
        (b"a,b\n1,2,3\n", "a.csv", "Row 2: 3 cells, but the header has 2."),
        (
            b"a,a\n1,2\n",
            "a.csv",
            "Sheet “a”, row 1: the column “a” stands there twice.",
        ),
        (
            b"a,,c\n1,2,3\n",
            "a.csv",
            "Sheet “a”, row 1: a column without a name. Name it or take it out.",
        ),
        (
            b"[1]",
            "a.json",
            "Sheet “a”: a sheet is a list of objects, one for each row.",
        ),
        (b"[[[", "a.json", "Not JSON at line 1, character 4."),
        (b"[" * 100_000, "a.json", "The JSON is nested too deeply."),
        (
            b'[{"a": {"b": 1}}]',
            "a.json",
            (
                "Sheet “a”, row 1, column “a”: a cell holds text, a number, true, "
                "false or null."
            ),
        ),
        (
            b'[{"a": 1, "a": 2}]',
            "a.json",
            "The name “a” stands twice in one object.",
        ),
        (b'[{"a": NaN}]', "a.json", "NaN is no number a sheet can hold."),
        (
            b'[{"a": 1}, {"b": 2}]',
            "a.json",
            "Sheet “a”, row 2: every object has the names of the first; “a” differs.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(raw, name, said):
    assert refusal(raw, name) == said


def test_too_many_rows_are_refused():
    raw = b"a\n" + b"1\n" * (MAX_ROWS + 1)
    assert refusal(raw, "a.csv") == "Sheet “a”: more than 20000 rows. Split the sheet."


def test_too_many_cells_are_refused():
    columns = 20
    raw = ",".join(f"c{number}" for number in range(columns)) + "\n"
    raw += (",".join("1" * columns) + "\n") * (MAX_CELLS // columns + 1)
    assert refusal(raw.encode(), "a.csv") == (
        "Sheet “a”: more than 300000 cells. Split the sheet."
    )


def test_too_many_columns_are_refused():
    raw = ",".join(f"c{number}" for number in range(MAX_COLUMNS + 1)).encode()
    assert refusal(raw, "a.csv") == "Sheet “a”: more than 60 columns."


def test_a_cell_too_long_is_refused():
    raw = b"a,b\n1," + b"x" * (MAX_LETTERS + 1)
    assert refusal(raw, "a.csv") == (
        "Sheet “a”, row 2, column “b”: 20001 characters; a cell holds at most 20000."
    )


def test_a_cell_at_the_end_of_the_sheet_does_not_keep_the_server_busy():
    book = openpyxl.Workbook()
    book.active["A1"] = "a"
    book.active["A1048576"] = "z"
    file = io.BytesIO()
    book.save(file)
    assert refusal(file.getvalue(), "a.xlsx") == (
        "Sheet “Sheet”: blank rows without end. Delete them."
    )


def test_a_formula_cell_is_refused_not_evaluated():
    assert refusal(xlsx(["a"], ["=1+1"]), "a.xlsx") == (
        "Sheet “facts”, row 2, column “a”: a formula. Paste its value instead."
    )


def test_the_day_that_excel_invents_is_refused():
    assert refusal(xlsx(["a"], [datetime(1900, 2, 28)]), "a.xlsx") == (
        "Sheet “facts”, row 2, column “a”: Excel cannot say which day it means before "
        "1/3/1900. Type it as text."
    )


def test_a_cell_far_out_is_refused_not_dropped():
    raw = xlsx(["a"], ["1", "", "", "stray"])
    assert (
        refusal(raw, "a.xlsx") == "Sheet “facts”, row 2: a cell beyond the last column."
    )


def test_an_archive_far_larger_inside_is_refused_unopened():
    bomb = archive([("xl/worksheets/sheet1.xml", b"0" * 30_000_000)])
    assert refusal(bomb, "a.xlsx") == (
        "The file is far larger inside than outside. Save it afresh."
    )


def test_an_archive_of_many_parts_is_refused():
    many = archive([(f"xl/{number}.xml", b"x") for number in range(51)])
    assert refusal(many, "a.xlsx") == "The file has more than 50 parts."


def test_an_archive_under_a_password_is_refused():
    raw = bytearray(archive([("a.xml", b"x")]))
    directory = raw.rindex(b"PK\x01\x02")
    raw[directory + 8] |= 0x1
    assert refusal(bytes(raw), "a.xlsx") == (
        "The file is protected by a password. Take it off first."
    )


def test_an_error_of_excel_is_refused():
    book = openpyxl.Workbook()
    book.active.append(["a"])
    book.active.append(["#DIV/0!"])
    file = io.BytesIO()
    book.save(file)
    assert refusal(file.getvalue(), "a.xlsx") == (
        "Sheet “Sheet”, row 2, column “a”: the error #DIV/0!."
    )


def test_a_time_of_day_is_kept_for_the_cell_to_refuse():
    raw = xlsx(["a"], [datetime(2023, 4, 3, 8, 30)])
    (back,) = read(raw, "facts.xlsx")
    assert back.rows == [["2023-04-03 08:30:00"]]


def test_an_archive_without_a_workbook_is_refused():
    assert refusal(archive([("a.txt", b"x")]), "a.xlsx") == (
        "The file is not a readable XLSX file."
    )


def test_numbers_in_json_keep_their_digits():
    (back,) = read(b'[{"a": 1e400, "b": true, "c": null, "d": 7}]', "a.json")
    assert back.rows == [["1e400", "true", "", "7"]]


def test_a_workbook_of_json_holds_several_sheets():
    raw = json.dumps({"one": [{"a": "1"}], "two": [{"b": "2"}]}).encode()
    assert [sheet.name for sheet in read(raw, "x.json")] == ["one", "two"]


def test_the_formats_serve_the_screens_of_the_library_too():
    dataset = sheet().dataset()
    raw = Csv(encoding="utf-8").export_data(dataset)
    assert Csv().create_dataset(raw).headers == ["a", "b", "n"]
    assert [(one().get_title(), one().can_import()) for one in FORMATS] == [
        ("csv", True),
        ("xlsx", True),
        ("json", True),
    ]
