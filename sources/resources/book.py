"""What the sheets of one import know of each other while it runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from publication.models import Record
from publication.publish import correct, lacking, refuse_loss


@dataclass
class Book:
    """One import: by whom, why, and what its rows have been found to be so far."""

    by: AbstractBaseUser | None = None
    at: datetime | None = None
    reason: str = ""
    file_name: str = ""
    keys: dict[tuple[type, str], Any] = field(default_factory=dict)
    rows: dict[tuple[type, Any], int] = field(default_factory=dict)
    # What the sheet of citations lists row by row: its word stands alone there.
    listed: set[tuple[str, str]] = field(default_factory=set)
    corrected: dict[str, Record] = field(default_factory=dict)
    # What each of those lacked before its first change.
    lacked: dict[str, list[str]] = field(default_factory=dict)

    def enter(self, instance: models.Model, *, number: int, key: str) -> None:
        """Remember which row this is; refuse a second row for it, and a key twice."""
        model = type(instance)
        first = self.rows.setdefault((model, instance.pk), number)
        if first != number:
            raise ValidationError(
                _("“%(record)s” stands in row %(row)d already. Keep one of the two.")
                % {"record": _named(instance), "row": first}
            )
        if not key:
            return
        if self.keys.setdefault((model, key), instance) != instance:
            raise ValidationError(
                {
                    "key": _(
                        "“%(key)s” is the key of another row too. "
                        "Give each row a key of its own."
                    )
                    % {"key": key}
                }
            )

    def keyed(self, model: type[models.Model], key: str) -> Any:
        """Return the row of this import that bears the key, if any."""
        return self.keys.get((model, key))

    def allow(self, record: Record | None) -> None:
        """Let a change touch this record, or say what it takes once it was public."""
        if record is None or record.is_draft:
            return
        if not self._is_publisher(record):
            raise ValidationError(
                _("%(reference)s is no draft any more: only a publisher may change it.")
                % {"reference": record.reference}
            )
        if not self.reason.strip():
            raise ValidationError(
                _(
                    "%(reference)s is no draft any more: give the reason for the "
                    "change when you send the file."
                )
                % {"reference": record.reference}
            )
        if record.reference not in self.corrected:
            self.corrected[record.reference] = record
            self.lacked[record.reference] = lacking(record)

    def allow_shown(self, row: models.Model, kind: type[Record]) -> None:
        """Let a publisher of this kind change a row that visitors meet, none else."""
        if not self._is_publisher(kind):
            raise ValidationError(
                _("“%(row)s” is shown to visitors: only a publisher may change it.")
                % {"row": row}
            )

    def _is_publisher(self, kind: Record | type[Record]) -> bool:
        meta = kind._meta
        permission = f"{meta.app_label}.publish_{meta.model_name}"
        return self.by is not None and self.by.has_perm(permission)

    def log_corrections(self) -> None:
        """Say publicly which published records this import has changed.

        Each is saved once more, so that it counts as changed even where only a part
        of it was. Refuses the import where one has lost the evidence of a fact.
        """
        for kept in self.corrected.values():
            record = type(kept)._default_manager.get(pk=kept.pk)
            self.sign(record)
            record.save()
            if record.is_published:
                refuse_loss(record, before=self.lacked[record.reference])
                correct(record, by=self.by, at=self.at, reason=self.reason)  # type: ignore[arg-type]

    def sign(self, row: Any) -> None:
        """Tell the history who changes this row and why."""
        why = _("Import of %(file)s") % {"file": self.file_name}
        row._change_reason = self.reason.strip() or why
        if self.by is not None:
            row._history_user = self.by


def _named(instance: models.Model) -> str:
    """Return how staff know a row: by its text, and its reference if it has one."""
    reference = getattr(instance, "reference", "")
    return f"{instance} ({reference})" if reference else str(instance)
