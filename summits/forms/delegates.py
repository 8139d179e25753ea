from collections import Counter
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from provinces.models import Province
from summits.models import Delegate, Delegation, Summit


class DelegateForm(forms.ModelForm):
    """A delegate under the province that sent them."""

    side = forms.ModelChoiceField(Province.objects.all(), label=capfirst(_("side")))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["side"].initial = self.instance.delegation.province_id


class DelegationFormSet(forms.BaseInlineFormSet):
    """The sides of a summit; one that people came with is not taken away with them."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if getattr(form.instance, "people", 0) and "DELETE" in form.fields:
            form.fields["DELETE"].disabled = True


class DelegateFormSet(forms.BaseModelFormSet):
    """All delegates of one summit on its page, whichever side they came with."""

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        instance: Summit | None = None,
        prefix: str | None = None,
        queryset: QuerySet | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs.pop("save_as_new", None)  # said to every inline; nothing is saved as new
        self.instance = instance
        rows = Delegate.objects.all() if queryset is None else queryset
        summit = instance.pk if instance else None
        rows = rows.filter(delegation__summit=summit).order_by(
            "-delegation__province__country", "delegation__province__reference", "pk"
        )
        super().__init__(data, files, prefix=prefix, queryset=rows, **kwargs)

    @classmethod
    def get_default_prefix(cls) -> str:
        return "delegates"

    def clean(self) -> None:
        """Say what the database would refuse: two heads of a side, a name twice."""
        kept = [form.cleaned_data for form in self.forms if self._is_kept(form)]
        heads = Counter(row["side"] for row in kept if row["is_head"])
        names = Counter((row["side"], row["name"]) for row in kept)
        said = [
            _("%(side)s has %(count)d heads of delegation. Mark one.")
            % {"side": side, "count": count}
            for side, count in heads.items()
            if count > 1
        ] + [
            _("%(name)s stands twice among the delegates of %(side)s. Remove one.")
            % {"side": side, "name": name}
            for (side, name), count in names.items()
            if count > 1
        ]
        if said:
            raise ValidationError(said)

    @property
    def initial_forms(self) -> list[Any]:
        """The rows kept before, heads last: a side never has two at a time."""
        forms = super().initial_forms
        return sorted(forms, key=lambda form: form.instance.is_head)

    def save_new(self, form: Any, commit: bool = True) -> Delegate:
        return self._save(form, commit=commit)

    def save_existing(self, form: Any, obj: Any, commit: bool = True) -> Delegate:  # noqa: ARG002 - Django hands it over
        return self._save(form, commit=commit)

    def _save(self, form: Any, *, commit: bool) -> Delegate:
        form.instance.delegation, _new = Delegation.objects.get_or_create(
            summit=self.instance, province=form.cleaned_data["side"]
        )
        return form.save(commit=commit)

    def _is_kept(self, form: Any) -> bool:
        values = getattr(form, "cleaned_data", None) or {}
        return {"side", "name"} <= values.keys() and not values.get("DELETE")
