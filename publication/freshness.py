"""How fresh a record's page is: what it was read from, and when it was last checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from publication.models import Change, Record

SHOWN = 20  # corrections; the log lists them all


@dataclass(frozen=True)
class Freshness:
    """What the foot of a record's page says of the page itself.

    ``verified_on`` is the day somebody last published or corrected the record,
    ``modified_on`` the day anything of it was last kept, ``as_of`` the day shown.
    ``corrections`` are the newest first, those of what stands on the page among them.
    """

    reference: str
    sources: tuple[Any, ...]
    verified_on: date | None
    modified_on: date
    as_of: date
    corrections: tuple[Change, ...] = ()


def freshness_of(
    record: Record, sources: Sequence[Any] = (), parts: Iterable[Record] = ()
) -> Freshness:
    """Tell how fresh a record is, and what of its parts was corrected; one query."""
    confirming = [Change.Kind.PUBLICATION, Change.Kind.CORRECTION]
    own = Q(reference=record.reference, kind__in=confirming)
    corrected = Q(
        reference__in=[part.reference for part in parts], kind=Change.Kind.CORRECTION
    )
    latest = list(Change.objects.filter(own | corrected).order_by("-pk")[:SHOWN])
    checked = (one.at for one in latest if one.reference == record.reference)
    verified_at = next(checked, record.published_at)
    return Freshness(
        record.reference,
        tuple(sources),
        timezone.localdate(verified_at) if verified_at else None,
        timezone.localdate(record.modified_at),
        timezone.localdate(),
        tuple(one for one in latest if one.kind == Change.Kind.CORRECTION),
    )
