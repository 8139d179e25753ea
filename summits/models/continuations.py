"""How matters run on from one paper to the next."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from publication.models import Tracked
from summits.models.commitments import Commitment


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
