from typing import Any

from django.contrib import admin
from django.db import models
from django.forms.models import _get_foreign_key

from publication.admin.fields import CalmFields
from publication.forms import RecordFormSet, SeenForm


class Parts(CalmFields):
    """Rows that belong to the record on whose page they stand."""

    extra = 0
    show_change_link = True
    view_on_site = False

    @classmethod
    def parts_of(cls, row: models.Model) -> dict[str, Any]:
        """Return what picks the rows that belong to this one, in the history too."""
        link = _get_foreign_key(type(row), cls.model, fk_name=cls.fk_name)  # type: ignore[attr-defined]
        return {link.attname: row.pk}


class TrackedInline(Parts, admin.TabularInline):
    """Parts in the rows of a table."""


class StackedTrackedInline(Parts, admin.StackedInline):
    """Parts with long texts, one below the other."""


class RecordInline(StackedTrackedInline):
    """Records below the record on whose page they stand, each with its own state."""

    form = SeenForm
    formset = RecordFormSet

    def get_fields(self, request: Any, obj: Any = None) -> list[str]:
        return [*super().get_fields(request, obj), "seen_at"]

    def get_readonly_fields(self, request: Any, obj: Any = None) -> tuple[str, ...]:
        return ("reference", "state")
