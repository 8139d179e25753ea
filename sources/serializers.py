from __future__ import annotations

from rest_framework import serializers

from publication.serializers import Day, Link, RecordSerializer
from sources.models import Source


class SourceSerializer(RecordSerializer):
    """A source as the public may know it: never its text."""

    address = serializers.URLField(source="url", read_only=True)
    published_on = Day()
    replaces = Link("source")

    # A source is evidence; it cites nothing.
    citations = None

    class Meta:
        model = Source
        fields = (
            *RecordSerializer.HEAD,
            "kind",
            "title",
            "publisher",
            "address",
            "published_on",
            "language",
            "retrieved_on",
            "replaces",
        )
        read_only_fields = fields
