"""People as a source names them in a part they played."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from provinces.models import Official
from publication.models import Tracked
from sources.text import FoldedField, LineField


class Participation(Tracked):
    """A person's part in a meeting or a paper, named and titled as written there.

    Titles belong to the part, not to the person, who may bear others a year later.
    """

    official = models.ForeignKey(
        Official,
        verbose_name=_("official"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
    )
    name = LineField(_("name"), max_length=150, help_text=_("As the source prints it."))
    folded = FoldedField(of="name")
    titles = LineField(
        _("titles"),
        max_length=500,
        blank=True,
        help_text=_("As the source prints them, separated by semicolons."),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def title_list(self) -> list[str]:
        """The titles, one by one."""
        return [title.strip() for title in self.titles.split(";") if title.strip()]
