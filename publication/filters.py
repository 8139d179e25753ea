"""Narrowing a list by a query, strictly: what is not understood is refused.

One FilterSet for each record serves its page, the API and the exports alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import BadRequest, ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from publication.models import Change

MAX_VALUES = 50
MAX_NAMED = 60
NOT_ACCEPTED = gettext_lazy("“%(value)s” is not accepted here.")


@dataclass(frozen=True)
class Fault:
    """One thing a query asks that the records do not know."""

    parameter: str
    message: str
    accepted: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not self.accepted:
            return f"{self.parameter}: {self.message}"
        return _("%(parameter)s: %(message)s Accepted: %(accepted)s.") % {
            "parameter": self.parameter,
            "message": self.message,
            "accepted": ", ".join(self.accepted),
        }


class BadQuery(BadRequest):
    """A query with faults; pages and API answer it with 400 and name each fault."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(str(fault) for fault in self.faults))


class StrictFilterSet(django_filters.FilterSet):
    """Filters of one record; a name or value it does not know raises BadQuery.

    ``also`` are the names somebody else reads from the same query (``page``,
    ``cursor``). Blank values, as forms send them, count as not given.
    """

    def __init__(
        self, data: Any, queryset: QuerySet, *, also: Iterable[str] = (), **options: Any
    ) -> None:
        self.also = tuple(also)
        self.given = QueryDict(mutable=True)
        for name, values in (data or QueryDict()).lists():
            if kept := [value for value in values if value.strip()]:
                self.given.setlist(name, kept)
        super().__init__(self.given, queryset, **options)

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        if faults := self.faults():
            raise BadQuery(faults)
        return super().filter_queryset(queryset)

    def faults(self) -> list[Fault]:
        """Return everything the query says that is not understood, in its order."""
        return [*self._unknown(), *self._too_many(), *self._impossible()]

    def _unknown(self) -> Iterator[Fault]:
        known = (*self.filters, *self.also)
        for name in self.given:
            if name not in known:
                yield Fault(name[:100], _("This name is not known here."), known)

    def _too_many(self) -> Iterator[Fault]:
        for name, field in self.form.fields.items():
            count = len(self.given.getlist(name))
            if takes_several(field):
                if count > MAX_VALUES:
                    message = _("Give at most %(limit)d values.")
                    yield Fault(name, message % {"limit": MAX_VALUES})
            elif count > 1:
                yield Fault(name, _("Give it once."))

    def _impossible(self) -> Iterator[Fault]:
        for name, errors in self.form.errors.as_data().items():
            field = self.form.fields[name]
            for error in errors:
                yield Fault(name, " ".join(error.messages), told_of(field))


def narrow(
    filterset: type[StrictFilterSet],
    request: HttpRequest,
    queryset: QuerySet,
    *,
    also: Iterable[str] = (),
) -> StrictFilterSet:
    """Return the filters with the request's query; read the rows from its ``qs``.

    Raises BadQuery for an unknown name (``also`` are known) or an impossible value.
    """
    found = filterset(request.GET, queryset, request=request, also=also)
    if faults := found.faults():
        raise BadQuery(faults)
    return found


def takes_several(field: forms.Field) -> bool:
    """Tell whether a name may be repeated, once for each value."""
    return getattr(field.widget, "allow_multiple_selected", False)


def told_of(field: forms.Field) -> tuple[str, ...]:
    """Return what a refusal names: the values accepted, or their form in words."""
    form = getattr(field, "in_words", None)
    return (str(form),) if form else accepted_by(field)


def accepted_by(field: forms.Field) -> tuple[str, ...]:
    """Return the values a field accepts, or examples of them."""
    if isinstance(field, forms.ModelChoiceField):
        name = field.to_field_name
        rows = field.queryset.order_by(name).values_list(name, flat=True)
        named = tuple(rows[: MAX_NAMED + 1])
        return named if len(named) <= MAX_NAMED else (*named[:MAX_NAMED], "…")
    if hasattr(field, "choices"):
        return tuple(str(value) for value, _label in field.choices if value)
    return tuple(str(form) for form in getattr(field, "accepted", ()))


def matching(queryset: QuerySet, condition: Q) -> QuerySet:
    """Keep the rows a condition across to-many relations holds for, each once."""
    rows = queryset.model.objects.filter(condition)
    return queryset.filter(pk__in=rows.values("pk"))


class AnyOf(django_filters.MultipleChoiceFilter):
    """One or several of declared values; ``distinct`` where the path branches."""

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("error_messages", {"invalid_choice": NOT_ACCEPTED})
        super().__init__(*args, **{"distinct": False, **options})

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        if not value:
            return qs
        condition = Q(**{f"{self.field_name}__in": list(value)})
        return matching(qs, condition) if self.distinct else qs.filter(condition)


class RecordChoiceField(django_filters.fields.ModelMultipleChoiceField):
    """Public records by their references."""

    default_error_messages = {
        "invalid_choice": NOT_ACCEPTED,
        "invalid_pk_value": gettext_lazy("“%(pk)s” is not accepted here."),
    }


class AnyRecord(AnyOf, django_filters.ModelMultipleChoiceFilter):
    """One or several public records, by reference.

    Takes the question for public rows as a function, so that it is asked anew each
    time: ``AnyRecord(choices=Partnership.objects.public)``.
    """

    field_class = RecordChoiceField

    def __init__(
        self, *args: Any, choices: Callable[[], QuerySet], **options: Any
    ) -> None:
        options |= {
            "queryset": lambda _request: choices(),
            "to_field_name": options.get("to_field_name", "reference"),
            "error_messages": {},
        }
        super().__init__(*args, **options)


class FormOfTextField(forms.CharField):
    """Text of one form, read by ``read`` (ValueError: refused).

    ``in_words`` names the form to readers; ``accepted`` are examples of it.
    """

    def __init__(
        self,
        *,
        accepted: Iterable[Any],
        in_words: Any,
        read: Callable[[str], Any],
        **options: Any,
    ) -> None:
        self.accepted = tuple(accepted)
        self.in_words = in_words
        self.read = read
        super().__init__(**options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return self._read(text) if text else None

    def _read(self, text: str) -> Any:
        try:
            return self.read(text)
        except ValueError as error:
            raise ValidationError(NOT_ACCEPTED % {"value": text[:100]}) from error


class SeveralTextInput(forms.TextInput):
    """Free text whose name may be repeated."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return data.getlist(name)


class SeveralFormsOfTextField(FormOfTextField):
    """The same, any number of times."""

    widget = SeveralTextInput

    def clean(self, value: Any) -> list[Any]:
        return [super(SeveralFormsOfTextField, self).clean(one) for one in value or []]


class Formed(django_filters.Filter):
    """One text of a form, compared with a column."""

    field_class = FormOfTextField


class ModifiedSince(Formed):
    """Rows changed at a moment or later."""

    def __init__(self, **options: Any) -> None:
        given = {
            "field_name": "modified_at",
            "lookup_expr": "gte",
            "label": gettext_lazy("Changed since"),
            "accepted": ("2026-01-31", "2026-01-31T08:00:00Z"),
            "in_words": gettext_lazy(
                "a day or a moment such as 2026-01-31 or 2026-01-31T08:00:00Z"
            ),
            "read": moment,
        }
        super().__init__(**given | options)


def moment(text: str) -> datetime:
    """Read a day or a moment (ISO 8601); without a zone it is the portal's own."""
    if day := parse_date(text):
        return timezone.make_aware(datetime.combine(day, time.min))
    if (found := parse_datetime(text)) is None:
        raise ValueError(text)
    return found if timezone.is_aware(found) else timezone.make_aware(found)


class Ordering(django_filters.ChoiceFilter):
    """One of the declared orders, each a name, a label and the columns it means.

    The first is the usual one, taken where none is asked for.
    """

    def __init__(self, orders: dict[str, tuple[Any, tuple[str, ...]]]) -> None:
        self.usual = next(iter(orders))
        self.columns = {name: columns for name, (_label, columns) in orders.items()}
        super().__init__(
            label=gettext_lazy("Order"),
            choices=[(name, label) for name, (label, _columns) in orders.items()],
            error_messages={"invalid_choice": NOT_ACCEPTED},
        )

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        return qs.order_by(*self.columns[value or self.usual])


CHANGES = {
    "modified_at": (gettext_lazy("Least recently changed first"), ("modified_at",)),
    "-modified_at": (gettext_lazy("Last changed first"), ("-modified_at",)),
}


def whole_number(text: str) -> int:
    """Read a number from 0 of Western digits that the databases can hold."""
    if not re.fullmatch(r"\d{1,18}", text, re.ASCII):
        raise ValueError(text)
    return int(text)


def point_in_log(text: str) -> int | datetime:
    """Read the number of a change, or a day or a moment."""
    return whole_number(text) if text.isdecimal() else moment(text)


class AfterPoint(Formed):
    """Changes after the one with a number, or since a day or a moment."""

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        if value is None:
            return qs
        is_moment = isinstance(value, datetime)
        return qs.filter(at__gte=value) if is_moment else qs.filter(pk__gt=value)


class ChangeFilterSet(StrictFilterSet):
    since = AfterPoint(
        label=gettext_lazy("Since a day, or after the change with a number"),
        accepted=("1204", "2026-01-31"),
        in_words=gettext_lazy(
            "a whole number such as 1204, or a day such as 2026-01-31"
        ),
        read=point_in_log,
    )
    kind = AnyOf(label=gettext_lazy("Kind"), choices=Change.Kind.choices)

    class Meta:
        model = Change
        fields: list[str] = []
