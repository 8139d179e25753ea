from functools import partial
from typing import Any

from django.contrib import admin
from django.contrib.admin.checks import InlineModelAdminChecks
from django.db.models import Count, Model, QuerySet
from django.forms import modelformset_factory
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from publication.admin import (
    PartAdmin,
    RecordInline,
    TrackedInline,
)
from publication.models import Record
from sources.admin import CitationInline, CitedRecordAdmin, FoldedSearch, YearFilter
from sources.import_screen import SpreadsheetScreen
from summits.admin.columns import ForDisplay, PartnershipFilter
from summits.forms import (
    DelegateForm,
    DelegateFormSet,
    DelegationFormSet,
    PartnershipForm,
)
from summits.models import (
    Delegate,
    DelegateCitation,
    Delegation,
    Minutes,
    Partnership,
    PartnershipCitation,
    Proposal,
    Summit,
    SummitCitation,
)
from summits.publish import bundle
from summits.resources import SUMMITS


@admin.register(Partnership)
class PartnershipAdmin(CitedRecordAdmin):
    form = PartnershipForm
    fixed_fields = ("provinces",)
    list_display = ("__str__", "reference", "state_tag")
    list_filter = ("state", "provinces__country")
    search_fields = ("provinces__names__folded", "reference")
    autocomplete_fields = ("provinces",)
    fieldsets = ((None, {"fields": ("provinces", ("name_vi", "name_lo", "name_en"))}),)
    inlines = (
        CitationInline.of(PartnershipCitation, "provinces", "name_vi", "name_en"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).with_provinces()


class DelegationInline(TrackedInline):
    model = Delegation
    fields = ("province",)
    autocomplete_fields = ("province",)
    formset = DelegationFormSet
    show_change_link = False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows = super().get_queryset(request).select_related("province")
        return rows.annotate(people=Count("delegates"))


class JoinedChecks(InlineModelAdminChecks):
    """Checks of an inline whose rows stand two steps below the page."""

    def _check_relation(self, obj: Any, parent_model: Any) -> list[Any]:
        return []

    def _check_exclude_of_parent_model(self, obj: Any, parent_model: Any) -> list[Any]:
        return []


class DelegateInline(TrackedInline):
    """The people of all sides; choosing a side makes its delegation."""

    checks_class = JoinedChecks
    model = Delegate
    form = DelegateForm
    formset = DelegateFormSet
    fields = (
        "side",
        "name",
        "titles",
        "official",
        "is_head",
        "is_chair",
        "is_speaker",
    )
    autocomplete_fields = ("official",)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        rows = super().get_queryset(request)
        return rows.select_related("delegation__province", "official")

    def get_formset(
        self, request: HttpRequest, obj: Any = None, **kwargs: Any
    ) -> type[Any]:
        can_add = self.has_add_permission(request, obj)
        return modelformset_factory(
            self.model,
            form=self.form,
            formset=self.formset,
            fields=self.fields,
            extra=0,
            max_num=None if can_add else 0,
            can_delete=self.has_delete_permission(request, obj),
            formfield_callback=partial(self.formfield_for_dbfield, request=request),
        )

    @classmethod
    def parts_of(cls, row: Model) -> dict[str, Any]:
        sides = Delegation.history.filter(summit_id=row.pk)
        return {"delegation_id__in": sides.values("id")}

    @admin.display(description=_("side"))
    def side(self, delegate: Delegate) -> str:
        return str(delegate.delegation.province)


class MinutesInline(RecordInline):
    model = Minutes
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("reference", "state"),
                    ("kind", "stage"),
                    "title_vi",
                    ("covers", "signed_on", "place"),
                    "seen_at",
                )
            },
        ),
    )


class ProposalInline(RecordInline):
    model = Proposal
    autocomplete_fields = ("province", "official")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("reference", "state"),
                    ("number", "province", "official"),
                    "title_vi",
                    "text_vi",
                    "seen_at",
                )
            },
        ),
    )


@admin.register(Summit)
class SummitAdmin(SpreadsheetScreen, ForDisplay, CitedRecordAdmin):
    workbook = SUMMITS
    fixed_fields = ("partnership",)
    list_display = ("__str__", "reference", "kind", "stage", "place", "state_tag")
    list_filter = (
        "state",
        "stage",
        YearFilter.of("date"),
        PartnershipFilter.by("partnership"),
        "kind",
    )
    search_fields = (
        "partnership__provinces__names__folded",
        "place__names__folded",
        "reference",
        "date",
    )
    autocomplete_fields = ("partnership", "place", "host")
    fieldsets = (
        (None, {"fields": ("partnership", ("kind", "stage"), ("date", "day_part"))}),
        (None, {"fields": (("place", "host"), "venue", "note")}),
    )
    inlines = (
        CitationInline.of(
            SummitCitation,
            "date",
            "stage",
            "day_part",
            "place",
            "venue",
            "host",
            "kind",
        ),
        DelegationInline,
        DelegateInline,
        MinutesInline,
        ProposalInline,
    )

    def bundle(self, record: Record) -> list[Record]:
        return bundle(record)


@admin.register(Delegate)
class DelegateAdmin(FoldedSearch, PartAdmin):
    part_of = "delegation__summit"
    fixed_fields = ("delegation",)
    list_display = ("name", "titles", "side", "summit", "is_head", "is_speaker")
    list_filter = (
        YearFilter.of("delegation__summit__date"),
        PartnershipFilter.by("delegation__summit__partnership"),
        "is_head",
        "is_speaker",
    )
    search_fields = ("folded", "official__names__folded")
    autocomplete_fields = ("official",)
    fieldsets = (
        (None, {"fields": ("delegation", ("name", "official"), "titles")}),
        (None, {"fields": (("is_head", "is_chair", "is_speaker"),)}),
    )
    inlines = (
        CitationInline.of(
            DelegateCitation, "name", "titles", "is_head", "is_chair", "is_speaker"
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return (
            super()
            .get_queryset(request)
            .select_related("delegation__province", "delegation__summit__partnership")
            .prefetch_related("delegation__summit__partnership__provinces")
        )

    @admin.display(description=_("side"))
    def side(self, delegate: Any) -> str:
        return str(delegate.delegation.province)

    @admin.display(description=_("summit"))
    def summit(self, delegate: Any) -> str:
        return str(delegate.delegation.summit)
