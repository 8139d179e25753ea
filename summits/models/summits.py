"""Meetings of provinces and the people who came."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from provinces.models import Place, Province
from publication.models import Record, RecordQuerySet, Tracked, TrackedQuerySet
from sources.partial_dates import PartialDate, PartialDateField
from sources.text import LineField, ProseField
from summits.models.participations import Participation
from summits.models.partnerships import Partnership


class SummitQuerySet(RecordQuerySet):
    """Summits by what is known to have become of them."""

    def held(self) -> SummitQuerySet:
        return self.filter(stage=Summit.Stage.HELD)

    def announced(self) -> SummitQuerySet:
        return self.filter(stage=Summit.Stage.ANNOUNCED)

    def between(self, codes: Any) -> SummitQuerySet:
        """Return the summits of exactly these provinces."""
        partnerships = Partnership.objects.between(codes)
        return self.filter(partnership__in=partnerships.values("pk"))

    def newest_first(self) -> SummitQuerySet:
        return self.order_by("-date", "-day_part", "-reference")

    def before(self, summit: Summit) -> Summit | None:
        """Return the nearest earlier summit of the same provinces, both being dated."""
        earlier = Q(date__lt=summit.date) | Q(
            date=summit.date, reference__lt=summit.reference
        )
        dated = self.filter(earlier, partnership=summit.partnership_id)
        return dated.exclude(date="").order_by("-date", "-reference").first()

    def after(self, summit: Summit) -> Summit | None:
        """Return the nearest later summit of the same provinces, both being dated."""
        if not summit.date:
            return None
        later = Q(date__gt=summit.date) | Q(
            date=summit.date, reference__gt=summit.reference
        )
        dated = self.filter(later, partnership=summit.partnership_id)
        return dated.order_by("date", "reference").first()

    def for_display(self) -> SummitQuerySet:
        """Fetch what one line about a summit prints."""
        return self.select_related("partnership", "place", "host").prefetch_related(
            "partnership__provinces"
        )


class Summit(Record):
    """A meeting of provinces: announced, held, postponed or cancelled.

    It becomes held by evidence alone, never because its day has passed.
    """

    class Kind(models.TextChoices):
        SUMMIT = "summit", _("Summit")
        TALKS = "talks", _("Talks")
        VISIT = "visit", _("Visit")
        SIGNING = "signing", _("Signing")

    class Stage(models.TextChoices):
        ANNOUNCED = "announced", _("Announced")
        HELD = "held", _("Held")
        POSTPONED = "postponed", _("Postponed")
        CANCELLED = "cancelled", _("Cancelled")

    class DayPart(models.TextChoices):
        MORNING = "morning", _("Morning")
        AFTERNOON = "afternoon", _("Afternoon")
        EVENING = "evening", _("Evening")

    follows = ("partnership",)
    key_facts = ("date", "stage")

    partnership = models.ForeignKey(
        Partnership,
        verbose_name=_("partnership"),
        on_delete=models.PROTECT,
        related_name="summits",
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.SUMMIT)
    stage = models.CharField(
        _("stage"),
        max_length=9,
        choices=Stage,
        default=Stage.ANNOUNCED,
        help_text=_("Held only where a source says that it was held."),
    )
    date = PartialDateField(_("date"), db_index=True)
    day_part = models.CharField(
        _("part of day"), max_length=9, choices=DayPart, blank=True
    )
    place = models.ForeignKey(
        Place,
        verbose_name=_("place"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="summits",
    )
    venue = LineField(
        _("venue"),
        max_length=200,
        blank=True,
        help_text=_("Where it was, as the source prints it."),
    )
    host = models.ForeignKey(
        Province,
        verbose_name=_("host"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="hosted_summits",
        help_text=_("The province it was held in."),
    )
    note = ProseField(
        _("note"), blank=True, help_text=_("What a reader must know, for the public.")
    )

    objects = SummitQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("summit")
        verbose_name_plural = _("summits")
        ordering = ["-date", "-day_part", "-reference"]
        indexes = [
            # The latest of all, or of those that match, without sorting the others.
            models.Index(
                fields=["-date", "-day_part", "-reference"],
                name="summits_summit_latest",
            ),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(day_part="") | ~Q(date=""),
                name="summits_summit_part_of_a_day",
                violation_error_message=_(
                    "A part of the day needs a date. Give the date or leave it blank."
                ),
            ),
            models.CheckConstraint(
                condition=Q(stage__in=["announced", "held", "postponed", "cancelled"]),
                name="summits_summit_stage_known",
                violation_error_message=_(
                    "The stage is announced, held, postponed or cancelled."
                ),
            ),
        ]

    def __str__(self) -> str:
        day = self.date.display() if self.date else _("date not known")
        return f"{self.partnership}, {day}"

    def get_absolute_url(self) -> str:
        return reverse("summit", args=[self.reference])

    def reference_series(self) -> tuple[str, int]:
        year = PartialDate(self.date).year if self.date else "u"
        return f"{self.partnership.reference}.{year}-", 1

    def reference_root(self) -> str:
        """The year in a reference is the one believed first: it may be another now."""
        return f"{self.partnership.reference}."

    def obstacles(self) -> list[str]:
        return super().obstacles() + [
            _("%(delegate)s (delegate of %(summit)s) has no source yet. Cite one.")
            % {"delegate": delegate, "summit": self}
            for delegation in self.delegations.all()
            for delegate in delegation.delegates.all()
            if not delegate.citations.all()
        ]


class Delegation(Tracked):
    """The side of one province at a summit."""

    follows = ("summit",)

    summit = models.ForeignKey(
        Summit,
        verbose_name=_("summit"),
        on_delete=models.CASCADE,
        related_name="delegations",
    )
    province = models.ForeignKey(
        Province,
        verbose_name=_("province"),
        on_delete=models.PROTECT,
        related_name="delegations",
    )

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        ordering = ["-province__country", "province__reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["summit", "province"],
                name="summits_delegation_once",
                violation_error_message=_(
                    "This province has its delegation at this summit already."
                ),
            )
        ]

    def __str__(self) -> str:
        return str(self.province)


class DelegateQuerySet(TrackedQuerySet):
    """Delegates by their part in a meeting."""

    def heads(self) -> DelegateQuerySet:
        return self.filter(is_head=True)

    def with_attendance(self) -> DelegateQuerySet:
        """Annotate ``is_only_announced``: no source of theirs says that it took place.

        It is so where the summit is held by the word of others, while each source
        that names the delegate states no stage of it but announced.
        """
        named = (
            apps.get_model("summits", "DelegateCitation")
            .objects.public()
            .filter(record=OuterRef("pk"))
        )
        staged = (
            apps.get_model("summits", "SummitCitation")
            .objects.public()
            .filter(
                field="stage",
                record=OuterRef("record__delegation__summit"),
                source=OuterRef("source"),
            )
        )
        announcing = staged.filter(stated_value=Summit.Stage.ANNOUNCED)
        telling = staged.exclude(stated_value=Summit.Stage.ANNOUNCED)
        says_more = named.filter(~Exists(announcing) | Exists(telling))
        is_held = Q(delegation__summit__stage=Summit.Stage.HELD)
        only = is_held & Exists(named) & ~Exists(says_more)
        return self.annotate(
            is_only_announced=Case(When(only, then=Value(True)), default=Value(False))
        )


class Delegate(Participation):
    """A person's part in one meeting.

    A head is not thereby chair, speaker or signatory.
    """

    follows = ("delegation__summit__partnership", "delegation__summit")

    delegation = models.ForeignKey(
        Delegation,
        verbose_name=_("delegation"),
        on_delete=models.CASCADE,
        related_name="delegates",
    )
    is_head = models.BooleanField(_("head of delegation"), default=False)
    is_chair = models.BooleanField(_("chair"), default=False)
    is_speaker = models.BooleanField(_("speaker"), default=False)

    # Annotated by with_attendance().
    is_only_announced: bool

    objects = DelegateQuerySet.as_manager()

    class Meta:
        verbose_name = _("delegate")
        verbose_name_plural = _("delegates")
        ordering = ["-is_head", "-is_chair", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["delegation"],
                condition=Q(is_head=True),
                name="summits_delegate_one_head",
                violation_error_message=_("A delegation has one head."),
            ),
            models.UniqueConstraint(
                fields=["delegation", "name"],
                name="summits_delegate_once",
                violation_error_message=_("This person is in the delegation already."),
            ),
        ]
