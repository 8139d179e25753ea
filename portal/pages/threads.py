"""Pages of matters: one clause and what later minutes made of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from publication.filters import narrow
from publication.freshness import freshness_of
from publication.models import Record
from publication.views import found, page_of, record_page
from sources.evidence import Evidence
from summits.filters import ThreadFilterSet
from summits.models import Commitment, Minutes, Progress, Proposal
from summits.threads import Thread, day_of, threads_through

PAPERS = 60


@dataclass(frozen=True)
class Step:
    """One paper on the way of a matter; without clauses it passes over the matter.

    Where ``clause_count`` is 0, nothing is known of what the paper says.
    """

    paper: Minutes
    clauses: tuple[Commitment, ...]
    clause_count: int
    report_count: int

    @property
    def is_silent(self) -> bool:
        """Whether the clauses of the paper are known and none is of this matter."""
        return not self.clauses and self.clause_count > 0


def thread_list(request: HttpRequest) -> HttpResponse:
    """The matters that more than one set of minutes speaks of."""
    beginnings = Commitment.objects.public().beginning_threads()
    found = narrow(ThreadFilterSet, request, beginnings, also=["page"])
    page = page_of(found.qs.only("pk"), request)
    threads = threads_through(
        [row.pk for row in page.object_list], Commitment.objects.public()
    )
    context = {"form": found.form, "page_obj": page, "threads": threads.values()}
    return render(request, "portal/thread_list.html", context)


@record_page
def thread(request: HttpRequest, reference: str) -> HttpResponse:
    """One matter, from the clause it began with to the last that is known of it."""
    asked = found(Commitment.objects.public(), reference)
    rows = Commitment.objects.public().prefetch_related("actors").with_evidence()
    thread = threads_through([asked.pk], rows)[asked.pk]
    if thread.first != asked:
        return redirect("thread", thread.first.reference, permanent=True)
    evidence = told(thread)
    steps = steps_of(thread)
    after = steps[1 + max(i for i, step in enumerate(steps) if step.clauses) :]
    context = {
        "thread": thread,
        "steps": steps,
        "later_silent": [step for step in after if step.is_silent],
        "later_unknown": [step for step in after if not step.is_silent],
        "evidence": evidence,
        "freshness": freshness_of(thread.first, evidence.sources(), parts_of(thread)),
    }
    return render(request, "portal/thread.html", context)


def parts_of(thread: Thread) -> Iterable[Record]:
    """Yield what stands on the page of a matter beside its first clause."""
    for clause in thread.clauses:
        yield clause
        yield from clause.reports


def told(thread: Thread) -> Evidence:
    """Give each clause what is told of it, and number the passages of it all."""
    keys = [clause.pk for clause in thread.clauses]
    reports = list(reports_on(keys))
    proposals = list(proposals_adopted_as(keys))
    evidence = Evidence()
    for clause in thread.clauses:
        clause.before = thread.before(clause)
        clause.reports = [row for row in reports if row.commitment_id == clause.pk]
        clause.asked = [row for row in proposals if row.adopted_as_id == clause.pk]
        for row in [*clause.before, clause, *clause.asked, *clause.reports]:
            evidence.take(row)
    return evidence


def reports_on(keys: Iterable[int]) -> Iterable[Progress]:
    """Return what was reported on these clauses, the oldest day first."""
    return (
        Progress.objects.public()
        .filter(commitment__in=keys)
        .select_related("minutes", "reporter", "occasion__partnership")
        .prefetch_related("occasion__partnership__provinces")
        .order_by("reported_on", "pk")
        .with_evidence()
    )


def proposals_adopted_as(keys: Iterable[int]) -> Iterable[Proposal]:
    """Return what was asked for before it entered these clauses."""
    rows = Proposal.objects.public().filter(adopted_as__in=keys)
    return rows.for_display().order_by("summit__date", "number").with_evidence()


def steps_of(thread: Thread) -> list[Step]:
    """Return the signed papers of these provinces from the matter's beginning on.

    The latest sixty, and all that speak of it.
    """
    own: dict[int, list[Commitment]] = {}
    for clause in thread.clauses:
        own.setdefault(clause.minutes_id, []).append(clause)
    reports = Progress.objects.public().filter(commitment=None)
    counted = reports.filter(minutes__in=own).order_by().values("minutes")
    on_whole = {row["minutes"]: row["n"] for row in counted.annotate(n=Count("pk"))}
    papers = [*_papers_beside(thread, own)]
    papers.sort(key=lambda paper: (not day_of(paper), day_of(paper), paper.reference))
    return [
        Step(
            paper,
            tuple(own.get(paper.pk, ())),
            paper.clause_count,
            on_whole.get(paper.pk, 0),
        )
        for paper in papers
    ]


def _papers_beside(thread: Thread, own: Iterable[int]) -> Iterable[Minutes]:
    between = {clause.minutes.summit.partnership_id for clause in thread.clauses}
    rows = Minutes.objects.public().for_display().with_clause_count()
    others = (
        rows.signed()
        .filter(summit__partnership__in=between)
        .exclude(pk__in=own)
        .order_by("-signed_on", "-pk")[:PAPERS]
    )
    yield from rows.filter(pk__in=own)
    start = day_of(thread.first.minutes)
    yield from (paper for paper in others if day_of(paper) > start)
