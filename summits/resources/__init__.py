"""What provinces hold, sign and report as spreadsheets: the names of their columns."""

from provinces.resources import (
    OfficialNameSheet,
    OfficialSheet,
    PlaceNameSheet,
    PlaceSheet,
    ProvinceNameSheet,
    ProvinceSheet,
    TenureSheet,
)
from sources.resources import CITATION_COLUMNS, CitationSheet, SourceSheet, Workbook
from summits.models import SummitCitation
from summits.resources.meetings import (
    DelegateSheet,
    DelegationSheet,
    PartnershipSheet,
    SectorSheet,
    SummitSheet,
)
from summits.resources.papers import (
    CommitmentSheet,
    ContinuationSheet,
    MinutesSheet,
    ProgressSheet,
    ProposalSheet,
    SignatureSheet,
)

__all__ = ["REFERENCE_FACTS", "SECTORS", "SUMMITS"]


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
