"""Several sheets as one: all of them are taken in, or none."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from import_export.results import Result, RowResult

from sources.resources.book import Book
from sources.resources.cells import shown
from sources.resources.sheets import SheetResource
from sources.spreadsheets import Sheet
from sources.spreadsheets.sheet import sentence

MOST_PROBLEMS = 100
MOST_ROWS = 200


@dataclass
class RowPreview:
    """One row that changes something: which, how, and cell by cell."""

    number: int
    kind: str
    label: str
    cells: list[tuple[str, str]]

    @property
    def is_new(self) -> bool:
        return self.kind == RowResult.IMPORT_TYPE_NEW


@dataclass
class SheetOutcome:
    """What taking in one sheet does."""

    name: str
    title: str
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    rows: list[RowPreview] = field(default_factory=list)
    instances: dict[str, list[models.Model]] = field(default_factory=dict)

    @property
    def shown(self) -> list[RowPreview]:
        """The rows that a page has room for."""
        return self.rows[:MOST_ROWS]

    @property
    def hidden(self) -> int:
        """How many rows beyond those there are."""
        return len(self.rows) - len(self.shown)


@dataclass
class Outcome:
    """What taking in a file does, sheet by sheet."""

    sheets: list[SheetOutcome]

    @property
    def new(self) -> int:
        return sum(sheet.new for sheet in self.sheets)

    @property
    def changed(self) -> int:
        return sum(sheet.changed for sheet in self.sheets)

    @property
    def unchanged(self) -> int:
        return sum(sheet.unchanged for sheet in self.sheets)

    @property
    def digest(self) -> str:
        """The SHA-256 of all that a preview shows: equal when nothing else happens."""
        told = [
            [sheet.name, sheet.unchanged, [vars(row) for row in sheet.rows]]
            for sheet in self.sheets
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


class Workbook:
    """The sheets that one import screen knows, in the order they are taken in."""

    def __init__(self, *resources: type[SheetResource]) -> None:
        self.resources = resources

    def about(self, model: type[models.Model]) -> type[SheetResource]:
        """Return the resource of the sheet whose rows are these records."""
        return next(one for one in self.resources if one._meta.model is model)

    def headers(self) -> dict[str, list[str]]:
        """Return the columns of every sheet, by its name."""
        return {resource.sheet: resource().columns for resource in self.resources}

    # In

    def match(self, sheets: Sequence[Sheet]) -> list[tuple[type[SheetResource], Sheet]]:
        """Pair every sheet with its resource, or refuse one that is none of ours."""
        found = {}
        for sheet in sheets:
            resource = self._resource_for(sheet)
            if resource in found:
                raise ValidationError(
                    _("The file has two sheets “%(sheet)s”.") % {"sheet": sheet.name}
                )
            found[resource] = sheet
        return [(one, found[one]) for one in self.resources if one in found]

    def _resource_for(self, sheet: Sheet) -> type[SheetResource]:
        by_header = [
            one for one in self.resources if set(one().columns) == set(sheet.columns)
        ]
        named = [one for one in self.resources if one.sheet == sheet.name]
        for resource in (*named, *by_header):
            if resource in by_header:
                return resource
        raise ValidationError(self._mismatch(sheet, named))

    def _mismatch(self, sheet: Sheet, named: list[type[SheetResource]]) -> str:
        def shared(resource: type[SheetResource]) -> int:
            return len(set(resource().columns) & set(sheet.columns))

        nearest = max(named or self.resources, key=shared)
        if not named and not shared(nearest):
            names = ", ".join(one.sheet for one in self.resources)
            problem = _("no sheet known here. Known are: %(names)s.") % {"names": names}
            return sentence(problem, sheet=sheet.name)
        wanted = nearest().columns
        differences = (
            (_("missing column: %(names)s"), set(wanted) - set(sheet.columns)),
            (_("unknown column: %(names)s"), set(sheet.columns) - set(wanted)),
        )
        parts = [
            text % {"names": ", ".join(sorted(names))}
            for text, names in differences
            if names
        ]
        parts.append(
            _("a sheet “%(sheet)s” has these columns and no other: %(names)s.")
            % {"sheet": nearest.sheet, "names": ", ".join(wanted)}
        )
        return sentence("; ".join(parts), sheet=sheet.name, row=1)

    @transaction.atomic
    def take_in(self, sheets: Sequence[Sheet], book: Book) -> Outcome:
        """Store what the sheets say; raises ValidationError and stores nothing else.

        The error holds one sentence for each thing wrong: sheet, row, column, value
        and what is accepted. Sheets after the first one at fault are not looked at.
        """
        matched = self.match(sheets)
        for resource, sheet in matched:
            resource(book).announce(sheet)
        outcome = Outcome([_take_in(one(book), sheet) for one, sheet in matched])
        book.log_corrections()
        return outcome

    # Out

    def sheets(
        self, names: Iterable[str] | None = None, *, chosen: Any = None
    ) -> list[Sheet]:
        """Return the records as sheets: all, or those that belong to the chosen."""
        wanted = set(names) if names is not None else {r.sheet for r in self.resources}
        return [
            Sheet.of(resource.sheet, resource().export(resource().rows(chosen)))
            for resource in self.resources
            if resource.sheet in wanted
        ]


def _take_in(resource: SheetResource, sheet: Sheet) -> SheetOutcome:
    sheet = resource.arranged(sheet)
    resource.numbers = sheet.numbers
    result = resource.import_data(sheet.dataset(), dry_run=False)
    for error in result.base_errors:
        raise error.error
    for row in result.error_rows:
        raise row.errors[0].error
    if problems := _problems(resource, sheet, result):
        raise ValidationError(problems)
    return _outcome(resource, sheet, result)


def _problems(resource: SheetResource, sheet: Sheet, result: Result) -> list[str]:
    """Return a sentence for each thing wrong, with place and value."""
    found = []
    for invalid in result.invalid_rows[:MOST_PROBLEMS]:
        at = invalid.number - 1
        cells = dict(zip(sheet.columns, sheet.rows[at], strict=True))
        for name, messages in invalid.error_dict.items():
            column = resource.column_of(name) if name != NON_FIELD_ERRORS else ""
            value = shown(cells.get(column, ""))
            for message in messages:
                is_quoted = not value or value in message
                quoted = message if is_quoted else f"“{value}”: {message}"
                found.append(
                    sentence(
                        quoted,
                        sheet=sheet.name,
                        row=sheet.numbers[at],
                        column=column,
                    )
                )
    return found


def _outcome(resource: SheetResource, sheet: Sheet, result: Result) -> SheetOutcome:
    outcome = SheetOutcome(
        sheet.name,
        str(resource._meta.model._meta.verbose_name_plural),
        new=result.totals[RowResult.IMPORT_TYPE_NEW],
        changed=result.totals[RowResult.IMPORT_TYPE_UPDATE],
        unchanged=result.totals[RowResult.IMPORT_TYPE_SKIP],
    )
    for number, row in zip(sheet.numbers, result.rows, strict=True):
        if row.import_type != RowResult.IMPORT_TYPE_SKIP:
            cells = [
                (header, html)
                for header, html in zip(result.diff_headers, row.diff, strict=True)
                if "<ins>" in html or "<del>" in html
            ]
            outcome.rows.append(
                RowPreview(number, row.import_type, str(row.instance), cells)
            )
            outcome.instances.setdefault(row.import_type, []).append(row.instance)
    return outcome
