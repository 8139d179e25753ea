"""Readings of articles, and what they suggest, until a person decides."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from publication.models import REFERENCE_LENGTH, Tracked, TrackedQuerySet
from sources.models import Source


class Reading(Tracked):
    """One run of the reader over a source, by one version of the reader."""

    source = models.ForeignKey(
        Source,
        verbose_name=_("source"),
        on_delete=models.PROTECT,
        related_name="readings",
    )
    reader_version = models.CharField(_("version of the reader"), max_length=20)
    read_at = models.DateTimeField(_("read at"), auto_now_add=True)
    result = models.JSONField(_("result"), help_text=_("The reading as printed."))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("written by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    written_at = models.DateTimeField(
        _("written at"),
        null=True,
        blank=True,
        help_text=_("When drafts were last made of it; blank again once undone."),
    )

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["-read_at", "-pk"]
        default_permissions = ("view", "change")
        constraints = [
            models.UniqueConstraint(
                fields=["source", "reader_version"],
                name="intake_reading_once_by_version",
                violation_error_message=_(
                    "This version of the reader has read this source already."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} ({self.reader_version})"


class SuggestionQuerySet(TrackedQuerySet):
    """Suggestions by what was decided."""

    def undecided(self) -> SuggestionQuerySet:
        return self.filter(decision=Suggestion.Decision.PENDING)

    def taken(self) -> SuggestionQuerySet:
        """Return those that became records, as they were or edited or added."""
        return self.filter(
            decision__in=[
                Suggestion.Decision.ACCEPTED,
                Suggestion.Decision.EDITED,
                Suggestion.Decision.ADDED,
            ]
        )


class Suggestion(Tracked):
    """One fact the reader suggests, tied to the words that carry it.

    Nothing becomes a record without a decision, and deciding twice changes nothing.
    """

    class Kind(models.TextChoices):
        EVENT = "event", _("Event")
        PERSON = "person", _("Person")
        DOCUMENT = "document", _("Paper")
        ITEM = "item", _("Item")

    class Confidence(models.TextChoices):
        SURE = "sure", _("Sure")
        LIKELY = "likely", _("Likely")
        UNCERTAIN = "uncertain", _("Uncertain")

    class Decision(models.TextChoices):
        PENDING = "pending", _("Not decided")
        ACCEPTED = "accepted", _("Accepted")
        EDITED = "edited", _("Edited")
        REJECTED = "rejected", _("Rejected")
        ADDED = "added", _("Added by hand")

    reading = models.ForeignKey(
        Reading,
        verbose_name=_("reading"),
        on_delete=models.CASCADE,
        related_name="suggestions",
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    position = models.PositiveIntegerField(
        _("position"), help_text=_("Its place among those of its kind, from 0.")
    )
    values = models.JSONField(_("values"), help_text=_("As the reader prints them."))
    quote = models.TextField(_("quotation"), blank=True)
    spans = models.JSONField(
        _("evidence"), default=list, help_text=_("Pairs of offsets into the text.")
    )
    confidence = models.CharField(
        _("confidence"),
        max_length=9,
        choices=Confidence,
        default=Confidence.UNCERTAIN,
    )
    rule = models.CharField(_("rule"), max_length=60, blank=True)
    decision = models.CharField(
        _("decision"), max_length=8, choices=Decision, default=Decision.PENDING
    )
    decided_values = models.JSONField(
        _("values decided"),
        default=dict,
        help_text=_("What a person changed, as the choices say it; for reading only."),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    record_reference = models.CharField(
        _("became"), max_length=REFERENCE_LENGTH, blank=True, db_index=True
    )

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        ordering = ["reading", "kind", "position"]
        default_permissions = ("view", "change")
        constraints = [
            models.UniqueConstraint(
                fields=["reading", "kind", "position"],
                name="intake_suggestion_once",
                violation_error_message=_("The reading suggests this already."),
            ),
            models.CheckConstraint(
                condition=Q(decision="pending") | Q(decided_at__isnull=False),
                name="intake_suggestion_decided_when",
                violation_error_message=_("A decision says when it was made."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.quote[:60]}"


class Choice(Tracked):
    """What a person decided about one field of a suggestion, at their own time."""

    class Decision(models.TextChoices):
        # Taken as the article has it; where the record says otherwise, both stand.
        ACCEPTED = "accepted", _("Accepted")
        EDITED = "edited", _("Edited")
        REJECTED = "rejected", _("Rejected")
        # Taken in the place of what the record says.
        REPLACES = "replaces", _("Replaces")

    suggestion = models.ForeignKey(
        Suggestion,
        verbose_name=_("suggestion"),
        on_delete=models.CASCADE,
        related_name="choices",
    )
    field = models.CharField(_("field"), max_length=40)
    decision = models.CharField(_("decision"), max_length=8, choices=Decision)
    value = models.JSONField(
        _("value"), null=True, blank=True, help_text=_("For what was edited.")
    )
    spans = models.JSONField(
        _("evidence"),
        default=list,
        blank=True,
        help_text=_("Pairs of offsets chosen by hand; none: as the reader found it."),
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided at"))

    class Meta:
        verbose_name = _("choice")
        verbose_name_plural = _("choices")
        ordering = ["suggestion", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["suggestion", "field"],
                name="intake_choice_once",
                violation_error_message=_("This field is decided already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.get_decision_display()}"

    @property
    def stamp(self) -> str:
        """What tells this choice from any other made before or after it."""
        return f"{self.pk}.{self.decided_at.timestamp()}"


class Visit(models.Model):
    """That a person had a reading before them, and when last."""

    reading = models.ForeignKey(
        Reading,
        verbose_name=_("reading"),
        on_delete=models.CASCADE,
        related_name="visits",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    seen_at = models.DateTimeField(_("seen at"))

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = ["-seen_at"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["reading", "person"],
                name="intake_visit_once",
                violation_error_message=_("This visit is noted already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.reading}"
