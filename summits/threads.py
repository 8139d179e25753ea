"""Following a matter from one set of minutes to the next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q
from django.urls import reverse

from sources.models import Basis
from summits.models import Commitment, Continuation, Minutes

# As many clauses as one question follows; no page shows more.
FOLLOWED = 2000
# From clause to clause along the stitches, whichever way they were drawn.
WALK = """
WITH RECURSIVE matter (clause) AS (
  SELECT id FROM summits_commitment WHERE id IN ({marks})
  UNION
  SELECT CASE WHEN later_id = clause THEN earlier_id ELSE later_id END
  FROM matter JOIN summits_continuation ON later_id = clause OR earlier_id = clause
)
SELECT clause FROM matter LIMIT {limit}
"""


@dataclass(frozen=True)
class Link:
    """One clause in a chain; ``firm``: a source joins it to the one before it."""

    label: str
    url: str
    firm: bool


def chains(commitments: Iterable[Commitment]) -> dict[int, list[Link]]:
    """Return, by key, the clauses next to each commitment, with itself between them.

    A commitment that neither takes up another nor is taken up has no chain. Their
    minutes and summits must have been fetched; costs two queries, however many.
    """
    rows = {row.pk: row for row in commitments}
    before: dict[int, list[Link]] = {}
    after: dict[int, list[Link]] = {}
    for stitch in _stitches(rows):
        firm = any(said.basis == Basis.DIRECT for said in stitch.citations.all())
        if stitch.later_id in rows:
            before.setdefault(stitch.later_id, []).append(_link(stitch.earlier, firm))
        if stitch.earlier_id in rows:
            after.setdefault(stitch.earlier_id, []).append(_link(stitch.later, firm))
    return {
        pk: _joined(before.get(pk, []), rows[pk], after.get(pk, []))
        for pk in {*before, *after}
    }


def _stitches(rows: Iterable[int]) -> Iterable[Continuation]:
    keys = list(rows)
    return (
        Continuation.objects.public()
        .filter(Q(later__in=keys) | Q(earlier__in=keys))
        .select_related("later__minutes__summit", "earlier__minutes__summit")
        .order_by("earlier__minutes__signed_on", "later__minutes__signed_on", "pk")
        .with_evidence()
    )


def _link(clause: Commitment, firm: bool) -> Link:
    return Link(_label(clause), clause.get_absolute_url(), firm)


def _joined(before: list[Link], own: Commitment, after: list[Link]) -> list[Link]:
    # The line is drawn before each link, so each takes its firmness from the left.
    firm = [link.firm for link in before] + [link.firm for link in after]
    row = [*before, Link(_label(own), "", firm=False), *after]
    return [
        Link(link.label, link.url, firm[place - 1] if place else True)
        for place, link in enumerate(row)
    ]


def _label(clause: Commitment) -> str:
    return label_year(clause.minutes) or clause.reference


def label_year(minutes: Minutes) -> str:
    """Return the year minutes are called by: of their signing, or of their summit.

    Only where neither is known, of what they cover: that year may be another.
    """
    date = minutes.signed_on or minutes.summit.date or minutes.covers
    return str(date.year) if date else ""


@dataclass(frozen=True)
class Thread:
    """One matter through the minutes: its clauses, the earliest first, and the joins.

    Clauses bring their status, stitches their citations.
    """

    clauses: tuple[Commitment, ...]
    stitches: tuple[Continuation, ...] = ()

    @property
    def first(self) -> Commitment:
        """The clause the matter is called by."""
        return self.clauses[0]

    @property
    def last(self) -> Commitment:
        """The newest clause: how it stands is how the matter stands."""
        return self.clauses[-1]

    @property
    def modified_at(self) -> datetime:
        """When any of its clauses was last changed."""
        return max(clause.modified_at for clause in self.clauses)

    def get_absolute_url(self) -> str:
        """Return its page, which stands under its earliest clause."""
        return reverse("thread", args=[self.first.reference])

    def before(self, clause: Commitment) -> list[Continuation]:
        """Return the stitches by which a clause takes up earlier ones."""
        return [one for one in self.stitches if one.later_id == clause.pk]

    def links(self) -> list[Link]:
        """Return every clause as a chain, each with its own address."""
        firm = {
            stitch.later_id
            for stitch in self.stitches
            if any(said.basis == Basis.DIRECT for said in stitch.citations.all())
        }
        return [
            Link(_label(one), one.get_absolute_url(), not place or one.pk in firm)
            for place, one in enumerate(self.clauses)
        ]


def threads_through(keys: Iterable[int], rows: Any) -> dict[int, Thread]:
    """Return, by key, the matter each public clause belongs to, be it alone in it.

    ``rows`` are the public clauses, with what is to be fetched of each. Costs the same
    few queries, however many clauses there are and however far they lead.
    """
    asked = list(keys)
    found = rows.with_status().for_display().filter(pk__in=_walked(asked))
    clauses = {clause.pk: clause for clause in found}
    stitches = list(
        Continuation.objects.public()
        .filter(later__in=list(clauses), earlier__in=list(clauses))
        .select_related("later", "earlier")
        .order_by("pk")
        .with_evidence()
    )
    matter = _matters(clauses, stitches)
    threads = {
        number: _thread(number, matter, clauses, stitches) for number in matter.values()
    }
    return {key: threads[matter[key]] for key in asked if key in matter}


def _walked(keys: list[int]) -> list[int]:
    """Return the clauses that stitches lead to, drafts among them."""
    if not keys:
        return []
    walk = WALK.format(marks=", ".join(["%s"] * len(keys)), limit=FOLLOWED)
    with connection.cursor() as cursor:
        cursor.execute(walk, keys)
        return [clause for (clause,) in cursor.fetchall()]


def _matters(
    clauses: dict[int, Commitment], stitches: Iterable[Continuation]
) -> dict[int, int]:
    """Return, by clause, the number of its matter."""
    matter = {pk: pk for pk in clauses}
    for stitch in stitches:
        one, other = matter[stitch.earlier_id], matter[stitch.later_id]
        if one != other:
            for pk in [pk for pk, number in matter.items() if number == other]:
                matter[pk] = one
    return matter


def _thread(
    number: int,
    matter: dict[int, int],
    clauses: dict[int, Commitment],
    stitches: Iterable[Continuation],
) -> Thread:
    own = [clause for pk, clause in clauses.items() if matter[pk] == number]
    return Thread(
        tuple(sorted(own, key=_place_in_time)),
        tuple(one for one in stitches if matter[one.later_id] == number),
    )


def _place_in_time(clause: Commitment) -> tuple[bool, str, str, int]:
    """Order clauses by the day of their minutes; those of no known day stand last."""
    day = day_of(clause.minutes)
    return not day, day, clause.minutes.reference, clause.number


def day_of(minutes: Minutes) -> str:
    """Return the day minutes are placed by in time, as sure as it is, or nothing."""
    return str(minutes.signed_on or minutes.summit.date).replace("?", "")
