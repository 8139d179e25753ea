"""The addresses of the desk, below the reading they are about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from intake.admin.desk import adding, deciding, writing
from intake.admin.desk.frame import OVERTAKEN, wants_parts
from intake.desk.visits import visit
from intake.models import Reading

View = Callable[..., HttpResponse]

# Each page by the end of its address and of its name: the view and whether it acts.
PAGES: tuple[tuple[str, str, View, bool], ...] = (
    ("desk/", "desk", deciding.desk_page, True),
    ("desk/sure/", "desk_sure", deciding.sure_page, True),
    ("desk/presence/", "desk_presence", deciding.presence, False),
    ("desk/add/", "desk_add", adding.add_page, True),
    ("desk/spelling/", "desk_spelling", adding.spelling_page, True),
    ("desk/write/", "desk_write", writing.write_page, True),
    ("desk/undo/", "desk_undo", writing.undo_page, True),
)


class DeskPages:
    """Gives the admin of readings the pages on which people decide about them."""

    admin_site: Any
    opts: Any

    def get_urls(self) -> list[Any]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        return [
            path(
                f"<int:pk>/{end}",
                self.admin_site.admin_view(self._guarded(view, is_act=is_act)),
                name=f"{name}_{part}",
            )
            for end, part, view, is_act in PAGES
        ] + super().get_urls()  # type: ignore[misc]

    def _guarded(self, view: View, *, is_act: bool) -> View:
        """Return a view that asks who is there, and notes that they are."""

        def guarded(request: HttpRequest, pk: int) -> HttpResponse:
            if not request.user.has_perm("intake.change_reading"):
                raise PermissionDenied
            rows = Reading.objects.select_related("source", "written_by")
            reading = get_object_or_404(rows, pk=pk)
            if reading.newest != reading:
                return _read_again(request, reading.newest)
            visit(reading, request.user, at=deciding.now())
            return view(request, reading)

        methods = require_http_methods(["GET", "HEAD", "POST"])
        return methods(guarded) if is_act else require_safe(guarded)


def _read_again(request: HttpRequest, newest: Reading) -> HttpResponse:
    """Lead from an article's older reading to the one that people decide in."""
    told = _("This article has been read again. Decide here; nothing was changed now.")
    if wants_parts(request):
        return JsonResponse({"told": told, "parts": {}}, status=OVERTAKEN)
    messages.warning(request, told)
    return redirect("admin:intake_reading_desk", newest.pk)
