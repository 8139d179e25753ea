"""The points of a suggestion: the fields a person decides on, one by one."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from intake.models import Suggestion

Kind = Suggestion.Kind

# Each kind's fields in the order they are put to a person. An item is one point: its
# words, with what they are taken for.
POINTS: dict[str, tuple[str, ...]] = {
    Kind.EVENT: ("provinces", "status", "kind", "date", "day_part", "place"),
    Kind.PERSON: ("name", "province", "titles", "roles"),
    Kind.DOCUMENT: (
        "name_as_printed",
        "kind",
        "stage",
        "provinces",
        "covers",
        "signed_on",
        "place",
        "signatories",
    ),
    Kind.ITEM: ("text",),
}
# What may be corrected beside a point, being part of it.
DETAILS: dict[str, tuple[str, ...]] = {
    Kind.EVENT: (),
    Kind.PERSON: (),
    Kind.DOCUMENT: (),
    Kind.ITEM: ("force", "sectors", "actors", "addressees", "side", "speaker"),
}
# Without these there is no fact: to reject one is to reject the suggestion.
ESSENTIAL: dict[str, frozenset[str]] = {
    Kind.EVENT: frozenset({"provinces", "status", "kind"}),
    Kind.PERSON: frozenset({"name", "province"}),
    Kind.DOCUMENT: frozenset({"name_as_printed", "kind", "stage", "provinces"}),
    Kind.ITEM: frozenset({"text"}),
}
# The rule of a suggestion that a person made, where the reader had found nothing.
BY_HAND = "by_hand"
# The pseudo-field by which a person says which record is meant; its value is a
# reference, or blank for a new record.
RECORD = "record"
# The pseudo-field by which a person says of which meeting a paper is: its day, with the
# reasoning, since the article itself does not say so.
SAME_AS = "same_as"
LABELS = {
    "provinces": _("Provinces"),
    "status": _("Stage"),
    "kind": _("Kind"),
    "date": _("Day"),
    "day_part": _("Part of the day"),
    "place": _("Place"),
    "name": _("Name"),
    "province": _("Province"),
    "titles": _("Titles"),
    "roles": _("Roles"),
    "name_as_printed": _("Name as printed"),
    "stage": _("Stage"),
    "covers": _("Year or period it is for"),
    "signed_on": _("Signed on"),
    "signatories": _("Signatories"),
    "text": _("Text"),
    "force": _("Force"),
    "sectors": _("Sectors"),
    "actors": _("Actors"),
    "addressees": _("Addressees"),
    "side": _("Side"),
    "speaker": _("Speaker"),
    RECORD: _("Record"),
    SAME_AS: _("Meeting it belongs to"),
}


def points_of(suggestion: Suggestion) -> tuple[str, ...]:
    """Return the fields of a suggestion that hold something to decide on."""
    values = suggestion.values
    return tuple(name for name in POINTS[suggestion.kind] if values.get(name))


def blank(value: Any) -> Any:
    """Return what stands for nothing in the place of a value."""
    return [] if isinstance(value, list) else None


def label_of(field: str) -> str:
    """Return what a field is called on the desk."""
    return str(LABELS.get(field, field))
