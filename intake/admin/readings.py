"""Readings in the admin: the queue of articles and the way to the desk."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from intake.admin.rows import ReadOnlyAdmin
from intake.confirm import confirm
from intake.models import Reading, Suggestion
from sources.admin import FoldedSearch


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
