"""What this site is, in its own words."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.signs import PROGRESS


def about(request: HttpRequest) -> HttpResponse:
    """Say what is recorded here, how it comes in and what its words mean."""
    context = {"signs": PROGRESS, "lao_is_reviewed": settings.LAO_IS_REVIEWED}
    return render(request, "portal/about.html", context)
