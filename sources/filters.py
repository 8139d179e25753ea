"""Filters over dates of any precision and over words, and those of sources."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Concat, Replace, StrIndex, Substr
from django.utils.translation import gettext_lazy as _

from publication.filters import (
    CHANGES,
    Formed,
    ModifiedSince,
    Ordering,
    SeveralFormsOfTextField,
    StrictFilterSet,
)
from sources.models import Source
from sources.partial_dates import PartialDate
from sources.spelling import fold
from sources.text import clean_text

YEAR = re.compile(r"[12]\d{3}", re.ASCII)
DATE_FORMS = ("2021", "2021-12", "2021-12-18")
# Behind a date it makes the last day that date may mean: no month or day is 99.
LAST = "-99-99"
MAX_WORDS = 20


def year(text: str) -> str:
    """Read a year of four digits."""
    if not YEAR.fullmatch(text):
        raise ValueError(text)
    return text


def point(text: str) -> PartialDate:
    """Read a year, a month or a day; nothing uncertain and no interval."""
    date = PartialDate(text)
    if date.is_interval or date.is_uncertain:
        raise ValueError(text)
    return date


def may_lie_between(
    queryset: QuerySet, column: str, *, since: str = "", until: str = ""
) -> QuerySet:
    """Keep the rows whose date may lie in the span: a bare year lies in its months."""
    certain = Replace(F(column), Value("?"), Value(""))
    slash = StrIndex(Concat(certain, Value("/")), Value("/"))
    begins = Substr(certain, 1, slash - 1)
    ends = Concat(Substr(certain, StrIndex(certain, Value("/")) + 1), Value(LAST))
    rows = queryset.exclude(**{column: ""})
    if since:
        rows = rows.alias(span_ends=ends).filter(span_ends__gte=since)
    if until:
        rows = rows.alias(span_begins=begins).filter(span_begins__lte=until + LAST)
    return rows


class Year(django_filters.Filter):
    """Rows whose date may lie in one of the years."""

    field_class = SeveralFormsOfTextField

    def __init__(self, field_name: str, **options: Any) -> None:
        given = {
            "label": _("Year"),
            "accepted": ("2023",),
            "in_words": _("a year such as 2023"),
            "read": year,
        }
        super().__init__(field_name, **given | options)

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        if not value:
            return qs
        spans = [
            may_lie_between(
                qs.model.objects.all(), self.field_name, since=one, until=one
            )
            for one in dict.fromkeys(value)
        ]
        condition = Q()
        for span in spans:
            condition |= Q(pk__in=span.values("pk"))
        return qs.filter(condition)


class Since(Formed):
    """Rows whose date may lie on that day or later."""

    def __init__(self, field_name: str, **options: Any) -> None:
        given = {
            "label": _("Since"),
            "accepted": DATE_FORMS,
            "in_words": _("a date such as 2023, 2023-03 or 2023-03-30"),
            "read": point,
        }
        super().__init__(field_name, **given | options)

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        return may_lie_between(qs, self.field_name, since=value) if value else qs


class Until(Since):
    """Rows whose date may lie on that day or earlier."""

    def __init__(self, field_name: str, **options: Any) -> None:
        super().__init__(field_name, **{"label": _("Until")} | options)

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        return may_lie_between(qs, self.field_name, until=value) if value else qs


class WordsField(forms.CharField):
    """Words to look for, folded."""

    def clean(self, value: Any) -> list[str]:
        text = super().clean(value)
        words = fold(clean_text(text)).split()
        if text and not words:
            raise ValidationError(_("Give at least one letter or digit to look for."))
        if len(words) > MAX_WORDS:
            raise ValidationError(
                _("Give at most %(limit)d words to look for.") % {"limit": MAX_WORDS}
            )
        return words


class Words(django_filters.Filter):
    """Rows in which every word occurs, marks and case aside.

    ``condition`` says what one folded word means for a row.
    """

    field_class = WordsField

    def __init__(self, condition: Callable[[str], Q], **options: Any) -> None:
        self.condition = condition
        super().__init__(**{"label": _("Words"), "max_length": 200} | options)

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        for word in value or ():
            qs = qs.filter(self.condition(word))
        return qs


def folded(word: str) -> Q:
    """A word among those the row keeps folded."""
    return Q(folded__contains=word)


class SourceFilterSet(StrictFilterSet):
    q = Words(folded)
    year = Year("published_on")
    since = Since("published_on")
    until = Until("published_on")
    modified_since = ModifiedSince()
    ordering = Ordering(
        {
            "-published_on": (_("Newest first"), ("-published_on", "reference")),
            "published_on": (_("Oldest first"), ("published_on", "reference")),
            "title": (_("By title"), ("folded", "reference")),
            **CHANGES,
        }
    )

    class Meta:
        model = Source
        fields: list[str] = []
