"""Answers for machines that look after the site, and for robots."""

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /*?
"""


def robots(_request: HttpRequest) -> HttpResponse:
    """Keep robots from staff screens and from the endless ways to filter a list."""
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")


def healthz(_request: HttpRequest) -> HttpResponse:
    """Say that the site answers and that its database does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})
