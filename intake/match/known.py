"""The records that one article may speak of, fetched at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q

from intake.models import Reading, Suggestion
from intake.points import RECORD
from provinces.models import Official, Place, Tenure
from publication.models import Record
from sources.spelling import fold
from summits.models import (
    Commitment,
    Delegate,
    Minutes,
    Partnership,
    Progress,
    Proposal,
    Summit,
)

Kind = Suggestion.Kind

# What a suggestion of each kind may be, or may have become.
MODELS: dict[str, tuple[type[Record], ...]] = {
    Kind.EVENT: (Summit,),
    Kind.PERSON: (Official,),
    Kind.DOCUMENT: (Minutes,),
    Kind.ITEM: (Commitment, Proposal, Progress),
}
# What is asked of each, fetched with it.
MEETING = ("partnership__provinces", "minutes__commitments", "proposals__province")
FETCHED: dict[type[Record], tuple[str, ...]] = {
    Summit: MEETING,
    Official: ("province", "names"),
    Minutes: ("commitments", "summit__partnership__provinces"),
    Commitment: ("minutes",),
    Proposal: ("province",),
    Progress: (),
}


class Known:
    """Records by the provinces and names of an article, in so many queries.

    Their number does not grow with the suggestions.
    """

    def __init__(self, reading: Reading, suggestions: Sequence[Suggestion]) -> None:
        said = [(one.kind, said_of(one)) for one in suggestions]
        self.published = str(reading.source.published_on)
        self.summits = _summits(
            [
                values["provinces"]
                for kind, values in said
                if kind in {Kind.EVENT, Kind.DOCUMENT}
            ]
        )
        people = [values for kind, values in said if kind == Kind.PERSON]
        self.officials = _officials(people)
        self.titles = _titles(self.officials)
        self.places = _places(values.get("place") for _kind, values in said)
        self._named = _named(suggestions)

    def named(self, suggestion: Suggestion) -> Record | None:
        """Return the record a suggestion became, or a person says that it is."""
        reference = suggestion.record_reference or suggestion.decided_values.get(RECORD)
        return self._named.get((suggestion.kind, reference)) if reference else None


def said_of(suggestion: Suggestion) -> dict[str, Any]:
    """Return what a suggestion says: as a person corrected it, else as printed.

    What a person rejected stays as printed: it still tells what the article means.
    """
    corrected = {
        name: value
        for name, value in suggestion.decided_values.items()
        if value not in (None, [], "")
    }
    return suggestion.values | corrected


def _summits(groups: Iterable[Iterable[str]]) -> list[Summit]:
    """Return the meetings of these groups of provinces, and of wider ones."""
    wanted = {frozenset(codes) for codes in groups}
    if not wanted:
        return []
    partnerships = Partnership.objects.filter(
        provinces__reference__in=frozenset().union(*wanted)
    )
    met = [
        one
        for one in partnerships.distinct().with_provinces()
        if any(len(_codes(one) & group) > 1 for group in wanted)
    ]
    fetched = Summit.objects.filter(partnership__in=met).select_related("place", "host")
    return list(fetched.prefetch_related(*MEETING))


def _codes(partnership: Partnership) -> set[str]:
    return {province.reference for province in partnership.provinces.all()}


def _officials(people: Sequence[dict[str, Any]]) -> list[Official]:
    """Return the people of these provinces, and those of others so spelled."""
    if not people:
        return []
    here = Q(province__reference__in={one["province"] for one in people})
    elsewhere = Q(names__folded__in={fold(one["name"]) for one in people})
    known = Official.objects.filter(here | elsewhere).distinct()
    return list(known.select_related("province").prefetch_related("names"))


def _titles(officials: Iterable[Official]) -> dict[int, list[str]]:
    """Return the titles that each person bore last: at a meeting, else of a post."""
    people = [one.pk for one in officials]
    if not people:
        return {}
    posts = Tenure.objects.filter(official__in=people).order_by("since")
    parts = Delegate.objects.filter(official__in=people).exclude(titles="")
    titles = {post.official_id: [post.title_vi] for post in posts}
    by_day = parts.order_by("delegation__summit__date", "pk")
    return titles | {part.official_id: part.title_list for part in by_day}


def _places(venues: Iterable[str | None]) -> list[Place]:
    if not any(venues):
        return []
    return list(Place.objects.prefetch_related("names", "provinces"))


def _named(suggestions: Iterable[Suggestion]) -> dict[tuple[str, str], Record]:
    """Return the records that suggestions became, or people chose, by reference."""
    wanted: dict[str, set[str]] = {}
    for one in suggestions:
        if reference := one.record_reference or one.decided_values.get(RECORD):
            wanted.setdefault(one.kind, set()).add(reference)
    return {
        (kind, record.reference): record
        for kind, references in wanted.items()
        for model in MODELS[kind]
        for record in _fetch(model, references)
    }


def _fetch(model: type[Record], references: set[str]) -> Iterable[Record]:
    rows = model._default_manager.filter(reference__in=references)
    return rows.prefetch_related(*FETCHED[model])
