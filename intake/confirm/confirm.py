"""The act that makes draft records of what a person decided, all or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from intake.confirm.documents import take_document
from intake.confirm.events import take_event
from intake.confirm.items import take_item
from intake.confirm.people import take_person
from intake.confirm.taken import Taken, refuse_open
from intake.match import match_all
from intake.models import Reading, Suggestion
from provinces.models import Official
from publication.history import because
from publication.models import Record
from publication.publish import correct
from summits.models import Minutes, Partnership, Summit

MODELS: dict[str, type[Record]] = {
    Suggestion.Kind.EVENT: Summit,
    Suggestion.Kind.PERSON: Official,
    Suggestion.Kind.DOCUMENT: Minutes,
}


@dataclass
class Work:
    """What one confirmation does: the records it writes, the public ones apart."""

    reading: Reading
    taken: list[Taken]
    done: list[Record] = field(default_factory=list)
    public: dict[str, Record] = field(default_factory=dict)
    corrected: set[str] = field(default_factory=set)

    @classmethod
    def on(cls, reading: Reading) -> Work:
        """Gather what was taken, in the order of the text.

        What became a record before brings that record, which may have been edited or
        deleted since and is left as it is.
        """
        suggestions = reading.suggestions.taken().prefetch_related("choices")
        found = match_all(reading)
        taken = [Taken.of(one, found[one.pk]) for one in suggestions]
        for one in taken:
            model = MODELS.get(one.suggestion.kind)
            reference = one.suggestion.record_reference
            if model and reference:
                one.row = model._default_manager.filter(reference=reference).first()
        refuse_open(one for one in taken if not one.suggestion.record_reference)
        taken.sort(key=lambda one: (one.suggestion.spans[:1], one.suggestion.position))
        return cls(reading, taken)

    def of(self, kind: str) -> list[Taken]:
        """Return what was taken of a kind."""
        return [one for one in self.taken if one.suggestion.kind == kind]

    def keep(self, one: Taken, row: Record, *more: Record) -> None:
        """Say what a suggestion became; ``more`` are the other records it changed.

        That a known person is named again changes nothing public: the spelling shows
        when its source does.
        """
        one.row = row
        one.suggestion.record_reference = row.reference
        one.suggestion.save()
        self.done.append(row)
        for changed in (row, *more):
            is_named = isinstance(changed, Official) and changed not in one.overwritten
            if changed.is_published and not is_named:
                self.public[changed.reference] = changed
                if one.overwritten:
                    self.corrected.add(changed.reference)


def mark_of(reading: Reading) -> str:
    """Return the reason that the history gives for all that a reading brought."""
    return f"reading:{reading.pk}"


@transaction.atomic
def confirm(
    reading: Reading, *, by: User | None = None, at: datetime | None = None
) -> list[Record]:
    """Write draft records, with citations, of all that was accepted and is not yet one.

    What is accepted or edited fills gaps of a known record and is cited beside what it
    says otherwise; only what a person said replaces the record's value overwrites it.
    Returns the records touched. Doing it twice changes nothing, nor does doing it
    twice at once. A published record gains evidence only by somebody who may publish
    it, and the public log says so. Raises ValidationError with a sentence where
    something accepted cannot be placed, may be one of several records, or may not be
    changed, and where the article has been read again; nothing is written then.
    """
    held = Reading.objects.select_for_update().get(pk=reading.pk)
    _refuse_older(held)
    with because(mark_of(held)):
        _take_turns(held)
        work = Work.on(held)
        _write(work)
        for record in work.public.values():
            _log(record, work, by=by, at=at)
        if work.done:
            held.written_by, held.written_at = by, at or timezone.now()
            held.save()
    reading.written_by, reading.written_at = held.written_by, held.written_at
    return work.done


def _refuse_older(reading: Reading) -> None:
    """Refuse what a newer reading of the same text took over, decisions and all."""
    if reading.newest != reading:
        raise ValidationError(
            _("“%(source)s” has been read again. Write what its newer reading says.")
            % {"source": reading.source}
        )


def _take_turns(reading: Reading) -> None:
    """Wait for another article of the same provinces, so that one meeting is one."""
    groups = [
        one.values["provinces"]
        for one in reading.suggestions.all()
        if one.kind in {Suggestion.Kind.EVENT, Suggestion.Kind.DOCUMENT}
    ]
    references = {Partnership.reference_of(codes) for codes in groups if codes}
    waited_for = Partnership.objects.filter(reference__in=references)
    list(waited_for.select_for_update().order_by("reference"))


def _write(work: Work) -> None:
    documents = work.of(Suggestion.Kind.DOCUMENT)
    people = work.of(Suggestion.Kind.PERSON)
    summits = _reported_on(_take_events(work), documents)
    _take_people(work, people, summits)
    minutes = _take_documents(work, documents, summits, people)
    for one in work.of(Suggestion.Kind.ITEM):
        if not one.suggestion.record_reference:
            work.keep(one, take_item(one, summits, minutes, people))


def _take_events(work: Work) -> list[Taken]:
    events = work.of(Suggestion.Kind.EVENT)
    for one in events:
        if not one.suggestion.record_reference:
            work.keep(one, take_event(one))
    return [one for one in events if one.row]


def _take_people(work: Work, people: list[Taken], summits: list[Summit]) -> None:
    for one in people:
        if one.suggestion.record_reference:
            continue
        attended = [
            summit
            for summit in summits
            if one.values["province"]
            in {party.code for party in summit.partnership.parties}
        ]
        official = take_person(one, attended)
        work.keep(one, official, *attended)


def _take_documents(
    work: Work,
    documents: list[Taken],
    summits: list[Summit],
    people: list[Taken],
) -> dict[str, list[Minutes]]:
    """Return the minutes of an article by their stage in it, the new ones written."""
    minutes: dict[str, list[Minutes]] = {}
    new: list[Minutes] = []
    for one in documents:
        if not one.suggestion.record_reference:
            work.keep(one, take_document(one, summits, people))
            new.append(one.row)
        if one.row:
            minutes.setdefault(one.values["stage"], []).append(one.row)
    _review(new, minutes.get("earlier", []))
    return minutes


def _reported_on(events: list[Taken], documents: list[Taken]) -> list[Summit]:
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


def _log(record: Record, work: Work, *, by: User | None, at: datetime | None) -> None:
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
    told = _("Evidence added from “%(source)s”.")
    if record.reference in work.corrected:
        told = _("Corrected from “%(source)s”.")
    correct(record, by=by, at=at, reason=told % {"source": work.reading.source})
