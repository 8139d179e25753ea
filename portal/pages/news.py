"""What is coming and what is new: for who comes back to the home page."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from portal.pages.changes import entries
from publication.models import Change
from sources.models import Source
from summits.models import Summit

COMING, NEWEST = 3, 5
# Announced within one month: the days that are past are dropped one by one.
READ = 50


def news() -> dict[str, Any]:
    """Return the next summits announced, the newest changes and the newest source."""
    today = timezone.localdate()
    newest = Source.objects.public().exclude(published_on="")
    return {
        "today": today,
        "coming": coming(today),
        "entries": entries(Change.objects.public().order_by("-pk")[:NEWEST]),
        "newest_source": newest.order_by("-published_on").defer("text").first(),
    }


def coming(today: date) -> list[Summit]:
    """Return what is announced for today or later, soonest first.

    A month or a year not yet over may still bring what was announced for it.
    """
    this_year = [f"{today.year}", f"{today.year}?"]
    soon = Q(date__gte=f"{today:%Y-%m}") | Q(date__in=this_year)
    announced = Summit.objects.public().filter(soon, stage=Summit.Stage.ANNOUNCED)
    rows = announced.for_display().order_by("date", "reference")[:READ]
    return [summit for summit in rows if summit.date.latest >= today][:COMING]
