"""Remembering a new spelling once a person has said whose it is."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intake.match.alike import same_name, spellings_of
from intake.match.officials import code_of
from provinces.models import (
    Official,
    OfficialName,
    Place,
    PlaceName,
    Province,
    ProvinceName,
    Spelling,
)
from sources.models import Source
from sources.spelling import squeeze
from sources.text import clean_line

Named = Province | Place | Official


@transaction.atomic
def remember(
    record: Named, text: str, *, source: Source | None, language: str = "vi"
) -> Spelling | None:
    """Keep a spelling as one of a record's, with its source, so that it is found again.

    Returns the new spelling, or None where the record is known by it already. Raises
    ValidationError where it already names another province or place; of people two may
    bear one name.
    """
    text = clean_line(text)
    if not any(letter.isalpha() for letter in text):
        raise ValidationError(
            _("“%(text)s” holds no letter. A spelling is a name as printed.")
            % {"text": text}
        )
    type(record).objects.select_for_update().get(pk=record.pk)  # once, sent twice
    if is_known(record, text):
        return None
    if not isinstance(record, Official):
        _refuse_taken(record, text)
    row = _row(record, text=text, source=source, language=language)
    row.full_clean()
    row.save()
    return row


def is_known(record: Named, text: str) -> bool:
    """Whether matching would find a record by this spelling as it stands."""
    if isinstance(record, Official):
        return any(
            same_name(text, name.text, code_of(record)[:2])
            for name in record.names.all()
        )
    return squeeze(text) in {squeeze(name) for name in spellings_of(record)}


def _refuse_taken(record: Province | Place, text: str) -> None:
    """Refuse what would make one name mean two things to the reader."""
    sought = squeeze(text)
    for other in _places_and_provinces():
        spelled = {squeeze(name) for name in spellings_of(other)}
        if other != record and sought in spelled:
            raise ValidationError(
                _(
                    "“%(text)s” already names %(other)s (%(kind)s). One spelling "
                    "cannot name two: write it out, or correct the other first."
                )
                % {"text": text, "other": other, "kind": other._meta.verbose_name}
            )


def _places_and_provinces() -> list[Any]:
    return [
        *Province.objects.prefetch_related("names"),
        *Place.objects.prefetch_related("names"),
    ]


def _row(record: Named, **spelling: Any) -> Spelling:
    if isinstance(record, Province):
        return ProvinceName(province=record, **spelling)
    if isinstance(record, Place):
        return PlaceName(place=record, **spelling)
    return OfficialName(official=record, **spelling)
