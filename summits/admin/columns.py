"""What several lists of this room show and filter by."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from summits.models import Partnership


class PartnershipFilter(admin.SimpleListFilter):
    """Rows by the provinces that met."""

    title = _("partnership")
    parameter_name = "partnership"
    way: ClassVar[str]

    @classmethod
    def by(cls, way: str) -> type["PartnershipFilter"]:
        """Return the filter for rows that reach their partnership this way."""
        return type(f"By_{way}", (cls,), {"way": way, "__module__": __name__})

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        rows = Partnership.objects.with_provinces()
        return [(row.reference, str(row)) for row in rows]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> Any:
        value = self.value()
        return queryset.filter(**{f"{self.way}__reference": value} if value else {})


class ForDisplay:
    """Lists that fetch what a line about each record prints."""

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).for_display()
