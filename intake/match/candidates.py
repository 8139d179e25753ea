"""What matching comes to: one record for certain, or candidates to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from publication.models import Tracked

Row = TypeVar("Row", bound=Tracked)

# More than a few are no help to anybody.
MOST_CANDIDATES = 5


@dataclass(frozen=True)
class Candidate(Generic[Row]):
    """A record that a suggestion may speak of.

    ``similarity`` runs from 0 to 1; ``why`` says in a few words what speaks for it.
    """

    record: Row
    similarity: float
    why: str


@dataclass(frozen=True)
class Match(Generic[Row]):
    """What the records hold of a suggestion.

    ``record`` is set only where it is exact and unambiguous, or a person chose it
    (``is_chosen``); ``is_new`` where a person said that a new one is needed.
    ``parts`` are the matches of what a suggestion names beside itself: its ``place``.
    """

    record: Row | None = None
    candidates: tuple[Candidate[Row], ...] = field(default=())
    is_new: bool = False
    is_chosen: bool = False
    parts: Mapping[str, Match] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Whether a person must say which of the candidates is meant, or none."""
        return self.record is None and bool(self.candidates) and not self.is_new


def ranked(
    candidates: Iterable[Candidate[Row]], most: int = MOST_CANDIDATES
) -> Match[Row]:
    """Return an open match of the likeliest candidates, none chosen."""
    likeliest = sorted(candidates, key=lambda one: -one.similarity)
    return Match(candidates=tuple(likeliest[:most]))
