"""Answers for machines that look after the site, and for robots."""

from urllib.parse import quote

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import get_script_prefix, resolve
from django.utils.http import escape_leading_slashes
from django.views.decorators.http import require_safe

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /*?
"""


def robots(_request: HttpRequest) -> HttpResponse:
    """Keep robots from staff screens and from the endless ways to filter a list."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


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
