from __future__ import annotations

from typing import Any

from django.db.models import Prefetch
from django.http import HttpResponseBase, HttpResponsePermanentRedirect
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response

from provinces.models import Province
from publication.api import RecordViewSet
from publication.serializers import address, with_links
from summits.filters import (
    CommitmentFilterSet,
    MinutesFilterSet,
    PartnershipFilterSet,
    ProgressFilterSet,
    ProposalFilterSet,
    SummitFilterSet,
    ThreadFilterSet,
)
from summits.models import (
    Commitment,
    Continuation,
    Delegate,
    Delegation,
    Minutes,
    Partnership,
    Progress,
    Proposal,
    Signature,
    Summit,
)
from summits.serializers import (
    CommitmentDetailSerializer,
    CommitmentSerializer,
    MinutesDetailSerializer,
    MinutesSerializer,
    PartnershipSerializer,
    ProgressSerializer,
    ProposalSerializer,
    SummitDetailSerializer,
    SummitSerializer,
    ThreadDetailSerializer,
    ThreadSerializer,
)
from summits.threads import threads_through


def public_of(relation: str, rows: Any) -> Prefetch:
    """Prefetch the public rows of a relation, in their order, to link them."""
    return Prefetch(relation, rows.public().defer("folded"))


class PartnershipViewSet(RecordViewSet):
    about = _("Provinces that meet; the reference names them.")
    queryset = Partnership.objects.all()
    filterset_class = PartnershipFilterSet
    serializer_class = PartnershipSerializer

    def public(self) -> Any:
        provinces = Prefetch("provinces", Province.objects.public())
        return Partnership.objects.public().prefetch_related(provinces)


class SummitViewSet(RecordViewSet):
    about = _(
        "Meetings of provinces; a detail adds delegations, minutes and proposals."
    )
    queryset = Summit.objects.all()
    filterset_class = SummitFilterSet
    serializer_class = SummitSerializer
    detail_serializer_class = SummitDetailSerializer

    def public(self) -> Any:
        rows = Summit.objects.public().select_related("partnership", "place")
        return with_links(rows, "host")

    def public_in_full(self) -> Any:
        delegates = with_links(Delegate.objects.public().with_attendance(), "official")
        if "evidence" in self.expanded:
            delegates = delegates.with_evidence()
        delegations = with_links(Delegation.objects.public(), "province")
        return self.public().prefetch_related(
            Prefetch("delegations", delegations),
            Prefetch("delegations__delegates", delegates),
            public_of("minutes", Minutes.objects),
            public_of("proposals", Proposal.objects),
            public_of("reports", Progress.objects),
        )


class MinutesViewSet(RecordViewSet):
    about = _(
        "Papers signed at summits; a detail adds signatures and links its clauses."
    )
    queryset = Minutes.objects.all()
    filterset_class = MinutesFilterSet
    serializer_class = MinutesSerializer
    detail_serializer_class = MinutesDetailSerializer

    def public(self) -> Any:
        return with_links(Minutes.objects.public().select_related("summit"), "reviews")

    def public_in_full(self) -> Any:
        signatures = with_links(Signature.objects.public(), "official", "province")
        if "evidence" in self.expanded:
            signatures = signatures.with_evidence()
        return self.public().prefetch_related(
            Prefetch("signatures", signatures),
            public_of("commitments", Commitment.objects),
            public_of("progress", Progress.objects),
        )


class CommitmentViewSet(RecordViewSet):
    about = _("Clauses of minutes, with what the newest report says of each.")
    queryset = Commitment.objects.all()
    filterset_class = CommitmentFilterSet
    serializer_class = CommitmentSerializer
    detail_serializer_class = CommitmentDetailSerializer

    def public(self) -> Any:
        actors = Prefetch("actors", Province.objects.public())
        rows = Commitment.objects.public().with_status().defer("folded")
        return rows.select_related("minutes__summit").prefetch_related(
            "sectors", actors
        )

    def public_in_full(self) -> Any:
        stitches = Continuation.objects.public()
        return self.public().prefetch_related(
            Prefetch("continues", stitches.select_related("earlier", "later")),
            Prefetch("continued_by", stitches.select_related("earlier", "later")),
            public_of("proposals", Proposal.objects),
            public_of("progress", Progress.objects),
        )


class ThreadViewSet(CommitmentViewSet):
    about = _(
        "Matters that later minutes take up again, each called by its earliest clause."
    )
    filterset_class = ThreadFilterSet
    serializer_class = ThreadSerializer
    detail_serializer_class = ThreadDetailSerializer

    def public(self) -> Any:
        rows = super().public().select_related("minutes__summit__partnership")
        return rows if self.detail else rows.beginning_threads()

    def public_in_full(self) -> Any:
        return self.public()

    def retrieve(self, request: Request, reference: str) -> HttpResponseBase:
        """Tell the whole matter; a later clause leads to the earliest."""
        rows = self.get_queryset()
        clause = rows.filter(reference=reference).first()
        if clause is None:
            return self._lost(reference)
        clause.thread = threads_through([clause.pk], rows)[clause.pk]
        if clause.thread.first != clause:
            first = address("thread", clause.thread.first.reference)
            return HttpResponsePermanentRedirect(first)
        return Response(self.get_serializer(clause).data)


class ProposalViewSet(RecordViewSet):
    about = _("What one side asked for; no commitment unless it was adopted as one.")
    queryset = Proposal.objects.all()
    filterset_class = ProposalFilterSet
    serializer_class = ProposalSerializer

    def public(self) -> Any:
        actors = Prefetch("actors", Province.objects.public())
        rows = Proposal.objects.public().select_related("summit").defer("folded")
        linked = with_links(rows, "province", "official", "adopted_as")
        return linked.prefetch_related("sectors", actors)


class ProgressViewSet(RecordViewSet):
    about = _("Dated reports on minutes and commitments; added, never rewritten.")
    queryset = Progress.objects.all()
    filterset_class = ProgressFilterSet
    serializer_class = ProgressSerializer

    def public(self) -> Any:
        rows = Progress.objects.public().select_related("minutes").defer("folded")
        linked = with_links(rows, "commitment", "occasion", "reporter")
        return linked.prefetch_related("sectors")
