"""Partnerships, their meetings and the people who came, as rows."""

from __future__ import annotations

from typing import Any

from import_export.fields import Field

from provinces.models import Province
from provinces.resources import PlaceLink
from sources.resources import (
    CitedField,
    LateField,
    Link,
    Links,
    QuoteField,
    SheetResource,
    key_field,
)
from sources.resources.cells import unknown
from summits.models import Commitment, Delegate, Delegation, Partnership, Sector, Summit

RECORD = ("reference", "key", "state")
CITED = ("source", "quote")


class SectorLink(Link):
    """A sector by its code."""

    def __init__(self) -> None:
        super().__init__(Sector)

    def find(self, text: str) -> Any:
        if found := Sector.objects.filter(code=text).first():
            return found
        codes = Sector.objects.values_list("code", flat=True)
        raise unknown(text, ", ".join(codes))

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        return value.code if value else ""


def provinces_field(name: str, *, is_needed: bool = False) -> LateField:
    """Return a column of several provinces."""
    return LateField(
        attribute=name,
        column_name=name,
        widget=Links(Link(Province)),
        is_needed=is_needed,
    )


def sectors_field() -> LateField:
    """Return the column of sectors."""
    return LateField(
        attribute="sectors", column_name="sectors", widget=Links(SectorLink())
    )


class SectorSheet(SheetResource):
    """Fields of cooperation by code."""

    sheet = "sectors"
    shown_with = Commitment
    natural = ("code",)

    class Meta:
        model = Sector
        fields = ("code", "position", "name_vi", "name_lo", "name_en", "cue_words")


class PartnershipSheet(SheetResource):
    """Partnerships; the provinces make the reference."""

    key = key_field()
    provinces = provinces_field("provinces", is_needed=True)
    source = CitedField("reference")
    quote = QuoteField()

    sheet = "partnerships"
    chosen_by = "summits"

    class Meta:
        model = Partnership
        fields = (*RECORD, "provinces", "name_vi", "name_lo", "name_en", *CITED)

    def get_instance(self, instance_loader: Any, row: Any) -> Any:
        provinces = self.needed("provinces", row)
        codes = [province.reference for province in provinces]
        reference = Partnership.reference_of(codes)
        row["reference"] = row.get("reference") or reference
        return super().get_instance(instance_loader, row)


class SummitSheet(SheetResource):
    """Meetings; without a reference, found by partnership, kind and date."""

    key = key_field()
    place = Field("place", column_name="place", widget=PlaceLink())
    source = CitedField(*Summit.key_facts)
    quote = QuoteField()

    sheet = "summits"
    natural = ("partnership", "kind", "date")

    class Meta:
        model = Summit
        fields = (
            *RECORD,
            "partnership",
            "kind",
            "stage",
            "date",
            "day_part",
            "place",
            "venue",
            "host",
            "note",
            *CITED,
        )


class DelegationSheet(SheetResource):
    """The sides of a meeting."""

    sheet = "delegations"
    natural = ("summit", "province")
    chosen_by = "summit"

    class Meta:
        model = Delegation
        fields = ("summit", "province")


class DelegateSheet(SheetResource):
    """The people of a meeting; a new side of it comes with its first delegate."""

    summit = Field(
        "delegation__summit", column_name="summit", widget=Link(Summit), readonly=True
    )
    province = Field(
        "delegation__province",
        column_name="province",
        widget=Link(Province),
        readonly=True,
    )
    source = CitedField("name")
    quote = QuoteField()

    sheet = "delegates"
    natural = ("summit", "province", "name")
    chosen_by = "delegation__summit"

    class Meta:
        model = Delegate
        fields = (
            "summit",
            "province",
            "official",
            "name",
            "titles",
            "is_head",
            "is_chair",
            "is_speaker",
            *CITED,
        )

    def init_instance(self, row: Any = None) -> Any:
        side, _is_new = Delegation.objects.get_or_create(
            summit=self.needed("summit", row), province=self.needed("province", row)
        )
        return Delegate(delegation=side)
