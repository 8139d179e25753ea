"""Readings in the admin: the queue of articles and the way to the desk."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from intake.admin.desk import DeskPages
from intake.admin.feeding import FeedPage, desk_of
from intake.admin.queue import MineFilter, StateFilter
from intake.admin.rows import ReadOnlyAdmin
from intake.confirm import confirm
from intake.models import Reading
from sources.admin import FoldedSearch


@admin.register(Reading)
class ReadingAdmin(DeskPages, FeedPage, FoldedSearch, ReadOnlyAdmin):
    actions = ("write_drafts",)
    list_display = ("title", "outlet", "state_tag", "holder", "undecided", "uncertain")
    list_filter = (StateFilter, MineFilter)
    list_per_page = 50
    search_fields = ("source__folded", "source__reference")
    fields = ("source", "reader_version", "read_at", "state_tag", "found", "undecided")
    readonly_fields = ("state_tag", "found", "undecided")

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """Put what is open first, and what has waited longest before the rest."""
        return ("rank", "read_at", "pk")

    def get_list_display(self, request: HttpRequest) -> Any:
        """Lead who may not decide to what they may look at, instead of the desk."""
        shown = super().get_list_display(request)
        return shown if self.has_decide_permission(request) else ("source", *shown[1:])

    def get_list_display_links(self, request: HttpRequest, list_display: Any) -> Any:
        return ("source",) if "source" in list_display else None

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return (
            Reading.objects.with_progress()
            .with_people()
            .select_related("source")
            .defer("source__text", "result")
            .order_by(*self.get_ordering(request))
        )

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        named = {"title": _("Articles to review")}
        return super().changelist_view(request, named | (extra_context or {}))

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

    @admin.display(description=_("article"), ordering="source__title")
    def title(self, reading: Reading) -> SafeString:
        return format_html('<a href="{}">{}</a>', desk_of(reading), reading.source)

    @admin.display(description=_("outlet"), ordering="source__publisher")
    def outlet(self, reading: Reading) -> str:
        return reading.source.publisher

    @admin.display(description=_("state"), ordering="rank")
    def state_tag(self, reading: Reading) -> SafeString:
        state = Reading.State(reading.state)
        return format_html(
            '<span class="state state--{}">{}</span>', state.value, state.label
        )

    @admin.display(description=_("who has it"))
    def holder(self, reading: Reading) -> SafeString | None:
        """Name who was there last, on the desk or deciding, and when."""
        people = (
            (reading.seen_at, reading.seen_by),
            (reading.decided_at, reading.decided_by),
        )
        there = [(at, name) for at, name in people if at]
        if not there:
            return None
        at, name = max(there)
        told = date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")
        shape = '{} <time class="quiet" datetime="{}">{}</time>'
        return format_html(shape, name, at.isoformat(), told)

    @admin.display(description=_("suggestions"), ordering="found")
    def found(self, reading: Reading) -> int:
        return reading.found

    @admin.display(description=_("open"), ordering="undecided")
    def undecided(self, reading: Reading) -> int:
        return reading.undecided

    @admin.display(description=_("uncertain"), ordering="uncertain")
    def uncertain(self, reading: Reading) -> int:
        return reading.uncertain
