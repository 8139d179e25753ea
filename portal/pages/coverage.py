"""What these records cover: which sources were read, and where nothing is known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Max, Min, Prefetch, Q
from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.pages.counting import sign_of_meeting
from publication.models import Change
from publication.reckoned import reckoned
from publication.views import page_of
from sources.models import Source
from summits.models import (
    Minutes,
    MinutesCitation,
    Partnership,
    ProgressCitation,
    ProposalCitation,
    Summit,
    SummitCitation,
)

YEARS, OUTLETS = 8, 30
# Where a source that speaks of a partnership is cited.
SPEAKING = (
    (SummitCitation, "record__partnership"),
    (MinutesCitation, "record__summit__partnership"),
    (ProgressCitation, "record__minutes__summit__partnership"),
    (ProposalCitation, "record__summit__partnership"),
)


@dataclass
class Year:
    """What is known of one pair in one year: summits, a source only, or nothing."""

    year: int
    summits: list[tuple[Summit, str]] = field(default_factory=list)
    has_source: bool = False


@dataclass
class Row:
    """One partnership through the years shown."""

    partnership: Partnership
    years: list[Year]
    earlier: int = 0
    undated: int = 0
    checked_on: date | None = None

    @property
    def gaps(self) -> int:
        """In how many of the years shown nothing is known."""
        return sum(not (one.summits or one.has_source) for one in self.years)


@dataclass(frozen=True)
class Outlet:
    """How many sources of one publisher were read, by year of print."""

    name: str
    counts: tuple[tuple[str, int], ...]
    earlier: int
    undated: int

    @property
    def total(self) -> int:
        """All of its sources."""
        dated = sum(count for _year, count in self.counts)
        return dated + self.earlier + self.undated


def coverage(request: HttpRequest) -> HttpResponse:
    """What was read and what is known, as of today."""
    today = timezone.localdate()
    years = years_until(today)
    partnerships = Partnership.objects.public().with_provinces().order_by("reference")
    page = page_of(partnerships, request)
    newest = Source.objects.public().exclude(published_on="")
    latest = Change.objects.order_by("-pk").values_list("at", flat=True)
    context = {
        "today": today,
        "years": years,
        "page_obj": page,
        "rows": rows_of(list(page), years),
        "changed_at": latest.first(),
        "newest_source": newest.order_by("-published_on").defer("text").first(),
        **reckoned("outlets", outlets),
    }
    return render(request, "portal/coverage.html", context)


def years_until(today: date) -> list[int]:
    """Return eight years up to this or, where a summit is announced, the next.

    They begin no earlier than the first summit known.
    """
    dated = Summit.objects.public().exclude(date="")
    span = dated.aggregate(first=Min("date"), last=Max("date"))
    if not span["first"]:
        return []
    first, last = int(span["first"][:4]), int(span["last"][:4])
    end = max(today.year, min(last, today.year + 1))
    return list(range(max(first, end - YEARS + 1), end + 1)) or [end]


def rows_of(partnerships: Sequence[Partnership], years: Sequence[int]) -> list[Row]:
    """Return what is known of each partnership in each of these years."""
    rows = {one.pk: Row(one, [Year(year) for year in years]) for one in partnerships}
    start = str(min(years, default=""))
    for told in _amounts(rows, start):
        row = rows[told["partnership"]]
        row.earlier, row.undated = told["earlier"], told["undated"]
        row.checked_on = timezone.localdate(told["checked"])
    for summit in _meetings(rows, start):
        _lay(summit, rows[summit.partnership_id], years)
    spoken_of = reckoned(f"spoken of {sorted(rows)}", lambda: _spoken_of(rows))
    for key, year in spoken_of:
        for one in rows[key].years:
            one.has_source = one.has_source or str(one.year) == year
    return list(rows.values())


def _amounts(keys: Iterable[int], start: str) -> Iterable[dict[str, Any]]:
    """Count the summits of each partnership that no year shown has room for."""
    rows = Summit.objects.public().filter(partnership__in=list(keys)).order_by()
    return rows.values("partnership").annotate(
        undated=Count("pk", filter=Q(date="")),
        earlier=Count("pk", filter=Q(date__gt="", date__lt=start)),
        checked=Max("modified_at"),
    )


def _meetings(keys: Iterable[int], start: str) -> Iterable[Summit]:
    papers = Prefetch("minutes", Minutes.objects.public(), to_attr="papers")
    rows = Summit.objects.public().filter(partnership__in=list(keys), date__gte=start)
    return rows.exclude(date="").order_by("date", "reference").prefetch_related(papers)


def _lay(summit: Summit, row: Row, years: Sequence[int]) -> None:
    if summit.date.year in years:
        place = row.years[summit.date.year - years[0]]
        place.summits.append((summit, sign_of_meeting(summit)))


def _spoken_of(keys: Iterable[int]) -> set[tuple[int, str]]:
    """Return partnership and year of each source that is cited on it."""
    found: set[tuple[int, str]] = set()
    for citations, path in SPEAKING:
        cited = citations.objects.public().filter(**{f"{path}__in": list(keys)})
        dated = cited.exclude(source__published_on="").order_by()
        year = Substr("source__published_on", 1, 4)
        found.update(dated.values_list(path, year).distinct())
    return found


def outlets() -> dict[str, Any]:
    """Count the sources by publisher and year of print, the most read first."""
    counted = (
        Source.objects.public()
        .order_by()
        .values_list("publisher", Substr("published_on", 1, 4))
        .annotate(n=Count("pk"))
    )
    by_name: dict[str, dict[str, int]] = {}
    for name, year, number in counted:
        by_name.setdefault(name, {})[year] = number
    seen = sorted({year for own in by_name.values() for year in own if year})
    years = seen[-YEARS:]
    found = [_outlet(name, own, years) for name, own in by_name.items()]
    found.sort(key=lambda outlet: (-outlet.total, outlet.name))
    return {
        "outlet_years": years,
        "outlets": found[:OUTLETS],
        "outlets_hidden": len(found) - len(found[:OUTLETS]),
        "has_earlier": any(outlet.earlier for outlet in found),
        "source_count": sum(outlet.total for outlet in found),
    }


def _outlet(name: str, own: dict[str, int], years: Sequence[str]) -> Outlet:
    earlier = sum(own[year] for year in own if year and year not in years)
    counts = tuple((year, own.get(year, 0)) for year in years)
    return Outlet(name, counts, earlier, own.get("", 0))
