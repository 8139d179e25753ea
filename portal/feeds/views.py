"""Feeds of what changed, of any list as its page filters it, and of the meetings."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portal.feeds.atom import Entry, atom
from portal.feeds.calendar import calendar_of
from portal.feeds.lists import LISTS, Followed
from portal.pages.changes import label_of, named
from publication.filters import ChangeFilterSet, StrictFilterSet, narrow
from publication.models import Change
from publication.serializers import address
from publication.views import page_of
from summits.filters import SummitFilterSet
from summits.models import Summit

# More meetings no calendar is sent at once; the filters reach the others.
MEETINGS = 1000


@require_safe
def list_feed(request: HttpRequest, name: str) -> HttpResponse:
    """The rows of a list as its page filters them, last changed first."""
    followed = LISTS[name]
    found = narrow(followed.filterset, request, followed.rows(), also=["page"])
    rows = found.qs
    if not found.form.cleaned_data.get("ordering"):
        rows = rows.order_by("-modified_at", "-pk")
    page = page_of(rows, request)
    return atom(
        request,
        page,
        [entry_of(row, followed) for row in page],
        title=str(followed.title),
        subtitle=subtitle_of(found),
        alternate=page_address(request, followed.page),
    )


def page_address(request: HttpRequest, name: str) -> str:
    """Return the page that shows the same rows to people."""
    query = request.GET.copy()
    query.pop("page", None)
    tail = f"?{query.urlencode()}" if query else ""
    return reverse(name) + tail


def subtitle_of(found: StrictFilterSet) -> str:
    """Say which filters are in use, or what stands here."""
    pairs = [
        f"{name}={value}"
        for name, values in found.given.lists()
        for value in values
        if name != "page"
    ]
    if not pairs:
        return _(
            "What provinces of Vietnam and Laos agreed at their summits and what has "
            "been done about it, each fact with its source."
        )
    return _("Only: %(filters)s") % {"filters": ", ".join(pairs)}


def entry_of(row: Any, followed: Followed) -> Entry:
    """Return what a feed says of one record."""
    title = getattr(row, "title", "") or getattr(row, "text", "")
    return Entry(
        key=address(row._meta.model_name, row.reference),
        title=followed.heading(row),
        url=settings.SITE_URL + row.get_absolute_url(),
        updated=row.modified_at,
        published=row.published_at,
        said=" · ".join(str(part) for part in followed.said(row) if part),
        language=title.lang if getattr(title, "is_fallback", False) else "",
    )


@require_safe
def changes_feed(request: HttpRequest) -> HttpResponse:
    """Every publication, correction, withdrawal and merge, the newest first."""
    rows = Change.objects.public().order_by("-pk")
    found = narrow(ChangeFilterSet, request, rows, also=["page"])
    page = page_of(found.qs, request)
    known = named(page)
    return atom(
        request,
        page,
        [entry_of_change(change, known.get(change.reference)) for change in page],
        title=_("Changes"),
        subtitle=subtitle_of(found),
        alternate=page_address(request, "changes"),
    )


def entry_of_change(change: Change, record: Any) -> Entry:
    """Return one line of the log; a record no longer public is told by reference."""
    called = f"{change.reference} – {label_of(record)}" if record else change.reference
    return Entry(
        key=address("change", str(change.pk)),
        title=f"{change.get_kind_display()}: {called}",
        url=settings.SITE_URL
        + (record.get_absolute_url() if record else last_address(change)),
        updated=change.at,
        published=change.at,
        said=change.reason,
    )


def last_address(change: Change) -> str:
    """Return the page that says what became of a record, or of the one above it."""
    kind, reference = change.record_type, change.reference
    if kind == "progress":
        kind, reference = "minutes", reference.rpartition(".")[0]
    return reverse(kind, args=[reference])


@require_safe
def summits_calendar(request: HttpRequest) -> HttpResponse:
    """The meetings whose day is known, as the page of summits filters them."""
    rows = Summit.objects.public().for_display().newest_first()
    found = narrow(SummitFilterSet, request, rows)
    return HttpResponse(
        calendar_of(list(found.qs[:MEETINGS]), note=subtitle_of(found)),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'inline; filename="summits.ics"'},
    )
