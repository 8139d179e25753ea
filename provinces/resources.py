"""Provinces, places and officials as spreadsheets: the names of their columns."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from import_export.fields import Field

from provinces.models import (
    Official,
    OfficialCitation,
    OfficialName,
    Place,
    PlaceName,
    Province,
    ProvinceCitation,
    ProvinceName,
    Tenure,
)
from sources.resources import (
    CITATION_COLUMNS,
    CitationSheet,
    CitedField,
    LateField,
    Link,
    Links,
    QuoteField,
    SheetResource,
    SourceLink,
    SourceSheet,
    Workbook,
    key_field,
)
from sources.resources.cells import unknown
from sources.spelling import fold

SPELLING = ("text", "language", "source", "seen_in", "note")


class PlaceLink(Link):
    """A place by its Vietnamese name or a known spelling; ``town: Huế`` where two
    places bear one name.
    """

    def __init__(self) -> None:
        super().__init__(Place)

    def find(self, text: str) -> Any:
        kind, colon, name = text.partition(": ")
        places = Place.objects.filter(kind=kind) if colon else Place.objects.all()
        name = name if colon else text
        for found in (
            places.filter(name_vi=name),
            places.filter(names__folded=fold(name)).distinct(),
        ):
            if len(found) == 1:
                return found[0]
        raise unknown(text, self.accepted([]))

    @cached_property
    def shared(self) -> set[str]:
        """The names that more than one place bears."""
        names = Place.objects.order_by().values("name_vi")
        several = names.annotate(places=Count("pk")).filter(places__gt=1)
        return set(several.values_list("name_vi", flat=True))

    def accepted(self, _spelled: list[Any]) -> str:
        some = Place.objects.order_by("name_vi").values_list("name_vi", flat=True)
        return _("the name of a place kept here (%(examples)s …), once.") % {
            "examples": ", ".join(some[:3])
        }

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        if value is None:
            return ""
        if value.name_vi in self.shared:
            return f"{value.kind}: {value.name_vi}"
        return value.name_vi


class ProvinceSheet(SheetResource):
    """Provinces by ISO 3166-2 code."""

    key = key_field()
    source = CitedField("name_vi")
    quote = QuoteField()

    sheet = "provinces"
    points_back = "successor"

    class Meta:
        model = Province
        fields = (
            "reference",
            "key",
            "state",
            "country",
            "name_vi",
            "name_lo",
            "name_en",
            "valid_from",
            "valid_until",
            "successor",
            "source",
            "quote",
        )

    def init_instance(self, row: Any = None) -> Any:
        self.needed("reference", row)
        return super().init_instance(row)


class ProvinceNameSheet(SheetResource):
    """Spellings of provinces."""

    source = Field("source", column_name="source", widget=SourceLink())

    sheet = "province_names"
    natural = ("province", "text", "language")
    chosen_by = "province"

    class Meta:
        model = ProvinceName
        fields = ("province", *SPELLING)


class PlaceSheet(SheetResource):
    """Border gates, towns and ports, by kind and Vietnamese name."""

    provinces = LateField(
        attribute="provinces",
        column_name="provinces",
        widget=Links(Link(Province)),
        is_needed=True,
    )

    sheet = "places"
    shown_with = Province
    natural = ("kind", "name_vi")

    class Meta:
        model = Place
        fields = ("kind", "name_vi", "name_lo", "name_en", "provinces")


class PlaceNameSheet(SheetResource):
    """Spellings of places."""

    place = Field("place", column_name="place", widget=PlaceLink())
    source = Field("source", column_name="source", widget=SourceLink())

    sheet = "place_names"
    natural = ("place", "text", "language")
    chosen_by = "place"

    class Meta:
        model = PlaceName
        fields = ("place", *SPELLING)


class OfficialSheet(SheetResource):
    """People; without a reference, found by Vietnamese name and province."""

    key = key_field()
    source = CitedField("name_vi")
    quote = QuoteField()

    sheet = "officials"
    natural = ("name_vi", "province")

    class Meta:
        model = Official
        fields = (
            "reference",
            "key",
            "state",
            "name_vi",
            "name_lo",
            "name_en",
            "province",
            "note",
            "source",
            "quote",
        )


class OfficialNameSheet(SheetResource):
    """Spellings of people's names."""

    source = Field("source", column_name="source", widget=SourceLink())

    sheet = "official_names"
    natural = ("official", "text", "language")
    chosen_by = "official"

    class Meta:
        model = OfficialName
        fields = ("official", *SPELLING)


class TenureSheet(SheetResource):
    """Posts that people hold or held."""

    source = CitedField("title_vi")
    quote = QuoteField()

    sheet = "tenures"
    natural = ("official", "province", "title_vi", "since")
    may_be_blank = ("since",)
    chosen_by = "official"

    class Meta:
        model = Tenure
        fields = (
            "official",
            "province",
            "title_vi",
            "title_lo",
            "title_en",
            "since",
            "until",
            "source",
            "quote",
        )


class ProvinceCitationSheet(CitationSheet):
    """Passages on provinces."""

    cited = (ProvinceSheet,)

    class Meta:
        model = ProvinceCitation
        fields = CITATION_COLUMNS


class OfficialCitationSheet(CitationSheet):
    """Passages on people and their posts."""

    cited = (OfficialSheet, TenureSheet)

    class Meta:
        model = OfficialCitation
        fields = CITATION_COLUMNS


PROVINCES = Workbook(
    SourceSheet, ProvinceSheet, ProvinceNameSheet, ProvinceCitationSheet
)
PLACES = Workbook(SourceSheet, PlaceSheet, PlaceNameSheet)
OFFICIALS = Workbook(
    SourceSheet, OfficialSheet, OfficialNameSheet, TenureSheet, OfficialCitationSheet
)
