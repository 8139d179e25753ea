"""A recorded review: the decisions a person once made on a reading, made again.

A review file is JSON: ``{"addresses": {SHA-256: address}, "decisions": [...]}``. The
addresses say where articles stand on the web. Each decision names the ``source`` by the
SHA-256 of its bytes, the ``kind`` of suggestion and the exact ``quote``; where two
suggestions rest on one quote, ``which`` names values that tell them apart. Its
``decision`` is accept, edit (with ``values``), reject (with ``why``) or add (with
``values``). ``titles``, ``same_as`` and ``implementation`` add what the article does
not say: the office's own words, an editor's link, an editor's judgement.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from intake.confirm import confirm
from intake.decide import settle
from intake.models import Reading, Suggestion
from intake.points import BY_HAND
from intake.readings import read_source
from publication.models import Record
from sources.models import Source

DECISIONS = {
    "accept": Suggestion.Decision.ACCEPTED,
    "edit": Suggestion.Decision.EDITED,
    "reject": Suggestion.Decision.REJECTED,
    "add": Suggestion.Decision.ADDED,
}
JUDGEMENTS = ("titles", "same_as", "implementation", "is_verifiable")
CORRECTIONS = ("edit", "add")


class ReviewError(ValueError):
    """A decision that cannot be made, in a sentence that says which and why."""


@dataclass
class Outcome:
    """What a review came to: its decisions counted, and the records it made."""

    decisions: Counter[str] = field(default_factory=Counter)
    undecided: int = 0
    records: list[Record] = field(default_factory=list)

    @property
    def corrected_share(self) -> float:
        """The share of decisions that added or corrected a fact, from 0 to 1."""
        corrected = sum(self.decisions[name] for name in CORRECTIONS)
        return corrected / max(1, self.decisions.total())


@transaction.atomic
def apply_review(path: Path, *, by: User, at: datetime) -> Outcome:
    """Make every decision of a review file and confirm what was accepted.

    Raises ReviewError for a decision that matches no suggestion, or more than one;
    nothing is kept then. Made twice, it changes nothing.
    """
    outcome = Outcome()
    readings: dict[int, Reading] = {}
    recorded = json.loads(path.read_text(encoding="utf-8"))
    for digest, address in recorded.get("addresses", {}).items():
        _address(_source(digest, path), address)
    for decision in recorded["decisions"]:
        reading = read_source(_source(decision["source"], path))
        readings[reading.pk] = reading
        decide(reading, decision, by=by, at=at)
        outcome.decisions[decision["decision"]] += 1
    for reading in readings.values():
        outcome.records += confirm(reading, by=by, at=at)
        outcome.undecided += reading.suggestions.undecided().count()
    return outcome


def _source(digest: str, path: Path) -> Source:
    source = Source.objects.holding(digest).first()
    if source is None:
        raise ReviewError(
            _("%(file)s: no source has the SHA-256 %(sha256)s. Read the article first.")
            % {"file": path.name, "sha256": digest}
        )
    return source


def _address(source: Source, address: str) -> None:
    """Say where an article stands on the web, which its own text does not tell."""
    if not source.url:
        source.url = address
        source.full_clean()
        source.save()


def decide(
    reading: Reading,
    decision: dict[str, Any],
    *,
    by: User | None,
    at: datetime,
) -> Suggestion:
    """Make one decision on the suggestion it names; returns that suggestion."""
    judged = {name: decision[name] for name in JUDGEMENTS if name in decision}
    is_added = decision["decision"] == "add"
    suggestion = _added(reading, decision) if is_added else _named(reading, decision)
    values = judged if is_added else decision.get("values", {}) | judged
    settle(suggestion, DECISIONS[decision["decision"]], by=by, at=at, values=values)
    return suggestion


def _named(reading: Reading, decision: dict[str, Any]) -> Suggestion:
    which = decision.get("which", {})
    named = [
        suggestion
        for suggestion in reading.suggestions.filter(
            kind=decision["kind"], quote=decision["quote"]
        ).exclude(rule=BY_HAND)
        if all(suggestion.values.get(name) == value for name, value in which.items())
    ]
    if len(named) != 1:
        raise ReviewError(
            _(
                "“%(quote)s” (%(kind)s): %(count)d suggestions of this reading match; "
                "a decision names exactly one by kind, exact quote and “which”."
            )
            % {
                "quote": decision["quote"],
                "kind": decision["kind"],
                "count": len(named),
            }
        )
    return named[0]


def _added(reading: Reading, decision: dict[str, Any]) -> Suggestion:
    """Return the suggestion for a fact that the reader missed, made by hand."""
    start = reading.source.text.find(decision["quote"])
    if start < 0:
        raise ReviewError(
            _("“%(quote)s” does not stand in %(source)s. Quote its exact words.")
            % {"quote": decision["quote"], "source": reading.source}
        )
    known = reading.suggestions.filter(
        kind=decision["kind"],
        quote=decision["quote"],
        rule=BY_HAND,
    ).first()
    return known or Suggestion.objects.create(
        reading=reading,
        kind=decision["kind"],
        position=reading.suggestions.filter(kind=decision["kind"]).count(),
        values=decision["values"],
        quote=decision["quote"],
        spans=[[start, start + len(decision["quote"])]],
        confidence=Suggestion.Confidence.SURE,
        rule=BY_HAND,
    )
