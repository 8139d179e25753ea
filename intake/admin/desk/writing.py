"""Making drafts of what was decided, and taking back what an article brought."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from intake.admin.desk import frame
from intake.admin.desk.deciding import PAGE, show_again, told_of
from intake.admin.desk.saving import Hand, save
from intake.confirm import confirm
from intake.desk import Desk, desk_of
from intake.desk.cards import Fact
from intake.desk.words import title_of
from intake.forms import UndoForm
from intake.models import Reading
from intake.undo import Undone, undo, what_undo_would_do
from publication.admin.rows import may
from summits.models import Summit

# A refusal names a fact by its first words.
NAMED = 60


def write_page(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Write drafts of all that was accepted; then show which records they became."""
    if request.method != "POST":
        return _written(request, reading)
    now = timezone.now()
    desk = desk_of(reading, person=request.user, at=now)
    saved = save(Hand(desk, request.POST, request.user, now))
    desk = frame.open_desk(request, reading)
    if saved.is_whole and desk.is_all_written:
        return redirect(frame.at(reading, "desk_write"))
    refused = [desk.obstacle] if desk.obstacle else []
    if saved.is_whole and not refused:
        try:
            confirm(reading, by=request.user, at=now)
        except ValidationError as error:
            refused = error.messages
        else:
            return redirect(frame.at(reading, "desk_write"))
    show_again(desk, saved, request)
    about = [(sentence, _card_in(sentence, desk)) for sentence in refused]
    context = frame.desk_context(desk, told=told_of(saved), refused=about)
    return frame.page(request, reading, PAGE, context, frame.FAULTY)


def _card_in(sentence: str, desk: Desk) -> str:
    """Return the anchor of the card whose fact a refusal names, if it names one."""
    for card in desk.cards:
        for fact in card.facts:
            named = title_of(fact.suggestion, fact.suggestion.values, desk.names)
            if named and f"“{named[:NAMED]}" in sentence:
                return fact.points[0].anchor if fact.points else card.anchor
    return ""


def undo_page(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Show what undoing would take back and what must stay; ask why, then do it."""
    now = timezone.now()
    form = UndoForm(request.POST if request.method == "POST" else None)
    refused: list[str] = []
    try:
        if form.is_valid():
            reason = form.cleaned_data["reason"]
            undo(reading, by=request.user, at=now, reason=reason)
            return redirect(frame.at(reading, "desk_write"))
        ahead = what_undo_would_do(reading, by=request.user)
    except ValidationError as error:
        refused = error.messages
        ahead = Undone()
    context = {"form": form, "ahead": ahead, "refused": refused}
    status = frame.FAULTY if request.method == "POST" else 200
    return frame.page(request, reading, "intake/undo.html", context, status)


def _written(request: HttpRequest, reading: Reading) -> HttpResponse:
    desk = desk_of(reading, person=request.user, at=timezone.now())
    written = [fact for fact in desk.facts if fact.record]
    context = {
        "desk": desk,
        "written": written,
        "summits": _to_publish(request, written),
    }
    return frame.page(request, reading, "intake/written.html", context)


def _to_publish(request: HttpRequest, written: list[Fact]) -> list[Fact]:
    """Return the meetings that this person may publish from here."""
    return [
        fact
        for fact in written
        if isinstance(fact.record, Summit)
        and not fact.record.is_published
        and may(request.user, "publish", fact.record)
    ]
