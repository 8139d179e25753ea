"""The queue of what readers say is wrong, and what staff do about each report."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from publication.admin.changes import OfType, kinds_of_records
from publication.admin.rows import may_handle
from publication.correcting import (
    answer,
    dismiss,
    record_called,
    take_in_hand,
)
from publication.forms import NoteForm
from publication.reports import CorrectionReport

SHOWN_LENGTH = 160
OPEN = "open"
VERBS = {
    "take": gettext_lazy("Take in hand"),
    "answer": gettext_lazy("Answered"),
    "dismiss": gettext_lazy("Dismiss"),
}


class ByState(admin.SimpleListFilter):
    """Reports by how far they are dealt with; what is open in one choice."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(OPEN, _("Still open")), *CorrectionReport.State.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        chosen = self.value()
        if chosen == OPEN:
            return queryset.open()  # type: ignore[attr-defined]
        return queryset.filter(state=chosen) if chosen else queryset


@admin.register(CorrectionReport)
class CorrectionReportAdmin(admin.ModelAdmin):
    """Reports of errors: sent by readers, settled here, changed by nobody."""

    list_display = (
        "number",
        "state_tag",
        "record_link",
        "type_name",
        "said",
        "created_at",
        "handled_by",
    )
    list_filter = (ByState, OfType, "created_at")
    # From new to in hand to settled, as the words of the states happen to sort.
    ordering = ("-state", "-created_at", "-pk")
    list_select_related = ("handled_by",)
    list_per_page = 50
    search_fields = ("number", "reference", "wrong")
    search_help_text = gettext_lazy("A number, a reference, or words of the report.")
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    actions = ("take_chosen",)
    fields = (
        "state_tag",
        "record_link",
        "page_link",
        "wrong",
        "right",
        "source",
        "contact",
        "created_at",
        "data_at",
        "changed_since",
        "handled_by",
        "note",
    )
    readonly_fields: ClassVar[Any] = fields

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_handle(request.user)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_handle(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_handle_permission(self, request: HttpRequest) -> bool:
        """Say who may use the act of the list."""
        return may_handle(request.user)

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def state_tag(self, report: CorrectionReport) -> SafeString:
        return format_html(
            '<span class="state state--{}">{}</span>',
            report.state,
            report.get_state_display(),
        )

    @admin.display(description=gettext_lazy("record"), ordering="reference")
    def record_link(self, report: CorrectionReport) -> SafeString | str:
        if not report.reference:
            return _("the site as a whole")
        address = reverse(f"admin:{self._name('record')}", args=[report.pk])
        return format_html('<a href="{}">{}</a>', address, report.reference)

    @admin.display(description=gettext_lazy("sent from"))
    def page_link(self, report: CorrectionReport) -> SafeString:
        return format_html('<a href="{0}">{0}</a>', report.page)

    @admin.display(description=gettext_lazy("source"))
    def source(self, report: CorrectionReport) -> SafeString | str:
        """Show the address as words: staff decide whether to go there."""
        return report.source_link or "–"

    @admin.display(description=gettext_lazy("type"), ordering="record_type")
    def type_name(self, report: CorrectionReport) -> Any:
        return kinds_of_records().get(report.record_type, report.record_type)

    @admin.display(description=gettext_lazy("what is wrong"))
    def said(self, report: CorrectionReport) -> str:
        return Truncator(report.wrong).chars(SHOWN_LENGTH)

    @admin.display(description=gettext_lazy("changed since it was read"))
    def changed_since(self, report: CorrectionReport) -> str:
        record = record_called(report.reference)
        if record is None:
            return "–"
        return _("Yes") if record.modified_at > report.data_at else _("No")

    @admin.action(description=VERBS["take"], permissions=["handle"])
    def take_chosen(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Take the open ones of those chosen in hand."""
        taken = 0
        for report in queryset.open():  # type: ignore[attr-defined]
            try:
                take_in_hand(report, by=request.user)
                taken += 1
            except ValidationError as refusal:  # somebody settled it just now
                self.message_user(request, refusal.messages[0], messages.WARNING)
        text = ngettext(
            "%d report is in hand now.", "%d reports are in hand now.", taken
        )
        self.message_user(request, text % taken, messages.SUCCESS)

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        doors = [(act, wrap(self.act_view), {"act": act}) for act in VERBS]
        doors.append(("record", wrap(self.record_view), {}))
        return [
            path(f"<path:object_id>/{act}/", view, given, name=self._name(act))
            for act, view, given in doors
        ] + super().get_urls()

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if report := kwargs.get("obj"):
            context["acts"] = self.acts_on(report)
        return super().render_change_form(request, context, *args, **kwargs)

    def acts_on(self, report: CorrectionReport) -> list[tuple[Any, str]]:
        """Return label and address of each thing that may be done now."""
        offered = list(VERBS) if report.is_open else []
        if report.state == CorrectionReport.State.IN_HAND:
            offered.remove("take")
        return [
            (VERBS[act], reverse(f"admin:{self._name(act)}", args=[report.pk]))
            for act in offered
        ]

    def record_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Lead on to the record's own page for staff."""
        report = self._called(request, object_id)
        record = record_called(report.reference)
        if record is None:
            raise Http404(report.reference)
        meta = record._meta
        name = f"admin:{meta.app_label}_{meta.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[record.pk]))

    def act_view(self, request: HttpRequest, object_id: str, act: str) -> HttpResponse:
        """Ask, with a note where a report is closed; then do it."""
        report = self._called(request, object_id)
        form = NoteForm(
            request.POST if request.method == "POST" else None,
            is_needed=act != "take",
            initial={"note": report.note},
        )
        if form.is_valid() and self._acted(request, report, act, form):
            self.log_change(request, report, str(VERBS[act]))
            self.message_user(request, _("Kept."), messages.SUCCESS)
            address = reverse(f"admin:{self._name('change')}", args=[report.pk])
            return HttpResponseRedirect(address)
        context = {
            **self.admin_site.each_context(request),
            "title": VERBS[act],
            "subtitle": str(report),
            "opts": self.opts,
            "report": report,
            "form": form,
            "verb": VERBS[act],
        }
        return TemplateResponse(request, "admin/publication/settle.html", context)

    def _acted(
        self, request: HttpRequest, report: CorrectionReport, act: str, form: NoteForm
    ) -> bool:
        note = form.cleaned_data["note"]
        try:
            if act == "take":
                report.note = note
                take_in_hand(report, by=request.user)
            else:
                close = answer if act == "answer" else dismiss
                close(report, by=request.user, note=note)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        return form.is_valid()

    def _called(self, request: HttpRequest, object_id: str) -> CorrectionReport:
        report = self.get_object(request, unquote(object_id))
        if report is None or not may_handle(request.user):
            raise Http404(object_id)
        return report

    def _name(self, act: str) -> str:
        return f"publication_correctionreport_{act}"
