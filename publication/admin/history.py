from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.decorators import method_decorator
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from simple_history.template_utils import HistoricalRecordContextHelper

from publication.models import Tracked

SHOWN = 100
ACTS = {
    "+": gettext_lazy("Added"),
    "~": gettext_lazy("Changed"),
    "-": gettext_lazy("Deleted"),
}
# Kept beside the facts; that they differ is no news.
SILENT = {"modified_at", "folded", "published_at"}


@dataclass(frozen=True)
class Difference:
    """One fact, before and after."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Event:
    """One change of a row: what, when, by whom, why, and each fact before and after."""

    at: datetime
    act: str
    what: str
    by: str
    why: str
    changes: list[Difference]


class HistoryPage:
    """A page that says who changed what and when and why, parts of the row included."""

    @method_decorator(require_safe)
    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(
                request,
                self.opts,
                object_id,
            )
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("History"),
            "subtitle": str(row),
            "opts": self.opts,
            "module_name": capfirst(str(self.opts.verbose_name_plural)),
            "object": row,
            "events": self.events(row)[:SHOWN],
        }
        return TemplateResponse(request, "admin/object_history.html", context)

    def events(self, row: Tracked) -> list[Event]:
        """Return all that happened to a row and its parts, newest first."""
        found = _events(type(row), {"id": row.pk}, is_part=False)
        for inline in self.inlines:
            found += _events(inline.model, inline.parts_of(row), is_part=True)
        return sorted(found, key=lambda event: event.at, reverse=True)


def _events(model: Any, where: dict[str, Any], *, is_part: bool) -> list[Event]:
    rows = (
        model.history.filter(**where)
        .select_related("history_user")
        .order_by("id", "history_date", "history_id")
    )
    found = []
    for _pk, entries in groupby(rows, key=lambda entry: entry.id):
        before = None
        for entry in entries:
            found.append(_event(model, before, entry, is_part=is_part))
            before = entry
    return found


def _event(model: Any, before: Any, entry: Any, *, is_part: bool) -> Event:
    name = capfirst(str(model._meta.verbose_name))
    return Event(
        at=entry.history_date,
        act=str(ACTS[entry.history_type]),
        what=f"{name}: {entry.instance}" if is_part else "",
        by=str(entry.history_user or ""),
        why=entry.history_change_reason or "",
        changes=_changes(model, before, entry) if entry.history_type == "~" else [],
    )


def _changes(model: Any, before: Any, entry: Any) -> list[Difference]:
    if before is None:
        return []
    fields = [
        field for field in model._meta.concrete_fields if field.name not in SILENT
    ]
    changes = [
        Difference(
            capfirst(str(field.verbose_name)),
            _shown(field, before),
            _shown(field, entry),
        )
        for field in fields
        if getattr(before, field.attname) != getattr(entry, field.attname)
    ]
    linked = [field.name for field in model._meta.many_to_many]
    if linked:
        delta = entry.diff_against(
            before, included_fields=linked, foreign_keys_are_objs=True
        )
        helper = HistoricalRecordContextHelper(model, entry)
        changes += [Difference(**c) for c in helper.context_for_delta_changes(delta)]
    return changes


def _shown(field: Any, entry: Any) -> str:
    """Return a value of a kept version as a person reads it."""
    value = getattr(entry, field.attname)
    if value in (None, ""):
        return "–"
    if field.remote_field:
        try:
            return str(getattr(entry, field.name))
        except ObjectDoesNotExist:
            return f"#{value}"
    named = dict(field.flatchoices).get(value, value) if field.choices else value
    return shortened(str(named))


def shortened(text: str) -> str:
    """Return enough of a long text to know it by."""
    return Truncator(text).chars(300)
