"""What provinces hold, sign and report as spreadsheets: the names of their columns."""

from __future__ import annotations

from typing import Any

from import_export.fields import Field

from provinces.models import Province
from provinces.resources import (
    OfficialNameSheet,
    OfficialSheet,
    PlaceLink,
    PlaceNameSheet,
    PlaceSheet,
    ProvinceNameSheet,
    ProvinceSheet,
    TenureSheet,
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
    SourceSheet,
    Workbook,
    key_field,
)
from sources.resources.cells import unknown
from summits.models import (
    Commitment,
    Continuation,
    Delegate,
    Delegation,
    Minutes,
    Partnership,
    Progress,
    Proposal,
    Sector,
    Signature,
    Summit,
    SummitCitation,
)

RECORD = ("reference", "key", "state")
CITED = ("source", "quote")
MATTER = (
    "title_vi",
    "title_lo",
    "title_en",
    "text_vi",
    "text_lo",
    "text_en",
    "text_status",
    "sectors",
    "actors",
    "addressees",
)


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


class MinutesSheet(SheetResource):
    """Papers of meetings; without a reference, found by meeting, kind and title."""

    key = key_field()
    source = CitedField(*Minutes.key_facts)
    quote = QuoteField()

    sheet = "minutes"
    natural = ("summit", "kind", "title_vi")
    points_back = "reviews"
    chosen_by = "summit"

    class Meta:
        model = Minutes
        fields = (
            *RECORD,
            "summit",
            "kind",
            "stage",
            "title_vi",
            "title_lo",
            "title_en",
            "covers",
            "signed_on",
            "place",
            "reviews",
            *CITED,
        )


class SignatureSheet(SheetResource):
    """Who signed, and in whose name."""

    source = CitedField("name")
    quote = QuoteField()

    sheet = "signatures"
    natural = ("minutes", "name")
    chosen_by = "minutes__summit"

    class Meta:
        model = Signature
        fields = (
            "minutes",
            "official",
            "name",
            "titles",
            "province",
            "body",
            *CITED,
        )


class CommitmentSheet(SheetResource):
    """Clauses of minutes by their number."""

    key = key_field()
    sectors = sectors_field()
    actors = provinces_field("actors")
    source = CitedField(*Commitment.key_facts)
    quote = QuoteField()

    sheet = "commitments"
    natural = ("minutes", "number")
    chosen_by = "minutes__summit"

    class Meta:
        model = Commitment
        fields = (
            *RECORD,
            "minutes",
            "number",
            "force",
            "is_verifiable",
            *MATTER,
            "lead_agencies",
            "due",
            *CITED,
        )


class ProposalSheet(SheetResource):
    """What one side asked for, by meeting and number."""

    key = key_field()
    sectors = sectors_field()
    actors = provinces_field("actors")
    source = CitedField(*Proposal.key_facts)
    quote = QuoteField()

    sheet = "proposals"
    natural = ("summit", "number")
    chosen_by = "summit"

    class Meta:
        model = Proposal
        fields = (
            *RECORD,
            "summit",
            "number",
            "province",
            "official",
            *MATTER,
            "adopted_as",
            *CITED,
        )


class ContinuationSheet(SheetResource):
    """Which later commitment takes up which earlier one."""

    source = CitedField("kind")
    quote = QuoteField()

    sheet = "continuations"
    natural = ("later", "earlier")
    chosen_by = "later__minutes__summit"

    class Meta:
        model = Continuation
        fields = ("later", "earlier", "kind", *CITED)


class ProgressSheet(SheetResource):
    """Reports; without a reference, found by minutes, date and note."""

    key = key_field()
    sectors = sectors_field()
    source = CitedField(*Progress.key_facts)
    quote = QuoteField()

    sheet = "progress"
    natural = ("minutes", "reported_on", "note_vi")
    may_be_blank = ("reported_on",)
    chosen_by = "minutes__summit"

    class Meta:
        model = Progress
        fields = (
            *RECORD,
            "minutes",
            "commitment",
            "occasion",
            "implementation",
            "evidence",
            "title_vi",
            "title_lo",
            "title_en",
            "note_vi",
            "note_lo",
            "note_en",
            "sectors",
            "reported_on",
            "reporter",
            "reported_by",
            *CITED,
        )


class SummitCitationSheet(CitationSheet):
    """Passages on everything a workbook of summits holds."""

    cited = (
        PartnershipSheet,
        SummitSheet,
        DelegateSheet,
        MinutesSheet,
        SignatureSheet,
        CommitmentSheet,
        ProposalSheet,
        ContinuationSheet,
        ProgressSheet,
    )

    class Meta:
        model = SummitCitation
        fields = CITATION_COLUMNS


SECTORS = Workbook(SectorSheet)
SUMMITS = Workbook(
    SourceSheet,
    PartnershipSheet,
    SummitSheet,
    DelegationSheet,
    DelegateSheet,
    MinutesSheet,
    SignatureSheet,
    CommitmentSheet,
    ProposalSheet,
    ContinuationSheet,
    ProgressSheet,
    SummitCitationSheet,
)
# Everything at once, as the reference facts of a fresh database come.
REFERENCE_FACTS = Workbook(
    SourceSheet,
    ProvinceSheet,
    ProvinceNameSheet,
    PlaceSheet,
    PlaceNameSheet,
    SectorSheet,
    OfficialSheet,
    OfficialNameSheet,
    TenureSheet,
    *SUMMITS.resources[1:],
)
