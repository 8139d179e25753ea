"""Laying the sectors of a partnership through its minutes, oldest on the left."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse

from portal.figures import Strand, ThreadCell, ThreadColumn, ThreadRow, Threads
from portal.pages.counting import place_of
from sources.models import Basis
from summits.models import Commitment, Continuation, Minutes, Sector, Summit
from summits.threads import label_year

COLUMNS = 6
Knot = tuple[int, int]  # a sector and a column


def woven_threads(
    meetings: Iterable[Summit], clauses: Sequence[Commitment]
) -> Threads | None:
    """Return the figure for the latest papers whose clauses are known, if any.

    The meetings bring their ``papers``, the clauses their status and sectors.
    """
    told = {clause.minutes_id for clause in clauses}
    papers = [
        (summit, paper)
        for summit in reversed(list(meetings))
        for paper in summit.papers
        if paper.pk in told
    ][-COLUMNS:]
    if not papers:
        return None
    place = {paper.pk: column for column, (_summit, paper) in enumerate(papers)}
    shown = [clause for clause in clauses if clause.minutes_id in place]
    strands = _strands(shown, place)
    sectors = {sector for clause in shown for sector in clause.sectors.all()}
    return Threads(
        tuple(_column(summit, paper) for summit, paper in papers),
        tuple(
            ThreadRow(
                str(sector),
                tuple(_cell(sector, paper, shown) for _summit, paper in papers),
                tuple(strands.get(sector.pk, ())),
                _address(sector),
            )
            for sector in sorted(sectors, key=lambda one: (one.position, one.code))
        ),
    )


def _column(summit: Summit, paper: Minutes) -> ThreadColumn:
    return ThreadColumn(label_year(paper), place_of(summit), paper.get_absolute_url())


def _cell(sector: Sector, paper: Minutes, clauses: Iterable[Commitment]) -> ThreadCell:
    own = [
        clause
        for clause in clauses
        if clause.minutes_id == paper.pk and sector in clause.sectors.all()
    ]
    if not own:
        return ThreadCell()
    return ThreadCell(
        tuple(clause.sign.value for clause in own),
        f"{paper.get_absolute_url()}#{own[0].reference.rpartition('.')[2]}",
    )


def _address(sector: Sector) -> str:
    return f"{reverse('commitment_list')}?{urlencode({'sector': sector.code})}"


def _strands(
    clauses: Iterable[Commitment], place: dict[int, int]
) -> dict[int, list[Strand]]:
    """Return the stitches between these papers, by the sectors they run through."""
    rows = {clause.pk: clause for clause in clauses}
    stitches = (
        Continuation.objects.public()
        .filter(Q(later__in=rows) & Q(earlier__in=rows))
        .with_evidence()
    )
    strands: dict[int, list[Strand]] = {}
    for stitch in stitches:
        earlier, later = rows[stitch.earlier_id], rows[stitch.later_id]
        ends = place[earlier.minutes_id], place[later.minutes_id]
        firm = any(said.basis == Basis.DIRECT for said in stitch.citations.all())
        for sector in later.sectors.all():
            if sector in earlier.sectors.all() and ends[0] < ends[1]:
                strands.setdefault(sector.pk, []).append(Strand(*ends, firm=firm))
    return strands
