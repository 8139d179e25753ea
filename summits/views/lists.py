"""Lists of what stands in this room, narrowed by the query."""

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from publication.filters import StrictFilterSet, narrow
from publication.views import page_of
from summits.filters import (
    CommitmentFilterSet,
    MinutesFilterSet,
    PartnershipFilterSet,
    ProposalFilterSet,
    SummitFilterSet,
)
from summits.models import Commitment, Minutes, Partnership, Proposal, Summit


def summit_list(request: HttpRequest) -> HttpResponse:
    """Every summit known, held or only announced."""
    papers = Prefetch("minutes", Minutes.objects.public(), to_attr="papers")
    summits = Summit.objects.public().for_display().newest_first()
    rows = summits.prefetch_related(papers)
    return listed(request, SummitFilterSet, rows, "summits/summit_list.html")


def partnership_list(request: HttpRequest) -> HttpResponse:
    """The provinces that meet, and how often."""
    rows = Partnership.objects.public().with_provinces().with_summit_count()
    return listed(request, PartnershipFilterSet, rows, "summits/partnership_list.html")


def minutes_list(request: HttpRequest) -> HttpResponse:
    """Every paper signed or planned."""
    rows = Minutes.objects.public().for_display().with_clause_count()
    return listed(request, MinutesFilterSet, rows, "summits/minutes_list.html")


def commitment_list(request: HttpRequest) -> HttpResponse:
    """What was agreed and petitioned for, and how it stands."""
    rows = (
        Commitment.objects.public()
        .with_status()
        .for_display()
        .order_by("-minutes__signed_on", "minutes__reference", "number")
    )
    return listed(request, CommitmentFilterSet, rows, "summits/commitment_list.html")


def proposal_list(request: HttpRequest) -> HttpResponse:
    """What one side asked for at a summit, agreed to or not."""
    rows = (
        Proposal.objects.public()
        .for_display()
        .select_related("official", "adopted_as__minutes__summit__partnership")
    )
    return listed(request, ProposalFilterSet, rows, "summits/proposal_list.html")


def listed(
    request: HttpRequest,
    filterset: type[StrictFilterSet],
    rows: QuerySet,
    template: str,
) -> HttpResponse:
    """Render the page of a list that the query asks for, with the form that asked."""
    found = narrow(filterset, request, rows, also=["page"])
    page = page_of(found.qs, request)
    return render(request, template, {"form": found.form, "page_obj": page})
