"""Keeping the search in step with the records: after any change, or all anew.

Every change of a row is in the history of its table, under a number that only grows.
The search remembers how far it has read each; what stands behind that is taken in
before the next question is answered, whoever wrote it and however. While others write,
a number not to be seen yet may be lower than one that is: what came after the last
quiet moment is then read again the next time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection, transaction

from portal.models import SearchState
from portal.search.anew import in_batches, make_anew
from portal.search.engines import engine_of
from portal.search.entries import KINDS
from portal.search.kept import keep
from provinces.models import (
    Official,
    OfficialName,
    Place,
    PlaceName,
    Province,
    ProvinceName,
    Tenure,
)
from sources.models import Source
from summits.models import (
    Commitment,
    Delegate,
    Delegation,
    Minutes,
    Partnership,
    Progress,
    Proposal,
    Signature,
    Summit,
)

ONLY = 1
# So many entries are made anew while somebody waits: a second's work.
MOST_AT_ONCE = 2000


@dataclass(frozen=True)
class Reach:
    """A kind whose entries depend on a table, and how they are found from its rows.

    ``by`` is the lookup from the kind; with ``column`` the row names the entry itself,
    and what it named before counts too.
    """

    kind: str
    by: str = "pk"
    column: str = ""


WATCHED: dict[type[Any], tuple[Reach, ...]] = {
    Province: (
        Reach("province"),
        Reach("place", "provinces"),
        Reach("partnership", "provinces"),
        Reach("summit", "partnership__provinces"),
        Reach("minutes", "summit__partnership__provinces"),
    ),
    ProvinceName: (Reach("province", column="province_id"),),
    Place: (Reach("place"), Reach("summit", "place")),
    PlaceName: (Reach("place", column="place_id"),),
    Official: (Reach("official"),),
    OfficialName: (Reach("official", column="official_id"),),
    Tenure: (Reach("official", column="official_id"),),
    Source: (
        Reach("source"),
        Reach("province", "names__source"),
        Reach("place", "names__source"),
        Reach("official", "names__source"),
    ),
    Partnership: (
        Reach("partnership"),
        Reach("summit", "partnership"),
        Reach("minutes", "summit__partnership"),
        Reach("commitment", "minutes__summit__partnership"),
        Reach("proposal", "summit__partnership"),
        Reach("progress", "minutes__summit__partnership"),
    ),
    Summit: (
        Reach("summit"),
        Reach("minutes", "summit"),
        Reach("commitment", "minutes__summit"),
        Reach("proposal", "summit"),
        Reach("progress", "minutes__summit"),
    ),
    Delegation: (Reach("summit", column="summit_id"),),
    Delegate: (Reach("summit", "delegations", column="delegation_id"),),
    Minutes: (
        Reach("minutes"),
        Reach("commitment", "minutes"),
        Reach("progress", "minutes"),
    ),
    Signature: (Reach("minutes", column="minutes_id"),),
    Commitment: (Reach("commitment"),),
    Proposal: (Reach("proposal"),),
    Progress: (Reach("progress"), Reach("commitment", column="commitment_id")),
}


def refresh() -> int | None:
    """Take in what changed since the last time; where nothing did, 2 queries tell.

    No more than ``MOST_AT_ONCE`` entries are made anew in one go: returns how many
    changes are left to be taken in, or None where that is so much that nobody can be
    kept waiting for it, and ``rebuild`` must be asked. Two that come at once wait for
    each other.
    """
    known, ends = _state(), _ends()
    if known and known.positions == ends and not known.waiting:
        return 0
    with transaction.atomic():
        known, ends = _state(lock=True), _ends()
        if known is None:
            if _is_much():
                return None
            make_anew()
            _remember(ends)
            return 0
        is_alone = not engine_of().others_write()
        reached, touched = _touched(known.positions, ends)
        left = _take_in(_with_waiting(touched, known.waiting))
        _remember(reached if is_alone else known.positions, left)
    unread = sum(ends[table] - reached[table] for table in ends)
    return unread + sum(map(len, left.values()))


def rebuild() -> int:
    """Make the search anew from the records; returns how many entries it has."""
    with transaction.atomic():
        known, ends = _state(lock=True), _ends()
        is_alone = not engine_of().others_write()
        count = make_anew()
        _remember(known.positions if known and not is_alone else ends)
    return count


def _state(*, lock: bool = False) -> SearchState | None:
    rows = SearchState.objects.filter(pk=ONLY)
    if lock:
        rows = rows.select_for_update()
    return rows.first()


def _remember(
    positions: dict[str, int], waiting: dict[str, list[int]] | None = None
) -> None:
    SearchState.objects.update_or_create(
        pk=ONLY, defaults={"positions": positions, "waiting": waiting or {}}
    )


def _is_much() -> bool:
    room = MOST_AT_ONCE
    for of in KINDS.values():
        room -= of.model._default_manager.order_by()[: room + 1].count()
        if room < 0:
            return True
    return False


@cache
def _histories() -> tuple[str, ...]:
    """Return the tables of the histories; to ask a model for its own costs a class."""
    return tuple(model.history.model._meta.db_table for model in WATCHED)


def _ends() -> dict[str, int]:
    """Return the last number of each history."""
    statement = " UNION ALL ".join(
        f"SELECT '{table}', MAX(history_id) FROM {table}"  # noqa: S608 - our own names
        for table in _histories()
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return {table: last or 0 for table, last in cursor.fetchall()}


def _touched(
    known: dict[str, int], ends: dict[str, int]
) -> tuple[dict[str, int], dict[str, set[int]]]:
    """Return how far each history was read, and which entries may be others now."""
    reached = dict(ends)
    touched: dict[str, set[int]] = defaultdict(set)
    for table, (model, reaches) in zip(_histories(), WATCHED.items(), strict=True):
        behind = known.get(table, 0)
        if ends[table] == behind:
            continue
        log = model.history.model._default_manager
        changes = log.filter(history_id__gt=behind).order_by("history_id")
        read = list(changes.values_list("history_id", "id")[:MOST_AT_ONCE])
        if len(read) == MOST_AT_ONCE:
            reached[table] = read[-1][0]
        for ids in in_batches(sorted({key for _change, key in read})):
            for reach in reaches:
                touched[reach.kind].update(_reached(reach, ids, log))
    return reached, touched


def _with_waiting(
    touched: dict[str, set[int]], waiting: dict[str, list[int]]
) -> dict[str, set[int]]:
    kinds = touched.keys() | waiting.keys()
    return {
        kind: touched.get(kind, set()) | set(waiting.get(kind, ()))
        for kind in KINDS
        if kind in kinds
    }


def _take_in(touched: dict[str, set[int]]) -> dict[str, list[int]]:
    """Make so many of these entries anew, and return those that are left."""
    room, left = MOST_AT_ONCE, {}
    for kind, records in touched.items():
        ids = sorted(records, reverse=True)
        _renew(kind, ids[:room])
        if rest := ids[room:]:
            left[kind] = rest
        room = max(0, room - len(ids))
    return left


def _reached(reach: Reach, ids: list[int], log: Any) -> Iterable[int]:
    if reach.column:
        named = log.filter(id__in=ids).exclude(**{reach.column: None})
        ids = list(named.values_list(reach.column, flat=True).distinct())
    if reach.by == "pk":
        return ids
    rows = KINDS[reach.kind].model._default_manager.order_by()
    return rows.filter(**{f"{reach.by}__in": ids}).values_list("pk", flat=True)


def _renew(kind: str, records: Iterable[int]) -> None:
    for ids in in_batches(sorted(records)):
        entries = KINDS[kind].entries(ids)
        keep(kind, entries, gone={*ids} - {entry.record for entry in entries})
