"""What every record of the portal has: a reference, a state, a history."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from publication.history import ReasonedHistory
from publication.reports import CorrectionReport

REFERENCE_LENGTH = 120
# As much of a value as a sentence about it repeats.
SHOWN_VALUE = 60
REFERENCE_FORM = RegexValidator(
    r"^[A-Za-z0-9][A-Za-z0-9.\-]*\Z",
    _("A reference holds Latin letters, digits, dots and hyphens only."),
)


class State(models.TextChoices):
    """How far a record has come on its way to the public."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class TrackedQuerySet(models.QuerySet[Any]):
    """Rows that follow the records above them into the public."""

    model: Any

    def visible_to(self, user: AbstractBaseUser | AnonymousUser | None) -> Any:
        """Return the rows this user may read; the only door public code uses.

        Everybody reads what is published, with every row above it published; staff
        who may view this kind of record read all of it.
        """
        if user is not None and user.is_active and self._is_reader(user):
            return self.all()
        return self.filter(self.model.public_condition())

    def public(self) -> Any:
        """Return what anybody may read, whoever is asking."""
        return self.visible_to(None)

    def with_evidence(self) -> Any:
        """Fetch the citations anybody may read, each with its source, text aside."""
        citations = self.model._meta.get_field("citations").related_model
        return self.prefetch_related(
            models.Prefetch(
                "citations",
                citations.objects.public()
                .select_related("source")
                .defer("source__text"),
            )
        )

    def _is_reader(self, user: Any) -> bool:
        meta = self.model._meta
        return user.is_staff and user.has_perm(
            f"{meta.app_label}.view_{meta.model_name}"
        )


class Tracked(models.Model):
    """A row whose every change is kept: who, when, and why."""

    # The rows above this one, as lookup paths, nearest first.
    follows: ClassVar[tuple[str, ...]] = ()

    modified_at = models.DateTimeField(_("modified at"), auto_now=True, db_index=True)

    history = ReasonedHistory(inherit=True)
    objects = TrackedQuerySet.as_manager()

    class Meta:
        abstract = True

    @transaction.atomic(savepoint=False)
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the row, its history and the data stamp together, or none of them."""
        super().save(*args, **kwargs)

    @classmethod
    def public_condition(cls, prefix: str = "") -> Q:
        """Return what makes a row public, for a query that starts ``prefix`` above."""
        return Q(**{f"{prefix}{path}__state": State.PUBLISHED for path in cls.follows})

    @property
    def concerns_public(self) -> bool:
        """Whether public pages may be others when this row is.

        One without a state of its own always counts: what it follows decides.
        """
        return True

    @property
    def is_public(self) -> bool:
        """Whether this row and every row above it is published."""
        return all(reach(self, path).is_published for path in self.follows)


def reach(row: Any, path: str) -> Any:
    """Return the row at the end of a lookup path (``minutes__summit``)."""
    for step in path.split("__"):
        row = getattr(row, step)
    return row


class RecordQuerySet(TrackedQuerySet):
    """Records by their place on the way to the public."""

    def published(self) -> Any:
        return self.filter(state=State.PUBLISHED)

    def drafts(self) -> Any:
        return self.filter(state__in=[State.DRAFT, State.IN_REVIEW])


class Record(Tracked):
    """A row with a permanent reference, published or not.

    The reference is given once by ``publication.references.register`` and never
    changes, nor is it ever used again.
    """

    # Facts that may not be published without a citation.
    key_facts: ClassVar[tuple[str, ...]] = ()

    reference = models.CharField(
        _("reference"),
        max_length=REFERENCE_LENGTH,
        unique=True,
        editable=False,
        validators=[REFERENCE_FORM],
        help_text=_("Permanent and never reused. Given when the record is first kept."),
    )
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=State,
        default=State.DRAFT,
        editable=False,
        db_index=True,
        help_text=_("Changed by publishing and withdrawing, never typed."),
    )
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = (
            "add",
            "change",
            "delete",
            "view",
            "publish",
            "withdraw",
        )
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values),
                name="%(app_label)s_%(class)s_state_known",
                violation_error_message=_(
                    "The state is draft, in_review, published or withdrawn."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED) | Q(published_at__isnull=False),
                name="%(app_label)s_%(class)s_published_when",
                violation_error_message=_(
                    "A published record says since when it is published. "
                    "Publish it instead of setting its state."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(reference=""),
                name="%(app_label)s_%(class)s_has_reference",
                violation_error_message=_(
                    "A record has a reference. Register it instead of saving it."
                ),
            ),
        ]

    @classmethod
    def public_condition(cls, prefix: str = "") -> Q:
        return super().public_condition(prefix) & Q(
            **{f"{prefix}state": State.PUBLISHED}
        )

    @property
    def is_published(self) -> bool:
        return self.state == State.PUBLISHED

    @property
    def is_draft(self) -> bool:
        """Whether it is still on its way, so that editors may work on it."""
        return self.state in {State.DRAFT, State.IN_REVIEW}

    @property
    def was_public(self) -> bool:
        """Whether it is published, or was once: such a record is never deleted."""
        return self.published_at is not None

    @property
    def concerns_public(self) -> bool:
        return self.was_public

    @property
    def is_public(self) -> bool:
        return self.is_published and super().is_public

    def reference_series(self) -> tuple[str, int]:
        """Return the prefix of the next reference and the width of its number."""
        raise NotImplementedError  # pragma: no cover

    def reference_root(self) -> str:
        """Return what every reference of this record's place begins with."""
        return self.reference_series()[0]

    def obstacles(self) -> list[str]:
        """Return, as sentences, what keeps this record from being published."""
        return [
            self._unsupported(fact)
            for fact in self.key_facts
            if getattr(self, fact) and not self._support(fact)
        ]

    def hidden_sources(self, together: Collection[Record] = ()) -> list[str]:
        """Return, as sentences, which key facts rest on nothing the public may read.

        A source counts as readable when it is published together with the record.
        """
        return [
            _("%(record)s: no source of “%(fact)s” is published. Publish one first.")
            % {"record": self, "fact": self._name_of(fact)}
            for fact in self.key_facts
            if (support := self._support(fact))
            and not any(
                citation.source.is_published or citation.source in together
                for citation in support
            )
        ]

    def _support(self, fact: str) -> list[Any]:
        """Return the citations that say of a fact what this record says."""
        # Words may be translated from those of a source in another language.
        is_worded = fact.endswith("_vi")
        accepted = {"", str(getattr(self, fact))}
        return [
            citation
            for citation in self.citations.all()  # type: ignore[attr-defined]
            if citation.field == fact
            and (is_worded or citation.stated_value in accepted)
        ]

    def _unsupported(self, fact: str) -> str:
        named = {"record": self, "fact": self._name_of(fact)}
        if all(citation.field != fact for citation in self.citations.all()):  # type: ignore[attr-defined]
            return _("%(record)s: “%(fact)s” has no source yet. Cite one.") % named
        value = Truncator(str(getattr(self, fact))).chars(SHOWN_VALUE)
        return _(
            "%(record)s: no source states “%(value)s” for “%(fact)s”. "
            "Cite one that does, or enter what the sources state."
        ) % (named | {"value": value})

    def _name_of(self, fact: str) -> Any:
        return self._meta.get_field(fact).verbose_name  # type: ignore[union-attr]


class Reference(models.Model):
    """A reference once given; it outlives its record."""

    text = models.CharField(_("reference"), max_length=REFERENCE_LENGTH, unique=True)
    issued_at = models.DateTimeField(_("issued at"), auto_now_add=True)
    successor = models.ForeignKey(
        "self",
        verbose_name=_("successor"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        help_text=_("Where a renamed or merged record is found now."),
    )

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")

    def __str__(self) -> str:
        return self.text


class ReferenceSeries(models.Model):
    """The last number given under one prefix."""

    prefix = models.CharField(max_length=REFERENCE_LENGTH, unique=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.prefix}{self.last}"


class ChangeQuerySet(models.QuerySet):
    """The log, newest first or since a point."""

    def of(self, reference: str) -> ChangeQuerySet:
        return self.filter(reference=reference)

    def corrections(self) -> ChangeQuerySet:
        return self.filter(kind=Change.Kind.CORRECTION)

    def public(self) -> ChangeQuerySet:
        """Return what concerns public records, and every withdrawal and merge."""
        condition = Q(kind__in=[Change.Kind.WITHDRAWAL, Change.Kind.MERGE])
        own = OuterRef("reference")
        for model in apps.get_models():
            if issubclass(model, Record):
                # Asked line by line: the latest need no list of all there is.
                public = Exists(model.objects.public().filter(reference=own))
                condition |= Q(record_type=model._meta.model_name) & Q(public)
        return self.filter(condition)


class Change(models.Model):
    """One public event in the life of a record: the log others synchronise by."""

    class Kind(models.TextChoices):
        PUBLICATION = "publication", _("Publication")
        CORRECTION = "correction", _("Correction")
        WITHDRAWAL = "withdrawal", _("Withdrawal")
        MERGE = "merge", _("Merge")

    reference = models.CharField(
        _("reference"), max_length=REFERENCE_LENGTH, db_index=True
    )
    record_type = models.CharField(_("type"), max_length=40)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    at = models.DateTimeField(_("at"))
    reason = models.TextField(_("reason"), blank=True)
    successor = models.CharField(
        _("successor"), max_length=REFERENCE_LENGTH, blank=True
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    report = models.ForeignKey(
        CorrectionReport,
        verbose_name=_("report of an error"),
        on_delete=models.PROTECT,
        null=True,
        related_name="corrections",
    )

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind__in=["correction", "withdrawal"]) | ~Q(reason=""),
                name="publication_change_says_why",
                violation_error_message=_(
                    "A correction or withdrawal says why. Give a reason."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference}: {self.get_kind_display()}"
