"""Readings of articles, and what they suggest, until a person decides."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Q, Subquery, When
from django.utils.translation import gettext_lazy as _

from publication.models import REFERENCE_LENGTH, Tracked, TrackedQuerySet
from sources.models import Source


class ReadingQuerySet(TrackedQuerySet):
    """Readings by how far their review has come, and who was at them."""

    def superseded(self) -> ReadingQuerySet:
        """Return those read again since, in the same text or in a corrected one."""
        return self.filter(self._overtaken())

    def current(self) -> ReadingQuerySet:
        """Return the queue's own: those that nothing newer stands in for."""
        return self.exclude(self._overtaken())

    def before(self, reading: Reading) -> ReadingQuerySet:
        """Return, newest first, the readings that this one stands in for."""
        source = reading.source
        own = self.filter(source=source, pk__lt=reading.pk).order_by("-pk")
        if source.replaces_id is None or own.exists():
            return own
        return self.filter(source=source.replaces_id).order_by("-pk")

    def up_to(self, reading: Reading) -> ReadingQuerySet:
        """Return a reading and those it stands in for, of earlier versions as well."""
        own = Q(source=reading.source_id, pk__lte=reading.pk)
        return self.filter(own | Q(source__in=reading.source.versions_before()))

    def held_by(self, person: AbstractBaseUser | AnonymousUser) -> ReadingQuerySet:
        """Return those that a person looked at on the desk, or decided in."""
        here = {"reading": OuterRef("pk")}
        return self.filter(
            Exists(Visit.objects.filter(person=person.pk, **here))
            | Exists(Suggestion.objects.filter(decided_by=person.pk, **here))
        )

    def with_progress(self) -> ReadingQuerySet:
        """Add what is open, and the state and its rank that follow from it."""
        decision, uncertain = Suggestion.Decision, Suggestion.Confidence.UNCERTAIN
        is_open = Q(suggestions__decision=decision.PENDING)
        is_taken = ~is_open & ~Q(suggestions__decision=decision.REJECTED)
        is_record = Q(suggestions__record_reference__gt="")
        counted = self.annotate(
            found=Count("suggestions"),
            undecided=Count("suggestions", filter=is_open),
            uncertain=Count(
                "suggestions", filter=is_open & Q(suggestions__confidence=uncertain)
            ),
            touched=Count(
                "suggestions", filter=Q(suggestions__decided_at__isnull=False)
            ),
            unwritten=Count("suggestions", filter=is_taken & ~is_record),
            written=Count("suggestions", filter=is_record),
        )
        return counted.annotate(state=_state()).annotate(rank=_rank())

    def with_people(self) -> ReadingQuerySet:
        """Add who looked at each last, who decided last, and when."""
        seen = Visit.objects.filter(reading=OuterRef("pk")).order_by("-seen_at")
        decided = Suggestion.objects.filter(
            reading=OuterRef("pk"), decided_by__isnull=False
        ).order_by("-decided_at")
        return self.annotate(
            seen_by=Subquery(seen.values("person__username")[:1]),
            seen_at=Subquery(seen.values("seen_at")[:1]),
            decided_by=Subquery(decided.values("decided_by__username")[:1]),
            decided_at=Subquery(decided.values("decided_at")[:1]),
        )

    def _overtaken(self) -> Exists:
        later = Q(source=OuterRef("source"), pk__gt=OuterRef("pk"))
        corrected = Q(source__replaces=OuterRef("source"))
        return Exists(Reading.objects.filter(later | corrected))


class Reading(Tracked):
    """One run of the reader over a source, by one version of the reader."""

    concerns_public = False  # staff alone see it

    class State(models.TextChoices):
        NEW = "new", _("New")
        IN_PROGRESS = "in_progress", _("In progress")
        DECIDED = "decided", _("Decided")
        WRITTEN = "written", _("Written")
        NOTHING_FOUND = "nothing_found", _("Nothing found")

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

    objects = ReadingQuerySet.as_manager()

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

    @property
    def newest(self) -> Reading:
        """The last reading of the same text, which people decide in."""
        return Reading.objects.filter(source=self.source_id).latest("pk")


def _state() -> Case:
    """Return how far a review has come, from what was counted of it."""
    state = Reading.State
    return Case(
        When(found=0, then=models.Value(state.NOTHING_FOUND)),
        When(touched=0, then=models.Value(state.NEW)),
        When(undecided__gt=0, then=models.Value(state.IN_PROGRESS)),
        When(unwritten=0, written__gt=0, then=models.Value(state.WRITTEN)),
        default=models.Value(state.DECIDED),
    )


def _rank() -> Case:
    """Return what sorts the queue: what is to decide, what to write, what is done."""
    state = Reading.State
    return Case(
        When(state__in=[state.NEW, state.IN_PROGRESS], then=models.Value(0)),
        When(state=state.DECIDED, unwritten__gt=0, then=models.Value(1)),
        default=models.Value(2),
    )


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

    concerns_public = False

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

    concerns_public = False

    class Decision(models.TextChoices):
        # Taken as the article has it; where the record says otherwise, both stand.
        ACCEPTED = "accepted", _("Accepted")
        EDITED = "edited", _("Edited")
        REJECTED = "rejected", _("Rejected")
        # Taken in the place of what the record says.
        REPLACES = "replaces", _("Replaces")
        # Not taken, as the record says otherwise; the rest of the fact still is.
        KEPT = "kept", _("Record kept")

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
