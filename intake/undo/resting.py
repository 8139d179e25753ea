"""What rests on the rows an article brought, so that they must stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from intake.models import Reading, Suggestion
from intake.undo.traces import Key, Trace, key_of, owner_of
from provinces.models import OfficialName
from publication.models import Record
from sources.models import Citation

SHOWN_REASONS = 3


@dataclass(frozen=True)
class Hold:
    """Why a row stays; ``cites`` where another source states facts of that very row."""

    why: str
    cites: bool = False


@dataclass
class Brought:
    """A row that an article brought, with what points at it and what holds it."""

    trace: Trace
    below: list[Any] = field(default_factory=list)
    holds: list[Hold] = field(default_factory=list)

    @property
    def row(self) -> Any:
        return self.trace.row

    @property
    def why(self) -> str:
        """The reasons why it stays, in a few sentences."""
        reasons = list(dict.fromkeys(hold.why for hold in self.holds))
        return " ".join(reasons[:SHOWN_REASONS])

    @property
    def is_whole(self) -> bool:
        """Whether it stays with all its facts and passages.

        Where another source speaks of it, that source carries it, and what this
        article alone said can go; where nothing but work of people rests on it, not.
        """
        edited = self.trace.edited is not None
        return edited or not any(hold.cites for hold in self.holds)


class Resting:
    """The new rows of a reading, parted into those that go and those that stay."""

    def __init__(self, reading: Reading, traces: Iterable[Trace]) -> None:
        self.reading = reading
        self.again = _references_of_others(reading)
        self.versions = {reading.source, *reading.source.versions_before()}
        self.kept: dict[Key, Brought] = {}
        self.going = {trace.key: Brought(trace) for trace in traces}
        for one in self.going.values():
            one.below = list(_below(one.row))
            one.holds = [*self._edits(one), *self._confirmed(one.row)]
        while held := [one for one in self.going.values() if self._is_held(one)]:
            for one in held:
                self.kept[one.trace.key] = self.going.pop(one.trace.key)

    def _is_held(self, one: Brought) -> bool:
        one.holds += [
            self._hold(row) for row in one.below if key_of(row) not in self.going
        ]
        if not one.holds and isinstance(one.row, Citation):
            one.holds += self._holds_of_passage(one.row)
        if not one.holds and isinstance(one.row, OfficialName):
            one.holds += self._holds_of_spelling(one.row)
        return bool(one.holds)

    def _edits(self, one: Brought) -> Iterator[Hold]:
        line = one.trace.edited
        if line:
            told = _("%(person)s changed it on %(day)s; it stays as it is.") % {
                "person": line.history_user or _("Somebody"),
                "day": date_format(localtime(line.history_date), "SHORT_DATE_FORMAT"),
            }
            yield Hold(told)

    def _confirmed(self, row: Any) -> Iterator[Hold]:
        if not isinstance(row, Record):
            return
        others = Suggestion.objects.filter(record_reference=row.reference)
        others = others.exclude(reading__in=Reading.objects.up_to(self.reading))
        other = others.select_related("reading__source").first()
        if other:
            told = _("“%(source)s” was confirmed on it as well.")
            yield Hold(told % {"source": other.reading.source})

    def _hold(self, row: Any) -> Hold:
        if isinstance(row, Citation) and row.source not in self.versions:
            told = _("“%(source)s” speaks of it as well.")
            return Hold(told % {"source": row.source}, cites=True)
        told = _("%(kind)s “%(row)s” belongs to it.")
        return Hold(told % {"kind": capfirst(row._meta.verbose_name), "row": row})

    def _holds_of_passage(self, row: Any) -> Iterator[Hold]:
        """A passage stays with what it carries, and while its article needs it."""
        model = row._meta.get_field("record").related_model
        carried = self.kept.get((model._meta.label_lower, row.record_id))
        if carried and carried.is_whole:
            yield Hold(_("What it supports stays as it is."))
        owner = owner_of(row) if self.again else None
        if owner and owner.reference in self.again:
            yield Hold(_("Another reading of this article rests on it."))

    def _holds_of_spelling(self, row: OfficialName) -> Iterator[Hold]:
        """A spelling stays with a person who stays, or is still named by it."""
        if key_of(row.official) in self.kept:
            yield Hold(_("It is how this person is known."))
        named = [
            *row.official.delegates.filter(name=row.text),
            *row.official.signatures.filter(name=row.text),
        ]
        if any(key_of(one) not in self.going for one in named):
            yield Hold(_("This person is named by it elsewhere."))


def _references_of_others(reading: Reading) -> set[str]:
    """Return what later readings of the same article became, corrected or not."""
    versions = [reading.source, *reading.source.versions_after()]
    alike = Suggestion.objects.filter(reading__source__in=versions)
    later = alike.exclude(reading__in=Reading.objects.up_to(reading))
    others = later.exclude(record_reference="")
    return set(others.values_list("record_reference", flat=True))


def _below(row: Any) -> Iterator[Any]:
    """Yield every row that points at a row."""
    for relation in row._meta.related_objects:
        if relation.one_to_many or relation.one_to_one:
            rows = relation.related_model._default_manager
            yield from rows.filter(**{relation.field.name: row.pk})
