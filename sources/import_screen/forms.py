"""What the screens for spreadsheets ask."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from sources.spreadsheets import FORMATS
from sources.spreadsheets.files import check_length


class ImportForm(forms.Form):
    """The file to look at, and why it changes what is public, where it does."""

    import_file = forms.FileField(label=gettext_lazy("File"), max_length=255)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=500,
        widget=forms.TextInput,
        help_text=gettext_lazy(
            "Needed where the file changes published records; visitors read it."
        ),
    )

    def clean_import_file(self) -> Any:
        file = self.cleaned_data["import_file"]
        check_length(file.size)
        return file


class ExportForm(forms.Form):
    """Which format, and for CSV which sheet."""

    format = forms.ChoiceField(
        label=gettext_lazy("Format"),
        choices=[(one.extension, one.extension.upper()) for one in FORMATS],
        initial="xlsx",
    )
    sheet = forms.ChoiceField(
        label=gettext_lazy("Sheet"),
        required=False,
        help_text=gettext_lazy("A CSV file holds one sheet; others hold them all."),
    )

    def __init__(self, sheets: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sheet"].choices = [(name, name) for name in sheets]  # type: ignore[attr-defined]
