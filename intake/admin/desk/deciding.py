"""The desk itself: looking, deciding, and the page of what is sure."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intake.admin.desk import frame
from intake.admin.desk.saving import (
    Hand,
    Saved,
    accept,
    drop,
    fact_form,
    save,
    take_back,
    unlink,
)
from intake.desk import Desk, desk_of
from intake.desk.visits import decided_by_others, others_at
from intake.models import Reading
from intake.points import RECORD, SAME_AS

PAGE = "intake/desk.html"


def now() -> datetime:
    """Return the present, which the acts take as a parameter."""
    return timezone.now()


def desk_page(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Show the desk; keep what was decided on it."""
    if request.method != "POST":
        desk = frame.open_desk(request, reading)
        return frame.page(request, reading, PAGE, frame.desk_context(desk))
    saved, focus = _act(request, reading)
    do = request.POST.get("do", "save")
    if saved.is_whole and do == "sure":
        return redirect(frame.at(reading, "desk_sure"))
    return answer(request, reading, saved, focus)


def answer(
    request: HttpRequest, reading: Reading, saved: Saved, focus: str
) -> HttpResponse:
    """Say what was kept and what was not, as a page or as the parts of one."""
    desk = frame.open_desk(request, reading)
    show_again(desk, saved, request)
    told = told_of(saved)
    status = 200 if saved.is_whole else frame.FAULTY
    status = frame.OVERTAKEN if saved.overtaken else status
    if frame.wants_parts(request):
        keys = {card.key for pk in saved.touched if (card := desk.card_of(pk))}
        if any(key.endswith((f"-{RECORD}", f"-{SAME_AS}")) for key in saved.kept):
            keys = {card.key for card in desk.cards}  # others lean on that record
        return frame.as_parts(request, desk, keys, told, status)
    if saved.is_whole:
        return redirect(f"{frame.at(reading)}{focus}")
    context = frame.desk_context(desk, told=told, troubled=_troubled(desk))
    return frame.page(request, reading, PAGE, context, status)


def _act(request: HttpRequest, reading: Reading) -> tuple[Saved, str]:
    """Do what the button pressed says, after keeping what was chosen."""
    desk = desk_of(reading, person=request.user, at=now())
    hand = Hand(desk, request.POST, request.user, now())
    act, _colon, key = request.POST.get("do", "save").partition(":")
    saved = save(hand)
    if act == "card" and (card := desk.card(key)):
        return accept(hand, card.plain, saved), f"#{card.anchor}"
    if act == "reopen" and (point := desk.point(key)):
        return take_back(hand, point, saved), f"#{point.anchor}"
    if act == "unlink" and (one := desk.suggestion(key)):
        unlink(hand, one, saved)
    if act == "drop" and (one := desk.suggestion(key)):
        drop(hand, one, saved)
    return saved, _focus(desk, saved)


def _focus(desk: Desk, saved: Saved) -> str:
    card = next((desk.card_of(pk) for pk in saved.touched), None)
    return f"#{card.anchor}" if card else ""


def show_again(desk: Desk, saved: Saved, request: HttpRequest) -> None:
    """Put what could not be kept back into its fields, with what stood against it."""
    for key in (*saved.faults, *saved.overtaken):
        if link := desk.links.get(key):
            link.error = saved.faults.get(key, "")
            link.overtaken = saved.overtaken.get(key, "")
        point = desk.point(key)
        if point is None:
            continue
        point.form = fact_form(desk, point.suggestion, request.POST)
        point.error = saved.faults.get(key, "")
        point.quote = request.POST.get(f"q-{key}", "")
        if key in saved.overtaken:
            point.overtaken = _both(desk, key, saved.overtaken[key], request)


def _both(desk: Desk, key: str, theirs: str, request: HttpRequest) -> str:
    """Say what somebody else decided and what this person had chosen."""
    words = {
        "accepted": _("Accept"),
        "edited": _("Edit"),
        "rejected": _("Reject"),
        "replaces": _("Use the article's"),
    }
    chosen = request.POST.get(f"d-{key}", "")
    mine = words.get(chosen, chosen)
    point = desk.point(key)
    if chosen == "edited" and point is not None:
        try:
            mine = f"{mine}: {point.said(point.form.value_of(point.name))}"
        except ValidationError:
            mine = words["edited"]
    return _("%(theirs)s You had chosen: %(mine)s.") % {"theirs": theirs, "mine": mine}


def _troubled(desk: Desk) -> list[tuple[str, str]]:
    """Return anchor and sentence of each field that could not be kept."""
    return [
        (point.anchor, f"{point.label}: {point.error or point.overtaken}")
        for point in (*desk.links.values(), *desk.by_key.values())
        if point.error or point.overtaken
    ]


def told_of(saved: Saved) -> str:
    """Say in one sentence what was kept and what was not."""
    kept = len(saved.kept)
    told = ngettext("%(count)d decision kept.", "%(count)d decisions kept.", kept)
    parts = [told % {"count": kept}]
    if lost := len(saved.overtaken):
        told = ngettext(
            "Somebody else decided on %(count)d field meanwhile.",
            "Somebody else decided on %(count)d fields meanwhile.",
            lost,
        )
        parts.append(told % {"count": lost})
    if wrong := len(saved.faults):
        told = ngettext(
            "%(count)d field could not be kept.",
            "%(count)d fields could not be kept.",
            wrong,
        )
        parts.append(told % {"count": wrong})
    return " ".join([*parts, *saved.faults.values()])


def sure_page(request: HttpRequest, reading: Reading) -> HttpResponse:
    """List exactly what is sure, with its words; accept just that."""
    desk = frame.open_desk(request, reading)
    if request.method == "POST":
        hand = Hand(desk, request.POST, request.user, now())
        asked = set(request.POST.getlist("fact"))
        wanted = [point for point in desk.sure if point.key in asked]
        saved = accept(hand, wanted, Saved())
        missing = (asked & desk.by_key.keys()) - {point.key for point in wanted}
        saved.overtaken |= dict.fromkeys(missing, _("This is no longer open."))
        return answer(request, reading, saved, "")
    return frame.page(request, reading, "intake/sure.html", {"desk": desk})


def presence(request: HttpRequest, reading: Reading) -> JsonResponse:
    """Say who else is here, and how much they decided since a moment."""
    others = [str(one.person) for one in others_at(reading, request.user, at=now())]
    since = _moment(request.GET.get("since", ""))
    count = decided_by_others(reading, request.user, since=since)
    told = ""
    if count:
        text = ngettext(
            "Somebody else decided on %(count)d field since you opened this.",
            "Somebody else decided on %(count)d fields since you opened this.",
            count,
        )
        told = text % {"count": count}
    here = _("Also here: %(names)s.") % {"names": ", ".join(others)} if others else ""
    return JsonResponse({"others": others, "here": here, "told": told, "count": count})


def _moment(text: str) -> datetime:
    """Return the moment a page was opened; the present where none is told."""
    with suppress(ValueError, OverflowError):
        since = parse_datetime(text)
        if since and is_aware(since):
            return since.astimezone(UTC)
    return now()
