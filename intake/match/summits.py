"""Which meeting an event is: by provinces, day and part of the day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from intake.match.candidates import Candidate, Match, ranked
from intake.vocabulary import EVENT_STAGES
from sources.partial_dates import PartialDate
from summits.models import Summit

# What may be a slip in one day of two, how long after a meeting papers still write of
# it, and how far a meeting moves from the day it was announced for.
DAYS_APART = 10
DAYS_OF_NEWS = 45
DAYS_MOVED = 90
# An undated event of an undated article: the newest few are all one can offer.
MOST_UNDATED = 3
DAY_LENGTH = len("2023-03-30")

Reason = tuple[float, str]


def match_summit(
    values: dict[str, Any], summits: Sequence[Summit], published: str = ""
) -> Match[Summit]:
    """Return the meeting of these provinces on that day, or those it may be.

    ``published`` is when the article was, for an event without a day.
    """
    codes = set(values["provinces"])
    own = [summit for summit in summits if codes_of(summit) == codes]
    if is_dated(values["date"]):
        known = on_day(own, values["date"], values["day_part"])
        if len(known) == 1:
            return Match(known[0])
    found = [_candidate(values, summit, published) for summit in own]
    found += [_wider(values, summit, codes) for summit in summits]
    match = ranked(one for one in found if one)
    if match.candidates or values["date"] or published:
        return match
    return ranked(
        (Candidate(summit, 0.3, _("same provinces")) for summit in own), MOST_UNDATED
    )


def apart(claims: Sequence[tuple[dict[str, Any], Match]]) -> list[Match]:
    """Return the matches of several events, no two of which are one meeting.

    Where two events of an article come to one summit, it is the one that says the
    same part of the day; where none or both do, a person must choose.
    """
    return [_unless_claimed(values, match, claims) for values, match in claims]


def _unless_claimed(
    values: dict[str, Any], match: Match, claims: Sequence[tuple[dict[str, Any], Match]]
) -> Match:
    summit = match.record
    rivals = [said for said, other in claims if summit and other.record == summit]
    fitting = [said for said in rivals if said["day_part"] == summit.day_part]  # type: ignore[union-attr]
    if match.is_chosen or len(rivals) < 2 or fitting == [values]:  # noqa: PLR2004
        return match
    return ranked([Candidate(summit, 0.9, _same(_("same day")))])


def on_day(
    summits: Iterable[Summit], day: str, day_part: str | None = None
) -> list[Summit]:
    """Return the summits of that day; marks of uncertainty make no other day.

    A part of the day only tells two meetings of one day apart.
    """
    certain = PartialDate(day).certain
    known = [one for one in summits if one.date and one.date.certain == certain]
    if day_part and len(known) > 1:
        known = [summit for summit in known if summit.day_part in {"", day_part}]
    return known


def is_dated(day: str | None) -> bool:
    """Whether a date names a day, or a period by its first day and its last."""
    points = PartialDate(day).certain.split("/") if day else []
    return bool(points) and all(len(point) == DAY_LENGTH for point in points)


def codes_of(summit: Summit) -> set[str]:
    """Return the codes of the provinces that met; queries nothing that was fetched."""
    return {province.reference for province in summit.partnership.provinces.all()}


def _same(reason: str) -> str:
    return ", ".join([_("same provinces"), reason])


def _candidate(
    values: dict[str, Any], summit: Summit, published: str
) -> Candidate[Summit] | None:
    reason = (
        _by_day(PartialDate(values["date"]), values, summit)
        if values["date"]
        else _by_news(summit, published)
    )
    if reason is None:
        return None
    similarity, why = reason
    return Candidate(summit, similarity, _same(why))


def _by_news(summit: Summit, published: str) -> Reason | None:
    """Compare a meeting with the day of an article that prints none."""
    if not summit.date:
        return 0.4, _("neither has a day")
    if not published:
        return None
    gap = _days_between(summit.date, PartialDate(published))
    why = _("near the day of the article")
    return (0.55 - gap / 200, why) if gap <= DAYS_OF_NEWS else None


def _by_day(day: PartialDate, values: dict[str, Any], summit: Summit) -> Reason | None:
    if not summit.date:
        return 0.4, _("its day is not known yet")
    gap = _days_between(day, summit.date)
    questions: tuple[Callable[[], Reason | None], ...] = (
        lambda: (0.95, _("same day")) if day.certain == summit.date.certain else None,
        lambda: _overlap(day, summit.date) if gap == 0 else None,
        lambda: (0.85 - 0.03 * gap, _gap(gap)) if gap <= DAYS_APART else None,
        lambda: _other_year(day, summit.date),
        lambda: _moved(values, summit) if gap <= DAYS_MOVED else None,
    )
    return next((reason for ask in questions if (reason := ask())), None)


def _gap(days: int) -> str:
    text = ngettext("%(days)d day apart", "%(days)d days apart", days)
    return text % {"days": days}


def _overlap(one: PartialDate, other: PartialDate) -> Reason:
    """Two dates that may be one day, the vaguer of them deciding how likely."""
    shortest = min(len(point.rstrip("?")) for point in (*one.points, *other.points))
    if shortest == DAY_LENGTH:
        return 0.85, _("within the same days")
    is_month = shortest == len("2023-03")
    return (0.7, _("same month")) if is_month else (0.6, _("same year"))


def _other_year(one: PartialDate, other: PartialDate) -> Reason | None:
    """A day whose year was guessed may have been guessed wrong."""
    both = one.certain, other.certain
    if not (one.is_uncertain or other.is_uncertain) or both[0][4:] != both[1][4:]:
        return None
    is_days = one.is_day and other.is_day
    return (
        (0.6, _("same day of another year, one of them a guess")) if is_days else None
    )


def _moved(values: dict[str, Any], summit: Summit) -> Reason | None:
    """Announced or postponed in one, of another stage in the other."""
    stated = EVENT_STAGES[values["status"]]
    waiting = {Summit.Stage.ANNOUNCED, Summit.Stage.POSTPONED}
    if stated == summit.stage or not waiting & {stated, Summit.Stage(summit.stage)}:
        return None
    if Summit.Stage.POSTPONED in {stated, summit.stage}:
        return 0.55, _("postponed to or from another day")
    return 0.55, _("announced for another day")


def _wider(
    values: dict[str, Any], summit: Summit, codes: set[str]
) -> Candidate[Summit] | None:
    """A meeting of that day in which more of the provinces met, or fewer."""
    parties = codes_of(summit)
    if parties == codes or len(parties & codes) < 2:  # noqa: PLR2004 - both sides
        return None
    if not is_dated(values["date"]) or not on_day([summit], values["date"]):
        return None
    return Candidate(
        summit, 0.6, ", ".join([_("same day"), _("more provinces, or fewer")])
    )


def _days_between(one: PartialDate, other: PartialDate) -> int:
    """Return how many days lie between two dates at least; 0 where they may meet."""
    later: date = max(one.earliest, other.earliest)
    return max(0, (later - min(one.latest, other.latest)).days)
