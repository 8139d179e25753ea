"""The follow-up page: every commitment and how it stands, counted and listed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Count,
    Exists,
    OuterRef,
    Prefetch,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.figures import Distribution
from portal.pages.counting import distribution, sign_counts
from portal.signs import PROGRESS
from publication.filters import StrictFilterSet, narrow
from publication.reckoned import reckoned
from publication.views import KeyedPaginator, page_of
from sources.evidence import Evidence
from summits.filters import CommitmentFilterSet
from summits.models import Commitment, Progress, Sector, Summit
from summits.threads import chains
from summits.views.summits import by_sector

# So much is given at once: summits and signs of the table, rows of the list.
COLUMNS, SIGNS, ROWS = 8, 60, 20
LATEST = ("-minutes__signed_on", "minutes__reference", "number")
LAST = 999  # behind every sector: clauses that have none


def followup(request: HttpRequest) -> HttpResponse:
    """What was agreed, and what is known to have been done about it."""
    commitments = Commitment.objects.public()
    found = narrow(CommitmentFilterSet, request, commitments, also=["page"])
    by = KeyedPaginator if found.given.get("ordering") else BySector
    page = page_of(as_listed(found), request, by=by, size=ROWS)
    rows = attached(page.object_list)
    reports = [row.latest_report for row in rows if row.latest_report]
    context = {
        "form": found.form,
        "page_obj": page,
        "groups": by_sector(rows)
        if not found.given.get("ordering")
        else [(None, rows)],
        "distribution": counted(found),
        "matrix": matrix_of(found),
        "evidence": Evidence(reports),
        "signs": PROGRESS,
    }
    return render(request, "portal/followup.html", context)


def counted(found: StrictFilterSet) -> Distribution:
    """Count the signs of what the other filters leave, so that each can be chosen."""
    query = found.given.copy()
    for name in ("sign", "page"):
        query.pop(name, None)
    rest = type(found)(query, found.queryset, request=found.request)
    counts = sign_counts(rest.qs, query=query.urlencode())
    return distribution(counts, others=dict(query.lists()))


def as_listed(found: StrictFilterSet) -> QuerySet:
    """Fetch what the list prints; by first sector and then by date, unless asked."""
    reports = (
        Progress.objects.public()
        .select_related("minutes", "reporter", "occasion__partnership")
        .newest_first()
        .with_evidence()
    )
    rows = (
        found.qs.with_status()
        .for_display()
        .prefetch_related(Prefetch("progress", reports, to_attr="reports"))
    )
    if found.given.get("ordering"):
        return rows
    sectors = Sector.objects.filter(commitment=OuterRef("pk")).order_by("position")
    first = Coalesce(Subquery(sectors.values("position")[:1]), Value(LAST))
    return rows.annotate(first_sector=first).order_by("first_sector", *LATEST)


class BySector(KeyedPaginator):
    """Finds a page that lies within one sector by index, any other by sorting all."""

    def keys(self, first: int, size: int) -> list[int]:
        before = 0
        for sector, number in reckoned(f"sectors of {self.name}", self.sectors):
            if before <= first and first + size <= before + number:
                own = self.object_list.filter(first_sector=sector).order_by(*LATEST)
                keys = own.values_list("pk", flat=True)
                return list(keys[first - before : first - before + size])
            before += number
        return super().keys(first, size)

    def sectors(self) -> list[tuple[int, int]]:
        """Return the place of each sector, and how many clauses have it as first."""
        counted = self.object_list.order_by("first_sector").values_list("first_sector")
        return list(counted.annotate(number=Count("pk")))


def attached(commitments: Iterable[Commitment]) -> list[Commitment]:
    """Give each commitment its newest report and its chain."""
    rows = list(commitments)
    chained = chains(rows)
    for row in rows:
        row.latest_report = row.reports[0] if row.reports else None
        row.chain = chained.get(row.pk, [])
    return rows


@dataclass(frozen=True)
class MatrixRow:
    """One sector: the clauses of each summit, and how many there are."""

    sector: Sector | None
    cells: tuple[tuple[Summit, tuple[Commitment, ...]], ...]
    total: int


@dataclass(frozen=True)
class Matrix:
    """Sectors by summits, oldest first; ``hidden`` summits found no room."""

    summits: tuple[tuple[Summit, int], ...]
    rows: tuple[MatrixRow, ...]
    total: int
    hidden: int


def matrix_of(found: StrictFilterSet) -> Matrix:
    """Lay the clauses of the latest summits out by sector, each clause once.

    Summits are shown whole, as many as have room together, and at least one.
    """
    commitments = found.qs.order_by()
    own = Exists(commitments.filter(minutes__summit=OuterRef("pk")))
    latest = Summit.objects.public().filter(own).newest_first().for_display()
    summits = list(latest[:COLUMNS])[::-1]
    counts = _clauses_of(summits, commitments)
    while len(summits) > 1 and sum(counts[one.pk] for one in summits) > SIGNS:
        summits.pop(0)
    clauses = list(
        commitments.filter(minutes__summit__in=[summit.pk for summit in summits])
        .with_status()
        .select_related("minutes")
        .prefetch_related("sectors")
        .order_by("minutes__reference", "number")
    )
    rows = tuple(
        _matrix_row(sector, summits, group) for sector, group in by_sector(clauses)
    )
    totals = [counts[summit.pk] for summit in summits]
    return Matrix(
        tuple(zip(summits, totals, strict=True)),
        rows,
        len(clauses),
        _summits_of(found) - len(summits),
    )


def _clauses_of(summits: Sequence[Summit], clauses: QuerySet) -> Counter[int]:
    """Count these clauses by the keys of these summits."""
    held = clauses.filter(minutes__summit__in=[summit.pk for summit in summits])
    return Counter(held.values_list("minutes__summit", flat=True))


def _summits_of(found: StrictFilterSet) -> int:
    """Count the summits that have a clause among these."""
    query = found.given.copy()
    for name in ("page", "ordering"):
        query.pop(name, None)
    keys = found.qs.order_by().values("minutes__summit").distinct()
    return reckoned(f"summits of {query.urlencode()}", keys.count)


def _matrix_row(
    sector: Sector | None, summits: Sequence[Summit], clauses: Sequence[Any]
) -> MatrixRow:
    cells = tuple(
        (
            summit,
            tuple(row for row in clauses if row.minutes.summit_id == summit.pk),
        )
        for summit in summits
    )
    return MatrixRow(sector, cells, len(clauses))
