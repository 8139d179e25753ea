"""Papers signed between provinces, and by whom."""

from __future__ import annotations

from typing import ClassVar

from django.apps import apps
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from provinces.models import Province
from publication.models import (
    Record,
    RecordQuerySet,
    Tracked,
    TrackedQuerySet,
)
from sources.models import Language
from sources.partial_dates import PartialDateField
from sources.text import FoldedField, LineField
from sources.translated import Translated
from summits.models.participations import Participation
from summits.models.summits import Summit


class MinutesQuerySet(RecordQuerySet):
    """Minutes by what is known of their signing."""

    def signed(self) -> MinutesQuerySet:
        return self.filter(stage=Minutes.Stage.SIGNED)

    def with_clause_count(self) -> MinutesQuerySet:
        """Annotate ``clause_count``: its published clauses."""
        clauses = apps.get_model("summits", "Commitment").objects.published()
        # Asked paper by paper: a page of them need not count what all others hold.
        own = clauses.filter(minutes=OuterRef("pk")).order_by().values("minutes")
        counted = Subquery(own.annotate(number=Count("pk")).values("number"))
        return self.annotate(clause_count=Coalesce(counted, 0))

    def for_display(self) -> MinutesQuerySet:
        """Fetch what one line about minutes prints."""
        return self.select_related("summit__partnership").prefetch_related(
            "summit__partnership__provinces"
        )


class Minutes(Record):
    """A paper of a summit: its minutes, or a memorandum, agreement, plan or annex.

    The year of its label, the day it was signed and the period it covers are three
    different things; a newspaper's label is kept as that paper's word.
    """

    class Kind(models.TextChoices):
        MINUTES = "minutes", _("Minutes")
        MEMORANDUM = "memorandum", _("Memorandum")
        AGREEMENT = "agreement", _("Agreement")
        PLAN = "plan", _("Plan")
        ANNEX = "annex", _("Annex")
        OTHER = "other", _("Other paper")

    class Stage(models.TextChoices):
        PLANNED = "planned", _("Planned")
        SIGNED = "signed", _("Signed")

    follows = ("summit__partnership", "summit")
    key_facts = ("title_vi", "stage", "covers", "signed_on")

    summit = models.ForeignKey(
        Summit,
        verbose_name=_("summit"),
        on_delete=models.PROTECT,
        related_name="minutes",
    )
    kind = models.CharField(
        _("kind"), max_length=10, choices=Kind, default=Kind.MINUTES
    )
    stage = models.CharField(
        _("stage"), max_length=7, choices=Stage, default=Stage.SIGNED
    )
    title_vi = LineField(
        _("title (Vietnamese)"), max_length=300, help_text=_("As printed.")
    )
    title_lo = LineField(_("title (Lao)"), max_length=300, blank=True)
    title_en = LineField(_("title (English)"), max_length=300, blank=True)
    folded = FoldedField(of="title_vi")
    covers = PartialDateField(
        _("covers"), help_text=_("The year or period its name says it is for.")
    )
    signed_on = PartialDateField(_("signed on"))
    place = LineField(
        _("place of signing"), max_length=200, blank=True, help_text=_("As printed.")
    )
    reviews = models.ForeignKey(
        "self",
        verbose_name=_("reviews"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reviewed_by",
        help_text=_("The earlier minutes whose results were reported with it."),
    )

    title = Translated("title")
    objects = MinutesQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("minutes")
        verbose_name_plural = _("minutes")
        ordering = ["-signed_on", "-covers", "reference"]
        indexes = [
            models.Index(
                fields=["-signed_on", "-covers", "reference"],
                name="summits_minutes_latest",
            ),
            # Commitments are listed by the day of their paper.
            models.Index(
                fields=["-signed_on", "reference"], name="summits_minutes_signed"
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(stage="signed") | Q(signed_on=""),
                name="summits_minutes_planned_unsigned",
                violation_error_message=_(
                    "Planned minutes have no day of signing. "
                    "Set the stage to signed or leave the day blank."
                ),
            ),
            models.CheckConstraint(
                condition=Q(reviews__isnull=True) | ~Q(reviews=F("id")),
                name="summits_minutes_review_others",
                violation_error_message=_("Minutes review earlier ones."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    def get_absolute_url(self) -> str:
        return reverse("minutes", args=[self.reference])

    def reference_series(self) -> tuple[str, int]:
        return f"{self.summit.reference}.m", 1

    def obstacles(self) -> list[str]:
        return super().obstacles() + [
            _("%(signature)s (signatory of “%(minutes)s”) has no source yet. Cite one.")
            % {"signature": signature, "minutes": self}
            for signature in self.signatures.all()
            if not signature.citations.all()
        ]


class Signature(Participation):
    """Who signed, and in whose name: two different facts (Law 70/2020, art. 18)."""

    follows: ClassVar[tuple[str, ...]] = (
        "minutes__summit__partnership",
        "minutes__summit",
        "minutes",
    )

    minutes = models.ForeignKey(
        Minutes,
        verbose_name=_("minutes"),
        on_delete=models.CASCADE,
        related_name="signatures",
    )
    province = models.ForeignKey(
        Province,
        verbose_name=_("in the name of (province)"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="signatures",
    )
    body = LineField(
        _("in the name of (body)"),
        max_length=200,
        blank=True,
        help_text=_("A council, a committee; where it is not the province itself."),
    )

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["-province__country", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "name"],
                name="summits_signature_once",
                violation_error_message=_("This person has signed already."),
            ),
            models.CheckConstraint(
                condition=Q(province__isnull=False) | ~Q(body=""),
                name="summits_signature_for_someone",
                violation_error_message=_(
                    "A signature stands for a province or a body. Name one."
                ),
            ),
        ]


class MinutesFileQuerySet(TrackedQuerySet):
    """Files that staff have opened to the public."""

    def opened(self) -> MinutesFileQuerySet:
        return self.filter(opened_at__isnull=False)


class MinutesFile(Tracked):
    """The PDF of an original or of a translation; private until opened itself."""

    follows = ("minutes__summit__partnership", "minutes__summit", "minutes")

    minutes = models.ForeignKey(
        Minutes,
        verbose_name=_("minutes"),
        on_delete=models.CASCADE,
        related_name="files",
    )
    file = models.FileField(
        _("file"),
        upload_to="minutes/",
        validators=[FileExtensionValidator(["pdf"])],
        help_text=_("A PDF of at most 20 MB."),
    )
    language = models.CharField(_("language"), max_length=5, choices=Language)
    is_authentic = models.BooleanField(
        _("authentic text"),
        default=False,
        help_text=_("The signed text itself; otherwise a translation."),
    )
    sha256 = models.CharField(_("SHA-256"), max_length=64, editable=False)
    opened_at = models.DateTimeField(
        _("opened to the public at"), null=True, blank=True, editable=False
    )

    objects = MinutesFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of minutes")
        verbose_name_plural = _("files of minutes")
        ordering = ["-is_authentic", "language", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "sha256"],
                name="summits_minutesfile_once",
                violation_error_message=_("This very file is attached already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.minutes} ({self.get_language_display()})"
