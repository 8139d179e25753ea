"""The signs of the site: for each one its word, its meaning and the glyph of that name.

A sign says how far something has come. The glyph is drawn in `templates/_sprite.html`,
the colour in `static/site.css`; a sign is never shown by its colour alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import localize
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from summits.models import Minutes, Summit
from summits.signs import Sign

MEANINGS = {
    Sign.DONE: _("The source says plainly that it is finished."),
    Sign.REPORTED: _(
        "One side or both report a result, without saying that it is finished."
    ),
    Sign.DOING: _("The source says work is under way and names no result yet."),
    Sign.CARRIED: _("No result of its own; the matter returns in later minutes."),
    Sign.NOT_STARTED: _("The source says work has not begun."),
    Sign.STALLED: _("The source says work has come to a halt."),
    Sign.WITHDRAWN: _("The two sides have said they will not pursue it."),
    Sign.NONE: _("No source mentions it. That does not mean nothing was done."),
    Summit.Stage.ANNOUNCED: _(
        "A source says it will take place; none says that it did."
    ),
    Summit.Stage.HELD: _("A source says that it took place."),
    Summit.Stage.POSTPONED: _("A source says it was put off."),
    Summit.Stage.CANCELLED: _("A source says it was called off."),
    Minutes.Stage.PLANNED: _("A source says it is to be signed."),
    Minutes.Stage.SIGNED: _("A source says that it was signed."),
}


@dataclass(frozen=True)
class ShownSign:
    """One sign: the word beside its glyph, and what the word means on this site."""

    name: str
    word: str | Promise
    meaning: str | Promise


SIGNS = {
    choice.value: ShownSign(choice.value, choice.label, meaning)
    for choice, meaning in MEANINGS.items()
}
# The order in which distributions are drawn and told: from finished to unknown.
PROGRESS = tuple(Sign.values)


def sign_named(name: str) -> ShownSign:
    """Return the sign of that name, or say which names there are."""
    try:
        return SIGNS[str(name)]
    except KeyError:
        accepted = ", ".join(SIGNS)
        raise ValueError(f"{name!r} is no sign. Use one of: {accepted}.") from None


def in_words(counted: Iterable[tuple[str, int]]) -> str:
    """Tell counts by sign as one would say them: "1 completed, 6 in progress"."""
    return ", ".join(
        f"{localize(count)} {str(sign_named(name).word).lower()}"
        for name, count in counted
        if count
    )
