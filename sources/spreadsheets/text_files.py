"""CSV and JSON, read strictly."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from sources.spreadsheets.sheet import (
    Sheet,
    escape,
    headed,
    refuse,
    unescape,
)

# Excel set to Vietnamese writes semicolons, because the comma is its decimal sign.
SEPARATORS = ",;"


def decode(raw: bytes) -> str:
    """Return UTF-8 text without its byte-order mark, or refuse other bytes."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(
            _("The file is not UTF-8 text. Save it as “CSV UTF-8” or as XLSX.")
        ) from error
    if "\0" in text:
        raise ValidationError(_("The file is not text: it holds NUL bytes."))
    return text


def read_csv(raw: bytes, name: str) -> list[Sheet]:
    """Read one sheet; every row has as many cells as the header."""
    text = decode(raw)
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return [_csv_sheet(name, (list(map(unescape, line)) for line in lines))]
    except csv.Error as error:
        raise ValidationError(
            _("Line %(line)d is not CSV: a quotation mark is left open or misplaced.")
            % {"line": lines.line_num}
        ) from error


def _csv_sheet(name: str, lines: Any) -> Sheet:
    sheet = headed(name, next(lines, []))
    width = len(sheet.columns)
    for number, cells in enumerate(lines, 2):
        if any(cells) and (len(cells) < width or any(cells[width:])):
            refuse(
                _("%(found)d cells, but the header has %(wanted)d.")
                % {"found": len(cells), "wanted": width},
                row=number,
            )
        sheet.add(number, cells[:width])
    return sheet


def write_csv(sheets: Sequence[Sheet]) -> bytes:
    """Write one sheet as UTF-8 with a byte-order mark, for Excel's sake."""
    (sheet,) = sheets
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    for row in sheet.rows:
        writer.writerow([escape(cell) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def read_json(raw: bytes, name: str) -> list[Sheet]:
    """Read a list of objects, or an object of such lists, one for each sheet."""
    try:
        found = json.loads(
            decode(raw),
            object_pairs_hook=_object,
            parse_int=str,
            parse_float=str,
            parse_constant=_no_constant,
        )
    except json.JSONDecodeError as error:
        raise ValidationError(
            _("Not JSON at line %(line)d, character %(column)d.")
            % {"line": error.lineno, "column": error.colno}
        ) from error
    except RecursionError as error:
        raise ValidationError(_("The JSON is nested too deeply.")) from error
    tables = found if isinstance(found, dict) else {name: found}
    return [_json_sheet(title, table) for title, table in tables.items() if table != []]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValidationError(
            _("The name “%(name)s” stands twice in one object.") % {"name": twice}
        )
    return found


def _no_constant(constant: str) -> str:
    raise ValidationError(
        _("%(value)s is no number a sheet can hold.") % {"value": constant}
    )


def _json_sheet(name: str, table: Any) -> Sheet:
    if not isinstance(table, list) or not all(isinstance(row, dict) for row in table):
        refuse(_("a sheet is a list of objects, one for each row."), sheet=name)
    sheet = headed(name, table[0])
    for number, row in enumerate(table, 1):
        if row.keys() != set(sheet.columns):
            odd = sorted(row.keys() ^ set(sheet.columns))
            refuse(
                _("every object has the names of the first; “%(name)s” differs.")
                % {"name": odd[0]},
                sheet=name,
                row=number,
            )
        cells = [_json_cell(name, number, one, row[one]) for one in sheet.columns]
        sheet.add(number, cells)
    return sheet


def _json_cell(sheet: str, row: int, column: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        refuse(
            _("a cell holds text, a number, true, false or null."),
            sheet=sheet,
            row=row,
            column=column,
        )
    return str(value)


def write_json(sheets: Sequence[Sheet]) -> bytes:
    """Write an object of sheets, each a list of objects, one for each row."""
    tables = {
        sheet.name: [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
        for sheet in sheets
    }
    return (json.dumps(tables, ensure_ascii=False, indent=1) + "\n").encode()
