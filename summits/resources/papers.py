"""What was signed, agreed and asked for, and what became of it, as rows."""

from __future__ import annotations

from sources.resources import CitedField, QuoteField, SheetResource, key_field
from summits.models import (
    Commitment,
    Continuation,
    Minutes,
    Progress,
    Proposal,
    Signature,
)
from summits.resources.meetings import CITED, RECORD, provinces_field, sectors_field

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
