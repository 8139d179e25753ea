from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from provinces.forms import ProvinceForm
from provinces.models import (
    Official,
    OfficialCitation,
    OfficialName,
    Place,
    PlaceName,
    Province,
    ProvinceCitation,
    ProvinceName,
    Tenure,
    TenureCitation,
)
from provinces.resources import OFFICIALS, PLACES, PROVINCES
from publication.admin import PartAdmin, TrackedAdmin, TrackedInline
from sources.admin import CitationInline, CitedRecordAdmin, FoldedSearch, YearFilter
from sources.import_screen import SpreadsheetScreen

NAMES = ("name_vi", "name_lo", "name_en")
SPELLING = ("text", "language", "source", "seen_in", "note")


class SpellingInline(TrackedInline):
    """The forms of a name as they were seen."""

    fields = SPELLING
    autocomplete_fields = ("source",)
    show_change_link = False

    @classmethod
    def of(cls, model: type[Any]) -> type["SpellingInline"]:
        """Return the inline of one table of spellings."""
        names = {"model": model, "__module__": __name__}
        return type(f"{model.__name__}Inline", (cls,), names)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows = super().get_queryset(request).select_related("source")
        return rows.defer("source__text")


class SpelledAdmin:
    """Rows found by any spelling; their own names are always among them."""

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        row = form.instance
        known = set(row.names.values_list("text", "language"))
        for language in ("vi", "lo", "en"):
            text = getattr(row, f"name_{language}")
            if text and (text, language) not in known:
                row.names.create(text=text, language=language)


@admin.register(Province)
class ProvinceAdmin(SpreadsheetScreen, SpelledAdmin, CitedRecordAdmin):
    workbook = PROVINCES
    form = ProvinceForm
    list_display = (
        "name_vi",
        "reference",
        "name_lo",
        "name_en",
        "country",
        "state_tag",
    )
    list_filter = ("country", "state")
    search_fields = ("names__folded", "reference")
    autocomplete_fields = ("successor",)
    fieldsets = (
        (None, {"fields": (NAMES, "country")}),
        (None, {"fields": (("valid_from", "valid_until"), "successor")}),
    )
    inlines = (
        SpellingInline.of(ProvinceName),
        CitationInline.of(
            ProvinceCitation, *NAMES, "valid_from", "valid_until", "successor"
        ),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        sections = super().get_fieldsets(request, obj)
        return sections if obj else [(None, {"fields": ("code",)}), *sections]


@admin.register(Place)
class PlaceAdmin(SpreadsheetScreen, SpelledAdmin, FoldedSearch, TrackedAdmin):
    workbook = PLACES
    shown_with = Province
    list_display = ("name_vi", "kind", "name_lo", "name_en", "lies_in")
    list_filter = ("kind", "provinces__country")
    search_fields = ("names__folded",)
    autocomplete_fields = ("provinces",)
    fieldsets = ((None, {"fields": ("kind", NAMES, "provinces")}),)
    inlines = (SpellingInline.of(PlaceName),)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("provinces")

    @admin.display(description=Place._meta.get_field("provinces").verbose_name)
    def lies_in(self, place: Place) -> str:
        return ", ".join(str(province) for province in place.provinces.all())


class TenureInline(TrackedInline):
    model = Tenure
    fields = ("province", "title_vi", "title_lo", "title_en", "since", "until")
    autocomplete_fields = ("province",)


@admin.register(Official)
class OfficialAdmin(SpreadsheetScreen, SpelledAdmin, CitedRecordAdmin):
    workbook = OFFICIALS
    list_display = ("name_vi", "reference", "name_lo", "province", "state_tag")
    list_filter = ("state", "province__country")
    list_select_related = ("province",)
    search_fields = ("names__folded", "reference")
    autocomplete_fields = ("province",)
    fieldsets = ((None, {"fields": (NAMES, "province", "note")}),)
    inlines = (
        SpellingInline.of(OfficialName),
        TenureInline,
        CitationInline.of(OfficialCitation, *NAMES, "province"),
    )


@admin.register(Tenure)
class TenureAdmin(FoldedSearch, PartAdmin):
    part_of = "official"
    fixed_fields = ("official",)
    list_display = ("title_vi", "official", "province", "since", "until")
    list_filter = (YearFilter.of("since"), "province__country")
    list_select_related = ("official", "province")
    search_fields = ("official__names__folded", "province__names__folded")
    autocomplete_fields = ("province",)
    fieldsets = (
        (None, {"fields": ("official", "province")}),
        (None, {"fields": (("title_vi", "title_lo", "title_en"), ("since", "until"))}),
    )
    inlines = (
        CitationInline.of(TenureCitation, "title_vi", "province", "since", "until"),
    )
