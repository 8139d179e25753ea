"""Forms of records: the reason for a change, and no change lost to another one."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from publication.models import Record
from publication.references import register
from publication.reports import CorrectionReport

# What a form asks beside the facts of its row.
ABOUT_THE_CHANGE = {"change_reason", "answered_report", "seen_at"}
REASON_LENGTH = 1000


class SeenForm(forms.ModelForm):
    """A form that refuses to overwrite what somebody else saved in the meantime."""

    seen_at = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen_at"].initial = self._kept_at()

    def has_changed(self) -> bool:
        """Whether a fact differs; the reason and the time seen are none."""
        return bool(set(self.changed_data) - ABOUT_THE_CHANGE)

    def clean_seen_at(self) -> str:
        seen = self.cleaned_data["seen_at"]
        if seen != self._kept_at():
            raise ValidationError(
                _(
                    "Somebody else has saved this since you opened it. Open it in "
                    "another window, compare, and enter your change anew."
                ),
                code="overtaken",
            )
        return seen

    def _kept_at(self) -> str:
        return self.instance.modified_at.isoformat() if self.instance.pk else ""


class ReasonedForm(SeenForm):
    """A form that asks why; what the public reads is not changed without a reason."""

    is_correction: ClassVar[bool] = False
    # Why the database refused this very form a moment ago.
    refusal: ClassVar[tuple[str, ...]] = ()

    change_reason = forms.CharField(
        label=capfirst(_("reason for the change")),
        required=False,
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Kept in the history."),
    )
    answered_report = forms.ModelChoiceField(
        label=capfirst(_("report of an error")),
        queryset=CorrectionReport.objects.none(),
        required=False,
        help_text=_(
            "The report that this correction answers, if it does: it is settled with "
            "it, and visitors read that a reader pointed the error out."
        ),
    )
    # The open reports about the record, for those who may handle them.
    open_reports: ClassVar[Any] = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.open_reports is not None:
            self.fields["answered_report"].queryset = self.open_reports
        if self.is_correction:
            field = self.fields["change_reason"]
            field.required = True
            field.help_text = _(
                "Needed: the record is published, and visitors read the reason in "
                "the list of changes."
            )

    def clean(self) -> dict[str, Any] | None:
        if self.refusal:
            raise ValidationError(list(self.refusal))
        return super().clean()


class ReasonForm(forms.Form):
    """Asks for the reason of an act."""

    reason = forms.CharField(
        label=capfirst(_("reason")),
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Visitors read it where the record was."),
    )


class NoteForm(forms.Form):
    """Asks what was found and done about a report; only staff read it."""

    note = forms.CharField(
        label=capfirst(_("note")),
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What was found and done. Only staff read it."),
    )

    def __init__(self, *args: Any, is_needed: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].required = is_needed


class RecordFormSet(forms.BaseInlineFormSet):
    """Records below another one: new ones are registered, public ones are left alone.

    What was published is changed on its own page, where the reason is asked.
    """

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        record = form.instance
        if record.pk and not record.is_draft:
            for field in form.fields.values():
                field.disabled = True
        elif record.pk and record.was_public and DELETION_FIELD_NAME in form.fields:
            form.fields[DELETION_FIELD_NAME].disabled = True

    def save_new(self, form: forms.ModelForm, commit: bool = True) -> Record:
        record = super().save_new(form, commit=False)
        register(record)
        form.save_m2m()
        return record
