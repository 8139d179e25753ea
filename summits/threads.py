"""Following a matter from one set of minutes to the next."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from sources.models import Basis
from summits.models import Commitment, Continuation, Minutes


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
