"""Reading an article again: what was decided stays decided, only the new is open."""

from __future__ import annotations

import json
from collections.abc import Callable

from intake.decide import choose
from intake.models import Choice, Reading, Suggestion
from intake.passages import sentence_around
from intake.points import BY_HAND, DETAILS, ESSENTIAL, POINTS, RECORD
from publication.bulk import create_all

Kind = Suggestion.Kind
Spans = list[list[int]]

# Two suggestions about the same words that agree in these speak of one fact.
SAME: dict[str, list[str]] = {
    kind: sorted(names | {"date", "signed_on", "covers"})
    for kind, names in ESSENTIAL.items()
}
INHERITED = (
    "decision",
    "decided_values",
    "decided_by",
    "decided_at",
    "record_reference",
)


def carry_over(reading: Reading) -> None:
    """Let a new reading inherit what was decided in those it stands in for.

    A fact found again, its values the same, keeps its decision, its choices and the
    record it became. Where the reader now says more or otherwise of the same fact, the
    fields that stayed are kept and the others are open. What a person took, corrected
    or added is carried over even where the reader no longer finds it. In a corrected
    text a fact is found again where its very words still stand.
    """
    new = list(reading.suggestions.all())
    for place, before in enumerate(Reading.objects.before(reading)):
        # What was taken was carried on from reading to reading; a refusal was not.
        known = [
            old
            for old in _suggestions(before)
            if place == 0 or old.decision == Suggestion.Decision.REJECTED
        ]
        found = _found_again(new, known, _is_equal, _inherit)
        found |= _found_again(
            [one for one in new if one.pk not in found],
            [old for old in known if old.pk not in found.values()],
            _is_same_fact,
            _inherit_fields,
        )
        new = [one for one in new if one.pk not in found]
        if place == 0:
            lost = [old for old in known if old.pk not in found.values()]
            _carry_lost(reading, lost)
            _carry_writing(reading, before)


def _suggestions(reading: Reading) -> list[Suggestion]:
    rows = reading.suggestions.prefetch_related("choices__decided_by")
    return list(rows.select_related("reading__source", "decided_by"))


def _found_again(
    new: list[Suggestion],
    known: list[Suggestion],
    is_it: Callable[[Suggestion, Suggestion], bool],
    inherit: Callable[[Suggestion, Suggestion], None],
) -> dict[int, int]:
    """Return, by key, which new suggestion inherited from which known one."""
    facts: dict[str, list[Suggestion]] = {}
    for old in known:
        facts.setdefault(_fact(old), []).append(old)
    found = {}
    for one in new:
        alike = facts.get(_fact(one), [])
        if same := next((old for old in alike if is_it(old, one)), None):
            alike.remove(same)
            inherit(one, same)
            found[one.pk] = same.pk
    return found


def _fact(suggestion: Suggestion) -> str:
    """Return what suggestions of one fact share, beside the words they rest on."""
    values = [suggestion.values.get(name) or None for name in SAME[suggestion.kind]]
    return json.dumps([suggestion.kind, values], sort_keys=True)


def _is_equal(old: Suggestion, new: Suggestion) -> bool:
    names = POINTS[old.kind] + DETAILS[old.kind]
    return _rest_together(old, new) and all(
        (old.values.get(name) or None) == (new.values.get(name) or None)
        for name in names
    )


def _is_same_fact(old: Suggestion, new: Suggestion) -> bool:
    """Whether the reader says something else of a fact; a person's word is no guess."""
    return old.rule != BY_HAND and _rest_together(old, new)


def _rest_together(old: Suggestion, new: Suggestion) -> bool:
    return any(
        start < other_end and other_start < end
        for start, end in moved(old.spans, old, new.reading)
        for other_start, other_end in new.spans
    )


def moved(spans: Spans, of: Suggestion, reading: Reading) -> Spans:
    """Return where the words of spans stand in the text of a later reading.

    Words that stand there more than once are those nearest to where they stood; words
    that no longer stand there are left out.
    """
    if of.reading.source_id == reading.source_id:
        return [list(span) for span in spans]
    old, new = of.reading.source.text, reading.source.text
    found = []
    for start, end in spans:
        words = old[start:end]
        after, ahead = new.find(words, start), new.rfind(words, 0, start + len(words))
        places = [place for place in (after, ahead) if place >= 0 and words]
        if places:
            nearest = min(places, key=lambda place: abs(place - start))
            found.append([nearest, nearest + len(words)])
    return found


def _moved_whole(spans: Spans, of: Suggestion, reading: Reading) -> Spans:
    """Return where spans stand in a later reading, each in the sentence it stood in.

    A few words alone may stand in a sentence about somebody else.
    """
    text, found = of.reading.source.text, []
    for start, end in spans:
        first, last = sentence_around(text, start, end)
        for at, _end in moved([[first, last]], of, reading):
            found.append([at + start - first, at + end - first])
    return found


def _inherit(new: Suggestion, old: Suggestion) -> None:
    """Give a suggestion the whole decision on the same one of before."""
    if old.decided_at is None:
        return
    for name in INHERITED:
        setattr(new, name, getattr(old, name))
    new.save()
    choices = [
        Choice(
            suggestion=new,
            field=choice.field,
            decision=choice.decision,
            value=choice.value,
            spans=_moved_whole(choice.spans, old, new.reading),
            decided_by=choice.decided_by,
            decided_at=choice.decided_at,
        )
        for choice in old.choices.all()
    ]
    create_all(choices, by=None)


def _inherit_fields(new: Suggestion, old: Suggestion) -> None:
    """Give a suggestion what was decided on the fields that say what they said."""
    meant = {choice.field: choice.value for choice in old.choices.all()}
    if old.record_reference or RECORD in meant:
        at = old.decided_at or new.reading.read_at
        reference = old.record_reference or meant[RECORD]
        edited = Choice.Decision.EDITED
        choose(new, RECORD, edited, by=old.decided_by, at=at, value=reference)
    for choice in old.choices.all():
        if choice.field != RECORD and _still_stands(choice, old, new):
            choose(
                new,
                choice.field,
                choice.decision,
                by=choice.decided_by,
                at=choice.decided_at,
                value=choice.value,
                spans=_moved_whole(choice.spans, old, new.reading),
            )


def _still_stands(choice: Choice, old: Suggestion, new: Suggestion) -> bool:
    """Whether a person's word on a field holds for what the reader says of it now."""
    if choice.decision == Choice.Decision.EDITED:
        return True
    names = (choice.field, *DETAILS[old.kind])
    return all(old.values.get(name) == new.values.get(name) for name in names)


def _carry_lost(reading: Reading, lost: list[Suggestion]) -> None:
    """Keep what a person stood by, though this reader does not find it."""
    taken = [old for old in lost if _is_stood_by(old)]
    last = {kind: reading.suggestions.filter(kind=kind).count() for kind in Kind.values}
    for old in taken:
        if spans := _moved_whole(old.spans, old, reading):
            _inherit(_copy(reading, old, spans, last[old.kind]), old)
            last[old.kind] += 1


def _is_stood_by(old: Suggestion) -> bool:
    if old.decision == Suggestion.Decision.REJECTED:
        return False
    choices = [choice.decision for choice in old.choices.all()]
    return (
        old.rule == BY_HAND
        or old.decision != Suggestion.Decision.PENDING
        or any(decision != Choice.Decision.REJECTED for decision in choices)
    )


def _copy(reading: Reading, old: Suggestion, spans: Spans, position: int) -> Suggestion:
    start, end = spans[0]
    return Suggestion.objects.create(
        reading=reading,
        kind=old.kind,
        position=position,
        values=old.values,
        quote=reading.source.text[start:end],
        spans=spans,
        confidence=old.confidence,
        rule=old.rule,
    )


def _carry_writing(reading: Reading, before: Reading) -> None:
    if before.written_at and reading.suggestions.filter(record_reference__gt=""):
        reading.written_by, reading.written_at = before.written_by, before.written_at
        reading.save()
