from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from publication.models import Change


@admin.register(Change)
class ChangeAdmin(admin.ModelAdmin):
    """The public log: written by acts, read here, changed by nobody."""

    list_display = ("reference", "kind", "record_type", "at", "by", "reason")
    list_filter = ("kind", "record_type")
    list_select_related = ("by",)
    search_fields = ("reference",)
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
