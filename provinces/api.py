from __future__ import annotations

from typing import Any

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from provinces.filters import OfficialFilterSet, ProvinceFilterSet
from provinces.models import (
    Official,
    OfficialName,
    Province,
    ProvinceName,
    Tenure,
)
from provinces.serializers import (
    OfficialDetailSerializer,
    OfficialSerializer,
    ProvinceDetailSerializer,
    ProvinceSerializer,
)
from publication.api import RecordViewSet
from publication.serializers import with_links


class ProvinceViewSet(RecordViewSet):
    about = _("Provinces of Vietnam, Laos and Thailand, those since merged included.")
    queryset = Province.objects.all()
    filterset_class = ProvinceFilterSet
    serializer_class = ProvinceSerializer
    detail_serializer_class = ProvinceDetailSerializer

    def public(self) -> Any:
        return with_links(Province.objects.public(), "successor")

    def public_in_full(self) -> Any:
        names = Prefetch("names", ProvinceName.objects.public())
        return self.public().prefetch_related(names)


class OfficialViewSet(RecordViewSet):
    about = _("People who act for provinces, with their posts as sources give them.")
    queryset = Official.objects.all()
    filterset_class = OfficialFilterSet
    serializer_class = OfficialSerializer
    detail_serializer_class = OfficialDetailSerializer

    def public(self) -> Any:
        return with_links(Official.objects.public().defer("note"), "province")

    def public_in_full(self) -> Any:
        tenures = with_links(Tenure.objects.public(), "province")
        if "evidence" in self.expanded:
            tenures = tenures.with_evidence()
        names = Prefetch("names", OfficialName.objects.public())
        return self.public().prefetch_related(names, Prefetch("tenures", tenures))
