"""Publishing, withdrawing and correcting records: the acts the public sees."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from publication import stamp
from publication.models import Change, Record, State, reach
from publication.reports import CorrectionReport


@transaction.atomic
def publish(
    records: Iterable[Record], *, by: AbstractBaseUser | None, at: datetime
) -> list[Record]:
    """Publish these records together, or none of them.

    Records already published are passed over. Returns those published now. Raises
    ValidationError with one sentence for each thing that keeps a record back.
    """
    waiting = [record for record in records if not record.is_published]
    if obstacles := obstacles_of(waiting):
        raise ValidationError(obstacles)
    for record in waiting:
        record.state = State.PUBLISHED
        record.published_at = record.published_at or at
        record.save()
        log(record, Change.Kind.PUBLICATION, by=by, at=at)
    return waiting


def obstacles_of(waiting: Sequence[Record]) -> list[str]:
    """Return, as sentences, what keeps these from being published together."""
    together = set(waiting)
    return [
        str(text)
        for record in waiting
        for text in (
            *record.obstacles(),
            *record.hidden_sources(together),
            *_hidden_parents(record, together),
        )
    ]


def _hidden_parents(record: Record, together: set[Record]) -> list[str]:
    # A record that became public with its parent only, later than the log says, would
    # be missed by those who follow the log.
    parents = [reach(record, path) for path in record.follows]
    return [
        _("%(record)s: “%(parent)s” is not published. Publish that first, or both.")
        % {"record": record, "parent": parent}
        for parent in parents
        if not parent.is_published and parent not in together
    ]


@transaction.atomic
def send_to_review(record: Record) -> None:
    """Say that a draft is ready for a publisher's eyes."""
    if record.state == State.DRAFT:
        record.state = State.IN_REVIEW
        record.save()


@transaction.atomic
def withdraw(
    record: Record, *, by: AbstractBaseUser | None, at: datetime, reason: str
) -> None:
    """Take a published record from the public; its address then says why."""
    if not record.is_published:
        raise ValidationError(
            _("%(record)s is not published, so it cannot be withdrawn.")
            % {"record": record}
        )
    why = needed(reason)
    record.state = State.WITHDRAWN
    record.save()
    log(record, Change.Kind.WITHDRAWAL, by=by, at=at, reason=why)


@contextmanager
def as_if_published(records: Iterable[Record], *, at: datetime) -> Iterator[None]:
    """Let a block find these records published; nothing of that is kept.

    Whatever else the block writes is undone with it.
    """
    with transaction.atomic():
        for record in records:
            record.state = State.PUBLISHED
            record.published_at = record.published_at or at
            record.skip_history_when_saving = True  # type: ignore[attr-defined]
            record.save()
        yield
        transaction.set_rollback(True)


def correct(
    record: Record,
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    reason: str,
    report: CorrectionReport | None = None,
) -> None:
    """Say publicly that a published record was changed, when and why.

    The report that led to it, if one did, is named beside it.
    """
    why = needed(reason)
    log(record, Change.Kind.CORRECTION, by=by, at=at, reason=why, report=report)


def lacking(record: Record) -> list[str]:
    """Return, as sentences, which evidence a record lacks as it is kept now."""
    kept = type(record)._default_manager.get(pk=record.pk)
    return [str(text) for text in (*kept.obstacles(), *kept.hidden_sources())]


def refuse_loss(record: Record, *, before: Collection[str]) -> None:
    """Refuse a correction after which a published record lacks more than before."""
    after = lacking(record)
    if len(after) > len(before):
        raise ValidationError([text for text in after if text not in before])


def needed(reason: str) -> str:
    """Return the reason without outer space, or refuse an empty one."""
    if not reason.strip():
        raise ValidationError(_("Give the reason: visitors read it with the record."))
    return reason.strip()


def log(
    record: Record,
    kind: Change.Kind,
    *,
    by: AbstractBaseUser | None,
    at: datetime,
    reason: str = "",
    report: CorrectionReport | None = None,
) -> Change:
    """Write one line of the public log."""
    stamp.touch()
    return Change.objects.create(
        reference=record.reference,
        record_type=record._meta.model_name,
        kind=kind,
        by=by,
        at=at,
        reason=reason,
        report=report,
    )
