"""The act that makes draft records of what a person decided, all or nothing."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from intake.confirm.documents import take_document
from intake.confirm.events import take_event
from intake.confirm.items import take_item
from intake.confirm.people import take_person
from intake.models import Reading, Suggestion
from publication.models import Record
from summits.models import Minutes, Summit

Taken = list[tuple[Suggestion, dict[str, Any], Any]]


@transaction.atomic
def confirm(reading: Reading) -> list[Record]:
    """Write draft records, with citations, of all that was accepted and is not yet one.

    Returns the records touched. Doing it twice changes nothing. Raises ValidationError
    with a sentence where something accepted cannot be placed; nothing is written then.
    """
    done: list[Record] = []
    people = [values for _one, values in _accepted(reading, Suggestion.Kind.PERSON)]
    events: Taken = [
        (one, values, _keep(one, take_event(one, values), done))
        for one, values in _accepted(reading, Suggestion.Kind.EVENT)
    ]
    summits = _reported_on(events, reading)
    for one, values in _accepted(reading, Suggestion.Kind.PERSON):
        _keep(one, take_person(one, values, summits), done)
    minutes: dict[str, list[Minutes]] = {}
    for one, values in _accepted(reading, Suggestion.Kind.DOCUMENT):
        paper = _keep(one, take_document(one, values, summits, people), done)
        minutes.setdefault(values["stage"], []).append(paper)
    _review(minutes)
    for one, values in _accepted(reading, Suggestion.Kind.ITEM):
        if not one.record_reference:
            _keep(one, take_item(one, values, summits, minutes), done)
    return done


def _accepted(reading: Reading, kind: str) -> list[tuple[Suggestion, dict[str, Any]]]:
    """Return what was taken of a kind, in the order of the text, as it was decided."""
    taken = reading.suggestions.taken().filter(kind=kind)
    return sorted(
        ((one, one.values | one.decided_values) for one in taken),
        key=lambda pair: (pair[0].spans[:1], pair[0].position),
    )


def _keep(suggestion: Suggestion, row: Any, done: list[Record]) -> Any:
    if not suggestion.record_reference:
        suggestion.record_reference = row.reference
        suggestion.save()
        done.append(row)
    return row


def _reported_on(events: Taken, reading: Reading) -> list[Summit]:
    """Return the meetings the article is about, not those it looks back on.

    A meeting whose day is the day of an earlier document is one of those.
    """
    earlier = {
        (values["signed_on"], tuple(values["provinces"]))
        for _one, values in _accepted(reading, Suggestion.Kind.DOCUMENT)
        if values["stage"] == "earlier"
    }
    return [
        summit
        for _one, values, summit in events
        if (values["date"], tuple(values["provinces"])) not in earlier
    ]


def _review(minutes: dict[str, list[Minutes]]) -> None:
    """Say of minutes signed or planned here which earlier ones were looked back on."""
    for paper in [*minutes.get("signed", []), *minutes.get("planned", [])]:
        looked_back_on = [
            earlier
            for earlier in minutes.get("earlier", [])
            if earlier.summit.partnership_id == paper.summit.partnership_id
            and earlier != paper
        ]
        if len(looked_back_on) == 1 and paper.reviews is None:
            paper.reviews = looked_back_on[0]
            paper.save()
