"""What every page of the desk stands in: the desk's parts, and answers to scripts."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from intake.admin.desk.saving import fact_form
from intake.desk import Desk, desk_of
from intake.desk.passages import LETTERS
from intake.models import Reading
from sources.partial_dates import ACCEPTED

OVERTAKEN, FAULTY = 409, 422
# The parts of a page that change with a decision, by the id they bear.
PARTS = {
    "desk-progress": "intake/_progress.html",
    "desk-groups": "intake/_groups.html",
    "desk-actions": "intake/_actions.html",
}


def at(reading: Reading, page: str = "desk") -> str:
    """Return the address of a page of a reading's desk."""
    return reverse(f"admin:intake_reading_{page}", args=[reading.pk])


def open_desk(request: HttpRequest, reading: Reading) -> Desk:
    """Return the desk as it stands, with a form for each fact."""
    desk = desk_of(reading, person=request.user, at=timezone.now())
    for fact in desk.facts:
        form = fact_form(desk, fact.suggestion)
        for point in (*fact.points, *fact.gaps):
            point.form = form
    return desk


def page(
    request: HttpRequest,
    reading: Reading,
    template: str,
    context: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    """Return a page of the desk."""
    return render(
        request,
        template,
        {"reading": reading, "source": reading.source, **context},
        status=status,
    )


def desk_context(desk: Desk, **more: Any) -> dict[str, Any]:
    """Return what the page of a desk and each of its parts need."""
    return {
        "desk": desk,
        "reading": desk.reading,
        "source": desk.reading.source,
        "kinds": [
            (kind, letter, desk.passages.count(kind))
            for kind, letter in LETTERS.items()
        ],
        "opened_at": timezone.now(),
        "accepted_dates": ACCEPTED,
        **more,
    }


def as_parts(
    request: HttpRequest, desk: Desk, keys: set[str], told: str, status: int
) -> JsonResponse:
    """Return, for a script, the parts of the page that a decision changed."""
    context = desk_context(desk)
    parts = {
        name: render_to_string(template, context, request)
        for name, template in PARTS.items()
    }
    for key in keys:
        card = desk.card(key)
        if card:
            parts[card.anchor] = render_to_string(
                "intake/_card.html", {**context, "card": card}, request
            )
    return JsonResponse({"told": told, "parts": parts}, status=status)


def wants_parts(request: HttpRequest) -> bool:
    """Whether a script asks, which replaces parts of the page it stands on."""
    return not request.accepts("text/html")
