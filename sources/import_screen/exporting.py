"""The screen that gives records out as spreadsheets."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sources.import_screen.forms import ExportForm
from sources.resources import SheetResource, Workbook
from sources.spreadsheets import Csv, format_named


def may(request: HttpRequest, resource: type[SheetResource], *acts: str) -> bool:
    """Say whether the person may do all this to the records of a sheet."""
    user: Any = request.user
    meta = resource._meta.model._meta
    return all(
        user.has_perm(f"{meta.app_label}.{act}_{meta.model_name}") for act in acts
    )


class ExportScreen:
    """Mixed into a ModelAdmin: the sheets of ``workbook`` as a file.

    The search and filters of the list narrow what is written.
    """

    workbook: ClassVar[Workbook]
    model: Any
    admin_site: Any

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Whoever may see these records may export them."""
        return self.has_view_permission(request)  # type: ignore[attr-defined]

    def name_of(self, act: str) -> str:
        """Return the name of one of these screens, as addresses are named."""
        meta = self.model._meta
        return f"{meta.app_label}_{meta.model_name}_{act}"

    def address_of(self, act: str) -> str:
        """Return the address of one of these screens."""
        return reverse(f"admin:{self.name_of(act)}")

    @method_decorator(require_http_methods(["GET", "POST"]))
    def export_view(self, request: HttpRequest) -> HttpResponse:
        """Show the formats; with one chosen, send the file."""
        if not self.has_export_permission(request):
            raise PermissionDenied
        names = [
            one.sheet for one in self.workbook.resources if may(request, one, "view")
        ]
        own = self.workbook.about(self.model).sheet
        form = ExportForm(names, request.POST or None, initial={"sheet": own})
        if form.is_valid():
            chosen = form.cleaned_data
            if chosen["format"] == Csv.extension:
                names = [chosen["sheet"] or own]
            return self._file(request, chosen["format"], names)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Export"),
            "opts": self.model._meta,
            "form": form,
        }
        return TemplateResponse(request, "admin/import_export/export.html", context)

    def _file(
        self, request: HttpRequest, extension: str, names: list[str]
    ) -> HttpResponse:
        form = format_named(extension)
        try:
            sheets = self.workbook.sheets(names, chosen=self._chosen(request))
        except IncorrectLookupParameters:
            return HttpResponseRedirect(f"{self.address_of('changelist')}?e=1")
        name = names[0] if form is Csv else self.model._meta.model_name
        today = timezone.localdate().isoformat()
        attached = f'attachment; filename="{name}-{today}.{extension}"'
        return HttpResponse(
            form.writer(sheets),
            content_type=form.content_type,
            headers={"Content-Disposition": attached},
        )

    def _chosen(self, request: HttpRequest) -> Any:
        """Return the records that the list's search and filters leave, or None."""
        own = self.workbook.about(self.model)
        if not request.GET or own.chosen_by != "pk":
            return None
        listed = self.get_changelist_instance(request)  # type: ignore[attr-defined]
        return listed.get_queryset(request).order_by().values("pk")
