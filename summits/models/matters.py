"""What commitments and proposals have in common."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from provinces.models import Province
from publication.models import Record
from sources.text import FoldedField, LineField, ProseField
from sources.translated import Translated
from summits.models.sectors import Sector

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
