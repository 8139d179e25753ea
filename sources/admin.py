"""What the admin of every room with sources is built on: search, evidence, years."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.db.models.functions import Substr
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from publication.admin import RecordAdmin
from publication.admin.inlines import StackedTrackedInline
from publication.models import Record
from sources.forms import CitationForm
from sources.models import Source
from sources.spelling import fold

YEAR_LENGTH = 4
MOST_WORDS = 10


class FoldedSearch:
    """Search that needs neither marks nor capitals; its fields hold folded text."""

    search_help_text = _("Names, words or a reference, with or without marks.")

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet, search_term: str
    ) -> tuple[models.QuerySet, bool]:
        """Find the rows that hold every word, each wherever it may stand."""
        repeats = False
        for word in fold(search_term).split()[:MOST_WORDS]:
            queryset, again = super().get_search_results(request, queryset, word)
            repeats = repeats or again
        return queryset, repeats


class YearFilter(admin.SimpleListFilter):
    """Rows by the year a partial date begins in; name the column in a subclass."""

    title = _("year")
    parameter_name = "year"
    column: ClassVar[str]

    @classmethod
    def of(cls, column: str) -> type["YearFilter"]:
        """Return the filter of one column."""
        return type(f"YearOf_{column}", (cls,), {"column": column})

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        rows = model_admin.model._default_manager.order_by()
        years = rows.values_list(Substr(self.column, 1, YEAR_LENGTH), flat=True)
        known = sorted(set(years.distinct()) - {""}, reverse=True)
        return [(year, year) for year in known] + [("unknown", _("not known"))]

    def queryset(self, request: HttpRequest, queryset: models.QuerySet) -> Any:
        year = self.value()
        if not year:
            return queryset
        if year == "unknown":
            return queryset.filter(**{self.column: ""})
        return queryset.filter(**{f"{self.column}__startswith": year})


class CitationInline(StackedTrackedInline):
    """The passages that carry a record's facts, each beside the fact it supports."""

    facts: ClassVar[tuple[str, ...]]

    form = CitationForm
    show_change_link = False
    autocomplete_fields = ("source",)
    classes = ("citations",)
    fields = (
        "field",
        "source",
        "quote",
        "stated_value",
        "paragraph",
        "basis",
        "reasoning",
    )

    @classmethod
    def of(cls, model: type[models.Model], *facts: str) -> type["CitationInline"]:
        """Return the inline of one table of citations, for facts of its record."""
        return type(
            f"{model.__name__}Inline",
            (cls,),
            {"model": model, "facts": facts, "__module__": __name__},
        )

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        rows = super().get_queryset(request).select_related("source")
        return rows.defer("source__text")

    def get_formset(
        self, request: HttpRequest, obj: Any = None, **kwargs: Any
    ) -> type[Any]:
        formset = super().get_formset(request, obj, **kwargs)
        about = self.model._meta.get_field("record").related_model
        facts = {"facts": facts_of(about, self.facts)}
        formset.form = type(formset.form.__name__, (formset.form,), facts)
        return formset


def facts_of(model: type[models.Model], names: Iterable[str]) -> list[tuple[str, str]]:
    """Return names of facts with what the forms call them."""
    meta = model._meta
    return [(name, capfirst(str(meta.get_field(name).verbose_name))) for name in names]


class CitedRecordAdmin(FoldedSearch, RecordAdmin):
    """Records with evidence: their sources are published together with them."""

    def bundle(self, record: Record) -> list[Record]:
        return [*sources_of([record]), record]


def sources_of(rows: Iterable[Any]) -> list[Source]:
    """Return the sources that these rows cite, each once, by reference."""
    cited = {
        citation.source
        for row in rows
        for citation in row.citations.select_related("source")
    }
    return sorted(cited, key=lambda source: source.reference)
