"""Forms of summits, minutes and partnerships."""

from summits.forms.delegates import DelegateForm, DelegateFormSet, DelegationFormSet
from summits.forms.files import MinutesFileForm, MinutesFileFormSet
from summits.forms.matters import MatterForm
from summits.forms.partnerships import PartnershipForm

__all__ = [
    "DelegateForm",
    "DelegateFormSet",
    "DelegationFormSet",
    "MatterForm",
    "MinutesFileForm",
    "MinutesFileFormSet",
    "PartnershipForm",
]
