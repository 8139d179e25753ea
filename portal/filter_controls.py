"""A filter form as the page shows it: its controls, and the filters now in use.

The choices of each field are read once, so the chips cost no further query.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language

from portal.addresses import without
from publication.reckoned import reckoned

# More values than this are no choice to look through: their own pages lead here.
MOST = 100


@dataclass(frozen=True)
class Option:
    """One value a filter accepts."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Control:
    """One filter of the form: free text, one of several values, or several of them."""

    name: str
    label: str
    kind: str
    value: str
    options: tuple[Option, ...]
    errors: tuple[str, ...]
    hint: str

    @property
    def chosen(self) -> tuple[Option, ...]:
        """The options in use."""
        return tuple(option for option in self.options if option.is_chosen)


@dataclass(frozen=True)
class Chip:
    """A filter in use, and the query without it."""

    label: str
    value: str
    url: str


def controls_of(form: forms.Form, query: QueryDict) -> tuple[Control, ...]:
    """Describe every visible field of a filter form, with what the query chose.

    Where there is nothing to choose from yet, there is no control; where there is too
    much, it holds only what the query chose.
    """
    controls = [_control(bound, query) for bound in form.visible_fields()]
    return tuple(
        one for one in controls if one.options or one.errors or one.kind == "text"
    )


def _control(bound: forms.BoundField, query: QueryDict) -> Control:
    given = query.getlist(bound.html_name)
    choices = _choices(bound)
    options = tuple(
        Option(value, label, value in given)
        for value, label in choices
        if value in given or len(choices) <= MOST
    )
    return Control(
        name=bound.html_name,
        label=str(bound.label),
        kind=_kind(bound.field),
        value=given[-1] if given else "",
        options=options,
        errors=tuple(map(str, bound.errors)),
        hint=str(bound.help_text),
    )


def _choices(bound: forms.BoundField) -> list[tuple[str, str]]:
    """Return values and labels; the public records among them are read once.

    Forms of one name ask for the same records: they are classes, made at no request.
    """
    if not isinstance(bound.field, forms.ModelChoiceField):
        return _told(bound.field)
    name = f"{type(bound.form).__name__}.{bound.name}, {get_language()}"
    return reckoned(f"choices of {name}", lambda: _told(bound.field))


def _told(field: forms.Field) -> list[tuple[str, str]]:
    choices = _flat(getattr(field, "choices", ()))
    return [(str(value), str(label)) for value, label in choices if str(value)]


def _kind(field: forms.Field) -> str:
    if isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
        return "several"
    return "one" if hasattr(field, "choices") else "text"


def _flat(choices: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Choices without their groups."""
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield value, label


def chips_of(controls: Iterable[Control], query: QueryDict) -> tuple[Chip, ...]:
    """Name each filter in use; following a chip's address takes that filter away."""
    return tuple(
        Chip(
            control.label,
            _words_for(control, value),
            without(query, control.name, value),
        )
        for control in controls
        for value in query.getlist(control.name)
        if value
    )


def _words_for(control: Control, value: str) -> str:
    known = {option.value: option.label for option in control.options}
    return known.get(value, value)
