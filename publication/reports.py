"""What readers say is wrong with a record, and how far that has been dealt with."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

TEXT_LENGTH = 2000
LINK_LENGTH = 500
# Letters and digits that nobody mistakes for one another over the telephone.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_number() -> str:
    """Return a number nobody can guess, to be quoted: ``7KQ2-M9XW``."""
    letters = "".join(secrets.choice(ALPHABET) for _place in range(8))
    return f"{letters[:4]}-{letters[4:]}"


class CorrectionReportQuerySet(models.QuerySet):
    """Reports by record, by state and by time."""

    def open(self) -> CorrectionReportQuerySet:
        return self.filter(state__in=CorrectionReport.OPEN)

    def about(self, reference: str) -> CorrectionReportQuerySet:
        return self.filter(reference=reference)

    def since(self, at: datetime) -> CorrectionReportQuerySet:
        return self.filter(created_at__gte=at)

    def sent_by(self, sender: str) -> CorrectionReportQuerySet:
        return self.filter(sender=sender)

    def with_contact_from_before(self, at: datetime) -> CorrectionReportQuerySet:
        return self.filter(created_at__lt=at).exclude(contact="")

    def with_sender_from_before(self, at: datetime) -> CorrectionReportQuerySet:
        return self.filter(created_at__lt=at).exclude(sender="")


class CorrectionReport(models.Model):
    """What a reader without an account says is wrong with a public record.

    It has no history: what is deleted of a person is to be gone.
    """

    class State(models.TextChoices):
        NEW = "new", _("New")
        IN_HAND = "in_hand", _("In hand")
        ANSWERED = "answered", _("Answered")
        DISMISSED = "dismissed", _("Dismissed")

    OPEN = (State.NEW, State.IN_HAND)

    number = models.CharField(
        _("number"),
        max_length=9,
        unique=True,
        default=new_number,
        editable=False,
        help_text=_("What the reader was told to quote."),
    )
    reference = models.CharField(
        _("record"),
        max_length=120,
        blank=True,
        db_index=True,
        editable=False,
        help_text=_("The reference of the record it speaks of; blank for the site."),
    )
    record_type = models.CharField(_("type"), max_length=40, blank=True, editable=False)
    wrong = models.TextField(_("what is wrong"))
    right = models.TextField(_("what is right, and how the reader knows"), blank=True)
    source_link = models.URLField(_("source"), max_length=LINK_LENGTH, blank=True)
    contact = models.EmailField(
        _("reader’s e-mail address"),
        blank=True,
        help_text=_("For questions about this report alone; deleted after a time."),
    )
    page = models.CharField(
        _("sent from"),
        max_length=200,
        editable=False,
        help_text=_("The address of the page that the reader came from."),
    )
    data_at = models.DateTimeField(
        _("state of the record that was read"),
        editable=False,
        help_text=_("When the record had last been changed as the reader saw it."),
    )
    state = models.CharField(
        _("state"),
        max_length=9,
        choices=State,
        default=State.NEW,
        db_index=True,
        editable=False,
    )
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("handled by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        editable=False,
    )
    note = models.TextField(
        _("note"),
        blank=True,
        help_text=_("What was found and done. Only staff read it."),
    )
    created_at = models.DateTimeField(
        _("sent at"), auto_now_add=True, db_index=True, editable=False
    )
    # A keyed hash of the network address, for a day: never the address itself.
    sender = models.CharField(
        max_length=64, blank=True, db_index=True, editable=False, default=""
    )
    # One form, opened once, makes one report, however often it is sent.
    form_stamp = models.CharField(max_length=64, unique=True, editable=False)

    objects = CorrectionReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report of an error")
        verbose_name_plural = _("reports of errors")
        ordering = ["-created_at", "-pk"]
        # Not "view": who may look at records does not thereby see readers' addresses.
        default_permissions = ()
        permissions = [("handle_correctionreport", "Can handle reports of errors")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["new", "in_hand", "answered", "dismissed"]),
                name="publication_report_state_known",
                violation_error_message=_(
                    "The state is new, in_hand, answered or dismissed."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(wrong=""),
                name="publication_report_says_what",
                violation_error_message=_("A report says what is wrong."),
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to look at it."""
        return self.state in self.OPEN
