"""The data stamp: one number that is another as soon as something public may be."""

import time

from django.db import connection, models, transaction
from django.db.models import F

ONLY = 1


class Stamp(models.Model):
    """The one row that every change of what is public passes by."""

    number = models.BigIntegerField()
    # The records were made up for load tests: read together with the number.
    is_synthetic = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.number)


def touch() -> None:
    """Change the stamp together with what this transaction writes, once.

    It waits for another transaction that did, so that no two ever leave the same one.
    """
    if _is_touched():
        return
    transaction.on_commit(_touched)
    row = Stamp.objects.filter(pk=ONLY)
    if not row.update(number=F("number") + 1):
        # Begun anew it continues no old count: what is kept elsewhere stays outdated.
        Stamp.objects.get_or_create(pk=ONLY, defaults={"number": time.time_ns()})
        row.update(number=F("number") + 1)


def mark_synthetic() -> None:
    """Say for good that the records of this database are made up."""
    touch()
    Stamp.objects.filter(pk=ONLY).update(is_synthetic=True)


def current() -> int:
    """Return the stamp of what is committed now (0: nothing was ever written)."""
    return read()[0]


def read() -> tuple[int, bool]:
    """Return the stamp, and whether the records are made up, in one question."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT number, is_synthetic FROM publication_stamp")
        row = cursor.fetchone()
    return (row[0], bool(row[1])) if row else (0, False)


def _touched() -> None:
    """Mark a transaction; the mark goes where a savepoint is rolled back."""


def _is_touched() -> bool:
    return any(hook is _touched for _savepoints, hook, _robust in _hooks())


def _hooks() -> list[tuple]:
    return connection.run_on_commit if connection.in_atomic_block else []
