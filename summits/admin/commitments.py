from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from publication.admin import PartAdmin, TrackedAdmin, TrackedInline
from sources.admin import CitationInline, CitedRecordAdmin, FoldedSearch, YearFilter
from sources.import_screen import SpreadsheetScreen
from sources.spelling import fold
from summits.admin.columns import ForDisplay, PartnershipFilter
from summits.forms import MatterForm
from summits.models import (
    Commitment,
    CommitmentCitation,
    Continuation,
    ContinuationCitation,
    Progress,
    ProgressCitation,
    Proposal,
    ProposalCitation,
    Sector,
)
from summits.resources import SECTORS

TITLES = ("title_vi", "title_lo", "title_en")
TEXTS = ("text_vi", "text_lo", "text_en", "text_status")
FACTS = ("text_vi", "title_vi", "sectors", "actors", "addressees")


class ContinuationInline(TrackedInline):
    """What this commitment takes up."""

    model = Continuation
    fk_name = "later"
    fields = ("earlier", "kind")
    autocomplete_fields = ("earlier",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("earlier", "later")


class ProgressInline(TrackedInline):
    """What was reported, newest first; reports are added on their own page."""

    model = Progress
    fk_name = "commitment"
    fields = ("reported_on", "implementation", "evidence", "state")
    readonly_fields = fields
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Commitment)
class CommitmentAdmin(ForDisplay, CitedRecordAdmin):
    form = MatterForm
    fixed_fields = ("minutes",)
    list_display = ("__str__", "reference", "force", "sector_names", "state_tag")
    list_filter = (
        "state",
        "force",
        "sectors",
        YearFilter.of("minutes__signed_on"),
        PartnershipFilter.by("minutes__summit__partnership"),
    )
    search_fields = ("folded", "reference")
    autocomplete_fields = ("minutes", "sectors", "actors")
    fieldsets = (
        (None, {"fields": ("minutes", ("number", "force", "is_verifiable"), *TITLES)}),
        (None, {"fields": TEXTS}),
        (None, {"fields": ("sectors", "actors", "addressees")}),
        (None, {"fields": (("lead_agencies", "due"),)}),
    )
    inlines = (
        CitationInline.of(
            CommitmentCitation, *FACTS, "force", "lead_agencies", "due", "number"
        ),
        ContinuationInline,
        ProgressInline,
    )

    @admin.display(description=Commitment._meta.get_field("sectors").verbose_name)
    def sector_names(self, commitment: Commitment) -> str:
        return ", ".join(str(sector) for sector in commitment.sectors.all())


@admin.register(Proposal)
class ProposalAdmin(ForDisplay, CitedRecordAdmin):
    form = MatterForm
    fixed_fields = ("summit",)
    list_display = ("__str__", "reference", "province", "adopted_as", "state_tag")
    list_filter = (
        "state",
        "sectors",
        YearFilter.of("summit__date"),
        PartnershipFilter.by("summit__partnership"),
    )
    search_fields = ("folded", "reference")
    autocomplete_fields = (
        "summit",
        "province",
        "official",
        "adopted_as",
        "sectors",
        "actors",
    )
    fieldsets = (
        (None, {"fields": ("summit", ("number", "province", "official"), *TITLES)}),
        (None, {"fields": TEXTS}),
        (None, {"fields": ("sectors", "actors", "addressees", "adopted_as")}),
    )
    inlines = (
        CitationInline.of(
            ProposalCitation, *FACTS, "province", "official", "adopted_as"
        ),
    )


@admin.register(Progress)
class ProgressAdmin(ForDisplay, CitedRecordAdmin):
    fixed_fields = ("minutes",)
    list_display = (
        "__str__",
        "reference",
        "implementation",
        "evidence",
        "reported_on",
        "state_tag",
    )
    list_filter = (
        "state",
        "implementation",
        "evidence",
        YearFilter.of("reported_on"),
        PartnershipFilter.by("minutes__summit__partnership"),
    )
    search_fields = ("folded", "reference")
    autocomplete_fields = ("minutes", "commitment", "occasion", "sectors", "reporter")
    fieldsets = (
        (None, {"fields": ("minutes", "commitment", "occasion")}),
        (None, {"fields": (("implementation", "evidence", "reported_on"), *TITLES)}),
        (None, {"fields": ("note_vi", "note_lo", "note_en", "sectors")}),
        (None, {"fields": (("reporter", "reported_by"),)}),
    )
    inlines = (
        CitationInline.of(
            ProgressCitation,
            "note_vi",
            "title_vi",
            "implementation",
            "reported_on",
            "reporter",
            "reported_by",
            "commitment",
        ),
    )


@admin.register(Continuation)
class ContinuationAdmin(FoldedSearch, PartAdmin):
    part_of = "later"
    fixed_fields = ("later", "earlier")
    list_display = ("later", "kind", "earlier")
    list_filter = ("kind", YearFilter.of("later__minutes__signed_on"))
    list_select_related = ("later", "earlier")
    search_fields = ("later__folded", "earlier__folded")
    fieldsets = ((None, {"fields": ("later", "kind", "earlier")}),)
    inlines = (CitationInline.of(ContinuationCitation, "kind", "earlier"),)


@admin.register(Sector)
class SectorAdmin(SpreadsheetScreen, TrackedAdmin):
    workbook = SECTORS
    shown_with = Commitment
    list_display = ("name_vi", "code", "name_lo", "name_en", "position")
    search_fields = ("code",)
    search_help_text = FoldedSearch.search_help_text
    fieldsets = (
        (None, {"fields": (("code", "position"), ("name_vi", "name_lo", "name_en"))}),
        (None, {"fields": ("cue_words",)}),
    )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """Find sectors by the fold of their names; they are too few for a column."""
        words = fold(search_term).split()
        found = [
            sector.pk
            for sector in queryset
            if all(word in fold(f"{sector.code} {named(sector)}") for word in words)
        ]
        return queryset.filter(pk__in=found), False


def named(sector: Sector) -> str:
    """Return the names of a sector in all languages."""
    return " ".join(Sector.name.all(sector).values())
