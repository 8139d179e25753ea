"""Rows of made-up records on their way into the database, a thousand at a time."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import Max

from publication.bulk import insert_synthetic, stored
from publication.models import Change, Record, Reference, ReferenceSeries, State

CHUNK = 1000


class Table:
    """One table: the columns its rows differ in, and its next key."""

    def __init__(self, model: type[models.Model], columns: str, **same: Any) -> None:
        self.model = model
        names = {field.name for field in model._meta.concrete_fields}
        self.when = [name for name in ("published_at", "modified_at") if name in names]
        self.columns = ["id", *self.when, *columns.split()]
        self.same = same
        self.waiting: list[tuple] = []
        self.keys: Iterator[int] = count(1)

    def begin(self) -> None:
        """Number new rows behind those that are there."""
        last = self.model._default_manager.aggregate(last=Max("pk"))["last"]
        self.keys = count((last or 0) + 1)

    def write(self) -> None:
        insert_synthetic(self.model, self.columns, self.waiting, self.same)
        self.waiting.clear()


class Ledger:
    """The tables being written, and the references given in them.

    ``at`` is when whatever follows counts as published; move it on as you go.
    """

    def __init__(self, at: datetime) -> None:
        self.references = Table(Reference, "text issued_at")
        self.series = Table(ReferenceSeries, "prefix last")
        self.changes = Table(
            Change, "reference record_type at", kind=Change.Kind.PUBLICATION
        )
        self.tables: list[Table] = []
        self.at = at
        for table in (self.references, self.series, self.changes):
            self._open(table)

    @property
    def at(self) -> datetime:
        return self._at

    @at.setter
    def at(self, moment: datetime) -> None:
        self._at, self._stored = moment, stored(moment)

    def table(self, model: type[models.Model], columns: str, **same: Any) -> Table:
        """Open a table for rows of these columns; ``same`` is alike in all of them."""
        if issubclass(model, Record):
            same |= {"state": State.PUBLISHED}
        return self._open(Table(model, columns, **same))

    def _open(self, table: Table) -> Table:
        table.begin()
        self.tables.append(table)
        return table

    def add(self, table: Table, *values: Any) -> int:
        """Add one row, its own columns in their order; returns its key."""
        key = next(table.keys)
        when = (self._stored,) * len(table.when)
        table.waiting.append((key, *when, *values))
        if len(table.waiting) >= CHUNK:
            table.write()
        return key

    def record(self, table: Table, reference: str, *values: Any) -> int:
        """Add a published record, the reference given it and its line in the log."""
        self.add(self.references, reference, self._stored)
        kind = table.model._meta.model_name
        self.add(self.changes, reference, kind, self._stored)
        return self.add(table, reference, *values)

    def given(self, prefix: str, last: int) -> None:
        """Note the last number given under a prefix."""
        self.add(self.series, prefix, last)

    def close(self) -> None:
        """Write what is left, and let the database number on from here."""
        for table in self.tables:
            if table.waiting:
                table.write()
        kinds = [table.model for table in self.tables]
        with connection.cursor() as cursor:
            for line in connection.ops.sequence_reset_sql(no_style(), kinds):
                cursor.execute(line)
            # The database chooses its ways by how much it knows to hold.
            cursor.execute("ANALYZE")
