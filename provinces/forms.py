"""Forms of provinces: a code is typed once, when the province is first kept."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from publication.forms import ReasonedForm
from publication.models import Reference


class ProvinceForm(ReasonedForm):
    """Takes the ISO 3166-2 code of a new province as its reference."""

    code = forms.CharField(
        label=capfirst(_("code")),
        max_length=5,
        required=False,
        help_text=_("ISO 3166-2, such as VN-23 or LA-BL. It never changes."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].required = self.instance.pk is None

    def clean_code(self) -> str:
        code = self.cleaned_data["code"].upper()
        if self.instance.pk:
            return self.instance.reference
        # What a code looks like is the province's own check; it reads it from here.
        self.instance.reference = code
        if Reference.objects.filter(text=code).exists():
            raise forms.ValidationError(
                _("The code %(code)s was used before. Open that province instead."),
                params={"code": code},
            )
        return code
