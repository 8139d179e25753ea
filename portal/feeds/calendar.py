"""Writing iCalendar (RFC 5545): one all-day event for each meeting whose day is known.

A meeting of which only the month or year is known has no day to stand on; the calendar
says how many of those it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.feeds.lists import said_of_summit, where
from publication.serializers import address
from summits.models import Summit

LINE_OCTETS = 75
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
# A meeting put off does not take place on the day it was announced for.
STATUS = {
    Summit.Stage.ANNOUNCED: "TENTATIVE",
    Summit.Stage.HELD: "CONFIRMED",
    Summit.Stage.POSTPONED: "CANCELLED",
    Summit.Stage.CANCELLED: "CANCELLED",
}


def calendar_of(summits: Sequence[Summit], *, note: str) -> str:
    """Return the calendar of some meetings."""
    dated = [summit for summit in summits if has_day(summit)]
    name = f"{_('Summits')} – {_('Summit records')}"
    described = " ".join([note, left_out(len(summits) - len(dated))]).strip()
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Summit records//Summits//VI",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
        f"DESCRIPTION:{escaped(described)}",
        f"X-WR-CALDESC:{escaped(described)}",
        f"X-WR-TIMEZONE:{settings.TIME_ZONE}",
        *(line for summit in dated for line in event(summit)),
        "END:VCALENDAR",
    ]
    return "".join(folded(line) for line in lines)


def has_day(summit: Summit) -> bool:
    """Whether the days of a meeting are known, not only its month or year."""
    day = len("2021-12-18")
    return bool(summit.date) and all(
        len(point) == day for point in summit.date.certain.split("/")
    )


def left_out(count: int) -> str:
    """Say how many meetings are known without their day."""
    if not count:
        return ""
    return ngettext(
        "%(count)d meeting whose day is not known is left out.",
        "%(count)d meetings whose day is not known are left out.",
        count,
    ) % {"count": count}


def event(summit: Summit) -> Iterator[str]:
    """Yield the lines of one meeting."""
    changed = f"{summit.modified_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield "BEGIN:VEVENT"
    yield f"UID:{summit.reference}"
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"DTSTART;VALUE=DATE:{summit.date.earliest:%Y%m%d}"
    # The end is the first day that is no longer part of it.
    yield f"DTEND;VALUE=DATE:{summit.date.latest + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(f'{summit.get_kind_display()}: {summit.partnership}')}"
    yield f"DESCRIPTION:{escaped(' · '.join(said(summit)))}"
    if place := where(summit):
        yield f"LOCATION:{escaped(place)}"
    yield f"STATUS:{status_of(summit)}"
    yield "TRANSP:TRANSPARENT"
    yield f"URL:{settings.SITE_URL}{summit.get_absolute_url()}"
    yield f"X-RECORD:{address('summit', summit.reference)}"
    yield "END:VEVENT"


def said(summit: Summit) -> Iterable[str]:
    """Return what is known of a meeting, its date as precise as it is."""
    parts = [summit.date.display(), summit.get_day_part_display()]
    return [str(part) for part in (*parts, *said_of_summit(summit)) if part]


def status_of(summit: Summit) -> str:
    """Return how sure the meeting is, in the words calendars know."""
    if summit.stage == Summit.Stage.HELD and summit.date.is_uncertain:
        return "TENTATIVE"
    return STATUS[Summit.Stage(summit.stage)]


def escaped(text: str) -> str:
    """Return text as a value: on one line, its marks of punctuation told apart."""
    kept = CONTROLS.sub("", text.replace("\r\n", "\n"))
    for mark in ("\\", ";", ","):
        kept = kept.replace(mark, f"\\{mark}")
    return kept.replace("\n", "\\n")


def folded(line: str) -> str:
    """Return a line cut at 75 octets, no letter torn, ended as the format asks."""
    pieces, width = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if width + octets > LINE_OCTETS:
            pieces.append("")
            width = 1  # the space that a continued line begins with
        pieces[-1] += letter
        width += octets
    return "\r\n ".join(pieces) + "\r\n"
