"""The act that makes draft records of what a person decided, all or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intake.confirm.documents import take_document
from intake.confirm.events import take_event
from intake.confirm.items import take_item
from intake.confirm.people import take_person
from intake.models import Reading, Suggestion
from provinces.models import Official
from publication.models import Record
from publication.publish import correct
from summits.models import Minutes, Summit

MODELS: dict[str, type[Record]] = {
    Suggestion.Kind.EVENT: Summit,
    Suggestion.Kind.PERSON: Official,
    Suggestion.Kind.DOCUMENT: Minutes,
}


@dataclass
class Accepted:
    """One suggestion that was taken, its values as decided, and what it became."""

    suggestion: Suggestion
    values: dict[str, Any]
    row: Any = None


@dataclass
class Work:
    """What one confirmation does: the records it writes, the public ones apart."""

    reading: Reading
    done: list[Record] = field(default_factory=list)
    public: dict[str, Record] = field(default_factory=dict)

    def accepted(self, kind: str) -> list[Accepted]:
        """Return what was taken of a kind, in the order of the text.

        What became a record before brings that record, which may have been edited or
        deleted since and is left as it is.
        """
        taken = [
            Accepted(one, one.values | one.decided_values)
            for one in self.reading.suggestions.taken().filter(kind=kind)
        ]
        for one in taken:
            if one.suggestion.record_reference and kind in MODELS:
                known = MODELS[kind].objects.filter(
                    reference=one.suggestion.record_reference
                )
                one.row = known.first()
        return sorted(
            taken, key=lambda one: (one.suggestion.spans[:1], one.suggestion.position)
        )

    def keep(self, one: Accepted, row: Record, *more: Record) -> None:
        """Say what a suggestion became; ``more`` are the other records it changed.

        That a known person is named again changes nothing public: the spelling shows
        when its source does.
        """
        one.row = row
        one.suggestion.record_reference = row.reference
        one.suggestion.save()
        self.done.append(row)
        self.public |= {
            changed.reference: changed
            for changed in (row, *more)
            if changed.is_published and not isinstance(changed, Official)
        }


@transaction.atomic
def confirm(
    reading: Reading, *, by: User | None = None, at: datetime | None = None
) -> list[Record]:
    """Write draft records, with citations, of all that was accepted and is not yet one.

    Returns the records touched. Doing it twice changes nothing. A published record
    gains evidence only by somebody who may publish it, and the public log says so.
    Raises ValidationError with a sentence where something accepted cannot be placed or
    may not be changed; nothing is written then.
    """
    work = Work(reading)
    documents = work.accepted(Suggestion.Kind.DOCUMENT)
    people = work.accepted(Suggestion.Kind.PERSON)
    summits = _reported_on(_take_events(work), documents)
    _take_people(work, people, summits)
    minutes = _take_documents(work, documents, summits, people)
    for one in work.accepted(Suggestion.Kind.ITEM):
        if not one.suggestion.record_reference:
            work.keep(one, take_item(one.suggestion, one.values, summits, minutes))
    for record in work.public.values():
        _log(record, reading, by=by, at=at)
    return work.done


def _take_events(work: Work) -> list[Accepted]:
    events = work.accepted(Suggestion.Kind.EVENT)
    for one in events:
        if not one.suggestion.record_reference:
            work.keep(one, take_event(one.suggestion, one.values))
    return [one for one in events if one.row]


def _take_people(work: Work, people: list[Accepted], summits: list[Summit]) -> None:
    for one in people:
        if one.suggestion.record_reference:
            continue
        attended = [
            summit
            for summit in summits
            if one.values["province"]
            in {party.code for party in summit.partnership.parties}
        ]
        official = take_person(one.suggestion, one.values, attended)
        work.keep(one, official, *attended)


def _take_documents(
    work: Work,
    documents: list[Accepted],
    summits: list[Summit],
    people: list[Accepted],
) -> dict[str, list[Minutes]]:
    """Return the minutes of an article by their stage in it, the new ones written."""
    minutes: dict[str, list[Minutes]] = {}
    new: list[Minutes] = []
    named = [one.values for one in people]
    for one in documents:
        if not one.suggestion.record_reference:
            work.keep(one, take_document(one.suggestion, one.values, summits, named))
            new.append(one.row)
        if one.row:
            minutes.setdefault(one.values["stage"], []).append(one.row)
    _review(new, minutes.get("earlier", []))
    return minutes


def _reported_on(events: list[Accepted], documents: list[Accepted]) -> list[Summit]:
    """Return the meetings the article is about, not those it looks back on.

    A meeting whose day is the day of an earlier document is one of those.
    """
    earlier = {
        (one.values["signed_on"], tuple(one.values["provinces"]))
        for one in documents
        if one.values["stage"] == "earlier"
    }
    return [
        one.row
        for one in events
        if (one.values["date"], tuple(one.values["provinces"])) not in earlier
    ]


def _review(papers: list[Minutes], earlier: list[Minutes]) -> None:
    """Say of new papers which earlier ones were looked back on with them."""
    for paper in papers:
        looked_back_on = [
            one
            for one in earlier
            if one.summit.partnership_id == paper.summit.partnership_id and one != paper
        ]
        is_one_of_them = paper in earlier
        if len(looked_back_on) == 1 and not is_one_of_them and paper.reviews is None:
            paper.reviews = looked_back_on[0]
            paper.save()


def _log(
    record: Record, reading: Reading, *, by: User | None, at: datetime | None
) -> None:
    """Log what a published record gained, or refuse who may not publish it."""
    meta = record._meta
    right = f"{meta.app_label}.publish_{meta.model_name}"
    if by is None or at is None or not by.has_perm(right):
        raise ValidationError(
            _(
                "%(record)s (%(reference)s) is published. Only somebody who may "
                "publish it can add this article to it."
            )
            % {"record": record, "reference": record.reference}
        )
    reason = _("Evidence added from “%(source)s”.") % {"source": reading.source}
    correct(record, by=by, at=at, reason=reason)
