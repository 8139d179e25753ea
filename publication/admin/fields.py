from typing import Any

from django.db import models
from django.forms import Field, Textarea
from django.http import HttpRequest


class CalmFields:
    """Fields of a size that fits what is typed, without buttons nobody needs.

    Nothing is deleted from within the form of something else.
    """

    formfield_overrides = {
        models.TextField: {"widget": Textarea(attrs={"rows": 3})},
        models.URLField: {"assume_scheme": "https"},
    }

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Field | None:
        field: Field | None = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field and hasattr(field.widget, "can_delete_related"):
            field.widget.can_delete_related = False
            field.widget.can_view_related = False
        return field
