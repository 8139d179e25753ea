"""The formats taken and given, as import-export knows formats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, ClassVar

import tablib
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from import_export.formats.base_formats import Format

from sources.spreadsheets.sheet import MAX_BYTES, Sheet
from sources.spreadsheets.text_files import read_csv, read_json, write_csv, write_json
from sources.spreadsheets.xlsx_files import read_xlsx, write_xlsx

ARCHIVE = b"PK\x03\x04"


class SheetFormat(Format):
    """A format both ways; import-export's own screens may use it as well."""

    extension: ClassVar[str]
    content_type: ClassVar[str]
    reader: ClassVar[staticmethod[[bytes, str], list[Sheet]]]
    writer: ClassVar[staticmethod[[Sequence[Sheet]], bytes]]
    holds_many: ClassVar[bool] = True

    def __init__(self, encoding: str | None = None) -> None:
        self.encoding = encoding

    def get_title(self) -> str:
        return self.extension

    def get_extension(self) -> str:
        return self.extension

    def get_content_type(self) -> str:
        return self.content_type

    def can_import(self) -> bool:
        return True

    def can_export(self) -> bool:
        return True

    def create_dataset(self, in_stream: bytes) -> tablib.Dataset:
        """Read the first sheet, within the limits of every upload."""
        return read(in_stream, f"sheet.{self.extension}")[0].dataset()

    def export_data(self, dataset: tablib.Dataset, **_options: Any) -> bytes:
        """Write one dataset as one sheet."""
        return type(self).writer([Sheet.of(dataset.title or "sheet", dataset)])


class Csv(SheetFormat):
    """One sheet as comma-separated text."""

    extension = "csv"
    content_type = "text/csv; charset=utf-8"
    reader = staticmethod(read_csv)
    writer = staticmethod(write_csv)
    holds_many = False


class Xlsx(SheetFormat):
    """A workbook of sheets for Excel and LibreOffice."""

    extension = "xlsx"
    content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    reader = staticmethod(read_xlsx)
    writer = staticmethod(write_xlsx)


class Json(SheetFormat):
    """Sheets as lists of objects."""

    extension = "json"
    content_type = "application/json"
    reader = staticmethod(read_json)
    writer = staticmethod(write_json)


FORMATS: tuple[type[SheetFormat], ...] = (Csv, Xlsx, Json)


def format_named(extension: str) -> type[SheetFormat]:
    """Return the format with this extension, or refuse with those there are."""
    for one in FORMATS:
        if one.extension == extension:
            return one
    raise ValidationError(
        _("“%(extension)s” is no format we read. Accepted: %(accepted)s.")
        % {
            "extension": extension,
            "accepted": ", ".join(one.extension for one in FORMATS),
        }
    )


def read(raw: bytes, file_name: str) -> list[Sheet]:
    """Return the sheets of a file, or raise ValidationError saying what is wrong."""
    path = PurePath(file_name)
    form = format_named(path.suffix.lower().lstrip("."))
    check_size(raw)
    if (form is Xlsx) is not raw.startswith(ARCHIVE):
        raise ValidationError(
            _("The file is called .%(extension)s but is something else inside.")
            % {"extension": form.extension}
        )
    sheets = form.reader(raw, path.stem)
    if not any(sheet.rows for sheet in sheets):
        raise ValidationError(_("The file holds no rows below its header."))
    return sheets


def check_size(raw: bytes) -> None:
    """Refuse an empty file and one above 5 MB."""
    check_length(len(raw))
    if not raw.strip():
        raise ValidationError(_("The file is empty."))


def check_length(length: int) -> None:
    """Refuse so many bytes where they are more than 5 MB."""
    if length > MAX_BYTES:
        raise ValidationError(
            _("The file has %(found).1f MB; at most %(limit)d MB are accepted.")
            % {"found": length / 1024 / 1024, "limit": MAX_BYTES // 1024 // 1024}
        )
