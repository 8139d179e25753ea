from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from publication.forms import ReasonedForm
from publication.models import Reference
from summits.models import Partnership

FEWEST = 2


class PartnershipForm(ReasonedForm):
    """A partnership is named by its provinces, which never change."""

    def clean_provinces(self) -> Any:
        provinces = self.cleaned_data["provinces"]
        if len(provinces) < FEWEST:
            raise ValidationError(_("A partnership has two provinces or more."))
        reference = Partnership.reference_of(row.code for row in provinces)
        if Reference.objects.filter(text=reference).exists():
            raise ValidationError(
                _("The partnership %(reference)s exists. Open that one instead."),
                params={"reference": reference},
            )
        self.instance.reference = reference
        return provinces
