"""Finding the records a suggestion speaks of: exactly one, or none by itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intake.match.officials import bearing, is_spelled
from intake.match.papers import only_alike
from intake.match.summits import on_day
from provinces.models import Official, Place, Province
from publication.references import register
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
    known = on_day(Summit.objects.between(codes), date, day_part)
    return known[0] if len(known) == 1 else None


def find_official(name: str, province: Province | None) -> Official | None:
    """Return the person of that province whom a known spelling names.

    Raises ValidationError where two people bear the name, or where one does in other
    marks that may make it another's: a person must choose.
    """
    near = Official.objects.filter(province=province) if province else None
    spelled = Official.objects.spelled(name) if near is None else near
    known = list(spelled.select_related("province").prefetch_related("names"))
    alike = bearing(known, name, province.code if province else None)
    if len(alike) == 1:
        return alike[0]
    if doubtful := alike or [one for one in known if is_spelled(one, name)]:
        raise ValidationError(
            _("“%(name)s” may be any of %(people)s. Say which.")
            % {
                "name": name,
                "people": ", ".join(f"{p} ({p.reference})" for p in doubtful),
            }
        )
    return None


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
    return only_alike(summit, kind, covers)
