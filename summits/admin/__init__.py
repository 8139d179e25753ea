"""Summits in the admin, in the order of the work: meeting, paper, clauses."""

from summits.admin.commitments import (
    CommitmentAdmin,
    ContinuationAdmin,
    ProgressAdmin,
    ProposalAdmin,
    SectorAdmin,
)
from summits.admin.minutes import MinutesAdmin, MinutesFileAdmin, SignatureAdmin
from summits.admin.summits import DelegateAdmin, PartnershipAdmin, SummitAdmin

__all__ = [
    "CommitmentAdmin",
    "ContinuationAdmin",
    "DelegateAdmin",
    "MinutesAdmin",
    "MinutesFileAdmin",
    "PartnershipAdmin",
    "ProgressAdmin",
    "ProposalAdmin",
    "SectorAdmin",
    "SignatureAdmin",
    "SummitAdmin",
]
