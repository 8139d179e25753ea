"""The page of a partnership: its meetings in time and its matters through them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.figures import AxisPoint
from portal.pages.counting import place_of, sign_counts, sign_of_meeting
from portal.pages.weaving import woven_threads
from provinces.models import Place, Province
from publication.freshness import freshness_of
from publication.views import found, record_page
from sources.evidence import Evidence
from summits.models import Commitment, Minutes, Partnership, Progress, Summit

# More of one kind than this no page shows; links lead to the rest.
SHOWN = 30
# The figure of threads takes the latest papers of so many meetings.
WOVEN = 12


@record_page
def partnership(request: HttpRequest, reference: str) -> HttpResponse:
    """Two or more provinces, and all their meetings."""
    rows = Partnership.objects.public().with_provinces().with_evidence()
    partnership = found(rows, reference)
    meetings = meetings_of(partnership)
    reports = list(reports_between(partnership))
    clauses = list(clauses_of(meetings[:WOVEN]))
    evidence = Evidence([partnership, *reports])
    context = {
        "partnership": partnership,
        "gates": gates_between(partnership.parties),
        "dated": [summit for summit in meetings if summit.date],
        "signs_used": list(dict.fromkeys(clause.sign.value for clause in clauses)),
        **amounts(partnership, len(meetings)),
        "axis_points": axis_points(meetings, reports),
        "threads": woven_threads(meetings, clauses),
        "timeline": timeline(partnership.parties, meetings, reports),
        "evidence": evidence,
        "freshness": freshness_of(partnership, evidence.sources()),
    }
    return render(request, "summits/partnership_detail.html", context)


def amounts(partnership: Partnership, shown: int) -> dict[str, Any]:
    """Return how much there is in all, since the page shows the latest of it."""
    summits = Summit.objects.public().filter(partnership=partnership)
    clauses = Commitment.objects.public().filter(minutes__summit__in=summits)
    counts = sign_counts(clauses, query=f"partnership={partnership.reference}")
    total = summits.count()
    return {
        "summit_count": total,
        "hidden": total - shown,
        "clause_count": sum(counts.values()),
        "reported_count": sum(counts.values()) - counts.get("none", 0),
        "oldest": summits.exclude(date="").order_by("date").first(),
    }


def meetings_of(partnership: Partnership) -> list[Summit]:
    """Return the latest summits of these provinces, newest first, with their papers."""
    papers = Minutes.objects.public().with_clause_count()
    return list(
        Summit.objects.public()
        .filter(partnership=partnership)
        .select_related("place", "host")
        .newest_first()
        .prefetch_related(Prefetch("minutes", papers, to_attr="papers"))[:SHOWN]
    )


def clauses_of(meetings: Iterable[Summit]) -> Iterable[Commitment]:
    """Return the clauses of the papers of these meetings, in the order of papers."""
    return (
        Commitment.objects.public()
        .filter(minutes__summit__in=[summit.pk for summit in meetings])
        .with_status()
        .select_related("minutes")
        .prefetch_related("sectors")
        .order_by("minutes__reference", "number")
    )


def reports_between(partnership: Partnership) -> Iterable[Progress]:
    """Return what was reported outside their summits, the latest first."""
    papers = Minutes.objects.filter(summit__partnership=partnership)
    reports = (
        Progress.objects.public()
        .filter(minutes__in=papers.values("pk"), occasion__isnull=True)
        .exclude(reported_on="")
        .newest_first()
    )
    # The keys first: to sort thousands, their words need not be carried along.
    keys = list(reports.values_list("pk", flat=True)[:SHOWN])
    shown = Progress.objects.filter(pk__in=keys).newest_first()
    return shown.select_related("minutes", "reporter").with_evidence()


def gates_between(parties: Sequence[Province]) -> list[Place]:
    """Return the border gates that join two of these provinces."""
    keys = {province.pk for province in parties}
    near = Place.objects.border_gates().filter(provinces__in=keys).distinct()
    return [
        gate
        for gate in near.prefetch_related("provinces")
        if len(keys & {province.pk for province in gate.provinces.all()}) > 1
    ]


def axis_points(
    meetings: Iterable[Summit], reports: Iterable[Progress]
) -> list[AxisPoint]:
    """Place meetings, and reports as lesser events, on the axis."""
    points = [
        AxisPoint(
            day=summit.date.earliest,
            label=summit.date.display(),
            place=place_of(summit),
            sign=sign_of_meeting(summit),
            exact=summit.date.is_day,
        )
        for summit in meetings
        if summit.date
    ]
    events = [
        AxisPoint(day=report.reported_on.earliest, exact=report.reported_on.is_day)
        for report in reports
    ]
    return [*points, *events] if points else []


@dataclass(frozen=True)
class Event:
    """One entry of the timeline: a meeting, a report, or a year nothing is known of."""

    side: str
    look: str
    date: Any = None
    summit: Summit | None = None
    report: Progress | None = None
    year: int = 0


def timeline(
    parties: Sequence[Province],
    meetings: Iterable[Summit],
    reports: Iterable[Progress],
) -> list[Event]:
    """Return meetings and reports newest first, the years without any named between.

    An event stands on the side of the province that was host; in the middle where
    that is not known or the provinces are more than two.
    """
    sides = {} if len(parties) != 2 else {parties[0].pk: "", parties[1].pk: "r"}  # noqa: PLR2004
    events = [
        Event(
            side=sides.get(summit.host_id, "mid"),
            look=_look(summit),
            date=summit.date,
            summit=summit,
        )
        for summit in meetings
    ]
    events += [
        Event(
            side=sides.get(report.reporter_id, "mid"),
            look="report",
            date=report.reported_on,
            report=report,
        )
        for report in reports
    ]
    events.sort(key=lambda event: event.date, reverse=True)
    return _with_gaps(events)


def _look(summit: Summit) -> str:
    return {"signed": "summit", "held": "held"}.get(
        sign_of_meeting(summit), "announced"
    )


def _with_gaps(events: Iterable[Event]) -> list[Event]:
    """Name each year between two events in which no meeting is known."""
    filled: list[Event] = []
    met = {event.date.year for event in events if event.summit and event.date}
    last = None
    for event in events:
        if last is not None and event.date:
            filled += [
                Event("mid", "gap", year=year)
                for year in range(last - 1, event.date.year, -1)
                if year not in met
            ]
        filled.append(event)
        last = event.date.year if event.date else last
    return filled
