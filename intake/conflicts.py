"""Where a suggestion says otherwise than the record it speaks of."""

from __future__ import annotations

from dataclasses import dataclass

from intake.models import Suggestion
from publication.models import Record


@dataclass(frozen=True)
class Difference:
    """One field in which a suggestion and its record do not say the same.

    ``is_conflict`` is false where the record says nothing yet, or where the suggestion
    merely leads on (an announced meeting was held): then taking it changes the record
    and nothing is contradicted. ``kept`` and ``stated`` are for reading; ``sources``
    are the titles of what the record's value rests on; ``both`` says in a sentence why
    both may be true at their time, where they may.
    """

    field: str
    kept: str
    stated: str
    is_conflict: bool
    sources: tuple[str, ...] = ()
    both: str = ""


def differences(suggestion: Suggestion, record: Record | None) -> list[Difference]:
    """Return what taking a suggestion changes in a record, or contradicts in it."""
    del suggestion, record
    return []
