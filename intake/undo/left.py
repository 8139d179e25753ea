"""Undoings that could not be finished, because another article rested on the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.db.models import Max

from intake.models import Reading, Suggestion
from publication.models import Record


def unfinished(reading: Reading, records: Iterable[Record]) -> list[Reading]:
    """Return readings, undone before, that made records which nothing claims now.

    They had to leave them because the article of ``reading`` rested on them.
    """
    made_by = {key for record in records for key in _maker(record)}
    own = Reading.objects.up_to(reading).values("pk")
    others = Reading.objects.filter(pk__in=made_by).exclude(pk__in=own)
    return [one for one in others.order_by("pk") if _was_undone(one)]


def _maker(record: Record) -> Iterator[int]:
    """Yield the reading that made a record from a fact that it claims no longer."""
    known = type(record)._default_manager.filter(pk=record.pk)
    if not known.exists():
        return
    first = record.history.filter(history_type="+").first()
    mark = re.fullmatch(r"reading:(\d+)", (first.history_change_reason or ""))
    claimed = Suggestion.objects.filter(record_reference=record.reference)
    was_claimed = Suggestion.history.filter(record_reference=record.reference)
    if mark and was_claimed.exists() and not claimed.exists():
        yield int(mark[1])


def _was_undone(reading: Reading) -> bool:
    """Whether a reading was undone and not written again since."""
    undone = Suggestion.history.filter(
        reading_id=reading.pk, history_change_reason=f"undo:{reading.pk}"
    )
    last = undone.aggregate(last=Max("history_date"))["last"]
    return bool(last) and (reading.written_at is None or reading.written_at < last)
