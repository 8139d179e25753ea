"""Comparing suggestions with their records, as many as there are at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from intake.conflicts.clauses import compare_clause, compare_proposal
from intake.conflicts.difference import Comparison, Difference, Register
from intake.conflicts.meetings import compare_event
from intake.conflicts.papers import compare_paper
from intake.conflicts.people import compare_person
from intake.match import Match, said_of
from intake.models import Suggestion
from provinces.models import Official
from publication.models import Record
from summits.models import Commitment, Minutes, Proposal, Summit

Kind = Suggestion.Kind

COMPARED: dict[tuple[str, type], Callable[[Comparison], None]] = {
    (Kind.EVENT, Summit): compare_event,
    (Kind.DOCUMENT, Minutes): compare_paper,
    (Kind.ITEM, Commitment): compare_clause,
    (Kind.ITEM, Proposal): compare_proposal,
}
# What comparing reads of each record, beside its citations.
FETCHED: dict[type, tuple[str, ...]] = {
    Summit: ("place", "partnership__provinces"),
    Official: ("province", "names", "delegates__delegation__summit"),
    Minutes: ("summit__partnership__provinces", "signatures"),
    Commitment: ("sectors",),
    Proposal: ("sectors", "province"),
}
HEADS = ("delegations__province", "delegations__delegates")
# A result reported is no second wording of the clause it came of.
REPORTED = "reported"


def differences(
    suggestion: Suggestion, record: Record | None, meetings: Sequence[Summit] = ()
) -> list[Difference]:
    """Return what taking a suggestion changes in a record, or contradicts in it.

    ``meetings`` are those the person of a suggestion came to, as far as recorded.
    """
    return _compared([(suggestion, record)], meetings)[suggestion.pk]


def differences_all(
    suggestions: Iterable[Suggestion], matches: Mapping[int, Match]
) -> dict[int, list[Difference]]:
    """Return the differences of each suggestion from the record it was matched with.

    The number of queries does not depend on how many there are.
    """
    pairs = [(one, matches[one.pk].record) for one in suggestions]
    meetings = [record for one, record in pairs if one.kind == Kind.EVENT and record]
    return _compared(pairs, meetings)


def _compared(
    pairs: Sequence[tuple[Suggestion, Any]], meetings: Sequence[Any]
) -> dict[int, list[Difference]]:
    fetch([record for _one, record in pairs if record])
    if meetings:
        prefetch_related_objects(list(meetings), *HEADS)
    register = Register()
    return {
        one.pk: _compare(one, record, register, meetings) if record else []
        for one, record in pairs
    }


def _compare(
    suggestion: Suggestion, record: Any, register: Register, meetings: Sequence[Any]
) -> list[Difference]:
    its = Comparison(said_of(suggestion), record, register)
    if suggestion.kind == Kind.PERSON and isinstance(record, Official):
        compare_person(its, meetings)
    compare = COMPARED.get((suggestion.kind, type(record)))
    if compare and its.values.get("force") != REPORTED:
        compare(its)
    return its.found


def fetch(records: Iterable[Any]) -> None:
    """Fetch all that comparing reads, in so many queries for each kind of record."""
    by_model: dict[type, list[Any]] = {}
    for record in records:
        by_model.setdefault(type(record), []).append(record)
    for model, rows in by_model.items():
        prefetch_related_objects(rows, *FETCHED.get(model, ()), _citations(rows[0]))


def _citations(record: Any) -> Prefetch:
    model = record._meta.get_field("citations").related_model
    cited = model._default_manager.select_related("source").defer("source__text")
    return Prefetch("citations", cited)
