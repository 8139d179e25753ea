"""Sending a report as a reader does: the form is opened, read, filled in and sent."""

from datetime import timedelta

from django.utils import timezone

from portal.forms import stamped
from publication.models import CorrectionReport

ADDRESS = "/corrections/new/"
MINUTE = timedelta(minutes=1)


def address(record, prefix="") -> str:
    """Where an error of this record is reported."""
    return f"{prefix}{ADDRESS}?about={record.reference}"


def typed(record, *, ago=MINUTE, **values) -> dict[str, str]:
    """What a reader sends who opened the form so long ago."""
    stamp = stamped(record, at=timezone.now() - ago)
    return {"wrong": "Ngày ký là 29/3.", "stamp": stamp} | values


def send(client, record, *, prefix="", sender="192.0.2.1", **values):
    """Send a report from an address of the network; returns the answer."""
    fields = typed(record, **values)
    return client.post(address(record, prefix), fields, REMOTE_ADDR=sender)


def kept() -> list[CorrectionReport]:
    """Every report there is, the oldest first."""
    return list(CorrectionReport.objects.order_by("pk"))
