"""One suggestion that was taken: its values as decided, and which record is meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intake.confirm.reasons import BY_EDITOR
from intake.match import Match
from intake.models import Choice, Suggestion
from intake.passages import Span
from intake.points import RECORD, label_of
from publication.models import Record
from sources.partial_dates import PartialDate

SHOWN_CANDIDATES = 5


@dataclass
class Taken:
    """A suggestion on its way to a record.

    ``found`` is what the records held of it before this confirmation wrote anything;
    ``row`` what it became; ``overwritten`` the rows in which it took the place of
    another value.
    """

    suggestion: Suggestion
    values: dict[str, Any]
    choices: dict[str, Choice]
    found: Match
    row: Any = None
    overwritten: list[Any] = field(default_factory=list)

    @classmethod
    def of(cls, suggestion: Suggestion, found: Match) -> Taken:
        """Read what was decided; a replacing choice may bring a value of its own."""
        choices = {choice.field: choice for choice in suggestion.choices.all()}
        brought = {
            name: choice.value
            for name, choice in choices.items()
            if _replaces(choice) and choice.value is not None
        }
        values = suggestion.values | suggestion.decided_values | brought
        values |= _kept_as_read(suggestion, values)
        return cls(suggestion, values, choices, found)

    @property
    def is_new(self) -> bool:
        """Whether a person said that the records do not hold it yet."""
        return self.values.get(RECORD) == ""

    @property
    def chosen(self) -> str:
        """The reference of the record that a person said is meant, if one did."""
        return self.values.get(RECORD) or ""

    def replaces(self, name: str) -> bool:
        """Whether a person put the article's value in the place of the record's."""
        choice = self.choices.get(name)
        return choice is not None and _replaces(choice)

    def keeps(self, name: str) -> bool:
        """Whether a person kept what the record says, and not the article's value."""
        choice = self.choices.get(name)
        return choice is not None and choice.decision == Choice.Decision.KEPT

    def spans(self, name: str) -> list[Span]:
        """The evidence chosen by hand for a field; none: as the reader found it."""
        choice = self.choices.get(name)
        return choice.spans if choice else []

    def overwrite(self, row: Any, **facts: tuple[str, Any]) -> None:
        """Set facts of a record where the field they are told by replaces them.

        Each fact is given as the field of the suggestion and the value it has there.
        """
        for fact, (name, value) in facts.items():
            if self.replaces(name) and getattr(row, fact) != value:
                setattr(row, fact, value)
                self.overwritten.append(row)

    def meant(self, *models: type[Record]) -> Any:
        """Return the record a person chose, or the one it speaks of without doubt.

        Raises ValidationError where the chosen record is none of these kinds.
        """
        if not self.chosen:
            known = self.found.record
            return known if isinstance(known, models) else None
        for model in models:
            if known := model._default_manager.filter(reference=self.chosen).first():
                return known
        raise ValidationError(
            _(
                "“%(quote)s” was said to be %(reference)s, and there is no such "
                "%(kind)s. Choose the record again, or a new one."
            )
            % {
                "quote": shown(self.suggestion),
                "reference": self.chosen,
                "kind": models[0]._meta.verbose_name,
            }
        )


def refuse_open(taken: Iterable[Taken]) -> None:
    """Refuse, with a sentence for each, what may be any of several records."""
    open_ones = [one for one in taken if one.found.is_open and not one.chosen]
    if open_ones:
        raise ValidationError([_open(one) for one in open_ones])


def refuse_replacement(one: Taken, name: str, known: Record) -> None:
    """Refuse to change what the reference of a record is made of."""
    if one.replaces(name):
        raise ValidationError(
            _(
                "“%(field)s” of %(record)s (%(reference)s) cannot be replaced: its "
                "reference is made of them. Choose another record, or a new one."
            )
            % {
                "field": label_of(name),
                "record": known,
                "reference": known.reference,
            }
        )


def shown(suggestion: Suggestion) -> str:
    """Return as much of its words as a sentence about a suggestion repeats."""
    return suggestion.quote[:60]


def _open(one: Taken) -> str:
    candidates = [candidate.record for candidate in one.found.candidates]
    return _(
        "%(kind)s “%(quote)s” may be any of %(candidates)s. "
        "Say which is meant, or that it is a new one."
    ) % {
        "kind": one.suggestion.get_kind_display(),
        "quote": shown(one.suggestion),
        "candidates": "; ".join(
            f"{record} ({record.reference})" for record in candidates[:SHOWN_CANDIDATES]
        ),
    }


def _kept_as_read(suggestion: Suggestion, values: dict[str, Any]) -> dict[str, Any]:
    """Return what a decision on one value makes of others that hang on it.

    An item whose force a person would not change keeps its own; the reasons for a day
    do not hold for another day that a person gave.
    """
    kept = {}
    if "force" in values and not values["force"]:
        kept["force"] = suggestion.values["force"]
    for name in ("date", "signed_on"):
        day, read = values.get(name), suggestion.values.get(name)
        if day and read and PartialDate(day).certain != PartialDate(read).certain:
            kept["reasoning"] = values.get("reasoning") and {"code": BY_EDITOR}
    return kept


def _replaces(choice: Choice) -> bool:
    return choice.decision == Choice.Decision.REPLACES
