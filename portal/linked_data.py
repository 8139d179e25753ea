"""Records in the words of schema.org, for search engines and other programs.

A date goes in only where it is certain, and no more precise than it is known: a year, a
month, a day, or an interval of them, which EDTF and ISO 8601 write alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from provinces.models import Official, Province
from publication.models import Record
from publication.serializers import LICENSE, address
from sources.models import Source
from sources.partial_dates import PartialDate
from sources.text import shorten
from summits.models import Commitment, Minutes, Partnership, Proposal, Summit
from summits.models.matters import Matter
from summits.threads import Thread

CONTEXT = "https://schema.org"
Data = dict[str, Any]

# A meeting that was held needs no word: schema.org has none for it.
EVENT_STATUS = {
    Summit.Stage.ANNOUNCED: f"{CONTEXT}/EventScheduled",
    Summit.Stage.POSTPONED: f"{CONTEXT}/EventPostponed",
    Summit.Stage.CANCELLED: f"{CONTEXT}/EventCancelled",
}
SOURCE_TYPES = {
    Source.Kind.ARTICLE: "NewsArticle",
    Source.Kind.SIGNED_PAPER: "DigitalDocument",
    Source.Kind.OFFICIAL_REPORT: "Report",
    Source.Kind.STATEMENT: "CreativeWork",
}


def linked_data(record: Record) -> Data:
    """Return what schema.org can say of a record; what is not known is left out.

    It reads what the record's page has fetched, and asks the database for nothing.
    """
    told = {
        "@context": CONTEXT,
        **SAID[type(record)](record),
        "@id": identity(record),
        "url": settings.SITE_URL + record.get_absolute_url(),  # type: ignore[attr-defined]
        "identifier": record.reference,
        "sdDatePublished": timezone.localdate(record.modified_at).isoformat(),
        "sdLicense": LICENSE,
    }
    return {name: value for name, value in told.items() if value}


def thread_data(thread: Thread) -> Data:
    """Return a matter through the minutes: a collection of its clauses, in order."""
    first = thread.first
    return {
        "@context": CONTEXT,
        "@type": "Collection",
        "@id": address("thread", first.reference),
        "url": settings.SITE_URL + thread.get_absolute_url(),
        "identifier": first.reference,
        "name": str(first.title or shorten(first.text, 20)),
        "hasPart": [
            {
                "@type": "CreativeWork",
                "@id": identity(clause),
                "name": str(clause.title or shorten(clause.text, 20)),
            }
            for clause in thread.clauses
        ],
        "sdDatePublished": timezone.localdate(thread.modified_at).isoformat(),
        "sdLicense": LICENSE,
    }


def identity(record: Any) -> str:
    """Return the name of a record for programs: its address in the API."""
    return address(record._meta.model_name, record.reference)


def dated(date: PartialDate | str) -> str:
    """Return a date that is certain as it is known; nothing of one that is not."""
    known = PartialDate(date) if date else None
    return "" if known is None or known.is_uncertain else str(known)


def span(date: PartialDate | str) -> Data:
    """Return the first and the last day of an event, as far as they are certain."""
    first, _slash, last = dated(date).partition("/")
    return {"startDate": first, "endDate": last}


def names(row: Any) -> Data:
    """Return the name in the reader's language, and those in the others."""
    others = [row.name_vi, row.name_lo, row.name_en]
    name = str(row.name)
    return {
        "name": name,
        "alternateName": list(
            dict.fromkeys(one for one in others if one and one != name)
        ),
    }


def area(province: Province | None) -> Data | None:
    """Return a province as another record speaks of it, where it is public."""
    if province is None or not province.is_public:
        return None
    return {
        "@type": "AdministrativeArea",
        "@id": identity(province),
        "name": str(province),
    }


def areas(provinces: Iterable[Province]) -> list[Data]:
    """Return several of them."""
    return [told for one in provinces if (told := area(one))]


def event_of(summit: Summit) -> Data:
    """Return a meeting: an event, without a day where none is certain."""
    return {
        "@type": "Event",
        "name": str(summit),
        **span(summit.date),
        "eventStatus": EVENT_STATUS.get(Summit.Stage(summit.stage)),
        "location": place_of(summit),
        "organizer": body_of(summit.partnership),
    }


def place_of(summit: Summit) -> Data | None:
    """Return where a meeting was, within its province where that is public."""
    host = area(summit.host)
    name = str(summit.place or summit.venue)
    if not name:
        return host
    inside = {"containedInPlace": host} if host else {}
    return {"@type": "Place", "name": name, **inside}


def body_of(partnership: Partnership) -> Data:
    """Return a partnership as another record speaks of it."""
    return {
        "@type": "Organization",
        "@id": identity(partnership),
        "name": str(partnership),
    }


def organization_of(partnership: Partnership) -> Data:
    """Return the provinces that meet, as one body."""
    return {**body_of(partnership), "areaServed": areas(partnership.parties)}


def area_of(province: Province) -> Data:
    """Return a province: an area of its country, whatever its names."""
    return {
        "@type": "AdministrativeArea",
        **names(province),
        "containedInPlace": {
            "@type": "Country",
            "identifier": province.country,
            "name": province.get_country_display(),
        },
    }


def person_of(official: Official) -> Data:
    """Return a person; posts are those of an occasion, so none is told as today's."""
    return {
        "@type": "Person",
        **names(official),
        "workLocation": area(official.province),
    }


def paper_of(minutes: Minutes) -> Data:
    """Return a paper of a meeting."""
    return {
        **work(minutes.title, minutes.get_kind_display()),
        "dateCreated": dated(minutes.signed_on),
        "temporalCoverage": dated(minutes.covers),
        "creativeWorkStatus": minutes.get_stage_display(),
        "locationCreated": {"@type": "Place", "name": minutes.place}
        if minutes.place
        else None,
        "recordedAt": reference_to("Event", minutes.summit),
        "author": areas(minutes.summit.partnership.parties),
    }


def clause_of(commitment: Commitment) -> Data:
    """Return a clause of a paper."""
    return {
        **matter(commitment),
        "genre": commitment.get_force_display(),
        "position": commitment.number,
        "isPartOf": reference_to("CreativeWork", commitment.minutes),
    }


def wish_of(proposal: Proposal) -> Data:
    """Return what one side asked for, and who."""
    return {
        **matter(proposal),
        "creator": area(proposal.province),
        "recordedAt": reference_to("Event", proposal.summit),
    }


def matter(row: Matter) -> Data:
    """Return the words of a matter; a newspaper's as much as a quotation may carry."""
    is_press = row.text_status == Matter.TextStatus.PRESS
    return {
        **work(row.title or shorten(row.text, 20), ""),
        "text": shorten(row.text) if is_press else str(row.text),
        "inLanguage": row.text.lang,
        "about": [str(sector) for sector in row.sectors.all()],
    }


def work(name: Any, genre: str) -> Data:
    """Return a text somebody wrote."""
    return {
        "@type": "CreativeWork",
        "name": str(name),
        "inLanguage": getattr(name, "lang", get_language()),
        "genre": genre,
    }


def reference_to(kind: str, record: Record) -> Data:
    """Return another record by its name alone."""
    return {"@type": kind, "@id": identity(record), "name": str(record)}


def source_of(source: Source) -> Data:
    """Return where facts come from; its own address is the same thing elsewhere."""
    return {
        "@type": SOURCE_TYPES[Source.Kind(source.kind)],
        "name": source.title,
        "headline": source.title,
        "inLanguage": "" if source.language == "other" else source.language,
        "datePublished": dated(source.published_on),
        "publisher": {"@type": "Organization", "name": source.publisher}
        if source.publisher
        else None,
        "sameAs": source.url,
    }


SAID: dict[type[Record], Callable[[Any], Data]] = {
    Summit: event_of,
    Partnership: organization_of,
    Province: area_of,
    Official: person_of,
    Minutes: paper_of,
    Commitment: clause_of,
    Proposal: wish_of,
    Source: source_of,
}
