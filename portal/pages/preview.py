"""A draft as the public would see it, for staff alone."""

from urllib.parse import urlsplit

from django.apps import apps
from django.contrib import admin
from django.contrib.admin.views.decorators import staff_member_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve
from django.utils import timezone
from django.views.decorators.http import require_safe

from publication.admin import RecordAdmin, may
from publication.admin.records import above
from publication.models import Record
from publication.publish import as_if_published


@require_safe
@staff_member_required(login_url="admin:login")
def preview(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer the public page of a record as it would be, once it is published.

    The page itself is asked, while record and bundle stand as published in a
    transaction that is undone: what it shows is what everybody would see.
    """
    record = _called(reference)
    if record is None or not may(request.user, "view", record):
        raise Http404(reference)
    request.is_preview = True  # type: ignore[attr-defined]
    with as_if_published(_with_it(record), at=timezone.now()):
        page = resolve(urlsplit(record.get_absolute_url()).path)
        response: HttpResponse = page.func(request, *page.args, **page.kwargs)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _called(reference: str) -> Record | None:
    """Return the record of whatever kind that bears this reference."""
    kinds = [kind for kind in apps.get_models() if issubclass(kind, Record)]
    found = (kind.objects.filter(reference=reference).first() for kind in kinds)
    return next((record for record in found if record), None)


def _with_it(record: Record) -> list[Record]:
    """Return what would be published with a record, and all that would still hide it.

    Where the same row is met twice, one object stands for it.
    """
    keeper = admin.site.get_model_admin(type(record))
    bundle = keeper.bundle(record) if isinstance(keeper, RecordAdmin) else [record]
    rows = [*above(record), *bundle]
    return list({(type(row), row.pk): row for row in rows}.values())
