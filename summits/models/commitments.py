"""What was agreed, petitioned and asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from provinces.models import Official, Province
from publication.models import Record, RecordQuerySet
from sources.partial_dates import PartialDateField
from sources.text import LineField
from summits.models.matters import Matter
from summits.models.minutes import Minutes
from summits.models.summits import Summit
from summits.signs import Sign, bearing, sign_of


class Force(models.TextChoices):
    """What both sides did: agree, petition a higher government, or wish."""

    AGREED = "agreed", _("Agreed")
    PETITION = "petition", _("Petition to a higher government")
    ASPIRATION = "aspiration", _("Aspiration")


class CommitmentQuerySet(RecordQuerySet):
    """Commitments by force, place and people."""

    def with_status(self) -> CommitmentQuerySet:
        """Annotate what the newest public report says, and what took the matter up.

        ``implementation``, ``evidence`` and ``reported_on`` come from that report;
        ``continued_on`` is the day of the newest minutes with a later clause.
        """
        reports = (
            apps.get_model("summits", "Progress")
            .objects.public()
            .filter(commitment=OuterRef("pk"))
            .newest_first()
        )
        later = (
            apps.get_model("summits", "Continuation")
            .objects.public()
            .filter(earlier=OuterRef("pk"))
            .order_by("-later__minutes__signed_on")
        )
        return self.annotate(
            implementation=Coalesce(
                Subquery(reports.values("implementation")[:1]), Value("no_information")
            ),
            evidence=Coalesce(Subquery(reports.values("evidence")[:1]), Value("none")),
            reported_on=Coalesce(
                Subquery(reports.values("reported_on")[:1]), Value("")
            ),
            continued_on=Subquery(later.values("later__minutes__signed_on")[:1]),
        )

    def bearing(self, signs: Collection[str]) -> CommitmentQuerySet:
        """Return those whose ``sign`` is one of these, annotated with their status."""
        return self.with_status().filter(bearing(signs))

    def sign_counts(self) -> dict[str, int]:
        """Return how many of them bear each sign that occurs."""
        return self.counted_by().get((), {})

    def sign_counts_by_sector(self) -> dict[int, dict[str, int]]:
        """Return the same for each sector by its key; one of two counts in both."""
        counted = self.filter(sectors__isnull=False).counted_by("sectors")
        return {sector: counts for (sector,), counts in counted.items()}

    def counted_by(self, *by: str) -> dict[tuple, dict[str, int]]:
        """Return how many bear each sign, for each value of these columns."""
        # Drafts of stitches among them: those are counted the longer way, and rightly.
        taken_up = apps.get_model("summits", "Continuation").objects.values("earlier")
        counts: dict[tuple, dict[str, int]] = {}
        for (*group, sign), number in (
            *_as_reported(self.exclude(pk__in=taken_up), *by),
            *_as_taken_up(self.filter(pk__in=taken_up), *by),
        ):
            own = counts.setdefault(tuple(group), {})
            own[sign] = own.get(sign, 0) + number
        return counts

    def agreed(self) -> CommitmentQuerySet:
        return self.filter(force=Force.AGREED)

    def petitions(self) -> CommitmentQuerySet:
        return self.filter(force=Force.PETITION)

    def beginning_threads(self) -> CommitmentQuerySet:
        """Keep those that later minutes took up, and that take up nothing themselves.

        A matter that grew together from two beginnings has two of them.
        """
        stitches = apps.get_model("summits", "Continuation").objects.public()
        taken_up = Exists(stitches.filter(earlier=OuterRef("pk")))
        takes_up = Exists(stitches.filter(later=OuterRef("pk")))
        return self.filter(taken_up, ~takes_up)

    def for_display(self) -> CommitmentQuerySet:
        """Fetch what one line about a commitment prints."""
        return self.select_related("minutes__summit__partnership").prefetch_related(
            "sectors", "minutes__summit__partnership__provinces"
        )


def _as_reported(clauses: CommitmentQuerySet, *by: str) -> Iterator[tuple[list, int]]:
    """Count signs where nothing but the newest report decides."""
    rows = clauses.with_status().order_by().values_list(*by, "implementation")
    for *group, said, number in rows.annotate(number=Count("pk")):
        yield [*group, sign_of(said, "", continued_on=None).value], number


def _as_taken_up(clauses: CommitmentQuerySet, *by: str) -> Iterator[tuple[list, int]]:
    """Count signs where a later clause may be newer than the report."""
    # The database would reckon each part of the sign anew for each sign there is.
    parts = ("implementation", "reported_on", "continued_on")
    rows = clauses.with_status().order_by().values_list(*by, *parts)
    for (*group, said, on, later), number in Counter(rows.iterator()).items():
        yield [*group, sign_of(said, on, continued_on=later).value], number


class Commitment(Matter):
    """A clause of minutes: what both sides agreed, or agreed to petition for."""

    follows = ("minutes__summit__partnership", "minutes__summit", "minutes")

    minutes = models.ForeignKey(
        Minutes,
        verbose_name=_("minutes"),
        on_delete=models.PROTECT,
        related_name="commitments",
    )
    number = models.PositiveSmallIntegerField(
        _("number"), help_text=_("Its place in the minutes, from 1.")
    )
    force = models.CharField(
        _("force"), max_length=10, choices=Force, default=Force.AGREED
    )
    is_verifiable = models.BooleanField(
        _("verifiable"),
        default=False,
        help_text=_("Whether anybody could tell that it was done."),
    )
    lead_agencies = LineField(_("lead agencies"), max_length=300, blank=True)
    due = PartialDateField(_("due"))

    # Annotated by with_status().
    implementation: str
    evidence: str
    reported_on: str
    continued_on: str | None

    objects = CommitmentQuerySet.as_manager()

    class Meta(Matter.Meta):
        abstract = False
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        ordering = ["minutes", "number"]
        indexes = [
            # Which clauses of some minutes are published, without opening any.
            models.Index(
                fields=["minutes", "state", "number"], name="summits_commitment_public"
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["minutes", "number"],
                name="summits_commitment_numbered_once",
                violation_error_message=_(
                    "These minutes have a clause with this number already."
                ),
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1),
                name="summits_commitment_from_one",
                violation_error_message=_("Clauses are numbered from 1."),
            ),
        ]

    @property
    def sign(self) -> Sign:
        """The glyph of its state; needs ``with_status()``."""
        return sign_of(
            self.implementation, self.reported_on, continued_on=self.continued_on
        )

    def get_absolute_url(self) -> str:
        return reverse("commitment", args=[self.reference])

    def reference_series(self) -> tuple[str, int]:
        return f"{self.minutes.reference}.c", 2


class ProposalQuerySet(RecordQuerySet):
    """Proposals by where and by whom they were made."""

    def for_display(self) -> ProposalQuerySet:
        """Fetch what one line about a proposal prints."""
        return self.select_related(
            "summit__partnership", "province", "adopted_as"
        ).prefetch_related("sectors", "actors", "summit__partnership__provinces")


class Proposal(Matter):
    """What one side asked for at a summit; no commitment until it is adopted."""

    follows = ("summit__partnership", "summit")

    summit = models.ForeignKey(
        Summit,
        verbose_name=_("summit"),
        on_delete=models.PROTECT,
        related_name="proposals",
    )
    number = models.PositiveSmallIntegerField(
        _("number"), help_text=_("Its place among the proposals, from 1.")
    )
    province = models.ForeignKey(
        Province,
        verbose_name=_("proposed by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
    )
    official = models.ForeignKey(
        Official,
        verbose_name=_("speaker"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
    )
    adopted_as = models.ForeignKey(
        Commitment,
        verbose_name=_("adopted as"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
    )

    objects = ProposalQuerySet.as_manager()

    class Meta(Matter.Meta):
        abstract = False
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["summit", "number"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["summit", "number"],
                name="summits_proposal_numbered_once",
                violation_error_message=_(
                    "This summit has a proposal with this number already."
                ),
            ),
        ]

    @property
    def proposer(self) -> tuple[Official | None, Province | None]:
        """Whose proposal it is: the person, where one is named, and the side."""
        return self.official, self.province

    def get_absolute_url(self) -> str:
        return reverse("proposal", args=[self.reference])

    def reference_series(self) -> tuple[str, int]:
        return f"{self.summit.reference}.p", 2
