"""Finding the records a suggestion speaks of: exactly one, or none by itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from provinces.models import Official, Place, Province
from publication.references import register
from sources.partial_dates import PartialDate
from sources.spelling import fold
from summits.models import Minutes, Partnership, Summit


def partnership_of(codes: Iterable[str]) -> Partnership:
    """Return the partnership of these provinces, made as a draft where it is new."""
    reference = Partnership.reference_of(codes)
    if known := Partnership.objects.filter(reference=reference).first():
        return known
    made = register(Partnership(reference=reference))
    made.provinces.set(Province.objects.filter(reference__in=list(codes)))
    return made


def find_summit(
    codes: Iterable[str], date: str | None, day_part: str | None = None
) -> Summit | None:
    """Return the one summit of these provinces on that day, if it is known.

    Marks of uncertainty do not make another day; a part of the day only tells two
    meetings of one day apart.
    """
    if not date:
        return None
    day = PartialDate(date).certain
    known = [
        summit
        for summit in Summit.objects.between(codes)
        if summit.date and summit.date.certain == day
    ]
    if day_part and len(known) > 1:
        known = [summit for summit in known if summit.day_part in {"", day_part}]
    return known[0] if len(known) == 1 else None


def find_official(name: str, province: Province | None) -> Official | None:
    """Return the person of that province whom a known spelling names.

    Raises ValidationError where two people bear the name: a person must choose.
    """
    known = Official.objects.spelled(name)
    if province:
        known = known.filter(province=province)
    match list(known):
        case []:
            return None
        case [one]:
            return one
        case several:
            raise ValidationError(
                _("“%(name)s” may be any of %(people)s. Say which.")
                % {
                    "name": name,
                    "people": ", ".join(f"{p} ({p.reference})" for p in several),
                }
            )


def find_place(printed: str) -> Place | None:
    """Return the place whose name stands in a printed venue, the longest first."""
    venue = f" {fold(printed)} "
    named = sorted(
        ((name.folded, name.place) for name in _place_names()),
        key=lambda pair: -len(pair[0]),
    )
    return next((place for folded, place in named if f" {folded} " in venue), None)


def _place_names() -> Any:
    names: Any = Place.names.rel.related_model
    return names.objects.select_related("place")


def find_host(printed: str, place: Place | None, parties: Iterable[Province]) -> Any:
    """Return the one party that a venue names, or that its place lies in."""
    venue = f" {fold(printed)} "
    parties = list(parties)
    named = [
        party
        for party in parties
        if any(f" {name.folded} " in venue for name in party.names.all())
    ]
    if len(named) == 1:
        return named[0]
    inside = [] if place is None else list(place.provinces.all())
    lying = [party for party in parties if party in inside]
    return lying[0] if len(lying) == 1 else None


def find_minutes(summit: Summit, kind: str, covers: str | None) -> Minutes | None:
    """Return the paper of a summit that is of this kind and label, if it is known."""
    alike = [
        minutes
        for minutes in summit.minutes.all()
        if minutes.kind == kind
        and (not covers or not minutes.covers or minutes.covers == covers)
    ]
    return alike[0] if len(alike) == 1 else None
