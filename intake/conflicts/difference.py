"""One difference, and the comparison that collects them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from intake.match.places import match_place
from provinces.models import Place, Province
from sources.models import Source
from sources.partial_dates import PartialDate
from sources.spelling import fold
from summits.models import Sector


@dataclass(frozen=True)
class Difference:
    """One field in which a suggestion and its record do not say the same.

    ``is_conflict`` is false where the record says nothing yet, where the suggestion
    merely leads on (an announced meeting was held), or where both are kept as a matter
    of course (another spelling): nothing is contradicted then. ``kept`` and ``stated``
    are for reading; ``sources`` are the titles of what the record's value rests on;
    ``both`` says in a sentence why both may be true at their time, where they may.
    """

    field: str
    kept: str
    stated: str
    is_conflict: bool
    sources: tuple[str, ...] = ()
    both: str = ""


class Register:
    """Names of what suggestions give by code, fetched once where any is asked for."""

    @cached_property
    def provinces(self) -> dict[str, Province]:
        return {one.reference: one for one in Province.objects.all()}

    @cached_property
    def sectors(self) -> dict[str, Sector]:
        return {one.code: one for one in Sector.objects.all()}

    @cached_property
    def places(self) -> list[Place]:
        return list(Place.objects.prefetch_related("names", "provinces"))

    def named_provinces(self, codes: Iterable[str]) -> str:
        known = self.provinces
        return ", ".join(str(known.get(code, code)) for code in sorted(codes))

    def named_sectors(self, codes: Iterable[str]) -> str:
        known = self.sectors
        return ", ".join(str(known.get(code, code)) for code in sorted(codes))


class Comparison:
    """What a suggestion says beside a record, and where the two differ.

    The record's citations, with their sources, must have been fetched.
    """

    def __init__(self, values: dict[str, Any], record: Any, register: Register) -> None:
        self.values = values
        self.record = record
        self.register = register
        self.found: list[Difference] = []

    def note(
        self,
        field: str,
        fact: str,
        *,
        kept: Any,
        stated: Any,
        is_conflict: bool = False,
        both: str = "",
        code: str = "",
    ) -> None:
        """Keep one difference; ``code`` is the record's value as it is stored."""
        sources = self.sources(fact, code or str(kept))
        self.found.append(
            Difference(field, str(kept), str(stated), is_conflict, sources, both)
        )

    def choice(
        self, field: str, fact: str, stated: str, *, both: str = "", leads: bool = False
    ) -> None:
        """Compare a term of a list; ``leads`` says that the stated one comes after."""
        kept = getattr(self.record, fact)
        if not stated or stated == kept:
            return
        labels = dict(self.record._meta.get_field(fact).choices)
        self.note(
            field,
            fact,
            kept=labels.get(kept, ""),
            stated=labels[stated],
            is_conflict=bool(kept) and not leads,
            both=both,
            code=str(kept),
        )

    def date(
        self, field: str, fact: str, *, both: str = "", is_label: bool = False
    ) -> None:
        """Compare two dates: a sign of doubt or less precision contradicts nothing.

        A label does not grow more precise: another one is another.
        """
        if not self.values[field]:
            return
        stated, kept = PartialDate(self.values[field]), getattr(self.record, fact)
        adds = not kept or (_narrows(stated, kept) and not is_label)
        if kept and not adds and _agrees(stated, kept, is_label=is_label):
            return
        self.note(
            field,
            fact,
            kept=kept and kept.display(),
            stated=stated.display(),
            is_conflict=not adds,
            both="" if adds else both,
            code=kept,
        )

    def place(self, field: str, fact: str, place: Place | None = None) -> None:
        """Compare two venues: what names the same place, or more of it, agrees."""
        stated, kept = self.values[field], getattr(self.record, fact)
        if not stated or _stands_in(stated, kept):
            return
        if not kept:
            self.note(field, fact, kept=place or "", stated=stated)
            return
        ours = place or self._named(kept)
        theirs = self._named(stated)
        if ours and ours == theirs:
            return
        both = (
            "" if ours and theirs else _("One of the two places may lie in the other.")
        )
        self.note(field, fact, kept=kept, stated=stated, is_conflict=True, both=both)

    def sources(self, fact: str, value: str) -> tuple[str, ...]:
        """Return the titles, with their dates, of what a record's value rests on."""
        resting = [
            citation.source
            for citation in self.record.citations.all()
            if citation.field == fact and citation.stated_value in {"", value}
        ]
        return tuple(dict.fromkeys(titled(source) for source in resting))

    def _named(self, venue: str) -> Place | None:
        return match_place(venue, self.register.places).record


def titled(source: Source) -> str:
    """Return a source by its title and its day, where that is known."""
    if not source.published_on:
        return source.title
    return f"{source.title} ({source.published_on.display()})"


def listed(values: Sequence[str]) -> str:
    """Return values as one line for reading."""
    return ", ".join(values)


def _narrows(stated: PartialDate, kept: PartialDate) -> bool:
    """Whether a date makes a recorded one surer, or more precise."""
    if stated.certain == kept.certain:
        return kept.is_uncertain and not stated.is_uncertain
    return not kept.is_interval and _holds(kept, stated)


def _agrees(stated: PartialDate, kept: PartialDate, *, is_label: bool) -> bool:
    """Whether a date says nothing that a recorded one does not allow."""
    if stated.certain == kept.certain:
        return True
    return not is_label and (_holds(stated, kept) or _holds(kept, stated))


def _holds(wider: PartialDate, narrower: PartialDate) -> bool:
    """Whether one date lies within another."""
    return wider.earliest <= narrower.earliest and narrower.latest <= wider.latest


def _stands_in(one: str, other: str) -> bool:
    ours, theirs = f" {fold(one)} ", f" {fold(other)} "
    return bool(other) and (ours in theirs or theirs in ours)
