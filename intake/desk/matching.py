"""Which record a card speaks of, as a list to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intake.conflicts import Difference
from intake.desk.passages import anchor_of
from intake.desk.rows import seen_token
from intake.match import Match
from intake.models import Choice, Suggestion
from intake.points import RECORD, label_of
from provinces.models import Official
from publication.models import Record
from summits.models import Commitment, Minutes, Progress, Proposal, Summit

NEW, OTHER = "new", "other"
MODELS: dict[str, tuple[type[Record], ...]] = {
    Suggestion.Kind.EVENT: (Summit,),
    Suggestion.Kind.PERSON: (Official,),
    Suggestion.Kind.DOCUMENT: (Minutes,),
    Suggestion.Kind.ITEM: (Commitment, Proposal, Progress),
}


@dataclass(frozen=True)
class MatchOption:
    """One record that may be meant, or a new one."""

    value: str
    label: str
    is_chosen: bool = False


@dataclass
class Matching:
    """What a suggestion was matched with, and what else may be chosen."""

    suggestion: Suggestion
    match: Match
    choice: Choice | None = None
    changes: tuple[Difference, ...] = ()
    # As with fields: what a page adds when it shows again what could not be kept.
    error: str = ""
    overtaken: str = ""

    label = gettext_lazy("Record")

    @property
    def key(self) -> str:
        return f"{self.suggestion.pk}-{RECORD}"

    @property
    def anchor(self) -> str:
        return anchor_of(self.suggestion.pk, RECORD)

    @property
    def seen(self) -> str:
        return seen_token(self.choice)

    @property
    def is_open(self) -> bool:
        is_done = self.suggestion.record_reference or self.is_rejected
        return self.match.is_open and not is_done

    @property
    def is_rejected(self) -> bool:
        return self.suggestion.decision == Suggestion.Decision.REJECTED

    @property
    def record(self) -> Record | None:
        return self.match.record

    @property
    def address(self) -> str:
        return admin_address(self.record) if self.record else ""

    @property
    def gains(self) -> list[tuple[str, str, str]]:
        """Label, old and new of each fact that its record would gain."""
        return [(label_of(one.field), one.kept, one.stated) for one in self.changes]

    @property
    def is_published(self) -> bool:
        return bool(self.record and self.record.is_published)

    @property
    def unknown_place(self) -> str:
        """The place as printed, where no recorded place bears that spelling."""
        place = self.match.parts.get("place")
        printed = self.suggestion.values.get("place") or ""
        return printed if place is not None and place.record is None else ""

    @property
    def was(self) -> str:
        """The value that stands chosen, by hand or because only one is possible."""
        if self.record:
            return self.record.reference
        return NEW if self.match.is_new or not self.match.candidates else ""

    @property
    def is_worth_showing(self) -> bool:
        """Whether an item has anything to choose: most are new, and say so already."""
        return bool(self.record or self.match.candidates or self.choice)

    @property
    def options(self) -> list[MatchOption]:
        """The candidates, the record chosen first, then a new record and another."""
        found = {
            one.record.reference: MatchOption(
                one.record.reference,
                f"{one.record} · {one.why} ({likeness(one.similarity)})",
                one.record == self.record,
            )
            for one in self.match.candidates
        }
        if self.record and self.record.reference not in found:
            option = MatchOption(
                self.record.reference, str(self.record), is_chosen=True
            )
            found = {self.record.reference: option} | found
        new = MatchOption(NEW, _("A new record"), self.was == NEW)
        return [*found.values(), new, MatchOption(OTHER, _("Another record…"))]


def likeness(similarity: float) -> str:
    """Return a similarity as the language prints it: 0,94."""
    return str(number_format(similarity, decimal_pos=2))


def admin_address(record: Record, act: str = "change") -> str:
    """Return where staff find a record."""
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{act}", args=[record.pk])


def records_of(suggestions: Iterable[Suggestion]) -> dict[str, Record]:
    """Return the records that suggestions became, by reference: one query a kind."""
    wanted: dict[type[Record], set[str]] = {}
    for one in suggestions:
        for model in MODELS[one.kind] if one.record_reference else ():
            wanted.setdefault(model, set()).add(one.record_reference)
    return {
        record.reference: record
        for model, references in wanted.items()
        for record in model.objects.filter(reference__in=references)
    }
