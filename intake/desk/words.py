"""What the values of a suggestion are in words, for reading on the desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intake.models import Suggestion
from intake.vocabulary import DAY_PARTS, DOCUMENT_KINDS, EVENT_KINDS, EVENT_STAGES
from provinces.models import Province
from sources.partial_dates import PartialDate
from summits.models import Sector
from summits.templatetags.records import GOVERNMENTS

Kind = Suggestion.Kind
Labels = Mapping[str, str | Promise]

FORCES: Labels = {
    "agreed": gettext_lazy("Agreed by both sides"),
    "petition": gettext_lazy("Petition to a higher government"),
    "proposed": gettext_lazy("Proposed by one side"),
    "reported": gettext_lazy("Result reported"),
}
DOCUMENT_STAGES: Labels = {
    "signed": gettext_lazy("Signed at this meeting"),
    "planned": gettext_lazy("To be signed"),
    "earlier": gettext_lazy("Signed earlier"),
}
ROLES: Labels = {
    "head_of_delegation": gettext_lazy("Head of delegation"),
    "chair": gettext_lazy("Chair"),
    "speaker": gettext_lazy("Speaker"),
    "signatory": gettext_lazy("Signatory"),
    "attendee": gettext_lazy("Attendee"),
}
CONFIDENCE: Labels = {
    "sure": gettext_lazy("Sure"),
    "likely": gettext_lazy("Worth a look"),
    "uncertain": gettext_lazy("Uncertain"),
}


def _labels(terms: Mapping[str, Any]) -> Labels:
    return {word: term.label for word, term in terms.items()}


# The words of a field that is chosen from a list, by kind of suggestion and field.
CHOSEN: dict[tuple[str, str], Labels] = {
    (Kind.EVENT, "status"): _labels(EVENT_STAGES),
    (Kind.EVENT, "kind"): _labels(EVENT_KINDS),
    (Kind.EVENT, "day_part"): _labels(DAY_PARTS),
    (Kind.DOCUMENT, "kind"): _labels(DOCUMENT_KINDS),
    (Kind.DOCUMENT, "stage"): DOCUMENT_STAGES,
    (Kind.ITEM, "force"): FORCES,
}
DATES = {"date", "signed_on", "covers"}
PROVINCES = {"provinces", "province", "actors", "side", "addressees"}


@dataclass(frozen=True)
class Names:
    """What provinces, sectors and governments are called, by their codes."""

    provinces: Mapping[str, Province] = field(default_factory=dict)
    sectors: Mapping[str, Sector] = field(default_factory=dict)

    @classmethod
    def known(cls) -> Names:
        """Return the names of all that is recorded, spellings included: in 3 queries"""
        rows = Province.objects.prefetch_related("names")
        return cls(
            {row.code: row for row in rows}, {s.code: s for s in Sector.objects.all()}
        )

    def spellings(self) -> dict[str, list[str]]:
        """Return every known spelling of each province."""
        return {
            code: [
                row.name_vi,
                row.name_lo,
                row.name_en,
                *(name.text for name in row.names.all()),
            ]
            for code, row in self.provinces.items()
        }

    def of(self, code: str) -> str:
        """Return the name behind a code, or the code itself."""
        known = self.provinces.get(code) or self.sectors.get(code)
        return str(known) if known else str(GOVERNMENTS.get(code) or code)

    def joined(self, codes: Iterable[str]) -> str:
        return ", ".join(self.of(code) for code in codes)

    def sides(self, codes: Iterable[str]) -> str:
        """Name the sides of a meeting, Vietnam first as on every page."""
        return " – ".join(self.of(code) for code in vietnam_first(codes))


def vietnam_first(codes: Iterable[str]) -> list[str]:
    """Return codes in the order of parties on every page."""
    return sorted(codes, key=lambda code: (not code.startswith("VN-"), code))


def in_words(kind: str, name: str, value: Any, names: Names) -> str:
    """Return a value of a field as a person reads it; a dash stands for nothing."""
    if value in (None, "", []):
        return "–"
    if name == "roles":
        return ", ".join(str(ROLES.get(role, role)) for role in value)
    if labels := CHOSEN.get((kind, name)):
        return str(labels.get(value, value))
    if name in PROVINCES or name == "sectors":
        return names.joined([value] if isinstance(value, str) else vietnam_first(value))
    if name in DATES:
        return date_in_words(value)
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def date_in_words(value: str) -> str:
    """Return a partial date as pages print it, anything else as it stands."""
    try:
        return PartialDate(value).display()
    except ValueError:
        return value


def title_of(suggestion: Suggestion, values: Mapping[str, Any], names: Names) -> str:
    """Return what the card of a suggestion is headed with."""
    if suggestion.kind == Kind.EVENT:
        day = values.get("date")
        sides = names.sides(values.get("provinces") or [])
        return f"{sides}, {date_in_words(day) if day else _('date not known')}"
    if suggestion.kind == Kind.DOCUMENT:
        return str(values.get("name_as_printed") or "")
    name = "name" if suggestion.kind == Kind.PERSON else "text"
    return str(values.get(name) or "")
