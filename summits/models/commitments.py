"""What was agreed, petitioned and asked for, and how matters run on."""

from __future__ import annotations

from typing import Any, ClassVar

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from provinces.models import Official, Province
from publication.models import Record, RecordQuerySet, Tracked
from sources.partial_dates import PartialDateField
from sources.text import FoldedField, LineField, ProseField
from sources.translated import Translated
from summits.models.minutes import Minutes
from summits.models.summits import Summit
from summits.signs import Sign, sign_case, sign_of

GOVERNMENTS = ("government-VN", "government-LA", "government-TH")


def validate_addressees(value: Any) -> None:
    """Accept a list of governments and province codes, each named once."""
    codes = set(Province.objects.values_list("reference", flat=True))
    known = {*GOVERNMENTS, *codes}
    if not isinstance(value, list) or len(set(value)) < len(value):
        raise ValidationError(_("Addressees are a list without repetitions."))
    if unknown := [str(code) for code in value if code not in known]:
        raise ValidationError(
            _("Unknown addressee: %(unknown)s. Accepted: %(known)s, province codes.")
            % {"unknown": ", ".join(unknown), "known": ", ".join(GOVERNMENTS)}
        )


class Sector(Tracked):
    """A field of cooperation; a reference fact with the words that point to it."""

    code = models.SlugField(_("code"), max_length=20, unique=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    name_vi = LineField(_("name (Vietnamese)"), max_length=100)
    name_lo = LineField(_("name (Lao)"), max_length=100, blank=True)
    name_en = LineField(_("name (English)"), max_length=100, blank=True)
    cue_words = ProseField(
        _("cue words"), blank=True, help_text=_("Separated by semicolons.")
    )

    name = Translated("name")

    class Meta:
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def is_shown(self) -> bool:
        """Whether visitors meet it: a public commitment belongs to it."""
        return Commitment.objects.public().filter(sectors=self).exists()


class Force(models.TextChoices):
    """What both sides did: agree, petition a higher government, or wish."""

    AGREED = "agreed", _("Agreed")
    PETITION = "petition", _("Petition to a higher government")
    ASPIRATION = "aspiration", _("Aspiration")


class Matter(Record):
    """What commitments and proposals share: a text, its sectors, who is to act."""

    class TextStatus(models.TextChoices):
        AUTHENTIC = "authentic", _("Authentic text")
        OFFICIAL = "official", _("Official translation")
        STAFF = "staff", _("Translated by staff")
        MACHINE = "machine", _("Machine translation")
        PRESS = "press", _("As a newspaper gives it")

    key_facts: ClassVar[tuple[str, ...]] = ("text_vi",)

    title_vi = LineField(
        _("short title (Vietnamese)"),
        max_length=200,
        blank=True,
        help_text=_("In the office’s own words."),
    )
    title_lo = LineField(_("short title (Lao)"), max_length=200, blank=True)
    title_en = LineField(_("short title (English)"), max_length=200, blank=True)
    text_vi = ProseField(_("text (Vietnamese)"), help_text=_("As the source gives it."))
    text_lo = ProseField(_("text (Lao)"), blank=True)
    text_en = ProseField(_("text (English)"), blank=True)
    text_status = models.CharField(
        _("text status"),
        max_length=9,
        choices=TextStatus,
        default=TextStatus.PRESS,
        help_text=_("What kind of text stands here."),
    )
    folded = FoldedField(of="searchable")
    sectors = models.ManyToManyField(
        Sector, verbose_name=_("sectors"), blank=True, help_text=_("One to three.")
    )
    actors = models.ManyToManyField(
        Province,
        verbose_name=_("actors"),
        blank=True,
        related_name="%(class)ss_to_act_on",
        help_text=_("The provinces that are to act."),
    )
    addressees = models.JSONField(
        _("addressees"),
        default=list,
        blank=True,
        validators=[validate_addressees],
        help_text=_("Governments petitioned, or the side that is asked."),
    )

    _history_m2m_fields = ("sectors", "actors")
    title = Translated("title")
    text = Translated("text")

    class Meta(Record.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(self.title or self.text)

    @property
    def searchable(self) -> str:
        """All its words, for search without marks."""
        names = ("title", "text")
        return " ".join(
            getattr(self, f"{name}_{lang}")
            for name in names
            for lang in ("vi", "lo", "en")
        )


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
            Continuation.objects.public()
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

    def with_sign_code(self) -> CommitmentQuerySet:
        """Annotate ``sign_code``: the code of ``sign``, as the database reckons it."""
        return self.with_status().annotate(sign_code=sign_case())

    def sign_counts(self) -> dict[str, int]:
        """Return how many of them bear each sign that occurs."""
        rows = self.with_sign_code().order_by().values("sign_code")
        return {row["sign_code"]: row["n"] for row in rows.annotate(n=Count("pk"))}

    def agreed(self) -> CommitmentQuerySet:
        return self.filter(force=Force.AGREED)

    def petitions(self) -> CommitmentQuerySet:
        return self.filter(force=Force.PETITION)

    def for_display(self) -> CommitmentQuerySet:
        """Fetch what one line about a commitment prints."""
        return self.select_related("minutes__summit__partnership").prefetch_related(
            "sectors", "minutes__summit__partnership__provinces"
        )


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


class Continuation(Tracked):
    """That a later commitment takes up an earlier one: one stitch of a thread."""

    class Kind(models.TextChoices):
        REPEATS = "repeats", _("Repeats")
        CHANGES = "changes", _("Changes")
        SUPPLEMENTS = "supplements", _("Supplements")
        MERGES = "merges", _("Merges")
        SPLITS = "splits", _("Splits")

    follows = (
        "later__minutes__summit__partnership",
        "later__minutes__summit",
        "later__minutes",
        "later",
        "earlier__minutes__summit",
        "earlier__minutes",
        "earlier",
    )

    later = models.ForeignKey(
        Commitment,
        verbose_name=_("later commitment"),
        on_delete=models.CASCADE,
        related_name="continues",
    )
    earlier = models.ForeignKey(
        Commitment,
        verbose_name=_("earlier commitment"),
        on_delete=models.CASCADE,
        related_name="continued_by",
    )
    kind = models.CharField(
        _("kind"), max_length=11, choices=Kind, default=Kind.REPEATS
    )

    class Meta:
        verbose_name = _("continuation")
        verbose_name_plural = _("continuations")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["later", "earlier"],
                name="summits_continuation_once",
                violation_error_message=_("These two are joined already."),
            ),
            models.CheckConstraint(
                condition=~Q(later=F("earlier")),
                name="summits_continuation_of_another",
                violation_error_message=_("A commitment does not continue itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.earlier} → {self.later}"
