"""The register the reader is given: provinces and places with every spelling on record."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sources.spelling import squeeze


@dataclass(frozen=True)
class ProvinceNames:
    """A province by its ISO 3166-2 code, with the spellings seen in print."""

    code: str
    country: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class PlaceNames:
    """A gate, town or port, with the codes of the provinces it lies in."""

    kind: str
    names: tuple[str, ...]
    provinces: tuple[str, ...]


@dataclass(frozen=True)
class Gazetteer:
    """Every name the reader may recognise as a province or a place."""

    provinces: tuple[ProvinceNames, ...]
    places: tuple[PlaceNames, ...]

    @cached_property
    def by_spelling(self) -> dict[str, frozenset[str]]:
        """Province codes by squeezed spelling; more than one code means ambiguous."""
        found: dict[str, set[str]] = {}
        for province in self.provinces:
            for name in province.names:
                found.setdefault(squeeze(name), set()).add(province.code)
        return {
            spelling: frozenset(codes) for spelling, codes in found.items() if spelling
        }

    @cached_property
    def place_by_spelling(self) -> dict[str, PlaceNames]:
        """Places by squeezed spelling, the halves of a pair of gates among them."""
        return {
            squeeze(name): place for place in self.places for name in spellings(place)
        }

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """Every beginning of a squeezed spelling: where a search may be given up."""
        spelt = (*self.by_spelling, *self.place_by_spelling)
        return frozenset(
            name[:length] for name in spelt for length in range(1, len(name) + 1)
        )

    @cached_property
    def country_of(self) -> dict[str, str]:
        """Country code of each province code."""
        return {province.code: province.country for province in self.provinces}


def spellings(place: PlaceNames) -> Iterator[str]:
    """Yield the names of a place and, for "A - B", the two gates it joins."""
    for name in place.names:
        yield name
        yield from (half.strip() for half in name.split(" - ") if " - " in name)
