from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from publication.models import Change, Record


def kinds_of_records() -> dict[str, Any]:
    """Return every kind of record the log may name, with what readers call it."""
    kinds = [kind for kind in apps.get_models() if issubclass(kind, Record)]
    return {kind._meta.model_name: kind._meta.verbose_name for kind in kinds}


class OfType(admin.SimpleListFilter):
    """Offers the kinds of records by the names readers know."""

    title = _("type")
    parameter_name = "record_type"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(kinds_of_records().items())

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        chosen = self.value()
        return queryset.filter(record_type=chosen) if chosen else queryset


@admin.register(Change)
class ChangeAdmin(admin.ModelAdmin):
    """The public log: written by acts, read here, changed by nobody."""

    list_display = ("reference", "kind", "type_name", "at", "by", "reason")
    list_filter = ("kind", OfType)
    list_select_related = ("by",)
    search_fields = ("reference",)
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False

    @admin.display(description=_("type"), ordering="record_type")
    def type_name(self, change: Change) -> Any:
        return kinds_of_records().get(change.record_type, change.record_type)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
