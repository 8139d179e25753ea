"""Matching a whole article: its papers by its meetings, its items by its papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from intake.match.candidates import Match
from intake.match.clauses import match_clause, match_proposal, match_result
from intake.match.known import Known, said_of
from intake.match.officials import match_official
from intake.match.papers import EARLIER, match_paper
from intake.match.places import match_place
from intake.match.summits import apart, codes_of, match_summit
from intake.models import Reading, Suggestion
from intake.points import RECORD
from intake.vocabulary import COMMITMENT_FORCES
from summits.models import Minutes, Summit

Kind = Suggestion.Kind


@dataclass(frozen=True)
class Said:
    """A suggestion with what it says and what it was matched with."""

    suggestion: Suggestion
    values: dict[str, Any]
    match: Match

    @property
    def counts(self) -> bool:
        """Whether others may lean on it: nobody rejected it."""
        return self.suggestion.decision != Suggestion.Decision.REJECTED


def match(suggestion: Suggestion) -> Match:
    """Return the record a suggestion speaks of, or those it may speak of.

    For several of one article, ``match_all`` asks the database as often as this does.
    """
    return match_all(suggestion.reading)[suggestion.pk]


def match_all(reading: Reading) -> dict[int, Match]:
    """Return the match of each suggestion of a reading, by its primary key.

    The number of queries does not depend on how many there are.
    """
    suggestions = list(reading.suggestions.all())
    known = Known(reading, suggestions)
    article = _Article(known, suggestions)
    return {
        said.suggestion.pk: said.match
        for kind in (Kind.EVENT, Kind.PERSON, Kind.DOCUMENT, Kind.ITEM)
        for said in article.of(kind)
    }


class _Article:
    """An article matched step by step: each kind once those it leans on are."""

    def __init__(self, known: Known, suggestions: Iterable[Suggestion]) -> None:
        self.known = known
        self.suggestions = list(suggestions)
        self.events = self._events()
        self.papers = self._each(Kind.DOCUMENT, self._paper)
        self.kinds = {
            Kind.EVENT: self.events,
            Kind.PERSON: self._each(Kind.PERSON, self._person),
            Kind.DOCUMENT: self.papers,
            Kind.ITEM: self._each(Kind.ITEM, self._item),
        }

    def of(self, kind: Suggestion.Kind) -> list[Said]:
        return self.kinds[kind]

    def _each(self, kind: str, find: Callable[[dict[str, Any]], Match]) -> list[Said]:
        return [
            Said(one, said_of(one), self._chosen(one) or find(said_of(one)))
            for one in self.suggestions
            if one.kind == kind
        ]

    def _chosen(self, suggestion: Suggestion) -> Match | None:
        """Return what a person chose, or what became of it; that settles it."""
        if record := self.known.named(suggestion):
            return Match(record, is_chosen=True)
        if suggestion.decided_values.get(RECORD) == "":
            return Match(is_new=True, is_chosen=True)
        return None

    def _events(self) -> list[Said]:
        events = self._each(Kind.EVENT, self._event)
        claims = apart([(one.values, one.match) for one in events if one.counts])
        counting = iter(claims)
        settled = [
            replace(one, match=next(counting)) if one.counts else one for one in events
        ]
        return [self._with_place(one) for one in settled]

    def _event(self, values: dict[str, Any]) -> Match:
        return match_summit(values, self.known.summits, self.known.published)

    def _with_place(self, one: Said) -> Said:
        if not one.values["place"]:
            return one
        codes = one.values["provinces"]
        place = match_place(one.values["place"], self.known.places, codes)
        return replace(one, match=replace(one.match, parts={"place": place}))

    def _person(self, values: dict[str, Any]) -> Match:
        return match_official(values, self.known.officials, self.known.titles)

    def _paper(self, values: dict[str, Any]) -> Match:
        codes = set(values["provinces"])
        meetings = [
            one.match
            for one in self.events
            if one.counts and set(one.values["provinces"]) == codes
        ]
        return match_paper(values, self.known.summits, meetings)

    def _item(self, values: dict[str, Any]) -> Match:
        if values["force"] in COMMITMENT_FORCES:
            signed = [one for one in self.papers if one.values["stage"] != EARLIER]
            return match_clause(values, *_of_parties(signed, values))
        if values["force"] == "proposed":
            return match_proposal(values, *_of_parties(self.events, values))
        return match_result(values, self._earlier(values))

    def _earlier(self, values: dict[str, Any]) -> list[Minutes]:
        """Return the papers an article looks back on, else all before its meeting."""
        named = [one for one in self.papers if one.values["stage"] == EARLIER]
        looked_at, maybe = _of_parties(named, values)
        if looked_at or maybe:
            return [*looked_at, *maybe]
        held, _maybe = _of_parties(self.events, values)
        return [
            paper
            for now in held
            for summit in self.known.summits
            if codes_of(summit) == codes_of(now) and _is_before(summit, now)
            for paper in summit.minutes.all()
        ]


def _is_before(summit: Summit, now: Summit) -> bool:
    return bool(summit.date and now.date and summit.date < now.date)


def _of_parties(
    saying: Iterable[Said], values: dict[str, Any]
) -> tuple[list[Any], list[Any]]:
    """Return the records between those who are to act: the certain, the possible.

    Where none is between them, those of all count.
    """
    counting = [one for one in saying if one.counts]
    concerned = set(values.get("actors") or [])
    fitting = [
        one for one in counting if concerned <= set(one.values["provinces"])
    ] or counting
    certain = [one.match.record for one in fitting if one.match.record]
    possible = [c.record for one in fitting for c in one.match.candidates]
    return list(dict.fromkeys(certain)), list(dict.fromkeys(possible))
