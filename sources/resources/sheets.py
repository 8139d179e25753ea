"""A sheet of records: how its rows are found, read, checked and written back."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.resources import Diff, ModelResource
from import_export.widgets import Widget

from publication.models import Record, Tracked
from publication.references import register
from sources.models import Citation
from sources.partial_dates import PartialDateField
from sources.resources import cells
from sources.resources.book import Book
from sources.resources.links import LateField, Link
from sources.spreadsheets import Sheet

# Between the parts of a natural key in one cell; a bar inside a part is written \\|.
BETWEEN = " | "
READ_ONLY = ("reference", "state")


class MarkedDiff(Diff):
    """What a row changes, each cell with the old text struck out beside the new."""

    def as_html(self) -> list[SafeString]:
        before = [""] * len(self.left) if self.new else self.left
        return [
            _marked(str(old), str(new))
            for old, new in zip(before, self.right, strict=True)
        ]


def _marked(old: str, new: str) -> SafeString:
    if old == new:
        return format_html("{}", new)
    if not old:
        return format_html("<ins>{}</ins>", new)
    return format_html("<del>{}</del> <ins>{}</ins>", old, new)


def key_field() -> Field:
    """Return the column ``key``: it links rows inside one file and is never kept."""
    return Field(column_name="key", widget=cells.Text())


class SheetResource(ModelResource):
    """One kind of record as rows.

    A row is found by ``reference``, else by its natural key; a row found is changed
    only where it differs. Nothing is saved around ``publication.references``.
    """

    sheet: ClassVar[str]
    # Columns that together find a row when it brings no reference.
    natural: ClassVar[tuple[str, ...]] = ()
    # Those of them that find a row even where they are blank.
    may_be_blank: ClassVar[tuple[str, ...]] = ()
    # The column by which rows of this sheet point at other rows of it.
    points_back: ClassVar[str] = ""
    # For rows that are no part of one record: the kind whose publishers alone change
    # what visitors meet.
    shown_with: ClassVar[type[Record] | None] = None
    # The path from a row to the record that a changelist chooses, for exports.
    chosen_by: ClassVar[str] = "pk"

    class Meta:
        skip_unchanged = True
        report_skipped = True
        store_instance = True
        use_transactions = True

    def __init__(self, book: Book | None = None) -> None:
        super().__init__()
        self.book = book or Book()
        self.numbers: list[int] = []
        for field in self.fields.values():
            field.widget.book = self.book
            if isinstance(field, LateField):
                field.sheet = self

    @classmethod
    def get_diff_class(cls) -> type[Diff]:
        return MarkedDiff

    @classmethod
    def field_from_django_field(
        cls, field_name: str, django_field: models.Field, readonly: bool
    ) -> Field:
        """Give each column of the model the strict cell of its kind."""
        return Field(
            attribute=field_name,
            column_name=field_name,
            widget=_cell(django_field),
            readonly=readonly or field_name in READ_ONLY,
        )

    @cached_property
    def columns(self) -> list[str]:
        """The header, in order."""
        return self.get_export_headers()

    def announce(self, sheet: Sheet) -> None:
        """Tell the book, before any row is taken in, what this sheet will say."""

    def arranged(self, sheet: Sheet) -> Sheet:
        """Return the sheet with rows that others point at before those others."""
        if not self.points_back:
            return sheet
        rows = [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]
        named = {
            row[name]: at
            for at, row in enumerate(rows)
            for name in ("reference", "key")
        }
        order: dict[int, None] = {}
        for start in range(len(rows)):
            path: dict[int, None] = {}
            at: int | None = start
            while at is not None and at not in order and at not in path:
                path[at] = None
                target = rows[at][self.points_back]
                at = named.get(target) if target else None
            order.update(dict.fromkeys(reversed(path)))
        return sheet.reordered(list(order))

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        """Refuse the row with everything that is wrong in its cells."""
        errors: dict[str, Any] = {}
        for name, field in self.fields.items():
            try:
                field.clean(row)
            except ValueError as error:
                errors[name] = ValidationError(str(error))
        if errors:
            raise ValidationError(errors)

    # Finding a row

    def cleaned(self, name: str, row: Any) -> Any:
        """Return the value of one cell, an error under its column's name."""
        try:
            return self.fields[name].clean(row)
        except ValueError as error:
            raise ValidationError({name: str(error)}) from error

    def needed(self, name: str, row: Any) -> Any:
        """Return the value of one cell, or refuse a blank one."""
        value = self.cleaned(name, row)
        if value in (None, ""):
            raise ValidationError({name: _("This column may not be blank.")})
        return value

    def get_instance(self, instance_loader: Any, row: Any) -> Any:
        records = self._meta.model._default_manager
        if reference := row.get("reference"):
            return records.filter(reference=reference).first()
        values = {name: self.cleaned(name, row) for name in self.natural}
        blank = {name for name, value in values.items() if value in (None, "")}
        if not values or blank - set(self.may_be_blank):
            return None
        lookups = {self.fields[name].attribute: value for name, value in values.items()}
        found = list(records.filter(**lookups)[:2])
        if len(found) > 1:
            raise ValidationError(
                _("Several records are like this row. Give the reference of one.")
            )
        return found[0] if found else None

    def init_instance(self, row: Any = None) -> Any:
        instance = self._meta.model()
        if reference := (row or {}).get("reference"):
            instance.reference = reference
        return instance

    # Reading a row

    def after_init_instance(
        self, instance: Any, new: bool, row: Any, **kwargs: Any
    ) -> None:
        given = row.get("state")
        if given and given != instance.state:
            raise ValidationError(
                {
                    "state": _(
                        "“%(given)s”, but the record is “%(state)s”. A sheet does not "
                        "change states: leave the cell as it was, or blank."
                    )
                    % {"given": given, "state": instance.state}
                }
            )

    def import_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        for field in self.fields.values():
            is_late = isinstance(field, LateField)
            if field.attribute and not field.readonly and not is_late:
                field.save(instance, row)

    def skip_row(
        self,
        instance: Any,
        original: Any,
        row: Any,
        import_validation_errors: Any = None,
    ) -> bool:
        if import_validation_errors or original.pk is None:
            return False
        return not any(
            field.changes(original, row)
            if isinstance(field, LateField)
            else field.get_value(instance) != field.get_value(original)
            for field in self.fields.values()
        )

    # Keeping a row

    def validate_instance(self, *args: Any, **kwargs: Any) -> None:
        """Leave validation to the act of keeping, which knows what it gives the row."""

    def before_save_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        if missing := _missing_parents(instance):
            blank = _("This column may not be blank.")
            raise ValidationError(dict.fromkeys(missing, blank))
        if instance.pk is not None and isinstance(instance, Record):
            self.book.allow(instance)
        elif not isinstance(instance, Record):
            self.book.allow(nearest_record(instance))
        if self.shown_with and instance.pk is not None and instance.is_shown:
            self.book.allow_shown(instance, self.shown_with)
        self.book.sign(instance)

    def do_instance_save(self, instance: Any, is_create: bool) -> None:
        if isinstance(instance, Record):
            register(instance)
        else:
            instance.full_clean()
            instance.save()

    def save_m2m(self, instance: Any, row: Any, **kwargs: Any) -> None:
        for field in self.fields.values():
            if isinstance(field, LateField):
                field.fill(instance, row)

    def after_import_row(self, row: Any, row_result: Any, **kwargs: Any) -> None:
        self.book.enter(
            row_result.instance,
            number=self.numbers[kwargs["row_number"] - 1],
            key=str(row.get("key") or "").strip(),
        )

    # Writing rows

    def get_queryset(self) -> Any:
        """Return the records with all that their columns print fetched."""
        late = [one for one in self.fields.values() if isinstance(one, LateField)]
        paths = [
            "citations__source" if one.attribute == "citations" else one.attribute
            for one in late
        ]
        links = [
            one.attribute
            for one in self.fields.values()
            if isinstance(one.widget, Link) and one not in late
        ]
        records = super().get_queryset().order_by(*self.ordering)
        return records.select_related(*links).prefetch_related(*paths)

    @property
    def ordering(self) -> tuple[str, ...]:
        return ("reference",) if issubclass(self._meta.model, Record) else ("pk",)

    def rows(self, chosen: Any = None) -> Any:
        """Return the records to write: all, or those that belong to the chosen."""
        records = self.get_queryset()
        if chosen is None or not self.chosen_by:
            return records
        return records.filter(**{f"{self.chosen_by}__in": chosen}).distinct()

    # Naming a row

    def column_of(self, name: str) -> str:
        """Return the header over a column or attribute that an error names."""
        for one, field in self.fields.items():
            if name in (one, field.attribute):
                return str(field.column_name)
        return name

    def name_of(self, instance: Any) -> str:
        """Return the reference of a row, or its natural key in one line."""
        if isinstance(instance, Record):
            return instance.reference
        parts = [str(self.fields[name].export(instance)) for name in self.natural]
        return BETWEEN.join(part.replace("|", r"\|") for part in parts)

    def named(self, name: str) -> Any:
        """Return the row of this name or key, or None."""
        model = self._meta.model
        if found := self.book.keyed(model, name):
            return found
        if issubclass(model, Record):
            return model._default_manager.filter(reference=name).first()
        parts = [part.replace(r"\|", "|") for part in name.split(BETWEEN)]
        if len(parts) != len(self.natural):
            return None
        columns = [self.fields[one].column_name for one in self.natural]
        return self.get_instance(None, dict(zip(columns, parts, strict=True)))


def _missing_parents(row: models.Model) -> list[str]:
    """Return the links a row cannot do without and has not got."""
    return [
        field.name
        for field in row._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and not field.null
        and getattr(row, field.attname) is None
    ]


def nearest_record(row: Tracked) -> Record | None:
    """Return the record that a row without a state belongs to."""
    found: Any = row
    if isinstance(row, Citation):
        found = row.record
    if isinstance(found, Record) or not found.follows:
        return found if isinstance(found, Record) else None
    row = found
    for step in row.follows[-1].split("__"):
        found = getattr(found, step)
    return found


def _cell(column: models.Field) -> Widget:
    """Return the cell that reads and writes a column of this kind."""
    if column.choices:
        return cells.Choice(column)
    kinds: tuple[tuple[Any, Any], ...] = (
        (PartialDateField, cells.PartialDay),
        (models.ForeignKey, lambda: Link(column.related_model)),
        (models.DateField, cells.Day),
        (models.BooleanField, cells.YesNo),
        (models.IntegerField, lambda: cells.Whole(column)),
        (models.JSONField, cells.Words),
    )
    for kind, cell in kinds:
        if isinstance(column, kind):
            return cell()
    return cells.Text(column)
