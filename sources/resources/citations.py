"""The sheet of citations: every passage, whatever record it supports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from import_export.fields import Field

from sources.models import Citation
from sources.resources import cells
from sources.resources.links import SourceLink
from sources.resources.sheets import SheetResource
from sources.spreadsheets import Sheet

CITATION_COLUMNS = (
    "of_sheet",
    "record",
    "field",
    "source",
    "quote",
    "start",
    "end",
    "stated_value",
    "basis",
    "reasoning",
)


class CitationSheet(SheetResource):
    """Passages of the records of other sheets.

    ``sheet`` names one of those, ``record`` a row of it: by reference, by key, or,
    where rows have no reference, by their natural key joined with `` | ``.
    """

    sheet = "citations"
    chosen_by = ""
    # The sheets whose records may be cited here.
    cited: ClassVar[tuple[type[SheetResource], ...]] = ()
    same: ClassVar[tuple[str, ...]] = ("source", "field", "quote", "stated_value")

    of_sheet = Field(column_name="sheet", widget=cells.Text())
    record = Field(column_name="record", widget=cells.Text())
    source = Field("source", column_name="source", widget=SourceLink())

    def announce(self, sheet: Sheet) -> None:
        at, named = (sheet.columns.index(one) for one in ("sheet", "record"))
        self.book.listed.update((row[at], row[named]) for row in sheet.rows)

    @cached_property
    def _sheets(self) -> dict[str, SheetResource]:
        return {one.sheet: one(self.book) for one in self.cited}

    def _cited_sheet(self, row: Any) -> SheetResource:
        if found := self._sheets.get(row["sheet"]):
            return found
        names = ", ".join(self._sheets)
        raise ValidationError({"of_sheet": str(cells.unknown(row["sheet"], names))})

    def _cited(self, row: Any) -> Any:
        sheet = self._cited_sheet(row)
        if found := sheet.named(row["record"]):
            return found
        raise ValidationError(
            {
                "record": str(
                    cells.unknown(
                        row["record"],
                        _("the name of a row of the sheet “%(sheet)s”.")
                        % {"sheet": sheet.sheet},
                    )
                )
            }
        )

    def get_instance(self, instance_loader: Any, row: Any) -> Any:
        record = self._cited(row)
        values = {name: self.cleaned(name, row) for name in self.same}
        found = list(record.citations.filter(**values))
        for citation in found:
            if self._says(citation, row):
                return citation
        return found[0] if len(found) == 1 else None

    def _says(self, citation: Citation, row: Any) -> bool:
        return all(
            field.get_value(citation) == self.cleaned(name, row)
            for name, field in self.fields.items()
            if field.attribute
        )

    def init_instance(self, row: Any = None) -> Any:
        record = self._cited(row)
        return record.citations.model(record=record)

    def rows(self, chosen: Any = None) -> Iterator[Any]:
        for resource in self.cited:
            records = resource().rows(chosen).prefetch_related("citations__source")
            for record in records:
                yield from record.citations.all()

    def export_field(self, field: Any, instance: Any, **kwargs: Any) -> Any:
        """Write the two columns that name the record cited."""
        if field.column_name not in ("sheet", "record"):
            return super().export_field(field, instance, **kwargs)
        sheet = self._sheet_of(instance)
        return (
            sheet.sheet
            if field.column_name == "sheet"
            else sheet.name_of(instance.record)
        )

    def _sheet_of(self, citation: Any) -> SheetResource:
        model = type(citation.record)
        return next(one for one in self._sheets.values() if one._meta.model is model)
