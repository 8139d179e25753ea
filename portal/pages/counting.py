"""Counting commitments by their signs, for the figures."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse

from portal.figures import Distribution, LoomStop, Share
from portal.signs import PROGRESS
from publication.reckoned import reckoned
from summits.models import Minutes, Summit
from summits.models.commitments import CommitmentQuerySet


def sign_counts(commitments: CommitmentQuerySet, *, query: str) -> Mapping[str, int]:
    """Return how many of these public commitments bear each sign.

    ``query`` is what the follow-up page would be asked for the same ones.
    """
    return reckoned(f"signs of {query}", commitments.sign_counts)


def distribution(
    counts: Mapping[str, int], *, others: Mapping[str, list[str]] | None = None
) -> Distribution:
    """Return counts as shares that lead to the follow-up page of each sign.

    ``others`` are the filters in use, which those addresses keep.
    """
    address = reverse("followup")
    query = [(name, values) for name, values in (others or {}).items()]
    return Distribution(
        tuple(
            Share(
                sign,
                counts.get(sign, 0),
                f"{address}?{urlencode([*query, ('sign', sign)], doseq=True)}",
            )
            for sign in PROGRESS
        )
    )


def sign_of_meeting(summit: Summit) -> str:
    """Return what is known of a summit: that a paper was signed, or its stage.

    The summit brings its public ``papers``.
    """
    signed = any(paper.stage == Minutes.Stage.SIGNED for paper in summit.papers)
    is_held = summit.stage == Summit.Stage.HELD
    return Minutes.Stage.SIGNED.value if signed and is_held else summit.stage


def place_of(summit: Summit) -> str:
    """Return where a summit was, as shortly as it is known."""
    if summit.place:
        return str(summit.place)
    if summit.host and summit.host.is_public:
        return str(summit.host)
    return summit.venue


def stop_of(summit: Summit) -> LoomStop:
    """Return a summit as one stop of the loom."""
    return LoomStop(
        label=summit.date.display(),
        sign=sign_of_meeting(summit),
        place=place_of(summit),
        url=summit.get_absolute_url(),
        iso=summit.date if summit.date.is_day and not summit.date.is_uncertain else "",
    )
