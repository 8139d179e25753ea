from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from provinces.serializers import PlaceSerializer
from publication.serializers import (
    ADDRESS,
    TEXT,
    CitedSerializer,
    Day,
    Link,
    Links,
    RecordSerializer,
    Text,
)
from sources.translated import LANGUAGES
from summits.models import (
    Commitment,
    Delegate,
    Delegation,
    Minutes,
    Partnership,
    Progress,
    Proposal,
    Sector,
    Signature,
    Summit,
)


class SectorSerializer(serializers.ModelSerializer):
    """A field of cooperation."""

    name = Text()

    class Meta:
        model = Sector
        fields = ("code", "name")
        read_only_fields = fields


class PartnershipSerializer(RecordSerializer):
    """Provinces that meet again and again."""

    name = serializers.SerializerMethodField(
        help_text=_("Its own name, or those of its provinces.")
    )
    provinces = Links("province")

    class Meta:
        model = Partnership
        fields = (*RecordSerializer.HEAD, "name", "provinces", "citations")
        read_only_fields = fields

    @extend_schema_field(TEXT)
    def get_name(self, partnership: Partnership) -> Any:
        if self.context.get("lang") != "all":
            return str(partnership)
        if partnership.name:
            return Partnership.name.all(partnership)
        names = {}
        for language in LANGUAGES:
            with translation.override(language):
                names[language] = str(partnership)
        return names


class SummitSerializer(RecordSerializer):
    """A meeting of provinces, announced or held."""

    partnership = Link("partnership", source="partnership.reference")
    date = Day()
    place = PlaceSerializer(read_only=True, allow_null=True)
    host = Link("province")

    class Meta:
        model = Summit
        fields = (
            *RecordSerializer.HEAD,
            "partnership",
            "kind",
            "stage",
            "date",
            "day_part",
            "place",
            "venue",
            "host",
            "note",
            "citations",
        )
        read_only_fields = fields


class DelegateSerializer(CitedSerializer):
    """A person's part in one meeting, name and titles as the source prints them."""

    titles = serializers.ListField(
        source="title_list", child=serializers.CharField(), read_only=True
    )
    official = Link("official")
    is_only_announced = serializers.BooleanField(
        read_only=True,
        help_text=_(
            "The summit was held, but every source of this delegate only announced it: "
            "none says who came."
        ),
    )

    class Meta:
        model = Delegate
        fields = (
            "name",
            "titles",
            "official",
            "is_head",
            "is_chair",
            "is_speaker",
            "is_only_announced",
            "citations",
        )
        read_only_fields = fields


class DelegationSerializer(serializers.ModelSerializer):
    """The side of one province at a summit."""

    province = Link("province")
    delegates = DelegateSerializer(many=True, read_only=True)

    class Meta:
        model = Delegation
        fields = ("province", "delegates")
        read_only_fields = fields


class SummitDetailSerializer(SummitSerializer):
    """A meeting with those who came, what was signed and what was asked for."""

    delegations = DelegationSerializer(many=True, read_only=True)
    minutes = Links("minutes")
    proposals = Links("proposal")
    reports = Links("progress", help_text=_("What was reported there."))

    class Meta(SummitSerializer.Meta):
        fields = (
            *SummitSerializer.Meta.fields,
            "delegations",
            "minutes",
            "proposals",
            "reports",
        )
        read_only_fields = fields


class MinutesSerializer(RecordSerializer):
    """A paper of a summit."""

    summit = Link("summit", source="summit.reference")
    title = Text()
    covers = Day(help_text=_("The year or period its name says it is for."))
    signed_on = Day()
    reviews = Link("minutes")

    class Meta:
        model = Minutes
        fields = (
            *RecordSerializer.HEAD,
            "summit",
            "kind",
            "stage",
            "title",
            "covers",
            "signed_on",
            "place",
            "reviews",
            "citations",
        )
        read_only_fields = fields


class SignatureSerializer(CitedSerializer):
    """Who signed, and in whose name."""

    titles = serializers.ListField(
        source="title_list", child=serializers.CharField(), read_only=True
    )
    official = Link("official")
    province = Link("province")

    class Meta:
        model = Signature
        fields = ("name", "titles", "official", "province", "body", "citations")
        read_only_fields = fields


class MinutesDetailSerializer(MinutesSerializer):
    """A paper with its signatures, its clauses and the reports on it."""

    signatures = SignatureSerializer(many=True, read_only=True)
    commitments = Links("commitment")
    progress = Links("progress")

    class Meta(MinutesSerializer.Meta):
        fields = (
            *MinutesSerializer.Meta.fields,
            "signatures",
            "commitments",
            "progress",
        )
        read_only_fields = fields


class CommitmentSerializer(RecordSerializer):
    """A clause of minutes."""

    minutes = Link("minutes", source="minutes.reference")
    summit = Link("summit", source="minutes.summit.reference")
    title = Text()
    text = Text()
    sectors = SectorSerializer(many=True, read_only=True)
    actors = Links("province", help_text=_("The provinces that are to act."))
    due = Day()
    implementation = serializers.ChoiceField(
        Progress.Implementation.choices,
        read_only=True,
        help_text=_("What the newest report says."),
    )
    evidence = serializers.ChoiceField(
        Progress.Evidence.choices,
        read_only=True,
        help_text=_("How well that report is supported."),
    )
    reported_on = Day(help_text=_("The day of that report."))

    class Meta:
        model = Commitment
        fields = (
            *RecordSerializer.HEAD,
            "minutes",
            "summit",
            "number",
            "force",
            "is_verifiable",
            "title",
            "text",
            "text_status",
            "sectors",
            "actors",
            "addressees",
            "lead_agencies",
            "due",
            "implementation",
            "evidence",
            "reported_on",
            "citations",
        )
        read_only_fields = fields


class StitchSerializer(serializers.Serializer):
    """That a later commitment takes up an earlier one, and how."""

    kind = serializers.CharField()
    earlier = Link("commitment", source="earlier.reference")
    later = Link("commitment", source="later.reference")


class CommitmentDetailSerializer(CommitmentSerializer):
    """A clause with its thread across summits, its proposals and reports."""

    continues = StitchSerializer(many=True, read_only=True)
    continued_by = StitchSerializer(many=True, read_only=True)
    proposals = Links("proposal", help_text=_("The proposals it took up."))
    progress = Links("progress")

    class Meta(CommitmentSerializer.Meta):
        fields = (
            *CommitmentSerializer.Meta.fields,
            "continues",
            "continued_by",
            "proposals",
            "progress",
        )
        read_only_fields = fields


class ProposalSerializer(RecordSerializer):
    """What one side asked for at a summit."""

    summit = Link("summit", source="summit.reference")
    province = Link("province")
    official = Link("official")
    title = Text()
    text = Text()
    sectors = SectorSerializer(many=True, read_only=True)
    actors = Links("province", help_text=_("The provinces that are to act."))
    adopted_as = Link("commitment")

    class Meta:
        model = Proposal
        fields = (
            *RecordSerializer.HEAD,
            "summit",
            "number",
            "province",
            "official",
            "title",
            "text",
            "text_status",
            "sectors",
            "actors",
            "addressees",
            "adopted_as",
            "citations",
        )
        read_only_fields = fields


class ProgressSerializer(RecordSerializer):
    """A dated report on minutes, or on the one commitment its source names."""

    minutes = Link("minutes", source="minutes.reference")
    commitment = Link("commitment")
    occasion = Link("summit")
    title = Text()
    note = Text()
    sectors = SectorSerializer(many=True, read_only=True)
    reported_on = Day()
    reporter = Link("province")

    class Meta:
        model = Progress
        fields = (
            *RecordSerializer.HEAD,
            "minutes",
            "commitment",
            "occasion",
            "implementation",
            "evidence",
            "title",
            "note",
            "sectors",
            "reported_on",
            "reporter",
            "reported_by",
            "citations",
        )
        read_only_fields = fields


class ThreadSerializer(RecordSerializer):
    """A matter through the minutes, called by its earliest clause."""

    partnership = Link("partnership", source="minutes.summit.partnership.reference")
    title = Text()
    text = Text()
    sectors = SectorSerializer(many=True, read_only=True)

    class Meta:
        model = Commitment
        fields = (
            *RecordSerializer.HEAD,
            "partnership",
            "title",
            "text",
            "text_status",
            "sectors",
            "citations",
        )
        read_only_fields = fields

    def get_type(self, record: Any) -> str:
        return "thread"

    @extend_schema_field(ADDRESS)
    def get_web(self, record: Any) -> str:
        return settings.SITE_URL + reverse("thread", args=[record.reference])


class ThreadDetailSerializer(ThreadSerializer):
    """The same with every clause, the earliest first, and what joins them."""

    commitments = CommitmentSerializer(many=True, source="thread.clauses")
    stitches = StitchSerializer(many=True, source="thread.stitches")

    class Meta(ThreadSerializer.Meta):
        fields = (*ThreadSerializer.Meta.fields, "commitments", "stitches")
        read_only_fields = fields
