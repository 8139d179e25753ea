"""An item of an article beside the commitment or proposal it is."""

from django.utils.translation import gettext as _

from intake.conflicts.difference import Comparison
from intake.vocabulary import COMMITMENT_FORCES
from sources.spelling import fold


def compare_clause(its: Comparison) -> None:
    """Note where an item says otherwise than the commitment it is."""
    _text(its)
    its.choice("force", "force", COMMITMENT_FORCES.get(its.values["force"], ""))
    _sectors(its)


def compare_proposal(its: Comparison) -> None:
    """Note where an item says otherwise than the proposal it is."""
    _text(its)
    _sectors(its)
    stated, side = its.values.get("side"), its.record.province
    if stated and (side is None or side.reference != stated):
        its.note(
            "side",
            "province",
            kept=side or "",
            stated=its.register.named_provinces([stated]),
            is_conflict=side is not None,
        )


def _text(its: Comparison) -> None:
    stated, kept = its.values["text"], its.record.text_vi
    if fold(stated) != fold(kept):
        both = _("The article’s words are kept as evidence beside the record’s.")
        its.note("text", "text_vi", kept=kept, stated=stated, both=both)


def _sectors(its: Comparison) -> None:
    """Sectors are the office's own order: what is sorted stays as it was sorted."""
    stated = set(its.values["sectors"])
    kept = {sector.code for sector in its.record.sectors.all()}
    if stated - kept:
        both = _("The record keeps its sectors; change them in the record itself.")
        its.note(
            "sectors",
            "sectors",
            kept=its.register.named_sectors(kept),
            stated=its.register.named_sectors(stated),
            both=both if kept else "",
        )
