"""How a record is told to programs: fields by name, other records by address."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from publication.models import Change, Record

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
ADDRESS = {"type": "string", "format": "uri"}
TEXT = {
    "oneOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {
                language: {"type": "string"} for language in ("vi", "lo", "en")
            },
        },
    ]
}


def address(kind: str, reference: str) -> str:
    """Return the API address of a record, which is its id for programs."""
    return settings.SITE_URL + reverse(f"api-{kind}-detail", args=[reference])


def with_links(queryset: Any, *names: str) -> Any:
    """Annotate ``<name>_reference`` for foreign keys: of public records alone."""
    links = {}
    for name in names:
        field = queryset.model._meta.get_field(name)
        public = field.related_model.objects.public().order_by()
        found = public.filter(pk=OuterRef(field.attname)).values("reference")
        links[f"{name}_reference"] = Subquery(found[:1])
    return queryset.annotate(**links)


@extend_schema_field(TEXT)
class Text(serializers.Field):
    """A text in the reader's language; with ``lang=all`` an object of all three."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"source": "*", "read_only": True})

    def to_representation(self, value: Any) -> Any:
        if self.context.get("lang") == "all":
            return getattr(type(value), self.field_name).all(value)
        return str(getattr(value, self.field_name))


@extend_schema_field({"type": ["string", "null"], "examples": ["2021-12-18?"]})
class Day(serializers.Field):
    """A date as precise as it is known (EDTF subset); null when unknown."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"read_only": True})

    def to_representation(self, value: Any) -> str | None:
        return str(value) or None


@extend_schema_field({"type": ["string", "null"], "format": "uri"})
class Link(serializers.Field):
    """The address of another record, null where none is public.

    Reads what ``with_links`` annotated, unless it is given a ``source``.
    """

    def __init__(self, kind: str, **options: Any) -> None:
        self.kind = kind
        super().__init__(**options | {"read_only": True})

    def bind(self, field_name: str, parent: Any) -> None:
        self.source = self.source or f"{field_name}_reference"
        super().bind(field_name, parent)

    def to_representation(self, value: str) -> str:
        return address(self.kind, value)


@extend_schema_field({"type": "array", "items": ADDRESS})
class Links(serializers.Field):
    """The addresses of the records a prefetched relation holds."""

    def __init__(self, kind: str, **options: Any) -> None:
        self.kind = kind
        super().__init__(**options | {"read_only": True})

    def to_representation(self, value: Any) -> list[str]:
        return [address(self.kind, record.reference) for record in value.all()]


class CitationSerializer(serializers.Serializer):
    """A passage that carries one fact, quoted with 50 words at most."""

    field = serializers.CharField(help_text=_("The fact it supports."))
    quote = serializers.CharField(
        source="public_quote", help_text=_("Blank: the passage is not held.")
    )
    stated_value = serializers.CharField(
        help_text=_("What this source says, where sources differ.")
    )
    is_followed = serializers.BooleanField(
        allow_null=True,
        help_text=_(
            "Whether the record says what this source states; null where the source "
            "states no value, or one that is no plain field."
        ),
    )
    basis = serializers.CharField(help_text=_("direct, inferred or editor"))
    reasoning = serializers.CharField()
    paragraph = serializers.IntegerField(allow_null=True)
    source = Link("source", source="source.reference")


class CitedSerializer(serializers.ModelSerializer):
    """A row with its citations, told when the reader expands the evidence."""

    citations = CitationSerializer(
        many=True,
        read_only=True,
        help_text=_("Only with expand=evidence: the passages its facts rest on."),
    )

    def get_fields(self) -> dict[str, serializers.Field]:
        fields = super().get_fields()
        if "evidence" not in self.context.get("expand", ()):
            fields.pop("citations", None)
        return fields


class RecordSerializer(CitedSerializer):
    """What every record says of itself before its facts."""

    HEAD = ("url", "reference", "type", "web", "modified_at", "license")

    url = serializers.SerializerMethodField(help_text=_("Its id for programs."))
    type = serializers.SerializerMethodField()
    web = serializers.SerializerMethodField(help_text=_("The page for people."))
    license = serializers.SerializerMethodField()

    def get_fields(self) -> dict[str, serializers.Field]:
        fields = super().get_fields()
        picked = self.context.get("fields")
        is_top = self.root in (self, self.parent)
        if not (picked and is_top):
            return fields
        return {name: field for name, field in fields.items() if name in picked}

    @extend_schema_field(ADDRESS)
    def get_url(self, record: Record) -> str:
        return address(self.get_type(record), record.reference)

    def get_type(self, record: Record) -> str:
        return str(record._meta.model_name)

    @extend_schema_field(ADDRESS)
    def get_web(self, record: Record) -> str:
        return settings.SITE_URL + record.get_absolute_url()

    @extend_schema_field(ADDRESS)
    def get_license(self, record: Record) -> str:
        return LICENSE


class ChangeSerializer(serializers.ModelSerializer):
    """One line of the public log."""

    url = serializers.SerializerMethodField()
    number = serializers.IntegerField(
        source="pk", help_text=_("Ask for since=<number> to read on from here.")
    )
    type = serializers.CharField(source="record_type", read_only=True)
    record = serializers.SerializerMethodField(help_text=_("Its id for programs."))

    class Meta:
        model = Change
        fields = (
            "url",
            "number",
            "kind",
            "at",
            "reference",
            "type",
            "record",
            "successor",
            "reason",
        )
        read_only_fields = fields

    @extend_schema_field(ADDRESS)
    def get_url(self, change: Change) -> str:
        return address("change", str(change.pk))

    @extend_schema_field(ADDRESS)
    def get_record(self, change: Change) -> str:
        return address(change.record_type, change.reference)


def names_of(serializer: type[serializers.Serializer]) -> tuple[str, ...]:
    """Return the fields a serializer tells, citations among them if it has some."""
    return tuple(serializer(context={"expand": ("evidence",)}).fields)
