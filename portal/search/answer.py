"""A question and its filters put together, for the page and the API alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from portal.search.find import Found, find
from portal.search.hits import KIND_NAMES, Hit, hits_of
from portal.search.index import refresh
from portal.search.query import Question, asked
from provinces.models import Province
from publication.filters import StrictFilterSet
from summits.models import Partnership, Progress, Sector

FACETS = ("kind", "partnership", "year", "sector", "implementation")
MOST_VALUES = 12


@dataclass(frozen=True)
class FacetValue:
    """One value to narrow to, and how many of the matches bear it."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class Facet:
    """One way to narrow a search."""

    name: str
    label: str
    values: tuple[FacetValue, ...]


class Answer:
    """What a search found, as the public records stand now."""

    def __init__(self, narrowed: StrictFilterSet) -> None:
        # Changes that are not taken in yet; None where the search was never made.
        self.behind = refresh()
        self.given = narrowed.given
        self.chosen = {name: self.given.getlist(name) for name in FACETS}
        self.order = self.given.get("ordering", "relevance")
        self.question: Question = asked(self.given.get("q", ""))
        self._sectors = {row.code: row for row in Sector.objects.all()}
        self.found: Found = find(self.question, self._filters(), order=self.order)

    def hits(self, start: int, end: int) -> list[Hit]:
        """Return the records of these places in the order found."""
        return hits_of(self.found.matches[start:end], self.question.phrases)

    @cached_property
    def facets(self) -> list[Facet]:
        """Every way to narrow it that has something to offer, with counts.

        Each is counted without its own choice, so that another can be made.
        """
        counted = {name: self._counted(name) for name in FACETS}
        told = {name: self._told(name, counts) for name, counts in counted.items()}
        labels = _labels(told["partnership"], self._sectors.values())
        named = _facet_names()
        return [
            Facet(name, named[name], self._values(name, values, labels[name]))
            for name, values in told.items()
            if values
        ]

    @cached_property
    def loosened(self) -> list[tuple[str, str, Found]]:
        """Each way to narrow that was chosen, its label, and what is without it."""
        named = _facet_names()
        found = [
            (name, named[name], find(self.question, self._filters(without=name)))
            for name in FACETS
            if self.chosen[name]
        ]
        return [one for one in found if one[2].count]

    def _filters(self, without: str = "") -> dict[str, Sequence[Any]]:
        chosen = {name: self.chosen[name] for name in FACETS if name != without}
        sectors = [self._sectors[code].pk for code in chosen.get("sector", ())]
        return chosen | ({"sector": sectors} if sectors else {})

    def _counted(self, name: str) -> Counter[str]:
        if not self.chosen[name]:
            counts = self.found.counted(name)
        else:
            counts = find(self.question, self._filters(without=name)).counted(name)
        if name == "sector":
            codes = {str(row.pk): code for code, row in self._sectors.items()}
            counts = Counter(
                {codes[key]: n for key, n in counts.items() if key in codes}
            )
        return counts

    def _told(self, name: str, counts: Counter[str]) -> dict[str, int]:
        """Return the values to offer, in their order, and those chosen."""
        first = sorted(counts, reverse=True) if name == "year" else _most(counts)
        order = dict.fromkeys([*first[:MOST_VALUES], *self.chosen[name]])
        return {value: counts[value] for value in order}

    def _values(
        self, name: str, counts: dict[str, int], labels: dict[str, str]
    ) -> tuple[FacetValue, ...]:
        chosen = self.chosen[name]
        return tuple(
            FacetValue(value, labels.get(value, value), count, value in chosen)
            for value, count in counts.items()
        )


def _most(counts: Counter[str]) -> list[str]:
    return [value for value, _count in counts.most_common()]


def _facet_names() -> dict[str, str]:
    return {
        "kind": _("Kind of record"),
        "partnership": _("Partnership"),
        "year": _("Year"),
        "sector": _("Sector"),
        "implementation": _("Implementation"),
    }


def _labels(
    shown: Iterable[str], sectors: Iterable[Sector]
) -> dict[str, dict[str, str]]:
    provinces = Prefetch("provinces", Province.objects.public())
    partnerships = Partnership.objects.public().filter(reference__in=list(shown))
    return {
        "kind": {kind: str(name) for kind, name in KIND_NAMES.items()},
        "partnership": {
            row.reference: str(row) for row in partnerships.prefetch_related(provinces)
        },
        "year": {},
        "sector": {row.code: str(row) for row in sectors},
        "implementation": {
            value: str(label) for value, label in Progress.Implementation.choices
        },
    }
