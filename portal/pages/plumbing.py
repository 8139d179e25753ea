"""Answers for machines that look after the site, and for robots."""

from datetime import UTC, timedelta
from urllib.parse import quote

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import get_script_prefix, resolve, reverse
from django.utils import timezone
from django.utils.http import escape_leading_slashes
from django.views.decorators.http import require_safe

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /*?

Sitemap: {sitemap}
"""
# Who finds a weakness is told how to reach us (RFC 9116), in words that stay true.
SECURITY = """Contact: {contact}
Expires: {expires:%Y-%m-%dT%H:%M:%SZ}
Preferred-Languages: vi, lo, en
Canonical: {canonical}
"""
GOOD_FOR = timedelta(days=180)


def robots(_request: HttpRequest) -> HttpResponse:
    """Keep robots from staff screens and from the endless ways to filter a list."""
    text = ROBOTS.format(sitemap=settings.SITE_URL + reverse("sitemap"))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def security(_request: HttpRequest) -> HttpResponse:
    """Say where to report a weakness of the site, and until when that holds."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0)
    text = SECURITY.format(
        contact=settings.SECURITY_CONTACT,
        expires=(today + GOOD_FOR).astimezone(UTC),
        canonical=settings.SITE_URL + reverse("security"),
    )
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def nowhere(request: HttpRequest) -> HttpResponse:
    """Lead on to the address with the slash that was left out, or say it is unknown.

    Standing last, it keeps Django's own report of wrong addresses from readers.
    """
    path = request.path_info
    if path.endswith("/") or resolve(f"{path}/").func is nowhere:
        raise Http404(path)
    query = request.META.get("QUERY_STRING", "")
    full = quote(f"{get_script_prefix().rstrip('/')}{path}/")
    address = escape_leading_slashes(full)
    return redirect(f"{address}?{query}" if query else address, permanent=True)


def healthz(_request: HttpRequest) -> HttpResponse:
    """Say that the site answers and that its database does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})
