"""A paper of an article beside the minutes it is."""

from django.utils.translation import gettext as _

from intake.conflicts.difference import Comparison, listed
from intake.match.summits import codes_of
from intake.vocabulary import DOCUMENT_KINDS, DOCUMENT_STAGES
from sources.spelling import fold, squeeze
from summits.models import Minutes


def compare_paper(its: Comparison) -> None:
    """Note where an article says otherwise of a paper than the minutes."""
    values = its.values
    stated = DOCUMENT_STAGES[values["stage"]]
    leads = stated == Minutes.Stage.SIGNED
    _name(its)
    its.choice("kind", "kind", DOCUMENT_KINDS[values["kind"]])
    both = _("The article was written before the paper was signed. Keep both.")
    its.choice("stage", "stage", stated, leads=leads, both="" if leads else both)
    _provinces(its)
    _label(its)
    its.date("signed_on", "signed_on")
    its.place("place", "place")
    _signatories(its)


def _name(its: Comparison) -> None:
    stated, kept = its.values["name_as_printed"], its.record.title_vi
    if fold(stated) != fold(kept):
        both = _(
            "Newspapers name one paper differently: each name stays with its source."
        )
        its.note("name_as_printed", "title_vi", kept=kept, stated=stated, both=both)


def _label(its: Comparison) -> None:
    """A label is a newspaper's word: one paper is of 2021 here and of 2022 there."""
    its.date(
        "covers",
        "covers",
        is_label=True,
        both=_(
            "One newspaper names the year of signing, another the year the paper is "
            "for: each label stays with its source."
        ),
    )


def _provinces(its: Comparison) -> None:
    stated, kept = set(its.values["provinces"]), codes_of(its.record.summit)
    if stated != kept:
        its.note(
            "provinces",
            "partnership",
            kept=its.register.named_provinces(kept),
            stated=its.register.named_provinces(stated),
            is_conflict=True,
        )


def _signatories(its: Comparison) -> None:
    kept = [signature.name for signature in its.record.signatures.all()]
    known = {squeeze(name) for name in kept}
    new = [name for name in its.values["signatories"] if squeeze(name) not in known]
    if new:
        its.note("signatories", "name", kept=listed(kept), stated=listed(new))
