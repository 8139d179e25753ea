"""Sources in the admin: entered by hand, by sheet, or as articles."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from intake.readings import store_article
from publication.admin import RecordAdmin
from sources.admin import FoldedSearch, YearFilter
from sources.import_screen import SpreadsheetScreen
from sources.models import Source
from sources.resources import SOURCES


@admin.register(Source)
class SourceAdmin(SpreadsheetScreen, FoldedSearch, RecordAdmin):
    workbook = SOURCES
    article_reader = staticmethod(store_article)
    list_display = ("title", "publisher", "published_on", "kind", "state_tag")
    list_filter = ("state", "kind", YearFilter.of("published_on"), "language")
    search_fields = ("folded", "reference", "url")
    autocomplete_fields = ("replaces",)
    fieldsets = (
        (None, {"fields": (("kind", "language"), "title", "publisher", "url")}),
        (None, {"fields": (("published_on", "retrieved_on"), "replaces")}),
        (_("Text"), {"fields": ("text", "sha256")}),
    )
    readonly_fields = ("sha256",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer("text")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Offsets point into the text: once it is there, it stays as it is."""
        kept = ("text",) if obj and obj.text else ()
        return (*super().get_readonly_fields(request, obj), *kept)
