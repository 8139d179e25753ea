"""Which recorded place a printed venue names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from intake.match.alike import name_likeness, spellings_of
from intake.match.candidates import Candidate, Match, ranked
from provinces.models import Place
from sources.spelling import fold

ALIKE = 0.8


def match_place(
    printed: str, places: Iterable[Place], codes: Iterable[str] = ()
) -> Match[Place]:
    """Return the place whose name stands in a venue, or those that may be meant.

    With ``codes``, a namesake that lies in none of these provinces is no more than a
    candidate.
    """
    known, wanted = list(places), set(codes)
    standing = _standing(fold(printed), known)
    near = [place for place in standing if _lies_in(place, wanted)]
    if len(near) == 1:
        return Match(near[0])
    if standing:
        return ranked(_named(place, near) for place in standing)
    alike = (_similar(printed, place) for place in known if _lies_in(place, wanted))
    return ranked(one for one in alike if one.similarity >= ALIKE)


def _standing(venue: str, places: Iterable[Place]) -> list[Place]:
    """Return the places with the longest name that stands in a venue."""
    lengths = {place: _longest(venue, place) for place in places}
    longest = max(lengths.values(), default=0)
    return [place for place, length in lengths.items() if longest and length == longest]


def _longest(venue: str, place: Place) -> int:
    folded = (fold(name) for name in spellings_of(place))
    return max((len(one) for one in folded if f" {one} " in f" {venue} "), default=0)


def _lies_in(place: Place, codes: set[str]) -> bool:
    inside = {province.reference for province in place.provinces.all()}
    return not codes or not inside or bool(inside & codes)


def _named(place: Place, near: Sequence[Place]) -> Candidate[Place]:
    if place in near:
        return Candidate(place, 0.9, _("known spelling"))
    return Candidate(place, 0.7, _("known spelling, but of another province"))


def _similar(printed: str, place: Place) -> Candidate[Place]:
    """Compare each name of a place with as many words of the venue."""
    words = fold(printed).split()
    alike = {
        (name, start): name_likeness(" ".join(words[start : start + size]), name, "")
        for name in spellings_of(place)
        for size in [len(fold(name).split())]
        for start in range(max(1, len(words) - size + 1))
    }
    name, start = max(alike, key=lambda one: alike[one])
    why = _("similar spelling: %(name)s") % {"name": name}
    return Candidate(place, alike[name, start], why)
