from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
)
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from publication.admin import PartAdmin, RecordInline, TrackedInline, may
from publication.admin.inlines import StackedTrackedInline
from publication.models import Record
from publication.publish import correct
from sources.admin import (
    CitationInline,
    CitedRecordAdmin,
    FoldedSearch,
    YearFilter,
    sources_of,
)
from summits.admin.columns import ForDisplay, PartnershipFilter
from summits.forms import MinutesFileForm, MinutesFileFormSet
from summits.models import (
    Commitment,
    Minutes,
    MinutesCitation,
    MinutesFile,
    Signature,
    SignatureCitation,
)

MINUTES = "minutes__summit__partnership"


class CommitmentInline(RecordInline):
    model = Commitment
    ordering = ("number",)
    fieldsets = (
        (
            None,
            {
                "fields": (
                    ("reference", "state"),
                    ("number", "force", "is_verifiable"),
                    "title_vi",
                    ("text_vi", "text_status"),
                    ("lead_agencies", "due"),
                    "seen_at",
                )
            },
        ),
    )


class SignatureInline(TrackedInline):
    model = Signature
    fields = ("name", "titles", "official", "province", "body")
    autocomplete_fields = ("official", "province")

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("official", "province")


class MinutesFileInline(StackedTrackedInline):
    """The PDF of the original and of translations."""

    model = MinutesFile
    form = MinutesFileForm
    formset = MinutesFileFormSet
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "file",
                    ("language", "is_authentic"),
                    ("opened_at", "sha256"),
                )
            },
        ),
    )
    readonly_fields = ("opened_at", "sha256")


@admin.register(Minutes)
class MinutesAdmin(ForDisplay, CitedRecordAdmin):
    fixed_fields = ("summit",)
    list_display = (
        "title_vi",
        "reference",
        "kind",
        "stage",
        "signed_on",
        "covers",
        "state_tag",
    )
    list_filter = (
        "state",
        "stage",
        "kind",
        YearFilter.of("signed_on"),
        PartnershipFilter.by("summit__partnership"),
    )
    search_fields = (
        "folded",
        "summit__partnership__provinces__names__folded",
        "reference",
    )
    autocomplete_fields = ("summit", "reviews")
    fieldsets = (
        (None, {"fields": ("summit", ("kind", "stage"))}),
        (None, {"fields": (("title_vi", "title_lo", "title_en"),)}),
        (None, {"fields": (("covers", "signed_on", "place"), "reviews")}),
    )
    inlines = (
        CitationInline.of(
            MinutesCitation,
            "title_vi",
            "stage",
            "covers",
            "signed_on",
            "place",
            "kind",
            "reviews",
        ),
        CommitmentInline,
        SignatureInline,
        MinutesFileInline,
    )

    def bundle(self, record: Record) -> list[Record]:
        """Return minutes with their clauses and the sources of both."""
        clauses = list(Commitment.objects.filter(minutes=record))
        signatures = Signature.objects.filter(minutes=record)
        return [*sources_of([record, *clauses, *signatures]), record, *clauses]


@admin.register(Signature)
class SignatureAdmin(FoldedSearch, PartAdmin):
    part_of = "minutes"
    fixed_fields = ("minutes",)
    list_display = ("name", "titles", "province", "body", "minutes")
    list_filter = (
        YearFilter.of("minutes__signed_on"),
        PartnershipFilter.by(MINUTES),
    )
    list_select_related = ("minutes", "province")
    search_fields = ("folded", "official__names__folded")
    autocomplete_fields = ("official", "province")
    fieldsets = (
        (None, {"fields": ("minutes", ("name", "official"), "titles")}),
        (None, {"fields": (("province", "body"),)}),
    )
    inlines = (
        CitationInline.of(SignatureCitation, "name", "titles", "province", "body"),
    )


@admin.register(MinutesFile)
class MinutesFileAdmin(FoldedSearch, PartAdmin):
    """Originals: read by staff here, opened to the public by an act of its own."""

    part_of = "minutes"
    list_display = ("minutes", "language", "is_authentic", "opened_at", "paper")
    list_filter = ("language", "is_authentic")
    list_select_related = ("minutes",)
    search_fields = ("minutes__folded", "minutes__reference")
    fieldsets = (
        (None, {"fields": ("minutes", "paper", ("language", "is_authentic"))}),
        (None, {"fields": (("opened_at", "sha256"),)}),
    )
    readonly_fields = ("minutes", "paper", "opened_at", "sha256")

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path(
                "<int:pk>/paper/",
                view(self.paper_view),
                name="summits_minutesfile_paper",
            ),
            path(
                "<int:pk>/open/", view(self.open_view), name="summits_minutesfile_open"
            ),
            *super().get_urls(),
        ]

    @admin.display(description=gettext_lazy("file"))
    def paper(self, row: MinutesFile) -> SafeString:
        address = reverse("admin:summits_minutesfile_paper", args=[row.pk])
        return format_html('<a href="{}">{}</a>', address, _("Read the PDF"))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        row = kwargs.get("obj")
        if row and may(request.user, "publish", row.minutes):
            label = _("Close to the public…") if row.opened_at else _("Open…")
            at = reverse("admin:summits_minutesfile_open", args=[row.pk])
            context["acts"] = [(label, at)]
        return super().render_change_form(request, context, *args, **kwargs)

    def paper_view(self, request: HttpRequest, pk: int) -> FileResponse:
        """Answer the PDF to staff who may see it."""
        row = get_object_or_404(MinutesFile, pk=pk)
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        name = f"{row.minutes.reference}.{row.language}.pdf"
        return FileResponse(
            row.file.open("rb"),
            as_attachment=True,
            filename=name,
            content_type="application/pdf",
        )

    def open_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask, then open a file to the public, or close it again."""
        row = get_object_or_404(MinutesFile.objects.select_related("minutes"), pk=pk)
        if not may(request.user, "publish", row.minutes):
            raise PermissionDenied
        opens = row.opened_at is None
        if request.method == "POST":
            said = _("Original opened.") if opens else _("Original closed.")
            self._turn(request, row, said, opens=opens)
            return HttpResponseRedirect(
                reverse("admin:summits_minutesfile_change", args=[row.pk])
            )
        context = {
            **self.admin_site.each_context(request),
            "title": _("Open to the public") if opens else _("Close to the public"),
            "subtitle": str(row),
            "opts": self.opts,
            "record": row,
            "act": "open" if opens else "close",
            "verb": _("Open") if opens else _("Close"),
            "hidden_by": [] if row.is_public else [row.minutes],
        }
        return TemplateResponse(request, "admin/publication/act.html", context)

    def _turn(
        self, request: HttpRequest, row: MinutesFile, said: str, *, opens: bool
    ) -> None:
        now = timezone.now()
        row.opened_at = now if opens else None
        row.save()
        if row.minutes.is_published:
            correct(row.minutes, by=request.user, at=now, reason=said)
        self.log_change(request, row, said)
        self.message_user(request, said, messages.SUCCESS)
