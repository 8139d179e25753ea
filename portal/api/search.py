"""Search for programs: the same question, order and counts as the page."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from portal.api.paging import (
    KeysetPagination,
    broken_cursor,
    decoded,
    encoded,
    page_size_of,
)
from portal.models import SearchEntry
from portal.search.answer import Answer
from portal.search.filters import SearchFilterSet
from portal.search.hits import Hit
from publication.api import PublicViewSet
from publication.filters import narrow
from publication.serializers import ADDRESS, LICENSE, address

NULL_ADDRESS = {"type": ["string", "null"], "format": "uri"}
SPANS = {
    "type": "array",
    "items": {"type": "array", "items": {"type": "integer"}, "minItems": 2},
}
CURSOR = "search"


class HitSerializer(serializers.Serializer):
    """One result: which record it is, and the words that show why."""

    url = serializers.SerializerMethodField(
        help_text=_("Its id for programs; null for a place, which is no record.")
    )
    reference = serializers.CharField()
    type = serializers.CharField(source="kind")
    web = serializers.SerializerMethodField(help_text=_("The page for people."))
    modified_at = serializers.DateTimeField(source="record.modified_at")
    license = serializers.SerializerMethodField()
    title = serializers.CharField(source="title.text")
    title_marks = serializers.SerializerMethodField(
        help_text=_("Where the words stand in the title: start and end.")
    )
    snippet = serializers.SerializerMethodField(
        help_text=_("A part of the text with the words; blank where the title says it.")
    )
    snippet_marks = serializers.SerializerMethodField(
        help_text=_("Where the words stand in the snippet: start and end.")
    )
    date = serializers.SerializerMethodField(
        help_text=_("As precise as it is known (EDTF subset); null when unknown.")
    )
    partnership = serializers.SerializerMethodField()
    sectors = serializers.SerializerMethodField(help_text=_("Codes."))
    implementation = serializers.SerializerMethodField(
        help_text=_("Of commitments and reports; else null.")
    )

    @extend_schema_field(NULL_ADDRESS)
    def get_url(self, hit: Hit) -> str | None:
        return address(hit.kind, hit.reference) if hit.reference else None

    @extend_schema_field(ADDRESS)
    def get_web(self, hit: Hit) -> str:
        return settings.SITE_URL + hit.url

    @extend_schema_field(ADDRESS)
    def get_license(self, hit: Hit) -> str:
        return LICENSE

    @extend_schema_field(SPANS)
    def get_title_marks(self, hit: Hit) -> list[list[int]]:
        return [list(span) for span in hit.title.spans]

    def get_snippet(self, hit: Hit) -> str:
        return hit.snippet.text if hit.snippet else ""

    @extend_schema_field(SPANS)
    def get_snippet_marks(self, hit: Hit) -> list[list[int]]:
        return [list(span) for span in hit.snippet.spans] if hit.snippet else []

    def get_date(self, hit: Hit) -> str | None:
        return str(hit.date) or None

    @extend_schema_field(NULL_ADDRESS)
    def get_partnership(self, hit: Hit) -> str | None:
        above = hit.partnership
        return address("partnership", above.reference) if above else None

    def get_sectors(self, hit: Hit) -> list[str]:
        return [sector.code for sector in hit.sectors]

    def get_implementation(self, hit: Hit) -> str | None:
        return getattr(hit.record, "implementation", None)


class SearchPaging(KeysetPagination):
    """Pages of what was found, beginning behind a result."""

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        parameters = super().get_schema_operation_parameters(view)
        return [one for one in parameters if one["name"] != "count"]

    def get_paginated_response_schema(self, schema: Any) -> dict[str, Any]:
        described = super().get_paginated_response_schema(schema)
        counts = {"type": "object", "additionalProperties": {"type": "integer"}}
        described["properties"] |= {
            "count": {"type": "integer"},
            "has_more": {
                "type": "boolean",
                "description": str(
                    _("Older ones were not looked at: narrow the question.")
                ),
            },
            "behind": {
                "type": ["integer", "null"],
                "description": str(
                    _("Changes not taken in yet; null while nothing is prepared.")
                ),
            },
            "searched_as": {
                "type": "array",
                "items": {"type": "string"},
                "description": str(_("Spellings looked for besides the words given.")),
            },
            "facets": {"type": "object", "additionalProperties": counts},
        }
        return described


class SearchViewSet(PublicViewSet):
    about = _(
        "Everything public that has the words of q, best first: with or without marks, "
        "by the beginnings of words, phrases in quotation marks, names in any spelling."
    )
    queryset = SearchEntry.objects.none()
    filterset_class = SearchFilterSet
    serializer_class = HitSerializer
    pagination_class = SearchPaging

    def get_renderers(self) -> list[Any]:
        """What was found is told as JSON only."""
        return super().get_renderers()[:1]

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Tell a page of what was found, with counts by which to narrow it."""
        narrowed = narrow(SearchFilterSet, request, self.queryset, also=self.understood)
        size = page_size_of(request)
        answer = Answer(narrowed)
        start = _start(request, answer)
        told = self.get_serializer(answer.hits(start, start + size), many=True).data
        response = Response(
            {
                "count": answer.found.count,
                "has_more": answer.found.has_more,
                "behind": answer.behind,
                "searched_as": list(answer.question.also),
                "facets": {
                    facet.name: {one.value: one.count for one in facet.values}
                    for facet in answer.facets
                },
                "next": _link(request, answer, start + size),
                "previous": _link(request, answer, start - size) if start else None,
                "results": [self._picked(row) for row in told],
            }
        )
        if answer.behind != 0:
            response["Cache-Control"] = "private, no-store"
        return response

    def _picked(self, row: dict[str, Any]) -> dict[str, Any]:
        if not self.picked:
            return row
        return {name: value for name, value in row.items() if name in self.picked}


def _start(request: Request, answer: Answer) -> int:
    """Return the place a page begins at: behind the result its cursor names.

    Where that has gone meanwhile, the place it had.
    """
    if not (given := request.query_params.get("cursor")):
        return 0
    try:
        of, is_backward, (place, number) = decoded(given)
    except (ValueError, TypeError) as error:
        raise broken_cursor() from error
    is_ours = of == CURSOR and is_backward is False
    if not is_ours or not isinstance(place, int) or place < 1:
        raise broken_cursor()
    numbers = [match.number for match in answer.found.matches]
    return numbers.index(number) + 1 if number in numbers else place


def _link(request: Request, answer: Answer, place: int) -> str | None:
    here = request.build_absolute_uri()
    if place >= answer.found.count:
        return None
    if place <= 0:
        return replace_query_param(here, "cursor", "")
    number = answer.found.matches[place - 1].number
    return replace_query_param(here, "cursor", encoded(CURSOR, False, [place, number]))
