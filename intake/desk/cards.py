"""The cards beside an article: one for each fact, or for the items of one paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from intake.desk.belonging import Belonging
from intake.desk.matching import Matching, admin_address
from intake.desk.rows import Point
from intake.desk.words import Names, title_of
from intake.models import Suggestion
from intake.points import BY_HAND
from publication.models import Record

Kind = Suggestion.Kind


@dataclass
class Fact:
    """One suggestion on a card: its match, its fields, those it lacks, its record."""

    suggestion: Suggestion
    matching: Matching
    points: list[Point] = field(default_factory=list)
    gaps: list[Point] = field(default_factory=list)
    record: Record | None = None
    belonging: Belonging | None = None

    @property
    def address(self) -> str:
        """Where staff find what it became."""
        return admin_address(self.record) if self.record else ""

    @property
    def publish_address(self) -> str:
        """Where a publisher makes it public."""
        return admin_address(self.record, "publish") if self.record else ""

    @property
    def is_written(self) -> bool:
        return bool(self.suggestion.record_reference)

    @property
    def is_rejected(self) -> bool:
        return self.matching.is_rejected

    @property
    def is_by_hand(self) -> bool:
        return self.suggestion.rule == BY_HAND

    @property
    def may_be_dropped(self) -> bool:
        """Whether it can still be rejected as a whole."""
        return not self.is_written and not self.is_rejected


@dataclass
class Card:
    """One box of the desk, with its facts; items of one paper share a box."""

    key: str
    kind: str
    number: int
    of: int
    title: str
    facts: list[Fact]
    is_list: bool = False

    @property
    def anchor(self) -> str:
        return f"card-{self.key}"

    @property
    def fact(self) -> Fact:
        """The fact of a card that holds one."""
        return self.facts[0]

    @property
    def numbered(self) -> str:
        """Which one of its kind it is, in words."""
        if self.of == 1:
            return self.kind
        told = {"kind": self.kind, "number": self.number, "of": self.of}
        return _("%(kind)s %(number)d of %(of)d") % told

    @property
    def points(self) -> list[Point]:
        return [point for fact in self.facts for point in fact.points]

    @property
    def conflicts(self) -> int:
        return sum(point.is_open_conflict for point in self.points)

    @property
    def open_matches(self) -> int:
        return sum(fact.matching.is_open for fact in self.facts)

    @property
    def open(self) -> int:
        return sum(point.is_open for point in self.points)

    @property
    def plain(self) -> list[Point]:
        """What one press of the card's own button accepts: nothing uncertain."""
        return [
            point for point in self.points if point.is_plain and not point.is_uncertain
        ]


@dataclass
class Group:
    """Cards of one sort under one heading."""

    key: str
    title: str
    cards: list[Card]

    @property
    def anchor(self) -> str:
        return f"group-{self.key}"

    @property
    def size(self) -> int:
        return sum(len(card.facts) for card in self.cards)

    @property
    def conflicts(self) -> int:
        return sum(card.conflicts + card.open_matches for card in self.cards)

    @property
    def is_done(self) -> bool:
        return not self.conflicts and not any(card.open for card in self.cards)


def groups_of(facts: Iterable[Fact], names: Names) -> list[Group]:
    """Return the cards of a reading in the order a person goes through them."""
    of_kind: dict[str, list[Fact]] = {}
    for fact in facts:
        of_kind.setdefault(_sort(fact.suggestion), []).append(fact)
    papers = of_kind.get(Kind.DOCUMENT, [])
    groups = [
        Group("meetings", _("Meetings"), _single(of_kind, Kind.EVENT, names)),
        Group("people", _("People"), _single(of_kind, Kind.PERSON, names)),
        Group("papers", _("Papers"), _single(of_kind, Kind.DOCUMENT, names)),
        Group("agreed", _("Agreed"), _agreed(of_kind.get("agreed", []), papers, names)),
        Group(
            "proposed", _("Proposals"), _proposed(of_kind.get("proposed", []), names)
        ),
        Group("reported", _("Results"), _reported(of_kind.get("reported", []))),
    ]
    return [group for group in groups if group.cards]


def value_of(suggestion: Suggestion, name: str) -> Any:
    """Return a value as it stands: as decided, or as the reader has it."""
    return (suggestion.values | suggestion.decided_values).get(name)


def _sort(suggestion: Suggestion) -> str:
    if suggestion.kind != Kind.ITEM:
        return suggestion.kind
    force = suggestion.values.get("force")
    return force if force in {"proposed", "reported"} else "agreed"


def _single(
    of_kind: dict[str, list[Fact]], kind: Suggestion.Kind, names: Names
) -> list[Card]:
    facts = of_kind.get(kind, [])
    label = {
        Kind.EVENT: _("Meeting"),
        Kind.PERSON: _("Person"),
        Kind.DOCUMENT: _("Paper"),
    }[kind]
    return [
        Card(
            str(one.suggestion.pk), label, number, len(facts), _title(one, names), [one]
        )
        for number, one in enumerate(facts, start=1)
    ]


def _title(fact: Fact, names: Names) -> str:
    values = fact.suggestion.values | {
        name: value for name, value in fact.suggestion.decided_values.items() if value
    }
    return title_of(fact.suggestion, values, names)


def _agreed(facts: list[Fact], papers: list[Fact], names: Names) -> list[Card]:
    """Return one card for the clauses of each signed paper, and one for the rest."""
    of_paper: dict[str, list[Fact]] = {}
    for fact in facts:
        of_paper.setdefault(_paper_of(fact, papers, names), []).append(fact)
    return list(
        _lists("agreed", _("Agreed clauses"), of_paper, _("Of no signed paper"))
    )


def _paper_of(fact: Fact, papers: list[Fact], names: Names) -> str:
    actors = set(value_of(fact.suggestion, "actors") or [])
    fitting = [
        paper
        for paper in papers
        if value_of(paper.suggestion, "stage") == "signed"
        and actors <= set(value_of(paper.suggestion, "provinces") or [])
    ]
    return _title(fitting[0], names) if len(fitting) == 1 else ""


def _proposed(facts: list[Fact], names: Names) -> list[Card]:
    """Return one card for what each side proposed."""
    of_side: dict[str, list[Fact]] = {}
    for fact in facts:
        side = value_of(fact.suggestion, "side")
        of_side.setdefault(names.of(side) if side else "", []).append(fact)
    kind = _("Proposals of one side")
    return list(_lists("proposed", kind, of_side, _("Side not known")))


def _reported(facts: list[Fact]) -> list[Card]:
    title = _("What the article tells of earlier papers")
    of_all = {title: facts} if facts else {}
    return list(_lists("reported", _("Results reported"), of_all, title))


def _lists(
    key: str, kind: str, found: dict[str, list[Fact]], otherwise: str
) -> Iterator[Card]:
    for number, (title, facts) in enumerate(found.items(), start=1):
        yield Card(
            f"{key}-{number}",
            kind,
            number,
            len(found),
            title or otherwise,
            facts,
            is_list=True,
        )
