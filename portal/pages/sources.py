"""Pages of sources: where each can be read, and every fact drawn from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from provinces.models import (
    OfficialCitation,
    OfficialName,
    PlaceName,
    ProvinceCitation,
    ProvinceName,
    Spelling,
    TenureCitation,
)
from publication.freshness import freshness_of
from publication.views import found, record_page
from sources.filters import SourceFilterSet
from sources.models import Citation, Source
from summits.models import (
    CommitmentCitation,
    ContinuationCitation,
    DelegateCitation,
    MinutesCitation,
    PartnershipCitation,
    ProgressCitation,
    ProposalCitation,
    SignatureCitation,
    Summit,
    SummitCitation,
)
from summits.templatetags.records import plain_heading
from summits.views.lists import listed

# More of one kind than this no page shows; the API lists them all.
FACTS_SHOWN = 300
# Where the forms speak of a column and readers mean the thing itself.
FIELD_NAMES = {
    "text_vi": _("text"),
    "title_vi": _("title"),
    "name_vi": _("name"),
    "note_vi": _("what is reported"),
}


@dataclass(frozen=True)
class Bearing:
    """How to show what a source says of one kind of row."""

    citations: type[Citation]
    fetch: tuple[str, ...]
    summit: Callable[[Any], int | None]
    label: Callable[[Any], str]
    url: Callable[[Any], str]


@dataclass(frozen=True)
class Drawn:
    """What a source says of one row, and where that is shown with its passages."""

    label: str
    url: str
    facts: list[tuple[str, Citation]]


def _own(row: Any) -> str:
    return row.get_absolute_url()


BEARINGS = (
    Bearing(SummitCitation, (), lambda row: row.pk, lambda _row: "", _own),
    Bearing(
        DelegateCitation,
        ("record__delegation__summit",),
        lambda row: row.delegation.summit_id,
        str,
        lambda row: f"{_own(row.delegation.summit)}#delegations",
    ),
    Bearing(MinutesCitation, (), lambda row: row.summit_id, str, _own),
    Bearing(
        SignatureCitation,
        ("record__minutes",),
        lambda row: row.minutes.summit_id,
        str,
        lambda row: f"{_own(row.minutes)}#signatures",
    ),
    Bearing(
        CommitmentCitation,
        ("record__minutes",),
        lambda row: row.minutes.summit_id,
        plain_heading,
        _own,
    ),
    Bearing(ProposalCitation, (), lambda row: row.summit_id, plain_heading, _own),
    Bearing(
        ProgressCitation,
        ("record__minutes",),
        lambda row: row.occasion_id or row.minutes.summit_id,
        plain_heading,
        _own,
    ),
    Bearing(
        ContinuationCitation,
        ("record__later__minutes",),
        lambda row: row.later.minutes.summit_id,
        lambda row: plain_heading(row.later),
        lambda row: _own(row.later),
    ),
    Bearing(
        PartnershipCitation, (), lambda _row: None, lambda row: row.reference, _own
    ),
    Bearing(ProvinceCitation, (), lambda _row: None, str, _own),
    Bearing(OfficialCitation, (), lambda _row: None, str, _own),
    Bearing(
        TenureCitation,
        ("record__official",),
        lambda _row: None,
        lambda row: str(row.official),
        lambda row: _own(row.official),
    ),
)


def source_list(request: HttpRequest) -> HttpResponse:
    """Every source that facts rest on."""
    rows = Source.objects.public().defer("text")
    return listed(request, SourceFilterSet, rows, "sources/source_list.html")


@record_page
def source(request: HttpRequest, reference: str) -> HttpResponse:
    """One source, with the facts drawn from it; its text stays with staff."""
    rows = Source.objects.public().defer("text").select_related("replaces")
    source = found(rows, reference)
    groups = facts_from(source)
    context = {
        "source": source,
        "groups": groups,
        "fact_count": sum(len(row.facts) for _of, rows in groups for row in rows),
        "spellings": spellings_in(source),
        "freshness": freshness_of(source),
        "versions": Source.objects.public().filter(replaces=source).defer("text"),
    }
    return render(request, "sources/source_detail.html", context)


def facts_from(source: Source) -> list[tuple[Summit | None, list[Drawn]]]:
    """Return the facts drawn from a source, by row, and by the summit that has it."""
    groups: dict[int | None, dict[tuple[str, str], Drawn]] = {}
    for bearing in BEARINGS:
        for citation in _citations(bearing, source):
            row = citation.record
            place = bearing.label(row), bearing.url(row)
            rows = groups.setdefault(bearing.summit(row), {})
            drawn = rows.setdefault(place, Drawn(*place, []))
            drawn.facts.append((field_name(row, citation.field), citation))
    summits = Summit.objects.public().filter(pk__in=[key for key in groups if key])
    known = {summit.pk: summit for summit in summits.for_display().newest_first()}
    ordered = [(known[key], list(groups[key].values())) for key in known]
    rest = [row for key in groups if key not in known for row in groups[key].values()]
    return [*ordered, (None, rest)] if rest else ordered


def _citations(bearing: Bearing, source: Source) -> Iterable[Citation]:
    rows = bearing.citations.objects.public().filter(source=source)
    return rows.select_related("record", *bearing.fetch).order_by(
        "start", "paragraph", "pk"
    )[:FACTS_SHOWN]


def field_name(row: Any, field: str) -> str:
    """Return the name of a fact in a reader's words."""
    if field in FIELD_NAMES:
        return str(FIELD_NAMES[field])
    try:
        return str(row._meta.get_field(field).verbose_name)
    except FieldDoesNotExist:
        return field


def spellings_in(source: Source) -> list[Spelling]:
    """Return the spellings this source was the first to bring."""
    return [
        spelling
        for names in (ProvinceName, OfficialName, PlaceName)
        for spelling in names.objects.public().filter(source=source)
    ]
