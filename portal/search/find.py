"""Answering a question: the newest that match, the best of them first.

No more than ``NEWEST`` matches are looked at, and as many names apart from them; what
is counted and ranked is those. Ranking asks, of the same matches, which have all of it
in their title and which have it as one phrase, so it is alike on both databases.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.db import connection

from portal.search.engines import TABLE, engine_of
from portal.search.entries import label
from portal.search.expression import Expression
from portal.search.kept import NAMES_FROM
from portal.search.query import Question

NEWEST = 1000
MOST_NAMES = 200
COLUMNS = "kind, record, partnership, year, sectors, implementation, date"

# What each sign of a good answer weighs; of equals the newer comes first.
IS_NAMED, IN_TITLE, AS_PHRASE = 8, 2, 1
Filters = Mapping[str, Iterable[str]]


@dataclass(frozen=True)
class Match:
    """One entry that answers, with what narrows to it."""

    number: int
    kind: str
    record: int
    partnership: str
    year: int | None
    sectors: str
    implementation: str
    date: str

    @property
    def is_name(self) -> bool:
        return self.number >= NAMES_FROM

    def values(self, facet: str) -> list[str]:
        """Return what it counts under in one facet."""
        if facet == "sector":
            return self.sectors.split()
        value = getattr(self, facet)
        return [str(value)] if value not in {"", None} else []


@dataclass(frozen=True)
class Found:
    """The matches of a question, best first, and whether there are more."""

    matches: tuple[Match, ...]
    has_more: bool

    @cached_property
    def count(self) -> int:
        """How many there are, of those looked at."""
        return len(self.matches)

    def counted(self, facet: str) -> Counter[str]:
        """Count the matches under each value of a facet."""
        return Counter(value for match in self.matches for value in match.values(facet))


NOTHING = Found((), has_more=False)
ORDERS = ("relevance", "-date")


def find(question: Question, filters: Filters, *, order: str = "relevance") -> Found:
    """Return what answers a question within the filters; without words, nothing."""
    if not question.terms:
        return NOTHING
    labels = tuple(
        tuple(label(name, value) for value in values)
        for name, values in filters.items()
        if values
    )
    asked = Expression(question.terms, labels)
    names, others = _newest(asked)
    has_more = len(others) > NEWEST or len(names) > MOST_NAMES
    matches = [*names[:MOST_NAMES], *others[:NEWEST]]
    if order == "-date":
        ranked = sorted(matches, key=lambda one: (one.date, one.number), reverse=True)
    else:
        ranked = _ranked(matches, asked, question)
    return Found(tuple(ranked), has_more=has_more)


def exists(expression: Expression) -> bool:
    """Whether anything at all answers."""
    engine = engine_of()
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT 1 FROM {TABLE} WHERE {engine.matches} LIMIT 1",  # noqa: S608 - ours
            [engine.written(expression)],
        )
        return cursor.fetchone() is not None


def _newest(asked: Expression) -> tuple[list[Match], list[Match]]:
    """Return the newest names and the newest others, one more than are looked at."""
    engine = engine_of()
    written = engine.written(asked)
    part = (
        f"SELECT * FROM (SELECT e.id, {COLUMNS} FROM {TABLE} "  # noqa: S608 - ours
        f"JOIN portal_searchentry e ON e.id = {TABLE}.{engine.key} "
        f"WHERE {engine.matches} AND {TABLE}.{engine.key} {{}} %s "
        f"ORDER BY {TABLE}.{engine.key} DESC LIMIT %s) AS part"
    )
    statement = f"{part.format('>=')} UNION ALL {part.format('<')}"
    values: list[Any] = [
        written,
        NAMES_FROM,
        MOST_NAMES + 1,
        written,
        NAMES_FROM,
        NEWEST + 1,
    ]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        found = [Match(*row) for row in cursor.fetchall()]
    return [one for one in found if one.is_name], [
        one for one in found if not one.is_name
    ]


def _ranked(matches: list[Match], asked: Expression, question: Question) -> list[Match]:
    if not matches:
        return []
    weights = _weights(matches, asked, question)

    def worth(match: Match) -> tuple[int, int, int]:
        weight = weights[match.number]
        weight += IS_NAMED if match.number in question.named else 0
        return int(match.is_name and weight >= IN_TITLE), weight, match.number

    return sorted(matches, key=worth, reverse=True)


def _weights(
    matches: list[Match], asked: Expression, question: Question
) -> Counter[int]:
    """Return what each match is worth, asking among these matches alone."""
    better = [(IN_TITLE, replace(asked, in_title=True))]
    if question.whole:
        phrase = replace(asked, terms=((question.whole,),))
        better += [
            (AS_PHRASE, phrase),
            (AS_PHRASE, replace(phrase, in_title=True)),
        ]
    numbers = [match.number for match in matches]
    low = [number for number in numbers if number < NAMES_FROM]
    spans = [
        (min(part), max(part))
        for part in (low, [number for number in numbers if number >= NAMES_FROM])
        if part
    ]
    weights: Counter[int] = Counter()
    for weight, number in _asked_within(better, spans):
        weights[number] += weight
    return weights


def _asked_within(
    better: list[tuple[int, Expression]], spans: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    engine = engine_of()
    parts: list[str] = []
    values: list[Any] = []
    for weight, expression in better:
        written = engine.written(expression)
        for first, last in spans:
            parts.append(
                f"SELECT {weight}, {engine.key} FROM {TABLE} "  # noqa: S608 - ours
                f"WHERE {engine.matches} AND {engine.key} BETWEEN %s AND %s"
            )
            values += [written, first, last]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return list(cursor.fetchall())
