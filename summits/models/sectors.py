"""Fields of cooperation."""

from __future__ import annotations

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _

from publication.models import Tracked
from sources.text import LineField, ProseField
from sources.translated import Translated


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
        commitments = apps.get_model("summits", "Commitment").objects
        return bool(commitments.public().filter(sectors=self).exists())
