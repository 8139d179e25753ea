"""What a cell of a sheet may say, kind by kind; everything else is refused.

Each ``clean`` takes the cell's text and returns the value of the column, or raises
ValueError with a sentence naming what was found and what is accepted. ``render`` is
its inverse.
"""

import re
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from import_export.widgets import Widget

from sources.partial_dates import PartialDate

SHOWN = 60
# Days as Vietnam writes them: day before month.
WRITTEN_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(\?)?", re.ASCII)
WRITTEN_MONTH = re.compile(r"(\d{1,2})/(\d{4})(\?)?", re.ASCII)
WHOLE = re.compile(r"\d{1,9}", re.ASCII)
YES = ("true", "yes", "1", "có")
NO = ("false", "no", "0", "không")


def shown(value: Any) -> str:
    """Return a value as an error quotes it, cut where it is long."""
    text = str(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def unknown(value: Any, accepted: str) -> ValueError:
    """Return the error for a value that is none of those accepted."""
    return ValueError(
        _("“%(value)s” is not accepted. Accepted: %(accepted)s")
        % {"value": shown(value), "accepted": accepted}
    )


class Text(Widget):
    """Text as the model's own column cleans it."""

    def __init__(self, column: models.Field | None = None) -> None:
        super().__init__()
        self.column = column

    def clean(self, value: Any, row: Any = None, **_kwargs: Any) -> Any:
        text = str(value or "").strip()
        if self.column is None:
            return text
        try:
            return self.column.to_python(text) or ""
        except ValidationError as error:
            raise ValueError(" ".join(error.messages)) from error

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        return str(value or "")


class PartialDay(Widget):
    """A partial date: ``30/3/2023``, or EDTF from ``2021`` to ``2024/2026``."""

    def clean(self, value: Any, row: Any = None, **_kwargs: Any) -> str:
        text = str(value or "").strip()
        if not text:
            return ""
        try:
            return PartialDate(to_iso(text))
        except ValueError as error:
            raise unknown(
                text,
                _(
                    "a day of the calendar as 30/3/2023 or 2023-03-30; 2023-03; 2023; "
                    "each with ? when uncertain, or two joined by /."
                ),
            ) from error

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        return str(value or "")


class Day(Widget):
    """A whole day, ``30/3/2023`` or ``2023-03-30``."""

    def clean(self, value: Any, row: Any = None, **_kwargs: Any) -> date | None:
        text = str(value or "").strip()
        try:
            return date.fromisoformat(to_iso(text)) if text else None
        except ValueError as error:
            raise unknown(
                text, _("a day of the calendar as 30/3/2023 or 2023-03-30.")
            ) from error

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        return value.isoformat() if value else ""


def to_iso(text: str) -> str:
    """Return a day or month written the Vietnamese way in ISO order; else as it is."""
    if match := WRITTEN_DAY.fullmatch(text):
        day, month, year, mark = match.groups(default="")
        return f"{year}-{month:>02}-{day:>02}{mark}"
    if match := WRITTEN_MONTH.fullmatch(text):
        month, year, mark = match.groups(default="")
        return f"{year}-{month:>02}{mark}"
    return text


class Whole(Widget):
    """A whole number from 0, written in digits alone; blank is the column's default."""

    def __init__(self, column: models.Field | None = None) -> None:
        super().__init__()
        self.blank = column.get_default() if column is not None else None

    def clean(self, value: Any, row: Any = None, **_kwargs: Any) -> int | None:
        text = str("" if value is None else value).strip()
        if text and not WHOLE.fullmatch(text):
            raise unknown(text, _("a whole number in digits, such as 12."))
        return int(text) if text else self.blank

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> Any:
        return "" if value is None else int(value)


class YesNo(Widget):
    """Yes or no; blank is no."""

    def clean(self, value: Any, row: Any = None, **_kwargs: Any) -> bool:
        text = str(value or "").strip().casefold()
        if text and text not in (*YES, *NO):
            raise unknown(value, ", ".join((*YES, *NO)))
        return text in YES

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        return "true" if value else "false"


class Choice(Widget):
    """One of the column's codes; blank is its default."""

    def __init__(self, column: models.Field) -> None:
        super().__init__()
        self.codes = [str(code) for code, _label in column.choices or ()]
        self.blank = str(column.get_default() or "")

    def clean(self, value: Any, row: Any = None, **_kwargs: Any) -> str:
        text = str(value or "").strip()
        if text and text not in self.codes:
            raise unknown(text, ", ".join(self.codes))
        return text or self.blank

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        return str(value or "")


class Words(Widget):
    """A list of words set apart by spaces; the column itself knows which."""

    def clean(self, value: Any, row: Any = None, **_kwargs: Any) -> list[str]:
        return str(value or "").split()

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        return " ".join(value or ())
