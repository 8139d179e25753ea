"""Where facts come from: articles and papers, and the passages that carry a fact."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from publication.models import Record, RecordQuerySet, Tracked
from sources.identity import (
    AddressField,
    DigestField,
    KeptTextField,
    digest_of,
    plain_address,
)
from sources.partial_dates import PartialDateField
from sources.text import FoldedField, LineField, ProseField, shorten


class Language(models.TextChoices):
    """Languages of texts and of spellings."""

    VIETNAMESE = "vi", _("Vietnamese")
    LAO = "lo", _("Lao")
    ENGLISH = "en", _("English")
    FRENCH = "fr", _("French")
    THAI = "th", _("Thai")
    OTHER = "other", _("Other")


class SourceQuerySet(RecordQuerySet):
    """Sources by what they are and who printed them."""

    def articles(self) -> SourceQuerySet:
        return self.filter(kind=Source.Kind.ARTICLE)

    def holding(self, sha256: str) -> SourceQuerySet:
        """Return the source whose uploaded bytes have this digest, if any."""
        return self.filter(sha256=sha256)

    def worded(self, text: str) -> SourceQuerySet:
        """Return the sources that hold these words, however they are spaced."""
        digest = digest_of(text)
        return self.filter(text_digest=digest) if digest else self.none()

    def at_address(self, url: str) -> SourceQuerySet:
        """Return the versions read at an address, however it is spelled."""
        return self.filter(plain_url=plain_address(url)) if url else self.none()


class Source(Record):
    """A newspaper article, a signed paper, a report: what a citation points into."""

    class Kind(models.TextChoices):
        ARTICLE = "article", _("Newspaper article")
        SIGNED_PAPER = "signed_paper", _("Signed paper")
        OFFICIAL_REPORT = "official_report", _("Official report")
        STATEMENT = "statement", _("Statement")

    kind = models.CharField(
        _("kind"), max_length=16, choices=Kind, default=Kind.ARTICLE
    )
    title = LineField(
        _("title"), max_length=500, help_text=_("As printed, in its own language.")
    )
    folded = FoldedField(of="title")
    publisher = LineField(
        _("publisher"),
        max_length=200,
        blank=True,
        help_text=_("The paper or body, as it names itself."),
    )
    url = models.URLField(
        _("address"),
        max_length=500,
        blank=True,
        help_text=_("Where it can be read, if it is on the web."),
    )
    plain_url = AddressField(of="url", max_length=500)
    published_on = PartialDateField(
        _("published on"), help_text=_("Only as printed; left blank, never guessed.")
    )
    language = models.CharField(
        _("language"), max_length=5, choices=Language, default=Language.VIETNAMESE
    )
    text = KeptTextField(
        _("text"),
        blank=True,
        help_text=_("The full text, for staff alone. Citations point into it."),
    )
    text_digest = DigestField(of="text", max_length=64)
    file = models.FileField(_("file"), upload_to="sources/", blank=True)
    sha256 = models.CharField(
        _("SHA-256"),
        max_length=64,
        blank=True,
        editable=False,
        validators=[RegexValidator(r"^[0-9a-f]{64}\Z")],
        help_text=_("Of the bytes as they were uploaded."),
    )
    retrieved_on = models.DateField(_("retrieved on"), null=True, blank=True)
    replaces = models.ForeignKey(
        "self",
        verbose_name=_("replaces"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="versions",
        help_text=_("The earlier version of a corrected article."),
    )

    objects = SourceQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["-published_on", "reference"]
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["sha256"],
                condition=~Q(sha256=""),
                name="sources_source_bytes_once",
                violation_error_message=_("This very file is already a source."),
            ),
            models.UniqueConstraint(
                fields=["url"],
                condition=~Q(url="") & Q(replaces__isnull=True),
                name="sources_source_address_once",
                violation_error_message=_(
                    "A source with this address exists. Cite it, or say which "
                    "version this one replaces."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.reference])

    def reference_series(self) -> tuple[str, int]:
        return "s-", 6

    def versions_before(self) -> list[Source]:
        """Return the versions that this one corrects, the latest first."""
        found: list[Source] = []
        earlier = self.replaces
        while earlier and earlier not in (self, *found):
            found.append(earlier)
            earlier = earlier.replaces
        return found

    def versions_after(self) -> list[Source]:
        """Return the versions that correct this one, the first of them first."""
        found: list[Source] = []
        later = list(self.versions.all())
        while later:
            found += later
            known = [self.pk, *(one.pk for one in found)]
            newer = Source.objects.filter(replaces__in=later)
            later = list(newer.exclude(pk__in=known).order_by("pk"))
        return found


class Basis(models.TextChoices):
    """How a passage carries a fact."""

    DIRECT = "direct", _("Stated by the source")
    INFERRED = "inferred", _("Inferred from the source")
    EDITOR = "editor", _("Linked by an editor")


class Citation(Tracked):
    """A passage of a source that carries one fact of one record.

    Each record has its own table of citations, whose ``record`` is the row supported.
    """

    # The citation is public when its record is, and its source.
    follows: ClassVar[tuple[str, ...]] = ("source",)

    record: Any
    source = models.ForeignKey(
        Source,
        verbose_name=_("source"),
        on_delete=models.PROTECT,
        related_name="%(app_label)s_%(class)ss",
    )
    field = models.CharField(
        _("supports"),
        max_length=40,
        help_text=_("The fact of the record that the passage carries."),
    )
    quote = models.TextField(
        _("quotation"),
        blank=True,
        help_text=_("The exact words. Blank: the passage is not held."),
    )
    start = models.PositiveIntegerField(_("start"), null=True, blank=True)
    end = models.PositiveIntegerField(_("end"), null=True, blank=True)
    paragraph = models.PositiveSmallIntegerField(
        _("paragraph"),
        null=True,
        blank=True,
        help_text=_("The paragraph of the source it begins in, from 1."),
    )
    stated_value = LineField(
        _("stated value"),
        max_length=500,
        blank=True,
        help_text=_("What this source says, in the form of the field itself."),
    )
    basis = models.CharField(
        _("basis"), max_length=8, choices=Basis, default=Basis.DIRECT
    )
    reasoning = ProseField(
        _("reasoning"),
        blank=True,
        help_text=_("For what is inferred or linked: from what, in one sentence."),
    )

    class Meta:
        abstract = True
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["field", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True)
                | Q(start__lt=F("end")),
                name="%(app_label)s_%(class)s_span",
                violation_error_message=_(
                    "The start of a passage lies before its end, or both are blank."
                ),
            ),
            models.CheckConstraint(
                condition=Q(basis=Basis.DIRECT) | ~Q(reasoning=""),
                name="%(app_label)s_%(class)s_reasoned",
                violation_error_message=_(
                    "What is inferred or linked needs its reasoning."
                ),
            ),
            models.CheckConstraint(
                condition=Q(basis__in=Basis.values),
                name="%(app_label)s_%(class)s_basis_known",
                violation_error_message=_("The basis is direct, inferred or editor."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {shorten(self.quote, 12) or self.source}"

    @property
    def is_followed(self) -> bool | None:
        """Whether the record says what this source states, if it states a value.

        None as well where the fact is no plain field to compare it with.
        """
        plain = {
            column.name
            for column in self.record._meta.concrete_fields
            if not column.is_relation
        }
        if not self.stated_value or self.field not in plain:
            return None
        value = getattr(self.record, self.field)
        text = str(int(value)) if isinstance(value, bool) else str(value)
        # Capitals are no difference: a title stands lower case inside a sentence.
        return text.casefold() == self.stated_value.casefold()

    @property
    def public_quote(self) -> str:
        """The quotation as the public may read it, 50 words at most."""
        return shorten(self.quote)


class Upload(models.Model):
    """A file that a member of staff has sent for import, confirmed or not.

    It keeps its content only until it is confirmed or forgotten; what was sent, by
    whom and when stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("sent by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    screen = models.CharField(_("import screen"), max_length=100)
    file_name = models.CharField(_("file name"), max_length=255)
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    content = models.BinaryField(_("content"), null=True)
    reason = models.TextField(_("reason"), blank=True)
    # The digest of all that the preview showed: confirming does that, or nothing.
    outcome = models.CharField(_("outcome shown"), max_length=64)
    sent_at = models.DateTimeField(_("sent at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        ordering = ["-sent_at"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.file_name
