"""What provinces hold, sign and promise each other, and what became of it."""

from summits.models.citations import (
    CommitmentCitation,
    ContinuationCitation,
    DelegateCitation,
    MinutesCitation,
    PartnershipCitation,
    ProgressCitation,
    ProposalCitation,
    SignatureCitation,
    SummitCitation,
)
from summits.models.commitments import Commitment, Force, Proposal
from summits.models.continuations import Continuation
from summits.models.minutes import Minutes, MinutesFile, Signature
from summits.models.partnerships import Partnership
from summits.models.progress import Progress
from summits.models.sectors import Sector
from summits.models.summits import Delegate, Delegation, Summit

__all__ = [
    "Commitment",
    "CommitmentCitation",
    "Continuation",
    "ContinuationCitation",
    "Delegate",
    "DelegateCitation",
    "Delegation",
    "Force",
    "Minutes",
    "MinutesCitation",
    "MinutesFile",
    "Partnership",
    "PartnershipCitation",
    "Progress",
    "ProgressCitation",
    "Proposal",
    "ProposalCitation",
    "Sector",
    "Signature",
    "SignatureCitation",
    "Summit",
    "SummitCitation",
]
