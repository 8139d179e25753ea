"""The pages of a commitment and of a proposal."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from publication.views import found, record_page
from sources.evidence import Evidence
from summits.models import Commitment, Progress, Proposal
from summits.threads import chains


@record_page
def commitment(request: HttpRequest, reference: str) -> HttpResponse:
    """One clause: its text, how it stands, and where else it occurs."""
    rows = Commitment.objects.public().with_status().for_display().with_evidence()
    commitment = found(rows.prefetch_related("actors"), reference)
    reports = list(
        Progress.objects.public()
        .filter(commitment=commitment)
        .select_related("minutes", "reporter", "occasion__partnership")
        .prefetch_related("occasion__partnership__provinces")
        .newest_first()
        .with_evidence()
    )
    proposals = Proposal.objects.public().filter(adopted_as=commitment)
    context = {
        "commitment": commitment,
        "minutes": commitment.minutes,
        "chain": chains([commitment]).get(commitment.pk, []),
        "reports": reports,
        "proposals": proposals.select_related("province"),
        "evidence": Evidence([commitment, *reports]),
    }
    return render(request, "summits/commitment_detail.html", context)


@record_page
def proposal(request: HttpRequest, reference: str) -> HttpResponse:
    """What one side asked for; agreed only where a clause took it up."""
    rows = (
        Proposal.objects.public()
        .for_display()
        .select_related("official", "adopted_as__minutes__summit__partnership")
        .with_evidence()
    )
    proposal = found(rows, reference)
    context = {"proposal": proposal, "evidence": Evidence([proposal])}
    return render(request, "summits/proposal_detail.html", context)
