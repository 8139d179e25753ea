"""Giving records their permanent references."""

import re
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from publication.models import Record, Reference, ReferenceSeries

# Longer numbers are no part of a series: none of ours ever gets so far.
NUMBERED = re.compile(r"(.*?)(\d{1,9})\Z", re.ASCII)
Kept = TypeVar("Kept", bound=Record)


@transaction.atomic
def register(record: Kept) -> Kept:
    """Check and save a record; a new one gets its reference, for ever.

    A new record may bring a reference of its own (a province its ISO code, an import
    one given elsewhere). Raises ValidationError when that was used before, or when
    the record itself does not hold.
    """
    if record._state.adding:
        if record.reference:
            _hold_to_series(record)
            claim(record.reference)
        else:
            record.reference = issue(*record.reference_series())
    record.full_clean()
    record.save()
    return record


def _hold_to_series(record: Record) -> None:
    """Refuse a reference that names another place than the record's own."""
    prefix = record.reference_root()
    if not record.reference.startswith(prefix):
        raise ValidationError(
            _(
                "The reference %(reference)s does not begin with %(prefix)s, as "
                "this record’s must. Correct it, or leave it blank for the next free "
                "one."
            )
            % {"reference": record.reference, "prefix": prefix},
            code="reference_elsewhere",
        )


@transaction.atomic
def issue(prefix: str, width: int) -> str:
    """Return the next reference under a prefix, its number padded to ``width``."""
    ReferenceSeries.objects.get_or_create(prefix=prefix)
    series = ReferenceSeries.objects.select_for_update().get(prefix=prefix)
    series.last += 1
    series.save()
    text = f"{prefix}{series.last:0{width}d}"
    Reference.objects.create(text=text)
    return text


@transaction.atomic
def claim(reference: str) -> None:
    """Take a reference brought from elsewhere, or refuse it when it was used before."""
    _given, is_new = Reference.objects.get_or_create(text=reference)
    if not is_new:
        raise ValidationError(
            _(
                "The reference %(reference)s was used before. "
                "Leave it blank for the next free one."
            )
            % {"reference": reference},
            code="reference_used",
        )
    if match := NUMBERED.match(reference):
        prefix, number = match[1], int(match[2])
        ReferenceSeries.objects.get_or_create(prefix=prefix)
        series = ReferenceSeries.objects.select_for_update().get(prefix=prefix)
        series.last = max(series.last, number)
        series.save()
