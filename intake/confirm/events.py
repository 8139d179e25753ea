"""Events that a person accepted become summits."""

from typing import Any

from intake.confirm.cite import Stated, chosen_by_hand, cite
from intake.confirm.reasons import year_reason
from intake.confirm.taken import Taken, refuse_replacement
from intake.match import find_host, find_place, find_summit, partnership_of
from intake.vocabulary import DAY_PARTS, EVENT_KINDS, EVENT_STAGES, OUTRANKS
from publication.references import register
from summits.models import Summit

PART_WORDS = {"morning": "sáng", "afternoon": "chiều", "evening": "tối"}


def take_event(one: Taken) -> Summit:
    """Return the summit an event is, made or amended as a draft, with its citations."""
    values, stage = one.values, EVENT_STAGES[one.values["status"]]
    known = one.meant(Summit) or _of_this_article(one)
    summit = known or _new_summit(values, stage)
    if known:
        _amend(one, summit, stage)
    _fill_gaps(one, summit)
    summit.full_clean()
    summit.save()
    cite(summit, one, [*_facts(values, stage), *_by_hand(one, summit)])
    return summit


def _of_this_article(one: Taken) -> Summit | None:
    """Return the summit that an earlier event of the article has just become.

    What was known before has been found by now. The parts of one day that differ are
    two meetings.
    """
    values = one.values
    if one.is_new:
        return None
    found = find_summit(values["provinces"], values["date"], values["day_part"])
    part = DAY_PARTS.get(values["day_part"], "")
    is_same = found and (not part or found.day_part in {"", part})
    return found if is_same else None


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


def _amend(one: Taken, summit: Summit, stage: str) -> None:
    """Lead a known meeting on, and put in place of its facts what a person said."""
    values = one.values
    if sorted(values["provinces"]) != sorted(
        party.code for party in summit.partnership.parties
    ):
        refuse_replacement(one, "provinces", summit)
    if stage in OUTRANKS[Summit.Stage(summit.stage)]:
        summit.stage = stage
    one.overwrite(
        summit,
        stage=("status", stage),
        kind=("kind", EVENT_KINDS[values["kind"]]),
        date=("date", values["date"] or ""),
        day_part=("day_part", DAY_PARTS.get(values["day_part"], "")),
    )
    if values["place"] and summit.venue != values["place"] and one.replaces("place"):
        _place(one, summit)
        one.overwritten.append(summit)


def _fill_gaps(one: Taken, summit: Summit) -> None:
    """Add what was not known yet; what is known is never overwritten."""
    values = one.values
    summit.date = summit.date or values["date"] or ""
    part = DAY_PARTS.get(values["day_part"], "")
    if part and summit.date and not summit.day_part:
        summit.day_part = part
    if values["place"] and not summit.venue:
        _place(one, summit)


def _place(one: Taken, summit: Summit) -> None:
    printed, matched = one.values["place"], one.found.parts.get("place")
    summit.venue = printed
    summit.place = matched.record if matched else find_place(printed)
    summit.host = find_host(printed, summit.place, summit.partnership.parties)


def _facts(values: dict[str, Any], stage: str) -> list[Stated]:
    """Return what an article says of a meeting, and by which words."""
    day, venue = values["date_as_printed"] or "", values["place"] or ""
    part = PART_WORDS.get(values["day_part"], "")
    reason = year_reason(values) if values["year_inferred"] else ""
    return [
        fact
        for fact in (
            Stated("date", values["date"] or "", (day,), reason),
            Stated("day_part", values["day_part"] or "", (f"{part} {day}", part)),
            Stated("venue", venue, (venue,), point="place"),
            Stated("stage", stage, (day,), point="status"),
        )
        if fact.value and not (fact.field == "day_part" and not values["date"])
    ]


def _by_hand(one: Taken, summit: Summit) -> list[Stated]:
    """Return what no passage is asked for, where a person chose one all the same."""
    facts = (
        Stated("kind", EVENT_KINDS[one.values["kind"]]),
        Stated("partnership", summit.partnership.reference, point="provinces"),
    )
    return chosen_by_hand(one, facts)
