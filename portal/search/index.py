"""Keeping the search in step with the records: after any change, or all anew.

Every change of a row is in the history of its table, under a number that only grows.
The search remembers how far it has read each; what stands behind that is taken in
before the next question is answered, whoever wrote it and however.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Value

from portal.models import SearchState
from portal.search.entries import KINDS
from portal.search.kept import forget_all, keep
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

BATCH = 500
ONLY = 1


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


def refresh() -> None:
    """Take in what changed since the last time; where nothing did, 2 queries tell.

    Two that come at once wait for each other.
    """
    if _state() == _ends():
        return
    with transaction.atomic():
        known, ends = _state(lock=True), _ends()
        if known is None:
            _rebuild()
        elif known != ends:
            for kind, records in _touched(known).items():
                _renew(kind, records)
        _remember(ends)


def rebuild() -> int:
    """Make the search anew from the records; returns how many entries it has."""
    with transaction.atomic():
        _state(lock=True)
        ends = _ends()
        count = _rebuild()
        _remember(ends)
    return count


def _state(*, lock: bool = False) -> dict[str, int] | None:
    rows = SearchState.objects.filter(pk=ONLY)
    if lock:
        rows = rows.select_for_update()
    return rows.values_list("positions", flat=True).first()


def _remember(ends: dict[str, int]) -> None:
    SearchState.objects.update_or_create(pk=ONLY, defaults={"positions": ends})


def _ends() -> dict[str, int]:
    """Return the last number of each history."""
    tables = [model.history.model._meta.db_table for model in WATCHED]
    statement = " UNION ALL ".join(
        f"SELECT '{table}', MAX(history_id) FROM {table}"  # noqa: S608 - our own names
        for table in tables
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return {table: last or 0 for table, last in cursor.fetchall()}


def _touched(known: dict[str, int]) -> dict[str, set[int]]:
    """Return which entries may be others now, by kind."""
    touched: dict[str, set[int]] = defaultdict(set)
    for model, reaches in WATCHED.items():
        log = model.history.model._default_manager
        behind = known.get(log.model._meta.db_table, 0)
        changed = set(log.filter(history_id__gt=behind).values_list("id", flat=True))
        for ids in in_batches(sorted(changed)):
            for reach in reaches:
                touched[reach.kind].update(_reached(reach, ids, log))
    return touched


def _reached(reach: Reach, ids: list[int], log: Any) -> Iterable[int]:
    if reach.column:
        named = log.filter(id__in=ids).exclude(**{reach.column: None})
        ids = list(named.values_list(reach.column, flat=True).distinct())
    if reach.by == "pk":
        return ids
    rows = KINDS[reach.kind].model._default_manager.order_by()
    return rows.filter(**{f"{reach.by}__in": ids}).values_list("pk", flat=True)


def _renew(kind: str, records: Iterable[int]) -> None:
    of = KINDS[kind]
    for ids in in_batches(sorted(records)):
        rows = of.rows().order_by("pk").filter(pk__in=ids)
        entries = [of.entry(row) for row in rows]
        keep(kind, entries, gone={*ids} - {entry.record for entry in entries})


def _rebuild() -> int:
    forget_all()
    count = 0
    for kind, ids in _names():
        count += _add(kind, ids)
    for batch in in_batches(_by_date()):
        sorted_out: dict[str, list[int]] = defaultdict(list)
        for kind, pk, _date in batch:
            sorted_out[kind].append(pk)
        count += sum(_add(kind, ids) for kind, ids in sorted_out.items())
    return count


def _names() -> Iterator[tuple[str, list[int]]]:
    for kind, of in KINDS.items():
        if not of.date:
            ids = of.rows().order_by("-pk").values_list("pk", flat=True)
            for batch in in_batches(ids):
                yield kind, batch


def _by_date() -> Iterator[tuple[str, int, str]]:
    """Yield kind, key and date of all that has one, the oldest first."""
    every = [
        of.model.objects.public()
        .order_by()
        .annotate(entry_kind=Value(kind), entry_date=F(of.date))
        .values_list("entry_kind", "pk", "entry_date")
        for kind, of in KINDS.items()
        if of.date
    ]
    rows = every[0].union(*every[1:], all=True)
    return rows.order_by("entry_date", "entry_kind", "pk").iterator()


def _add(kind: str, ids: list[int]) -> int:
    of = KINDS[kind]
    found = of.rows().order_by().in_bulk(ids)
    entries = [of.entry(found[pk]) for pk in ids if pk in found]
    keep(kind, entries)
    return len(entries)


def in_batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """Yield what there is in lists short enough for one query."""
    source = iter(rows)
    while batch := list(islice(source, BATCH)):
        yield batch
