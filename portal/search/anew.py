"""Making the whole search anew, in one pass over the records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, count, islice
from typing import Any

from django.db.models import CharField, Value
from django.db.models.functions import Cast

from portal.search.entries import KINDS
from portal.search.kept import NAMES_FROM, Numbered, forget_all, write

BATCH = 2000


def make_anew() -> int:
    """Forget everything and keep every entry there is; returns how many.

    Numbers are given in the order of time, and written in their own order: a table of
    words takes them several times faster so.
    """
    forget_all()
    vocabulary: set[str] = set()
    total = 0
    for entries in chain(_numbered(_by_date(), 1), _numbered(_names(), NAMES_FROM + 1)):
        write(entries, vocabulary)
        total += len(entries)
    return total


def _numbered(rows: Iterable[tuple[str, int]], first: int) -> Iterator[list[Numbered]]:
    numbers = count(first)
    for batch in in_batches(rows):
        ids: dict[str, list[int]] = defaultdict(list)
        for kind, key in batch:
            ids[kind].append(key)
        found = {
            (kind, entry.record): entry
            for kind, keys in ids.items()
            for entry in KINDS[kind].entries(keys)
        }
        yield [(next(numbers), one[0], found[one]) for one in batch if one in found]


def _names() -> Iterator[tuple[str, int]]:
    for kind, of in KINDS.items():
        if not of.date:
            for key in of.rows().order_by("-pk").values_list("pk", flat=True):
                yield kind, key


def _by_date() -> Iterator[tuple[str, int]]:
    """Yield kind and key of all that has a date, the oldest first."""
    every = [
        of.model.objects.public()
        .order_by()
        .annotate(entry_kind=Value(kind), entry_date=Cast(of.date, CharField()))
        .values_list("entry_kind", "pk", "entry_date")
        for kind, of in KINDS.items()
        if of.date
    ]
    rows = every[0].union(*every[1:], all=True)
    ordered = rows.order_by("entry_date", "entry_kind", "pk")
    return ((kind, key) for kind, key, _date in ordered.iterator())


def in_batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """Yield what there is in lists short enough for one query."""
    source = iter(rows)
    while batch := list(islice(source, BATCH)):
        yield batch
