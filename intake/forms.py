"""Forms of the review desk: one field for each kind of value a fact may hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from intake.desk.words import CHOSEN, ROLES, Names
from intake.models import Suggestion
from intake.points import DETAILS, ESSENTIAL, POINTS, label_of
from sources.partial_dates import MAX_LENGTH, PartialDate, validate_partial_date
from sources.spelling import fold
from summits.templatetags.records import GOVERNMENTS

Kind = Suggestion.Kind
DAY_FIRST = re.compile(r"(?:(\d{1,2})[/.-])?(\d{1,2})[/.-]([12]\d{3})(\?)?")
YEAR_FIRST = re.compile(r"([12]\d{3})-(\d\d)(?:-(\d\d))?(\?)?")
DATES = {"date", "signed_on", "covers"}
MANY = {"provinces", "actors", "addressees", "sectors", "roles"}
LINES = {"titles", "signatories"}
LONGEST_TEXT = 5000
LONGEST_LINE = 300
FEW = 2  # provinces that a meeting or a paper is between, at least
# An item without its force would be taken for another kind of item.
NEEDED = ESSENTIAL | {Kind.ITEM: ESSENTIAL[Kind.ITEM] | {"force"}}
# More places than these nobody chooses from: more words are asked for instead.
MOST_PLACES = 20


class PartialDateInput(forms.CharField):
    """A date as precise as it is known, day first or year first."""

    def __init__(self, **more: Any) -> None:
        hint = _("Such as 18/12/2021, 12/2021 or 2021; ? marks what is uncertain.")
        super().__init__(max_length=MAX_LENGTH, help_text=hint, **more)

    def prepare_value(self, value: Any) -> Any:
        return _day_first(value) if isinstance(value, str) else value

    def clean(self, value: Any) -> str | None:
        text = super().clean(value).strip()
        if not text:
            return None
        text = _year_first(text)
        validate_partial_date(text)
        return str(PartialDate(text))


class LinesInput(forms.CharField):
    """Several names or titles, each on a line of its own."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        text = super().clean(value)
        return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


class FactForm(forms.Form):
    """All fields of one fact, each as its kind of value asks for it.

    ``near`` are the provinces the article speaks of: those are offered first.
    """

    def __init__(
        self, kind: str, names: Names, near: Iterable[str], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.names = kind, names
        self.near = list(near)
        for name in (*POINTS[kind], *DETAILS[kind]):
            self.fields[name] = self._field(name)
            if name == "provinces":
                self.fields["provinces_more"] = _more_provinces()

    def value_of(self, name: str) -> Any:
        """Return a field in the form in which suggestions hold it, or raise its fault.

        A form whose other fields are at fault does not matter to this one.
        """
        self.full_clean()
        for part in (name, f"{name}_more"):
            if part in self.errors:
                raise ValidationError(list(self.errors[part]))
        value = self.cleaned_data[name]
        if name == "provinces":
            value = sorted({*value, *self.cleaned_data["provinces_more"]})
            if len(value) == 1:
                raise ValidationError(_("Name both sides."))
        if not value and name in NEEDED[self.kind]:
            raise ValidationError(
                _("“%(field)s” cannot be blank. Reject the fact instead.")
                % {"field": label_of(name)}
            )
        stands = self.initial.get(name)
        if name in MANY and stands and set(value) == set(stands):
            return stands  # the order of boxes says nothing
        return value or ([] if name in MANY | LINES else None)

    def clean_provinces_more(self) -> list[str]:
        """Take provinces by name or code, and say which is not known."""
        typed = re.split(r"[,;\n]", self.cleaned_data["provinces_more"])
        return [self._code_of(text.strip()) for text in typed if text.strip()]

    def _code_of(self, text: str) -> str:
        found = [
            code
            for code, spellings in self.names.spellings().items()
            if text.upper() == code or fold(text) in map(fold, spellings)
        ]
        if len(found) != 1:
            raise ValidationError(
                _("“%(text)s” is no province known here. Give its name or its code.")
                % {"text": text}
            )
        return found[0]

    def _field(self, name: str) -> forms.Field:
        more: dict[str, Any] = {"label": label_of(name), "required": False}
        choices = self._choices(name)
        if name in MANY:
            box = forms.CheckboxSelectMultiple
            return forms.MultipleChoiceField(choices=choices, widget=box, **more)
        if choices:
            is_needed = name in NEEDED[self.kind] and self.initial.get(name)
            blank = [] if is_needed else [("", "–")]
            return forms.ChoiceField(choices=[*blank, *choices], **more)
        return _typed(name, more)

    def _choices(self, name: str) -> list[tuple[str, str]]:
        """Return what may be chosen for a field; none: it is typed."""
        labels = ROLES if name == "roles" else CHOSEN.get((self.kind, name))
        if name == "sectors":
            labels = {code: str(row) for code, row in self.names.sectors.items()}
        if labels:
            return [(code, str(label)) for code, label in labels.items()]
        if name == "addressees":
            return self._named([*self.near, *GOVERNMENTS])
        if name in {"provinces", "actors", "side"}:
            return self._named(self.near or self.names.provinces)
        if name == "province":
            return self._named(dict.fromkeys([*self.near, *self.names.provinces]))
        return []

    def _named(self, codes: Iterable[str]) -> list[tuple[str, str]]:
        return [(code, self.names.of(code)) for code in codes]


class NewFactForm(FactForm):
    """A fact the reader missed: its fields, and the exact words that carry it."""

    def clean(self) -> dict[str, Any] | None:
        """Ask for what a fact of this kind cannot be without."""
        for name in NEEDED[self.kind]:
            given = self.cleaned_data.get(name) or self.cleaned_data.get(f"{name}_more")
            if name not in self.errors and not given:
                self.add_error(name, _("Needed."))
        if "provinces" in self.fields and not self.errors and len(self._sides()) < FEW:
            self.add_error("provinces", _("Name both sides."))
        return self.cleaned_data

    def _sides(self) -> set[str]:
        return {*self.cleaned_data["provinces"], *self.cleaned_data["provinces_more"]}

    def values(self) -> dict[str, Any]:
        """Return all values of the new fact, blank ones as the reader leaves them."""
        found = {
            name: self.value_of(name)
            for name in (*POINTS[self.kind], *DETAILS[self.kind])
        }
        return found | _beside(self.kind)


class WordsForm(forms.Form):
    """The exact words of an article that carry a fact, and which place is meant."""

    quote = forms.CharField(
        label=gettext_lazy("Exact words of the article"),
        widget=forms.Textarea(attrs={"rows": 3}),
        strip=True,
        help_text=gettext_lazy("Copied from the article, as they stand there."),
    )
    start = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=0)

    def __init__(self, text: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = text
        self.places: list[int] = []

    def clean(self) -> dict[str, Any] | None:
        """Find the words; where they stand more than once, one place must be chosen."""
        quote = self.cleaned_data.get("quote")
        if not quote:
            return self.cleaned_data
        try:
            self.cleaned_data["span"] = found_in(
                self.text, quote, self.cleaned_data.get("start")
            )
        except SeveralPlacesError as error:
            self.places = error.places
            self.add_error("quote", error)
        except ValidationError as error:
            self.add_error("quote", error)
        return self.cleaned_data


class SeveralPlacesError(ValidationError):
    """Words that stand in several places of an article, of which one must be meant."""

    def __init__(self, message: str, places: list[int]) -> None:
        super().__init__(message)
        self.places = places


class SpellingForm(forms.Form):
    """How the article spells a province or a place that is recorded otherwise."""

    spelling = forms.CharField(
        label=gettext_lazy("Spelling in the article"), max_length=200
    )
    meant = forms.ChoiceField(label=gettext_lazy("What it names"))

    def __init__(
        self, meant: Iterable[tuple[str, str]], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meant"].choices = [("", "–"), *meant]


class UndoForm(forms.Form):
    """Why what an article brought is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Kept in the history."),
    )


def found_in(text: str, quote: str, start: int | None = None) -> tuple[int, int]:
    """Return where words stand in an article; white space may differ, nothing else.

    ``start`` says which place is meant where there are several. Raises ValidationError
    with a sentence where the words do not stand there, or nobody said which.
    """
    pieces = [re.escape(piece) for piece in quote.split()]
    found = [match.span() for match in re.finditer(r"\s+".join(pieces), text)]
    if not found:
        raise ValidationError(
            _("“%(quote)s” does not stand in the article. Copy its exact words.")
            % {"quote": quote[:80]}
        )
    meant = [span for span in found if span[0] == start]
    if meant or len(found) == 1:
        return (meant or found)[0]
    is_many = len(found) > MOST_PLACES
    told = (
        _("“%(quote)s” stands in the article %(count)d times. Copy more of its words.")
        if is_many
        else _(
            "“%(quote)s” stands in the article %(count)d times. "
            "Say which place is meant."
        )
    )
    raise SeveralPlacesError(
        told % {"quote": quote[:80], "count": len(found)},
        [] if is_many else [first for first, _last in found],
    )


def _typed(name: str, more: dict[str, Any]) -> forms.Field:
    """Return the field for a value that is typed, by what it holds."""
    if name in DATES:
        return PartialDateInput(**more)
    if name in LINES:
        return LinesInput(max_length=LONGEST_TEXT, **more)
    if name == "text":
        return forms.CharField(widget=forms.Textarea, max_length=LONGEST_TEXT, **more)
    return forms.CharField(max_length=LONGEST_LINE, **more)


def _day_first(text: str) -> str:
    """Turn 2021-12-18 into the order in which people type it; leave the rest."""
    match = YEAR_FIRST.fullmatch(text)
    if not match:
        return text
    year, month, day, mark = match.groups()
    numbers = [str(int(part)) for part in (day, month) if part]
    return "/".join([*numbers, year]) + (mark or "")


def _year_first(text: str) -> str:
    """Turn 18/12/2021 and 12/2021 into the form that dates are kept in."""
    match = DAY_FIRST.fullmatch(text)
    if not match:
        return text
    day, month, year, mark = match.groups()
    parts = [year, f"{int(month):02}", *([f"{int(day):02}"] if day else [])]
    return "-".join(parts) + (mark or "")


def _more_provinces() -> forms.CharField:
    return forms.CharField(
        label=_("Other provinces"),
        required=False,
        max_length=LONGEST_LINE,
        widget=forms.TextInput(attrs={"list": "provinces"}),
        help_text=_("Names or codes, with commas between."),
    )


def _beside(kind: str) -> dict[str, Any]:
    """Return what the reader says beside the fields, for a fact that a person gives."""
    if kind == Kind.EVENT:
        return {"date_as_printed": None, "year_inferred": False, "reasoning": None}
    return {"reasoning": None} if kind == Kind.DOCUMENT else {}
