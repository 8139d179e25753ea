"""Cells that name other records, and columns that are filled once a row is kept."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.widgets import Widget

from sources.models import Source
from sources.resources.book import Book
from sources.resources.cells import Text, unknown

TO_CHOOSE_FROM = 5


class Link(Widget):
    """A record by its reference, by its key in the same file, or by a known spelling.

    A spelling counts only while it names one record.
    """

    book: Book

    def __init__(self, model: type[models.Model]) -> None:
        super().__init__()
        self.model = model
        # What this sheet has found so far: every sheet has widgets of its own.
        self.found: dict[str, Any] = {}

    def clean(self, value: Any, row: Any = None, **_kwargs: Any) -> Any:
        text = str(value or "").strip()
        if text and text not in self.found:
            self.found[text] = self.find(text)
        return self.found.get(text)

    def find(self, text: str) -> Any:
        """Return the one record this text names, or raise ValueError."""
        if found := self.book.keyed(self.model, text):
            return found
        records = self.model._default_manager.all()
        if found := records.filter(reference=text).first():
            return found
        spelled = list(records.spelled(text)) if hasattr(records, "spelled") else []
        if len(spelled) == 1:
            return spelled[0]
        raise unknown(text, self.accepted(spelled))

    def accepted(self, spelled: list[Any]) -> str:
        """Return what may stand here, in words."""
        if spelled:
            names = "; ".join(f"{one.reference} ({one})" for one in spelled)
            return _("one of those this may mean: %(names)s") % {"names": names}
        kept = self.model._default_manager.values_list("reference", flat=True)
        some = ", ".join(kept.order_by("reference")[:TO_CHOOSE_FROM])
        values = {
            "kind": self.model._meta.verbose_name_plural,
            "examples": f"{some} …" if some else _("none yet"),
        }
        if hasattr(self.model._default_manager.all(), "spelled"):
            text = _(
                "the reference of a record kept under “%(kind)s” (%(examples)s), "
                "a known spelling of one, or its key in this file."
            )
        else:
            text = _(
                "the reference of a record kept under “%(kind)s” (%(examples)s), "
                "or its key in this file."
            )
        return text % values

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        return value.reference if value else ""


class Links(Widget):
    """Several records, their names set apart by spaces, or by semicolons."""

    book: Book

    def __init__(self, link: Widget) -> None:
        super().__init__()
        self.link = link

    def clean(self, value: Any, row: Any = None, **_kwargs: Any) -> list[Any]:
        self.link.book = self.book
        text = str(value or "")
        names = text.split(";") if ";" in text else text.split()
        return [self.link.clean(name) for name in names if name.strip()]

    def render(self, value: Any, obj: Any = None, **_kwargs: Any) -> str:
        found = value.all() if value is not None else ()
        return " ".join(sorted(self.link.render(one) for one in found))


class LateField(Field):
    """A column that can only be filled once its row has a place in the database."""

    sheet: Any  # the sheet it stands in, set by that sheet

    def __init__(self, *, is_needed: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.is_needed = is_needed

    def get_value(self, instance: Any) -> Any:
        return None if instance.pk is None else super().get_value(instance)

    def changes(self, instance: models.Model, row: Any) -> bool:
        """Say whether the row says something else than the record."""
        return set(self.clean(row)) != set(self.get_value(instance).all())

    def fill(self, instance: models.Model, row: Any) -> None:
        """Set the column of a row that has been saved."""
        wanted = self.clean(row)
        if self.is_needed and not wanted:
            raise ValidationError({self.attribute: _("This column may not be blank.")})
        getattr(instance, self.attribute).set(wanted)


class SourceLink(Link):
    """A source by its reference, its key in the same file, or its web address."""

    def __init__(self) -> None:
        super().__init__(Source)

    def find(self, text: str) -> Any:
        addressed = Source.objects.filter(url=text, replaces=None).first()
        return addressed or super().find(text)


class CitedField(LateField):
    """The column ``source``: with ``quote`` beside it, what the row's facts rest on.

    A passage is cited once for each key fact that the row gives. Where the record
    already cites it, or the sheet of citations lists the record, nothing is added.
    """

    def __init__(self, *facts: str) -> None:
        super().__init__(
            attribute="citations", column_name="source", widget=SourceLink()
        )
        self.facts = facts

    def changes(self, instance: models.Model, row: Any) -> bool:
        source = self.clean(row)
        quote = quoted(row)
        if source is None or self.is_listed(instance, row):
            return False
        return not instance.citations.filter(source=source, quote=quote).exists()

    def is_listed(self, instance: models.Model, row: Any) -> bool:
        """Say whether the sheet of citations of this import lists the record."""
        listed: set[tuple[str, str]] = self.widget.book.listed
        names = (self.sheet.name_of(instance), row.get("key"))
        return any((self.sheet.sheet, name) in listed for name in names if name)

    def fill(self, instance: models.Model, row: Any) -> None:
        if not self.changes(instance, row):
            return
        for fact in self.facts:
            if getattr(instance, fact):
                citation = instance.citations.model(
                    record=instance,
                    source=self.clean(row),
                    quote=quoted(row),
                    field=fact,
                )
                citation.full_clean()
                citation.save()

    def export(self, instance: models.Model, **_kwargs: Any) -> str:
        citation = first_citation(instance)
        return citation.source.reference if citation else ""


class QuoteField(Field):
    """The column ``quote``, read by the column ``source``."""

    def __init__(self) -> None:
        super().__init__(
            attribute="citations", column_name="quote", widget=Text(), readonly=True
        )

    def export(self, instance: models.Model, **_kwargs: Any) -> str:
        citation = first_citation(instance)
        return citation.quote if citation else ""


def quoted(row: Any) -> str:
    """Return the row's quotation as citations keep it."""
    return str(row.get("quote") or "").strip()


def first_citation(instance: Any) -> Any:
    """Return the citation a row shows beside its facts: the first by fact and time."""
    if instance.pk is None:
        return None
    return next(iter(instance.citations.all()), None)
