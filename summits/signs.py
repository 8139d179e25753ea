"""The nine signs of the design: what one diamond of the cloth says."""

from django.db import models
from django.db.models import Case, F, Q, Value, When
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
    as new as those minutes says more, or it was settled before.
    """
    sign = SIGNS[implementation]
    is_taken_up = continued_on is not None and continued_on > reported_on
    return Sign.CARRIED if is_taken_up and sign not in SETTLED else sign


def sign_case() -> Case:
    """Return ``sign_of`` as an expression over the same annotated columns."""
    settled = [said for said, sign in SIGNS.items() if sign in SETTLED]
    taken_up = Q(continued_on__gt=F("reported_on")) & ~Q(implementation__in=settled)
    return Case(
        When(taken_up, then=Value(Sign.CARRIED.value)),
        *(
            When(implementation=said, then=Value(sign.value))
            for said, sign in SIGNS.items()
        ),
        output_field=models.CharField(),
    )
