from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from publication.api import RecordViewSet
from publication.serializers import with_links
from sources.filters import SourceFilterSet
from sources.models import Source
from sources.serializers import SourceSerializer


class SourceViewSet(RecordViewSet):
    about = _("Articles and papers that facts rest on, without their texts.")
    queryset = Source.objects.all()
    filterset_class = SourceFilterSet
    serializer_class = SourceSerializer
    expandable = ()

    def public(self) -> Any:
        return with_links(Source.objects.public().defer("text"), "replaces")
