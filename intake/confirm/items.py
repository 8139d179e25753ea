"""Items that a person accepted: commitments, proposals and reports, kept apart."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from intake.confirm.cite import quote
from intake.match import find_official
from intake.models import Suggestion
from intake.vocabulary import (
    COMMITMENT_FORCES,
    REPORTED_EVIDENCE,
    REPORTED_IMPLEMENTATION,
)
from provinces.models import Province
from publication.models import Record
from publication.references import register
from summits.models import Commitment, Minutes, Progress, Proposal, Sector, Summit


def take_item(
    suggestion: Suggestion,
    values: dict[str, Any],
    summits: list[Summit],
    minutes: dict[str, list[Minutes]],
) -> Record:
    """Return the commitment, proposal or report an item is, as a cited draft.

    ``minutes`` are those of the article by their stage in it: ``signed``, ``earlier``.
    """
    if values["force"] in COMMITMENT_FORCES:
        row: Any = _commitment(values, minutes.get("signed", []))
    elif values["force"] == "proposed":
        row = _proposal(values, _only(summits, values))
    else:
        row = _report(values, summits, _only(minutes.get("earlier", []), values))
    row.sectors.set(Sector.objects.filter(code__in=values["sectors"]))
    if values["force"] != "reported":
        row.actors.set(Province.objects.filter(reference__in=values["actors"]))
    fact = "note_vi" if values["force"] == "reported" else "text_vi"
    quote(row, suggestion, fact)
    return row


def _titles(values: dict[str, Any]) -> dict[str, str]:
    titles = values.get("titles", {})
    return {f"title_{lang}": titles.get(lang, "") for lang in ("vi", "lo", "en")}


def _commitment(values: dict[str, Any], signed: list[Minutes]) -> Commitment:
    minutes = _only(signed, values)
    return register(
        Commitment(
            minutes=minutes,
            number=minutes.commitments.count() + 1,
            force=COMMITMENT_FORCES[values["force"]],
            text_vi=values["text"],
            addressees=values["addressees"],
            is_verifiable=values.get("is_verifiable", False),
            **_titles(values),
        )
    )


def _proposal(values: dict[str, Any], summit: Summit) -> Proposal:
    province = Province.objects.filter(reference=values.get("side")).first()
    speaker = values.get("speaker")
    return register(
        Proposal(
            summit=summit,
            number=summit.proposals.count() + 1,
            province=province,
            official=find_official(speaker, province) if speaker else None,
            text_vi=values["text"],
            addressees=values["addressees"],
            **_titles(values),
        )
    )


def _report(
    values: dict[str, Any], summits: list[Summit], minutes: Minutes
) -> Progress:
    occasion = _only(summits, values) if summits else None
    actors = Province.objects.filter(reference__in=[values.get("side")])
    return register(
        Progress(
            minutes=minutes,
            occasion=occasion,
            implementation=values.get("implementation", REPORTED_IMPLEMENTATION),
            evidence=REPORTED_EVIDENCE,
            note_vi=values["text"],
            reported_on=occasion.date if occasion else "",
            reporter=actors.first(),
            reported_by=values.get("speaker") or "",
            **_titles(values),
        )
    )


def _only(rows: list[Any], values: dict[str, Any]) -> Any:
    """Return the one row between the provinces an item concerns, or ask."""
    concerned = set(values["actors"])
    among = [row for row in rows if concerned <= _parties(row)] or rows
    if len(among) == 1:
        return among[0]
    raise ValidationError(
        _(
            "“%(text)s” cannot be placed: %(count)d meetings or papers fit. "
            "Decide the events and documents first, or reject it."
        )
        % {"text": values["text"][:60], "count": len(among)}
    )


def _parties(row: Summit | Minutes) -> set[str]:
    summit = row if isinstance(row, Summit) else row.summit
    return {party.code for party in summit.partnership.parties}
