"""Pages of a list by cursor: as quick at the end as at the start."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

from django.core.exceptions import FieldError, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import F, Field, Q, QuerySet
from django.db.models.constants import LOOKUP_SEP
from django.utils.translation import gettext as _
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from portal.synthetic import said_synthetic
from publication.filters import BadQuery, Fault

MAX_CURSOR = 2000
PAGE_SIZE = 50
MAX_PAGE_SIZE = 100


class KeysetPagination(BasePagination):
    """Pages that begin behind a row, whatever was added or taken away meanwhile.

    A cursor says where a page begins, forwards or backwards; it belongs to the order
    it was made for. No rows are counted unless ``count=1`` asks for it.
    """

    def paginate_queryset(
        self, queryset: QuerySet, request: Request, view: Any = None
    ) -> list[Any]:
        self.request = request
        self.size = page_size_of(request)
        self.order = order_of(queryset)
        self.count = queryset.count() if wants_count(request) else None
        places = {
            f"place_{i}": F(name.lstrip("-")) for i, name in enumerate(self.order)
        }
        rows = queryset.annotate(**places)
        self.start = self._start(queryset)
        if self.start is None:
            return self._page(rows.order_by(*self.order), is_backward=False)
        is_backward, values = self.start
        order = reversed_order(self.order) if is_backward else self.order
        return self._page(
            rows.filter(behind(order, values)).order_by(*order), is_backward=is_backward
        )

    def _page(self, rows: QuerySet, *, is_backward: bool) -> list[Any]:
        found = list(rows[: self.size + 1])
        page, has_more = found[: self.size], len(found) > self.size
        came_from_somewhere = self.start is not None
        self.has_next, self.has_previous = has_more, came_from_somewhere
        if is_backward:
            page.reverse()
            self.has_next, self.has_previous = True, has_more
        self.page = page
        return page

    def _start(self, queryset: QuerySet) -> tuple[bool, list[Any]] | None:
        if not (given := self.request.query_params.get("cursor")):
            return None
        try:
            order, is_backward, texts = decoded(given)
            columns = [column(queryset.model, name) for name in self.order]
            values = [
                one.to_python(text) for one, text in zip(columns, texts, strict=True)
            ]
        except (ValueError, TypeError, ValidationError, OverflowError) as error:
            raise broken_cursor() from error
        if order != list(self.order) or not isinstance(is_backward, bool):
            raise broken_cursor()
        return is_backward, values

    def _link(self, row: Any, *, is_backward: bool) -> str:
        values = [getattr(row, f"place_{i}") for i in range(len(self.order))]
        cursor = encoded(list(self.order), is_backward, values)
        here = self.request.build_absolute_uri()
        return replace_query_param(here, "cursor", cursor)

    def get_paginated_response(self, data: Any) -> Response:
        following = previous = None
        if self.page and self.has_next:
            following = self._link(self.page[-1], is_backward=False)
        if self.page and self.has_previous:
            previous = self._link(self.page[0], is_backward=True)
        told: dict[str, Any] = {} if self.count is None else {"count": self.count}
        if said_synthetic(self.request):
            told["synthetic"] = True
        return Response(
            {**told, "next": following, "previous": previous, "results": data}
        )

    def get_paginated_response_schema(self, schema: Any) -> dict[str, Any]:
        address = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "count": {"type": "integer", "description": _("Only with count=1.")},
                "synthetic": {
                    "const": True,
                    "description": _("Only where all data is made up for load tests."),
                },
                "next": address,
                "previous": address,
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        size = {"type": "integer", "minimum": 1, "maximum": MAX_PAGE_SIZE}
        return [
            parameter("page_size", size | {"default": PAGE_SIZE}, _("Rows of a page.")),
            parameter(
                "cursor",
                {"type": "string"},
                _("Where a page begins; take it from next and previous."),
            ),
            parameter("count", {"type": "string", "enum": ["1"]}, _("Count all rows.")),
        ]


def parameter(name: str, schema: dict[str, Any], description: str) -> dict[str, Any]:
    """Return the OpenAPI form of a name in the query."""
    return {"name": name, "in": "query", "description": description, "schema": schema}


def page_size_of(request: Request) -> int:
    """Return the page size asked for, 50 unless given; raises BadQuery."""
    values = request.query_params.getlist("page_size")
    accepted = (f"1–{MAX_PAGE_SIZE}",)
    if len(values) > 1:
        raise BadQuery([Fault("page_size", _("Give it once."), accepted)])
    text = values[0] if values else str(PAGE_SIZE)
    is_number = text.isascii() and text.isdigit() and len(text) <= len("100")
    if not is_number or not 1 <= int(text) <= MAX_PAGE_SIZE:
        message = _("“%(value)s” is not accepted here.") % {"value": text[:100]}
        raise BadQuery([Fault("page_size", message, accepted)])
    return int(text)


def wants_count(request: Request) -> bool:
    """Tell whether all rows are to be counted; raises BadQuery."""
    given = request.query_params.getlist("count")
    if given not in ([], ["1"]):
        message = _("“%(value)s” is not accepted here.") % {"value": given[-1][:100]}
        raise BadQuery([Fault("count", message, ("1",))])
    return bool(given)


def order_of(queryset: QuerySet) -> tuple[str, ...]:
    """Return the columns of a queryset's order, its key last: no two rows are equal."""
    order = tuple(map(str, queryset.query.order_by))
    return order if order and order[-1].lstrip("-") == "pk" else (*order, "pk")


def reversed_order(order: tuple[str, ...]) -> tuple[str, ...]:
    """Return the same order from its end."""
    return tuple(name[1:] if name.startswith("-") else f"-{name}" for name in order)


def behind(order: tuple[str, ...], values: list[Any]) -> Q:
    """Say that a row stands behind these values in this order."""
    condition, equal = Q(), Q()
    for name, value in zip(order, values, strict=True):
        path = name.lstrip("-")
        lookup = f"{path}__lt" if name.startswith("-") else f"{path}__gt"
        condition |= equal & Q(**{lookup: value})
        equal &= Q(**{path: value})
    return condition


def column(model: Any, name: str) -> Field:
    """Return the column a name of an order means, across foreign keys."""
    field = None
    for step in name.lstrip("-").split(LOOKUP_SEP):
        meta = model._meta
        field = meta.pk if step == "pk" else meta.get_field(step)
        model = field.related_model
    if field is None:
        raise FieldError(name)
    return field


def encoded(*parts: Any) -> str:
    """Return a cursor for the address."""
    text = json.dumps(parts, cls=Exact, separators=(",", ":"), ensure_ascii=False)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


class Exact(DjangoJSONEncoder):
    """Keeps the microseconds, so that no row falls between two pages."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if hasattr(o, "isoformat") else super().default(o)


def decoded(cursor: str) -> Any:
    """Return the three parts of a cursor, or raise ValueError."""
    if len(cursor) > MAX_CURSOR:
        raise ValueError(cursor)
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True)
        order, is_backward, values = json.loads(raw)
    except (binascii.Error, UnicodeError, RecursionError) as error:
        raise ValueError(cursor) from error
    if not isinstance(values, list) or not all(
        isinstance(value, str | int) and "\0" not in str(value) for value in values
    ):
        raise ValueError(cursor)
    return order, is_backward, values


def broken_cursor() -> BadQuery:
    """Return the refusal of a cursor nobody gave, or one for another order."""
    message = _("This is no cursor of this list. Begin again without it.")
    return BadQuery([Fault("cursor", message)])
