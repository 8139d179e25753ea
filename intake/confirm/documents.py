"""Documents that a person accepted become minutes with their signatures."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intake.confirm.cite import Stated, cite
from intake.confirm.reasons import year_reason
from intake.match import find_minutes, find_official, find_summit
from intake.models import Suggestion
from intake.vocabulary import DOCUMENT_KINDS, DOCUMENT_STAGES
from provinces.models import Province
from publication.references import register
from sources.models import Basis
from sources.partial_dates import PartialDate
from summits.models import Minutes, Signature, Summit


def take_document(
    suggestion: Suggestion,
    values: dict[str, Any],
    summits: list[Summit],
    people: list[dict[str, Any]],
) -> Minutes:
    """Return the minutes a document is, made or amended as drafts, with citations.

    ``summits`` are those of the same article, ``people`` its accepted people.
    """
    linked = values.get("same_as")
    summit = _summit_of(values, summits)
    kind, stage = DOCUMENT_KINDS[values["kind"]], DOCUMENT_STAGES[values["stage"]]
    minutes = _linked(summit) if linked else None
    minutes = minutes or find_minutes(summit, kind, values["covers"])
    minutes = minutes or _new_minutes(summit, kind, stage, values)
    _fill_gaps(minutes, stage, values)
    cite(minutes, suggestion, _facts(values, stage))
    if values["stage"] == "signed":
        _sign(minutes, suggestion, values, people)
    return minutes


def _summit_of(values: dict[str, Any], summits: list[Summit]) -> Summit:
    """Find the meeting a document belongs to: of this article, or of its own day."""
    day = values.get("same_as", {}).get("date") or values["signed_on"]
    if found := find_summit(values["provinces"], day):
        return found
    stages = {
        "signed": Summit.Stage.HELD,
        "planned": Summit.Stage.ANNOUNCED,
    }
    here = [
        summit
        for summit in summits
        if sorted(values["provinces"])
        == sorted(party.code for party in summit.partnership.parties)
        and summit.stage in {stages.get(values["stage"]), Summit.Stage.HELD}
    ]
    if len(here) == 1 and values["stage"] != "earlier":
        return here[0]
    raise ValidationError(
        _(
            "“%(name)s” belongs to no summit known here. "
            "Say which one by its day, or reject it."
        )
        % {"name": values["name_as_printed"]}
    )


def _linked(summit: Summit) -> Minutes | None:
    """Return the only paper of a summit an editor says a document is the same as."""
    papers = list(summit.minutes.all())
    return papers[0] if len(papers) == 1 else None


def _new_minutes(
    summit: Summit, kind: str, stage: str, values: dict[str, Any]
) -> Minutes:
    titles = values.get("titles", {})
    return register(
        Minutes(
            summit=summit,
            kind=kind,
            stage=stage,
            title_vi=values["name_as_printed"],
            title_lo=titles.get("lo", ""),
            title_en=titles.get("en", ""),
        )
    )


def _fill_gaps(minutes: Minutes, stage: str, values: dict[str, Any]) -> None:
    """Add what was not known yet; a planned paper becomes signed by a source's word."""
    if stage == Minutes.Stage.SIGNED:
        minutes.stage = stage
        minutes.signed_on = minutes.signed_on or values["signed_on"] or ""
        minutes.place = minutes.place or values["place"] or ""
    minutes.covers = minutes.covers or values["covers"] or ""
    minutes.save()


def _facts(values: dict[str, Any], stage: str) -> list[Stated]:
    """Return what an article says of a paper; an editor's link marks all of it."""
    name, day = values["name_as_printed"], values["signed_on"]
    link = values.get("same_as", {}).get("reasoning", "")
    basis = Basis.EDITOR if link else Basis.INFERRED
    follows = link or (day and values.get("reasoning") and year_reason(values)) or ""
    return [
        fact
        for fact in (
            Stated("title_vi", name, (name,), link, basis),
            Stated(
                "covers", values["covers"] or "", (values["covers"] or "",), link, basis
            ),
            Stated("signed_on", day or "", (_day_words(day),), follows, basis),
            Stated(
                "place", values["place"] or "", (values["place"] or "",), link, basis
            ),
            Stated("stage", stage, ("đã ký", "ký kết", "ký"), link, basis),
        )
        if fact.value
    ]


def _day_words(day: str | None) -> str:
    """Return a day as papers print it: 30/3."""
    if not day or not PartialDate(day).is_day:
        return day or ""
    first = PartialDate(day).earliest
    return f"{first.day}/{first.month}"


def _sign(
    minutes: Minutes,
    suggestion: Suggestion,
    values: dict[str, Any],
    people: list[dict[str, Any]],
) -> None:
    for name in values["signatories"]:
        person = next((one for one in people if one["name"] == name), {})
        province = Province.objects.filter(reference=person.get("province")).first()
        signature, _new = Signature.objects.get_or_create(
            minutes=minutes,
            name=name,
            defaults={
                "titles": "; ".join(person.get("titles", [])),
                "province": province,
                "body": "" if province else _("not named"),
                "official": find_official(name, province),
            },
        )
        cite(signature, suggestion, [Stated("name", name, (f"{name} -", name))])
