"""Keeping what a person chose on the desk: field by field, and losing nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from intake.decide import OvertakenError, choose, reopen
from intake.desk import Desk
from intake.desk.belonging import Belonging
from intake.desk.matching import MODELS, NEW, OTHER, Matching
from intake.desk.rows import Point, digest
from intake.forms import FactForm, found_in
from intake.models import Choice, Suggestion
from intake.points import DETAILS, POINTS, RECORD, SAME_AS
from sources.text import clean_text

Decision = Choice.Decision
# Digits of an offset; a longer number points into no text.
LONGEST_OFFSET = 9


@dataclass
class Saved:
    """What came of a person's choices: those kept, and those that were not, by key."""

    kept: list[str] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)
    overtaken: dict[str, str] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        return not self.faults and not self.overtaken

    def tells_of(self, key: str) -> bool:
        """Whether something came of a field already."""
        return key in self.kept or key in self.faults or key in self.overtaken

    @property
    def touched(self) -> set[int]:
        """The suggestions that anything was tried on, by their keys."""
        keys = (*self.kept, *self.faults, *self.overtaken)
        return {int(key.partition("-")[0]) for key in keys}


@dataclass(frozen=True)
class Hand:
    """Who decides, when, and what they sent."""

    desk: Desk
    posted: QueryDict
    by: User
    at: datetime

    def said(self, part: str, key: str) -> str:
        return str(self.posted.get(f"{part}-{key}", "")).strip()

    def seen(self, key: str) -> tuple[str, str, str]:
        """Return stamp, decision and digest of what stood there when it was opened."""
        stamp, decision, value = (self.said("seen", key) + "~~").split("~")[:3]
        return stamp, decision, value

    def form(self, suggestion: Suggestion) -> FactForm:
        return fact_form(self.desk, suggestion, self.posted)


def fact_form(
    desk: Desk, suggestion: Suggestion, posted: QueryDict | None = None
) -> FactForm:
    """Return the form of a suggestion's fields, as they stand or as they were sent."""
    return FactForm(
        suggestion.kind,
        desk.names,
        desk.near,
        posted,
        initial=suggestion.values | suggestion.decided_values,
        prefix=f"v-{suggestion.pk}",
    )


@transaction.atomic
def save(hand: Hand) -> Saved:
    """Keep all that was changed on the desk; what fails does not undo the rest."""
    saved = Saved()
    for fact in hand.desk.facts:
        if fact.is_written:
            continue
        _try(saved, fact.matching.key, lambda m=fact.matching: _take_record(hand, m))
        if fact.belonging:
            link = fact.belonging
            _try(saved, link.key, lambda b=link: _take_belonging(hand, b))
        asked = None if fact.matching.key in saved.kept else fact.matching
        for point in fact.points:
            _try(saved, point.key, lambda p=point, m=asked: _take_point(hand, p, m))
        for point in fact.gaps:
            _try(saved, point.key, lambda p=point: _take_gap(hand, p))
    return saved


@transaction.atomic
def accept(hand: Hand, points: Iterable[Point], saved: Saved) -> Saved:
    """Accept these fields, as long as they stand as their reader saw them.

    What was decided otherwise in the same breath is left to that, kept or not.
    """
    for point in points:
        if not saved.tells_of(point.key):
            _try(saved, point.key, lambda p=point: _accept(hand, p))
    return saved


@transaction.atomic
def take_back(hand: Hand, point: Point, saved: Saved) -> Saved:
    """Reopen a field with the details that belong to it, as its reader saw it."""
    for name in (point.name, *point.details_decided):
        key = f"{point.suggestion.pk}-{name}"
        _try(saved, key, lambda n=name: _reopen(hand, point.suggestion, n))
    return saved


def _reopen(hand: Hand, suggestion: Suggestion, name: str) -> bool:
    seen = hand.seen(f"{suggestion.pk}-{name}")[0]
    return reopen(suggestion, name, by=hand.by, at=hand.at, seen=seen)


def unlink(hand: Hand, suggestion: Suggestion, saved: Saved) -> Saved:
    """Take back of which meeting a paper was said to be."""
    key = f"{suggestion.pk}-{SAME_AS}"
    _try(saved, key, lambda: _reopen(hand, suggestion, SAME_AS))
    return saved


def drop(hand: Hand, suggestion: Suggestion, saved: Saved) -> Saved:
    """Reject a suggestion as a whole: without its first field it is none."""
    name = POINTS[suggestion.kind][0]
    key, rejected = f"{suggestion.pk}-{name}", Decision.REJECTED
    stamp = hand.seen(key)[0]
    _try(saved, key, lambda: _choose(hand, suggestion, name, rejected, stamp))
    return saved


def _try(saved: Saved, key: str, act: Any) -> None:
    """Do one thing; say of its field what came of it."""
    try:
        is_changed = act()
    except OvertakenError as error:
        saved.overtaken[key] = " ".join(error.messages)
    except ValidationError as error:
        saved.faults[key] = " ".join(error.messages)
    else:
        if is_changed:
            saved.kept.append(key)


def _accept(hand: Hand, point: Point) -> bool:
    stamp, _decision, _value = hand.seen(point.key)
    return _choose(hand, point.suggestion, point.name, Decision.ACCEPTED, stamp)


def _take_point(hand: Hand, point: Point, asked: Matching | None) -> bool:
    """Keep the decision on one field, if its reader changed anything about it.

    ``asked`` is the record that stood beside it, unless another was chosen just now.
    """
    key, decision = point.key, hand.said("d", point.key)
    spans = _spans(hand, point)
    if spans and not decision:
        decision = Decision.ACCEPTED
    if decision not in Decision.values:
        return False
    stamp, before, value_before = hand.seen(key)
    is_answer = decision in {Decision.REPLACES, Decision.KEPT} and decision != before
    if is_answer and not (asked and point.has_conflict):
        raise ValidationError(
            _("“%(field)s”: what it would replace is another now. Look again.")
            % {"field": point.label}
        )
    value = None
    if decision == Decision.EDITED:
        value = hand.form(point.suggestion).value_of(point.name)
    is_same = decision == before and digest(value) == value_before
    if is_same and not spans:
        return _take_details(hand, point, decision)
    if value is not None and value == point.suggestion.values.get(point.name):
        decision, value = Decision.ACCEPTED, None
    spans = spans or (point.choice.spans if point.choice else [])
    with transaction.atomic():  # the words and what they are taken for, or neither
        is_changed = _take_details(hand, point, hand.said("d", key))
        if decision == Decision.REPLACES and asked:
            _hold_to(hand, asked)
        return is_changed | _choose(
            hand, point.suggestion, point.name, decision, stamp, value, spans
        )


def _hold_to(hand: Hand, asked: Matching) -> None:
    """Keep which record a value is to be replaced in: no other takes its place."""
    if asked.record and asked.choice is None:
        stamp, reference = hand.seen(asked.key)[0], asked.record.reference
        _choose(hand, asked.suggestion, RECORD, Decision.EDITED, stamp, reference)


def _take_details(hand: Hand, point: Point, decision: str) -> bool:
    """Keep what was corrected beside the words of an item, all of it or nothing."""
    names = DETAILS[point.suggestion.kind] if point.name == "text" else ()
    if decision != Decision.EDITED or not names:
        return False
    with transaction.atomic():
        return _correct(hand, point, names)


def _correct(hand: Hand, point: Point, names: Iterable[str]) -> bool:
    form, one = hand.form(point.suggestion), point.suggestion
    changed = False
    for name in names:
        value = form.value_of(name)
        stands = (one.values | one.decided_values).get(name)
        if value != stands and (value or stands):
            stamp, _before, _value = hand.seen(f"{one.pk}-{name}")
            changed |= _choose(hand, one, name, Decision.EDITED, stamp, value)
    return changed


def _take_gap(hand: Hand, point: Point) -> bool:
    """Keep a value, with its evidence, where the reader had found none."""
    typed = [
        text
        for name in (point.name, f"{point.name}_more")
        for text in hand.posted.getlist(f"v-{point.suggestion.pk}-{name}")
    ]
    if not any(text.strip() for text in typed):
        return False
    value = hand.form(point.suggestion).value_of(point.name)
    spans = _spans(hand, point)
    if not spans:
        raise ValidationError(
            _("“%(field)s”: say by which words the article tells it.")
            % {"field": point.label}
        )
    stamp = hand.seen(point.key)[0]
    return _choose(
        hand, point.suggestion, point.name, Decision.EDITED, stamp, value, spans
    )


def _spans(hand: Hand, point: Point) -> list[list[int]]:
    """Return the evidence chosen by hand for a field, if any was."""
    quote, at = hand.said("q", point.key), hand.said("at", point.key)
    if not quote:
        return []
    is_offset = at.isascii() and at.isdigit() and len(at) <= LONGEST_OFFSET
    start = int(at) if is_offset else None
    return [list(found_in(hand.desk.reading.source.text, quote, start))]


def _take_record(hand: Hand, matching: Matching) -> bool:
    """Keep which record is meant, if its reader chose another than stood there."""
    chosen, key = hand.said("d", matching.key), matching.key
    if chosen in {"", hand.said("was", key)}:
        return False
    value = hand.said("v", key) if chosen == OTHER else chosen
    if value == NEW:
        value = ""
    elif not _exists(matching.suggestion.kind, value):
        raise ValidationError(
            _("No such record: “%(reference)s”. Give the reference its page shows.")
            % {"reference": value}
        )
    stamp = hand.seen(key)[0]
    return _choose(hand, matching.suggestion, RECORD, Decision.EDITED, stamp, value)


def _take_belonging(hand: Hand, belonging: Belonging) -> bool:
    """Keep of which meeting a paper is, with the reasoning of who says so."""
    key, one = belonging.key, belonging.suggestion
    day, reasoning = hand.said("d", key), clean_text(hand.said("v", key))
    if (day, reasoning) == (belonging.day, belonging.reasoning) or not day:
        return False
    if not reasoning:
        raise ValidationError(
            _("Say why it is the paper of that meeting; readers will see the reason.")
        )
    if day not in {str(meeting.date) for meeting in belonging.meetings}:
        raise ValidationError(_("Choose one of the meetings listed."))
    value = {"date": day, "reasoning": reasoning}
    stamp = hand.seen(key)[0]
    return _choose(hand, one, SAME_AS, Decision.EDITED, stamp, value)


def _exists(kind: str, reference: str) -> bool:
    return "\0" not in reference and any(
        model.objects.filter(reference=reference).exists() for model in MODELS[kind]
    )


def _choose(
    hand: Hand,
    suggestion: Suggestion,
    name: str,
    decision: str,
    seen: str,
    value: Any = None,
    spans: Iterable[Any] = (),
) -> bool:
    return choose(
        suggestion,
        name,
        decision,
        by=hand.by,
        at=hand.at,
        value=value,
        spans=list(spans),
        seen=seen,
    )
