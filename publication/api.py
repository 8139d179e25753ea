"""What every list and detail of the API does alike, and the list of changes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import Http404, HttpResponseBase, HttpResponsePermanentRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from publication.filters import BadQuery, ChangeFilterSet, Fault, StrictFilterSet
from publication.gone import successor_of, withdrawal_of
from publication.models import Change
from publication.serializers import ChangeSerializer, address, names_of

REFERENCE = r"[A-Za-z0-9][A-Za-z0-9.\-]{0,119}"
LANGUAGES = ("vi", "lo", "en", "all")
ALWAYS = ("fields", "lang", "format")
PAGING = ("page_size", "cursor", "count")


class Withdrawn(APIException):
    """The record was public and has been taken down."""

    status_code = 410

    def __init__(self, withdrawal: Change) -> None:
        self.withdrawal = withdrawal
        super().__init__(_("This record was withdrawn."))


class PublicViewSet(ReadOnlyModelViewSet):
    """Rows anybody may read; whoever asks gets the same answer."""

    http_method_names = ["get", "head"]
    filterset_class: ClassVar[type[StrictFilterSet]]
    detail_serializer_class: ClassVar[Any] = None
    expandable: ClassVar[tuple[str, ...]] = ()

    def get_serializer_class(self) -> Any:
        if self.detail and self.detail_serializer_class:
            return self.detail_serializer_class
        return self.serializer_class

    def get_renderers(self) -> list[Any]:
        """A single record is told as JSON only."""
        renderers = super().get_renderers()
        return renderers[:1] if self.detail else renderers

    @property
    def understood(self) -> tuple[str, ...]:
        """The names of a query that no filter reads."""
        expand = ("expand",) if self.expandable else ()
        is_paged = not self.detail and self.request.accepted_renderer.format == "json"
        return (*ALWAYS, *expand, *(PAGING if is_paged else ()))

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        self.lang = one_of(request, "lang", LANGUAGES)
        self.expanded = several_of(request, "expand", self.expandable)
        self.picked = several_of(
            request, "fields", names_of(self.get_serializer_class())
        )
        if self.detail and (
            unknown := [
                name for name in request.query_params if name not in self.understood
            ]
        ):
            message = _("This name is not known here.")
            raise BadQuery(Fault(name, message, self.understood) for name in unknown)

    def get_serializer_context(self) -> dict[str, Any]:
        context = super().get_serializer_context()
        if getattr(self, "swagger_fake_view", False):
            return {**context, "expand": self.expandable}
        asked = {"lang": self.lang, "expand": self.expanded, "fields": self.picked}
        return {**context, **asked}

    def list(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Tell a page of the rows as JSON, or all of them as a table."""
        rows = self.filter_queryset(self.get_queryset())
        renderer = request.accepted_renderer
        if renderer.format == "json":
            told = self.get_serializer(self.paginate_queryset(rows), many=True).data
            return self.get_paginated_response(told)
        return renderer.table(rows, self.get_serializer(), name=self.basename)


class RecordViewSet(PublicViewSet):
    """Records by reference; a withdrawn one answers 410, a merged one 301."""

    lookup_field = "reference"
    lookup_value_regex = REFERENCE
    expandable = ("evidence",)

    def public(self) -> Any:
        """Return the public rows, with what a list tells of each."""
        raise NotImplementedError  # pragma: no cover

    def public_in_full(self) -> Any:
        """Return the same with what the page of one record tells."""
        return self.public()

    def get_queryset(self) -> Any:
        if getattr(self, "swagger_fake_view", False):
            return self.queryset
        rows = self.public_in_full() if self.detail else self.public()
        return rows.with_evidence() if "evidence" in self.expanded else rows

    def retrieve(self, request: Request, reference: str) -> HttpResponseBase:
        record = self.get_queryset().filter(reference=reference).first()
        if record is None:
            return self._lost(reference)
        return Response(self.get_serializer(record).data)

    def _lost(self, reference: str) -> HttpResponseBase:
        successor = successor_of(reference)
        if successor and self.get_queryset().filter(reference=successor).exists():
            kind = self.basename.removeprefix("api-")
            return HttpResponsePermanentRedirect(address(kind, successor))
        if withdrawal := withdrawal_of(reference):
            raise Withdrawn(withdrawal)
        raise Http404


class ChangeViewSet(PublicViewSet):
    about = gettext_lazy(
        "Every publication, correction, withdrawal and merge, in order."
    )
    queryset = Change.objects.order_by("pk")
    lookup_url_kwarg = "number"
    lookup_value_regex = r"\d{1,18}"
    filterset_class = ChangeFilterSet
    serializer_class = ChangeSerializer

    def get_queryset(self) -> Any:
        return self.queryset.public()


def one_of(request: Request, name: str, accepted: tuple[str, ...]) -> str:
    """Return the value of a name given once or not at all, or raise BadQuery."""
    values = [value for value in request.query_params.getlist(name) if value]
    if len(values) > 1:
        raise BadQuery([Fault(name, _("Give it once."))])
    check_values(name, values, accepted)
    return values[0] if values else ""


def several_of(
    request: Request, name: str, accepted: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the values of a name, repeated or with commas, or raise BadQuery."""
    if not accepted:
        return ()
    given = ",".join(request.query_params.getlist(name))
    values = [value for part in given.split(",") if (value := part.strip())]
    check_values(name, values, accepted)
    return tuple(dict.fromkeys(values))


def check_values(name: str, values: list[str], accepted: tuple[str, ...]) -> None:
    """Raise BadQuery for the values that are not among those accepted."""
    message = _("“%(value)s” is not accepted here.")
    if unknown := [value for value in values if value not in accepted]:
        raise BadQuery(
            Fault(name, message % {"value": value[:100]}, accepted) for value in unknown
        )
