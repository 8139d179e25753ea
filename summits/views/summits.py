"""The page of a summit: who met, what was signed, asked for and reported there."""

from collections.abc import Iterable

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from publication.freshness import freshness_of
from publication.views import found, record_page
from sources.evidence import Evidence
from summits.models import (
    Commitment,
    Delegate,
    Delegation,
    Force,
    Minutes,
    Progress,
    Proposal,
    Sector,
    Summit,
)


@record_page
def summit(request: HttpRequest, reference: str) -> HttpResponse:
    """One summit, with all that is known of it."""
    summit = found(Summit.objects.public().for_display().with_evidence(), reference)
    delegations = delegations_of(summit)
    papers = list(Minutes.objects.public().filter(summit=summit).with_evidence())
    proposals = list(proposals_at(summit))
    reports = list(reports_at(summit))
    delegates = [person for side in delegations for person in side.delegates.all()]
    evidence = Evidence([summit, *delegates])
    for paper in papers:
        evidence.take(paper, only=["title_vi", "stage"])
    for row in [*reports, *proposals]:
        evidence.take(row)
    context = {
        "summit": summit,
        "delegations": delegations,
        "papers": papers,
        "proposals": proposals,
        "reports": reports,
        "evidence": evidence,
        "previous": Summit.objects.public().before(summit),
        "next": Summit.objects.public().after(summit),
        "freshness": freshness_of(summit, evidence.sources()),
        **clauses_of(summit),
    }
    return render(request, "summits/summit_detail.html", context)


def delegations_of(summit: Summit) -> list[Delegation]:
    """Return the sides at a summit, each with its people and their evidence."""
    people = Delegate.objects.public().with_attendance().select_related("official")
    return list(
        Delegation.objects.public()
        .filter(summit=summit)
        .select_related("province")
        .prefetch_related(Prefetch("delegates", people.with_evidence()))
    )


def proposals_at(summit: Summit) -> Iterable[Proposal]:
    """Return what was asked for at a summit, with who asked."""
    return (
        Proposal.objects.public()
        .filter(summit=summit)
        .select_related("province", "official")
        .prefetch_related("sectors")
        .with_evidence()
    )


def reports_at(summit: Summit) -> Iterable[Progress]:
    """Return what was reported at a summit on earlier minutes."""
    return (
        Progress.objects.public()
        .filter(occasion=summit)
        .select_related("minutes", "reporter")
        .order_by("minutes__reference", "reference")
        .with_evidence()
    )


def clauses_of(summit: Summit) -> dict[str, list]:
    """Return the clauses of the papers of a summit: agreed by sector, and the others.

    A clause of several sectors stands once, under the first of them.
    """
    clauses = list(
        Commitment.objects.public()
        .filter(minutes__summit=summit)
        .with_status()
        .select_related("minutes")
        .prefetch_related("sectors")
        .order_by("minutes__reference", "number")
    )
    agreed = [clause for clause in clauses if clause.force == Force.AGREED]
    return {
        "agreed": agreed,
        "agreed_by_sector": by_sector(agreed),
        "petitions": [row for row in clauses if row.force == Force.PETITION],
        "aspirations": [row for row in clauses if row.force == Force.ASPIRATION],
    }


def by_sector(
    clauses: Iterable[Commitment],
) -> list[tuple[Sector | None, list[Commitment]]]:
    """Group clauses under their first sector, in the order of the sectors."""
    groups: dict[Sector | None, list[Commitment]] = {}
    for clause in clauses:
        sectors = clause.sectors.all()
        groups.setdefault(sectors[0] if sectors else None, []).append(clause)
    return sorted(
        groups.items(), key=lambda group: (group[0] is None, group[0] and group[0].pk)
    )
