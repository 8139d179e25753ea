"""The act that takes back what an article brought, all or nothing."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intake.models import Reading, Suggestion
from intake.undo.facts import leave_to_others, rewrite, to_give_back
from intake.undo.left import unfinished
from intake.undo.resting import Brought, Resting
from intake.undo.traces import Key, Trace, key_of, owner_of, traces_of
from provinces.models import Official
from publication.bulk import delete_all
from publication.history import because
from publication.models import Record
from publication.publish import correct, lacking, withdraw
from sources.models import Citation

# Why, in a look ahead that keeps nothing.
LOOKING_AHEAD = "…"
# As much of a reason as the history of the reading keeps.
REASON_LENGTH = 100


@dataclass
class Undone:
    """What undoing an article did, in words for people; ``kept`` with the reasons.

    ``passages`` counts the citations that went.
    """

    removed: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    kept: list[tuple[Any, str]] = field(default_factory=list)
    passages: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was changed, nor had to stay."""
        lists = (self.removed, self.withdrawn, self.restored, self.kept)
        return not any(lists) and not self.passages


@transaction.atomic
def undo(
    reading: Reading, *, by: AbstractBaseUser | None, at: datetime, reason: str
) -> Undone:
    """Withdraw exactly what an article brought, unless something else rests on it.

    Drafts it made are deleted, published records withdrawn; what it changed says again
    what it said before, unless it was changed since. Its suggestions can be decided
    and confirmed again. Doing it twice does nothing more. Raises ValidationError where
    something public would change that ``by`` may not change, or would lack evidence;
    nothing is done then.
    """
    undone = _Undoing(reading, by, at, reason).run()
    reading.refresh_from_db(fields=["written_at", "written_by"])
    return undone


def what_undo_would_do(
    reading: Reading, *, by: AbstractBaseUser | None = None
) -> Undone:
    """Return what ``undo`` would do, having done nothing.

    Raises ValidationError as it would; without ``by``, nobody's rights are asked.
    """
    with transaction.atomic():
        ahead = _Undoing(reading, by, timezone.now(), LOOKING_AHEAD)
        ahead.asks_rights = by is not None
        undone = ahead.run()
        transaction.set_rollback(True)
    return undone


class _Undoing:
    """One undoing on its way."""

    def __init__(
        self,
        reading: Reading,
        by: AbstractBaseUser | None,
        at: datetime,
        reason: str,
    ) -> None:
        self.reading = Reading.objects.select_for_update().get(pk=reading.pk)
        source = self.reading.source
        self.versions = [source, *source.versions_before()]
        self.by, self.at, self.reason = by, at, reason
        self.asks_rights = True
        self.undone = Undone()
        self.public: dict[Key, tuple[Record, list[str]]] = {}
        self.touched: dict[Key, Record] = {}

    def run(self) -> Undone:
        with because(f"undo:{self.reading.pk}"):
            if self.reading.suggestions.exclude(record_reference="").exists():
                self._take_back()
        for reading in unfinished(self.reading, self.touched.values()):
            self._finish(reading)
        return self.undone

    def _finish(self, reading: Reading) -> None:
        """Take back what an earlier undoing had to leave to this article."""
        other = _Undoing(reading, self.by, self.at, self.reason)
        other.asks_rights, other.undone = self.asks_rights, self.undone
        with because(f"undo:{reading.pk}"):
            other._take_back()

    def _take_back(self) -> None:
        traces = traces_of(self.reading)
        owners = [owner for trace in traces if (owner := owner_of(trace.row))]
        self.touched = {key_of(owner): owner for owner in owners}
        changed = [trace for trace in traces if not trace.is_new]
        waiting = self._restore(changed)
        resting = Resting(self.reading, [trace for trace in traces if trace.is_new])
        passages = [
            one.row for one in resting.going.values() if isinstance(one.row, Citation)
        ]
        self._take_out(resting)
        for trace, refusal in self._restore(waiting).items():
            self.undone.kept.append((trace.row, refusal))
        self._leave_to_others(resting, passages)
        self._tell_what_stays(resting)
        self._answer_to_the_public()
        if traces:
            self._reopen(resting)

    def _restore(self, traces: Iterable[Trace]) -> dict[Trace, str]:
        """Give back what was changed; returns what does not hold, with the reason."""
        refused = {}
        for trace in traces:
            going, kept = to_give_back(trace, self.versions)
            if going:
                self._notice(trace.row)
            try:
                self.undone.restored += rewrite(trace.row, going)
            except ValidationError as error:
                refused[trace] = " ".join(error.messages)
                trace.row.refresh_from_db()
                continue
            self.undone.kept += [(trace.row, why) for why in kept]
        return refused

    def _take_out(self, resting: Resting) -> None:
        """Withdraw what was public and delete the rest, what points at others first."""
        leaving = _deletable(resting)
        for one in _pointing_first(resting.going.values()):
            row = one.row
            if isinstance(row, Record) and row.is_published:
                self._withdraw(row)
            elif one.trace.key in leaving:
                self._notice(row)
                self._delete(row)
            elif isinstance(row, Record) and not row.was_public:
                self.undone.kept.append((row, _lingers(row)))

    def _withdraw(self, record: Record) -> None:
        self._may(record, "withdraw")
        withdraw(record, by=self.by, at=self.at, reason=self.reason)
        self.undone.withdrawn.append(_named(record))

    def _delete(self, row: Any) -> None:
        if isinstance(row, Citation):
            self.undone.passages += 1
        else:
            self.undone.removed.append(_named(row))
        delete_all([row])

    def _leave_to_others(self, resting: Resting, passages: list[Any]) -> None:
        """Take what this article alone said from records that others carry."""
        for one in resting.kept.values():
            told = {
                passage.field
                for passage in passages
                if (passage._meta.get_field("record").related_model, passage.record_id)
                == (type(one.row), one.row.pk)
            }
            if told and not one.is_whole:
                self.undone.restored += leave_to_others(one.row, told)

    def _tell_what_stays(self, resting: Resting) -> None:
        """Report records, and the parts of records that nothing below them holds."""
        for one in resting.kept.values():
            if isinstance(one.row, Citation):
                continue
            below = {key_of(row) for row in one.below}
            is_cause = not below & resting.kept.keys()
            if isinstance(one.row, Record) or is_cause:
                self.undone.kept.append((one.row, one.why))

    def _notice(self, row: Any) -> None:
        """Remember what a published record lacks before it loses anything.

        A person who is named once less changes nothing public, unless the source is.
        """
        owner = owner_of(row)
        if owner is None or not owner.is_published or key_of(owner) in self.public:
            return
        if not isinstance(owner, Official) or self.reading.source.is_published:
            self.public[key_of(owner)] = owner, lacking(owner)

    def _answer_to_the_public(self) -> None:
        """Log the correction of what stays public, or refuse it."""
        for owner, before in self.public.values():
            owner.refresh_from_db()
            if not owner.is_published:
                continue
            self._may(owner, "publish")
            if lost := [text for text in lacking(owner) if text not in before]:
                raise ValidationError([_rests_on(owner), *lost])
            correct(owner, by=self.by, at=self.at, reason=self.reason)

    def _may(self, record: Record, act: str) -> None:
        meta = record._meta
        right = f"{meta.app_label}.{act}_{meta.model_name}"
        if self.asks_rights and not (self.by and self.by.has_perm(right)):  # type: ignore[attr-defined]
            raise ValidationError(
                _(
                    "%(record)s (%(reference)s) is published. Only somebody who may "
                    "publish and withdraw it can undo this article."
                )
                % {"record": record, "reference": record.reference}
            )

    def _reopen(self, resting: Resting) -> None:
        """Let be decided again what is gone, or rests on this article no more.

        That holds for what earlier readings of the same text became as well.
        """
        left = {
            owner.reference
            for one in resting.kept.values()
            if isinstance(one.row, Citation) and (owner := owner_of(one.row))
        }
        readings = Reading.objects.up_to(self.reading)
        written = Suggestion.objects.filter(reading__in=readings)
        for suggestion in written.exclude(record_reference__in=["", *left]):
            suggestion.record_reference = ""
            suggestion.save()
        if not self.reading.suggestions.exclude(record_reference="").exists():
            self.reading.written_at = self.reading.written_by = None
        self.reading._change_reason = self.reason[:REASON_LENGTH]
        self.reading.save()


def _pointing_first(brought: Iterable[Brought]) -> Iterator[Brought]:
    """Yield rows so that none goes before what points at it; else the newest first."""
    waiting = {one.trace.key: one for one in brought}
    while waiting:
        free = [key for key, one in waiting.items() if not _is_needed(one, waiting)]
        for key in free or [*waiting]:
            yield waiting.pop(key)


def _is_needed(one: Brought, waiting: Container[Key]) -> bool:
    return any(key_of(row) in waiting for row in one.below)


def _deletable(resting: Resting) -> set[Key]:
    """Return what can be deleted: never public, and nothing that stays points at it.

    The parts of a record that was public stay with it once it is withdrawn.
    """
    keys = {key for key, one in resting.going.items() if _may_vanish(one.row, resting)}
    while staying := {key for key in keys if _points_at(resting.going[key], keys)}:
        keys -= staying
    return keys


def _may_vanish(row: Any, resting: Resting) -> bool:
    """Whether a row can be deleted without a trace but its history.

    A record that is all its reference says (a partnership) could never be made again.
    """
    owner = owner_of(row)
    if owner is None or key_of(owner) not in resting.going:
        return True
    return not owner.was_public and (row != owner or bool(owner.reference_root()))


def _points_at(one: Brought, keys: set[Key]) -> bool:
    return any(key_of(row) not in keys for row in one.below)


def _lingers(record: Record) -> str:
    if record.reference_root():
        return _("Something that was public belongs to it.")
    return _("Its reference could never be given again, so it stays as a draft.")


def _named(row: Any) -> str:
    kind = str(row._meta.verbose_name).capitalize()
    if isinstance(row, Record):
        return f"{kind}: {row} ({row.reference})"
    return f"{kind}: {row}"


def _rests_on(record: Record) -> str:
    return _(
        "%(record)s (%(reference)s) is published and rests on this article. "
        "Cite another source for it first, or withdraw it."
    ) % {"record": record, "reference": record.reference}
