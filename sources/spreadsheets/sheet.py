"""One sheet of a file as text, the limits it keeps to, and where something stands."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import tablib
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MAX_BYTES = 5 * 1024 * 1024
MAX_ROWS = 20_000
MAX_COLUMNS = 60
# What is read within five seconds; a full sheet of every kind has fewer.
MAX_CELLS = 300_000
MAX_LETTERS = 20_000
MAX_SHEETS = 30

# What a spreadsheet program takes for the beginning of a formula, full-width forms
# included; one apostrophe before it makes it text (OWASP, "CSV injection").
FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
ESCAPED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")


def escape(value: Any) -> Any:
    """Return text that no program takes for a formula; numbers as they are."""
    if isinstance(value, str) and FORMULA.match(value):
        return f"'{value}"
    return value


def unescape(text: str) -> str:
    """Undo ``escape``: drop the one apostrophe it put before a formula sign."""
    return text[1:] if text[:1] == "'" and ESCAPED.match(text) else text


@dataclass
class Sheet:
    """A named table of text; ``numbers`` are its rows as the reader of it counts."""

    name: str
    columns: list[str]
    rows: list[list[Any]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, name: str, dataset: tablib.Dataset) -> "Sheet":
        """Return a resource's export as a sheet, its rows numbered below a header."""
        rows = [list(row) for row in dataset]
        return cls(name, list(dataset.headers), rows, list(range(2, len(rows) + 2)))

    def dataset(self) -> tablib.Dataset:
        """Return the rows as import-export takes them."""
        return tablib.Dataset(*self.rows, headers=self.columns, title=self.name)

    def reordered(self, order: Sequence[int]) -> "Sheet":
        """Return the same sheet with its rows in another order, numbers kept."""
        return Sheet(
            self.name,
            self.columns,
            [self.rows[index] for index in order],
            [self.numbers[index] for index in order],
        )

    def add(self, number: int, cells: Sequence[str]) -> None:
        """Add a row unless it is blank; refuse one too many and a cell too long."""
        if not any(cells):
            return
        if len(self.rows) == MAX_ROWS:
            refuse(
                _("more than %(limit)d rows. Split the sheet.") % {"limit": MAX_ROWS},
                sheet=self.name,
            )
        if len(self.rows) * len(self.columns) >= MAX_CELLS:
            refuse(
                _("more than %(limit)d cells. Split the sheet.") % {"limit": MAX_CELLS},
                sheet=self.name,
            )
        for column, cell in zip(self.columns, cells, strict=True):
            if len(cell) > MAX_LETTERS:
                refuse(
                    _("%(found)d characters; a cell holds at most %(limit)d.")
                    % {"found": len(cell), "limit": MAX_LETTERS},
                    sheet=self.name,
                    row=number,
                    column=column,
                )
        self.rows.append(list(cells))
        self.numbers.append(number)


def headed(name: str, header: Iterable[str], row: int = 1) -> Sheet:
    """Return an empty sheet under this header, or refuse a header that is none."""
    columns = [cell.strip() for cell in header]
    while columns and not columns[-1]:
        columns.pop()
    if len(columns) > MAX_COLUMNS:
        refuse(_("more than %(limit)d columns.") % {"limit": MAX_COLUMNS}, sheet=name)
    if not all(columns):
        refuse(
            _("a column without a name. Name it or take it out."), sheet=name, row=row
        )
    if twice := sorted({one for one in columns if columns.count(one) > 1}):
        refuse(
            _("the column “%(column)s” stands there twice.") % {"column": twice[0]},
            sheet=name,
            row=row,
        )
    return Sheet(name, columns)


def where(*, sheet: str = "", row: int | None = None, column: str = "") -> str:
    """Return the place as a reader of the file finds it: sheet, row, column."""
    parts = [_("sheet “%(sheet)s”") % {"sheet": sheet}] if sheet else []
    if row is not None:
        parts.append(_("row %(row)d") % {"row": row})
    if column:
        parts.append(_("column “%(column)s”") % {"column": column})
    place = ", ".join(parts)
    return place[:1].upper() + place[1:]


def sentence(problem: str, **place: Any) -> str:
    """Return what is wrong behind the place where it is."""
    return f"{found}: {problem}" if (found := where(**place)) else problem


def refuse(problem: str, **place: Any) -> None:
    """Raise ValidationError with the place and the problem."""
    raise ValidationError(sentence(problem, **place))
