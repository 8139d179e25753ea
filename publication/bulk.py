"""The one door for writes of many rows, so that history never misses one."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
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


def _touch(rows: Iterable[Tracked]) -> None:
    if any(row.concerns_public for row in rows):
        stamp.touch()
