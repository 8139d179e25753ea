"""The one door for writes of many rows, so that history never misses one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from publication import stamp
from publication.models import Tracked

Row = TypeVar("Row", bound=Tracked)


@transaction.atomic
def create_all(
    rows: Sequence[Row], *, by: AbstractBaseUser | None, reason: str = ""
) -> list[Row]:
    """Insert rows of one model in few statements, each with its history."""
    if not rows:
        return []
    _touch(rows)
    return bulk_create_with_history(
        rows, type(rows[0]), default_user=by, default_change_reason=reason
    )


@transaction.atomic
def update_all(
    rows: Sequence[Row],
    fields: Sequence[str],
    *,
    by: AbstractBaseUser | None,
    reason: str = "",
) -> int:
    """Update these fields of rows of one model; returns how many rows."""
    if not rows:
        return 0
    _touch(rows)
    return bulk_update_with_history(
        rows, type(rows[0]), fields, default_user=by, default_change_reason=reason
    )


def delete_all(rows: Iterable[Tracked]) -> int:
    """Delete rows one after the other, each with its history; returns how many.

    Raises ProtectedError where something still rests on one of them.
    """
    return sum(row.delete()[0] > 0 for row in rows)


def insert_synthetic(
    model: type[models.Model],
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    same: Mapping[str, Any],
) -> None:
    """Insert made-up rows without history or check: for load tests alone.

    ``columns`` names what the rows differ in, their values as the database keeps them
    (a moment as ``stored`` gives it); ``same`` is alike in all of them, and the other
    columns take their defaults. Raises ValidationError unless the database is marked
    to hold made-up records alone.
    """
    if not stamp.read()[1]:
        raise ValidationError(_("Only a database marked as synthetic takes such rows."))
    stamp.touch()
    fixed = {
        field: field.get_db_prep_save(
            same.get(field.name, field.get_default()), connection
        )
        for field in model._meta.concrete_fields
        if field.name not in columns
    }
    fields = [model._meta.get_field(name) for name in columns]
    named = [str(field.column) for field in (*fields, *fixed)]  # type: ignore[union-attr]
    quote = connection.ops.quote_name
    values = tuple(fixed.values())
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quote(model._meta.db_table)} "  # noqa: S608 - our own names
            f"({', '.join(map(quote, named))}) "
            f"VALUES ({', '.join(['%s'] * len(named))})",
            [(*row, *values) for row in rows],
        )


def stored(moment: datetime) -> Any:
    """Return a moment as the database keeps it, for ``insert_synthetic``."""
    return connection.ops.adapt_datetimefield_value(moment)


def _touch(rows: Iterable[Tracked]) -> None:
    if any(row.concerns_public for row in rows):
        stamp.touch()
