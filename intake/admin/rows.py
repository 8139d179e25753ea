"""Rows that reading and deciding write, and that the admin only shows."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from publication.admin.history import HistoryPage


class ReadOnlyAdmin(HistoryPage, admin.ModelAdmin):
    """Rows that are written by reading and deciding, and only looked at here."""

    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    view_on_site = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
