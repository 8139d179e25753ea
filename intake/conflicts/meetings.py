"""An event beside the summit it is."""

from django.utils.translation import gettext as _

from intake.conflicts.difference import Comparison
from intake.match.summits import codes_of
from intake.vocabulary import DAY_PARTS, EVENT_KINDS, EVENT_STAGES, OUTRANKS
from summits.models import Summit


def compare_event(its: Comparison) -> None:
    """Note where an event says otherwise than a summit."""
    values, summit = its.values, its.record
    stated = EVENT_STAGES[values["status"]]
    leads = stated in OUTRANKS[Summit.Stage(summit.stage)]
    lags = summit.stage in OUTRANKS[stated]
    _provinces(its)
    its.choice(
        "status",
        "stage",
        stated,
        leads=leads,
        both=_stage_at_its_time() if lags else "",
    )
    its.choice(
        "kind",
        "kind",
        EVENT_KINDS[values["kind"]],
        both=_("Newspapers call one meeting by different names."),
    )
    both = _("A day that was announced and the day it was held may differ.")
    its.date("date", "date", both=both if leads or lags else "")
    its.choice("day_part", "day_part", DAY_PARTS.get(values["day_part"], ""))
    its.place("place", "venue", summit.place)


def _stage_at_its_time() -> str:
    return _(
        "The article was written before what the record says came to pass: both were "
        "true at their time. Keep both."
    )


def _provinces(its: Comparison) -> None:
    stated, kept = set(its.values["provinces"]), codes_of(its.record)
    if stated != kept:
        its.note(
            "provinces",
            "partnership",
            kept=its.register.named_provinces(kept),
            stated=its.register.named_provinces(stated),
            is_conflict=True,
        )
