"""Why a year is what we say, in a sentence of the office's language."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from publication.models import Record

# One sentence for each reason of intake.reader.years; the words in quotation marks are
# the article's own.
SENTENCES = {
    "same_event_full_date": gettext_noop(
        "The year is not printed beside the day; elsewhere the article gives the "
        "whole date, “%(quote)s”."
    ),
    "publication_date": gettext_noop(
        "The year is not printed beside the day; it follows from the date of "
        "publication, “%(quote)s”."
    ),
    "label_year": gettext_noop(
        "The year is not printed beside the day; it follows from the name of the "
        "paper, “%(quote)s”."
    ),
    "label_and_latest_fact": gettext_noop(
        "The year is not printed beside the day; it follows from the name of the "
        "paper, “%(quote)s”, and from “%(also)s”."
    ),
    "label_and_previous_minutes": gettext_noop(
        "The year is not printed beside the day; it follows from the name of the "
        "paper, “%(quote)s”, and from the earlier one, “%(also)s”."
    ),
    "label_and_weekday": gettext_noop(
        "The year is not printed beside the day; it follows from the name of the "
        "paper, “%(quote)s”, and from the day of the week, “%(also)s”."
    ),
    "previous_minutes": gettext_noop(
        "The year is not printed beside the day; it is taken to be the one after the "
        "earlier paper, “%(quote)s”."
    ),
}
# The code of a day that an editor gave, other than the reader made of the words.
BY_EDITOR = "editor"
GIVEN = gettext_noop("The year is not printed beside the day; an editor gave it.")
WITHOUT_REASON = gettext_noop("The year is not printed beside the day.")


def year_reason(values: dict[str, Any]) -> str:
    """Return, in Vietnamese, from what the reader inferred the year of a date."""
    reason = values.get("reasoning") or {}
    quotes = {
        "quote": reason.get("quote", ""),
        "also": "; ".join(reason.get("also", [])),
    }
    with override("vi"):
        told = SENTENCES | {BY_EDITOR: GIVEN}
        return _(told.get(reason.get("code", ""), WITHOUT_REASON)) % quotes


def link_reason(record: Record) -> str:
    """Return, in Vietnamese, that a person took a source to speak of a record."""
    with override("vi"):
        return _("An editor takes this passage to be about “%(record)s”.") % {
            "record": record
        }
