"""The page that explains the API to people, made from its own description."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from portal.api.problems import KINDS, titles
from portal.api.schema import EXAMPLE, PREFIX, schema_in

COMMON = ("lang", "fields", "expand", "format", "page_size", "cursor", "count")


@dataclass(frozen=True)
class Parameter:
    """A name of the query: what it means, and which values or forms it takes."""

    name: str
    description: str
    values: tuple[str, ...]
    forms: tuple[str, ...]
    is_repeatable: bool


@dataclass(frozen=True)
class FieldOfRecord:
    """A field as a record tells it."""

    name: str
    type: str
    description: str
    is_of_details_only: bool


@dataclass(frozen=True)
class Resource:
    """One kind of record: its addresses, filters, fields and questions to try."""

    name: str
    about: str
    list_path: str
    detail_path: str
    filters: tuple[Parameter, ...]
    fields: tuple[FieldOfRecord, ...]
    questions: tuple[str, ...]


@require_safe
def api_docs(request: HttpRequest) -> HttpResponse:
    """Explain the API, resource by resource, in the reader's language."""
    schema = schema_in(translation.get_language())
    resources = resources_of(schema)
    first = schema["paths"][resources[0].list_path]["get"]["parameters"]
    context = {
        "resources": resources,
        "common": [_parameter(one) for one in _named(first, COMMON)],
        "problems": [
            (status, kind, titles()[kind])
            for status, kind in KINDS.items()
            if status in (400, 404, 405, 406, 410)
        ],
        "example": EXAMPLE,
    }
    return render(request, "portal/api_docs.html", context)


def resources_of(schema: dict[str, Any]) -> list[Resource]:
    """Return every resource the description has, in the order of a reader's way."""
    lists = [path for path in schema["paths"] if "{" not in path]
    return [_resource(schema, path) for path in sorted(lists, key=_place)]


ORDER = (
    "summits minutes commitments threads progress proposals partnerships provinces "
    "officials sources changes search"
).split()


def _place(path: str) -> tuple[int, str]:
    name = path.removeprefix(PREFIX).strip("/")
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)


def _resource(schema: dict[str, Any], path: str) -> Resource:
    listing = schema["paths"][path]["get"]
    found = (one for one in schema["paths"] if one.startswith(f"{path}{{"))
    detail_path = next(found, "")  # what is searched for has details of its own
    parameters = [
        _parameter(one) for one in listing["parameters"] if one["name"] not in COMMON
    ]
    page = _component(schema, listing)
    row = _followed(schema, _followed(schema, page)["properties"]["results"]["items"])
    whole = row
    if detail_path:
        detail = schema["paths"][detail_path]["get"]
        whole = _followed(schema, _component(schema, detail))
    return Resource(
        name=path.removeprefix(PREFIX).strip("/"),
        about=listing.get("description", ""),
        list_path=path,
        detail_path=detail_path,
        filters=tuple(sorted(parameters, key=lambda one: one.name == "ordering")),
        fields=_fields(row, whole),
        questions=_questions(path, parameters)
        if detail_path
        else (f"{path}?q=quoc+lo+8a",),
    )


def _component(schema: dict[str, Any], operation: dict[str, Any]) -> dict[str, Any]:
    content = operation["responses"]["200"]["content"]
    return dict(content["application/json"]["schema"])


def _followed(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in node:
        return node
    name = node["$ref"].rpartition("/")[2]
    return dict(schema["components"]["schemas"][name])


def _fields(row: dict[str, Any], whole: dict[str, Any]) -> tuple[FieldOfRecord, ...]:
    return tuple(
        FieldOfRecord(
            name,
            _type(node),
            node.get("description", ""),
            name not in row["properties"],
        )
        for name, node in whole["properties"].items()
    )


def _type(node: dict[str, Any]) -> str:
    """Say in a few letters what a value is."""
    if "enum" in node:
        return " | ".join(str(one) for one in node["enum"] if one)
    if "oneOf" in node or "allOf" in node or "$ref" in node or "anyOf" in node:
        return "string | object" if "oneOf" in node else "object"
    if node.get("type") == "array":
        return f"[{_type(node['items'])}]"
    types = node.get("type", "")
    text = " | ".join(types) if isinstance(types, list) else str(types)
    return f"{text} ({node['format']})" if "format" in node else text


def _parameter(node: dict[str, Any]) -> Parameter:
    schema = node["schema"]
    value = schema.get("items", schema)
    return Parameter(
        name=node["name"],
        description=node.get("description", ""),
        values=tuple(str(one) for one in value.get("enum", ())),
        forms=tuple(str(one) for one in value.get("examples", ())),
        is_repeatable=schema.get("type") == "array",
    )


def _named(parameters: list[Any], names: tuple[str, ...]) -> list[Any]:
    found = {one["name"]: one for one in parameters}
    return [found[name] for name in names if name in found]


def _questions(path: str, parameters: list[Parameter]) -> tuple[str, ...]:
    """Return addresses to try: the newest, one filtered, all languages, a sheet."""
    asked = [f"{path}?page_size=5"]
    for one in parameters:
        if one.name != "ordering" and (one.values or one.forms):
            asked.append(f"{path}?{one.name}={(one.values or one.forms)[0]}")
            break
    return (*asked, f"{path}?lang=all&page_size=1", f"{path}?format=csv")
