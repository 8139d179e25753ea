"""The lists one may follow: their rows, their filters, and what an entry says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.template.defaultfilters import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from provinces.filters import OfficialFilterSet, ProvinceFilterSet
from provinces.models import Official, Province
from publication.filters import StrictFilterSet
from sources.filters import SourceFilterSet
from sources.models import Source
from summits.filters import (
    CommitmentFilterSet,
    MinutesFilterSet,
    PartnershipFilterSet,
    ProposalFilterSet,
    SummitFilterSet,
)
from summits.models import Commitment, Minutes, Partnership, Proposal, Summit
from summits.templatetags.records import day, plain_heading, plain_wording


@dataclass(frozen=True)
class Followed:
    """A list one may follow; ``page`` names the page that shows the same rows."""

    title: Any
    page: str
    filterset: type[StrictFilterSet]
    rows: Callable[[], QuerySet]
    heading: Callable[[Any], str]
    said: Callable[[Any], list[Any]]


def paper_title(minutes: Minutes) -> str:
    """Return the name of a paper and whose it is."""
    return f"{capfirst(minutes.title)}, {minutes.summit.partnership}"


def said_of_summit(summit: Summit) -> list[Any]:
    """Return what one line about a summit says after its name."""
    return [summit.get_kind_display(), summit.get_stage_display(), where(summit)]


def where(summit: Summit) -> str:
    """Return where a summit was, as far as the public may know: nothing if not."""
    host = summit.host if summit.host and summit.host.is_public else ""
    known = [str(part) for part in (summit.place, host) if part]
    return ", ".join(known) or summit.venue


def said_of_minutes(minutes: Minutes) -> list[Any]:
    """Return what one line about a paper says after its name."""
    signed = minutes.signed_on
    on = _("signed on %(date)s") % {"date": signed.display()} if signed else ""
    return [minutes.get_kind_display(), minutes.get_stage_display(), on]


def said_of_commitment(commitment: Commitment) -> list[Any]:
    """Return the text of a clause, how it stands, and where it was agreed."""
    return [
        plain_wording(commitment),
        commitment.sign.label,
        commitment.minutes.summit,
    ]


def said_of_proposal(proposal: Proposal) -> list[Any]:
    """Return the text of a proposal and where it was made."""
    return [plain_wording(proposal), proposal.summit]


def said_of_source(source: Source) -> list[Any]:
    """Return who published a source, and when as far as it is printed."""
    on = source.published_on.display() if source.published_on else ""
    return [source.get_kind_display(), source.publisher, on]


def said_of_official(official: Official) -> list[Any]:
    """Return the province a person acts for."""
    province = official.province
    return [province] if province and province.is_public else []


LISTS = {
    "summits": Followed(
        gettext_lazy("Summits"),
        "summit_list",
        SummitFilterSet,
        lambda: Summit.objects.public().for_display(),
        lambda row: f"{row.partnership}, {day(row)}",
        said_of_summit,
    ),
    "minutes": Followed(
        gettext_lazy("Minutes"),
        "minutes_list",
        MinutesFilterSet,
        lambda: Minutes.objects.public().for_display(),
        paper_title,
        said_of_minutes,
    ),
    "commitments": Followed(
        gettext_lazy("Commitments"),
        "commitment_list",
        CommitmentFilterSet,
        lambda: Commitment.objects.public().with_status().for_display(),
        plain_heading,
        said_of_commitment,
    ),
    "proposals": Followed(
        gettext_lazy("Proposals"),
        "proposal_list",
        ProposalFilterSet,
        lambda: Proposal.objects.public().for_display(),
        plain_heading,
        said_of_proposal,
    ),
    "partnerships": Followed(
        gettext_lazy("Partnerships"),
        "partnership_list",
        PartnershipFilterSet,
        lambda: Partnership.objects.public().with_provinces(),
        str,
        lambda _row: [],
    ),
    "provinces": Followed(
        gettext_lazy("Provinces"),
        "province_list",
        ProvinceFilterSet,
        Province.objects.public,
        str,
        lambda row: [row.get_country_display()],
    ),
    "officials": Followed(
        gettext_lazy("Officials"),
        "official_list",
        OfficialFilterSet,
        lambda: Official.objects.public().select_related("province"),
        str,
        said_of_official,
    ),
    "sources": Followed(
        gettext_lazy("Sources"),
        "source_list",
        SourceFilterSet,
        lambda: Source.objects.public().defer("text"),
        str,
        said_of_source,
    ),
}
