"""Dates as sources print them: no more precise than what is known.

The accepted forms are a subset of EDTF (ISO 8601-2:2019, levels 0 and 1): a year, a
month or a day, each with an optional ``?`` for "uncertain", or an interval of two of
them joined by ``/``. They are kept as text, which sorts and filters as it stands.
"""

import re
from calendar import monthrange
from datetime import date
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

POINT = re.compile(r"([12]\d{3})(?:-(\d\d))?(?:-(\d\d))?(\?)?")
MAX_LENGTH = 23
ACCEPTED = _(
    "Accepted: 2021, 2021-12, 2021-12-18, each with ? when uncertain, "
    "or two of them joined by /."
)


class PartialDate(str):
    """One EDTF text of the subset; compares and sorts as that text.

    Raises ValueError for any other text, an impossible day, or an interval whose end
    lies before its start.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        value = super().__new__(cls, text)
        for point in value.points:
            match = POINT.fullmatch(point)
            if not match or not _exists(*match.groups()[:3]):
                raise ValueError(text)
        if len(value.points) > 2 or value.earliest > value.latest:  # noqa: PLR2004
            raise ValueError(text)
        return value

    @property
    def points(self) -> list[str]:
        return self.split("/")

    @property
    def is_interval(self) -> bool:
        return "/" in self

    @property
    def is_uncertain(self) -> bool:
        return "?" in self

    @property
    def is_day(self) -> bool:
        """Whether it names one day, certain or not."""
        return not self.is_interval and len(self.certain) == len("2021-12-18")

    @property
    def certain(self) -> str:
        """The text without its marks of uncertainty."""
        return self.replace("?", "")

    @property
    def year(self) -> int:
        """The year it begins in."""
        return int(self[:4])

    @property
    def earliest(self) -> date:
        """The first day it may mean."""
        year, month, day = _numbers(self.points[0])
        return date(year, month or 1, day or 1)

    @property
    def latest(self) -> date:
        """The last day it may mean."""
        year, month, day = _numbers(self.points[-1])
        month = month or 12
        return date(year, month, day or monthrange(year, month)[1])

    def display(self) -> str:
        """Print it in the active language, as precise as it is and no more."""
        text = " – ".join(_display_point(point) for point in self.points)
        if not self.is_uncertain:
            return text
        return pgettext("partial date", "%(date)s (uncertain)") % {"date": text}


def _numbers(point: str) -> tuple[int, int, int]:
    year, month, day = POINT.fullmatch(point).groups()[:3]  # type: ignore[union-attr]
    return int(year), int(month or 0), int(day or 0)


def _exists(year: str, month: str | None, day: str | None) -> bool:
    if month is None:
        return True
    if not 1 <= int(month) <= 12:  # noqa: PLR2004
        return False
    return day is None or 1 <= int(day) <= monthrange(int(year), int(month))[1]


def _display_point(point: str) -> str:
    year, month, day = _numbers(point)
    if day:
        return date_format(date(year, month, day), "SHORT_DATE_FORMAT")
    if month:
        return date_format(date(year, month, 1), "YEAR_MONTH_FORMAT")
    return str(year)


def validate_partial_date(value: str) -> None:
    """Refuse, with what is accepted, a text that is no partial date."""
    try:
        PartialDate(value)
    except ValueError as error:
        raise ValidationError(
            _("“%(value)s” is not a date we can keep. %(accepted)s"),
            code="partial_date",
            params={"value": value, "accepted": ACCEPTED},
        ) from error


class PartialDateField(models.CharField):
    """A column of EDTF text; empty when nothing is known."""

    # What mypy's plugin for Django takes the column's values for.
    _pyi_private_get_type: PartialDate
    _pyi_private_set_type: str

    default_validators = [validate_partial_date]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", MAX_LENGTH)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("help_text", ACCEPTED)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("help_text", None)
        return name, path, args, kwargs

    def from_db_value(self, value: str, *_args: Any) -> str:
        return PartialDate(value) if value else value

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return ""
        validate_partial_date(text.strip())
        return PartialDate(text.strip())

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Keep what the row holds readable as a date right after saving it."""
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value
