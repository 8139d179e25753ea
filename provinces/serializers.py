from __future__ import annotations

from rest_framework import serializers

from provinces.models import Official, Place, Province, Tenure
from publication.serializers import CitedSerializer, Day, Link, RecordSerializer, Text


class SpellingSerializer(serializers.Serializer):
    """A form of a name as somebody printed it."""

    text = serializers.CharField()
    language = serializers.CharField()


class PlaceSerializer(serializers.ModelSerializer):
    """A border gate, a town, a port."""

    name = Text()

    class Meta:
        model = Place
        fields = ("kind", "name")
        read_only_fields = fields


class ProvinceSerializer(RecordSerializer):
    """A province or a city of that rank."""

    name = Text()
    valid_from = Day()
    valid_until = Day()
    successor = Link("province")

    class Meta:
        model = Province
        fields = (
            *RecordSerializer.HEAD,
            "country",
            "name",
            "valid_from",
            "valid_until",
            "successor",
            "citations",
        )
        read_only_fields = fields


class ProvinceDetailSerializer(ProvinceSerializer):
    """A province with the spellings of its name."""

    spellings = SpellingSerializer(source="names", many=True, read_only=True)

    class Meta(ProvinceSerializer.Meta):
        fields = (*ProvinceSerializer.Meta.fields, "spellings")
        read_only_fields = fields


class OfficialSerializer(RecordSerializer):
    """A person who acts for a province."""

    name = Text()
    province = Link("province")

    class Meta:
        model = Official
        fields = (*RecordSerializer.HEAD, "name", "province", "citations")
        read_only_fields = fields


class TenureSerializer(CitedSerializer):
    """A post; an unknown end does not mean that it is held today."""

    title = Text()
    province = Link("province")
    since = Day()
    until = Day()

    class Meta:
        model = Tenure
        fields = ("title", "province", "since", "until", "citations")
        read_only_fields = fields


class OfficialDetailSerializer(OfficialSerializer):
    """A person with the spellings of the name and the posts held."""

    spellings = SpellingSerializer(source="names", many=True, read_only=True)
    tenures = TenureSerializer(many=True, read_only=True)

    class Meta(OfficialSerializer.Meta):
        fields = (*OfficialSerializer.Meta.fields, "spellings", "tenures")
        read_only_fields = fields
