"""Of which recorded meeting a paper is, where the article itself does not say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from intake.desk.passages import anchor_of
from intake.desk.rows import seen_token
from intake.models import Choice, Suggestion
from intake.points import SAME_AS, label_of
from summits.models import Partnership, Summit

Meetings = Mapping[str, list[Summit]]


@dataclass
class Belonging:
    """The meetings a paper may be of, and which one a person named, and why."""

    suggestion: Suggestion
    meetings: list[Summit]
    choice: Choice | None = None
    error: str = ""
    overtaken: str = ""
    typed: str = ""

    @property
    def key(self) -> str:
        return f"{self.suggestion.pk}-{SAME_AS}"

    @property
    def anchor(self) -> str:
        return anchor_of(self.suggestion.pk, SAME_AS)

    @property
    def label(self) -> str:
        return label_of(SAME_AS)

    @property
    def seen(self) -> str:
        return seen_token(self.choice)

    @property
    def day(self) -> str:
        """The day of the meeting that was named."""
        return self._said("date")

    @property
    def reasoning(self) -> str:
        return self.typed or self._said("reasoning")

    def _said(self, part: str) -> str:
        value = self.choice.value if self.choice else None
        return str((value or {}).get(part, ""))


def meetings_of(suggestions: Iterable[Suggestion]) -> Meetings:
    """Return the dated meetings of the provinces of each paper, by their reference."""
    wanted = {
        _reference(one) for one in suggestions if one.kind == Suggestion.Kind.DOCUMENT
    }
    found: dict[str, list[Summit]] = {reference: [] for reference in wanted}
    rows = Summit.objects.filter(partnership__reference__in=wanted).exclude(date="")
    for row in rows.select_related("partnership").newest_first():
        found[row.partnership.reference].append(row)
    return found


def belonging_of(
    one: Suggestion, meetings: Meetings, choice: Choice | None
) -> Belonging | None:
    """Return what may be said of a paper's meeting, where any is recorded."""
    if one.kind != Suggestion.Kind.DOCUMENT:
        return None
    known = meetings.get(_reference(one), [])
    return Belonging(one, known, choice) if known else None


def _reference(one: Suggestion) -> str:
    values = one.values | {k: v for k, v in one.decided_values.items() if v}
    return Partnership.reference_of(values.get("provinces") or [])
