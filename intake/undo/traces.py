"""What a reading wrote, as the history tells it: rows made, and facts changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any

from django.apps import apps
from django.db.models import CASCADE

from intake.confirm import mark_of
from intake.models import Reading
from publication.models import Record, Tracked

# Reasons of lines that readings and their undoing write; all others are people's.
MARKED = re.compile(r"(reading|undo):\d+")

Key = tuple[str, int]


def key_of(row: Any) -> Key:
    """Return what names a row, also once it is deleted."""
    return row._meta.label_lower, row.pk


def owner_of(row: Any) -> Record | None:
    """Return the record that a row is a part of, itself where it is one."""
    while not isinstance(row, Record):
        above = [
            field.name
            for field in row._meta.fields
            if field.remote_field and field.remote_field.on_delete is CASCADE
        ]
        if not above:
            return None
        row = getattr(row, above[0])
    return row


class Trace:
    """A row that a reading made or changed, with all its history, oldest first."""

    def __init__(self, row: Any, lines: list[Any], marks: set[str]) -> None:
        self.row = row
        self.key = key_of(row)
        self.marks = marks
        self.lines = lines
        own = [line for line in lines if line.history_change_reason in marks]
        made = next((line for line in own if line.history_type == "+"), None)
        self.is_new = made is not None
        self.written_at = (made or own[-1]).history_date

    @cached_property
    def altered(self) -> dict[str, Any]:
        """The facts whose last change is the reading's, as they were before.

        What was changed since, by a person, by another article or by undoing it, is
        not the reading's any longer.
        """
        steps: dict[str, list[tuple[str, Any]]] = defaultdict(list)
        for line, changes in self._steps:
            for name, before in changes.items():
                steps[name].append((line.history_change_reason, before))
        return {
            name: _before_the_last(made, self.marks)
            for name, made in steps.items()
            if made[-1][0] in self.marks
        }

    @cached_property
    def edited(self) -> Any:
        """The first line in which a person changed a fact, if any did."""
        return next(
            (
                line
                for line, changes in self._steps
                if changes and not MARKED.fullmatch(line.history_change_reason or "")
            ),
            None,
        )

    @cached_property
    def _steps(self) -> list[tuple[Any, dict[str, Any]]]:
        """Each line with the facts it changed, as they were before it."""
        told = [(line, _facts(line)) for line in self.lines]
        return [
            (line, {name: old for name, old in before.items() if old != after[name]})
            for (_line, before), (line, after) in pairwise(told)
        ]


def traces_of(reading: Reading) -> list[Trace]:
    """Return what a reading made or changed and is there still, the newest first.

    What it inherited from earlier readings of the same text is its own.
    """
    readings = list(Reading.objects.up_to(reading).order_by("pk"))
    traces = [
        trace
        for model in apps.get_models()
        if issubclass(model, Tracked) and model._meta.app_label != "intake"
        for trace in _traces_in(model, readings)
    ]
    return sorted(traces, key=lambda trace: trace.written_at, reverse=True)


def _traces_in(model: Any, readings: list[Reading]) -> Iterator[Trace]:
    marks = {mark_of(reading) for reading in readings}
    written = model.history.filter(
        history_change_reason__in=marks, history_date__gte=readings[0].read_at
    )
    touched = set(written.values_list("id", flat=True))
    if not touched:
        return
    lines: dict[int, list[Any]] = defaultdict(list)
    for line in model.history.filter(id__in=touched).order_by("history_id"):
        lines[line.id].append(line)
    for row in model._default_manager.filter(pk__in=touched):
        yield Trace(row, lines[row.pk], marks)


def _facts(line: Any) -> dict[str, Any]:
    """Return what a line of the history says, but for what is never typed."""
    plain = {
        field.attname: getattr(line, field.attname)
        for field in line.tracked_fields
        if field.editable
    }
    several = {
        field.name: set(
            getattr(line, field.name).values_list(
                field.m2m_reverse_field_name(), flat=True
            )
        )
        for field in line.instance_type._meta.many_to_many
    }
    return plain | several


def _before_the_last(made: Iterable[tuple[str, Any]], marks: set[str]) -> Any:
    """Return the value before the changes that bear a mark without a break."""
    value = None
    for reason, before in reversed(list(made)):
        if reason not in marks:
            break
        value = before
    return value
