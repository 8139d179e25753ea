"""Deciding on a suggestion: what every way of reviewing comes down to."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from intake.models import Suggestion


def settle(
    suggestion: Suggestion,
    decision: str,
    *,
    by: User | None,
    at: datetime,
    values: dict[str, Any] | None = None,
) -> bool:
    """Keep a person's decision on a suggestion; returns whether it changed anything.

    ``values`` are what the person changed or added. What has become a record already
    is not decided again: the record itself is edited then.
    """
    is_same = (suggestion.decision, suggestion.decided_values) == (
        decision,
        values or {},
    )
    if suggestion.record_reference or is_same:
        return False
    suggestion.decision = decision
    suggestion.decided_values = values or {}
    suggestion.decided_by, suggestion.decided_at = by, at
    suggestion.save()
    return True
