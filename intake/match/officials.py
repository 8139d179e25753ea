"""Which official a person is: by spelling within the province, never by likeness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from intake.match.alike import name_likeness, same_name, spellings_of
from intake.match.candidates import Candidate, Match, ranked
from provinces.models import Official
from sources.spelling import fold

# Below this two names of one province are two people's; where the post is the same as
# well, a little less will do.
ALIKE = 0.7
ALIKE_IN_POST = 0.6
SHOWN_TITLES = 2


def match_official(
    values: dict[str, Any],
    officials: Iterable[Official],
    titles: Mapping[int, Sequence[str]],
) -> Match[Official]:
    """Return the official of that province who bears the name, or who may be meant.

    ``titles`` are those each official bore last, by primary key.
    """
    known = list(officials)
    bearers = bearing(known, values["name"], values["province"])
    if len(bearers) == 1 and values["province"]:
        return Match(bearers[0])
    found = (_candidate(values, one, titles.get(one.pk, ())) for one in known)
    return ranked(one for one in found if one)


def bearing(
    officials: Iterable[Official], name: str, code: str | None
) -> list[Official]:
    """Return the officials of a province, or of any, whom a known spelling names."""
    return [
        official
        for official in officials
        if code in {None, "", code_of(official)}
        and any(
            same_name(name, spelling, code_of(official)[:2])
            for spelling in spellings_of(official)
        )
    ]


def is_spelled(official: Official, name: str) -> bool:
    """Whether a known spelling of a person folds to a name, whatever its marks."""
    return any(fold(name) == fold(one) for one in spellings_of(official))


def code_of(official: Official) -> str:
    """Return the code of the province a person was last seen for, blank for none."""
    return official.province.reference if official.province else ""


def _candidate(
    values: dict[str, Any], official: Official, titles: Sequence[str]
) -> Candidate[Official] | None:
    if values["province"] in {None, "", code_of(official)}:
        reason = _at_home(values["name"], official)
    else:
        reason = _from_elsewhere(values["name"], official)
    if reason is None:
        return None
    similarity, why = reason
    in_post = _shared(values.get("titles") or [], titles)
    if similarity < (ALIKE_IN_POST if in_post else ALIKE):
        return None
    return Candidate(official, similarity, "; ".join([why, *_post(in_post, titles)]))


def _at_home(name: str, official: Official) -> tuple[float, str] | None:
    country = code_of(official)[:2]
    spellings = spellings_of(official)
    if any(same_name(name, one, country) for one in spellings):
        return 0.99, _("known spelling")
    if is_spelled(official, name):
        return 0.95, _("other marks: %(name)s") % {"name": official.name_vi}
    alike = {one: name_likeness(name, one, country) for one in spellings}
    nearest = max(alike, key=lambda one: alike[one])
    return alike[nearest], _("similar spelling: %(name)s") % {"name": nearest}


def _from_elsewhere(name: str, official: Official) -> tuple[float, str] | None:
    country = code_of(official)[:2]
    if not any(same_name(name, one, country) for one in spellings_of(official)):
        return None
    why = _("same spelling, but of %(province)s")
    return 0.8, why % {"province": official.province or _("no province")}


def _shared(printed: Sequence[str], known: Sequence[str]) -> bool:
    return bool({fold(one) for one in printed} & {fold(one) for one in known})


def _post(in_post: bool, titles: Sequence[str]) -> list[str]:
    if in_post:
        return [_("same title")]
    shown = ", ".join(titles[:SHOWN_TITLES])
    return [_("other title: %(titles)s") % {"titles": shown}] if titles else []
