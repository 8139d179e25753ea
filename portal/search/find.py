"""Answering a question: the newest that match, the best of them first.

No more than ``NEWEST`` matches are looked at, and as many names apart from them; what
is counted and ranked is those. Ranking asks, of the same matches, which have all of it
in their title and which have it as one phrase, so it is alike on both databases.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

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
Better = Sequence[tuple[int, Expression]]


class Match(NamedTuple):
    """One entry that answers, with what narrows to it and how well it answers."""

    number: int
    kind: str
    record: int
    partnership: str
    year: int | None
    sectors: str
    implementation: str
    date: str
    weight: int

    @property
    def is_name(self) -> bool:
        return self.number >= NAMES_FROM


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
        if facet == "sector":
            told = (match.sectors.split() for match in self.matches)
            return Counter(chain.from_iterable(told))
        counts = Counter(map(attrgetter(facet), self.matches))
        return Counter({str(one): n for one, n in counts.items() if one})


NOTHING = Found((), has_more=False)


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
    matches = _newest(asked, _better(question) if order == "relevance" else ())
    names = [one for one in matches if one.is_name]
    others = [one for one in matches if not one.is_name]
    has_more = len(others) > NEWEST or len(names) > MOST_NAMES
    matches = [*names[:MOST_NAMES], *others[:NEWEST]]
    if order == "relevance":
        matches.sort(key=partial(_worth, question), reverse=True)
    else:
        matches.sort(key=lambda one: (one.date, one.number), reverse=True)
    return Found(tuple(matches), has_more=has_more)


def exists(expression: Expression) -> bool:
    """Whether anything at all answers."""
    return how_many(expression, at_most=1) > 0


def how_many(expression: Expression, at_most: int = 50) -> int:
    """Count what answers, no further than asked."""
    engine = engine_of()
    kept = f"SELECT 1 FROM {TABLE} WHERE {engine.matches} LIMIT %s"  # noqa: S608 - ours
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM ({kept}) AS kept",  # noqa: S608 - our own names
            [engine.written(expression), at_most],
        )
        return int(cursor.fetchone()[0])


def _better(question: Question) -> tuple[tuple[int, Expression], ...]:
    """Return what makes an answer a good one, and how much each of it weighs."""
    named = (IN_TITLE, Expression(question.terms, in_title=True))
    if not question.whole:
        return (named,)
    phrase = Expression(((question.whole,),))
    return named, (AS_PHRASE, phrase), (AS_PHRASE, replace(phrase, in_title=True))


def _newest(asked: Expression, better: Better) -> list[Match]:
    """Return the newest names and the newest others, one more than are looked at.

    Each is weighed as it is read, so that nothing is weighed that is not looked at.
    """
    engine = engine_of()
    weighed = [(weight, *engine.holds(of)) for weight, of in better]
    weight = "+".join(f"CASE WHEN {sql} THEN {n} ELSE 0 END" for n, sql, _ in weighed)
    part = (
        f"SELECT id, {COLUMNS}, {weight or '0'} FROM (SELECT e.id, {COLUMNS}, "  # noqa: S608 - ours
        f"{engine.texts} FROM {TABLE} w JOIN portal_searchentry e "
        f"ON e.id = w.{engine.key} WHERE {engine.matches} AND w.{engine.key} {{}} %s "
        f"ORDER BY w.{engine.key} DESC LIMIT %s) AS part"
    )
    values = [value for *_, given in weighed for value in given]
    values.append(engine.written(asked))
    with connection.cursor() as cursor:
        cursor.execute(
            f"{part.format('>=')} UNION ALL {part.format('<')}",
            [*values, NAMES_FROM, MOST_NAMES + 1, *values, NAMES_FROM, NEWEST + 1],
        )
        return [Match(*row) for row in cursor.fetchall()]


def _worth(question: Question, match: Match) -> tuple[bool, int, int]:
    weight = match.weight + (IS_NAMED if match.number in question.named else 0)
    return match.is_name and weight >= IN_TITLE, weight, match.number
