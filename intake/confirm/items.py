"""Items that a person accepted: commitments, proposals and reports, kept apart."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext as _

from intake.confirm.cite import Stated, cite, quote
from intake.confirm.people import spoken_of
from intake.confirm.reasons import link_reason
from intake.confirm.taken import Taken
from intake.vocabulary import (
    COMMITMENT_FORCES,
    REPORTED_EVIDENCE,
    REPORTED_IMPLEMENTATION,
)
from provinces.models import Province
from publication.models import Record
from publication.references import register
from sources.models import Basis
from summits.models import Commitment, Minutes, Progress, Proposal, Sector, Summit


def take_item(
    one: Taken,
    summits: list[Summit],
    minutes: dict[str, list[Minutes]],
    people: list[Taken],
) -> Record:
    """Return the commitment, proposal or report an item is, as a cited draft.

    ``minutes`` are those of the article by their stage in it: ``signed``, ``earlier``.
    A clause or proposal that is known gains the article's words as evidence; a report
    is always a new one, but for the very same report.
    """
    if one.values["force"] == "reported":
        return _take_report(one, summits, minutes.get("earlier", []))
    is_clause = one.values["force"] in COMMITMENT_FORCES
    row = one.meant(Commitment if is_clause else Proposal)
    if row:
        _amend(one, row)
    elif is_clause:
        row = _commitment(one.values, minutes.get("signed", []))
    else:
        row = _proposal(one.values, _only(summits, one.values), people)
    if not row.actors.exists():
        row.actors.set(Province.objects.filter(reference__in=one.values["actors"]))
    _sort(row, one.values)
    quote(row, one, "text_vi")
    return row


def _amend(one: Taken, row: Commitment | Proposal) -> None:
    """Put in place of what a clause says what a person said replaces it."""
    values = one.values
    one.overwrite(
        row,
        text_vi=("text", values["text"]),
        addressees=("addressees", values["addressees"]),
    )
    if isinstance(row, Commitment):
        one.overwrite(row, force=("force", COMMITMENT_FORCES[values["force"]]))
    elif side := Province.objects.filter(reference=values.get("side")).first():
        one.overwrite(row, province=("side", side))
    if one.overwritten:
        register(row)


def _sort(row: Any, values: dict[str, Any]) -> None:
    if not row.sectors.exists():
        row.sectors.set(Sector.objects.filter(code__in=values["sectors"]))


def _titles(values: dict[str, Any]) -> dict[str, str]:
    titles = values.get("titles", {})
    return {f"title_{lang}": titles.get(lang, "") for lang in ("vi", "lo", "en")}


def _next_number(rows: Any) -> int:
    """Return the number after the last one; what was deleted leaves its gap."""
    return (rows.aggregate(last=Max("number"))["last"] or 0) + 1


def _commitment(values: dict[str, Any], signed: list[Minutes]) -> Commitment:
    minutes = _only(signed, values)
    return register(
        Commitment(
            minutes=minutes,
            number=_next_number(minutes.commitments),
            force=COMMITMENT_FORCES[values["force"]],
            text_vi=values["text"],
            addressees=values["addressees"],
            is_verifiable=values.get("is_verifiable", False),
            **_titles(values),
        )
    )


def _proposal(values: dict[str, Any], summit: Summit, people: list[Taken]) -> Proposal:
    province = Province.objects.filter(reference=values.get("side")).first()
    speaker = values.get("speaker")
    return register(
        Proposal(
            summit=summit,
            number=_next_number(summit.proposals),
            province=province,
            official=spoken_of(speaker, province, people) if speaker else None,
            text_vi=values["text"],
            addressees=values["addressees"],
            **_titles(values),
        )
    )


def _take_report(one: Taken, summits: list[Summit], earlier: list[Minutes]) -> Progress:
    """Return the report an item is; on one clause only where a person said which."""
    said = one.meant(Progress, Commitment) if one.chosen else None
    known = said or one.found.record
    row = known if isinstance(known, Progress) else None
    clause = said if isinstance(said, Commitment) else None
    row = row or _report(one.values, summits, earlier, clause)
    _sort(row, one.values)
    quote(row, one, "note_vi")
    if clause:
        link = Stated(
            "commitment",
            clause.reference,
            (one.values["text"],),
            link_reason(clause),
            Basis.EDITOR,
            "record",
        )
        cite(row, one, [link])
    return row


def _report(
    values: dict[str, Any],
    summits: list[Summit],
    earlier: list[Minutes],
    clause: Commitment | None,
) -> Progress:
    occasion = _only(summits, values) if summits else None
    actors = Province.objects.filter(reference__in=[values.get("side")])
    return register(
        Progress(
            minutes=clause.minutes if clause else _only(earlier, values),
            commitment=clause,
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
