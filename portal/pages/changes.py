"""The public log: what was published, corrected, withdrawn and merged, and when."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from publication.filters import ChangeFilterSet, narrow
from publication.models import Change, Record
from publication.views import page_of
from summits.models import Progress
from summits.models.matters import Matter
from summits.templatetags.records import plain_heading

# What naming a record of each kind needs, where it is not ``for_display``.
FETCHED: dict[str, Callable[[Any], QuerySet]] = {
    "source": lambda rows: rows.defer("text"),
    "partnership": lambda rows: rows.with_provinces(),
    "province": lambda rows: rows,
    "official": lambda rows: rows,
}


@dataclass(frozen=True)
class Entry:
    """One line of the log: the record as it is called now, or nothing once gone."""

    change: Change
    day: date
    kind: str
    label: str
    url: str
    successor_url: str

    @property
    def is_tombstone(self) -> bool:
        """Whether the record was taken down and answers so to this day."""
        hiding = {Change.Kind.WITHDRAWAL, Change.Kind.MERGE}
        return not self.label and self.change.kind in hiding


def changes(request: HttpRequest) -> HttpResponse:
    """Every public event, newest first."""
    rows = Change.objects.public().order_by("-pk")
    found = narrow(ChangeFilterSet, request, rows, also=["page"])
    page = page_of(found.qs, request)
    context = {"form": found.form, "page_obj": page, "entries": entries(page)}
    return render(request, "portal/changes.html", context)


def entries(page: Iterable[Change]) -> list[Entry]:
    """Name the records of some lines; one query and a little for each kind of them."""
    changes = list(page)
    records = named(changes)
    return [_entry(change, records.get(change.reference)) for change in changes]


def _entry(change: Change, record: Record | None) -> Entry:
    kind = apps.get_model(*KINDS[change.record_type])
    return Entry(
        change,
        timezone.localdate(change.at),
        str(kind._meta.verbose_name),
        label_of(record) if record else "",
        record.get_absolute_url() if record else _address(change),
        _address(change, change.successor) if change.successor else "",
    )


def named(changes: Iterable[Change]) -> dict[str, Any]:
    """Return the public records some lines speak of, by reference."""
    wanted: dict[str, set[str]] = {}
    for change in changes:
        wanted.setdefault(change.record_type, set()).add(change.reference)
    return {
        record.reference: record
        for kind, references in wanted.items()
        for record in _fetched(kind, references)
    }


def _fetched(kind: str, references: Iterable[str]) -> Iterable[Any]:
    rows = apps.get_model(*KINDS[kind]).objects.public()
    found = rows.filter(reference__in=references)
    return FETCHED[kind](found) if kind in FETCHED else found.for_display()


def label_of(record: Any) -> str:
    """Return what a record is called in a line of text."""
    if isinstance(record, Matter | Progress):
        return plain_heading(record)
    return str(record)


def _address(change: Change, reference: str = "") -> str:
    """Return where a record answers, or answered; reports have no page of their own."""
    try:
        return reverse(change.record_type, args=[reference or change.reference])
    except NoReverseMatch:
        return ""


KINDS = {
    str(model._meta.model_name): (model._meta.app_label, str(model._meta.model_name))
    for model in apps.get_models()
    if issubclass(model, Record)
}
