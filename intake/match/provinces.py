"""Which province a printed name is: by a known spelling, never by likeness."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from intake.match.alike import name_likeness, spellings_of
from intake.match.candidates import Candidate, Match, ranked
from provinces.models import Province
from sources.spelling import fold, squeeze

ALIKE = 0.7
# Words of rank that papers put before the name or leave out.
RANKS = ("tinh ", "thanh pho ", "tp ", "thu do ", "province of ")


def match_province(
    printed: str, provinces: Iterable[Province], country: str = ""
) -> Match[Province]:
    """Return the province that a spelling names, or those it may name.

    With ``country``, the provinces of the others are left out.
    """
    known = [one for one in provinces if country in {"", one.country}]
    for form in dict.fromkeys((fold(printed), bare(printed))):
        named = [one for one in known if _is_named(one, form)]
        if len(named) == 1:
            return Match(named[0])
        if named:
            return ranked(Candidate(one, 0.99, _("known spelling")) for one in named)
    alike = (_similar(printed, one) for one in known)
    return ranked(one for one in alike if one.similarity >= ALIKE)


def bare(printed: str) -> str:
    """Return the fold of a province's name without its word of rank."""
    folded = fold(printed)
    return next(
        (folded.removeprefix(rank) for rank in RANKS if folded.startswith(rank)), folded
    )


def _is_named(province: Province, form: str) -> bool:
    sought = squeeze(form)
    return bool(sought) and any(
        squeeze(name) == sought for name in spellings_of(province)
    )


def _similar(printed: str, province: Province) -> Candidate[Province]:
    form = bare(printed)
    alike = {
        name: name_likeness(form, bare(name), "") for name in spellings_of(province)
    }
    nearest = max(alike, key=lambda one: alike[one])
    why = _("similar spelling: %(name)s") % {"name": nearest}
    return Candidate(province, alike[nearest], why)
