"""Writing the passages that carry a fact beside the record it became."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from intake.confirm.taken import Taken
from intake.passages import sentence_around, telling
from sources.models import Basis

MOST_PARAGRAPHS = 32_767


@dataclass(frozen=True)
class Stated:
    """One fact as its source has it.

    ``words`` are those that give the fact away, to find the sentence that carries it
    among those of the suggestion; ``reason`` says from what it follows where the
    source does not state it outright; ``point`` is the field of the suggestion that
    tells it, where that is called otherwise.
    """

    field: str
    value: str = ""
    words: tuple[str, ...] = ()
    reason: str = ""
    basis: str = Basis.INFERRED
    point: str = ""


def cite(row: Any, one: Taken, facts: Iterable[Stated]) -> None:
    """Cite, for each fact of a row, the sentence that carries it; once and for all.

    Evidence that a person chose for a field goes before what the reader found.
    """
    for fact in facts:
        if one.keeps(fact.point or fact.field):
            continue
        by_hand = _by_hand(one, fact.point or fact.field)
        text, spans = one.suggestion.reading.source.text, one.suggestion.spans
        for start, end in by_hand or [telling(text, spans, fact.words)]:
            _write(row, one, fact, start, end)


def quote(row: Any, one: Taken, field: str) -> None:
    """Cite a suggestion's own words, for a text that the words themselves are."""
    start, end = one.suggestion.spans[0]
    for first, last in _by_hand(one, "text") or [(start, end)]:
        _write(row, one, Stated(field), first, last)


def chosen_by_hand(one: Taken, facts: Iterable[Stated]) -> list[Stated]:
    """Return the facts for which a person chose evidence, the rest being clear."""
    return [fact for fact in facts if one.spans(fact.point or fact.field)]


def _by_hand(one: Taken, point: str) -> list[tuple[int, int]]:
    """Return the sentences around the evidence chosen by hand, each once."""
    text = one.suggestion.reading.source.text
    return list(
        dict.fromkeys(sentence_around(text, *span) for span in one.spans(point))
    )


def _write(row: Any, one: Taken, fact: Stated, start: int, end: int) -> None:
    source = one.suggestion.reading.source
    row.citations.get_or_create(
        source=source,
        field=fact.field,
        quote=source.text[start:end],
        stated_value=fact.value,
        defaults={
            "start": start,
            "end": end,
            "paragraph": paragraph(source.text, start),
            "basis": fact.basis if fact.reason else Basis.DIRECT,
            "reasoning": fact.reason,
        },
    )


def paragraph(text: str, start: int) -> int | None:
    """Return the number, from 1, of the paragraph an offset lies in.

    None beyond what its column holds, where nobody counts any more.
    """
    number = len([block for block in text[: start + 1].split("\n") if block.strip()])
    return number if number <= MOST_PARAGRAPHS else None
