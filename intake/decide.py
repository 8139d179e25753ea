"""Deciding on a suggestion: what every way of reviewing comes down to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from intake.models import Choice, Reading, Suggestion
from intake.points import (
    BY_HAND,
    ESSENTIAL,
    POINTS,
    RECORD,
    blank,
    label_of,
    points_of,
)
from publication.bulk import create_all, delete_all

TAKEN = {Suggestion.Decision.ACCEPTED, Suggestion.Decision.EDITED}


class OvertakenError(ValidationError):
    """Somebody else decided on the same field since it was last looked at."""


@transaction.atomic
def choose(
    suggestion: Suggestion,
    field: str,
    decision: str,
    *,
    by: User | None,
    at: datetime,
    value: Any = None,
    spans: Sequence[Sequence[int]] = (),
    seen: str | None = None,
) -> bool:
    """Keep a person's decision on one field; returns whether it changed anything.

    ``value`` is what an edited field becomes, ``spans`` the evidence chosen by hand,
    ``seen`` the stamp of the choice the person had before them (blank: none; None:
    not asked). Raises OvertakenError where another choice was made since, and
    ValidationError where the suggestion is a record already.
    """
    held = _held(suggestion)
    known = held.choices.select_related("decided_by").filter(field=field).first()
    said = (decision, value, [list(span) for span in spans])
    if known and (known.decision, known.value, known.spans) == said:
        return False
    if known and seen is not None and seen != known.stamp:
        raise OvertakenError(_overtaken(known))
    choice = known or Choice(suggestion=held, field=field)
    choice.decision, choice.value, choice.spans = said
    choice.decided_by, choice.decided_at = by, at
    choice.save()
    if field == RECORD:  # what was to be replaced stood in another record
        delete_all(held.choices.filter(decision=Choice.Decision.REPLACES))
    _sum_up(held, by=by, at=at)
    suggestion.refresh_from_db()
    return True


@transaction.atomic
def reopen(
    suggestion: Suggestion,
    field: str,
    *,
    by: User | None,
    at: datetime,
    seen: str | None = None,
) -> bool:
    """Take back what was decided on a field; returns whether there was anything.

    Raises OvertakenError where another choice than the one ``seen`` stands by now.
    """
    held = _held(suggestion)
    known = held.choices.select_related("decided_by").filter(field=field).first()
    if known is None:
        return False
    if seen is not None and seen != known.stamp:
        raise OvertakenError(_overtaken(known))
    delete_all([known])
    _sum_up(held, by=by, at=at)
    suggestion.refresh_from_db()
    return True


@transaction.atomic
def settle(
    suggestion: Suggestion,
    decision: str,
    *,
    by: User | None,
    at: datetime,
    values: dict[str, Any] | None = None,
) -> bool:
    """Decide on a whole suggestion at once; returns whether it changed anything.

    ``values`` are what the person changed or added. What was decided field by field
    stays, but for rejections where the whole is taken. What has become a record
    already is not decided again: the record itself is edited then.
    """
    held = _locked(suggestion)
    if held.record_reference:
        return False
    before = (held.decision, held.decided_values)
    is_lost = decision == Suggestion.Decision.REJECTED
    rows = _lost(suggestion) if is_lost else _taken(suggestion, dict(values or {}))
    for row in rows:
        row.decided_by, row.decided_at = by, at
    create_all(rows, by=by)
    _sum_up(suggestion, by=by, at=at)
    return (suggestion.decision, suggestion.decided_values) != before


@transaction.atomic
def add(
    reading: Reading,
    kind: str,
    values: dict[str, Any],
    spans: Sequence[Sequence[int]],
    *,
    by: User | None,
    at: datetime,
) -> Suggestion:
    """Keep a fact that the reader missed, with the words that a person points at.

    Sent twice it is one fact: the one that stands is returned.
    """
    Reading.objects.select_for_update().get(pk=reading.pk)
    alike = reading.suggestions.filter(kind=kind)
    spans = [list(span) for span in spans]
    for known in alike.filter(rule=BY_HAND, decision=Suggestion.Decision.ADDED):
        if (known.values, known.spans) == (values, spans):
            return known
    last = alike.aggregate(last=Max("position"))["last"]
    start, end = spans[0]
    suggestion = Suggestion.objects.create(
        reading=reading,
        kind=kind,
        position=0 if last is None else last + 1,
        values=values,
        quote=reading.source.text[start:end],
        spans=spans,
        confidence=Suggestion.Confidence.SURE,
        rule=BY_HAND,
    )
    settle(suggestion, Suggestion.Decision.ADDED, by=by, at=at)
    return suggestion


def _held(suggestion: Suggestion) -> Suggestion:
    """Return the suggestion, locked, unless it is beyond deciding."""
    held = _locked(suggestion)
    if held.record_reference:
        raise ValidationError(
            _("This has become %(reference)s already. Edit the record itself.")
            % {"reference": held.record_reference}
        )
    return held


def _locked(suggestion: Suggestion) -> Suggestion:
    """Return a suggestion as it stands, once nobody else writes in its reading."""
    readings = Reading.objects.filter(pk=suggestion.reading_id).order_by()
    list(readings.select_for_update().values_list("pk"))
    return Suggestion.objects.get(pk=suggestion.pk)


def _lost(suggestion: Suggestion) -> list[Choice]:
    """Return the choice, not yet kept, by which the whole is rejected."""
    field = POINTS[suggestion.kind][0]
    _drop(suggestion, [field])
    rejected = Choice.Decision.REJECTED
    return [Choice(suggestion=suggestion, field=field, decision=rejected)]


def _taken(suggestion: Suggestion, values: dict[str, Any]) -> list[Choice]:
    """Return the choices, not yet kept, by which the whole is taken."""
    rejected = suggestion.choices.filter(decision=Choice.Decision.REJECTED)
    _drop(suggestion, [*rejected.values_list("field", flat=True), *values])
    known = {*suggestion.choices.values_list("field", flat=True), *values}
    accepted, edited = Choice.Decision.ACCEPTED, Choice.Decision.EDITED
    return [
        *(
            Choice(suggestion=suggestion, field=name, decision=edited, value=value)
            for name, value in values.items()
        ),
        *(
            Choice(suggestion=suggestion, field=name, decision=accepted)
            for name in points_of(suggestion)
            if name not in known
        ),
    ]


def _drop(suggestion: Suggestion, fields: Iterable[str]) -> None:
    delete_all(suggestion.choices.filter(field__in=list(fields)))


def _overtaken(choice: Choice) -> str:
    return _(
        "%(person)s decided on “%(field)s” meanwhile: %(decision)s. "
        "Look again before you decide otherwise."
    ) % {
        "person": choice.decided_by or _("Somebody"),
        "field": label_of(choice.field),
        "decision": choice.get_decision_display().lower(),
    }


def _sum_up(suggestion: Suggestion, *, by: User | None, at: datetime) -> None:
    """Say of the whole what its fields come to."""
    choices = {choice.field: choice for choice in suggestion.choices.all()}
    suggestion.decision = _decision(suggestion, choices)
    suggestion.decided_values = _decided_values(suggestion, choices)
    suggestion.decided_by, suggestion.decided_at = by, at
    suggestion.save()


def _decision(suggestion: Suggestion, choices: dict[str, Choice]) -> str:
    made = {name: choice.decision for name, choice in choices.items()}
    lost = {name for name, one in made.items() if one == Choice.Decision.REJECTED}
    if lost & ESSENTIAL[suggestion.kind]:
        return Suggestion.Decision.REJECTED
    if not made.keys() >= set(points_of(suggestion)):
        return Suggestion.Decision.PENDING
    if suggestion.rule == BY_HAND:
        return Suggestion.Decision.ADDED
    known = POINTS[suggestion.kind]
    as_it_was = all(
        one == Choice.Decision.ACCEPTED for name, one in made.items() if name in known
    )
    return Suggestion.Decision.ACCEPTED if as_it_was else Suggestion.Decision.EDITED


def _decided_values(
    suggestion: Suggestion, choices: dict[str, Choice]
) -> dict[str, Any]:
    decided = {
        name: choice.value
        for name, choice in choices.items()
        if choice.decision == Choice.Decision.EDITED
    }
    essential = ESSENTIAL[suggestion.kind]
    dropped = {
        name: blank(suggestion.values.get(name))
        for name, choice in choices.items()
        if choice.decision == Choice.Decision.REJECTED
        or (choice.decision == Choice.Decision.KEPT and name not in essential)
    }
    return decided | dropped
