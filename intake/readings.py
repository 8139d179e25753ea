"""Keeping an article and what the reader finds in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from intake.again import carry_over
from intake.gazetteer import gazetteer
from intake.models import Reading, Suggestion
from intake.reader import READER_VERSION, names_a_province, read
from intake.reader.clean import ELSEWHERE, UnreadableArticle, decode
from intake.refusals import refused_in_own_language
from publication.bulk import create_all
from publication.models import ReferenceSeries
from publication.references import register
from sources.models import Source, SourceQuerySet
from sources.text import clean_line

SECTIONS = {
    "events": Suggestion.Kind.EVENT,
    "people": Suggestion.Kind.PERSON,
    "documents": Suggestion.Kind.DOCUMENT,
    "items": Suggestion.Kind.ITEM,
}
# What the reader says about a fact, beside the fact itself.
ABOUT = {"evidence", "confidence", "rule"}


@dataclass(frozen=True)
class Kept:
    """What became of an article: where it is kept, and whether it was known.

    ``replaces`` is the earlier version of an article that came in corrected.
    """

    source: Source
    reading: Reading
    is_new: bool
    replaces: Source | None = None


def store_article(raw: bytes, **about: Any) -> Kept:
    """Keep an article as a source, with its reading; the same article only once.

    The same words, however they are spaced, are the same article. Other words at a
    known address are a new version of it: the earlier one stays as it was. ``about``
    may give ``url``, ``published_on``, ``retrieved_on`` where staff know them. Raises
    UnreadableArticle (a ValueError) with a sentence for a file that is no article, and
    ValidationError for what cannot be kept; nothing is stored then.
    """
    known_names = gazetteer()
    with refused_in_own_language():
        text = decode(raw)
        if not names_a_province(text, known_names):
            raise UnreadableArticle(ELSEWHERE)
    digest = hashlib.sha256(raw).hexdigest()
    if known := _known(digest, text):
        return _kept_already(known, about)
    found = read(text, known_names).as_json()
    with transaction.atomic():
        _wait_for_others()
        if known := _known(digest, text):
            return _kept_already(known, about)
        return _keep(text, digest, found, about)


def _known(digest: str, text: str) -> Source | None:
    known = Source.objects.holding(digest).first()
    return known or Source.objects.worded(text).order_by("pk").first()


def _wait_for_others() -> None:
    """Let one article in at a time, so that none comes in twice."""
    series = ReferenceSeries.objects.filter(prefix=Source().reference_root())
    series.select_for_update().first()


@transaction.atomic
def _kept_already(source: Source, about: dict[str, Any]) -> Kept:
    """Add to a draft what was not known of it, and read it if this reader has not."""
    lacking = {
        name: value for name, value in about.items() if not getattr(source, name)
    }
    if Source.objects.at_address(lacking.get("url", "")).exists():
        del lacking["url"]
    if source.is_draft and any(lacking.values()):
        _set(source, lacking)
    return Kept(source, read_source(source), is_new=False)


def _keep(text: str, digest: str, found: dict[str, Any], about: dict[str, Any]) -> Kept:
    versions = Source.objects.at_address(about.get("url", "")).order_by("-pk")
    earlier = versions.first()
    if earlier and earlier.is_draft and not earlier.text:
        _set(earlier, about | {"text": text, "sha256": digest})
        return Kept(earlier, keep_reading(earlier, found), is_new=False)
    source = Source(
        title=clean_line(found["title"] or text.strip().split("\n")[0])[:500],
        publisher=found["outlet"] or "",
        text=text,
        sha256=digest,
        replaces=earlier,
        **{"published_on": found["published_on"] or "", "language": _language(text)}
        | {name: value for name, value in about.items() if value},
        **({} if "retrieved_on" in about else {"retrieved_on": timezone.localdate()}),
    )
    register(source)
    return Kept(source, keep_reading(source, found), is_new=True, replaces=earlier)


def _set(source: Source, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(source, name, value)
    register(source)


def read_source(source: Source) -> Reading:
    """Return what this version of the reader finds in a source, reading it once.

    What was decided in a reading by an earlier version stays decided.
    """
    if known := _reading_of(source):
        return known
    found = read(source.text, gazetteer()).as_json()
    with transaction.atomic():
        Source.objects.select_for_update().get(pk=source.pk)
        return _reading_of(source) or keep_reading(source, found)


def _reading_of(source: Source) -> Reading | None:
    return source.readings.filter(reader_version=READER_VERSION).first()


@transaction.atomic
def keep_reading(source: Source, found: dict[str, Any]) -> Reading:
    """Store a reading, with a suggestion for each fact, open unless decided before."""
    reading = Reading.objects.create(
        source=source, reader_version=READER_VERSION, result=found
    )
    rows = [
        suggestion(reading, kind, position, fact)
        for section, kind in SECTIONS.items()
        for position, fact in enumerate(found[section])
    ]
    create_all(rows, by=None)
    carry_over(reading)
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


def unread() -> SourceQuerySet:
    """Return the articles that this version of the reader has not read."""
    read_already = Reading.objects.filter(reader_version=READER_VERSION)
    articles = Source.objects.articles().exclude(text="")
    return articles.exclude(readings__in=read_already).order_by("pk")


def _language(text: str) -> str:
    letters = [letter for letter in text if letter.isalpha()]
    if sum("\u0e80" <= letter <= "\u0eff" for letter in letters) * 2 > len(letters):
        return "lo"
    marked = sum(letter > "\x7f" for letter in letters)
    return "vi" if marked * 20 > len(letters) else "en"
