from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from provinces.models import Country, Official, OfficialName, Province, ProvinceName
from publication.filters import (
    CHANGES,
    AnyOf,
    AnyRecord,
    ModifiedSince,
    Ordering,
    StrictFilterSet,
    matching,
)
from sources.filters import Since, Until, Words, Year, folded
from summits.models import (
    Commitment,
    Delegate,
    Force,
    Minutes,
    Partnership,
    Progress,
    Proposal,
    Sector,
    Summit,
)
from summits.signs import Sign


def spelled_provinces(word: str) -> QuerySet:
    """Public provinces with this word in a known spelling."""
    return (
        ProvinceName.objects.public().filter(folded__contains=word).values("province")
    )


def spelled_officials(word: str) -> QuerySet:
    """Public officials with this word in a known spelling."""
    return (
        OfficialName.objects.public().filter(folded__contains=word).values("official")
    )


def partnership_words(word: str) -> Q:
    """A word in the name of one of the provinces that meet."""
    through = Partnership.provinces.through.objects
    rows = through.filter(province__in=spelled_provinces(word))
    return Q(pk__in=rows.values("partnership"))


def summit_words(word: str) -> Q:
    """A word in the name of a province that meets, of a place or of a delegate."""
    through = Partnership.provinces.through.objects
    partnerships = through.filter(province__in=spelled_provinces(word))
    delegates = Delegate.objects.filter(official__in=spelled_officials(word))
    return (
        Q(partnership__in=partnerships.values("partnership"))
        | Q(pk__in=delegates.values("delegation__summit"))
        | Q(
            pk__in=Summit.objects.filter(place__names__folded__contains=word).values(
                "pk"
            )
        )
    )


def minutes_words(word: str) -> Q:
    """A word in the title, or in the name of a province that meets."""
    through = Partnership.provinces.through.objects
    partnerships = through.filter(province__in=spelled_provinces(word))
    return folded(word) | Q(summit__partnership__in=partnerships.values("partnership"))


class OfCountry(AnyOf):
    """Rows with a public province of one of the countries."""

    def __init__(self, field_name: str) -> None:
        super().__init__(field_name, label=_("Country"), choices=Country.choices)

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        if not value:
            return qs
        provinces = Province.objects.public().filter(country__in=value)
        return matching(qs, Q(**{f"{self.field_name}__in": provinces}))


class AsReported(AnyOf):
    """Commitments by what the newest public report on each says."""

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        if not value:
            return qs
        if self.field_name not in qs.query.annotations:
            qs = qs.with_status()
        return qs.filter(**{f"{self.field_name}__in": value})


class BySign(AnyOf):
    """Commitments by the sign they bear: the newest report, and what took it up."""

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        return qs.bearing(value) if value else qs


def public_partnerships() -> QuerySet:
    """Public partnerships, each named by those of its provinces that are public."""
    provinces = Prefetch("provinces", Province.objects.public())
    return Partnership.objects.public().prefetch_related(provinces)


def partnership_filter(field_name: str) -> AnyRecord:
    """By the partnership a row belongs to."""
    return AnyRecord(
        field_name=field_name,
        label=_("Partnership"),
        choices=public_partnerships,
    )


def province_filter(field_name: str) -> AnyRecord:
    """By a province that is a party."""
    return AnyRecord(
        field_name=field_name,
        label=_("Province"),
        choices=Province.objects.public,
        distinct=True,
    )


def official_filter(field_name: str, *, distinct: bool = True) -> AnyRecord:
    """By a person who took part."""
    return AnyRecord(
        field_name=field_name,
        label=_("Official"),
        choices=Official.objects.public,
        distinct=distinct,
    )


def sector_filter() -> AnyRecord:
    """By a sector's code."""
    return AnyRecord(
        field_name="sectors",
        label=_("Sector"),
        choices=Sector.objects.all,
        to_field_name="code",
        distinct=True,
    )


def actor_filter() -> AnyRecord:
    """By a province that is to act."""
    return AnyRecord(
        field_name="actors",
        label=_("Actor"),
        choices=Province.objects.public,
        distinct=True,
    )


class PartnershipFilterSet(StrictFilterSet):
    q = Words(partnership_words)
    province = province_filter("provinces")
    country = OfCountry("provinces")
    modified_since = ModifiedSince()
    ordering = Ordering({"reference": (_("By reference"), ("reference",)), **CHANGES})

    class Meta:
        model = Partnership
        fields: list[str] = []


class SummitFilterSet(StrictFilterSet):
    q = Words(summit_words)
    partnership = partnership_filter("partnership")
    province = province_filter("partnership__provinces")
    country = OfCountry("partnership__provinces")
    year = Year("date")
    stage = AnyOf(label=_("Stage"), choices=Summit.Stage.choices)
    official = official_filter("delegations__delegates__official")
    since = Since("date")
    until = Until("date")
    modified_since = ModifiedSince()
    ordering = Ordering(
        {
            "-date": (_("Newest first"), ("-date", "-day_part", "-reference")),
            "date": (_("Oldest first"), ("date", "day_part", "reference")),
            "reference": (_("By reference"), ("reference",)),
            **CHANGES,
        }
    )

    class Meta:
        model = Summit
        fields: list[str] = []


class MinutesFilterSet(StrictFilterSet):
    q = Words(minutes_words)
    partnership = partnership_filter("summit__partnership")
    province = province_filter("summit__partnership__provinces")
    country = OfCountry("summit__partnership__provinces")
    year = Year("summit__date", label=_("Year of the summit"))
    stage = AnyOf(label=_("Stage"), choices=Minutes.Stage.choices)
    official = official_filter("signatures__official")
    since = Since("signed_on", label=_("Signed since"))
    until = Until("signed_on", label=_("Signed until"))
    modified_since = ModifiedSince()
    ordering = Ordering(
        {
            "-signed_on": (_("Newest first"), ("-signed_on", "-covers", "reference")),
            "signed_on": (_("Oldest first"), ("signed_on", "covers", "reference")),
            "reference": (_("By reference"), ("reference",)),
            **CHANGES,
        }
    )

    class Meta:
        model = Minutes
        fields: list[str] = []


class CommitmentFilterSet(StrictFilterSet):
    q = Words(folded)
    partnership = partnership_filter("minutes__summit__partnership")
    province = province_filter("minutes__summit__partnership__provinces")
    country = OfCountry("minutes__summit__partnership__provinces")
    year = Year("minutes__summit__date", label=_("Year of the summit"))
    sector = sector_filter()
    force = AnyOf(label=_("Force"), choices=Force.choices)
    sign = BySign(label=_("Status"), choices=Sign.choices)
    implementation = AsReported(
        label=_("Implementation"), choices=Progress.Implementation.choices
    )
    evidence = AsReported(label=_("Evidence"), choices=Progress.Evidence.choices)
    actor = actor_filter()
    official = official_filter("minutes__signatures__official")
    since = Since("minutes__signed_on", label=_("Signed since"))
    until = Until("minutes__signed_on", label=_("Signed until"))
    modified_since = ModifiedSince()
    ordering = Ordering(
        {
            "-signed_on": (
                _("Newest first"),
                ("-minutes__signed_on", "minutes__reference", "number"),
            ),
            "signed_on": (
                _("Oldest first"),
                ("minutes__signed_on", "minutes__reference", "number"),
            ),
            "reference": (_("By reference"), ("reference",)),
            **CHANGES,
        }
    )

    class Meta:
        model = Commitment
        fields: list[str] = []


class ThreadFilterSet(StrictFilterSet):
    """Matters by the clause they began with."""

    q = Words(folded)
    partnership = partnership_filter("minutes__summit__partnership")
    province = province_filter("minutes__summit__partnership__provinces")
    country = OfCountry("minutes__summit__partnership__provinces")
    sector = sector_filter()
    ordering = Ordering(
        {
            "-signed_on": (
                _("Newest first"),
                ("-minutes__signed_on", "minutes__reference", "number"),
            ),
            "signed_on": (
                _("Oldest first"),
                ("minutes__signed_on", "minutes__reference", "number"),
            ),
        }
    )

    class Meta:
        model = Commitment
        fields: list[str] = []


class ProposalFilterSet(StrictFilterSet):
    q = Words(folded)
    partnership = partnership_filter("summit__partnership")
    province = province_filter("summit__partnership__provinces")
    country = OfCountry("summit__partnership__provinces")
    year = Year("summit__date", label=_("Year of the summit"))
    sector = sector_filter()
    actor = actor_filter()
    official = official_filter("official", distinct=False)
    since = Since("summit__date")
    until = Until("summit__date")
    modified_since = ModifiedSince()
    ordering = Ordering(
        {
            "-date": (
                _("Newest first"),
                ("-summit__date", "summit__reference", "number"),
            ),
            "date": (
                _("Oldest first"),
                ("summit__date", "summit__reference", "number"),
            ),
            "reference": (_("By reference"), ("reference",)),
            **CHANGES,
        }
    )

    class Meta:
        model = Proposal
        fields: list[str] = []


class ProgressFilterSet(StrictFilterSet):
    q = Words(folded)
    partnership = partnership_filter("minutes__summit__partnership")
    province = province_filter("minutes__summit__partnership__provinces")
    country = OfCountry("minutes__summit__partnership__provinces")
    year = Year("reported_on")
    sector = sector_filter()
    implementation = AnyOf(
        label=_("Implementation"), choices=Progress.Implementation.choices
    )
    evidence = AnyOf(label=_("Evidence"), choices=Progress.Evidence.choices)
    since = Since("reported_on")
    until = Until("reported_on")
    modified_since = ModifiedSince()
    ordering = Ordering(
        {
            "-reported_on": (_("Newest first"), ("-reported_on", "-pk")),
            "reported_on": (_("Oldest first"), ("reported_on", "pk")),
            "reference": (_("By reference"), ("reference",)),
            **CHANGES,
        }
    )

    class Meta:
        model = Progress
        fields: list[str] = []
