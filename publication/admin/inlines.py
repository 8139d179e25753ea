from typing import Any

from django.contrib import admin

from publication.forms import RecordFormSet, SeenForm


class TrackedInline(admin.TabularInline):
    """Rows that belong to the record on whose page they stand."""

    extra = 0
    show_change_link = True
    view_on_site = False


class StackedTrackedInline(admin.StackedInline):
    """The same, for rows with long texts."""

    extra = 0
    show_change_link = True
    view_on_site = False


class RecordInline(StackedTrackedInline):
    """Records below the record on whose page they stand, each with its own state."""

    form = SeenForm
    formset = RecordFormSet

    def get_fields(self, request: Any, obj: Any = None) -> list[str]:
        return [*super().get_fields(request, obj), "seen_at"]

    def get_readonly_fields(self, request: Any, obj: Any = None) -> tuple[str, ...]:
        return ("reference", "state")
