"""Giving facts back their earlier values, where no other source states the present."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import BooleanField, Field, ManyToManyField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from intake.match import find_host, find_place
from intake.undo.traces import Trace
from sources.models import Source
from summits.models import Summit

# Facts that follow from another one and go with it.
FOLLOWING = {"place_id": "venue", "host_id": "venue"}
AS_BEFORE = gettext_noop("%(record)s: “%(field)s” is “%(value)s” again.")
AS_OTHERS_SAY = gettext_noop(
    "%(record)s: “%(field)s” is “%(value)s” now, by what the other sources say."
)


def to_give_back(
    trace: Trace, sources: Collection[Source]
) -> tuple[dict[str, Any], list[str]]:
    """Return what to set in a row so that it is as before, and what stays, and why.

    What another source states by now than these, the versions of one article, stays.
    """
    row = trace.row
    carried = {name: _carrier(row, name, sources) for name in trace.altered}
    going = {
        name: value
        for name, value in trace.altered.items()
        if not carried[name] and not carried.get(FOLLOWING.get(name, ""))
    }
    return going, [
        _("“%(field)s” stays: “%(source)s” says it as well.")
        % {"field": _label(row, name), "source": other}
        for name, other in carried.items()
        if other
    ]


def leave_to_others(row: Any, told: Iterable[str]) -> list[str]:
    """Take from a row what no source left states; returns what it says now."""
    fields = {field.name: field for field in row._meta.concrete_fields}
    values = {
        name: value
        for name in told
        if name in fields
        and not fields[name].is_relation
        and (value := _left(row, fields[name])) is not None
    }
    if isinstance(row, Summit) and values.get("date") == "":
        values["day_part"] = ""
    if isinstance(row, Summit) and "venue" in values:
        values |= _where(row, values["venue"])
    return rewrite(row, values, AS_OTHERS_SAY)


def rewrite(row: Any, values: dict[str, Any], told: str = AS_BEFORE) -> list[str]:
    """Write values of columns and relations; returns a sentence for each.

    Raises ValidationError where the row would not hold so.
    """
    if not values:
        return []
    several = {
        name: value
        for name, value in values.items()
        if isinstance(row._meta.get_field(name), ManyToManyField)
    }
    for name, value in values.items():
        if name not in several:
            setattr(row, name, value)
    row.full_clean()
    row.save()
    for name, value in several.items():
        getattr(row, name).set(value)
    return [_now(row, name, told) for name in values if name not in FOLLOWING]


def _carrier(row: Any, name: str, sources: Collection[Source]) -> Source | None:
    """Return another source that states what a row says, if there is one."""
    field = row._meta.get_field(name)
    if not hasattr(row, "citations") or isinstance(field, ManyToManyField):
        return None
    said = _as_stated(getattr(row, name))
    others = row.citations.exclude(source__in=sources).filter(field=field.name)
    return next(
        (one.source for one in others if said and one.stated_value == said), None
    )


def _left(row: Any, field: Field) -> Any:
    """Return what the sources left make of a fact; None where it stays as it is."""
    stated = {one.stated_value for one in row.citations.filter(field=field.name)}
    if stated & {"", _as_stated(getattr(row, field.name))}:
        return None
    if len(stated) == 1:
        return field.to_python(stated.pop())
    if isinstance(field, BooleanField):
        return False
    return "" if field.blank else None


def _where(row: Summit, venue: str) -> dict[str, Any]:
    place = find_place(venue) if venue else None
    host = find_host(venue, place, row.partnership.parties) if venue else None
    return {
        "place_id": place.pk if place else None,
        "host_id": host.pk if host else None,
    }


def _as_stated(value: Any) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value or "")


def _label(row: Any, name: str) -> str:
    return str(row._meta.get_field(name).verbose_name)


def _now(row: Any, name: str, told: str) -> str:
    field = row._meta.get_field(name)
    return _(told) % {
        "record": row,
        "field": field.verbose_name,
        "value": _shown(row, field) or "–",
    }


def _shown(row: Any, field: Any) -> str:
    if isinstance(field, ManyToManyField):
        return ", ".join(str(one) for one in getattr(row, field.name).all())
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    value = getattr(row, field.name)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value)
