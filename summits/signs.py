"""The nine signs of the design: what one diamond of the cloth says."""

from collections.abc import Collection

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Replace
from django.db.models.lookups import GreaterThan
from django.utils.translation import gettext_lazy as _


class Sign(models.TextChoices):
    """How a matter stands, as a reader sees it at a glance."""

    DONE = "done", _("Completed")
    REPORTED = "reported", _("Result reported")
    DOING = "doing", _("In progress")
    CARRIED = "carried", _("Carried over")
    NOT_STARTED = "not_started", _("Not started")
    STALLED = "stalled", _("Stalled")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    NONE = "none", _("No information")


SIGNS = {
    "completed": Sign.DONE,
    "substantial": Sign.REPORTED,
    "continuing": Sign.REPORTED,
    "in_progress": Sign.DOING,
    "superseded": Sign.CARRIED,
    "not_started": Sign.NOT_STARTED,
    "stalled": Sign.STALLED,
    "withdrawn": Sign.WITHDRAWN,
    "no_information": Sign.NONE,
}
# A later clause does not reopen these.
SETTLED = {Sign.DONE, Sign.WITHDRAWN}


def sign_of(implementation: str, reported_on: str, *, continued_on: str | None) -> Sign:
    """Return the sign of a matter.

    A matter that later minutes took up again counts as carried over, unless a report
    as new as those minutes says more, or it was settled before. A day that is not sure
    counts as that day; minutes of no known day are newer only than no report at all.
    """
    sign = SIGNS[implementation]
    if continued_on is None or sign in SETTLED:
        return sign
    is_newer = continued_on.replace("?", "") > reported_on.replace("?", "")
    return Sign.CARRIED if is_newer or not reported_on else sign


def bearing(signs: Collection[str]) -> Q:
    """Return what makes ``sign_of`` one of these, over the same annotated columns.

    Each column is asked about as seldom as can be: it may be a query of its own.
    """
    wanted = {said for said, sign in SIGNS.items() if sign in signs}
    settled = {said for said, sign in SIGNS.items() if sign in SETTLED}
    is_newer = GreaterThan(_certain("continued_on"), _certain("reported_on"))
    is_later = Q(is_newer) | Q(continued_on__isnull=False, reported_on="")
    condition = Q(implementation__in=sorted(wanted & settled))
    if Sign.CARRIED in signs:
        taken_up = is_later & ~Q(implementation__in=sorted(settled))
        return condition | Q(implementation__in=sorted(wanted)) | taken_up
    if open_ones := sorted(wanted - settled):
        # Where nothing took it up there is no day to compare with.
        is_left = Q(continued_on__isnull=True) | ~is_later
        condition |= Q(implementation__in=open_ones) & is_left
    return condition


def _certain(name: str) -> Replace:
    return Replace(F(name), Value("?"), Value(""))
