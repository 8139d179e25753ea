"""Pages of provinces: who they are, whom they meet and what became of it."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.pages.counting import distribution, sign_counts
from provinces.filters import ProvinceFilterSet
from provinces.models import Official, Place, Province, ProvinceName
from publication.freshness import freshness_of
from publication.views import found, record_page
from sources.evidence import Evidence
from summits.models import Commitment, Minutes, Partnership, Summit
from summits.views.lists import listed

SUMMITS_SHOWN = 50


def province_list(request: HttpRequest) -> HttpResponse:
    """Every province, by country."""
    rows = Province.objects.public().prefetch_related(public_partnerships())
    return listed(request, ProvinceFilterSet, rows, "provinces/province_list.html")


@record_page
def province(request: HttpRequest, reference: str) -> HttpResponse:
    """One province: its names, partners, people, meetings and border gates."""
    rows = Province.objects.public().select_related("successor").with_evidence()
    province = found(rows, reference)
    clauses = Commitment.objects.public().filter(
        minutes__summit__partnership__provinces=province
    )
    counts = sign_counts(clauses, query=f"province={province.reference}")
    evidence = Evidence([province])
    context = {
        "province": province,
        "predecessors": Province.objects.public().filter(successor=province),
        "spellings": spellings_of(province),
        "partnerships": Partnership.objects.public()
        .filter(provinces=province)
        .with_provinces()
        .with_summit_count(),
        "officials": Official.objects.public().filter(province=province),
        "gates": gates_of(province),
        "distribution": distribution(counts, others={"province": [province.reference]}),
        "evidence": evidence,
        "freshness": freshness_of(province, evidence.sources()),
        **meetings_of(province),
    }
    return render(request, "provinces/province_detail.html", context)


def public_partnerships() -> Prefetch:
    """Fetch the partnerships anybody may see, with their provinces."""
    partnerships = Partnership.objects.public().with_provinces()
    return Prefetch("partnerships", partnerships)


def spellings_of(province: Province) -> QuerySet:
    """Return how its name was printed, with the source of each."""
    names = ProvinceName.objects.public().filter(province=province)
    return names.select_related("source").defer("source__text")


def gates_of(province: Province) -> QuerySet:
    """Return the border gates that lie in a province."""
    gates = Place.objects.border_gates().filter(provinces=province)
    return gates.prefetch_related("provinces")


def meetings_of(province: Province) -> dict[str, Any]:
    """Return its latest summits, as host and as guest, with their papers."""
    papers = Prefetch("minutes", Minutes.objects.public(), to_attr="papers")
    summits = list(
        Summit.objects.public()
        .filter(partnership__provinces=province)
        .for_display()
        .newest_first()
        .prefetch_related(papers)[:SUMMITS_SHOWN]
    )
    return {
        "hosted": [row for row in summits if row.host_id == province.pk],
        "attended": [row for row in summits if row.host_id != province.pk],
    }
