"""What happens to readers' reports: kept, taken in hand, settled, forgotten."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from publication.models import REFERENCE_FORM, REFERENCE_LENGTH, Record
from publication.reports import CorrectionReport

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
# What one address, and what everybody together, may send.
EACH_AN_HOUR = 5
ALL_A_DAY = 500


class TooMany(Exception):  # noqa: N818 - a state of affairs, not a mistake
    """More was sent than may be; ``wait`` says for how long."""

    def __init__(self, text: str, wait: timedelta) -> None:
        self.text, self.wait = text, wait
        super().__init__(text)


def is_reference(text: str) -> bool:
    """Tell whether a text can be a reference at all."""
    with suppress(ValidationError):
        REFERENCE_FORM(text)
        return len(text) <= REFERENCE_LENGTH
    return False


def public_record(reference: str) -> Record | None:
    """Return the public record, of whatever kind, that bears this reference."""
    return _first(reference, [kind.objects.public() for kind in _kinds()])


def record_called(reference: str) -> Record | None:
    """Return the record that bears this reference, published or not."""
    return _first(reference, [kind.objects.all() for kind in _kinds()])


def _first(reference: str, kinds: list[Any]) -> Record | None:
    if not is_reference(reference):
        return None
    found = (rows.filter(reference=reference).first() for rows in kinds)
    return next((record for record in found if record), None)


def _kinds() -> list[Any]:
    return [kind for kind in apps.get_models() if issubclass(kind, Record)]


@transaction.atomic
def receive(report: CorrectionReport, *, at: datetime) -> CorrectionReport:
    """Keep a report; the same form sent again is the report kept before.

    Raises TooMany when its sender, or all senders together, sent too much lately.
    """
    reports = CorrectionReport.objects.all()
    if kept := reports.filter(form_stamp=report.form_stamp).first():
        return kept
    if reports.since(at - HOUR).sent_by(report.sender).count() >= EACH_AN_HOUR:
        raise TooMany(
            _(
                "%(count)d reports came from your connection within the hour, and more "
                "are not taken. What you wrote is still below: send it in an hour."
            )
            % {"count": EACH_AN_HOUR},
            HOUR,
        )
    if reports.since(at - DAY).count() >= ALL_A_DAY:
        raise TooMany(
            _(
                "More reports came in today than the office can read. What you wrote "
                "is still below: keep it and send it tomorrow."
            ),
            DAY,
        )
    try:
        with transaction.atomic():
            report.save()
    except IntegrityError:  # the same form, sent twice at one moment
        return reports.get(form_stamp=report.form_stamp)
    # Whether or not the daily command runs, what was promised to readers holds.
    forget_senders(at=at)
    forget_contacts(before=at - timedelta(days=settings.CONTACT_DAYS))
    return report


@transaction.atomic
def take_in_hand(report: CorrectionReport, *, by: AbstractBaseUser) -> None:
    """Say that somebody is looking into a report."""
    _settle(report, CorrectionReport.State.IN_HAND, by=by, note=report.note)


@transaction.atomic
def answer(report: CorrectionReport, *, by: AbstractBaseUser, note: str) -> None:
    """Close a report that led to something, or was answered."""
    _settle(report, CorrectionReport.State.ANSWERED, by=by, note=_said(note))


@transaction.atomic
def dismiss(report: CorrectionReport, *, by: AbstractBaseUser, note: str) -> None:
    """Close a report that shows no error of the record."""
    _settle(report, CorrectionReport.State.DISMISSED, by=by, note=_said(note))


def _settle(
    report: CorrectionReport, state: str, *, by: AbstractBaseUser, note: str
) -> None:
    current = CorrectionReport.objects.select_for_update().get(pk=report.pk)
    if not current.is_open:
        raise ValidationError(
            _("%(report)s was settled before: %(state)s.")
            % {"report": current, "state": current.get_state_display()}
        )
    report.state, report.handled_by, report.note = state, by, note  # type: ignore[assignment]
    report.save(update_fields=["state", "handled_by", "note"])


def _said(note: str) -> str:
    if not note.strip():
        raise ValidationError(_("Say in a note what was found and done."))
    return note.strip()


@transaction.atomic
def forget_contacts(*, before: datetime) -> int:
    """Delete the e-mail addresses of reports sent before; returns how many."""
    found = CorrectionReport.objects.with_contact_from_before(before)
    return _blank(found, "contact")


@transaction.atomic
def forget_senders(*, at: datetime) -> int:
    """Delete the marks of senders that are older than a day; returns how many."""
    found = CorrectionReport.objects.with_sender_from_before(at - DAY)
    return _blank(found, "sender")


def _blank(reports: Iterable[CorrectionReport], field: str) -> int:
    count = 0
    for report in reports:
        setattr(report, field, "")
        report.save(update_fields=[field])
        count += 1
    return count
