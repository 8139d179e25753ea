from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from intake.confirm import confirm
from intake.decide import settle
from intake.models import Reading, Suggestion
from intake.readings import store_article
from publication.admin import RecordAdmin
from publication.admin.history import HistoryPage
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


@admin.register(Reading)
class ReadingAdmin(FoldedSearch, ReadOnlyAdmin):
    actions = ("write_drafts",)
    list_display = ("source", "reader_version", "read_at", "found", "undecided")
    list_filter = ("reader_version", "read_at")
    search_fields = ("source__folded", "source__reference")
    fields = ("source", "reader_version", "read_at", "found", "undecided")
    readonly_fields = ("found", "undecided")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        pending = Q(suggestions__decision=Suggestion.Decision.PENDING)
        return (
            super()
            .get_queryset(request)
            .select_related("source")
            .defer("source__text", "result")
            .annotate(
                found=Count("suggestions"),
                undecided=Count("suggestions", filter=pending),
            )
        )

    @admin.action(
        description=_("Write drafts of what was accepted"), permissions=["decide"]
    )
    def write_drafts(self, request: HttpRequest, readings: QuerySet) -> None:
        for reading in readings:
            try:
                written = confirm(reading, by=request.user, at=timezone.now())
            except ValidationError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)
                continue
            told = _("%(source)s: %(count)d drafts written.")
            self.message_user(
                request, told % {"source": reading.source, "count": len(written)}
            )

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("intake.change_reading")

    @admin.display(description=_("suggestions"), ordering="found")
    def found(self, reading: Reading) -> int:
        return reading.found

    @admin.display(description=_("not decided"), ordering="undecided")
    def undecided(self, reading: Reading) -> int:
        return reading.undecided


@admin.register(Suggestion)
class SuggestionAdmin(FoldedSearch, ReadOnlyAdmin):
    actions = ("accept", "reject")
    list_display = ("__str__", "source", "confidence", "decision_tag", "decided_by")
    list_filter = ("decision", "kind", "confidence")
    search_fields = ("reading__source__folded", "reading__source__reference")
    fieldsets = (
        (None, {"fields": ("reading", "kind", "position", "values", "quote")}),
        (None, {"fields": ("confidence", "rule", "matched_reference", "conflict")}),
        (
            _("Decision"),
            {
                "fields": (
                    "decision",
                    "decided_values",
                    ("decided_by", "decided_at"),
                    "record_reference",
                )
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return (
            super()
            .get_queryset(request)
            .select_related("reading__source", "decided_by")
            .defer("reading__source__text", "reading__result")
        )

    @admin.action(description=_("Accept"), permissions=["decide"])
    def accept(self, request: HttpRequest, suggestions: QuerySet) -> None:
        self._settle(request, suggestions, Suggestion.Decision.ACCEPTED)

    @admin.action(description=_("Reject"), permissions=["decide"])
    def reject(self, request: HttpRequest, suggestions: QuerySet) -> None:
        self._settle(request, suggestions, Suggestion.Decision.REJECTED)

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("intake.change_suggestion")

    @transaction.atomic
    def _settle(
        self, request: HttpRequest, suggestions: QuerySet, decision: str
    ) -> None:
        """Decide on what is not a record yet, and say how many that were."""
        settled = sum(
            settle(one, decision, by=request.user, at=timezone.now())
            for one in suggestions
        )
        told = _("%(settled)d of %(chosen)d suggestions decided.")
        self.message_user(
            request, told % {"settled": settled, "chosen": len(suggestions)}
        )

    @admin.display(description=_("source"))
    def source(self, suggestion: Suggestion) -> str:
        return str(suggestion.reading.source)

    @admin.display(description=_("decision"), ordering="decision")
    def decision_tag(self, suggestion: Suggestion) -> SafeString:
        return format_html(
            '<span class="state state--{}">{}</span>',
            suggestion.decision,
            suggestion.get_decision_display(),
        )
