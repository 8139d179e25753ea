"""Provinces, the places in them, and the people who hold office there."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from publication.models import (
    Record,
    RecordQuerySet,
    State,
    Tracked,
    TrackedQuerySet,
)
from sources.models import Citation, Language, Source
from sources.partial_dates import PartialDateField
from sources.spelling import fold
from sources.text import FoldedField, LineField, ProseField
from sources.translated import Translated

PROVINCE_CODE = RegexValidator(
    r"^(VN|LA|TH)-[A-Z0-9]{2}\Z",
    _("An ISO 3166-2 code of Vietnam, Laos or Thailand, such as VN-23 or LA-BL."),
)
# The order of parties in a reference and on a page: Vietnam, Laos, Thailand.
COUNTRY_ORDER = ("VN", "LA", "TH")


def country_then_code(code: str) -> tuple[int, str]:
    """Return the sort key of a province code: by country, then by code."""
    return COUNTRY_ORDER.index(code[:2]), code


class Country(models.TextChoices):
    """The countries whose provinces meet."""

    VIETNAM = "VN", _("Vietnam")
    LAOS = "LA", _("Laos")
    THAILAND = "TH", _("Thailand")


class ProvinceQuerySet(RecordQuerySet):
    """Provinces by their place and their time."""

    def of_country(self, country: str) -> ProvinceQuerySet:
        return self.filter(country=country)

    def spelled(self, text: str) -> ProvinceQuerySet:
        """Return the provinces that any known spelling of this fold names."""
        return self.filter(names__folded=fold(text)).distinct()


class Province(Record):
    """A province or a city of that rank; its reference is its ISO 3166-2 code.

    A province merged into another stays a record: documents keep the party that
    signed them, and the successor is shown as responsible today.
    """

    key_facts: ClassVar[tuple[str, ...]] = ()

    country = models.CharField(_("country"), max_length=2, choices=Country)
    name_vi = LineField(_("name (Vietnamese)"), max_length=100)
    name_lo = LineField(_("name (Lao)"), max_length=100, blank=True)
    name_en = LineField(_("name (English)"), max_length=100, blank=True)
    valid_from = PartialDateField(_("valid from"))
    valid_until = PartialDateField(
        _("valid until"), help_text=_("The day it was merged; blank while it stands.")
    )
    successor = models.ForeignKey(
        "self",
        verbose_name=_("successor"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        help_text=_("The province responsible for it today."),
    )

    name = Translated("name")
    objects = ProvinceQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("province")
        verbose_name_plural = _("provinces")
        ordering = ["country", "reference"]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(reference__startswith=F("country")),
                name="provinces_province_in_its_country",
                violation_error_message=_(
                    "The code of a province begins with its country: VN, LA or TH."
                ),
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | ~Q(valid_until=""),
                name="provinces_province_succeeded_when",
                violation_error_message=_(
                    "A province with a successor says until when it stood."
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("province", args=[self.reference])

    def reference_root(self) -> str:
        return ""  # Codes of provinces are the whole of it.

    def clean(self) -> None:
        PROVINCE_CODE(self.reference)

    @property
    def code(self) -> str:
        """Its ISO 3166-2 code."""
        return self.reference

    @property
    def responsible(self) -> Province:
        """The province that answers for it today: itself, or its last successor."""
        return self.successor.responsible if self.successor else self


class Spelling(Tracked):
    """One form of a name as somebody printed it, kept beside the canonical one."""

    text = LineField(_("spelling"), max_length=200)
    folded = FoldedField(of="text", db_index=True)
    language = models.CharField(
        _("language"), max_length=5, choices=Language, default=Language.VIETNAMESE
    )
    source = models.ForeignKey(
        Source,
        verbose_name=_("source"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)ss",
    )
    seen_in = LineField(
        _("seen in"),
        max_length=500,
        blank=True,
        help_text=_("Where it was seen, when that is no source here."),
    )
    note = LineField(_("note"), max_length=300, blank=True)

    class Meta:
        abstract = True
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

    @classmethod
    def public_condition(cls, prefix: str = "") -> Q:
        """A spelling is public when what it names is, and its source, if it has one."""
        source = Q(**{f"{prefix}source__isnull": True}) | Q(
            **{f"{prefix}source__state": State.PUBLISHED}
        )
        return super().public_condition(prefix) & source


class ProvinceName(Spelling):
    """A spelling of a province's name."""

    follows = ("province",)

    province = models.ForeignKey(
        Province,
        verbose_name=_("province"),
        on_delete=models.CASCADE,
        related_name="names",
    )

    class Meta(Spelling.Meta):
        verbose_name = _("spelling of a province")
        verbose_name_plural = _("spellings of provinces")
        constraints = [
            models.UniqueConstraint(
                fields=["province", "text", "language"],
                name="provinces_provincename_once",
                violation_error_message=_("This spelling is already known."),
            )
        ]


class PlaceQuerySet(TrackedQuerySet):
    """Places by what they are."""

    def border_gates(self) -> PlaceQuerySet:
        return self.filter(kind=Place.Kind.BORDER_GATE)


class Place(Tracked):
    """A border gate, a town, a port: where provinces meet and what joins them."""

    class Kind(models.TextChoices):
        BORDER_GATE = "border_gate", _("Border gate")
        TOWN = "town", _("Town")
        PORT = "port", _("Port")
        OTHER = "other", _("Other place")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    name_vi = LineField(_("name (Vietnamese)"), max_length=150)
    name_lo = LineField(_("name (Lao)"), max_length=150, blank=True)
    name_en = LineField(_("name (English)"), max_length=150, blank=True)
    provinces = models.ManyToManyField(
        Province,
        verbose_name=_("provinces"),
        related_name="places",
        help_text=_("Where it lies; a border gate joins two."),
    )

    _history_m2m_fields = ("provinces",)
    name = Translated("name")
    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["kind", "name_vi"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "name_vi"],
                name="provinces_place_once",
                violation_error_message=_("A place of this kind and name exists."),
            )
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def is_shown(self) -> bool:
        """Whether visitors meet it: it lies in a published province."""
        return Province.objects.published().filter(places=self).exists()


class PlaceName(Spelling):
    """A spelling of a place's name."""

    place = models.ForeignKey(
        Place, verbose_name=_("place"), on_delete=models.CASCADE, related_name="names"
    )

    class Meta(Spelling.Meta):
        verbose_name = _("spelling of a place")
        verbose_name_plural = _("spellings of places")
        constraints = [
            models.UniqueConstraint(
                fields=["place", "text", "language"],
                name="provinces_placename_once",
                violation_error_message=_("This spelling is already known."),
            )
        ]


class OfficialQuerySet(RecordQuerySet):
    """People by their names and provinces."""

    def spelled(self, text: str) -> OfficialQuerySet:
        """Return the officials whom any known spelling of this fold names."""
        return self.filter(names__folded=fold(text)).distinct()


class Official(Record):
    """A person who acts for a province; offices belong to tenures and occasions.

    Two people may bear nearly one name: nothing merges officials but a person.
    """

    name_vi = LineField(_("name (Vietnamese)"), max_length=150)
    name_lo = LineField(_("name (Lao)"), max_length=150, blank=True)
    name_en = LineField(_("name (English)"), max_length=150, blank=True)
    province = models.ForeignKey(
        Province,
        verbose_name=_("province"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="officials",
        help_text=_("Whose side the person was last seen on."),
    )
    note = ProseField(_("note for staff"), blank=True)

    name = Translated("name")
    objects = OfficialQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("official")
        verbose_name_plural = _("officials")
        ordering = ["name_vi", "reference"]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("official", args=[self.reference])

    def reference_series(self) -> tuple[str, int]:
        return "o-", 6


class OfficialName(Spelling):
    """A spelling of a person's name."""

    follows = ("official",)

    official = models.ForeignKey(
        Official,
        verbose_name=_("official"),
        on_delete=models.CASCADE,
        related_name="names",
    )

    class Meta(Spelling.Meta):
        verbose_name = _("spelling of a person’s name")
        verbose_name_plural = _("spellings of people’s names")
        constraints = [
            models.UniqueConstraint(
                fields=["official", "text", "language"],
                name="provinces_officialname_once",
                violation_error_message=_("This spelling is already known."),
            )
        ]


class Tenure(Tracked):
    """A post a person holds or held; an unknown end does not mean "today"."""

    follows = ("official",)

    official = models.ForeignKey(
        Official,
        verbose_name=_("official"),
        on_delete=models.CASCADE,
        related_name="tenures",
    )
    province = models.ForeignKey(
        Province,
        verbose_name=_("province"),
        on_delete=models.PROTECT,
        related_name="tenures",
    )
    title_vi = LineField(_("title (Vietnamese)"), max_length=300)
    title_lo = LineField(_("title (Lao)"), max_length=300, blank=True)
    title_en = LineField(_("title (English)"), max_length=300, blank=True)
    since = PartialDateField(_("since"))
    until = PartialDateField(_("until"), help_text=_("Blank: not known."))

    title = Translated("title")

    class Meta:
        verbose_name = _("tenure")
        verbose_name_plural = _("tenures")
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return str(self.title)


class ProvinceCitation(Citation):
    """What a source says of a province."""

    follows = ("source", "record")
    record = models.ForeignKey(
        Province, on_delete=models.CASCADE, related_name="citations"
    )


class OfficialCitation(Citation):
    """What a source says of a person."""

    follows = ("source", "record")
    record = models.ForeignKey(
        Official, on_delete=models.CASCADE, related_name="citations"
    )


class TenureCitation(Citation):
    """What a source says of a post."""

    follows = ("source", "record__official")
    record = models.ForeignKey(
        Tenure, on_delete=models.CASCADE, related_name="citations"
    )
