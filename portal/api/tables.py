"""Lists of the API as tables: CSV row by row, XLSX as a workbook."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.serializers import Serializer

from publication.filters import BadQuery, Fault
from publication.serializers import Text
from sources.spreadsheets import Csv, Sheet, Xlsx
from sources.spreadsheets.sheet import MAX_ROWS, escape
from sources.translated import LANGUAGES

CHUNK = 1000


class FormatNegotiation(DefaultContentNegotiation):
    """Takes ``?format=`` at its word; without it the Accept header decides."""

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[Any, str]:
        given = [value for value in request.query_params.getlist("format") if value]
        if not given:
            return super().select_renderer(request, renderers, format_suffix)
        for renderer in renderers:
            if [renderer.format] == given:
                return renderer, renderer.media_type
        message = _("“%(value)s” is not accepted here.") % {"value": given[-1][:100]}
        accepted = tuple(renderer.format for renderer in renderers)
        raise BadQuery([Fault("format", message, accepted)])


class TableRenderer(BaseRenderer):
    """Answers a whole list as a table; all else it leaves to JSON."""

    def render(self, data: Any, *args: Any, **kwargs: Any) -> bytes:
        return bytes(JSONRenderer().render(data))

    def table(
        self, rows: QuerySet, serializer: Serializer, *, name: str
    ) -> HttpResponseBase:
        """Return all rows as a file, or refuse more than a sheet may hold."""
        if rows[: MAX_ROWS + 1].count() > MAX_ROWS:
            message = _("More than %(limit)d rows. Narrow the list by its filters.")
            raise BadQuery([Fault("format", message % {"limit": MAX_ROWS}, ("json",))])
        columns = columns_of(serializer)
        response = self.answer(columns, told(rows, serializer), name)
        file_name = f"{name.removeprefix('api-')}.{self.format}"
        response["Content-Disposition"] = f'attachment; filename="{file_name}"'
        return response

    def answer(
        self, columns: list[str], rows: Iterator[list[Any]], name: str
    ) -> HttpResponseBase:
        raise NotImplementedError  # pragma: no cover


class CsvRenderer(TableRenderer):
    """UTF-8 with a byte-order mark, for Excel's sake; sent while it is read."""

    media_type = "text/csv"
    format = "csv"

    def answer(
        self, columns: list[str], rows: Iterator[list[Any]], name: str
    ) -> HttpResponseBase:
        return StreamingHttpResponse(
            lines(columns, rows), content_type=Csv.content_type
        )


class XlsxRenderer(TableRenderer):
    """A workbook of one sheet."""

    media_type = Xlsx.content_type
    format = "xlsx"
    charset = None
    render_style = "binary"

    def answer(
        self, columns: list[str], rows: Iterator[list[Any]], name: str
    ) -> HttpResponseBase:
        sheet = Sheet(name.removeprefix("api-"), columns, list(rows))
        return HttpResponse(Xlsx.writer([sheet]), content_type=Xlsx.content_type)


class Line:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def lines(columns: list[str], rows: Iterator[list[Any]]) -> Iterator[str]:
    """Yield the lines of a CSV file, no cell of which begins a formula."""
    writer = csv.writer(Line())
    yield "\ufeff"
    yield writer.writerow(columns)
    for row in rows:
        yield writer.writerow([escape(cell) for cell in row])


def columns_of(serializer: Serializer) -> list[str]:
    """Return the header: a field each, and each language apart with ``lang=all``."""
    columns: list[str] = []
    for name, field in serializer.fields.items():
        columns += (
            [f"{name}_{lang}" for lang in LANGUAGES] if is_split(field) else [name]
        )
    return columns


def is_split(field: Any) -> bool:
    """Tell whether a text is told in all its languages."""
    return isinstance(field, Text) and field.context.get("lang") == "all"


def told(rows: QuerySet, serializer: Serializer) -> Iterator[list[Any]]:
    """Yield the cells of each row, a thousand rows read at a time."""
    split = {name for name, field in serializer.fields.items() if is_split(field)}
    for row in rows.iterator(chunk_size=CHUNK):
        cells: list[Any] = []
        for name, value in serializer.to_representation(row).items():
            cells += (
                [value[one] for one in LANGUAGES] if name in split else [cell(value)]
            )
        yield cells


def cell(value: Any) -> Any:
    """Return one value as a cell: lists joined by semicolons, objects by commas."""
    if isinstance(value, list):
        return "; ".join(str(cell(one)) for one in value)
    if isinstance(value, dict):
        return ", ".join(str(cell(one)) for one in value.values() if one)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value
