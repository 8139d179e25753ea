"""Two or more provinces that meet again and again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from provinces.models import Province, country_then_code
from publication.models import Record, RecordQuerySet, State
from sources.text import LineField
from sources.translated import Translated


class PartnershipQuerySet(RecordQuerySet):
    """Partnerships by who is in them."""

    def between(self, codes: Iterable[str]) -> PartnershipQuerySet:
        """Return the partnership of exactly these provinces, if there is one."""
        wanted = set(codes)
        counted = self.annotate(
            parties=Count("provinces", distinct=True),
            wanted=Count(
                "provinces", filter=Q(provinces__reference__in=wanted), distinct=True
            ),
        )
        return counted.filter(parties=len(wanted), wanted=len(wanted))

    def with_provinces(self) -> PartnershipQuerySet:
        return self.prefetch_related("provinces")

    def with_summit_count(self) -> PartnershipQuerySet:
        """Annotate ``summit_count``: its published summits."""
        return self.annotate(
            summit_count=Count(
                "summits", filter=Q(summits__state=State.PUBLISHED), distinct=True
            )
        )


class Partnership(Record):
    """Provinces that meet; its reference names them: ``VN-23.LA-BL``.

    That its summits are called annual is a name: a year without one is a gap in what
    we know.
    """

    provinces = models.ManyToManyField(
        Province, verbose_name=_("provinces"), related_name="partnerships"
    )
    name_vi = LineField(
        _("name (Vietnamese)"),
        max_length=200,
        blank=True,
        help_text=_("Only where it has one of its own; else its provinces name it."),
    )
    name_lo = LineField(_("name (Lao)"), max_length=200, blank=True)
    name_en = LineField(_("name (English)"), max_length=200, blank=True)

    _history_m2m_fields = ("provinces",)
    name = Translated("name")
    objects = PartnershipQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ["reference"]

    def __str__(self) -> str:
        return str(self.name) or " – ".join(
            str(province.name) for province in self.parties
        )

    def get_absolute_url(self) -> str:
        return reverse("partnership", args=[self.reference])

    def reference_root(self) -> str:
        return ""  # Codes of provinces are the whole of it.

    @property
    def parties(self) -> list[Province]:
        """Its provinces, Vietnam first, then Laos, then Thailand, then by code."""
        return sorted(
            self.provinces.all(), key=lambda province: country_then_code(province.code)
        )

    @staticmethod
    def reference_of(codes: Iterable[str]) -> str:
        """Return the reference of the partnership of these provinces."""
        return ".".join(sorted(set(codes), key=country_then_code))

    def obstacles(self) -> list[Any]:
        return [
            _("%(province)s is not published. Publish the province first.")
            % {"province": province}
            for province in self.provinces.all()
            if not province.is_public
        ]
