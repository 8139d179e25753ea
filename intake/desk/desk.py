"""The whole desk of one reading, in a bounded number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intake.conflicts import Difference, differences_all
from intake.desk.belonging import Belonging, belonging_of, meetings_of
from intake.desk.cards import Card, Fact, Group, groups_of
from intake.desk.matching import Matching, records_of
from intake.desk.passages import Passages, Span, passages_of
from intake.desk.rows import Point, point_of
from intake.desk.visits import others_at
from intake.desk.words import Names, vietnam_first
from intake.match import match_all
from intake.models import Choice, Reading, Suggestion, Visit
from intake.points import DETAILS, POINTS, RECORD, SAME_AS, points_of
from publication.models import Record


@dataclass(frozen=True)
class Desk:
    """An article with its passages, and what is to be decided about it."""

    reading: Reading
    passages: Passages
    groups: list[Group]
    names: Names
    others: Sequence[Visit] = ()

    @cached_property
    def cards(self) -> list[Card]:
        return [card for group in self.groups for card in group.cards]

    @cached_property
    def facts(self) -> list[Fact]:
        return [fact for card in self.cards for fact in card.facts]

    @cached_property
    def points(self) -> list[Point]:
        return [point for card in self.cards for point in card.points]

    @cached_property
    def total(self) -> int:
        return len(self.points)

    @cached_property
    def decided(self) -> int:
        return sum(not point.is_open for point in self.points)

    @cached_property
    def conflicts(self) -> int:
        return sum(card.conflicts for card in self.cards)

    @cached_property
    def open_matches(self) -> int:
        return sum(card.open_matches for card in self.cards)

    @cached_property
    def sure(self) -> list[Point]:
        """What may be accepted together from a page that lists exactly these."""
        return [point for point in self.points if point.is_sure]

    @cached_property
    def is_written(self) -> bool:
        return any(fact.is_written for fact in self.facts)

    @property
    def is_all_written(self) -> bool:
        """Whether all that was taken became records, and no question is open."""
        is_open = self.conflicts or self.open_matches or self.waiting
        return self.is_written and not is_open

    @cached_property
    def waiting(self) -> int:
        """How many facts were taken and are no records yet."""
        taken = set(Suggestion.Decision.values) - {
            Suggestion.Decision.PENDING,
            Suggestion.Decision.REJECTED,
        }
        return sum(
            fact.suggestion.decision in taken and not fact.is_written
            for fact in self.facts
        )

    @property
    def others_here(self) -> list[str]:
        """The names of those who have this article before them too."""
        return [str(one.person) for one in self.others]

    @property
    def paragraphs(self) -> int:
        return sum(len(part.paragraphs) for part in self.passages.parts)

    @property
    def used(self) -> int:
        """How many paragraphs are the article itself."""
        parts = self.passages.parts
        return sum(len(part.paragraphs) for part in parts if not part.is_skipped)

    @cached_property
    def near(self) -> list[str]:
        """The provinces this article speaks of, by their codes."""
        found = {
            code
            for fact in self.facts
            for name in ("provinces", "actors")
            for values in (fact.suggestion.values, fact.suggestion.decided_values)
            for code in values.get(name) or []
        }
        return vietnam_first(found)

    @property
    def obstacle(self) -> str:
        """Why nothing may be written yet, in one sentence; blank where it may."""
        told = []
        if count := self.conflicts:
            told.append(
                ngettext("%(count)d conflict", "%(count)d conflicts", count)
                % {"count": count}
            )
        if count := self.open_matches:
            told.append(
                ngettext(
                    "%(count)d record to choose", "%(count)d records to choose", count
                )
                % {"count": count}
            )
        if told:
            return _("Still open: %(what)s.") % {"what": ", ".join(told)}
        return "" if self.waiting else _("Nothing accepted waits to be written.")

    def point(self, key: str) -> Point | None:
        """Return the field of this key, the empty ones among them."""
        return self.by_key.get(key)

    @cached_property
    def by_key(self) -> dict[str, Point]:
        return {
            point.key: point
            for fact in self.facts
            for point in (*fact.points, *fact.gaps)
        }

    def suggestion(self, key: str) -> Suggestion | None:
        """Return the suggestion of this number."""
        found = (fact.suggestion for fact in self.facts)
        return next((one for one in found if str(one.pk) == key), None)

    @cached_property
    def links(self) -> dict[str, Matching | Belonging]:
        """What ties a fact to records, by its key: its match, and a paper's meeting."""
        found: list[Matching | Belonging] = [fact.matching for fact in self.facts]
        found += [fact.belonging for fact in self.facts if fact.belonging]
        return {one.key: one for one in found}

    def card(self, key: str) -> Card | None:
        return next((card for card in self.cards if card.key == key), None)

    def card_of(self, pk: int) -> Card | None:
        """Return the card that a suggestion stands on."""
        return next(
            (
                card
                for card in self.cards
                if any(fact.suggestion.pk == pk for fact in card.facts)
            ),
            None,
        )


def desk_of(reading: Reading, *, person: User, at: datetime) -> Desk:
    """Return the desk of a reading as it stands."""
    suggestions = _suggestions(reading)
    names = Names.known()
    choices = {
        one.pk: {choice.field: choice for choice in one.choices.all()}
        for one in suggestions
    }
    passages = passages_of(
        reading.source.text,
        suggestions,
        names.spellings(),
        body=reading.result.get("body", ()),
        chosen=_chosen(choices),
    )
    matches = match_all(reading)
    said = differences_all(suggestions, matches)
    records = records_of(suggestions)
    facts = [
        _fact(
            one,
            Matching(one, matches[one.pk], choices[one.pk].get(RECORD)),
            said[one.pk],
            names,
            passages,
            choices[one.pk],
            records.get(one.record_reference),
        )
        for one in suggestions
    ]
    meetings = meetings_of(suggestions)
    for fact in facts:
        made = choices[fact.suggestion.pk].get(SAME_AS)
        fact.belonging = belonging_of(fact.suggestion, meetings, made)
    others = others_at(reading, person, at=at)
    return Desk(reading, passages, groups_of(facts, names), names, others)


def _suggestions(reading: Reading) -> list[Suggestion]:
    """Return what was suggested in the order of the text, choices and people with it"""
    rows = list(
        reading.suggestions.select_related("decided_by").prefetch_related(
            "choices__decided_by"
        )
    )
    for row in rows:
        row.reading = reading
    return sorted(rows, key=lambda row: (row.spans[:1], row.position))


def _chosen(
    choices: dict[int, dict[str, Choice]],
) -> dict[tuple[int, str], Sequence[Span]]:
    return {
        (pk, name): choice.spans
        for pk, made in choices.items()
        for name, choice in made.items()
        if choice.spans
    }


def _fact(
    one: Suggestion,
    matching: Matching,
    said: list[Difference],
    names: Names,
    passages: Passages,
    choices: dict[str, Choice],
    became: Record | None,
) -> Fact:
    """Return one suggestion with its fields; what is written needs no comparing."""
    said = [] if one.record_reference else said
    matching.changes = tuple(one for one in said if not one.is_conflict)
    by_field = {difference.field: difference for difference in said}
    is_open = matching.is_open
    asked = {n for n, difference in by_field.items() if difference.is_conflict}
    shown = {*points_of(one), *(set(choices) & set(POINTS[one.kind])), *asked}

    def point(name: str) -> Point:
        difference = by_field.get(name)
        return point_of(
            one, name, names, passages, choices, difference, is_match_open=is_open
        )

    known = (*POINTS[one.kind], *DETAILS[one.kind])
    points = [point(name) for name in known if name in shown]
    gaps = [point(name) for name in POINTS[one.kind] if name not in shown]
    return Fact(one, matching, points, gaps, became)
