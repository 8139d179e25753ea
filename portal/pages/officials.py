"""Pages of officials: what each dated source says they were, no guessed from-to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from provinces.filters import OfficialFilterSet
from provinces.models import Official, OfficialName, Tenure
from publication.freshness import freshness_of
from publication.views import found, record_page
from sources.evidence import Evidence
from summits.models import Delegate, Minutes, Proposal, Signature
from summits.views.lists import listed

# More of one kind than this no page shows; links lead to the rest.
SHOWN = 50


def official_list(request: HttpRequest) -> HttpResponse:
    """Everybody who acted for a province."""
    names = Prefetch("names", OfficialName.objects.public())
    rows = Official.objects.public().select_related("province").prefetch_related(names)
    return listed(request, OfficialFilterSet, rows, "provinces/official_list.html")


@record_page
def official(request: HttpRequest, reference: str) -> HttpResponse:
    """One person: posts by source, meetings, papers signed."""
    rows = Official.objects.public().select_related("province").with_evidence()
    official = found(rows, reference)
    parts = list(parts_of(official)[:SHOWN])
    signatures = list(signatures_of(official)[:SHOWN])
    tenures = list(Tenure.objects.public().filter(official=official).with_evidence())
    evidence = Evidence([official, *tenures, *parts, *signatures])
    context = {
        "official": official,
        "spellings": spellings_of(official),
        "parts": parts,
        "signatures": signatures,
        "hidden_parts": parts_of(official).count() - len(parts),
        "hidden_signatures": signatures_of(official).count() - len(signatures),
        "tenures": tenures,
        "posts": posts(parts, signatures),
        "proposal_count": Proposal.objects.public().filter(official=official).count(),
        "evidence": evidence,
        "freshness": freshness_of(official, evidence.sources()),
    }
    return render(request, "provinces/official_detail.html", context)


def spellings_of(official: Official) -> QuerySet:
    """Return how the name was printed, with the source of each."""
    names = OfficialName.objects.public().filter(official=official)
    return names.select_related("source").defer("source__text")


def parts_of(official: Official) -> QuerySet:
    """Return the parts a person had in meetings, newest first."""
    return (
        Delegate.objects.public()
        .filter(official=official)
        .with_attendance()
        .select_related("delegation__summit__partnership")
        .prefetch_related("delegation__summit__partnership__provinces")
        .order_by("-delegation__summit__date", "-pk")
        .with_evidence()
    )


def signatures_of(official: Official) -> QuerySet:
    """Return the papers a person signed, newest first, with those who signed too."""
    others = Signature.objects.public().exclude(official=official)
    papers = Minutes.objects.public().prefetch_related(
        Prefetch("signatures", others, to_attr="cosignatures")
    )
    return (
        Signature.objects.public()
        .filter(official=official)
        .select_related("province")
        .prefetch_related(Prefetch("minutes", papers))
        .order_by("-minutes__signed_on", "-pk")
        .with_evidence()
    )


@dataclass(frozen=True)
class Post:
    """The titles one day gives a person, and the rows that carry them."""

    date: Any
    titles: tuple[str, ...]
    rows: tuple[Any, ...]


def posts(parts: Iterable[Delegate], signatures: Iterable[Signature]) -> list[Post]:
    """Return the titles as written on each occasion, newest first."""
    given: dict[tuple[Any, tuple[str, ...]], list[Any]] = {}
    dated = [(part.delegation.summit.date, part) for part in parts]
    dated += [(row.minutes.signed_on, row) for row in signatures]
    for date, row in dated:
        if row.titles:
            given.setdefault((date, tuple(row.title_list)), []).append(row)
    found = [Post(date, titles, tuple(rows)) for (date, titles), rows in given.items()]
    return sorted(found, key=lambda post: post.date, reverse=True)
