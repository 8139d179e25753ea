"""Forms of citations: the words must stand in the source they are said to be from."""

from typing import Any, ClassVar

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class CitationForm(forms.ModelForm):
    """Finds the quotation in the text of its source, and keeps where it stands."""

    # The facts a passage may carry: name and label.
    facts: ClassVar[list[tuple[str, str]]] = []

    field = forms.ChoiceField(label=capfirst(_("supports")))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = self.instance.field
        known = [name for name, _label in self.facts]
        others = [] if not kept or kept in known else [(kept, kept)]
        self.fields["field"].choices = [*self.facts, *others]
        self.fields["quote"].strip = False

    def clean_quote(self) -> str:
        return self.cleaned_data["quote"].replace("\r\n", "\n")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        source, quote = values.get("source"), values.get("quote", "")
        if {"source", "quote"} & set(self.changed_data):
            self._locate(source.text if source else "", quote)
        return values

    def _locate(self, text: str, quote: str) -> None:
        start = text.find(quote) if text and quote else None
        if start == -1:
            self.add_error(
                "quote",
                _(
                    "These words do not stand in the text of the source. Copy them "
                    "exactly as they stand there, or leave the quotation blank."
                ),
            )
            return
        self.instance.start = start
        self.instance.end = None if start is None else start + len(quote)
