"""What narrows the queue of articles: how far the review is, and whose it is."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from intake.models import Reading

SUPERSEDED = "superseded"
MINE = "mine"


class StateFilter(admin.SimpleListFilter):
    """Articles by how far their review has come; what was read again only if asked."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [*Reading.State.choices, (SUPERSEDED, _("Read again since"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        state = self.value()
        if state == SUPERSEDED:
            return queryset.superseded()
        current = queryset.current()
        return current.filter(state=state) if state else current


class MineFilter(admin.SimpleListFilter):
    """The articles that the person looking had before them or decided in."""

    title = _("who has it")
    parameter_name = "who"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(MINE, _("Mine"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.held_by(request.user) if self.value() == MINE else queryset
