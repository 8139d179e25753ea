"""Publishing a summit with all that belongs to it."""

from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from provinces.models import Official
from publication.models import Record
from publication.publish import publish
from sources.models import Source
from summits.models import (
    Commitment,
    Delegate,
    Minutes,
    Progress,
    Proposal,
    Signature,
    Summit,
)


@transaction.atomic
def publish_summit(
    summit: Summit, *, by: AbstractBaseUser | None, at: datetime
) -> list[Record]:
    """Publish a summit, its minutes and clauses, the people and sources it rests on.

    All or nothing: one key fact without a source stops the whole. Returns what was
    published now; raises ValidationError with a sentence for each obstacle.
    """
    return publish(bundle(summit), by=by, at=at)


def bundle(summit: Summit) -> list[Record]:
    """Return what is published together with a summit, what others rest on first."""
    minutes = list(Minutes.objects.filter(summit=summit))
    rows = [
        summit.partnership,
        summit,
        *minutes,
        *Commitment.objects.filter(minutes__in=minutes),
        *Proposal.objects.filter(summit=summit),
        *Progress.objects.filter(occasion=summit),
        *Progress.objects.filter(minutes__in=minutes, occasion__isnull=True),
    ]
    people = Official.objects.filter(
        pk__in=[
            *Delegate.objects.filter(delegation__summit=summit).values_list(
                "official", flat=True
            ),
            *Signature.objects.filter(minutes__in=minutes).values_list(
                "official", flat=True
            ),
        ]
    )
    return [*_sources(summit, [*rows, *people]), *people, *rows]


def _sources(summit: Summit, rows: list[Any]) -> list[Source]:
    cited = {
        citation.source
        for row in [
            *rows,
            *Delegate.objects.filter(delegation__summit=summit),
            *Signature.objects.filter(minutes__summit=summit),
        ]
        for citation in row.citations.select_related("source")
    }
    return sorted(cited, key=lambda source: source.reference)
