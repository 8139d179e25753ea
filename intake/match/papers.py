"""Which minutes a paper is: by its meeting, its day of signing, or its label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from intake.match.candidates import Candidate, Match, ranked
from intake.match.summits import codes_of, is_dated, on_day
from intake.vocabulary import DOCUMENT_KINDS
from sources.partial_dates import PartialDate
from sources.spelling import fold
from summits.models import Minutes, Summit

EARLIER = "earlier"
# What it counts that a meeting is known for certain, or that it may be meant.
CERTAIN, MAYBE = 0.8, 0.6
OTHER_KIND = 0.15
SAME_NAME = 0.05


def match_paper(
    values: dict[str, Any],
    summits: Iterable[Summit],
    meetings: Sequence[Match[Summit]] = (),
) -> Match[Minutes]:
    """Return the minutes a paper is, or those it may be.

    ``meetings`` are the matches of the same article's events between its provinces;
    a paper that was signed earlier is none of theirs.
    """
    codes = set(values["provinces"])
    own = [summit for summit in summits if codes_of(summit) == codes]
    is_earlier = values["stage"] == EARLIER
    held = [] if is_earlier else [one.record for one in meetings if one.record]
    if linked := _linked(values, own):
        return Match(linked, is_chosen=True)
    if exact := _of(_of_its_day(values, own), values) or _of(held, values):
        return Match(exact)
    papers = [paper for summit in own for paper in summit.minutes.all()]
    if exact := _by_day(values, papers) or (is_earlier and _by_label(values, papers)):
        return Match(exact)
    likely = {one.record: MAYBE for match in meetings for one in match.candidates}
    likely = {} if is_earlier else likely | dict.fromkeys(held, CERTAIN)
    likely |= dict.fromkeys(_of_its_day(values, own), CERTAIN)
    found = (_candidate(values, paper, likely) for paper in papers)
    return ranked(one for one in found if one)


def only_alike(summit: Summit, kind: str, covers: str | None) -> Minutes | None:
    """Return the one paper of a summit that is of this kind and label, if any."""
    alike = [
        minutes
        for minutes in summit.minutes.all()
        if minutes.kind == kind
        and (not covers or not minutes.covers or minutes.covers == covers)
    ]
    return alike[0] if len(alike) == 1 else None


def _linked(values: dict[str, Any], summits: Sequence[Summit]) -> Minutes | None:
    """Return the only paper of the meeting that a person linked by its day."""
    day = (values.get("same_as") or {}).get("date")
    known = on_day(summits, day) if day else []
    papers = list(known[0].minutes.all()) if len(known) == 1 else []
    return papers[0] if len(papers) == 1 else None


def _of(summits: Iterable[Summit], values: dict[str, Any]) -> Minutes | None:
    """Return the one paper of its kind and label that these meetings have."""
    kind = DOCUMENT_KINDS[values["kind"]]
    found = [only_alike(summit, kind, values["covers"]) for summit in summits]
    papers = [paper for paper in found if paper]
    return papers[0] if len(papers) == 1 else None


def _of_its_day(values: dict[str, Any], summits: Sequence[Summit]) -> list[Summit]:
    """Return the one meeting on whose day a paper was signed, if there is one."""
    day = values["signed_on"]
    known = on_day(summits, day) if is_dated(day) else []
    return known if len(known) == 1 else []


def _by_day(values: dict[str, Any], papers: Sequence[Minutes]) -> Minutes | None:
    signed = [paper for paper in papers if _is_signed_on(paper, values["signed_on"])]
    alike = [one for one in signed if one.kind == DOCUMENT_KINDS[values["kind"]]]
    return alike[0] if len(alike) == 1 and not _contradicts(values, alike[0]) else None


def _by_label(values: dict[str, Any], papers: Sequence[Minutes]) -> Minutes | None:
    """Return the only paper that bears a label, unless the label may be another's.

    Newspapers call one paper by the year it is for or by the year it was signed in.
    """
    covers = values["covers"]
    if not covers or values["signed_on"]:
        return None
    kind = DOCUMENT_KINDS[values["kind"]]
    fitting = [
        paper
        for paper in papers
        if paper.kind == kind and (paper.covers == covers or _year(paper) == covers)
    ]
    return fitting[0] if len(fitting) == 1 and fitting[0].covers == covers else None


def _is_signed_on(paper: Minutes, day: str | None) -> bool:
    if not paper.signed_on or not is_dated(day):
        return False
    return paper.signed_on.certain == PartialDate(day or "").certain


def _contradicts(values: dict[str, Any], paper: Minutes) -> bool:
    return bool(values["covers"] and paper.covers and values["covers"] != paper.covers)


def _year(paper: Minutes) -> str:
    return paper.signed_on[:4] if paper.signed_on else ""


def _candidate(
    values: dict[str, Any], paper: Minutes, likely: dict[Summit, float]
) -> Candidate[Minutes] | None:
    reasons = list(_reasons(values, paper, likely))
    if not reasons:
        return None
    similarity = max(weight for weight, _why in reasons)
    whys = [why for _weight, why in reasons]
    if paper.kind != DOCUMENT_KINDS[values["kind"]]:
        similarity -= OTHER_KIND
        whys.append(_("other kind: %(kind)s") % {"kind": paper.get_kind_display()})
    if fold(paper.title_vi) == fold(values["name_as_printed"]):
        similarity += SAME_NAME
        whys.append(_("same name"))
    return Candidate(paper, similarity, ", ".join([_("same provinces"), *whys]))


def _reasons(
    values: dict[str, Any], paper: Minutes, likely: dict[Summit, float]
) -> Iterator[tuple[float, str]]:
    if weight := likely.get(paper.summit):
        is_certain = weight == CERTAIN
        yield (
            weight,
            (_("same meeting") if is_certain else _("a meeting that may be meant")),
        )
    if _is_signed_on(paper, values["signed_on"]):
        yield 0.85, _("signed the same day")
    elif values["stage"] != EARLIER or values["signed_on"] or not values["covers"]:
        return
    elif paper.covers == values["covers"]:
        yield 0.75, _("for the same year or period")
    elif _year(paper) == values["covers"]:
        yield 0.6, _("signed in the year of the label")
