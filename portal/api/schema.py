"""The API described: OpenAPI 3.1, with the problems any of its answers may be."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.utils import translation
from django.utils.encoding import force_str
from django.utils.translation import gettext as _
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from portal.api.problems import KINDS, MEDIA_TYPE, titles
from publication.api import LANGUAGES, one_of
from publication.serializers import names_of
from summits.models import Summit

PREFIX = "/api/v1/"
ALWAYS_POSSIBLE = (400, 404, 405, 406)
EXAMPLE = {
    "type": "https://portal.example/api/docs/#problem-bad-query",
    "title": "This question cannot be answered",
    "status": 400,
    "detail": "stage: “over” is not accepted here. Accepted: announced, held.",
    "errors": [
        {
            "parameter": "stage",
            "detail": "“over” is not accepted here.",
            "accepted": list(Summit.Stage.values),
        }
    ],
}


class DescribedSchema(AutoSchema):
    """Adds what every list and detail of ours understands."""

    def get_description(self) -> str:
        return force_str(getattr(self.view, "about", ""))

    def get_override_parameters(self) -> list[OpenApiParameter]:
        understood = getattr(self.view, "expandable", None)
        if understood is None:
            return []
        names = names_of(self.view.get_serializer_class())
        text = {"type": "string"}
        given = [
            _parameter("lang", text | {"enum": list(LANGUAGES)}, _language()),
            _parameter(
                "fields", text | {"examples": [",".join(names[:3])]}, _picking()
            ),
        ]
        if understood:
            expand = text | {"enum": list(understood)}
            given.append(_parameter("expand", expand, _("Add citations.")))
        return given


def _parameter(name: str, schema: dict[str, Any], description: str) -> OpenApiParameter:
    return OpenApiParameter(name, schema, description=description)


def _language() -> str:
    return _(
        "Language of texts; without it the Accept-Language header decides. "
        "all: every language, as an object."
    )


def _picking() -> str:
    return _("Only these fields, separated by commas.")


def add_problems(
    result: dict[str, Any], generator: Any, request: Any, public: Any
) -> dict[str, Any]:
    """Describe problem details once, and say of each operation which it may answer."""
    result["components"]["schemas"]["Problem"] = _problem()
    for path, operations in result["paths"].items():
        for operation in operations.values():
            for one in operation["parameters"]:
                if one["name"] == "format":
                    one["description"] = _("JSON by pages; CSV and XLSX whole.")
            is_record = "{reference}" in path
            for status in (*ALWAYS_POSSIBLE, *((410,) if is_record else ())):
                operation["responses"][str(status)] = _answer(status)
            if is_record:
                moved = _("The record was renamed or merged; follow Location.")
                operation["responses"]["301"] = {"description": moved}
    for component in result["components"]["schemas"].values():
        if "citations" in component.get("required", ()):
            component["required"].remove("citations")
    return result


def _answer(status: int) -> dict[str, Any]:
    content: dict[str, Any] = {"schema": {"$ref": "#/components/schemas/Problem"}}
    if status == EXAMPLE["status"]:
        content["example"] = EXAMPLE
    return {"description": titles()[KINDS[status]], "content": {MEDIA_TYPE: content}}


def _problem() -> dict[str, Any]:
    text = {"type": "string"}
    error = {
        "type": "object",
        "required": ["parameter", "detail", "accepted"],
        "properties": {
            "parameter": text,
            "detail": text,
            "accepted": {"type": "array", "items": text},
        },
    }
    return {
        "type": "object",
        "description": _("What went wrong, as RFC 9457 has it."),
        "required": ["type", "title", "status", "detail", "errors"],
        "properties": {
            "type": text | {"format": "uri"},
            "title": text,
            "status": {"type": "integer"},
            "detail": text,
            "errors": {"type": "array", "items": error},
            "reference": text,
            "withdrawn_at": text | {"format": "date-time"},
            "reason": text,
        },
    }


@lru_cache(maxsize=3)
def schema_in(language: str) -> dict[str, Any]:
    """Return the description in a language; it depends on the code alone."""
    with translation.override(language):
        return dict(SchemaGenerator().get_schema(request=None, public=True))


@extend_schema(exclude=True)
class SchemaView(APIView):
    """The description for programs."""

    http_method_names = ["get", "head"]
    renderer_classes = (JSONRenderer,)

    def get(self, request: Request) -> Response:
        one_of(request, "lang", LANGUAGES)
        return Response(schema_in(translation.get_language()))
