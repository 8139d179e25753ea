"""Facts that the reader missed, and spellings it did not know, with their words."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from intake.admin.desk import frame
from intake.confirm.cite import paragraph
from intake.decide import add
from intake.desk import Desk, desk_of
from intake.desk.passages import anchor_of
from intake.forms import (
    NewFactForm,
    SeveralPlacesError,
    SpellingForm,
    WordsForm,
    found_in,
)
from intake.models import Reading, Suggestion
from intake.passages import sentence_around
from intake.points import POINTS
from intake.spellings import remember
from provinces.models import Place, Province

Kind = Suggestion.Kind
PREFIX = "fact"


def add_page(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Ask for a fact and the words that carry it; keep it as decided."""
    desk = desk_of(reading, person=request.user, at=timezone.now())
    asked = request.POST if request.method == "POST" else request.GET
    kind = asked.get("kind", "")
    kind = kind if kind in Kind.values else Kind.ITEM
    posted = request.POST if request.method == "POST" else None
    words = WordsForm(reading.source.text, posted, initial=asked.dict())
    form = NewFactForm(
        kind,
        desk.names,
        desk.near,
        _told(posted),
        initial=_usual(desk),
        prefix=PREFIX,
    )
    if posted is not None and words.is_valid() and form.is_valid():
        try:
            made = _add(request, reading, kind, words, form)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            anchor = anchor_of(made.pk, POINTS[kind][0])
            return redirect(f"{frame.at(reading)}#{anchor}")
    context = {
        "desk": desk,
        "kind": kind,
        "kinds": _kinds(),
        "words": words,
        "form": form,
        "places": _places(reading, words),
    }
    is_refused = posted is not None
    status = frame.FAULTY if is_refused else 200
    return frame.page(request, reading, "intake/add.html", context, status)


def spelling_page(request: HttpRequest, reading: Reading) -> HttpResponse:
    """Ask whose name a spelling of the article is; remember it with its source."""
    known = _known()
    choices = [(key, str(row)) for key, row in known.items()]
    posted = request.POST if request.method == "POST" else None
    form = SpellingForm(choices, posted, initial=request.GET.dict())
    if form.is_valid():
        told = form.cleaned_data
        try:
            _stands_in(reading, told["spelling"])
            remember(known[told["meant"]], told["spelling"], source=reading.source)
        except ValidationError as error:
            form.add_error("spelling", error)
        else:
            return redirect(frame.at(reading))
    status = 200 if posted is None else frame.FAULTY
    context = {"form": form}
    return frame.page(request, reading, "intake/spelling.html", context, status)


def _stands_in(reading: Reading, spelling: str) -> None:
    """Refuse a spelling that is none of the article's."""
    with suppress(SeveralPlacesError):
        found_in(reading.source.text, spelling)


def _known() -> dict[str, Province | Place]:
    """Return all provinces and places by a key for a list to choose from."""
    rows = [*Province.objects.all(), *Place.objects.all()]
    return {f"{row._meta.model_name}-{row.pk}": row for row in rows}


def _add(
    request: HttpRequest,
    reading: Reading,
    kind: str,
    words: WordsForm,
    form: NewFactForm,
) -> Suggestion:
    span = words.cleaned_data["span"]
    now = timezone.now()
    return add(reading, kind, form.values(), [span], by=request.user, at=now)


def _told(posted: Any) -> Any:
    """Take the words themselves for the text of an item that nobody typed."""
    if posted is None or posted.get(f"{PREFIX}-text", "").strip():
        return posted
    told = posted.copy()
    told[f"{PREFIX}-text"] = " ".join(posted.get("quote", "").split())
    return told


def _usual(desk: Desk) -> dict[str, Any]:
    """Return what is offered first: the two sides, where there are only two."""
    sides = desk.near if len(desk.near) == 2 else []  # noqa: PLR2004
    return {"provinces": sides, "actors": sides}


def _kinds() -> list[tuple[str, str]]:
    return [
        (Kind.EVENT, _("Meeting")),
        (Kind.PERSON, _("Person")),
        (Kind.DOCUMENT, _("Paper")),
        (Kind.ITEM, _("Clause, proposal or result")),
    ]


def _places(reading: Reading, words: WordsForm) -> list[tuple[int, int, str]]:
    """Return offset, paragraph and sentence of each place the words may mean."""
    text = reading.source.text
    return [
        (
            start,
            paragraph(text, start),
            text[slice(*sentence_around(text, start, start))],
        )
        for start in words.places
    ]
