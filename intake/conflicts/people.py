"""A person of an article beside the official they are."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from intake.conflicts.difference import Comparison, listed
from intake.match.alike import spellings_of
from intake.match.officials import code_of
from provinces.models import Official
from sources.spelling import fold
from summits.models import Delegate, Summit

HEAD = "head_of_delegation"


def compare_person(its: Comparison, meetings: Iterable[Summit] = ()) -> None:
    """Note where an article says otherwise of a person than the records."""
    _name(its)
    _province(its)
    _titles(its)
    if HEAD in its.values["roles"]:
        for summit in meetings:
            _head(its, summit)


def _name(its: Comparison) -> None:
    printed, official = its.values["name"], its.record
    known = {name.casefold() for name in spellings_of(official)}
    if printed.casefold() not in known:
        both = _("The printed form is kept as another spelling of the same person.")
        its.note("name", "name_vi", kept=official.name_vi, stated=printed, both=both)


def _province(its: Comparison) -> None:
    stated, kept = its.values["province"], code_of(its.record)
    if not stated or stated == kept:
        return
    named = its.register.named_provinces
    its.note(
        "province",
        "province",
        kept=named([kept]) if kept else "",
        stated=named([stated]),
        is_conflict=bool(kept),
        both=_("People move: each part stays with the province it was played for.")
        if kept
        else "",
        code=kept,
    )


def _titles(its: Comparison) -> None:
    """Titles are those of an occasion: others than last time contradict nothing."""
    stated, kept = its.values["titles"], last_titles(its.record)
    if {fold(one) for one in stated} - {fold(one) for one in kept}:
        both = _("Titles are kept as of their own day.") if kept else ""
        its.note(
            "titles", "titles", kept=listed(kept), stated=listed(stated), both=both
        )


def last_titles(official: Official) -> Sequence[str]:
    """Return the titles a person bore at the latest meeting that names any."""
    parts = [part for part in official.delegates.all() if part.titles]
    parts.sort(key=lambda part: (str(part.delegation.summit.date), part.pk))
    return parts[-1].title_list if parts else ()


def _head(its: Comparison, summit: Summit) -> None:
    """A delegation has one head: another one than recorded is a question."""
    heads = [
        delegate
        for delegation in summit.delegations.all()
        if delegation.province.reference == its.values["province"]
        for delegate in delegation.delegates.all()
        if delegate.is_head and not _is_same(its, delegate)
    ]
    for head in heads:
        said = _("head of delegation: %(name)s")
        its.note(
            "roles",
            "is_head",
            kept=said % {"name": head},
            stated=said % {"name": its.values["name"]},
            is_conflict=True,
        )


def _is_same(its: Comparison, delegate: Delegate) -> bool:
    if delegate.official_id is None:
        return fold(delegate.name) == fold(its.values["name"])
    return delegate.official_id == its.record.pk
