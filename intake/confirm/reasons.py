"""Why a year is what we say, in a sentence of the office's language."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override


def year_reason(values: dict[str, Any]) -> str:
    """Return, in Vietnamese, from what the reader inferred the year of a date."""
    reason = values.get("reasoning") or {}
    with override("vi"):
        sentence = SENTENCES.get(reason.get("code", ""), UNKNOWN)
        return sentence() % {"quote": reason.get("quote", "")}


UNKNOWN = lambda: _("The year is not printed beside the day.")  # noqa: E731
SENTENCES: dict[str, Any] = {}
