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

    No two transactions leave the same one; none waits longer for another than that
    takes to end.
    """
    if _is_touched():
        return
    transaction.on_commit(_touched)
    if connection.vendor == "postgresql":
        _step_at_commit()
    else:
        _step()


def mark_synthetic() -> None:
    """Say for good that the records of this database are made up."""
    touch()
    Stamp.objects.update_or_create(
        pk=ONLY,
        defaults={"is_synthetic": True},
        create_defaults={"is_synthetic": True, "number": time.time_ns()},
    )


def current() -> int:
    """Return the stamp of what is committed now (0: nothing was ever written)."""
    return read()[0]


def read() -> tuple[int, bool]:
    """Return the stamp, and whether the records are made up, in one question."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number, is_synthetic FROM publication_stamp WHERE id = %s", [ONLY]
        )
        row = cursor.fetchone()
    return (row[0], bool(row[1])) if row else (0, False)


def _step() -> None:
    row = Stamp.objects.filter(pk=ONLY)
    if not row.update(number=F("number") + 1):
        # Begun anew it continues no old count: what is kept elsewhere stays outdated.
        Stamp.objects.create(pk=ONLY, number=time.time_ns())


def _step_at_commit() -> None:
    """Leave a row of this transaction's own; its trigger takes the step as it ends.

    Held from the first write on, the one row would make others wait for all of this.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO publication_stamp (id, number, is_synthetic)"
            " VALUES (pg_current_xact_id()::text::bigint, 0, false)"
            " ON CONFLICT (id) DO NOTHING"
        )


def _touched() -> None:
    """Mark a transaction; the mark goes where a savepoint is rolled back."""


def _is_touched() -> bool:
    return any(hook is _touched for _savepoints, hook, _robust in _hooks())


def _hooks() -> list[tuple]:
    return connection.run_on_commit if connection.in_atomic_block else []
