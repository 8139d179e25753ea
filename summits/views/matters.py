"""The pages of a commitment and of a proposal."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from publication.freshness import freshness_of
from publication.views import found, record_page
from sources.evidence import Evidence
from summits.models import Commitment, Progress, Proposal
from summits.models.matters import Matter
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
    evidence = Evidence([commitment, *reports])
    context = {
        "commitment": commitment,
        "minutes": commitment.minutes,
        "chain": chains([commitment]).get(commitment.pk, []),
        "reports": reports,
        "proposals": proposals.select_related("province"),
        "evidence": evidence,
        "freshness": freshness_of(commitment, evidence.sources(), reports),
        **beside(commitment, commitment.minutes.commitments),
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
    evidence = Evidence([proposal])
    context = {
        "proposal": proposal,
        "evidence": evidence,
        "freshness": freshness_of(proposal, evidence.sources()),
        **beside(proposal, proposal.summit.proposals),
    }
    return render(request, "summits/proposal_detail.html", context)


def beside(matter: Matter, siblings: Any) -> dict[str, Any]:
    """Return the matters numbered before and after one in the same paper or meeting."""
    rows = siblings.public()
    return {
        "previous": rows.filter(number__lt=matter.number).order_by("-number").first(),
        "next": rows.filter(number__gt=matter.number).order_by("number").first(),
    }
