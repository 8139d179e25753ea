"""Citations of what stands in this room: one table for each kind of row."""

from django.db import models

from sources.models import Citation
from summits.models.commitments import Commitment, Proposal
from summits.models.continuations import Continuation
from summits.models.minutes import Minutes, Signature
from summits.models.partnerships import Partnership
from summits.models.progress import Progress
from summits.models.summits import Delegate, Summit


def supported(model: type[models.Model]) -> models.ForeignKey:
    """Return the column for the row a citation supports."""
    return models.ForeignKey(model, on_delete=models.CASCADE, related_name="citations")


class PartnershipCitation(Citation):
    """What a source says of a partnership."""

    follows = ("source", "record")
    record = supported(Partnership)


class SummitCitation(Citation):
    """What a source says of a summit."""

    follows = ("source", "record", "record__partnership")
    record = supported(Summit)


class DelegateCitation(Citation):
    """What a source says of somebody's part in a summit."""

    follows = ("source", "record__delegation__summit")
    record = supported(Delegate)


class MinutesCitation(Citation):
    """What a source says of minutes."""

    follows = ("source", "record", "record__summit")
    record = supported(Minutes)


class SignatureCitation(Citation):
    """What a source says of a signature."""

    follows = ("source", "record__minutes", "record__minutes__summit")
    record = supported(Signature)


class CommitmentCitation(Citation):
    """What a source says of a commitment."""

    follows = ("source", "record", "record__minutes", "record__minutes__summit")
    record = supported(Commitment)


class ProposalCitation(Citation):
    """What a source says of a proposal."""

    follows = ("source", "record", "record__summit")
    record = supported(Proposal)


class ProgressCitation(Citation):
    """What a source says of a progress report."""

    follows = ("source", "record", "record__minutes", "record__minutes__summit")
    record = supported(Progress)


class ContinuationCitation(Citation):
    """What a source says of one matter running on into another."""

    follows = ("source", "record__later", "record__earlier")
    record = supported(Continuation)
