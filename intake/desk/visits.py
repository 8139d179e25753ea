"""Who else has a reading before them, and what they decided meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.contrib.auth.models import User

from intake.models import Choice, Reading, Visit

ACTIVE = timedelta(minutes=10)


def visit(reading: Reading, person: User, *, at: datetime) -> None:
    """Note that a person has a reading before them."""
    Visit.objects.update_or_create(
        reading=reading, person=person, defaults={"seen_at": at}
    )


def others_at(reading: Reading, person: User, *, at: datetime) -> Sequence[Visit]:
    """Return the visits of others in the last ten minutes, the latest first."""
    active = reading.visits.filter(seen_at__gte=at - ACTIVE)
    return list(active.exclude(person=person).select_related("person"))


def decided_by_others(reading: Reading, person: User, *, since: datetime) -> int:
    """Count the fields that others decided after a moment."""
    made = Choice.objects.filter(suggestion__reading=reading, decided_at__gt=since)
    return made.exclude(decided_by=person).count()
