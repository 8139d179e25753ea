"""The home page: what was agreed, what has come of it, and how we know."""

from typing import Any

from django.db.models import Exists, Max, Min, OuterRef, Prefetch
from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from portal.figures import ClothRow, Distribution, Loom, LoomRow
from portal.pages.counting import distribution, sign_counts, stop_of
from portal.pages.news import news
from provinces.models import Country, Province
from publication.reckoned import reckoned
from sources.evidence import Evidence
from sources.models import Source
from summits.models import (
    Commitment,
    Minutes,
    Partnership,
    Sector,
    Signature,
    Summit,
)

CLOTH_ROWS, CLOTH_LEAST, LOOM_ROWS, LOOM_YEARS = 5, 4, 8, 5


def home(request: HttpRequest) -> HttpResponse:
    """The question of the site, and its answer in figures."""
    counts = sign_counts(Commitment.objects.public(), query="")
    context = {
        "cloth": cloth_rows(),
        "loom": loom_of(latest_meetings()),
        "distribution": distribution(counts),
        "sectors": sector_rows(),
        "example": example(),
        **news(),
        **reckoned("ledger", ledger),
        "commitment_count": sum(counts.values()),
    }
    return render(request, "portal/home.html", context)


def cloth_rows() -> list[ClothRow]:
    """Return the latest summits whose clauses are known, oldest first.

    Where those are few, the latest of the others stand between them, unwoven.
    """
    agreed = Commitment.objects.public().with_status().order_by("number")
    papers = Minutes.objects.public().prefetch_related(
        Prefetch("commitments", agreed, to_attr="clauses")
    )
    told = Commitment.objects.public().filter(minutes__summit=OuterRef("pk"))
    summits = (
        Summit.objects.public()
        .exclude(date="")
        .filter(Exists(Minutes.objects.public().filter(summit=OuterRef("pk"))))
        .annotate(is_told=Exists(told))
        .for_display()
        .order_by("-is_told", "-date", "-reference")
        .prefetch_related(Prefetch("minutes", papers, to_attr="papers"))
    )
    latest = list(summits[:CLOTH_ROWS])
    known = [summit for summit in latest if summit.is_told]
    bare = [summit for summit in latest if not summit.is_told]
    shown = [*known, *bare[: max(0, CLOTH_LEAST - len(known))]]
    return [
        ClothRow(
            summit.date.display(),
            _partner_name(summit.partnership),
            tuple(
                clause.sign.value for paper in summit.papers for clause in paper.clauses
            ),
        )
        for summit in sorted(shown, key=lambda row: (row.date, row.reference))
    ]


def _partner_name(partnership: Partnership) -> str:
    """Return the other side, as Vietnamese readers name a meeting."""
    abroad = [
        str(province)
        for province in partnership.parties
        if province.country != Country.VIETNAM
    ]
    return " – ".join(abroad or [str(partnership)])


def latest_meetings() -> list[Summit]:
    """Return the summits of the last years of the partnerships that met most lately."""
    dated = Summit.objects.public().exclude(date="").order_by()
    newest = dated.values("partnership").annotate(last=Max("date"))
    lately = newest.order_by("-last", "partnership")[:LOOM_ROWS]
    own = dated.filter(partnership__in=[row["partnership"] for row in lately])
    years = own.values_list(Substr("date", 1, 4), flat=True).distinct()
    shown = list(years.order_by(Substr("date", 1, 4).desc())[:LOOM_YEARS])
    papers = Prefetch("minutes", Minutes.objects.public(), to_attr="papers")
    return list(
        own.filter(date__gte=min(shown, default=""))
        .for_display()
        .order_by("date", "reference")
        .prefetch_related(papers)
    )


def loom_of(meetings: list[Summit]) -> Loom:
    """Lay the meetings out by pair and year; years without any are left out."""
    years = sorted({summit.date.year for summit in meetings})[-LOOM_YEARS:]
    pairs: dict[Partnership, list[Summit]] = {}
    for summit in sorted(meetings, key=lambda row: row.partnership.reference):
        pairs.setdefault(summit.partnership, []).append(summit)
    rows = [
        LoomRow(
            str(pair),
            pair.get_absolute_url(),
            tuple(
                tuple(stop_of(row) for row in own if row.date.year == year)
                for year in years
            ),
            **_named_otherwise(pair),
        )
        for pair, own in pairs.items()
        if any(summit.date.year in years for summit in own)
    ]
    return Loom(tuple(years), tuple(rows))


def _named_otherwise(pair: Partnership) -> dict[str, str]:
    """Name a pair in Lao too, on Lao pages in Vietnamese, where all of it is known."""
    language = "vi" if get_language() == "lo" else "lo"
    rows = [pair] if pair.name_vi else pair.parties
    names = [getattr(row, f"name_{language}") for row in rows]
    name = " – ".join(names) if all(names) else ""
    return {"subtitle": name, "subtitle_language": language}


def sector_rows() -> list[tuple[Sector, Distribution]]:
    """Return each sector with its commitments by sign; one of two counts in both."""
    commitments = Commitment.objects.public()
    counts = reckoned("signs by sector", commitments.sign_counts_by_sector)
    sectors = Sector.objects.filter(pk__in=counts)
    return [(sector, distribution(counts[sector.pk])) for sector in sectors]


def example() -> dict[str, Any] | None:
    """Return the newest signed minutes whose signatories a source names, with it."""
    named = Exists(Signature.objects.filter(minutes=OuterRef("pk")))
    signed = Minutes.objects.public().signed().filter(named)
    minutes = signed.for_display().order_by("-signed_on", "-reference").first()
    if minutes is None:
        return None
    signatures = list(
        Signature.objects.public().filter(minutes=minutes).with_evidence()[:2]
    )
    evidence = Evidence()
    for signature in signatures:
        evidence.take(signature, only=["name"])
    return {"minutes": minutes, "signatures": signatures, "evidence": evidence}


def ledger() -> dict[str, Any]:
    """Return the counts under the question, but that of clauses."""
    span = Summit.objects.public().exclude(date="")
    public = Summit.public_condition("partnerships__summits__")
    meeting = Province.objects.public().filter(public)
    return {
        "summit_count": Summit.objects.public().count(),
        "span": span.aggregate(first=Min("date"), last=Max("date")),
        "province_count": meeting.distinct().count(),
        "source_count": Source.objects.public().count(),
    }
