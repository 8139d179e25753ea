"""Documents that a person accepted become minutes with their signatures."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intake.confirm.cite import Stated, chosen_by_hand, cite
from intake.confirm.people import spoken_of
from intake.confirm.reasons import link_reason, year_reason
from intake.confirm.taken import Taken, refuse_replacement
from intake.match import find_minutes, find_summit
from intake.vocabulary import DOCUMENT_KINDS, DOCUMENT_STAGES
from provinces.models import Province
from publication.references import register
from sources.models import Basis
from sources.partial_dates import PartialDate
from summits.models import Minutes, Signature, Summit


def take_document(one: Taken, summits: list[Summit], people: list[Taken]) -> Minutes:
    """Return the minutes a document is, made or amended as drafts, with citations.

    ``summits`` are those of the same article, ``people`` its accepted people.
    """
    values, stage = one.values, DOCUMENT_STAGES[one.values["stage"]]
    known = one.meant(Minutes)
    minutes = known or _in_its_summit(one, summits, stage)
    link = values.get("same_as", {}).get("reasoning", "") or _link(one, known)
    if known:
        _overwrite(one, minutes, stage)
    _fill_gaps(minutes, stage, values)
    minutes.full_clean()
    minutes.save()
    cite(minutes, one, [*_facts(values, stage, link), *_by_hand(one)])
    if values["stage"] == "signed":
        _sign(minutes, one, people)
    return minutes


def _in_its_summit(one: Taken, summits: list[Summit], stage: str) -> Minutes:
    """Return the paper of the meeting an article ties it to, new where it is none."""
    values, kind = one.values, DOCUMENT_KINDS[one.values["kind"]]
    summit = _summit_of(values, summits)
    minutes = _linked(summit) if values.get("same_as") else None
    if not minutes and not one.is_new:
        minutes = find_minutes(summit, kind, values["covers"])
    return minutes or _new_minutes(summit, kind, stage, values)


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


def _link(one: Taken, known: Minutes | None) -> str:
    """Return why a paper is the one a person chose, unless the article says so.

    An article says so by the label or the day of signing.
    """
    values = one.values
    if not one.chosen or known is None:
        return ""
    is_named = values["covers"] and values["covers"] == known.covers
    is_dated = values["signed_on"] and values["signed_on"] == known.signed_on
    return "" if is_named or is_dated else link_reason(known)


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


def _overwrite(one: Taken, minutes: Minutes, stage: str) -> None:
    """Put in place of what the record says what a person said replaces it."""
    values = one.values
    if sorted(values["provinces"]) != sorted(
        party.code for party in minutes.summit.partnership.parties
    ):
        refuse_replacement(one, "provinces", minutes)
    one.overwrite(
        minutes,
        title_vi=("name_as_printed", values["name_as_printed"]),
        kind=("kind", DOCUMENT_KINDS[values["kind"]]),
        stage=("stage", stage),
        covers=("covers", values["covers"] or ""),
        signed_on=("signed_on", values["signed_on"] or ""),
        place=("place", values["place"] or ""),
    )


def _fill_gaps(minutes: Minutes, stage: str, values: dict[str, Any]) -> None:
    """Add what was not known yet; a planned paper becomes signed by a source's word."""
    if stage == Minutes.Stage.SIGNED:
        minutes.stage = stage
        minutes.signed_on = minutes.signed_on or values["signed_on"] or ""
        minutes.place = minutes.place or values["place"] or ""
    minutes.covers = minutes.covers or values["covers"] or ""


def _facts(values: dict[str, Any], stage: str, link: str) -> list[Stated]:
    """Return what an article says of a paper; an editor's link marks all of it."""
    name, day = values["name_as_printed"], values["signed_on"]
    covers, place = values["covers"] or "", values["place"] or ""
    basis = Basis.EDITOR if link else Basis.INFERRED
    follows = link or (day and values.get("reasoning") and year_reason(values)) or ""
    told = (
        Stated("title_vi", name, (name,), link, basis, "name_as_printed"),
        Stated("covers", covers, (covers,), link, basis),
        Stated("signed_on", day or "", (_day_words(day),), follows, basis),
        Stated("place", place, (place,), link, basis),
        Stated("stage", stage, ("đã ký", "ký kết", "ký"), link, basis),
    )
    return [fact for fact in told if fact.value]


def _by_hand(one: Taken) -> list[Stated]:
    """Return what no passage is asked for, where a person chose one all the same."""
    kind = DOCUMENT_KINDS[one.values["kind"]]
    return chosen_by_hand(one, [Stated("kind", kind)])


def _day_words(day: str | None) -> str:
    """Return a day as papers print it: 30/3."""
    if not day or not PartialDate(day).is_day:
        return day or ""
    first = PartialDate(day).earliest
    return f"{first.day}/{first.month}"


def _sign(minutes: Minutes, one: Taken, people: list[Taken]) -> None:
    """Add who signed. That an article names others takes no signature away."""
    for name in one.values["signatories"]:
        named = (person.values for person in people if person.values["name"] == name)
        person = next(named, {})
        province = Province.objects.filter(reference=person.get("province")).first()
        signature = minutes.signatures.filter(name=name).first()
        signature = signature or Signature(
            minutes=minutes,
            name=name,
            titles="; ".join(person.get("titles", [])),
            province=province,
            body="" if province else _("not named"),
            official=spoken_of(name, province, people),
        )
        if signature.pk is None:
            signature.full_clean()
            signature.save()
        cite(
            signature,
            one,
            [Stated("name", name, (f"{name} -", name), point="signatories")],
        )
