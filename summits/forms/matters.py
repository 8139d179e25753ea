from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from publication.forms import ReasonedForm
from summits.models.matters import GOVERNMENTS

MOST_SECTORS = 3


class AddresseesField(forms.CharField):
    """A list of governments and province codes, typed with spaces or commas."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        text = super().to_python(value) or ""
        return text.replace(",", " ").replace(";", " ").split()

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(data) != (initial or [])


class MatterForm(ReasonedForm):
    """A commitment or a proposal."""

    addressees = AddresseesField(
        label=capfirst(_("addressees")),
        required=False,
        help_text=_("Governments or provinces: %s, VN-23, LA-BL …")
        % ", ".join(GOVERNMENTS),
    )

    def clean_sectors(self) -> Any:
        sectors = self.cleaned_data["sectors"]
        if len(sectors) > MOST_SECTORS:
            raise ValidationError(
                _("%(count)d sectors are too many. Choose one to three."),
                params={"count": len(sectors)},
            )
        return sectors
