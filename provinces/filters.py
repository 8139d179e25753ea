from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from provinces.models import (
    Country,
    Official,
    OfficialName,
    Province,
    ProvinceName,
)
from publication.filters import (
    CHANGES,
    AnyOf,
    AnyRecord,
    ModifiedSince,
    Ordering,
    StrictFilterSet,
)
from sources.filters import Words


def named_province(word: str) -> Q:
    """A word in any known spelling of the province."""
    names = ProvinceName.objects.filter(folded__contains=word)
    return Q(pk__in=names.values("province"))


def named_official(word: str) -> Q:
    """A word in any known spelling of the person's name."""
    names = OfficialName.objects.filter(folded__contains=word)
    return Q(pk__in=names.values("official"))


class ProvinceFilterSet(StrictFilterSet):
    q = Words(named_province)
    country = AnyOf(label=_("Country"), choices=Country.choices)
    modified_since = ModifiedSince()
    ordering = Ordering(
        {
            "reference": (_("By code"), ("reference",)),
            "name": (_("By name"), ("name_vi", "reference")),
            **CHANGES,
        }
    )

    class Meta:
        model = Province
        fields: list[str] = []


class OfficialFilterSet(StrictFilterSet):
    q = Words(named_official)
    province = AnyRecord(label=_("Province"), choices=Province.objects.public)
    country = AnyOf(
        field_name="province__country", label=_("Country"), choices=Country.choices
    )
    modified_since = ModifiedSince()
    ordering = Ordering(
        {
            "name": (_("By name"), ("name_vi", "reference")),
            "reference": (_("By reference"), ("reference",)),
            **CHANGES,
        }
    )

    class Meta:
        model = Official
        fields: list[str] = []
