"""Events that a person accepted become summits."""

from typing import Any

from intake.confirm.cite import Stated, cite
from intake.confirm.reasons import year_reason
from intake.match import find_host, find_place, find_summit, partnership_of
from intake.models import Suggestion
from intake.vocabulary import DAY_PARTS, EVENT_KINDS, EVENT_STAGES
from publication.references import register
from summits.models import Summit

# What a later word may make of an earlier one. Nothing becomes held but by a source
# that says so, and nothing that was held is merely announced again.
OUTRANKS = {
    Summit.Stage.ANNOUNCED: {
        Summit.Stage.HELD,
        Summit.Stage.POSTPONED,
        Summit.Stage.CANCELLED,
    },
    Summit.Stage.POSTPONED: {Summit.Stage.HELD, Summit.Stage.CANCELLED},
    Summit.Stage.CANCELLED: set(),
    Summit.Stage.HELD: set(),
}

PART_WORDS = {"morning": "sáng", "afternoon": "chiều", "evening": "tối"}


def take_event(suggestion: Suggestion, values: dict[str, Any]) -> Summit:
    """Return the summit an event is, made or amended as a draft, with its citations."""
    stage = EVENT_STAGES[values["status"]]
    known = find_summit(values["provinces"], values["date"], values["day_part"])
    summit = known or _new_summit(values, stage)
    if known and stage in OUTRANKS[Summit.Stage(known.stage)]:
        summit.stage = stage
        summit.save()
    _fill_gaps(summit, values)
    cite(summit, suggestion, _facts(values, stage))
    return summit


def _new_summit(values: dict[str, Any], stage: str) -> Summit:
    return register(
        Summit(
            partnership=partnership_of(values["provinces"]),
            kind=EVENT_KINDS[values["kind"]],
            stage=stage,
            date=values["date"] or "",
            day_part=DAY_PARTS.get(values["day_part"], "") if values["date"] else "",
        )
    )


def _fill_gaps(summit: Summit, values: dict[str, Any]) -> None:
    """Add what was not known yet; what is known is never overwritten."""
    part = DAY_PARTS.get(values["day_part"], "")
    if part and summit.date and not summit.day_part:
        summit.day_part = part
    if values["place"] and not summit.venue:
        summit.venue = values["place"]
        summit.place = find_place(values["place"])
        summit.host = find_host(
            values["place"], summit.place, summit.partnership.parties
        )
    summit.save()


def _facts(values: dict[str, Any], stage: str) -> list[Stated]:
    """Return what an article says of a meeting, and by which words."""
    day = values["date_as_printed"] or ""
    part = PART_WORDS.get(values["day_part"], "")
    reason = year_reason(values) if values["year_inferred"] else ""
    return [
        fact
        for fact in (
            Stated("date", values["date"] or "", (day,), reason),
            Stated("day_part", values["day_part"] or "", (f"{part} {day}", part)),
            Stated("venue", values["place"] or "", (values["place"] or "",)),
            Stated("stage", stage, (day,)),
        )
        if fact.value and not (fact.field == "day_part" and not values["date"])
    ]
