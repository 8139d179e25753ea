"""Which commitment or proposal an item is: by its words, among those of its paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from intake.match.alike import text_likeness
from intake.match.candidates import Candidate, Match, ranked
from intake.vocabulary import COMMITMENT_FORCES
from sources.spelling import fold
from summits.models import Commitment, Minutes, Proposal, Summit

# Below this two clauses share what every clause says: to continue, to facilitate.
ALIKE = 0.45
# A result is told in other words than the clause it follows from.
ALIKE_AS_RESULT = 0.4
MOST_RESULTS = 3


def match_clause(
    values: dict[str, Any],
    papers: Iterable[Minutes],
    maybe: Iterable[Minutes] = (),
) -> Match[Commitment]:
    """Return the clause an agreed or petitioned item is, or those it may be.

    ``papers`` are the minutes the article is known to tell of; of ``maybe``, those it
    may tell of, every clause is a candidate at most.
    """
    known = [one for paper in papers for one in paper.commitments.all()]
    force = COMMITMENT_FORCES[values["force"]]
    exact = [
        one
        for one in known
        if one.force == force and fold(one.text_vi) == fold(values["text"])
    ]
    if len(exact) == 1:
        return Match(exact[0])
    doubtful = [one for paper in maybe for one in paper.commitments.all()]
    return ranked(_alike(values["text"], [*known, *doubtful], ALIKE, force))


def match_result(
    values: dict[str, Any], earlier: Iterable[Minutes]
) -> Match[Commitment]:
    """Return the earlier clauses a result may be one of; none by itself, ever.

    A report belongs to a clause only where its source names it, and that is for a
    person to see.
    """
    clauses = [one for paper in earlier for one in paper.commitments.all()]
    found = _alike(values["text"], clauses, ALIKE_AS_RESULT)
    return ranked(found, MOST_RESULTS)


def match_proposal(
    values: dict[str, Any], summits: Iterable[Summit], maybe: Iterable[Summit] = ()
) -> Match[Proposal]:
    """Return the proposal of that side and in those words, or those it may be."""
    known = [one for summit in summits for one in summit.proposals.all()]
    exact = [one for one in known if _is_said_by(values, one)]
    if len(exact) == 1:
        return Match(exact[0])
    doubtful = [one for summit in maybe for one in summit.proposals.all()]
    return ranked(_alike(values["text"], [*known, *doubtful], ALIKE))


def _is_said_by(values: dict[str, Any], proposal: Proposal) -> bool:
    side = proposal.province.reference if proposal.province else None
    return fold(proposal.text_vi) == fold(values["text"]) and (
        not side or values.get("side") in {None, "", side}
    )


def _alike(
    text: str, clauses: Sequence[Any], least: float, force: str = ""
) -> Iterator[Candidate[Any]]:
    for clause in clauses:
        likeness = text_likeness(text, clause.text_vi)
        if likeness >= least:
            yield Candidate(clause, likeness, _why(clause, likeness, force))


def _why(clause: Any, likeness: float, force: str) -> str:
    why = [
        _("number %(number)d") % {"number": clause.number},
        _("%(share)d %% of the words") % {"share": round(100 * likeness)},
    ]
    if force and clause.force != force:
        why.append(_("other force: %(force)s") % {"force": clause.get_force_display()})
    return ", ".join(why)
