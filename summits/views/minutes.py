"""The page of minutes: a paper as far as it is known, its clauses and signatures."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from publication.freshness import freshness_of
from publication.views import found, record_page
from sources.evidence import Evidence
from summits.models import Commitment, Minutes, MinutesFile, Progress, Signature
from summits.threads import chains


@record_page
def minutes(request: HttpRequest, reference: str) -> HttpResponse:
    """One paper, laid out as a document."""
    minutes = found(with_neighbours(Minutes.objects.public()), reference)
    clauses = list(clauses_in(minutes))
    chained = chains(clauses)
    for clause in clauses:
        clause.chain = chained.get(clause.pk, [])
    signatures = list(signatures_under(minutes))
    reports = list(reports_on(minutes))
    evidence = Evidence([minutes, *clauses, *signatures, *reports])
    context = {
        "minutes": minutes,
        "clauses": clauses,
        "signatures": signatures,
        "reports": reports,
        "files": MinutesFile.objects.public().opened().filter(minutes=minutes),
        "evidence": evidence,
        "freshness": freshness_of(minutes, evidence.sources(), reports),
        **papers_beside(minutes),
    }
    return render(request, "summits/minutes_detail.html", context)


def papers_beside(minutes: Minutes) -> dict[str, Any]:
    """Return the papers signed before and after one between the same provinces."""
    if not minutes.signed_on:
        return {}
    day, reference = minutes.signed_on, minutes.reference
    papers = Minutes.objects.public().exclude(signed_on="").select_related("summit")
    same = papers.filter(summit__partnership=minutes.summit.partnership_id)
    on_the_day = Q(signed_on=day)
    earlier = same.filter(
        Q(signed_on__lt=day) | on_the_day & Q(reference__lt=reference)
    )
    later = same.filter(Q(signed_on__gt=day) | on_the_day & Q(reference__gt=reference))
    return {
        "previous": earlier.order_by("-signed_on", "-reference").first(),
        "next": later.order_by("signed_on", "reference").first(),
    }


def with_neighbours(minutes: Any) -> Any:
    """Fetch the summit and the earlier minutes beside each paper, and its evidence."""
    return (
        minutes.for_display()
        .select_related("reviews__summit__partnership")
        .with_evidence()
    )


def clauses_in(minutes: Minutes) -> Iterable[Commitment]:
    """Return the clauses of a paper in their order, each with its state."""
    return (
        Commitment.objects.public()
        .filter(minutes=minutes)
        .with_status()
        .select_related("minutes__summit")
        .prefetch_related("sectors", "actors")
        .order_by("number")
        .with_evidence()
    )


def signatures_under(minutes: Minutes) -> Iterable[Signature]:
    """Return who signed a paper, and in whose name."""
    return (
        Signature.objects.public()
        .filter(minutes=minutes)
        .select_related("official", "province")
        .with_evidence()
    )


def reports_on(minutes: Minutes) -> Iterable[Progress]:
    """Return what was reported on a paper or its clauses, the newest day first."""
    return (
        Progress.objects.public()
        .filter(minutes=minutes)
        .select_related(
            "minutes", "reporter", "occasion__partnership", "commitment__minutes"
        )
        .prefetch_related("occasion__partnership__provinces")
        .order_by("-reported_on", "reference")
        .with_evidence()
    )


def minutes_file(_request: HttpRequest, reference: str, key: int) -> FileResponse:
    """Hand out a file of minutes that staff have opened; any other is not there."""
    opened = MinutesFile.objects.public().opened().filter(minutes__reference=reference)
    file = get_object_or_404(opened, pk=key)
    return FileResponse(
        file.file.open("rb"),
        as_attachment=True,
        filename=f"{reference}-{file.language}.pdf",
        content_type="application/pdf",
    )
