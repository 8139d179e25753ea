"""XLSX: checked as an archive before it is opened, read cell by cell as text."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import zip_longest
from typing import Any

import openpyxl
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from sources.spreadsheets.sheet import (
    MAX_COLUMNS,
    MAX_SHEETS,
    Sheet,
    escape,
    headed,
    refuse,
    unescape,
)

MAX_UNPACKED = 20 * 1024 * 1024
MAX_RATIO = 100
MAX_PARTS = 50
ENCRYPTED = 0x1
# Below it a sheet is taken for one whose end was lost.
LAST_ROW = 100_000
# Excel counts a 29 February 1900 that never was: earlier days are off by one.
FIRST_SOUND_DAY = date(1900, 3, 1)
# What openpyxl, zipfile and the XML parser raise for a file that is broken or forged.
BROKEN = (
    AttributeError,
    EOFError,
    KeyError,
    IndexError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def check_archive(raw: bytes) -> None:
    """Refuse an archive that is broken, encrypted, or larger inside than it may be."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    except BROKEN as error:
        raise ValidationError(_("The file is not a readable XLSX file.")) from error
    size = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS:
        refuse(_("The file has more than %(limit)d parts.") % {"limit": MAX_PARTS})
    if size > MAX_UNPACKED or size > MAX_RATIO * len(raw):
        refuse(_("The file is far larger inside than outside. Save it afresh."))
    if any(part.flag_bits & ENCRYPTED for part in parts):
        refuse(_("The file is protected by a password. Take it off first."))
    if len({part.filename for part in parts}) < len(parts):
        refuse(_("The file holds one part twice."))


def read_xlsx(raw: bytes, _name: str) -> list[Sheet]:
    """Read every sheet that is not empty."""
    check_archive(raw)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _sheets(raw)
    except BROKEN as error:
        raise ValidationError(_("The file is not a readable XLSX file.")) from error


def _sheets(raw: bytes) -> list[Sheet]:
    book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True)
    try:
        if len(book.worksheets) > MAX_SHEETS:
            refuse(_("more than %(limit)d sheets.") % {"limit": MAX_SHEETS})
        found = [_sheet(worksheet) for worksheet in book.worksheets]
    finally:
        book.close()
    return [sheet for sheet in found if sheet is not None]


def _sheet(worksheet: Any) -> Sheet | None:
    worksheet.reset_dimensions()
    rows = worksheet.iter_rows(max_col=MAX_COLUMNS + 1)
    title = worksheet.title
    header = next(rows, ())
    columns = [_text(cell, sheet=title, row=1) for cell in header]
    if not any(columns):
        return None
    sheet = headed(title, columns)
    width = len(sheet.columns)
    blank = None
    for number, row in enumerate(rows, 2):
        if row is blank or all(cell.value is None for cell in row):
            blank = row  # openpyxl fills a gap with one row, again and again
            if number > LAST_ROW:
                refuse(_("blank rows without end. Delete them."), sheet=title)
            continue
        cells = [
            _text(cell, sheet=title, row=number, column=column)
            for cell, column in zip_longest(row, sheet.columns, fillvalue="")
        ]
        if any(cells[width:]):
            refuse(_("a cell beyond the last column."), sheet=title, row=number)
        sheet.add(number, cells[:width])
    return sheet


def _text(cell: Any, **place: Any) -> str:
    value = cell.value
    if cell.data_type == "s":
        return unescape(str(value))
    if cell.data_type == "f":
        refuse(_("a formula. Paste its value instead."), **place)
    if cell.data_type == "e":
        refuse(_("the error %(value)s.") % {"value": value}, **place)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return _day(value, **place)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _day(moment: datetime, **place: Any) -> str:
    if moment.date() < FIRST_SOUND_DAY:
        refuse(
            _("Excel cannot say which day it means before 1/3/1900. Type it as text."),
            **place,
        )
    if moment.time() == time():
        return moment.date().isoformat()
    return moment.isoformat(sep=" ")


def write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Write the sheets, text always as text and numbers as numbers."""
    book = openpyxl.Workbook(write_only=True)
    for sheet in sheets:
        worksheet = book.create_sheet(sheet.name)
        worksheet.freeze_panes = "A2"
        worksheet.append([_cell(worksheet, one, bold=True) for one in sheet.columns])
        for row in sheet.rows:
            worksheet.append([_cell(worksheet, value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(worksheet: Any, value: Any, *, bold: bool = False) -> Any:
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", escape(value))
    cell = WriteOnlyCell(worksheet, value if value != "" else None)
    if isinstance(value, str) and value:
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
