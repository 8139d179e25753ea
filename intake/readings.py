"""Keeping an article and what the reader finds in it."""

import hashlib
from typing import Any

from django.db import transaction
from django.utils import timezone

from intake.gazetteer import gazetteer
from intake.models import Reading, Suggestion
from intake.reader import READER_VERSION, names_a_province, read
from intake.reader.clean import ELSEWHERE, UnreadableArticle, decode
from intake.refusals import refused_in_own_language
from publication.bulk import create_all
from publication.references import register
from sources.models import Source
from sources.text import clean_line

SECTIONS = {
    "events": Suggestion.Kind.EVENT,
    "people": Suggestion.Kind.PERSON,
    "documents": Suggestion.Kind.DOCUMENT,
    "items": Suggestion.Kind.ITEM,
}
# What the reader says about a fact, beside the fact itself.
ABOUT = {"evidence", "confidence", "rule"}


@transaction.atomic
def store_article(raw: bytes, **about: Any) -> Source:
    """Keep an article as a source, with its reading; the same bytes only once.

    ``about`` may give ``url``, ``published_on``, ``retrieved_on`` where staff know
    them. Raises UnreadableArticle (a ValueError) with a sentence for a file that is
    no article; nothing is stored then.
    """
    known_names = gazetteer()
    with refused_in_own_language():
        text = decode(raw)
        if not names_a_province(text, known_names):
            raise UnreadableArticle(ELSEWHERE)
    digest = hashlib.sha256(raw).hexdigest()
    if known := Source.objects.holding(digest).first():
        read_source(known)
        return known
    found = read(text, known_names).as_json()
    source = Source(
        title=clean_line(found["title"] or text.strip().split("\n")[0])[:500],
        publisher=found["outlet"] or "",
        text=text,
        sha256=digest,
        **{"published_on": found["published_on"] or "", "language": _language(text)}
        | about,
        **({} if "retrieved_on" in about else {"retrieved_on": timezone.localdate()}),
    )
    register(source)
    keep_reading(source, found)
    return source


def read_source(source: Source) -> Reading:
    """Return what this version of the reader finds in a source, reading it once."""
    known = source.readings.filter(reader_version=READER_VERSION).first()
    return known or keep_reading(source, read(source.text, gazetteer()).as_json())


@transaction.atomic
def keep_reading(source: Source, found: dict[str, Any]) -> Reading:
    """Store a reading with one suggestion for each fact, nothing decided."""
    reading = Reading.objects.create(
        source=source, reader_version=READER_VERSION, result=found
    )
    rows = [
        suggestion(reading, kind, position, fact)
        for section, kind in SECTIONS.items()
        for position, fact in enumerate(found[section])
    ]
    create_all(rows, by=None)
    return reading


def suggestion(
    reading: Reading, kind: str, position: int, fact: dict[str, Any]
) -> Suggestion:
    """Return one fact of a reading as a suggestion, not yet stored."""
    spans = fact["evidence"]
    start, end = spans[0] if spans else (0, 0)
    return Suggestion(
        reading=reading,
        kind=kind,
        position=position,
        values={name: value for name, value in fact.items() if name not in ABOUT},
        quote=reading.source.text[start:end],
        spans=spans,
        confidence=fact["confidence"],
        rule=fact["rule"],
    )


def _language(text: str) -> str:
    letters = [letter for letter in text if letter.isalpha()]
    if sum("\u0e80" <= letter <= "\u0eff" for letter in letters) * 2 > len(letters):
        return "lo"
    marked = sum(letter > "\x7f" for letter in letters)
    return "vi" if marked * 20 > len(letters) else "en"
