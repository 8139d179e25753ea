"""Writing the passages that carry a fact beside the record it became."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from intake.models import Suggestion
from intake.passages import telling
from sources.models import Basis


@dataclass(frozen=True)
class Stated:
    """One fact as its source has it.

    ``words`` are those that give the fact away, to find the sentence that carries it
    among those of the suggestion; ``reason`` says from what it follows where the
    source does not state it outright.
    """

    field: str
    value: str = ""
    words: tuple[str, ...] = ()
    reason: str = ""
    basis: str = Basis.INFERRED


def cite(row: Any, suggestion: Suggestion, facts: Iterable[Stated]) -> None:
    """Cite, for each fact of a row, the sentence that carries it; once and for all."""
    for fact in facts:
        start, end = telling(
            suggestion.reading.source.text, suggestion.spans, fact.words
        )
        _write(row, suggestion, fact, start, end)


def quote(row: Any, suggestion: Suggestion, field: str) -> None:
    """Cite a suggestion's own words, for a text that the words themselves are."""
    start, end = suggestion.spans[0]
    _write(row, suggestion, Stated(field), start, end)


def _write(
    row: Any, suggestion: Suggestion, fact: Stated, start: int, end: int
) -> None:
    source = suggestion.reading.source
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


def paragraph(text: str, start: int) -> int:
    """Return the number, from 1, of the paragraph an offset lies in."""
    return len([block for block in text[: start + 1].split("\n") if block.strip()])
