"""What was reported to have become of minutes and their commitments."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from provinces.models import Province
from publication.models import Record, RecordQuerySet
from sources.partial_dates import PartialDateField
from sources.text import FoldedField, LineField, ProseField
from sources.translated import Translated
from summits.models.commitments import Commitment
from summits.models.minutes import Minutes
from summits.models.sectors import Sector
from summits.models.summits import Summit
from summits.signs import Sign, sign_of


class ProgressQuerySet(RecordQuerySet):
    """Reports in the order of their own dates."""

    def newest_first(self) -> ProgressQuerySet:
        """Order by the day reported; the one kept last breaks a tie."""
        return self.order_by("-reported_on", "-pk")

    def for_display(self) -> ProgressQuerySet:
        """Fetch what one line about a report prints."""
        return self.select_related(
            "minutes__summit__partnership", "commitment", "occasion", "reporter"
        ).prefetch_related("sectors")


class Progress(Record):
    """A dated report on minutes, or on the one commitment its source names.

    Reports are added, never rewritten: the state of a matter is what its newest
    report says.
    """

    class Implementation(models.TextChoices):
        NO_INFORMATION = "no_information", _("No information")
        NOT_STARTED = "not_started", _("Not started")
        IN_PROGRESS = "in_progress", _("In progress")
        SUBSTANTIAL = "substantial", _("Substantial results")
        COMPLETED = "completed", _("Completed")
        STALLED = "stalled", _("Stalled")
        CONTINUING = "continuing", _("Continuing")
        SUPERSEDED = "superseded", _("Superseded")
        WITHDRAWN = "withdrawn", _("Withdrawn by the parties")

    class Evidence(models.TextChoices):
        NONE = "none", _("None")
        CLAIMED = "claimed", _("Claimed by a party")
        PRESS = "press", _("Press")
        OFFICIAL = "official", _("Official document")
        INDEPENDENT = "independent", _("Independent")

    follows = ("minutes__summit__partnership", "minutes__summit", "minutes")
    key_facts = ("note_vi",)

    minutes = models.ForeignKey(
        Minutes,
        verbose_name=_("minutes"),
        on_delete=models.PROTECT,
        related_name="progress",
    )
    commitment = models.ForeignKey(
        Commitment,
        verbose_name=_("commitment"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="progress",
        help_text=_("Only where the source names it."),
    )
    occasion = models.ForeignKey(
        Summit,
        verbose_name=_("reported at"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
        help_text=_("The summit where it was said."),
    )
    implementation = models.CharField(
        _("implementation"),
        max_length=14,
        choices=Implementation,
        default=Implementation.NO_INFORMATION,
    )
    evidence = models.CharField(
        _("evidence"), max_length=11, choices=Evidence, default=Evidence.NONE
    )
    title_vi = LineField(_("short title (Vietnamese)"), max_length=200, blank=True)
    title_lo = LineField(_("short title (Lao)"), max_length=200, blank=True)
    title_en = LineField(_("short title (English)"), max_length=200, blank=True)
    note_vi = ProseField(_("note (Vietnamese)"), help_text=_("What is reported."))
    note_lo = ProseField(_("note (Lao)"), blank=True)
    note_en = ProseField(_("note (English)"), blank=True)
    folded = FoldedField(of="searchable")
    sectors = models.ManyToManyField(Sector, verbose_name=_("sectors"), blank=True)
    reported_on = PartialDateField(_("reported on"), db_index=True)
    reporter = models.ForeignKey(
        Province,
        verbose_name=_("reporting province"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reports",
    )
    reported_by = LineField(
        _("reported by"),
        max_length=200,
        blank=True,
        help_text=_("A person or body, as the source names it."),
    )

    _history_m2m_fields = ("sectors",)
    title = Translated("title")
    note = Translated("note")
    objects = ProgressQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("progress report")
        verbose_name_plural = _("progress reports")
        ordering = ["-reported_on", "reference"]
        indexes = [
            # The newest report of each commitment, without sorting its reports or
            # opening one: every commitment is asked so when signs are counted.
            models.Index(
                fields=[
                    "commitment",
                    "-reported_on",
                    "-id",
                    "state",
                    "minutes",
                    "implementation",
                ],
                name="summits_progress_newest",
            ),
            # The latest on some papers, thousands being sorted without opening one.
            models.Index(
                fields=["minutes", "state", "occasion", "-reported_on"],
                name="summits_progress_of_minutes",
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(evidence="none") | ~Q(note_vi=""),
                name="summits_progress_says_something",
                violation_error_message=_("A report with evidence says what it shows."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.title or self.note)

    @property
    def sign(self) -> Sign:
        """The glyph of what this report says."""
        return sign_of(self.implementation, self.reported_on, continued_on=None)

    def get_absolute_url(self) -> str:
        return f"{self.minutes.get_absolute_url()}#{self.reference}"

    def reference_series(self) -> tuple[str, int]:
        return f"{self.minutes.reference}.r", 2

    @property
    def searchable(self) -> str:
        """All its words, for search without marks."""
        return f"{self.title_vi} {self.title_lo} {self.title_en} {self.note_vi}"
