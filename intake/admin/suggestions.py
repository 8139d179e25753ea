"""Suggestions in the admin: one list over all articles."""

from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from intake.admin.rows import ReadOnlyAdmin
from intake.conflicts import differences_all
from intake.decide import settle
from intake.match import match_all
from intake.models import Reading, Suggestion
from sources.admin import FoldedSearch


@admin.register(Suggestion)
class SuggestionAdmin(FoldedSearch, ReadOnlyAdmin):
    actions = ("accept", "reject")
    list_display = ("__str__", "source", "confidence", "decision_tag", "decided_by")
    list_filter = ("decision", "kind", "confidence")
    search_fields = ("reading__source__folded", "reading__source__reference")
    fieldsets = (
        (None, {"fields": ("reading", "kind", "position", "values", "quote")}),
        (None, {"fields": ("confidence", "rule")}),
        (
            _("Decision"),
            {
                "fields": (
                    "decision",
                    "decided_values",
                    ("decided_by", "decided_at"),
                    "record_reference",
                )
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return (
            super()
            .get_queryset(request)
            .select_related("reading__source", "decided_by")
            .defer("reading__source__text", "reading__result")
        )

    @admin.action(description=_("Accept"), permissions=["decide"])
    def accept(self, request: HttpRequest, suggestions: QuerySet) -> None:
        """Accept what is neither uncertain nor in question: those need the desk."""
        self._settle(request, suggestions, Suggestion.Decision.ACCEPTED)

    @admin.action(description=_("Reject"), permissions=["decide"])
    def reject(self, request: HttpRequest, suggestions: QuerySet) -> None:
        self._settle(request, suggestions, Suggestion.Decision.REJECTED)

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("intake.change_suggestion")

    @transaction.atomic
    def _settle(
        self, request: HttpRequest, suggestions: QuerySet, decision: str
    ) -> None:
        """Decide on what is not a record yet, and say how many that were."""
        chosen = list(suggestions)
        settled = sum(
            settle(one, decision, by=request.user, at=timezone.now())
            for one in self._ripe(chosen, decision)
        )
        told = _("%(settled)d of %(chosen)d suggestions decided.")
        self.message_user(request, told % {"settled": settled, "chosen": len(chosen)})

    def _ripe(self, chosen: list[Suggestion], decision: str) -> list[Suggestion]:
        """Return those of the newest readings that a list is enough to decide on."""
        keys = {one.reading_id for one in chosen}
        readings = Reading.objects.current().filter(pk__in=keys)
        asked = {one.pk: _in_question(one) for one in readings.select_related("source")}
        current = [one for one in chosen if one.reading_id in asked]
        if decision == Suggestion.Decision.REJECTED:
            return current
        return [one for one in current if one.pk not in asked[one.reading_id]]

    @admin.display(description=_("source"))
    def source(self, suggestion: Suggestion) -> str:
        return str(suggestion.reading.source)

    @admin.display(description=_("decision"), ordering="decision")
    def decision_tag(self, suggestion: Suggestion) -> SafeString:
        return format_html(
            '<span class="state state--{}">{}</span>',
            suggestion.decision,
            suggestion.get_decision_display(),
        )


def _in_question(reading: Reading) -> set[int]:
    """Return the keys of what a person must see before taking it, one by one."""
    suggestions = list(reading.suggestions.all())
    matches = match_all(reading)
    said = differences_all(suggestions, matches)
    return {
        one.pk
        for one in suggestions
        if one.confidence == Suggestion.Confidence.UNCERTAIN
        or matches[one.pk].is_open
        or any(difference.is_conflict for difference in said[one.pk])
    }
