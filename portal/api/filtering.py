"""Filters of the API: the same FilterSets as the pages, nothing else accepted."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.encoding import force_str
from django.utils.translation import gettext as _
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request

from publication.filters import accepted_by, narrow, takes_several


class StrictFilterBackend(BaseFilterBackend):
    """Refuses unknown names and impossible values."""

    def filter_queryset(
        self, request: Request, queryset: QuerySet, view: Any
    ) -> QuerySet:
        found = narrow(view.filterset_class, request, queryset, also=view.understood)
        return found.qs

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Describe the filters; what the records hold is no part of a description."""
        filters = view.filterset_class.base_filters
        return [_described(name, one.field) for name, one in filters.items()]


def _described(name: str, field: forms.Field) -> dict[str, Any]:
    value: dict[str, Any] = {"type": "string"}
    words = [f"{force_str(field.label or name)}."]
    if isinstance(field, forms.ModelChoiceField):
        words.append(
            _("Give its code.")
            if field.to_field_name == "code"
            else _("Give its reference.")
        )
    elif accepted := list(accepted_by(field)):
        value["enum" if hasattr(field, "choices") else "examples"] = accepted
    several = takes_several(field)
    if several:
        words.append(_("Repeat the name for several values."))
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": " ".join(words),
        "schema": {"type": "array", "items": value} if several else value,
        **({"explode": True, "style": "form"} if several else {}),
    }
