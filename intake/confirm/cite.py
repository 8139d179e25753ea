"""Writing the passages that carry a fact beside the record it became."""

from collections.abc import Mapping
from typing import Any

from intake.models import Suggestion
from sources.models import Basis


def cite(
    row: Any,
    suggestion: Suggestion,
    facts: Mapping[str, str],
    *,
    reasons: Mapping[str, str] | None = None,
    basis: str = Basis.INFERRED,
) -> None:
    """Cite the suggestion's passage for facts of a row, each with its stated value.

    ``facts`` maps a field to what the source says of it; ``reasons`` gives, for those
    the source does not state outright, from what they follow. Citing twice changes
    nothing.
    """
    source = suggestion.reading.source
    for field, stated in facts.items():
        reason = (reasons or {}).get(field, "")
        for start, end in suggestion.spans[:1] or [(None, None)]:
            row.citations.get_or_create(
                source=source,
                field=field,
                quote=suggestion.quote,
                stated_value=stated,
                defaults={
                    "start": start,
                    "end": end,
                    "paragraph": paragraph(source.text, start),
                    "basis": basis if reason else Basis.DIRECT,
                    "reasoning": reason,
                },
            )


def paragraph(text: str, start: int | None) -> int | None:
    """Return the number, from 1, of the paragraph an offset lies in."""
    if start is None or not text:
        return None
    begun = [block for block in text[: start + 1].split("\n") if block.strip()]
    return len(begun)
