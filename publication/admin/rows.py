from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from publication.admin.fields import CalmFields
from publication.admin.history import HistoryPage
from publication.correcting import answer
from publication.forms import ReasonedForm
from publication.models import Record, reach
from publication.publish import correct, lacking, refuse_loss
from publication.references import register
from publication.reports import CorrectionReport

# The name under which the history looks for the reason of a change.
REASON = "_change_reason"
# Why what was typed could not be kept, for the form that is shown again.
REFUSAL = "_refusal"


def may(user: Any, act: str, model: Any) -> bool:
    """Say whether a person may do this to records of a kind: view, publish, …"""
    meta = model._meta
    return user.has_perm(f"{meta.app_label}.{act}_{meta.model_name}")


def may_handle(user: Any) -> bool:
    """Say whether a person may read and settle what readers report."""
    return user.has_perm("publication.handle_correctionreport")


class TrackedAdmin(HistoryPage, CalmFields, admin.ModelAdmin):
    """Rows with a history, changed with a reason.

    A row that belongs to a record which is, or was, published is changed by those who
    may publish that record, and the change is logged as a correction.
    """

    # The record that the row is part of, as a lookup path; a record is its own.
    part_of: ClassVar[str] = ""
    # For rows that are no part of one record: the kind whose publishers alone change
    # what visitors meet.
    shown_with: ClassVar[type[Record] | None] = None
    # What is chosen when the row is made and stays for ever.
    fixed_fields: ClassVar[tuple[str, ...]] = ()

    form = ReasonedForm
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    view_on_site = False

    def record_of(self, row: Any) -> Record | None:
        """Return the record whose state decides who may change this row."""
        if isinstance(row, Record):
            return row
        return reach(row, self.part_of) if self.part_of else None

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_change_permission(request, obj)
        record = self.record_of(obj) if obj else None
        if record is None:
            return allowed and self._may_touch(request, obj)
        if record.is_draft:
            return allowed
        return allowed and may(request.user, "publish", record)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        allowed = super().has_delete_permission(request, obj)
        return allowed and self._may_touch(request, obj)

    def _may_touch(self, request: HttpRequest, row: Any) -> bool:
        is_held = bool(self.shown_with and row and row.is_shown)
        return not is_held or may(request.user, "publish", self.shown_with)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fixed = self.fixed_fields if obj else ()
        return (*super().get_readonly_fields(request, obj), *fixed)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        sections = [*super().get_fieldsets(request, obj)]
        if obj and self.has_change_permission(request, obj):
            asked = ["change_reason", "seen_at"]
            if self.reports_to_answer(request, obj):
                asked.insert(1, "answered_report")
            sections.append((_("Why"), {"fields": asked}))
        return sections

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        record = self.record_of(obj) if change else None
        about = {
            "is_correction": record is not None and record.is_published,
            "refusal": getattr(request, REFUSAL, ()),
            "open_reports": self.reports_to_answer(request, obj) if change else None,
        }
        return type(form.__name__, (form,), about)

    def reports_to_answer(self, request: HttpRequest, row: Any) -> Any:
        """Return the open reports that a correction of this row may answer, or none."""
        record = self.record_of(row)
        if not (record and record.is_published and may_handle(request.user)):
            return None
        return CorrectionReport.objects.open().about(record.reference)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Keep what was typed; where that is refused, show it again and say why."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError as refusal:
            setattr(request, REFUSAL, refusal.messages)
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        """Return the row; one about to be changed is held until the change is kept."""
        found = super().get_object(request, object_id, from_field)
        if found and request.method == "POST":
            self.model._default_manager.select_for_update().get(pk=found.pk)
            found = super().get_object(request, object_id, from_field)
        return found

    def save_model(
        self, request: HttpRequest, obj: Any, form: ModelForm, change: bool
    ) -> None:
        setattr(obj, REASON, form.cleaned_data.get("change_reason", ""))
        record = self.record_of(obj) if change else None
        form.lacked = lacking(record) if record and record.is_published else []  # type: ignore[attr-defined]
        if not change and isinstance(obj, Record):
            register(obj)
        elif not change or form.has_changed():
            super().save_model(request, obj, form, change)

    def save_formset(
        self, request: HttpRequest, form: Any, formset: Any, change: bool
    ) -> None:
        for part in formset.forms:
            setattr(part.instance, REASON, form.cleaned_data.get("change_reason", ""))
        super().save_formset(request, form, formset, change)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        parts_changed = any(formset.has_changed() for formset in formsets)
        if not change or not (parts_changed or form.has_changed()):
            return
        record = self.record_of(form.instance)
        reason = form.cleaned_data["change_reason"]
        if record and (parts_changed or record is not form.instance):
            setattr(record, REASON, reason)
            record.save()
        if record and form.is_correction:
            refuse_loss(record, before=form.lacked)
            self._say_corrected(request, record, form)

    def _say_corrected(self, request: HttpRequest, record: Record, form: Any) -> None:
        reason = form.cleaned_data["change_reason"]
        report = form.cleaned_data.get("answered_report")
        by, at = request.user, timezone.now()
        correct(record, by=by, at=at, reason=reason, report=report)
        if report:
            answer(report, by=by, note=reason)


class PartAdmin(TrackedAdmin):
    """Parts of a record on a page of their own, for what does not fit into its page.

    They are added, and after publication taken away, on the page of the record, where
    the reason is asked.
    """

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        record = self.record_of(obj) if obj else None
        is_open = record is None or (record.is_draft and not record.was_public)
        return is_open and super().has_delete_permission(request, obj)
