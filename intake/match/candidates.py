"""Which record a suggestion speaks of: one for certain, or candidates."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from intake.match.records import find_official, find_summit
from intake.models import Suggestion
from provinces.models import Province
from publication.models import Record


@dataclass(frozen=True)
class Candidate:
    """A record that a suggestion may speak of.

    ``similarity`` runs from 0 to 1; ``why`` says in a few words what speaks for it.
    """

    record: Record
    similarity: float
    why: str


@dataclass(frozen=True)
class Match:
    """What the records hold of a suggestion.

    ``record`` is set only where it is exact and unambiguous, or a person chose it;
    ``is_new`` where a person said that a new one is needed.
    """

    record: Record | None = None
    candidates: tuple[Candidate, ...] = field(default=())
    is_new: bool = False

    @property
    def is_open(self) -> bool:
        """Whether a person must say which of the candidates is meant, or none."""
        return self.record is None and bool(self.candidates) and not self.is_new


def match(suggestion: Suggestion) -> Match:
    """Return the record a suggestion speaks of, or those it may speak of."""
    values = suggestion.values | suggestion.decided_values
    if suggestion.kind == Suggestion.Kind.EVENT:
        known = find_summit(values["provinces"], values["date"], values["day_part"])
        return Match(known)
    if suggestion.kind == Suggestion.Kind.PERSON:
        province = Province.objects.filter(reference=values["province"]).first()
        try:
            return Match(find_official(values["name"], province))
        except ValidationError:
            return Match()
    return Match()
